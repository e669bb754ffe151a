-- What a certificate can be for: schemes as data, with versions. A version is a draft until it is published; from its
-- day on new applications follow it, and what was granted before keeps the version under which it was granted.

CREATE TABLE schemes (
    id uuid NOT NULL,
    code text NOT NULL,
    kind text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT schemes_pkey PRIMARY KEY (id),
    CONSTRAINT schemes_code_key UNIQUE (code)
);
COMMENT ON TABLE schemes IS 'Certification schemes for people and accreditation schemes for suppliers.';
COMMENT ON COLUMN schemes.id IS 'UUID v7.';
COMMENT ON COLUMN schemes.code IS 'Its name in addresses and certificates, lower case.';
COMMENT ON COLUMN schemes.kind IS 'Whom it certifies; a word of the vocabulary holder_kind.';
COMMENT ON COLUMN schemes.created_at IS 'When it was entered.';

CREATE TABLE scheme_versions (
    id uuid NOT NULL,
    scheme_id uuid NOT NULL,
    number integer NOT NULL,
    content jsonb NOT NULL,
    reason text,
    valid_from date,
    revision integer NOT NULL DEFAULT 1,
    author_id uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    published_at timestamptz,
    CONSTRAINT scheme_versions_pkey PRIMARY KEY (id),
    CONSTRAINT scheme_versions_number_key UNIQUE (scheme_id, number),
    CONSTRAINT scheme_versions_scheme_id_fkey FOREIGN KEY (scheme_id) REFERENCES schemes (id),
    CONSTRAINT scheme_versions_author_id_fkey FOREIGN KEY (author_id) REFERENCES accounts (id),
    CONSTRAINT scheme_versions_published_check CHECK ((valid_from IS NULL) = (published_at IS NULL))
);
-- One draft at a time.
CREATE UNIQUE INDEX scheme_versions_draft_key ON scheme_versions (scheme_id) WHERE published_at IS NULL;
COMMENT ON TABLE scheme_versions IS 'What a scheme asked for, and from when.';
COMMENT ON COLUMN scheme_versions.id IS 'UUID v7.';
COMMENT ON COLUMN scheme_versions.scheme_id IS 'The scheme.';
COMMENT ON COLUMN scheme_versions.number IS 'Counts from 1 within the scheme.';
COMMENT ON COLUMN scheme_versions.content IS 'Disciplines, levels, requirements, validity, renewal, fees and promised times.';
COMMENT ON COLUMN scheme_versions.reason IS 'Why it was changed, for readers.';
COMMENT ON COLUMN scheme_versions.valid_from IS 'From when new applications follow it; none for a draft.';
COMMENT ON COLUMN scheme_versions.revision IS 'Counts changes of the draft; part of the ETag.';
COMMENT ON COLUMN scheme_versions.author_id IS 'Who wrote it; none for what came with the site.';
COMMENT ON COLUMN scheme_versions.created_at IS 'When it was begun.';
COMMENT ON COLUMN scheme_versions.published_at IS 'When it was published.';

ALTER TABLE schemes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE scheme_versions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON schemes, scheme_versions TO bellbuoy_app;
