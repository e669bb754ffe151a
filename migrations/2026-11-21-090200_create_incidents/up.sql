-- An incident: what is accepted, or still has to be judged, as having happened.
-- `incidents` holds its identity, its way through review and the facts that lists and figures use;
-- `incident_facts` the other coded facts, one row each. All ids are v4: a v7 id would tell to the
-- millisecond when somebody reported. Only reports by name carry an instant.

CREATE TABLE incidents (
    id uuid NOT NULL,
    reference text NOT NULL,
    revision integer NOT NULL DEFAULT 1,
    status text NOT NULL,
    track text NOT NULL,
    series text NOT NULL,
    demo boolean NOT NULL DEFAULT false,
    organisation_id uuid,
    account_id uuid,
    reported_at timestamptz,
    recorded_month date NOT NULL,
    title text NOT NULL,
    summary text NOT NULL,
    occurred_on date NOT NULL,
    occurred_precision text NOT NULL,
    kind text NOT NULL,
    security_incident text NOT NULL,
    cause text NOT NULL,
    victim_type text NOT NULL,
    vessel_type text,
    sea_region text,
    country char(2),
    severity text NOT NULL,
    systems text[] NOT NULL DEFAULT '{}',
    verification text NOT NULL,
    tlp text NOT NULL,
    affected_party uuid,
    duplicate_of uuid,
    refusal_reason text,
    source text,
    search tsvector GENERATED ALWAYS AS (to_tsvector('english', title || ' ' || summary)) STORED,
    CONSTRAINT incidents_pkey PRIMARY KEY (id),
    CONSTRAINT incidents_reference_key UNIQUE (reference),
    CONSTRAINT incidents_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations (id),
    CONSTRAINT incidents_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts (id),
    CONSTRAINT incidents_duplicate_of_fkey FOREIGN KEY (duplicate_of) REFERENCES incidents (id),
    CONSTRAINT incidents_recorded_month_check CHECK (extract(day FROM recorded_month) = 1),
    CONSTRAINT incidents_anonymous_check CHECK (
        track = 'named' OR (reported_at IS NULL AND account_id IS NULL AND organisation_id IS NULL)
    ),
    CONSTRAINT incidents_duplicate_check CHECK ((status = 'duplicate') = (duplicate_of IS NOT NULL) AND duplicate_of <> id)
);
CREATE INDEX incidents_month_idx ON incidents (recorded_month DESC, id DESC);
CREATE INDEX incidents_status_month_idx ON incidents (status, recorded_month DESC, id DESC);
CREATE INDEX incidents_kind_month_idx ON incidents (kind, recorded_month DESC, id DESC);
CREATE INDEX incidents_organisation_month_idx ON incidents (organisation_id, recorded_month DESC, id DESC);
COMMENT ON TABLE incidents IS 'Incidents reported by name, accepted from sealed reports, or known from public sources.';
COMMENT ON COLUMN incidents.id IS 'UUID v4.';
COMMENT ON COLUMN incidents.reference IS 'INC- and six random Crockford characters; tells neither count nor order.';
COMMENT ON COLUMN incidents.revision IS 'Counts changes; part of the ETag.';
COMMENT ON COLUMN incidents.status IS 'Where the incident stands in review.';
COMMENT ON COLUMN incidents.track IS 'How it came in: by name, without a name, or from a public source.';
COMMENT ON COLUMN incidents.series IS 'Which statistical series counts it.';
COMMENT ON COLUMN incidents.demo IS 'Generated for demonstration.';
COMMENT ON COLUMN incidents.organisation_id IS 'The reporting member; empty unless reported by name.';
COMMENT ON COLUMN incidents.account_id IS 'The reporting person; empty unless reported by name.';
COMMENT ON COLUMN incidents.reported_at IS 'When it was reported; empty unless reported by name.';
COMMENT ON COLUMN incidents.recorded_month IS 'First day of the month in which it was recorded.';
COMMENT ON COLUMN incidents.title IS 'One line.';
COMMENT ON COLUMN incidents.summary IS 'What happened, in neutral words.';
COMMENT ON COLUMN incidents.occurred_on IS 'Day of the occurrence, or the first day of the period that precision names.';
COMMENT ON COLUMN incidents.occurred_precision IS 'How exactly the day is known.';
COMMENT ON COLUMN incidents.kind IS 'What happened, in plain words.';
COMMENT ON COLUMN incidents.security_incident IS 'VERIS: confirmed, suspected, near miss or false positive.';
COMMENT ON COLUMN incidents.cause IS 'Malicious, accidental, failure or unknown; lets figures choose the definition.';
COMMENT ON COLUMN incidents.victim_type IS 'Who was hit.';
COMMENT ON COLUMN incidents.vessel_type IS 'Type of the vessel, if one was hit.';
COMMENT ON COLUMN incidents.sea_region IS 'Coarse sea region.';
COMMENT ON COLUMN incidents.country IS 'ISO 3166-1 alpha-2 code.';
COMMENT ON COLUMN incidents.severity IS 'Overall severity.';
COMMENT ON COLUMN incidents.systems IS 'Systems hit; words of the vocabulary system.';
COMMENT ON COLUMN incidents.verification IS 'Level on the verification scale.';
COMMENT ON COLUMN incidents.tlp IS 'TLP 2.0 label.';
COMMENT ON COLUMN incidents.affected_party IS 'Organisation or keyed pseudonym counted for disclosure control; empty counts as one of its own.';
COMMENT ON COLUMN incidents.duplicate_of IS 'The incident that this one repeats.';
COMMENT ON COLUMN incidents.refusal_reason IS 'Why it was refused.';
COMMENT ON COLUMN incidents.source IS 'Where a public-source incident is known from.';
COMMENT ON COLUMN incidents.search IS 'Words of title and summary for full-text search.';

