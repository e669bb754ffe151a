-- The second proof of a person beside the password: codes by time (RFC 6238), and codes to recover with. Secrets are
-- sealed or keyed with a key outside of the database, so that a copy of it signs nobody in. A session remembers
-- whether the second proof was given, and enough of the browser for its owner to recognise it.

CREATE TABLE second_factors (
    account_id uuid NOT NULL,
    sealed_secret bytea,
    sealed_next bytea,
    last_step bigint NOT NULL DEFAULT 0,
    last_used_on date,
    confirmed_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT second_factors_pkey PRIMARY KEY (account_id),
    CONSTRAINT second_factors_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE,
    CONSTRAINT second_factors_confirmed_check CHECK ((sealed_secret IS NULL) = (confirmed_at IS NULL))
);
COMMENT ON TABLE second_factors IS 'Codes by time, one secret for each person.';
COMMENT ON COLUMN second_factors.account_id IS 'Whose it is.';
COMMENT ON COLUMN second_factors.sealed_secret IS 'The secret that counts, sealed with a key outside of the database.';
COMMENT ON COLUMN second_factors.sealed_next IS 'A secret whose first code is still awaited.';
COMMENT ON COLUMN second_factors.last_step IS 'The step of 30 seconds since 1970 of the last code taken; none up to it counts again.';
COMMENT ON COLUMN second_factors.last_used_on IS 'Day of the last use.';
COMMENT ON COLUMN second_factors.confirmed_at IS 'When the first code of the secret was given.';
COMMENT ON COLUMN second_factors.created_at IS 'When the person began.';

CREATE TABLE recovery_codes (
    code_hash bytea NOT NULL,
    account_id uuid NOT NULL,
    used_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT recovery_codes_pkey PRIMARY KEY (code_hash),
    CONSTRAINT recovery_codes_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE INDEX recovery_codes_account_id_idx ON recovery_codes (account_id);
COMMENT ON TABLE recovery_codes IS 'Codes for who lost the device, each good once.';
COMMENT ON COLUMN recovery_codes.code_hash IS 'HMAC-SHA-256 of account and code, with a key outside of the database.';
COMMENT ON COLUMN recovery_codes.account_id IS 'Whose it is.';
COMMENT ON COLUMN recovery_codes.used_at IS 'When it was used.';
COMMENT ON COLUMN recovery_codes.created_at IS 'When it was made.';

ALTER TABLE sessions
    ADD COLUMN proven boolean NOT NULL DEFAULT false,
    ADD COLUMN browser text,
    ADD COLUMN used_at timestamptz NOT NULL DEFAULT now();
COMMENT ON COLUMN sessions.proven IS 'Whether a second factor was given.';
COMMENT ON COLUMN sessions.browser IS 'Family of browser and system, for its owner to recognise it, such as Firefox, Linux.';
COMMENT ON COLUMN sessions.used_at IS 'When it was last renewed.';

ALTER TABLE second_factors ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON second_factors TO bellbuoy_app;
ALTER TABLE recovery_codes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON recovery_codes TO bellbuoy_app;
