import { useMemo } from "react";
import { languageCodes } from "~/lib/languages";
import { SelectField } from "~/ui/field";
import { words } from "~/words/words";

const text = words.consultants.filters;

/** Stands in the list while nothing more is chosen: one language is enough. */
const more = "+";

/** Languages one after another: those chosen can be taken out again. */
export function LanguagePick({
  label,
  hint,
  fault,
  value,
  onChange,
}: {
  label: string;
  hint?: string | undefined;
  fault?: string | undefined;
  value: readonly string[];
  onChange: (value: string[]) => void;
}) {
  const others = useMemo(
    () =>
      languageCodes
        .filter((code) => !value.includes(code))
        .map((code) => ({ value: code, label: words.format.language(code) }))
        .sort((a, b) => a.label.localeCompare(b.label, words.format.locale)),
    [value],
  );
  return (
    <div className="language-pick">
      <SelectField
        label={label}
        hint={hint}
        fault={fault}
        none={value.length === 0 ? text.choose : undefined}
        options={value.length === 0 ? others : [{ value: more, label: text.addLanguage }, ...others]}
        value={value.length === 0 ? "" : more}
        onChange={(event) => {
          if (event.target.value !== "" && event.target.value !== more)
            onChange([...value, event.target.value]);
        }}
      />
      {value.length > 0 && (
        <span className="panel-choices" role="group" aria-label={label}>
          {value.map((code) => (
            <label key={code} className="choice">
              <input
                type="checkbox"
                checked
                onChange={() => onChange(value.filter((other) => other !== code))}
              />
              <span>{words.format.language(code)}</span>
            </label>
          ))}
        </span>
      )}
    </div>
  );
}
