import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { ComboField } from "~/ui/combo-field";
import { words } from "~/words/words";
import { personIn } from "./duty-form";
import { namedQuery } from "./queries";

const text = words.rota.enter;

/** Somebody by name; who does not want to be found is entered by the id that their page has in its address. */
export function PersonPick({
  value,
  fault,
  onChange,
}: {
  value: string;
  fault: string | undefined;
  onChange: (id: string) => void;
}) {
  const [typed, setTyped] = useState("");
  const pasted = personIn(typed);
  const asked = useDeferredValue(pasted === undefined && value === "" ? typed.trim() : "");
  const found = useQuery(namedQuery(asked)).data?.items ?? [];
  const options =
    asked.length > 1
      ? found.map(({ id, name, base }) => ({ value: id, label: `${name}, ${base.name}` }))
      : [];
  return (
    <ComboField
      label={text.person}
      hint={text.personHint}
      fault={fault}
      text={typed}
      options={options}
      onText={(next) => {
        setTyped(next);
        onChange(personIn(next) ?? "");
      }}
      onChoose={(id) => {
        setTyped(options.find((option) => option.value === id)?.label ?? "");
        onChange(id);
      }}
    />
  );
}
