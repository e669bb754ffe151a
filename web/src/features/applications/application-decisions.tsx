import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Schemas } from "~/api/client";
import { paths } from "~/app/paths";
import { Button } from "~/ui/button";
import { CopyButton } from "~/ui/copy-button";
import { words } from "~/words/words";
import { decisionsFor, type DeskDecision } from "./can";
import { DecideDialog } from "./decide-dialog";

const text = words.applications;

/** What may be decided, or what was. */
export function ApplicationDecisions({
  application,
  onReread,
}: {
  application: Schemas["Application"];
  onReread: () => Promise<unknown>;
}) {
  const [open, setOpen] = useState<DeskDecision | null>(null);
  const offered = decisionsFor(application.status);
  return (
    <section className="decisions" aria-label={text.decision.title}>
      <Outcome application={application} />
      {offered.length > 0 && (
        <div className="row">
          {offered.map((decision, at) => (
            <Button key={decision} look={at === 0 ? "go" : "normal"} onClick={() => setOpen(decision)}>
              {text.decision[decision]}
            </Button>
          ))}
        </div>
      )}
      {open !== null && offered.includes(open) && (
        <DecideDialog
          application={application}
          decision={open}
          onReread={onReread}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

function Outcome({ application }: { application: Schemas["Application"] }) {
  const { status, link, organisation_id: organisation } = application;
  if (status === "applied") return null;
  const said =
    status === "approved"
      ? text.outcome.approved(application.officer_name, application.officer_email)
      : status === "asked"
        ? text.outcome.asked(application.created_at)
        : text.outcome.refused;
  return (
    <div className="outcome note" role="status">
      <p>{said}</p>
      {organisation !== null && organisation !== undefined && (
        <p>
          <Link to={paths.member(organisation)}>{text.open}</Link>
        </p>
      )}
      {link !== null && link !== undefined && (
        <>
          <p>{text.outcome.link}</p>
          <p>
            <bdi className="mono">{link}</bdi>
          </p>
          <CopyButton text={() => link} label={text.outcome.copy} done={text.outcome.copied} />
        </>
      )}
    </div>
  );
}
