-- What somebody shows of themselves, entered once and used by every application.

CREATE TABLE curricula (
    account_id uuid NOT NULL,
    entries jsonb NOT NULL DEFAULT '[]',
    revision integer NOT NULL DEFAULT 1,
    changed_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT curricula_pkey PRIMARY KEY (account_id),
    CONSTRAINT curricula_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts (id)
);
COMMENT ON TABLE curricula IS 'Curricula vitae of people who apply for a certificate.';
COMMENT ON COLUMN curricula.account_id IS 'Whose.';
COMMENT ON COLUMN curricula.entries IS 'Employments, projects, education and qualifications, newest first.';
COMMENT ON COLUMN curricula.revision IS 'Counts changes; part of the ETag.';
COMMENT ON COLUMN curricula.changed_at IS 'When it was last changed.';

CREATE TABLE evidence_files (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    issuer text NOT NULL,
    issued_on date NOT NULL,
    expires_on date,
    media_type text,
    size integer,
    sha256 bytea,
    content bytea,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT evidence_files_pkey PRIMARY KEY (id),
    CONSTRAINT evidence_files_owner_key UNIQUE (id, account_id),
    CONSTRAINT evidence_files_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts (id),
    CONSTRAINT evidence_files_content_check CHECK (num_nonnulls(media_type, size, sha256, content) IN (0, 4))
);
CREATE INDEX evidence_files_account_id_idx ON evidence_files (account_id, id);
-- Papers do not get smaller, and are sent as they are.
ALTER TABLE evidence_files ALTER COLUMN content SET STORAGE EXTERNAL;
COMMENT ON TABLE evidence_files IS 'Papers that prove something about an applicant.';
COMMENT ON COLUMN evidence_files.id IS 'UUID v7.';
COMMENT ON COLUMN evidence_files.account_id IS 'Who entered it.';
COMMENT ON COLUMN evidence_files.kind IS 'What it is; a word of the vocabulary evidence_kind.';
COMMENT ON COLUMN evidence_files.title IS 'What it is called.';
COMMENT ON COLUMN evidence_files.issuer IS 'Who issued it.';
COMMENT ON COLUMN evidence_files.issued_on IS 'When it was issued.';
COMMENT ON COLUMN evidence_files.expires_on IS 'Its last day; none if it does not run out.';
COMMENT ON COLUMN evidence_files.media_type IS 'PDF, JPEG or PNG; none while the file is missing.';
COMMENT ON COLUMN evidence_files.size IS 'Bytes.';
COMMENT ON COLUMN evidence_files.sha256 IS 'SHA-256 of the file.';
COMMENT ON COLUMN evidence_files.content IS 'The file.';
COMMENT ON COLUMN evidence_files.created_at IS 'When it was entered.';

ALTER TABLE curricula ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE evidence_files ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON curricula, evidence_files TO bellbuoy_app;
