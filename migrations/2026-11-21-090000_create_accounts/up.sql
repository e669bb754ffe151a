-- Who may sign in: organisations, their people, the sessions they hold.
-- A refresh token is stored as a hash, is used once, and names its successor, so that a
-- second use by somebody else is seen and ends the whole session.

CREATE TABLE organisations (
    id uuid NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    country char(2),
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT organisations_pkey PRIMARY KEY (id),
    CONSTRAINT organisations_name_key UNIQUE (name)
);
COMMENT ON TABLE organisations IS 'Members of the alliance: the tenants of the register.';
COMMENT ON COLUMN organisations.id IS 'UUID v7.';
COMMENT ON COLUMN organisations.name IS 'Name as members see it.';
COMMENT ON COLUMN organisations.kind IS 'What the organisation is; a word of the vocabulary organisation_kind.';
COMMENT ON COLUMN organisations.country IS 'ISO 3166-1 alpha-2 code of the seat.';
COMMENT ON COLUMN organisations.created_at IS 'When the organisation was entered.';

CREATE TABLE accounts (
    id uuid NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    organisation_id uuid,
    password_hash text NOT NULL,
    suspended boolean NOT NULL DEFAULT false,
    revision integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT accounts_pkey PRIMARY KEY (id),
    CONSTRAINT accounts_email_key UNIQUE (email),
    CONSTRAINT accounts_email_check CHECK (email = lower(email)),
    CONSTRAINT accounts_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations (id)
);
CREATE INDEX accounts_organisation_id_idx ON accounts (organisation_id);
COMMENT ON TABLE accounts IS 'People who sign in. Reporters without a name have no row here.';
COMMENT ON COLUMN accounts.id IS 'UUID v7.';
COMMENT ON COLUMN accounts.email IS 'Sign-in name, lower case.';
COMMENT ON COLUMN accounts.name IS 'Name shown to colleagues.';
COMMENT ON COLUMN accounts.role IS 'Platform role; a word of the vocabulary role.';
COMMENT ON COLUMN accounts.organisation_id IS 'The tenant whose rows the person sees.';
COMMENT ON COLUMN accounts.password_hash IS 'Argon2id in PHC form.';
COMMENT ON COLUMN accounts.suspended IS 'A suspended account cannot sign in.';
COMMENT ON COLUMN accounts.revision IS 'Counts changes; part of the ETag.';
COMMENT ON COLUMN accounts.created_at IS 'When the account was made.';

CREATE TABLE sessions (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    binding_hash bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    revoked_reason text,
    CONSTRAINT sessions_pkey PRIMARY KEY (id),
    CONSTRAINT sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE INDEX sessions_account_id_idx ON sessions (account_id);
COMMENT ON TABLE sessions IS 'One sign-in and the family of refresh tokens that follows from it.';
COMMENT ON COLUMN sessions.id IS 'UUID v7.';
COMMENT ON COLUMN sessions.account_id IS 'Whose session it is.';
COMMENT ON COLUMN sessions.binding_hash IS 'SHA-256 of a second cookie that tells one browser from another.';
COMMENT ON COLUMN sessions.created_at IS 'When the person signed in.';
COMMENT ON COLUMN sessions.expires_at IS 'After this the person signs in again.';
COMMENT ON COLUMN sessions.revoked_at IS 'When the session was ended, by sign-out or by the reuse of a token.';
COMMENT ON COLUMN sessions.revoked_reason IS 'Why it was ended.';

CREATE TABLE refresh_tokens (
    token_hash bytea NOT NULL,
    session_id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    used_at timestamptz,
    CONSTRAINT refresh_tokens_pkey PRIMARY KEY (token_hash),
    CONSTRAINT refresh_tokens_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE
);
CREATE INDEX refresh_tokens_session_id_idx ON refresh_tokens (session_id);
COMMENT ON TABLE refresh_tokens IS 'Refresh tokens, each usable once.';
COMMENT ON COLUMN refresh_tokens.token_hash IS 'SHA-256 of the token; the token itself is nowhere.';
COMMENT ON COLUMN refresh_tokens.session_id IS 'The family the token belongs to.';
COMMENT ON COLUMN refresh_tokens.created_at IS 'When it was issued.';
COMMENT ON COLUMN refresh_tokens.used_at IS 'When it was exchanged; a second exchange ends the family.';

ALTER TABLE organisations ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE accounts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE sessions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE refresh_tokens ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

GRANT USAGE ON SCHEMA public TO bellbuoy_app;
GRANT SELECT, INSERT, UPDATE ON organisations, accounts, sessions, refresh_tokens TO bellbuoy_app;
