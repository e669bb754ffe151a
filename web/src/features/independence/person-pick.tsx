import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { ComboField } from "~/ui/combo-field";
import { words } from "~/words/words";
import { peopleQuery } from "./queries";

const text = words.independence;

/** Somebody of the register, by name. */
export function PersonPick({
  fault,
  onChange,
}: {
  fault: string | undefined;
  onChange: (id: string) => void;
}) {
  const [typed, setTyped] = useState("");
  const asked = useDeferredValue(typed.trim());
  const people = useQuery(peopleQuery(asked)).data ?? [];
  return (
    <ComboField
      label={text.person}
      hint={text.personHint}
      fault={fault}
      optional
      text={typed}
      options={people.map(({ id, name }) => ({ value: id, label: name }))}
      onText={(written) => {
        setTyped(written);
        onChange("");
      }}
      onChoose={(id) => {
        setTyped(people.find((one) => one.id === id)?.name ?? "");
        onChange(id);
      }}
    />
  );
}
