import { Link } from "@tanstack/react-router";
import { words } from "~/words/words";
import { mended, type FiguresSearch, type RangeFault, type Unit } from "./search";

function reason(fault: RangeFault, unit: Unit): string {
  const text = words.figures.rangeFault[unit];
  switch (fault.kind) {
    case "form":
      return text.form(fault.wrong);
    case "order":
      return text.order(fault.from, fault.to);
    case "empty":
      return text.empty;
  }
}

/** In place of the figures when the range in the address cannot be shown: why, and what can be. */
export function RangeNote({
  to,
  search,
  fault,
  unit,
}: {
  to: "/figures" | "/statistics";
  search: FiguresSearch;
  fault: RangeFault;
  unit: Unit;
}) {
  const text = words.figures.rangeFault[unit];
  const better = fault.kind === "empty" ? null : mended(search, unit);
  return (
    <div className="state" role="alert">
      <div className="note warn">
        <p className="strong">{text.title}</p>
        <p className="soft">{reason(fault, unit)}</p>
      </div>
      <p className="row">
        {better !== null && (
          <Link className="btn" to={to} search={{ ...search, ...better }}>
            {text.show(better.from, better.to)}
          </Link>
        )}
        <Link className="btn" to={to} search={{ ...search, from: undefined, to: undefined }}>
          {text.all}
        </Link>
      </p>
    </div>
  );
}
