import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import type { Schemas } from "~/api/client";
import { paths } from "~/app/paths";
import { Loaded } from "~/ui/loaded";
import { SeverityMark } from "~/ui/severity-mark";
import { TlpTag } from "~/ui/tlp-tag";
import { VerificationTicks } from "~/ui/verification-ticks";
import { label, words, type VocabularyName } from "~/words/words";
import { ticksOf } from "./labels";
import { StatusState } from "./marks";
import { PanelFrame, PanelPart } from "./panel-frame";
import { namedReportQuery } from "./queries";

const text = words.desk.named;

/** A report by name: what it says. It is decided on its own page, where each step is seen by who reported. */
export function NamedPanel({ reference, onClose }: { reference: string; onClose: () => void }) {
  const report = useQuery(namedReportQuery(reference));
  return (
    <PanelFrame
      subject={reference}
      name={words.desk.panel.named(reference)}
      onClose={onClose}
      mark={<bdi className="mono soft">{reference}</bdi>}
    >
      <Loaded asked={report}>{({ value }) => <NamedBody incident={value} />}</Loaded>
    </PanelFrame>
  );
}

function NamedBody({ incident }: { incident: Schemas["Incident"] }) {
  return (
    <>
      <div className="ps">
        <h2>{incident.title}</h2>
        <div className="row">
          <SeverityMark level={incident.severity} label={label("Severity", incident.severity)} />
          <StatusState status={incident.status} />
        </div>
        <div className="row judged">
          <VerificationTicks
            reached={ticksOf(incident.verification)}
            label={label("VerificationLevel", incident.verification)}
          />
          <span className="soft">{text.byName}</span>
          <span className="push">
            <TlpTag level={incident.tlp} label={label("Tlp", incident.tlp)} />
          </span>
        </div>
        <div className="row panel-actions">
          <Link className="btn go" to={paths.incident(incident.reference)}>
            {text.decide}
          </Link>
        </div>
        <p className="small soft">{text.hint}</p>
      </div>
      <PanelPart title={text.summary}>
        <p className="own-words pre-line" dir="auto">
          {incident.summary}
        </p>
      </PanelPart>
      <PanelPart title={text.facts}>
        <dl className="kv">
          {factsOf(incident).map(
            ([name, value]) =>
              value !== null && (
                <Fragment key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </Fragment>
              ),
          )}
        </dl>
      </PanelPart>
    </>
  );
}

function word(vocabulary: VocabularyName, given: string | null | undefined): string | null {
  return given === null || given === undefined ? null : label(vocabulary, given);
}

function several(vocabulary: VocabularyName, given: readonly string[]): string | null {
  return given.length === 0 ? null : words.format.list(given.map((one) => label(vocabulary, one)));
}

function factsOf(incident: Schemas["Incident"]): [name: string, value: string | null][] {
  const { facts, columns } = words.incidents;
  const { reported_at: reported } = incident;
  return [
    [facts.kind, label("IncidentKind", incident.kind)],
    [columns.occurred, words.incidents.when(incident.occurred_on, incident.occurred_precision)],
    [
      words.incidents.reported,
      reported === null || reported === undefined ? null : words.format.moment(reported),
    ],
    [facts.certainty, label("SecurityIncident", incident.security_incident)],
    [facts.cause, label("Cause", incident.cause)],
    [facts.victim, label("VictimType", incident.victim_type)],
    [facts.vessel, word("VesselType", incident.vessel_type)],
    [facts.size, word("SizeBand", incident.size_band)],
    [facts.region, word("SeaRegion", incident.sea_region)],
    [facts.systems, several("System", incident.systems)],
    [facts.attributes, several("SecurityAttribute", incident.attributes)],
    [facts.containment, several("Containment", incident.containment)],
    [facts.role, word("ReporterRole", incident.reporter_role)],
  ];
}
