import { useUiWords } from "~/ui/ui-words";
import type { NamedSum } from "./ordered-bars";

/** The table twin of bars or of a map: one number per word. */
export function SumTable({
  name,
  dimension,
  unit,
  rows,
}: {
  name: string;
  dimension: string;
  unit: string;
  rows: readonly NamedSum[];
}) {
  const words = useUiWords();
  return (
    <table className="tab dense twin" aria-label={name}>
      <thead>
        <tr>
          <th scope="col">{dimension}</th>
          <th scope="col" className="num">
            {unit}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ word, label, total }) => {
          const value = words.figures.number(total.value);
          return (
            <tr key={word}>
              <th scope="row">{label}</th>
              <td className="num nowrap">
                {total.atLeast && total.value === 0 ? (
                  <span className="soft">
                    <span aria-hidden="true">{words.figures.hiddenMark}</span>
                    <span className="vh">{words.figures.hidden}</span>
                  </span>
                ) : total.atLeast ? (
                  words.figures.atLeast(value)
                ) : (
                  value
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
