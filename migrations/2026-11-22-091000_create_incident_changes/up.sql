-- The order in which incidents changed, for mirrors that ask what is new. One row for each incident: a change
-- takes its number away, and the one worker that numbers committed rows gives it the next. The sequence is
-- drawn from by that worker only, so numbers become visible in their order and no mirror misses one.

CREATE TABLE incident_changes (
    incident_id uuid NOT NULL,
    number bigint,
    CONSTRAINT incident_changes_pkey PRIMARY KEY (incident_id),
    CONSTRAINT incident_changes_number_key UNIQUE (number),
    CONSTRAINT incident_changes_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents (id) ON DELETE CASCADE
);
CREATE INDEX incident_changes_unnumbered_idx ON incident_changes (incident_id) WHERE number IS NULL;
CREATE SEQUENCE incident_change_numbers;
COMMENT ON TABLE incident_changes IS 'When each incident changed last, as a number; kept by triggers, numbered by the worker.';
COMMENT ON COLUMN incident_changes.incident_id IS 'The incident.';
COMMENT ON COLUMN incident_changes.number IS 'Grows with every change; empty until the worker has seen the change.';

ALTER TABLE incident_changes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON incident_changes TO bellbuoy_app;
GRANT UPDATE (number) ON incident_changes TO bellbuoy_app;
GRANT USAGE ON SEQUENCE incident_change_numbers TO bellbuoy_app;

-- The owner is held by the policies too; they are made anew after the migrations.
ALTER TABLE incidents NO FORCE ROW LEVEL SECURITY;
ALTER TABLE incident_changes NO FORCE ROW LEVEL SECURITY;
INSERT INTO incident_changes (incident_id) SELECT id FROM incidents ORDER BY recorded_month, id;
ALTER TABLE incidents FORCE ROW LEVEL SECURITY;
ALTER TABLE incident_changes FORCE ROW LEVEL SECURITY;
