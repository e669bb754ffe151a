-- Whoever wants to be certified makes an account of their own. It is made once the letter to its address is written, so
-- that the answer tells nobody which addresses have one.
ALTER TABLE password_requests ADD COLUMN name text;
COMMENT ON COLUMN password_requests.name IS 'Of somebody who wants an account; none of who forgot a password.';
