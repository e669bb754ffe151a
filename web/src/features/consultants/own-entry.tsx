import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Schemas } from "~/api/client";
import { ownEntryQuery } from "~/api/register";
import { useAccount, type Account } from "~/api/session";
import { paths } from "~/app/paths";
import { Loaded } from "~/ui/loaded";
import { useTitle } from "~/ui/use-title";
import { words } from "~/words/words";
import { OwnEngagements } from "./own-engagements";
import { OwnEntryForm } from "./own-entry-form";

const text = words.ownEntry;

export function OwnEntry({ certificates }: { certificates: (id: string) => ReactNode }) {
  const account = useAccount();
  useTitle(text.title);
  return account === null ? null : <Own account={account} certificates={certificates} />;
}

function Own({ account, certificates }: { account: Account; certificates: (id: string) => ReactNode }) {
  const own = useQuery(ownEntryQuery);
  return (
    <div className="wrap page form-page">
      <p className="small crumbs">
        <Link to={paths.account()}>{words.frame.yourAccount}</Link>
      </p>
      <h1>{text.title}</h1>
      <p className="soft">{text.lead}</p>
      <p className="row">
        <Link to={paths.aboutConsultants()}>{words.consultants.how}</Link>
        <Link to={paths.development()}>{words.cpd.title}</Link>
      </p>
      <Loaded asked={own}>
        {(entry) => (
          <>
            <p className="note">
              <Standing entry={entry?.value ?? null} />
            </p>
            <OwnEntryForm entry={entry} name={account.name} onReread={() => own.refetch()} />
            {entry === null ? (
              <section className="form-part line">
                <h2>{text.engagements.title}</h2>
                <p className="soft">{text.engagements.first}</p>
              </section>
            ) : (
              <>
                <OwnEngagements engagements={entry.value.engagements} />
                <div className="line">{certificates(entry.value.id)}</div>
              </>
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}

/** Who sees it. */
function Standing({ entry }: { entry: Schemas["Consultant"] | null }) {
  if (entry === null) return text.standing.none;
  if (!entry.listed) return text.standing.waiting;
  return (
    <>
      {entry.hidden ? text.standing.hidden : text.standing.listed}{" "}
      <Link to={paths.consultant(entry.id)}>{text.standing.see}</Link>
    </>
  );
}
