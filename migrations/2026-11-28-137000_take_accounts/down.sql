ALTER TABLE password_requests DROP COLUMN name;
