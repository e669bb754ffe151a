import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useAccount, type Account } from "~/api/session";
import { paths } from "~/app/paths";
import { Loaded } from "~/ui/loaded";
import { useTitle } from "~/ui/use-title";
import { label, words, wordsOf } from "~/words/words";
import { managesEntry, standingIn } from "./can";
import { EntryPart } from "./entry-part";
import { Leave } from "./leave";
import { LetLeave } from "./let-leave";
import { People } from "./people";
import { organisationQuery } from "./queries";

const route = getRouteApi("/organisation/");
const text = words.organisation;

/** The own organisation: its entry, its people, and the way out. */
export function OrganisationPage() {
  const account = useAccount();
  useTitle(account?.organisation?.name ?? text.title);
  const own = account?.organisation?.id;
  return account === null || own === undefined ? null : <Own account={account} id={own} />;
}

function Own({ account, id }: { account: Account; id: string }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const asked = useQuery(organisationQuery(id));
  const standing = standingIn(account, id);
  const { membership } = account;
  return (
    <>
      <Loaded asked={asked}>
        {({ value, etag }) => (
          <>
            <EntryPart
              organisation={value}
              etag={etag}
              editable={managesEntry(standing)}
              onReread={() => asked.refetch()}
            />
            <People
              organisation={value}
              standing={standing}
              search={search}
              onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }) })}
            />
          </>
        )}
      </Loaded>
      <RolesPart />
      {membership !== null && membership !== undefined && (
        <section className="form-part line">
          <h2>{text.leave.title}</h2>
          <p className="soft prose">{text.leave.effect}</p>
          <div>
            <Leave membership={membership} />
          </div>
        </section>
      )}
      {asked.data !== undefined && (
        <LetLeave
          organisation={asked.data.value}
          etag={asked.data.etag}
          standing={standing}
          onReread={() => asked.refetch()}
        />
      )}
    </>
  );
}

function RolesPart() {
  return (
    <section className="form-part line">
      <div className="ph">
        <h2>{text.roles.title}</h2>
        <Link className="push" to={paths.roles()}>
          {text.roles.all}
        </Link>
      </div>
      <dl className="kv entry">
        {wordsOf("OrganisationRole").map((role) => (
          <div key={role} className="kv-pair">
            <dt>{label("OrganisationRole", role)}</dt>
            <dd>{text.roles.means[role]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
