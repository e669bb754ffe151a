ALTER TABLE accounts DROP COLUMN removed_at;
REVOKE DELETE ON identities, mails FROM bellbuoy_app;
