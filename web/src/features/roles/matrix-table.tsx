import { classNames } from "~/ui/class-names";
import { words } from "~/words/words";
import { MarkShape } from "./mark-shape";
import { verbs } from "./matrix";
import { viewsOf, type Group } from "./view";

const text = words.roles;

/** One of the two tables; the column of the role that is looked at stands out. */
export function Matrix({ group, as }: { group: Group; as: string | undefined }) {
  const columns = viewsOf(group);
  const title = text[group];
  const on = (id: string) => classNames(id === as && "on");
  return (
    <section className="form-part">
      <h2>{title}</h2>
      <table className="tab matrix" aria-label={title} role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {text.verb}
            </th>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col" role="columnheader" className={on(id)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {verbs.map((verb) => {
            const { name, [group]: note } = text.verbs[verb];
            return (
              <tr key={verb} role="row">
                <th scope="row" role="rowheader">
                  {name}
                  {note !== null && <span className="small soft">{note}</span>}
                </th>
                {columns.map(({ id, name: who, mark }) => (
                  <td key={id} role="cell" data-mark={mark(verb)} className={on(id)}>
                    <span className="matrix-who" aria-hidden="true">
                      {who}
                    </span>
                    <MarkShape mark={mark(verb)} label={text.mark[mark(verb)]} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
