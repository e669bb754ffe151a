import { useId, type ComponentProps, type ReactNode } from "react";
import { classNames } from "./class-names";
import type { Option } from "./field";
import { useUiWords } from "./ui-words";

/** Several boxes or radios under one question. The remaining props go to every input, as a form library wants it. */
export function ChoiceField({
  legend,
  options,
  hint,
  fault,
  optional = false,
  type = "checkbox",
  children,
  ...input
}: Omit<ComponentProps<"input">, "children"> & {
  legend: string;
  options: readonly Option[];
  hint?: string | undefined;
  fault?: string | undefined;
  optional?: boolean;
  type?: "checkbox" | "radio";
  children?: ReactNode;
}) {
  const words = useUiWords();
  const id = useId();
  const described = fault === undefined ? undefined : `${id}-fault`;
  return (
    <fieldset
      className={classNames("form-field", fault !== undefined && "faulty")}
      aria-describedby={described}
    >
      <legend>
        {legend} {optional && <span className="soft small">{words.optional}</span>}
      </legend>
      {hint !== undefined && <p className="soft small">{hint}</p>}
      <div
        className={classNames("choices", options.some((option) => option.hint !== undefined) && "explained")}
      >
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input {...input} type={type} value={option.value} />
            <span>
              {option.label}
              {option.hint !== undefined && <span className="soft small">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {children}
      {fault !== undefined && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </fieldset>
  );
}
