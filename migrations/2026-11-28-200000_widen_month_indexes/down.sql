DROP INDEX incidents_public_month_idx;
CREATE INDEX incidents_public_month_idx ON incidents (recorded_month DESC, id DESC) WHERE series = 'public_source';
DROP INDEX incidents_organisation_month_idx;
CREATE INDEX incidents_organisation_month_idx ON incidents (organisation_id, recorded_month DESC, id DESC);
