import { useQuery } from "@tanstack/react-query";
import type { Schemas } from "~/api/client";
import { taxonomiesQuery } from "~/api/taxonomies";
import { Loaded } from "~/ui/loaded";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";

const text = words.taxonomies;

/** Every vocabulary as the API has it: its words, version and source. */
export function TaxonomiesPage() {
  const taxonomies = useQuery(taxonomiesQuery);
  useTitle(text.title);
  return (
    <div className="wrap page">
      <div className="headr">
        <h1>{text.title}</h1>
        <span className="soft">{text.note}</span>
      </div>
      <Loaded asked={taxonomies}>
        {(data) => (
          <div className="vocabularies line">
            {data.map((taxonomy) => (
              <Vocabulary key={taxonomy.name} taxonomy={taxonomy} />
            ))}
          </div>
        )}
      </Loaded>
    </div>
  );
}

function Vocabulary({ taxonomy }: { taxonomy: Schemas["Taxonomy"] }) {
  return (
    <details id={taxonomy.name} className="vocabulary">
      <summary>
        <span className="strong">{text.name(taxonomy.name)}</span>{" "}
        <span className="soft small">{text.about(taxonomy.words.length, taxonomy.version)}</span>
      </summary>
      <p className="small soft">{text.source(taxonomy.source)}</p>
      <table className="tab dense">
        <thead>
          <tr>
            <th scope="col">{text.columns.label}</th>
            <th scope="col">{text.columns.word}</th>
            <th scope="col">{text.columns.parent}</th>
          </tr>
        </thead>
        <tbody>
          {taxonomy.words.map((word) => (
            <tr key={word.word}>
              <td>{word.label}</td>
              <td>
                <bdi className="mono soft">{word.word}</bdi>
              </td>
              <td>
                <bdi className="mono soft">{word.parent ?? "–"}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
