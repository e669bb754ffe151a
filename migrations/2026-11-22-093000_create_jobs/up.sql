-- Long work that somebody asked for and did not wait for. The row is finished in the transaction of the work's
-- effect, so that work which was cancelled leaves nothing, and work that is done is told as done.

CREATE TABLE jobs (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    result text,
    problem jsonb,
    created_at timestamptz NOT NULL DEFAULT now(),
    seen_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    CONSTRAINT jobs_pkey PRIMARY KEY (id),
    CONSTRAINT jobs_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts (id),
    CONSTRAINT jobs_finished_check CHECK ((state = 'running') = (finished_at IS NULL)),
    CONSTRAINT jobs_outcome_check CHECK ((state = 'done') = (result IS NOT NULL) AND (state = 'failed') = (problem IS NOT NULL))
);
CREATE INDEX jobs_created_at_idx ON jobs (created_at);
COMMENT ON TABLE jobs IS 'Long work in the background; kept for 30 days.';
COMMENT ON COLUMN jobs.id IS 'UUID v7.';
COMMENT ON COLUMN jobs.account_id IS 'Who asked, and alone sees it.';
COMMENT ON COLUMN jobs.kind IS 'What is done.';
COMMENT ON COLUMN jobs.state IS 'How far it is.';
COMMENT ON COLUMN jobs.result IS 'Path of what was made.';
COMMENT ON COLUMN jobs.problem IS 'Why it failed, as a problem (RFC 9457).';
COMMENT ON COLUMN jobs.created_at IS 'When it was asked for.';
COMMENT ON COLUMN jobs.seen_at IS 'When its process was last alive.';
COMMENT ON COLUMN jobs.finished_at IS 'When it ended.';

ALTER TABLE jobs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON jobs TO bellbuoy_app;
