-- A bulk of :many copies of accepted incidents, entered as the server's own bulk enters them: rows, facts, figures.
SET synchronous_commit = off;
BEGIN;
CREATE TEMP TABLE copied AS SELECT * FROM incidents WHERE status = 'accepted' AND series = 'reported' LIMIT :many;
ALTER TABLE copied DROP COLUMN search;
UPDATE copied SET id = gen_random_uuid(), reference = 'BULK-' || gen_random_uuid(), severity = 'critical';
DO $$ BEGIN
    EXECUTE (SELECT format('INSERT INTO incidents (%1$s) SELECT %1$s FROM copied', string_agg(quote_ident(attname), ', '))
        FROM pg_attribute WHERE attrelid = 'copied'::regclass AND attnum > 0 AND NOT attisdropped);
END $$;
INSERT INTO incident_facts (incident_id, classification) SELECT id, 'other' FROM copied;
INSERT INTO statistics_changes (id, incident_id, sign, series, month, party, kind, victim_type, sea_region, severity, verification, systems)
SELECT gen_random_uuid(), id, 1, series, date_trunc('month', occurred_on), affected_party, kind, victim_type, coalesce(sea_region, 'unknown'),
    severity, verification, systems FROM copied;
COMMIT;
