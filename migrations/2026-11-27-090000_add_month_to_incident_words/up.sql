-- The words of an incident carry its place in the list, so that the first page of a search needs the rows of
-- that page only, and not those of every hit to put them in order.

ALTER TABLE incident_words ADD COLUMN recorded_month date;
COMMENT ON COLUMN incident_words.recorded_month IS 'Month of the incident: with the id, its place in the list.';
ALTER TABLE incident_words NO FORCE ROW LEVEL SECURITY;
ALTER TABLE incidents NO FORCE ROW LEVEL SECURITY;
UPDATE incident_words w SET recorded_month = i.recorded_month FROM incidents i WHERE i.id = w.incident_id;
ALTER TABLE incident_words FORCE ROW LEVEL SECURITY;
ALTER TABLE incidents FORCE ROW LEVEL SECURITY;
ALTER TABLE incident_words ALTER COLUMN recorded_month SET NOT NULL;
