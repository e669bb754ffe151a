import { useQuery } from "@tanstack/react-query";
import { Loaded } from "~/ui/loaded";
import { label, words } from "~/words/words";
import { undisclosedQuery } from "./queries";

const text = words.directory.undisclosed;

/** Members who want to be counted and not named. */
export function Undisclosed() {
  const counts = useQuery(undisclosedQuery);
  return (
    <section className="undisclosed">
      <h2>{text.title}</h2>
      <p className="small soft">{text.note}</p>
      <Loaded asked={counts}>
        {(kinds) =>
          kinds.length === 0 ? (
            <p>{text.none}</p>
          ) : (
            <>
              <p>{text.total(kinds.reduce((sum, { members }) => sum + members, 0))}</p>
              <table className="tab">
                <thead>
                  <tr>
                    <th scope="col">{text.kind}</th>
                    <th scope="col" className="num">
                      {text.members}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {kinds.map(({ kind, members }) => (
                    <tr key={kind}>
                      <td>{label("OrganisationKind", kind)}</td>
                      <td className="num">{words.format.number(members)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </>
          )
        }
      </Loaded>
    </section>
  );
}
