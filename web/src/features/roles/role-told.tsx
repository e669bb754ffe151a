import { useAccount } from "~/api/session";
import { words } from "~/words/words";
import { lookOf } from "./can";
import { LookForm } from "./look-form";
import { verbs } from "./matrix";
import { MarkShape } from "./mark-shape";
import { told, type View } from "./view";

const text = words.roles;

/** One role in sentences. */
export function RoleTold({ view }: { view: View }) {
  const { may, mayNot } = told(view);
  const look = lookOf(useAccount(), view);
  return (
    <section className="form-part role-told" aria-labelledby="role-told">
      <div className="ph">
        <h2 id="role-told">{text.view.title(view.name)}</h2>
        <span className="soft">{text[view.group]}</span>
        <span className="soft" role="status">
          {text.view.count(may.length, verbs.length)}
        </span>
      </div>
      <div className="role-lists">
        <div>
          <h3>{text.view.may}</h3>
          <ul>
            {may.map(({ verb, text: line, mark }) => (
              <li key={verb}>
                <MarkShape mark={mark} label={line} />
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{text.view.mayNot}</h3>
          <ul className="soft">
            {mayNot.map(({ verb, text: line }) => (
              <li key={verb}>
                <MarkShape mark="no" label={line} />
              </li>
            ))}
          </ul>
        </div>
      </div>
      {look !== null && <LookForm key={view.id} view={view} look={look} />}
    </section>
  );
}
