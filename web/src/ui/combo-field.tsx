import { useId, useState, type FocusEventHandler, type KeyboardEvent, type Ref } from "react";
import { classNames } from "./class-names";
import { Field, type FieldProps } from "./field";

export interface ComboOption {
  value: string;
  label: string;
  /** A code that stands behind the name. */
  code?: string;
}

/** A field that offers what fits while one types; arrows, Enter and Escape work. */
export function ComboField({
  text,
  options,
  onText,
  onChoose,
  onBlur,
  inputRef,
  label,
  ...field
}: FieldProps & {
  text: string;
  options: readonly ComboOption[];
  onText: (text: string) => void;
  onChoose: (value: string) => void;
  onBlur?: FocusEventHandler<HTMLInputElement>;
  inputRef?: Ref<HTMLInputElement>;
}) {
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const list = useId();
  const offered = open ? options : [];
  const active = offered[Math.min(at, offered.length - 1)];
  const choose = (option: ComboOption) => {
    onChoose(option.value);
    setOpen(false);
  };
  const pressed = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && offered.length > 0) {
      event.preventDefault();
      setAt((Math.min(at, offered.length - 1) + step + offered.length) % offered.length);
    }
    if (event.key === "Enter" && active !== undefined) {
      event.preventDefault();
      choose(active);
    }
    if (event.key === "Escape" && offered.length > 0) {
      event.stopPropagation();
      setOpen(false);
    }
  };
  return (
    <Field label={label} {...field}>
      {(control) => (
        <span className="combo">
          <input
            {...control}
            ref={inputRef}
            className="field"
            type="text"
            role="combobox"
            autoComplete="off"
            aria-expanded={offered.length > 0}
            aria-controls={list}
            aria-activedescendant={active === undefined ? undefined : `${list}-${active.value}`}
            value={text}
            onChange={(event) => {
              onText(event.target.value);
              setAt(0);
              setOpen(true);
            }}
            onKeyDown={pressed}
            onBlur={(event) => {
              onBlur?.(event);
              setOpen(false);
            }}
          />
          <ul
            className={classNames("combo-list", offered.length === 0 && "empty")}
            id={list}
            role="listbox"
            aria-label={label}
          >
            {offered.map((option) => (
              <li
                key={option.value}
                id={`${list}-${option.value}`}
                role="option"
                aria-selected={option === active}
                className={classNames(option === active && "on")}
                // The field keeps the focus while its list is pointed at.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => choose(option)}
              >
                {option.label} {option.code !== undefined && <bdi className="mono soft">{option.code}</bdi>}
              </li>
            ))}
          </ul>
        </span>
      )}
    </Field>
  );
}
