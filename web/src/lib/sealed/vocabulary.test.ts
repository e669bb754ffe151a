// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as vocabulary from "./vocabulary";

const source = join(import.meta.dirname, "../../../../api/domain/src");

/** The words of each `vocabulary!` in the domain, by its wire name. What is sealed stands in no OpenAPI document. */
function domainWords(): Map<string, string[]> {
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".rs"),
  );
  const text = files.map((name) => readFileSync(join(source, name), "utf8")).join("\n");
  const found = text.matchAll(/^ {4}\w+(?: in \w+)? = "(\w+)",[^{]*\{([\s\S]*?)^ {4}\}$/gm);
  return new Map(
    Array.from(found, ([, name = "", body = ""]) => [
      name,
      Array.from(body.matchAll(/=> "([^"]+)"/g), ([, word = ""]) => word),
    ]),
  );
}

const ours: [string, readonly string[]][] = [
  ["what_happened", vocabulary.WHAT_HAPPENED],
  ["when_choice", vocabulary.WHEN_CHOICE],
  ["ship_clock", vocabulary.SHIP_CLOCK],
  ["whereabouts", vocabulary.WHEREABOUTS],
  ["security_incident", vocabulary.SECURITY_INCIDENT],
  ["cause", vocabulary.CAUSE],
  ["victim_type", vocabulary.VICTIM_TYPE],
  ["vessel_type", vocabulary.VESSEL_TYPE],
  ["size_band", vocabulary.SIZE_BAND],
  ["sea_region", vocabulary.SEA_REGION],
  ["reporter_role", vocabulary.REPORTER_ROLE],
  ["service", vocabulary.SERVICE],
  ["service_state", vocabulary.SERVICE_STATE],
  ["security_attribute", vocabulary.SECURITY_ATTRIBUTE],
  ["containment", vocabulary.CONTAINMENT],
  ["backup_state", vocabulary.BACKUP_STATE],
  ["crime_link", vocabulary.CRIME_LINK],
  ["system", vocabulary.SYSTEM],
  ["system_group", Object.keys(vocabulary.SYSTEMS)],
  ["message_kind", vocabulary.MESSAGE_KIND],
  ["message_sender", vocabulary.MESSAGE_SENDER],
  ["mailbox_status", vocabulary.MAILBOX_STATUS],
  ["desk_stage", vocabulary.DESK_STAGE],
];

describe("the words inside the seal", () => {
  const domain = domainWords();
  it.each(ours)("%s are those of the domain", (name, words) => {
    expect([...words].sort()).toEqual([...(domain.get(name) ?? [])].sort());
  });
});
