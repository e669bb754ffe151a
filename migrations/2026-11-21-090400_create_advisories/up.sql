-- A de-identified lesson. One person writes it, another releases it; the number is given on release.

CREATE TABLE advisories (
    id uuid NOT NULL,
    number text,
    revision integer NOT NULL DEFAULT 1,
    status text NOT NULL,
    demo boolean NOT NULL DEFAULT false,
    title text NOT NULL,
    what_happened text NOT NULL,
    lesson text NOT NULL,
    kind text NOT NULL,
    severity text NOT NULL,
    tlp text NOT NULL,
    sea_regions text[] NOT NULL DEFAULT '{}',
    systems text[] NOT NULL DEFAULT '{}',
    author_id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    released_by uuid,
    released_at timestamptz,
    CONSTRAINT advisories_pkey PRIMARY KEY (id),
    CONSTRAINT advisories_number_key UNIQUE (number),
    CONSTRAINT advisories_author_id_fkey FOREIGN KEY (author_id) REFERENCES accounts (id),
    CONSTRAINT advisories_released_by_fkey FOREIGN KEY (released_by) REFERENCES accounts (id),
    CONSTRAINT advisories_two_people_check CHECK (released_by <> author_id),
    CONSTRAINT advisories_released_check CHECK (
        (status = 'draft') = (number IS NULL) AND (number IS NULL) = (released_by IS NULL) AND (number IS NULL) = (released_at IS NULL)
    )
);
CREATE INDEX advisories_released_at_idx ON advisories (released_at DESC, id DESC);
CREATE INDEX advisories_created_at_idx ON advisories (created_at DESC, id DESC);
COMMENT ON TABLE advisories IS 'Lessons for the sector. Nothing in a row ties it to an incident or a reporter.';
COMMENT ON COLUMN advisories.id IS 'UUID v7.';
COMMENT ON COLUMN advisories.number IS 'BB-<year>-<number>, given on release.';
COMMENT ON COLUMN advisories.revision IS 'Counts changes; part of the ETag.';
COMMENT ON COLUMN advisories.status IS 'draft, released or withdrawn.';
COMMENT ON COLUMN advisories.demo IS 'Generated for demonstration.';
COMMENT ON COLUMN advisories.title IS 'One line that says what to know.';
COMMENT ON COLUMN advisories.what_happened IS 'De-identified account.';
COMMENT ON COLUMN advisories.lesson IS 'What to do.';
COMMENT ON COLUMN advisories.kind IS 'What happened, in plain words.';
COMMENT ON COLUMN advisories.severity IS 'Overall severity.';
COMMENT ON COLUMN advisories.tlp IS 'TLP 2.0 label; the public sees clear only.';
COMMENT ON COLUMN advisories.sea_regions IS 'Where it matters; empty is everywhere.';
COMMENT ON COLUMN advisories.systems IS 'Systems concerned.';
COMMENT ON COLUMN advisories.author_id IS 'Who wrote it.';
COMMENT ON COLUMN advisories.created_at IS 'When it was begun.';
COMMENT ON COLUMN advisories.released_by IS 'The second person.';
COMMENT ON COLUMN advisories.released_at IS 'When it was released.';

CREATE TABLE advisory_numbers (
    year smallint NOT NULL,
    last integer NOT NULL,
    CONSTRAINT advisory_numbers_pkey PRIMARY KEY (year)
);
COMMENT ON TABLE advisory_numbers IS 'The last number given in a year.';
COMMENT ON COLUMN advisory_numbers.year IS 'Calendar year, UTC.';
COMMENT ON COLUMN advisory_numbers.last IS 'The last number given.';

ALTER TABLE advisories ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE advisory_numbers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON advisories, advisory_numbers TO bellbuoy_app;
