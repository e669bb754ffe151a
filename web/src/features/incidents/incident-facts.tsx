import type { ReactNode } from "react";
import type { Schemas } from "~/api/client";
import { label, words, type VocabularyName } from "~/words/words";
import { axisNames } from "./incident-form";

type Incident = Schemas["Incident"];
type Maybe = string | null | undefined;

const text = words.incidents.facts;

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Word({ name, of, word }: { name: string; of: VocabularyName; word: Maybe }) {
  return word === null || word === undefined ? null : <Row name={name}>{label(of, word)}</Row>;
}

function Several({ name, of, found }: { name: string; of: VocabularyName; found: readonly string[] }) {
  return found.length === 0 ? null : (
    <Row name={name}>{words.format.list(found.map((word) => label(of, word)))}</Row>
  );
}

function Plain({ name, value }: { name: string; value: Maybe }) {
  return value === null || value === undefined || value === "" ? null : <Row name={name}>{value}</Row>;
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="facts line">
      <h2>{title}</h2>
      <dl className="kv">{children}</dl>
    </section>
  );
}

/** The coded facts, in the order of the taxonomy. What was not said is not shown. */
export function IncidentFacts({ incident }: { incident: Incident }) {
  return (
    <>
      <Section title={text.what}>
        <Word name={text.kind} of="IncidentKind" word={incident.kind} />
        <Word name={text.certainty} of="SecurityIncident" word={incident.security_incident} />
        <Word name={text.cause} of="Cause" word={incident.cause} />
        <Word name={text.classification} of="Classification" word={incident.classification} />
        <Word name={text.type} of="IncidentType" word={incident.incident_type} />
        <Several name={text.attributes} of="SecurityAttribute" found={incident.attributes} />
      </Section>
      <Section title={text.who}>
        <Word name={text.victim} of="VictimType" word={incident.victim_type} />
        <Word name={text.vessel} of="VesselType" word={incident.vessel_type} />
        <Word name={text.size} of="SizeBand" word={incident.size_band} />
        <Word name={text.region} of="SeaRegion" word={incident.sea_region} />
        <Plain name={text.country} value={incident.country} />
        <Plain name={text.port} value={incident.unlocode} />
        <Word name={text.role} of="ReporterRole" word={incident.reporter_role} />
      </Section>
      <Section title={text.hit}>
        <Several name={text.systems} of="System" found={incident.systems} />
        <Services services={incident.services} />
        <Axes axes={incident.severity_axes} />
      </Section>
      <Section title={text.response}>
        <Several name={text.containment} of="Containment" found={incident.containment} />
        <Plain name={text.workaround} value={incident.workaround} />
        <Word name={text.backups} of="BackupState" word={incident.backups} />
        <Several name={text.crime} of="CrimeLink" found={incident.crime_links} />
        <Word name={text.actor} of="Actor" word={incident.actor} />
        <Word name={text.motive} of="ActorMotive" word={incident.motive} />
        <Techniques techniques={incident.techniques} />
      </Section>
    </>
  );
}

function Services({ services }: { services: Incident["services"] }) {
  if (services.length === 0) return null;
  return (
    <Row name={text.services}>
      <ul>
        {services.map((hit) => (
          <li key={hit.service}>
            {text.service(label("Service", hit.service), label("ServiceState", hit.state))}{" "}
            <span className="soft">{text.span(hit.down_at ?? null, hit.restored_at ?? null)}</span>
          </li>
        ))}
      </ul>
    </Row>
  );
}

function Axes({ axes }: { axes: Incident["severity_axes"] }) {
  const said = axisNames.flatMap((axis) => {
    const word = axes[axis];
    return word === null || word === undefined
      ? []
      : [text.axis(text.axisNames[axis], label("SeverityAxis", word))];
  });
  return said.length === 0 ? null : <Row name={text.axes}>{words.format.list(said)}</Row>;
}

function Techniques({ techniques }: { techniques: Incident["techniques"] }) {
  if (techniques.length === 0) return null;
  return (
    <Row name={text.techniques}>
      <span className="mono">
        {words.format.list(techniques.map((technique) => text.technique(technique.matrix, technique.id)))}
      </span>
    </Row>
  );
}
