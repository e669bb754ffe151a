-- What the public search reads: one row for each person who holds a certificate in force and wants to be found. The
-- database writes it again in the transaction of whatever changes it, so that a suspension is seen by the next search.

CREATE TABLE register_entries (
    consultant_id uuid NOT NULL,
    demo boolean NOT NULL,
    name text NOT NULL COLLATE "C",
    base char(5) NOT NULL,
    country char(2) NOT NULL,
    marks text[] NOT NULL,
    words tsvector NOT NULL,
    shown jsonb NOT NULL,
    available_from date,
    valid_to date NOT NULL,
    CONSTRAINT register_entries_pkey PRIMARY KEY (consultant_id),
    CONSTRAINT register_entries_consultant_id_fkey FOREIGN KEY (consultant_id) REFERENCES consultants (id)
);
CREATE INDEX register_entries_name_idx ON register_entries (name, consultant_id);
CREATE INDEX register_entries_base_idx ON register_entries (base, name, consultant_id);
CREATE INDEX register_entries_marks_idx ON register_entries USING gin (marks, words);
COMMENT ON TABLE register_entries IS 'The register as it is searched; made from consultants, certificates and engagements.';
COMMENT ON COLUMN register_entries.consultant_id IS 'The person.';
COMMENT ON COLUMN register_entries.demo IS 'Invented for demonstration.';
COMMENT ON COLUMN register_entries.name IS 'The name without accents and case, by which lists are sorted.';
COMMENT ON COLUMN register_entries.base IS 'UN/LOCODE of the base.';
COMMENT ON COLUMN register_entries.country IS 'Country of the base.';
COMMENT ON COLUMN register_entries.marks IS 'What can be filtered by, each with a letter for its kind.';
COMMENT ON COLUMN register_entries.words IS 'What can be searched for.';
COMMENT ON COLUMN register_entries.shown IS 'What a list shows of the person.';
COMMENT ON COLUMN register_entries.available_from IS 'From when the person can be engaged.';
COMMENT ON COLUMN register_entries.valid_to IS 'The last day of the certificate in force that lasts longest.';

ALTER TABLE register_entries ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT ON register_entries TO bellbuoy_app;