CREATE TABLE incident_facts (
    incident_id uuid NOT NULL,
    classification text NOT NULL,
    incident_type text,
    size_band text,
    unlocode char(5),
    safety text,
    operational text,
    environmental text,
    financial text,
    data text,
    reporter_role text,
    actor text,
    motive text,
    backups text,
    workaround text,
    attributes text[] NOT NULL DEFAULT '{}',
    containment text[] NOT NULL DEFAULT '{}',
    crime_links text[] NOT NULL DEFAULT '{}',
    services jsonb NOT NULL DEFAULT '[]',
    techniques jsonb NOT NULL DEFAULT '[]',
    CONSTRAINT incident_facts_pkey PRIMARY KEY (incident_id),
    CONSTRAINT incident_facts_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents (id) ON DELETE CASCADE
);
COMMENT ON TABLE incident_facts IS 'The coded facts of an incident that lists and figures do not need.';
COMMENT ON COLUMN incident_facts.incident_id IS 'The incident.';
COMMENT ON COLUMN incident_facts.classification IS 'Class of the Reference Security Incident Taxonomy.';
COMMENT ON COLUMN incident_facts.incident_type IS 'Type within the class, or a value of the maritime extension.';
COMMENT ON COLUMN incident_facts.size_band IS 'Band of gross tonnage.';
COMMENT ON COLUMN incident_facts.unlocode IS 'UN/LOCODE of the port.';
COMMENT ON COLUMN incident_facts.safety IS 'Effect on people and the safety of the ship.';
COMMENT ON COLUMN incident_facts.operational IS 'Effect on the voyage, the terminal or the office.';
COMMENT ON COLUMN incident_facts.environmental IS 'Effect on the environment.';
COMMENT ON COLUMN incident_facts.financial IS 'Financial effect.';
COMMENT ON COLUMN incident_facts.data IS 'Effect on data.';
COMMENT ON COLUMN incident_facts.reporter_role IS 'What the reporter does.';
COMMENT ON COLUMN incident_facts.actor IS 'Who did it, in VERIS words.';
COMMENT ON COLUMN incident_facts.motive IS 'Why, in VERIS words.';
COMMENT ON COLUMN incident_facts.backups IS 'What is known of the backups.';
COMMENT ON COLUMN incident_facts.workaround IS 'How work went on.';
COMMENT ON COLUMN incident_facts.attributes IS 'Confidentiality, integrity, availability.';
COMMENT ON COLUMN incident_facts.containment IS 'What was done to contain it.';
COMMENT ON COLUMN incident_facts.crime_links IS 'Links to theft, smuggling, fraud and the like.';
COMMENT ON COLUMN incident_facts.services IS 'Services hit: [{service, state, down_at, restored_at}].';
COMMENT ON COLUMN incident_facts.techniques IS 'ATT&CK techniques: [{matrix, id}].';

-- Row-level security keeps operators that are not leakproof, `@@` among them, away from indexes.
-- The words therefore stand in a table of their own that no serving role can read: a function of
-- its owner looks ids up in it, and what the caller may see of them is decided on `incidents`.
CREATE TABLE incident_words (
    incident_id uuid NOT NULL,
    search tsvector NOT NULL,
    CONSTRAINT incident_words_pkey PRIMARY KEY (incident_id),
    CONSTRAINT incident_words_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents (id) ON DELETE CASCADE
);
CREATE INDEX incident_words_search_idx ON incident_words USING gin (search) WITH (fastupdate = off);
COMMENT ON TABLE incident_words IS 'Full-text index of incidents, kept by a trigger, read through a function only.';
COMMENT ON COLUMN incident_words.incident_id IS 'The incident.';
COMMENT ON COLUMN incident_words.search IS 'Words of title and summary.';

ALTER TABLE incident_words ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE incidents ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE incident_facts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON incidents, incident_facts TO bellbuoy_app;
