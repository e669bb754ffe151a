-- A member sees the reports of the own organisation and the publicly known incidents. Each of the two is
-- read in the order of the list from an index of its own; the other one stands since the beginning.

CREATE INDEX incidents_public_month_idx ON incidents (recorded_month DESC, id DESC) WHERE series = 'public_source';
