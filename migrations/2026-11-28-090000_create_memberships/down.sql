ALTER TABLE accounts ADD COLUMN organisation_id uuid;
ALTER TABLE accounts ADD CONSTRAINT accounts_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations (id);
CREATE INDEX accounts_organisation_id_idx ON accounts (organisation_id);
COMMENT ON COLUMN accounts.organisation_id IS 'The tenant whose rows the person sees.';
ALTER TABLE accounts NO FORCE ROW LEVEL SECURITY;
ALTER TABLE memberships NO FORCE ROW LEVEL SECURITY;
UPDATE accounts a SET organisation_id = m.organisation_id FROM memberships m WHERE m.account_id = a.id AND m.state = 'confirmed';
ALTER TABLE accounts FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS accounts_read ON accounts;
DROP TABLE memberships;
DROP INDEX sessions_revoked_at_idx;
ALTER TABLE accounts DROP COLUMN changed_at;
DROP POLICY IF EXISTS organisations_read ON organisations;
DROP TRIGGER IF EXISTS organisations_count_change ON organisations;
DROP INDEX organisations_listed_idx;
DROP INDEX organisations_name_key;
ALTER TABLE organisations
    DROP COLUMN status, DROP COLUMN visibility, DROP COLUMN partner_as, DROP COLUMN website, DROP COLUMN about,
    DROP COLUMN reason, DROP COLUMN revision;
ALTER TABLE organisations ADD CONSTRAINT organisations_name_key UNIQUE (name);
