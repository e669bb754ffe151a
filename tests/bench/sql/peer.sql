-- A schema and a role for the peer, empty again if the data of a run before are kept.
DROP SCHEMA IF EXISTS peer CASCADE;
SELECT 'CREATE ROLE peer LOGIN' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'peer') \gexec
GRANT CONNECT ON DATABASE bellbuoy TO peer;
CREATE SCHEMA peer AUTHORIZATION peer;
ALTER ROLE peer SET search_path = peer;
