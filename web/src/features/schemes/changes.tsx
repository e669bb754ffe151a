import type { Schemas } from "~/api/client";
import { words } from "~/words/words";

const text = words.schemes;

/** A part of a scheme as one reads it: text as it is, lists and objects in their parts. */
export function readable(value: unknown): string {
  if (value === null || value === undefined) return text.absent;
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return words.format.list(value.map(readable));
  return Object.entries(value)
    .map(([key, part]) => `${key}: ${readable(part)}`)
    .join("; ");
}

/** What one version changes against the one before it. */
export function Changes({ version }: { version: Schemas["SchemeVersion"] }) {
  if (version.changes.length === 0)
    return <p className="soft">{version.number === 1 ? text.first : text.noChange}</p>;
  return (
    <table className="tab needs" aria-label={text.changesOf(version.number)}>
      <thead>
        <tr>
          <th scope="col">{text.change}</th>
          <th scope="col">{text.before}</th>
          <th scope="col">{text.after}</th>
        </tr>
      </thead>
      <tbody>
        {version.changes.map((change) => (
          <tr key={change.pointer}>
            <td>
              <bdi className="mono">{change.pointer.replace(/^\//, "").replaceAll("/", " / ")}</bdi>
            </td>
            <td>{change.before === undefined ? text.absent : <del>{readable(change.before)}</del>}</td>
            <td>{change.after === undefined ? text.absent : <ins>{readable(change.after)}</ins>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
