DROP TABLE refresh_tokens;
DROP TABLE sessions;
DROP TABLE accounts;
DROP TABLE organisations;
REVOKE USAGE ON SCHEMA public FROM bellbuoy_app;
