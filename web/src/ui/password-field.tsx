import { useState, type ComponentProps } from "react";
import { Button } from "./button";
import { Field, type FieldProps } from "./field";
import { useUiWords } from "./ui-words";

/** A password that its owner may look at while typing. */
export function PasswordField({ label, hint, fault, ...input }: FieldProps & ComponentProps<"input">) {
  const words = useUiWords();
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(control) => (
        <span className="field-with">
          <input
            {...input}
            {...control}
            className="field"
            type={shown ? "text" : "password"}
            autoCapitalize="none"
            spellCheck={false}
          />
          <Button aria-controls={control.id} aria-pressed={shown} onClick={() => setShown(!shown)}>
            {words.show}
          </Button>
        </span>
      )}
    </Field>
  );
}
