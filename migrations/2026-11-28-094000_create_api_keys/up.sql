-- Keys for programs that act for an organisation. The secret is told once and kept as a hash; while a key is rotated
-- the old secret goes on for a while.

CREATE TABLE api_keys (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    account_id uuid NOT NULL,
    name text NOT NULL,
    test boolean NOT NULL,
    scopes text[] NOT NULL,
    addresses text[] NOT NULL DEFAULT '{}',
    secret_hash bytea NOT NULL,
    previous_hash bytea,
    previous_until timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    last_used_on date,
    revoked_at timestamptz,
    revoked_reason text,
    revision integer NOT NULL DEFAULT 1,
    CONSTRAINT api_keys_pkey PRIMARY KEY (id),
    CONSTRAINT api_keys_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations (id),
    CONSTRAINT api_keys_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts (id)
);
CREATE INDEX api_keys_organisation_id_idx ON api_keys (organisation_id, id);
COMMENT ON TABLE api_keys IS 'Keys of programs.';
COMMENT ON COLUMN api_keys.id IS 'UUID v7; stands in the key.';
COMMENT ON COLUMN api_keys.organisation_id IS 'For whom the program acts.';
COMMENT ON COLUMN api_keys.account_id IS 'Who made the key; it ends with that membership.';
COMMENT ON COLUMN api_keys.name IS 'What it is for.';
COMMENT ON COLUMN api_keys.test IS 'Sees demo data only.';
COMMENT ON COLUMN api_keys.scopes IS 'What it opens; words of the vocabulary key_scope.';
COMMENT ON COLUMN api_keys.addresses IS 'Networks it may be used from, as 192.0.2.0/24; empty is everywhere.';
COMMENT ON COLUMN api_keys.secret_hash IS 'SHA-256 of the secret of 256 bits.';
COMMENT ON COLUMN api_keys.previous_hash IS 'SHA-256 of the secret before the last rotation.';
COMMENT ON COLUMN api_keys.previous_until IS 'Until when the secret before still works.';
COMMENT ON COLUMN api_keys.created_at IS 'When it was made.';
COMMENT ON COLUMN api_keys.expires_at IS 'After this it is no use; a year at most.';
COMMENT ON COLUMN api_keys.last_used_on IS 'Day of the last use.';
COMMENT ON COLUMN api_keys.revoked_at IS 'When it was revoked.';
COMMENT ON COLUMN api_keys.revoked_reason IS 'Why it was revoked.';
COMMENT ON COLUMN api_keys.revision IS 'Counts changes; part of the ETag.';

ALTER TABLE api_keys ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON api_keys TO bellbuoy_app;
