-- The peer's table as ours is now, with the indexes that its lists want.
SET synchronous_commit = off;
SET maintenance_work_mem = '512MB';
DROP INDEX IF EXISTS peer.incidents_month_idx, peer.incidents_status_month_idx, peer.incidents_kind_month_idx;
TRUNCATE peer.incidents;
INSERT INTO peer.incidents (id, reference, revision, status, track, series, demo, organisation_id, account_id, reported_at, recorded_month,
    title, summary, occurred_on, occurred_precision, kind, security_incident, cause, victim_type, vessel_type, sea_region, country, severity,
    systems, verification, tlp, affected_party, duplicate_of, refusal_reason, source)
SELECT id, reference, revision, status, track, series, demo, organisation_id, account_id, reported_at, recorded_month,
    title, summary, occurred_on, occurred_precision, kind, security_incident, cause, victim_type, vessel_type, sea_region, country, severity,
    to_json(systems), verification, tlp, affected_party, duplicate_of, refusal_reason, source FROM incidents;
CREATE INDEX incidents_month_idx ON peer.incidents (recorded_month DESC, id DESC);
CREATE INDEX incidents_status_month_idx ON peer.incidents (status, recorded_month DESC, id DESC);
CREATE INDEX incidents_kind_month_idx ON peer.incidents (kind, recorded_month DESC, id DESC);
VACUUM ANALYZE peer.incidents;
CHECKPOINT;
