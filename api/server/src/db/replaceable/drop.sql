DROP FUNCTION IF EXISTS caller_role(), caller_account(), caller_organisation(), keep_number(), incidents_with_words(text, bigint), keep_incident_words(), note_incident_change();
