-- Who signs in through an identity provider. A person is known by what the provider calls them (issuer and subject),
-- never by an address, which may be given to somebody else there. One account has one subject at a provider.

CREATE TABLE identities (
    issuer text NOT NULL,
    subject text NOT NULL,
    account_id uuid NOT NULL,
    linked_at timestamptz NOT NULL,
    last_used_on date,
    CONSTRAINT identities_pkey PRIMARY KEY (issuer, subject),
    CONSTRAINT identities_account_id_issuer_key UNIQUE (account_id, issuer),
    CONSTRAINT identities_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts (id)
);
COMMENT ON TABLE identities IS 'Accounts as an identity provider knows them.';
COMMENT ON COLUMN identities.issuer IS 'The provider, by its issuer.';
COMMENT ON COLUMN identities.subject IS 'What the provider calls the person.';
COMMENT ON COLUMN identities.account_id IS 'The account.';
COMMENT ON COLUMN identities.linked_at IS 'When the two were first brought together.';
COMMENT ON COLUMN identities.last_used_on IS 'Day of the last sign-in by it.';

ALTER TABLE identities ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON identities TO bellbuoy_app;
