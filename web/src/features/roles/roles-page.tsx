import { getRouteApi } from "@tanstack/react-router";
import { SelectField } from "~/ui/field";
import { useTitle } from "~/ui/use-title";
import { label, words, wordsOf } from "~/words/words";
import { Matrix } from "./matrix-table";
import { RoleTold } from "./role-told";
import { views, viewsOf, type Group } from "./view";

const route = getRouteApi("/roles");
const text = words.roles;
const nobody = "nobody";
const groups: readonly Group[] = ["within", "staff"];

export function RolesPage() {
  const { as } = route.useSearch();
  const navigate = route.useNavigate();
  const view = views.find(({ id }) => id === as);
  useTitle(text.title);
  return (
    <div className="wrap page">
      <h1>{text.title}</h1>
      <p className="lead">{text.lead}</p>
      <div className="view-as">
        <SelectField
          label={text.view.label}
          hint={text.view.hint}
          options={[{ value: nobody, label: text.view.none }]}
          groups={groups.map((group) => ({
            label: text[group],
            options: viewsOf(group).map(({ id, name }) => ({ value: id, label: name })),
          }))}
          value={as ?? nobody}
          onChange={({ target }) =>
            void navigate({
              search: { as: target.value === nobody ? undefined : target.value },
              replace: true,
              resetScroll: false,
            })
          }
        />
      </div>
      {view !== undefined && <RoleTold view={view} />}
      {groups.map((group) => (
        <Matrix key={group} group={group} as={view?.id} />
      ))}
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
