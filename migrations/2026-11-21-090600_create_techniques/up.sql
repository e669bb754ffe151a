-- Techniques of MITRE ATT&CK. The server enters a small built-in set; an operator replaces it by
-- the official bundle with `bellbuoy-server attack FILE`. Incidents keep the ids, so a newer bundle
-- never takes one away from them.

CREATE TABLE techniques (
    matrix text NOT NULL,
    id text NOT NULL,
    name text NOT NULL,
    tactics text[] NOT NULL,
    version text NOT NULL,
    revoked boolean NOT NULL DEFAULT false,
    CONSTRAINT techniques_pkey PRIMARY KEY (matrix, id)
);
COMMENT ON TABLE techniques IS 'Techniques of MITRE ATT&CK, for ICS and Enterprise.';
COMMENT ON COLUMN techniques.matrix IS 'Which matrix.';
COMMENT ON COLUMN techniques.id IS 'As T0856 or T1566.001.';
COMMENT ON COLUMN techniques.name IS 'Name as MITRE gives it.';
COMMENT ON COLUMN techniques.tactics IS 'Short names of the tactics it serves.';
COMMENT ON COLUMN techniques.version IS 'Version of the bundle, or of the built-in set, it was taken from.';
COMMENT ON COLUMN techniques.revoked IS 'Revoked or deprecated: not offered for new incidents.';

ALTER TABLE techniques ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON techniques TO bellbuoy_app;
