-- Certified responders on call: who can be called for urgent help, and when.

CREATE TABLE duties (
    id uuid NOT NULL,
    consultant_id uuid NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    created_by uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT duties_pkey PRIMARY KEY (id),
    CONSTRAINT duties_consultant_id_fkey FOREIGN KEY (consultant_id) REFERENCES consultants (id),
    CONSTRAINT duties_created_by_fkey FOREIGN KEY (created_by) REFERENCES accounts (id),
    CONSTRAINT duties_order_check CHECK (ends_at > starts_at)
);
CREATE INDEX duties_ends_at_idx ON duties (ends_at);
CREATE INDEX duties_consultant_id_idx ON duties (consultant_id);
COMMENT ON TABLE duties IS 'Times in which a certified responder is on call.';
COMMENT ON COLUMN duties.id IS 'UUID v7.';
COMMENT ON COLUMN duties.consultant_id IS 'Who is on call.';
COMMENT ON COLUMN duties.starts_at IS 'From when.';
COMMENT ON COLUMN duties.ends_at IS 'Up to when.';
COMMENT ON COLUMN duties.created_by IS 'Who entered it.';
COMMENT ON COLUMN duties.created_at IS 'When it was entered.';
ALTER TABLE duties ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON duties TO bellbuoy_app;
