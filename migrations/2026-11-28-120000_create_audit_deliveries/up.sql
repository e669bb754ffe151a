-- Checkpoints of the audit go to a mail address or a web address of the operator too: up to where each has them.

CREATE TABLE audit_deliveries (
    place bytea NOT NULL,
    number bigint NOT NULL,
    fault text,
    changed_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT audit_deliveries_pkey PRIMARY KEY (place),
    CONSTRAINT audit_deliveries_place_check CHECK (octet_length(place) = 32),
    CONSTRAINT audit_deliveries_number_check CHECK (number >= 0)
);
COMMENT ON TABLE audit_deliveries IS 'Up to where checkpoints of the audit were sent elsewhere.';
COMMENT ON COLUMN audit_deliveries.place IS 'SHA-256 of the way and the address, which may hold a secret.';
COMMENT ON COLUMN audit_deliveries.number IS 'The entry that the last one sent vouches for; 0 before any.';
COMMENT ON COLUMN audit_deliveries.fault IS 'Why the last try failed; none when it did not.';
COMMENT ON COLUMN audit_deliveries.changed_at IS 'When it was last tried.';

ALTER TABLE audit_deliveries ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON audit_deliveries TO bellbuoy_app;
