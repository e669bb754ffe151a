-- A member's list of one kind walks the organisation's index; with the words in it, rows of other kinds are passed over
-- without being fetched.
DROP INDEX incidents_organisation_month_idx;
CREATE INDEX incidents_organisation_month_idx
    ON incidents (organisation_id, recorded_month DESC, id DESC, kind, status);
DROP INDEX incidents_public_month_idx;
CREATE INDEX incidents_public_month_idx
    ON incidents (recorded_month DESC, id DESC, kind, status) WHERE series = 'public_source';
