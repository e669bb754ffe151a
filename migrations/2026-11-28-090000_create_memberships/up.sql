-- People inside organisations: a membership has a role and a state, and every rule looks at both. What used to stand
-- in accounts.organisation_id becomes a confirmed membership. A change of either is told to every server at once, by
-- the account's revision, which a token carries.

ALTER TABLE organisations
    ADD COLUMN status text NOT NULL DEFAULT 'member',
    ADD COLUMN visibility text NOT NULL DEFAULT 'hidden',
    ADD COLUMN partner_as text[] NOT NULL DEFAULT '{}',
    ADD COLUMN website text,
    ADD COLUMN about text,
    ADD COLUMN reason text,
    ADD COLUMN revision integer NOT NULL DEFAULT 1;
ALTER TABLE organisations DROP CONSTRAINT organisations_name_key;
CREATE UNIQUE INDEX organisations_name_key ON organisations (lower(name)) WHERE status <> 'left';
CREATE INDEX organisations_listed_idx ON organisations (lower(name), id) WHERE visibility = 'listed' AND status = 'member';
COMMENT ON COLUMN organisations.status IS 'Where it stands; a word of the vocabulary organisation_status.';
COMMENT ON COLUMN organisations.visibility IS 'Who sees in the directory that it is a member; a word of the vocabulary visibility.';
COMMENT ON COLUMN organisations.partner_as IS 'In what it works with the alliance beyond membership; words of the vocabulary partnership.';
COMMENT ON COLUMN organisations.website IS 'Address of its site, for the directory.';
COMMENT ON COLUMN organisations.about IS 'A few lines about it, for the directory.';
COMMENT ON COLUMN organisations.reason IS 'Why it was suspended, or left.';
COMMENT ON COLUMN organisations.revision IS 'Counts changes; part of the ETag.';

CREATE TABLE memberships (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    account_id uuid,
    email text NOT NULL,
    role text NOT NULL,
    state text NOT NULL,
    invitation_hash bytea,
    invitation_expires_at timestamptz,
    invited_by uuid,
    reason text,
    revision integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    changed_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT memberships_pkey PRIMARY KEY (id),
    CONSTRAINT memberships_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations (id),
    CONSTRAINT memberships_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts (id),
    CONSTRAINT memberships_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES accounts (id),
    CONSTRAINT memberships_email_check CHECK (email = lower(email)),
    CONSTRAINT memberships_account_check CHECK (account_id IS NOT NULL OR state IN ('invited', 'left'))
);
CREATE UNIQUE INDEX memberships_account_key ON memberships (account_id) WHERE state <> 'left';
CREATE UNIQUE INDEX memberships_email_key ON memberships (organisation_id, email) WHERE state <> 'left';
CREATE UNIQUE INDEX memberships_invitation_key ON memberships (invitation_hash);
CREATE INDEX memberships_organisation_id_idx ON memberships (organisation_id, email);
COMMENT ON TABLE memberships IS 'Who acts for which organisation, as what, and whether that is confirmed.';
COMMENT ON COLUMN memberships.id IS 'UUID v7.';
COMMENT ON COLUMN memberships.organisation_id IS 'The tenant.';
COMMENT ON COLUMN memberships.account_id IS 'The person; empty until the invitation is accepted. One person acts for one organisation at a time.';
COMMENT ON COLUMN memberships.email IS 'Whom the invitation went to, lower case.';
COMMENT ON COLUMN memberships.role IS 'What the person is inside the organisation; a word of the vocabulary organisation_role.';
COMMENT ON COLUMN memberships.state IS 'Where the membership stands; a word of the vocabulary membership_state.';
COMMENT ON COLUMN memberships.invitation_hash IS 'SHA-256 of the word in the invitation''s link; emptied when it was used.';
COMMENT ON COLUMN memberships.invitation_expires_at IS 'After this the link is no use.';
COMMENT ON COLUMN memberships.invited_by IS 'Who invited; empty for the server itself.';
COMMENT ON COLUMN memberships.reason IS 'Why the last step was taken, where a reason is due.';
COMMENT ON COLUMN memberships.revision IS 'Counts changes; part of the ETag.';
COMMENT ON COLUMN memberships.created_at IS 'When the person was invited.';
COMMENT ON COLUMN memberships.changed_at IS 'When the last step was taken.';

ALTER TABLE accounts ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();
COMMENT ON COLUMN accounts.changed_at IS 'When role, suspension or membership last changed.';
CREATE INDEX accounts_changed_at_idx ON accounts (changed_at);
CREATE INDEX sessions_revoked_at_idx ON sessions (revoked_at) WHERE revoked_at IS NOT NULL;

ALTER TABLE accounts NO FORCE ROW LEVEL SECURITY;
INSERT INTO memberships (id, organisation_id, account_id, email, role, state)
    SELECT gen_random_uuid(), organisation_id, id, email, 'owner', 'confirmed' FROM accounts WHERE organisation_id IS NOT NULL;
ALTER TABLE accounts FORCE ROW LEVEL SECURITY;
ALTER TABLE accounts DROP COLUMN organisation_id;

ALTER TABLE memberships ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON memberships TO bellbuoy_app;
