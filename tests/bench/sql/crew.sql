-- Organisations and accounts for the load; nobody signs in with them.
INSERT INTO organisations (id, name, kind, country)
SELECT md5('bench organisation ' || n)::uuid, 'Bench ' || n, (SELECT kind FROM organisations LIMIT 1), 'NL'
FROM generate_series(0, 40) n ON CONFLICT DO NOTHING;

INSERT INTO accounts (id, email, name, role, password_hash)
SELECT md5('bench ' || role || n)::uuid, role || n || '@bench.example', 'Bench', role, '-'
FROM unnest(ARRAY['member', 'analyst']) role, generate_series(0, 999) n ON CONFLICT DO NOTHING;

INSERT INTO memberships (id, organisation_id, account_id, email, role, state)
SELECT md5('bench membership ' || n)::uuid, md5('bench organisation ' || n % 41)::uuid, md5('bench member' || n)::uuid,
    'member' || n || '@bench.example', 'member', 'confirmed'
FROM generate_series(0, 999) n ON CONFLICT DO NOTHING;

-- The floor numbers its own audit lines, from below zero, so that the server's sequencer leaves them alone.
CREATE SEQUENCE IF NOT EXISTS bench_numbers INCREMENT -1 MAXVALUE -1 START -1;
