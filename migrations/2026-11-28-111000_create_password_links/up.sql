-- Links by which a person chooses a password: after it was forgotten, or the first one of somebody of the platform.
-- Who asks for one is told the same whether the address is known, so a request is only noted, and the worker answers.

CREATE TABLE password_requests (
    id uuid NOT NULL,
    email text NOT NULL,
    base text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT password_requests_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE password_requests IS 'Addresses that asked for a new password and were not answered yet; emptied by the worker.';
COMMENT ON COLUMN password_requests.id IS 'UUID v7.';
COMMENT ON COLUMN password_requests.email IS 'The address given, lower case; it may be nobody''s.';
COMMENT ON COLUMN password_requests.base IS 'How the link begins: the site''s own address.';
COMMENT ON COLUMN password_requests.created_at IS 'When it was asked.';

CREATE TABLE password_links (
    word_hash bytea NOT NULL,
    account_id uuid NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT password_links_pkey PRIMARY KEY (word_hash),
    CONSTRAINT password_links_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE INDEX password_links_account_id_idx ON password_links (account_id);
COMMENT ON TABLE password_links IS 'Links by which a password is chosen, each good once.';
COMMENT ON COLUMN password_links.word_hash IS 'SHA-256 of the word in the link.';
COMMENT ON COLUMN password_links.account_id IS 'Whose password it sets.';
COMMENT ON COLUMN password_links.expires_at IS 'After this the link is no use.';
COMMENT ON COLUMN password_links.used_at IS 'When it, or another of the person, was used.';
COMMENT ON COLUMN password_links.created_at IS 'When it was made.';

ALTER TABLE password_requests ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON password_requests TO bellbuoy_app;
ALTER TABLE password_links ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON password_links TO bellbuoy_app;
