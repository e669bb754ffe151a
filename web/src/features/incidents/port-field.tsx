import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useId, useState, type KeyboardEvent } from "react";
import { useController } from "react-hook-form";
import type { Schemas } from "~/api/client";
import { classNames } from "~/ui/class-names";
import { Field } from "~/ui/field";
import { words } from "~/words/words";
import type { FormPart } from "./form-parts";
import { portsQuery } from "./queries";

const text = words.incidentForm.where;
const atMost = 8;

/** A port by name or UN/LOCODE. Choosing one also fills in its country. */
export function PortField({ form, fault }: Pick<FormPart, "form"> & { fault: string | undefined }) {
  const { field } = useController({ control: form.control, name: "unlocode" });
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const asked = useDeferredValue(field.value.trim());
  const ports = useQuery(portsQuery(asked));
  const found = open ? (ports.data?.slice(0, atMost) ?? []) : [];
  const list = useId();
  const active = found[Math.min(at, found.length - 1)];

  const choose = (port: Schemas["Port"]) => {
    field.onChange(port.unlocode);
    form.setValue("country", port.country);
    setOpen(false);
  };
  const pressed = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setAt((Math.min(at, found.length - 1) + step + found.length) % found.length);
    }
    if (event.key === "Enter" && active !== undefined) {
      event.preventDefault();
      choose(active);
    }
    if (event.key === "Escape") setOpen(false);
  };

  return (
    <Field label={text.port} hint={text.portHint} fault={fault} optional>
      {(control) => (
        <span className="combo">
          <input
            {...control}
            ref={field.ref}
            className="field"
            type="text"
            role="combobox"
            autoComplete="off"
            aria-expanded={found.length > 0}
            aria-controls={list}
            aria-activedescendant={active === undefined ? undefined : `${list}-${active.unlocode}`}
            value={field.value}
            onChange={(event) => {
              field.onChange(event.target.value);
              setAt(0);
              setOpen(true);
            }}
            onKeyDown={pressed}
            onBlur={() => {
              field.onBlur();
              setOpen(false);
            }}
          />
          <ul
            className={classNames("combo-list", found.length === 0 && "empty")}
            id={list}
            role="listbox"
            aria-label={text.port}
          >
            {found.map((port) => (
              <li
                key={port.unlocode}
                id={`${list}-${port.unlocode}`}
                role="option"
                aria-selected={port === active}
                className={classNames(port === active && "on")}
                onPointerDown={(event) => {
                  event.preventDefault();
                  choose(port);
                }}
              >
                {port.name} <bdi className="mono soft">{port.unlocode}</bdi>
              </li>
            ))}
          </ul>
        </span>
      )}
    </Field>
  );
}
