import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState, type Ref } from "react";
import { portsQuery, usePort } from "~/api/ports";
import { ComboField } from "~/ui/combo-field";

const atMost = 8;

/** A port by name or UN/LOCODE. What is typed and not chosen counts once it is a code. */
export function PortPick({
  label,
  hint,
  fault,
  value,
  onChange,
  inputRef,
}: {
  label: string;
  hint: string;
  fault?: string | undefined;
  value: string;
  onChange: (unlocode: string) => void;
  inputRef?: Ref<HTMLInputElement>;
}) {
  const known = usePort(value === "" ? undefined : value);
  const [typed, setTyped] = useState<string | null>(null);
  const asked = useDeferredValue((typed ?? "").trim());
  const ports = useQuery(portsQuery(asked)).data?.slice(0, atMost) ?? [];
  return (
    <ComboField
      label={label}
      hint={hint}
      fault={fault}
      {...(inputRef === undefined ? {} : { inputRef })}
      text={typed ?? (known === undefined ? value : `${known.name}, ${known.unlocode}`)}
      options={ports.map(({ unlocode, name }) => ({ value: unlocode, label: name, code: unlocode }))}
      onText={(text) => {
        setTyped(text);
        const code = text.trim().toUpperCase();
        onChange(/^[A-Z]{2}[A-Z2-9]{3}$/.test(code) ? code : "");
      }}
      onChoose={(unlocode) => {
        setTyped(null);
        onChange(unlocode);
      }}
    />
  );
}
