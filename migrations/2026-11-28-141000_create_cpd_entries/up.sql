-- The log of continuing professional development, which each person keeps, and what was told about renewals: each
-- letter is sent once for each term, however many workers there are.

CREATE TABLE cpd_entries (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    done_on date NOT NULL,
    quarters smallint NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    learned text,
    revision integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    changed_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT cpd_entries_pkey PRIMARY KEY (id),
    CONSTRAINT cpd_entries_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts (id),
    CONSTRAINT cpd_entries_quarters_check CHECK (quarters BETWEEN 1 AND 96)
);
CREATE INDEX cpd_entries_account_id_idx ON cpd_entries (account_id, done_on DESC, id DESC);
COMMENT ON TABLE cpd_entries IS 'What somebody did to stay current, as they say it.';
COMMENT ON COLUMN cpd_entries.id IS 'UUID v7.';
COMMENT ON COLUMN cpd_entries.account_id IS 'The person.';
COMMENT ON COLUMN cpd_entries.done_on IS 'The day.';
COMMENT ON COLUMN cpd_entries.quarters IS 'Quarters of an hour.';
COMMENT ON COLUMN cpd_entries.kind IS 'A word of the vocabulary cpd_kind.';
COMMENT ON COLUMN cpd_entries.title IS 'What it was.';
COMMENT ON COLUMN cpd_entries.learned IS 'What was learned.';
COMMENT ON COLUMN cpd_entries.revision IS 'Counts changes; part of the ETag.';
COMMENT ON COLUMN cpd_entries.created_at IS 'When it was entered.';
COMMENT ON COLUMN cpd_entries.changed_at IS 'When it was last changed.';

CREATE TABLE certificate_reminders (
    certificate_id uuid NOT NULL,
    kind text NOT NULL,
    valid_to date NOT NULL,
    told_at timestamptz NOT NULL,
    CONSTRAINT certificate_reminders_pkey PRIMARY KEY (certificate_id, valid_to, kind),
    CONSTRAINT certificate_reminders_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificates (id)
);
COMMENT ON TABLE certificate_reminders IS 'What a holder was told about the end of a term.';
COMMENT ON COLUMN certificate_reminders.certificate_id IS 'The certificate.';
COMMENT ON COLUMN certificate_reminders.kind IS 'Which letter; a word of the vocabulary reminder_kind.';
COMMENT ON COLUMN certificate_reminders.valid_to IS 'Last day of the term that it was about.';
COMMENT ON COLUMN certificate_reminders.told_at IS 'When it was told.';

ALTER TABLE cpd_entries ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE certificate_reminders ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON cpd_entries TO bellbuoy_app;
GRANT SELECT, INSERT ON certificate_reminders TO bellbuoy_app;
