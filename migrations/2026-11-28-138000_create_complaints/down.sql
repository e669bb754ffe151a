-- With the trigger that looks at it, which comes back with the functions.
ALTER TABLE api_keys DROP COLUMN blocked CASCADE;
DROP TABLE dependants_told CASCADE;
DROP TABLE complaints CASCADE;
