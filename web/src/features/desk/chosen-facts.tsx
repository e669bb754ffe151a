import { Fragment } from "react";
import type { Answers, ServiceHit } from "~/lib/sealed/answers";
import { label, words, type VocabularyName } from "~/words/words";
import { PanelPart } from "./panel-frame";
import { singlingOfAnswers, type Facet } from "./singling";

const text = words.desk.facts;

function joined(parts: readonly (string | null | undefined)[], between: string): string | null {
  const given = parts.filter((part) => part !== null && part !== undefined && part !== "");
  return given.length === 0 ? null : given.join(between);
}

function word(vocabulary: VocabularyName, given: string | undefined): string | null {
  return given === undefined ? null : label(vocabulary, given);
}

function several(vocabulary: VocabularyName, given: readonly string[] | undefined): string | null {
  return given === undefined || given.length === 0
    ? null
    : given.map((one) => label(vocabulary, one)).join(", ");
}

function service({ service: hit, state, since, restored }: ServiceHit): string {
  const named = words.incidents.facts.service(label("Service", hit), label("ServiceState", state));
  const times = text.since(since, restored);
  return times === "" ? named : `${named}, ${times}`;
}

function factsOf(answers: Answers): [name: string, value: string | null][] {
  const { when } = answers;
  const time = joined(
    [text.when(when.choice, when.date), when.clock === undefined ? null : text.clock[when.clock]],
    ", ",
  );
  return [
    [text.what, label("WhatHappened", answers.what)],
    [
      text.when_where,
      joined([time, label("Whereabouts", answers.where), word("SeaRegion", answers.sea_region)], " · "),
    ],
    [text.place, joined([answers.unlocode, answers.country], ", ")],
    [text.victim, word("VictimType", answers.victim_type)],
    [text.ship, joined([word("VesselType", answers.vessel_type), word("SizeBand", answers.size_band)], ", ")],
    [
      text.systems,
      joined([several("System", answers.systems), several("SecurityAttribute", answers.impact)], " · "),
    ],
    [text.services, joined((answers.services ?? []).map(service), "; ")],
    [text.containment, several("Containment", answers.containment)],
    [text.workaround, answers.workaround ?? null],
    [text.backups, word("BackupState", answers.backups)],
    [text.certainty, word("SecurityIncident", answers.certainty)],
    [text.cause, word("Cause", answers.cause)],
    [text.crime, several("CrimeLink", answers.crime_link)],
    [text.role, word("ReporterRole", answers.role)],
  ];
}

export function ChosenFacts({ answers }: { answers: Answers }) {
  return (
    <PanelPart title={text.title}>
      <dl className="kv">
        {factsOf(answers).map(
          ([name, value]) =>
            value !== null && (
              <Fragment key={name}>
                <dt>{name}</dt>
                <dd dir="auto">{value}</dd>
              </Fragment>
            ),
        )}
      </dl>
      <Singling facets={singlingOfAnswers(answers)} advice={words.desk.singling.advice} />
    </PanelPart>
  );
}

/** The warning that facts together could point to one ship. */
export function Singling({ facets, advice }: { facets: readonly Facet[]; advice: string }) {
  const say = words.desk.singling;
  if (facets.length === 0) return null;
  return (
    <p className="note warn small singling">
      <b>{say.title(facets.map((facet) => say.facet[facet]))}</b> {advice}
    </p>
  );
}
