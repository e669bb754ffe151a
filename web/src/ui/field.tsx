import { useId, type ComponentProps, type ReactNode } from "react";
import { classNames } from "./class-names";
import { useUiWords } from "./ui-words";

interface Control {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  required: boolean;
}

export interface FieldProps {
  label: string;
  hint?: string | undefined;
  fault?: string | undefined;
  optional?: boolean;
}

/** A label, what to write, and what was wrong, tied to one control. */
export function Field({
  label,
  hint,
  fault,
  optional = false,
  children,
}: FieldProps & { children: (control: Control) => ReactNode }) {
  const words = useUiWords();
  const id = useId();
  const notes = [hint !== undefined && `${id}-hint`, fault !== undefined && `${id}-fault`].filter(Boolean);
  return (
    <div className={classNames("form-field", fault !== undefined && "faulty")}>
      <label htmlFor={id}>
        {label} {optional && <span className="soft small">{words.optional}</span>}
      </label>
      {hint !== undefined && (
        <p className="soft small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        required: !optional,
        "aria-describedby": notes.length === 0 ? undefined : notes.join(" "),
        "aria-invalid": fault === undefined ? undefined : true,
      })}
      {fault !== undefined && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}

export function TextField({ label, hint, fault, optional, ...input }: FieldProps & ComponentProps<"input">) {
  return (
    <Field {...{ label, hint, fault, ...(optional === undefined ? {} : { optional }) }}>
      {(control) => <input type="text" {...input} {...control} className="field" />}
    </Field>
  );
}

export function TextArea({
  label,
  hint,
  fault,
  optional,
  ...input
}: FieldProps & ComponentProps<"textarea">) {
  return (
    <Field {...{ label, hint, fault, ...(optional === undefined ? {} : { optional }) }}>
      {(control) => <textarea rows={5} {...input} {...control} className="field" />}
    </Field>
  );
}

export interface Option {
  value: string;
  label: string;
  /** A sentence about it, where boxes or radios have the room for one. */
  hint?: string;
}

export interface OptionGroup {
  label: string;
  options: readonly Option[];
}

function Options({ options }: { options: readonly Option[] }) {
  return options.map((option) => (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  ));
}

export function SelectField({
  label,
  hint,
  fault,
  optional,
  options = [],
  groups = [],
  none,
  ...select
}: FieldProps &
  ComponentProps<"select"> & {
    options?: readonly Option[];
    groups?: readonly OptionGroup[];
    /** The words for having chosen nothing yet. */
    none?: string | undefined;
  }) {
  return (
    <Field {...{ label, hint, fault, ...(optional === undefined ? {} : { optional }) }}>
      {(control) => (
        <select {...select} {...control} className="field">
          {none !== undefined && <option value="">{none}</option>}
          <Options options={options} />
          {groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              <Options options={group.options} />
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}
