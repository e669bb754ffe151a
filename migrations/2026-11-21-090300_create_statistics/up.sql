-- Figures, kept while incidents are accepted and never recounted inside a write.
-- A decision writes one row of `statistics_changes`; a worker folds these into `statistics_cells`.
-- Readers add both, so figures are exact at once. `statistics_parties` tells how many distinct
-- affected parties stand behind a cell, which disclosure control asks for.

CREATE TABLE statistics_changes (
    id uuid NOT NULL,
    incident_id uuid NOT NULL,
    sign smallint NOT NULL,
    series text NOT NULL,
    month date NOT NULL,
    party uuid,
    kind text NOT NULL,
    victim_type text NOT NULL,
    sea_region text NOT NULL,
    severity text NOT NULL,
    verification text NOT NULL,
    systems text[] NOT NULL,
    CONSTRAINT statistics_changes_pkey PRIMARY KEY (id),
    CONSTRAINT statistics_changes_sign_check CHECK (sign IN (1, -1))
);
COMMENT ON TABLE statistics_changes IS 'Incidents that came into or left the figures and are not folded in yet.';
COMMENT ON COLUMN statistics_changes.id IS 'UUID v4.';
COMMENT ON COLUMN statistics_changes.incident_id IS 'The incident.';
COMMENT ON COLUMN statistics_changes.sign IS '1 counts it, -1 takes it back.';
COMMENT ON COLUMN statistics_changes.series IS 'Which series.';
COMMENT ON COLUMN statistics_changes.month IS 'First day of the month of the occurrence.';
COMMENT ON COLUMN statistics_changes.party IS 'Affected party; empty is one of its own.';
COMMENT ON COLUMN statistics_changes.kind IS 'Word of the dimension kind.';
COMMENT ON COLUMN statistics_changes.victim_type IS 'Word of the dimension victim_type.';
COMMENT ON COLUMN statistics_changes.sea_region IS 'Word of the dimension sea_region, or unknown.';
COMMENT ON COLUMN statistics_changes.severity IS 'Word of the dimension severity.';
COMMENT ON COLUMN statistics_changes.verification IS 'Word of the dimension verification.';
COMMENT ON COLUMN statistics_changes.systems IS 'Words of the dimension system; several may apply.';

CREATE TABLE statistics_cells (
    series text NOT NULL,
    period text NOT NULL,
    starts date NOT NULL,
    dimension text NOT NULL,
    word text NOT NULL,
    incidents bigint NOT NULL,
    parties bigint NOT NULL,
    CONSTRAINT statistics_cells_pkey PRIMARY KEY (series, dimension, period, starts, word)
);
COMMENT ON TABLE statistics_cells IS 'Counts of accepted incidents by period and one dimension.';
COMMENT ON COLUMN statistics_cells.series IS 'Reported to us, or public source.';
COMMENT ON COLUMN statistics_cells.period IS 'month, quarter, year or all.';
COMMENT ON COLUMN statistics_cells.starts IS 'First day of the period; 1900-01-01 for all.';
COMMENT ON COLUMN statistics_cells.dimension IS 'kind, victim_type, sea_region, system, severity, verification, or all.';
COMMENT ON COLUMN statistics_cells.word IS 'Word of the dimension; all in the dimension all.';
COMMENT ON COLUMN statistics_cells.incidents IS 'Accepted incidents.';
COMMENT ON COLUMN statistics_cells.parties IS 'Distinct affected parties among them.';

CREATE TABLE statistics_versions (
    series text NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT statistics_versions_pkey PRIMARY KEY (series)
);
COMMENT ON TABLE statistics_versions IS 'Counts the folds of a series, so that readers know whether what they hold is still true.';
COMMENT ON COLUMN statistics_versions.series IS 'The series.';
COMMENT ON COLUMN statistics_versions.version IS 'Grows with each fold.';

CREATE TABLE statistics_parties (
    series text NOT NULL,
    period text NOT NULL,
    starts date NOT NULL,
    dimension text NOT NULL,
    word text NOT NULL,
    party uuid NOT NULL,
    incidents bigint NOT NULL,
    CONSTRAINT statistics_parties_pkey PRIMARY KEY (series, dimension, period, starts, word, party)
);
COMMENT ON TABLE statistics_parties IS 'How many incidents of a cell each known party has; used to count parties, never shown.';
COMMENT ON COLUMN statistics_parties.series IS 'As in statistics_cells.';
COMMENT ON COLUMN statistics_parties.period IS 'As in statistics_cells.';
COMMENT ON COLUMN statistics_parties.starts IS 'As in statistics_cells.';
COMMENT ON COLUMN statistics_parties.dimension IS 'As in statistics_cells.';
COMMENT ON COLUMN statistics_parties.word IS 'As in statistics_cells.';
COMMENT ON COLUMN statistics_parties.party IS 'The party.';
COMMENT ON COLUMN statistics_parties.incidents IS 'Its incidents in the cell.';

CREATE TABLE statistics_releases (
    id uuid NOT NULL,
    published_at timestamptz NOT NULL DEFAULT now(),
    as_of timestamptz NOT NULL,
    threshold smallint NOT NULL,
    rounding smallint NOT NULL,
    published_by uuid,
    tables jsonb NOT NULL,
    CONSTRAINT statistics_releases_pkey PRIMARY KEY (id),
    CONSTRAINT statistics_releases_published_by_fkey FOREIGN KEY (published_by) REFERENCES accounts (id)
);
CREATE INDEX statistics_releases_published_at_idx ON statistics_releases (published_at DESC, id DESC);
COMMENT ON TABLE statistics_releases IS 'What the public sees: fixed tables after disclosure control, as published.';
COMMENT ON COLUMN statistics_releases.id IS 'UUID v7.';
COMMENT ON COLUMN statistics_releases.published_at IS 'When it was published.';
COMMENT ON COLUMN statistics_releases.as_of IS 'State of the register it was made from.';
COMMENT ON COLUMN statistics_releases.threshold IS 'Fewest affected parties behind a shown cell.';
COMMENT ON COLUMN statistics_releases.rounding IS 'Base to which counts are rounded.';
COMMENT ON COLUMN statistics_releases.published_by IS 'Who pressed the button; empty for the schedule.';
COMMENT ON COLUMN statistics_releases.tables IS 'The published tables, hidden cells without a value.';

CREATE TABLE statistics_waits (
    month date NOT NULL,
    band text NOT NULL,
    reports bigint NOT NULL,
    CONSTRAINT statistics_waits_pkey PRIMARY KEY (month, band)
);
COMMENT ON TABLE statistics_waits IS 'How long sealed reports waited until they were accepted, in bands.';
COMMENT ON COLUMN statistics_waits.month IS 'Month of the acceptance.';
COMMENT ON COLUMN statistics_waits.band IS 'Up to one day, three, seven, or later.';
COMMENT ON COLUMN statistics_waits.reports IS 'Reports accepted.';

ALTER TABLE statistics_waits ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON statistics_waits TO bellbuoy_app;
ALTER TABLE statistics_changes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE statistics_cells ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE statistics_versions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE statistics_parties ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE statistics_releases ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON statistics_changes TO bellbuoy_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON statistics_cells, statistics_versions, statistics_parties TO bellbuoy_app;
GRANT SELECT, INSERT ON statistics_releases TO bellbuoy_app;
