REVOKE INSERT (id, at, account_id, action, object_kind, object_id, fields, reason) ON audit_entries FROM bellbuoy_app;
GRANT INSERT ON audit_entries TO bellbuoy_app;
DROP TRIGGER IF EXISTS audit_entries_keep ON audit_entries;
DROP TRIGGER IF EXISTS audit_entries_keep_all ON audit_entries;
DROP TABLE audit_checkpoints;
CREATE INDEX audit_entries_unnumbered_idx ON audit_entries (id) WHERE number IS NULL;
DROP INDEX audit_entries_unsealed_idx;
ALTER TABLE audit_entries DROP COLUMN hash;
