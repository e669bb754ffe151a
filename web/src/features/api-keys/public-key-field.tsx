import type { ComponentProps } from "react";
import { TextArea, type FieldProps } from "~/ui/field";
import { words } from "~/words/words";
import { publicKeyOf } from "./key-form";

const text = words.apiKeys.make;
const most = 4_000;

export function readable(typed: string): true | string {
  return publicKeyOf(typed) !== null || text.unreadable;
}

/** Where a JSON Web Key is pasted. */
export function PublicKeyField(field: FieldProps & ComponentProps<"textarea">) {
  return (
    <TextArea
      hint={text.publicKeyHint}
      rows={4}
      maxLength={most}
      autoCapitalize="none"
      spellCheck={false}
      {...field}
    />
  );
}
