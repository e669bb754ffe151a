-- The policy looks into seats.
DROP POLICY IF EXISTS accounts_seated ON accounts;
DROP TABLE sitting_links;
DROP TABLE seats;
DROP TABLE sittings;
