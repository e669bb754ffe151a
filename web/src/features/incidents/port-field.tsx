import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { useController } from "react-hook-form";
import { portsQuery } from "~/api/ports";
import { ComboField } from "~/ui/combo-field";
import { words } from "~/words/words";
import type { FormPart } from "./form-parts";

const text = words.incidentForm.where;
const atMost = 8;

/** A port by name or UN/LOCODE. Choosing one also fills in its country. */
export function PortField({ form, fault }: Pick<FormPart, "form"> & { fault: string | undefined }) {
  const { field } = useController({ control: form.control, name: "unlocode" });
  const asked = useDeferredValue(field.value.trim());
  const ports = useQuery(portsQuery(asked)).data?.slice(0, atMost) ?? [];
  const choose = (unlocode: string) => {
    field.onChange(unlocode);
    const port = ports.find((candidate) => candidate.unlocode === unlocode);
    if (port !== undefined) form.setValue("country", port.country);
  };
  return (
    <ComboField
      label={text.port}
      hint={text.portHint}
      fault={fault}
      optional
      inputRef={field.ref}
      text={field.value}
      options={ports.map(({ unlocode, name }) => ({ value: unlocode, label: name, code: unlocode }))}
      onText={field.onChange}
      onChoose={choose}
      onBlur={field.onBlur}
    />
  );
}
