-- A person may have their account removed: what names them goes, and letters to them and their place at a provider with
-- it. What others rely on stays under an id that names nobody any more.

GRANT DELETE ON identities, mails TO bellbuoy_app;
ALTER TABLE accounts ADD COLUMN removed_at timestamptz;
COMMENT ON COLUMN accounts.removed_at IS 'When the person had it removed; name and address are gone since.';
