ALTER TABLE api_keys DROP COLUMN blocked;
DROP TABLE dependants_told CASCADE;
DROP TABLE complaints CASCADE;
