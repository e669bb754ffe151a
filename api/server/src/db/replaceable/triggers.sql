DROP TRIGGER IF EXISTS audit_entries_keep_number ON audit_entries;
CREATE OR REPLACE TRIGGER audit_entries_keep BEFORE UPDATE ON audit_entries FOR EACH ROW EXECUTE FUNCTION keep_entry();
CREATE OR REPLACE TRIGGER audit_entries_keep_all BEFORE DELETE OR TRUNCATE ON audit_entries FOR EACH STATEMENT EXECUTE FUNCTION keep_record();
CREATE OR REPLACE TRIGGER audit_checkpoints_keep_all BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_checkpoints FOR EACH STATEMENT EXECUTE FUNCTION keep_record();
CREATE OR REPLACE TRIGGER outbox_keep_number BEFORE UPDATE ON outbox FOR EACH ROW EXECUTE FUNCTION keep_number();
CREATE OR REPLACE TRIGGER incidents_note_change AFTER INSERT OR UPDATE ON incidents FOR EACH ROW EXECUTE FUNCTION note_incident_change();
CREATE OR REPLACE TRIGGER incidents_keep_words_new AFTER INSERT ON incidents FOR EACH ROW EXECUTE FUNCTION keep_incident_words();
CREATE OR REPLACE TRIGGER incidents_keep_words AFTER UPDATE OF title, summary, recorded_month ON incidents FOR EACH ROW EXECUTE FUNCTION keep_incident_words();
