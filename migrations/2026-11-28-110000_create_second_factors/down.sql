ALTER TABLE sessions DROP COLUMN used_at, DROP COLUMN browser, DROP COLUMN proven;
DROP TABLE recovery_codes;
DROP TABLE second_factors;
