import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { CertificationApplication } from "~/api/certification";
import { paths } from "~/app/paths";
import { daysBetween, today } from "~/lib/day-count";
import { words } from "~/words/words";
import { DaysMark, StageMark } from "./stage-mark";

const text = words.certification.standing;

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Where an application stands, since when and until when. */
export function Standing({ application }: { application: CertificationApplication }) {
  const { stage, submitted_at: sent, due_on: due, renews, certificate, appeal_until: until } = application;
  const runs = stage === "submitted" || stage === "in_review" || stage === "appealed";
  const promised = (due ?? null) !== null && (runs || stage === "asked") ? due : null;
  return (
    <dl className="strip">
      <Fact name={text.stage}>
        <StageMark stage={stage} />
      </Fact>
      <Fact name={text.scheme}>
        <Link to={paths.scheme(application.scheme)}>{text.version(application.scheme_version)}</Link>
      </Fact>
      {sent !== null && sent !== undefined && <Fact name={text.submitted}>{words.format.day(sent)}</Fact>}
      {promised !== null && promised !== undefined && (
        <Fact name={text.promised}>
          {words.format.day(promised)}{" "}
          {runs ? (
            <DaysMark left={daysBetween(today(), promised) ?? 0} />
          ) : (
            <span className="small soft">{text.promisedNote}</span>
          )}
        </Fact>
      )}
      {renews !== null && renews !== undefined && (
        <Fact name={text.renews}>
          <Link to={paths.certificate(renews)}>
            <bdi className="mono">{renews}</bdi>
          </Link>
        </Fact>
      )}
      {stage === "refused" && until !== null && until !== undefined && (
        <Fact name={text.appeal}>{words.format.day(until)}</Fact>
      )}
      {certificate !== null && certificate !== undefined && (
        <Fact name={text.certificate}>
          <Link to={paths.certificate(certificate)}>
            <bdi className="mono">{certificate}</bdi>
          </Link>
        </Fact>
      )}
      {!application.own && <Fact name={text.reviewer}>{application.reviewer ?? text.nobody}</Fact>}
    </dl>
  );
}
