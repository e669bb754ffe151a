import { useTitle } from "~/ui/use-title";
import { label, words, wordsOf } from "~/words/words";
import { MarkShape } from "./mark-shape";
import { staff, staffColumns, verbs, within, withinColumns, type Mark, type Verb } from "./matrix";

const text = words.roles;

export function RolesPage() {
  useTitle(text.title);
  return (
    <div className="wrap page">
      <h1>{text.title}</h1>
      <p className="lead">{text.lead}</p>
      <Matrix
        group="within"
        columns={withinColumns.map((role) => ({
          id: role,
          name: label("OrganisationRole", role),
          mark: (verb) => within(verb, role),
        }))}
      />
      <Matrix
        group="staff"
        columns={staffColumns.map((role) => ({
          id: role,
          name: label("Role", role),
          mark: (verb) => staff(verb, role),
        }))}
      />
      <section className="form-part line" id="states">
        <h2>{text.states.title}</h2>
        <p className="soft">{text.states.note}</p>
        <dl className="kv entry">
          {wordsOf("MembershipState").map((state) => (
            <div key={state} className="kv-pair">
              <dt>{label("MembershipState", state)}</dt>
              <dd>{text.states.means[state]}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

interface MatrixColumn {
  id: string;
  name: string;
  mark: (verb: Verb) => Mark;
}

function Matrix({ group, columns }: { group: "within" | "staff"; columns: readonly MatrixColumn[] }) {
  const title = text[group];
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
              <th key={id} scope="col" role="columnheader">
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
                  <td key={id} role="cell" data-mark={mark(verb)}>
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
