-- Assertions that programs have proved themselves by, so that each is taken once, by whichever server it comes to. They
-- are forgotten when they would have run out.

CREATE TABLE assertions (
    key_id uuid NOT NULL,
    jti_hash bytea NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT assertions_pkey PRIMARY KEY (key_id, jti_hash),
    CONSTRAINT assertions_key_id_fkey FOREIGN KEY (key_id) REFERENCES api_keys (id) ON DELETE CASCADE
);
CREATE INDEX assertions_expires_at_idx ON assertions (expires_at);
COMMENT ON TABLE assertions IS 'Assertions that were taken (RFC 7523), each once.';
COMMENT ON COLUMN assertions.key_id IS 'Whose program proved itself.';
COMMENT ON COLUMN assertions.jti_hash IS 'SHA-256 of the id of the assertion.';
COMMENT ON COLUMN assertions.expires_at IS 'When it would have run out; then the row goes.';

ALTER TABLE assertions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON assertions TO bellbuoy_app;
