import type { Schemas } from "~/api/client";
import { words } from "~/words/words";

/** What is counted, what is left out, and how many there are: within sight of every figure. */
export function Definition({ table }: { table: Schemas["Table"] }) {
  const text = words.figures;
  return (
    <p className="def figure-def">
      <b>{text.definition}</b> {table.definition} <b>{text.basis(table.n, table.as_of)}</b>{" "}
      {text.protection(table.threshold, table.rounding)}
    </p>
  );
}
