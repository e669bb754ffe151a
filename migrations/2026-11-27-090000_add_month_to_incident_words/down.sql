ALTER TABLE incident_words DROP COLUMN recorded_month;
