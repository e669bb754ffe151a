/** Entering an incident by name: checked, audited, on disk before the answer; beside the same INSERTs in pgbench. */

import { randomUUID } from "node:crypto";

const facts = Array.from({ length: 200 }, (_, n) =>
  JSON.stringify({
    title: `Position jumped on bridge ${n}`,
    summary: `Both receivers were ${n} miles off; radar and the pilot were right. The crew steered by eye.`,
    kind: "position_or_time_wrong",
    occurred_on: "2026-01-12",
    occurred_precision: "day",
    victim_type: "vessel",
    vessel_type: "lng_carrier",
    sea_region: "black_sea",
    severity: "major",
    systems: ["gnss", "ecdis"],
  }),
);

/** What our server adds by itself and the peer has to be told. */
const added = {
  revision: 1,
  status: "submitted",
  track: "named",
  series: "reported",
  security_incident: "suspected",
  cause: "unknown",
  verification: "identified",
  tlp: "amber",
};
const peerBody = (n) =>
  JSON.stringify({
    ...JSON.parse(facts[n % facts.length]),
    ...added,
    reference: `INC-${randomUUID()}`,
    recorded_month: `${new Date().toISOString().slice(0, 7)}-01`,
  });

/** The rows that one request of ours writes, in one transaction. */
const floor = (member) => `
\\set n random(1, 1000000000)
BEGIN;
INSERT INTO idempotency_keys (scope, key, request_hash) VALUES ('floor', gen_random_uuid()::text, sha256('x')) ON CONFLICT DO NOTHING;
INSERT INTO incidents (id, reference, revision, status, track, series, demo, organisation_id, account_id, reported_at, recorded_month,
  title, summary, occurred_on, occurred_precision, kind, security_incident, cause, victim_type, vessel_type, sea_region, severity,
  systems, verification, tlp, affected_party)
  VALUES (gen_random_uuid(), 'FLR-' || gen_random_uuid(), 1, 'submitted', 'named', 'reported', true, '${member.organisation}', '${member.id}',
  now(), date_trunc('month', now()), 'Position jumped on bridge ' || :n,
  'Both receivers were ' || :n || ' miles off; radar and the pilot were right. The crew steered by eye.', '2026-01-12', 'day',
  'position_or_time_wrong', 'suspected', 'unknown', 'vessel', 'lng_carrier', 'black_sea', 'major', '{gnss,ecdis}', 'identified', 'amber',
  '${member.organisation}') RETURNING id AS made \\gset
INSERT INTO incident_facts (incident_id, classification) VALUES (:made, 'availability');
INSERT INTO audit_entries (id, number, account_id, action, object_kind, object_id)
  VALUES (gen_random_uuid(), nextval('bench_numbers'), '${member.id}', 'incident.submit', 'incident', :made);
INSERT INTO outbox (id, number, topic, object_id) VALUES (gen_random_uuid(), nextval('bench_numbers'), 'incident.submitted', :made);
COMMIT;`;

export async function create(bench) {
  const member = bench.crew.find(({ role }) => role === "member");
  const sql = [floor(member)];
  const ask = (connections, peer) =>
    bench.compare({
      paths: ["/api/v1/incidents"],
      tokens: bench.tokens("member"),
      bodies: facts,
      sql,
      connections,
      peer,
    });
  const measured = await ask(8, { paths: [""], body: peerBody });
  bench.compared("G5", "create_incident, c=8", "≤ 2.5x", 2.5, measured);
  bench.against("G5", "create_incident, c=8, against Directus", 12, measured);
  const part = measured.ours.rate.median / measured.database.rate.median;
  bench.add({
    id: "G5",
    scenario: "create_incident, rate, c=8",
    goal: "≥ 0.5x",
    floor: `${measured.database.rate.median.toFixed(0)}/s`,
    ours: `${measured.ours.rate.median.toFixed(0)}/s`,
    ratio: `${part.toFixed(2)}x`,
    met: part >= 0.5,
  });
  if (bench.size === bench.sizes.at(-1))
    bench.compared("G5", "create_incident, c=32", "≤ 2.5x", 2.5, await ask(32));
  return measured;
}
