-- A key may be registered with a public key instead of a secret: the program proves itself by what it signs (RFC 7523),
-- and there is nothing that could leak from here or on the way. A key has one or the other, and while it is rotated the
-- one before goes on beside it.

ALTER TABLE api_keys ALTER COLUMN secret_hash DROP NOT NULL;
ALTER TABLE api_keys ADD COLUMN public_key jsonb;
ALTER TABLE api_keys ADD COLUMN previous_public_key jsonb;
ALTER TABLE api_keys ADD CONSTRAINT api_keys_proof_check CHECK (num_nonnulls(secret_hash, public_key) = 1);
ALTER TABLE api_keys ADD CONSTRAINT api_keys_previous_check CHECK (num_nonnulls(previous_hash, previous_public_key) <= 1);
COMMENT ON COLUMN api_keys.secret_hash IS 'SHA-256 of the secret of 256 bits; none where there is a public key.';
COMMENT ON COLUMN api_keys.public_key IS 'Public JSON Web Key of the program (RFC 7517), the members that its thumbprint covers, and alg.';
COMMENT ON COLUMN api_keys.previous_public_key IS 'Public key before the last rotation.';
