-- Seals the audit: the worker that numbers an entry also gives it a hash over the entry and the hash before it, so that
-- who edits, removes or moves a line with the rights of the database's owner is found out. Every hour it signs where
-- the chain stands. Entries from before are sealed in the order of their numbers.
-- The serving role writes an entry's own columns only; number and hash come later, once.

ALTER TABLE audit_entries
    ADD COLUMN hash bytea,
    ADD CONSTRAINT audit_entries_hash_check CHECK (hash IS NULL OR (number IS NOT NULL AND octet_length(hash) = 32));
COMMENT ON COLUMN audit_entries.hash IS 'SHA-256 over this entry and the hash before it; given with the number.';
CREATE INDEX audit_entries_unsealed_idx ON audit_entries (number, at, id) WHERE hash IS NULL;
DROP INDEX audit_entries_unnumbered_idx;

CREATE TABLE audit_checkpoints (
    number bigint NOT NULL,
    hash bytea NOT NULL,
    hour timestamptz NOT NULL,
    kid text NOT NULL,
    signature text NOT NULL,
    CONSTRAINT audit_checkpoints_pkey PRIMARY KEY (number),
    CONSTRAINT audit_checkpoints_hour_key UNIQUE (hour),
    CONSTRAINT audit_checkpoints_hash_check CHECK (octet_length(hash) = 32)
);
COMMENT ON TABLE audit_checkpoints IS 'Where the chain of the audit stood, signed; of use once a copy is kept elsewhere.';
COMMENT ON COLUMN audit_checkpoints.number IS 'The last entry it vouches for.';
COMMENT ON COLUMN audit_checkpoints.hash IS 'Hash of that entry, which covers all before it.';
COMMENT ON COLUMN audit_checkpoints.hour IS 'The hour in which it was signed.';
COMMENT ON COLUMN audit_checkpoints.kid IS 'Which of the published keys signed it.';
COMMENT ON COLUMN audit_checkpoints.signature IS 'Ed25519 over its text, base64url.';

ALTER TABLE audit_checkpoints ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON audit_checkpoints TO bellbuoy_app;
GRANT UPDATE (hash) ON audit_entries TO bellbuoy_app;
REVOKE INSERT ON audit_entries FROM bellbuoy_app;
GRANT INSERT (id, at, account_id, action, object_kind, object_id, fields, reason) ON audit_entries TO bellbuoy_app;
