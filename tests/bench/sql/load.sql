-- Incidents number :first to :last, entered before the secondary indexes; the words before their GIN index.
-- Only the last :folded accepted ones come into the figures by way of the server's own worker.
-- How often a word occurs: kittiwake, gannet, fulmar, petrel and puffin 20 times at any size, notpetya 2,500 times and in
-- one old month only, watchword 2,500 times over all months; the others a constant part of all (see `often`).
SET session_replication_role = replica;
SET synchronous_commit = off;
SET maintenance_work_mem = '512MB';
SET work_mem = '128MB';

CREATE FUNCTION pg_temp.pick(i bigint, salt bigint, n int) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((hashint8extended(i, salt) & 2147483647) % n)::int;

CREATE FUNCTION pg_temp.one(i bigint, salt bigint, list text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN list[1 + (hashint8extended(i, salt) & 2147483647) % cardinality(list)];

-- The same letters as a reference drawn at random, each number once.
CREATE FUNCTION pg_temp.reference(i bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN 'INC-' || (SELECT string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + ((((i * 387420489) % 1073741824) >> (5 * k)) & 31)::int, 1), '')
        FROM generate_series(0, 5) k);

CREATE TEMP TABLE later AS
SELECT indexrelid::regclass AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
WHERE indrelid IN ('incidents'::regclass, 'incident_words'::regclass) AND NOT indisunique;
DO $$ DECLARE one record; BEGIN FOR one IN SELECT * FROM later LOOP EXECUTE 'DROP INDEX ' || one.name; END LOOP; END $$;

CREATE TEMP TABLE fresh ON COMMIT PRESERVE ROWS AS
SELECT gen_random_uuid() AS id, i, pg_temp.pick(i, 1, 100) AS part, pg_temp.pick(i, 2, 100) < 60 AS named,
    CASE WHEN i <= 100000 AND i % 40 = 7 THEN date '2017-06-01'
        ELSE (date_trunc('month', now()) - make_interval(months => pg_temp.pick(i, 3, 120)))::date END AS month,
    CASE WHEN i <= 30 THEN 40 ELSE pg_temp.pick(i, 4, 40) END AS organisation
FROM generate_series(:first::bigint, :last::bigint) i;

ANALYZE fresh;

INSERT INTO incidents (id, reference, revision, status, track, series, demo, organisation_id, account_id, reported_at, recorded_month,
    title, summary, occurred_on, occurred_precision, kind, security_incident, cause, victim_type, sea_region, country, severity, systems,
    verification, tlp, affected_party)
SELECT id, pg_temp.reference(i), 1,
    CASE WHEN part < 90 THEN 'accepted' WHEN part < 94 THEN 'submitted' WHEN part < 97 THEN 'in_triage' ELSE 'refused' END,
    CASE WHEN named THEN 'named' ELSE 'anonymous' END, 'reported', true,
    CASE WHEN named THEN md5('bench organisation ' || organisation)::uuid END,
    CASE WHEN named THEN md5('bench member' || (organisation + 41 * pg_temp.pick(i, 5, 24)))::uuid END,
    CASE WHEN named THEN month + make_interval(days => pg_temp.pick(i, 6, 28)) END, month,
    concat_ws(' ', initcap(pg_temp.one(i, 7, often)), pg_temp.one(i, 8, filler), pg_temp.one(i, 9, filler)),
    concat_ws(' ', CASE WHEN pg_temp.pick(i, 10, 100) < 68 THEN 'vessel' END, CASE WHEN pg_temp.pick(i, 11, 100) < 30 THEN 'position' END,
        CASE WHEN pg_temp.pick(i, 12, 100) < 10 THEN 'satellite' END, CASE WHEN pg_temp.pick(i, 13, 100) < 1 THEN 'ransomware' END,
        CASE WHEN pg_temp.pick(i, 14, 100) < 1 THEN 'quarantine' END, CASE WHEN pg_temp.pick(i, 15, 1000) < 1 THEN 'keylogger' END,
        CASE WHEN pg_temp.pick(i, 16, 1000) < 1 THEN 'rootkit' END, CASE WHEN pg_temp.pick(i, 17, 1000) < 3 THEN 'worm' END,
        CASE WHEN i <= 100 THEN (ARRAY['kittiwake', 'gannet', 'fulmar', 'petrel', 'puffin'])[1 + i % 5] END,
        CASE WHEN i <= 100000 AND i % 40 = 7 THEN 'notpetya' END,
        CASE WHEN i <= 100000 AND i % 40 = 9 THEN 'watchword' END,
        pg_temp.one(i, 21, filler), pg_temp.one(i, 22, filler), pg_temp.one(i, 23, filler), pg_temp.one(i, 24, filler),
        pg_temp.one(i, 25, filler), pg_temp.one(i, 26, filler), pg_temp.one(i, 27, filler), pg_temp.one(i, 28, filler)),
    month + pg_temp.pick(i, 29, 28), 'day',
    pg_temp.one(i, 30, ARRAY['locked_or_wiped', 'position_or_time_wrong', 'false_message', 'infected_device', 'system_down', 'intrusion',
        'remote_access_abuse', 'data_taken', 'cargo_fraud', 'other']),
    'suspected', pg_temp.one(i, 31, ARRAY['malicious', 'accidental', 'failure', 'unknown']),
    pg_temp.one(i, 32, ARRAY['vessel', 'vessel', 'vessel', 'port', 'terminal', 'carrier', 'shore_office', 'supplier', 'authority']),
    pg_temp.one(i, 33, ARRAY['north_sea', 'baltic', 'north_atlantic', 'mediterranean', 'black_sea', 'persian_gulf', 'gulf_of_aden',
        'indian_ocean', 'malacca_and_singapore', 'south_china_sea', 'east_asia']),
    'NL', pg_temp.one(i, 34, ARRAY['critical', 'major', 'moderate', 'minor', 'low', 'unknown']),
    CASE WHEN pg_temp.pick(i, 35, 10) = 0 THEN '{}' ELSE ARRAY[pg_temp.one(i, 36, ARRAY['ecdis', 'gnss', 'ais', 'radar', 'vdr', 'gyro'])] END,
    CASE WHEN named THEN 'identified' ELSE 'anonymous_unverified' END, 'amber',
    CASE WHEN named THEN md5('bench organisation ' || organisation)::uuid END
FROM fresh, (SELECT ARRAY['Screens', 'Charts', 'Messages', 'Engines', 'Cranes', 'Gates', 'Radios', 'Terminals', 'Servers', 'Invoices'] AS often,
    ARRAY['bridge', 'anchor', 'harbour', 'pilot', 'cargo', 'manifest', 'berth', 'engine', 'ballast', 'antenna', 'signal', 'drift', 'chart',
        'route', 'alarm', 'watch', 'officer', 'crew', 'agent', 'invoice', 'login', 'password', 'laptop', 'stick', 'update', 'vendor',
        'remote', 'session', 'console', 'backup', 'restore', 'network', 'cable', 'switch', 'firewall', 'mailbox', 'payment', 'account',
        'terminal', 'crane', 'gate', 'truck', 'container', 'seal', 'customs', 'tanker', 'pump', 'valve', 'sensor', 'gyro'] AS filler) w
ON CONFLICT DO NOTHING;

INSERT INTO incident_facts (incident_id, classification) SELECT id, 'other' FROM fresh JOIN incidents USING (id);
INSERT INTO incident_words (incident_id, recorded_month, search) SELECT id, recorded_month, search FROM fresh JOIN incidents USING (id);
INSERT INTO incident_changes (incident_id, number) SELECT id, nextval('incident_change_numbers') FROM fresh JOIN incidents USING (id);
DO $$ DECLARE one record; BEGIN FOR one IN SELECT * FROM later LOOP EXECUTE one.definition; END LOOP; END $$;

CREATE TEMP TABLE counting AS
SELECT i, id, series, date_trunc('month', occurred_on)::date AS month, affected_party AS party, kind, victim_type,
    coalesce(sea_region, 'unknown') AS sea_region, severity, verification, systems
FROM fresh JOIN incidents USING (id) WHERE status = 'accepted';
ANALYZE counting;
CREATE TEMP VIEW settled AS SELECT * FROM counting WHERE i <= :last::bigint - :folded::bigint;
CREATE TEMP TABLE monthly AS
SELECT series, month, 'all' AS dimension, 'all' AS word, party, count(*) AS n FROM settled GROUP BY 1, 2, 5
UNION ALL SELECT series, month, 'kind', kind, party, count(*) FROM settled GROUP BY 1, 2, 4, 5
UNION ALL SELECT series, month, 'victim_type', victim_type, party, count(*) FROM settled GROUP BY 1, 2, 4, 5
UNION ALL SELECT series, month, 'sea_region', sea_region, party, count(*) FROM settled GROUP BY 1, 2, 4, 5
UNION ALL SELECT series, month, 'severity', severity, party, count(*) FROM settled GROUP BY 1, 2, 4, 5
UNION ALL SELECT series, month, 'verification', verification, party, count(*) FROM settled GROUP BY 1, 2, 4, 5
UNION ALL SELECT series, month, 'system', word, party, count(*) FROM settled, unnest(CASE systems WHEN '{}' THEN ARRAY['unknown'] ELSE systems END) word
    GROUP BY 1, 2, 4, 5;
ANALYZE monthly;
BEGIN;
CREATE TEMP TABLE spread AS SELECT series, period, starts, dimension, word, party, sum(n)::bigint AS n FROM monthly t
    CROSS JOIN LATERAL (VALUES ('month', t.month), ('quarter', date_trunc('quarter', t.month)::date),
        ('year', date_trunc('year', t.month)::date), ('all', date '1900-01-01')) p(period, starts) GROUP BY 1, 2, 3, 4, 5, 6;
ANALYZE spread;
INSERT INTO statistics_parties AS s SELECT * FROM spread WHERE party IS NOT NULL
    ON CONFLICT (series, dimension, period, starts, word, party) DO UPDATE SET incidents = s.incidents + excluded.incidents;
INSERT INTO statistics_cells AS s SELECT series, period, starts, dimension, word, sum(n), 0 FROM spread GROUP BY 1, 2, 3, 4, 5
    ON CONFLICT (series, dimension, period, starts, word) DO UPDATE SET incidents = s.incidents + excluded.incidents;
ANALYZE statistics_parties;
ANALYZE statistics_cells;
-- An incident without a party is one of its own.
UPDATE statistics_cells s SET parties = s.incidents - coalesce(k.incidents, 0) + coalesce(k.parties, 0)
FROM statistics_cells c LEFT JOIN (
    SELECT series, period, starts, dimension, word, sum(incidents) AS incidents, count(*) FILTER (WHERE incidents > 0) AS parties
    FROM statistics_parties GROUP BY 1, 2, 3, 4, 5) k USING (series, period, starts, dimension, word)
WHERE (s.series, s.period, s.starts, s.dimension, s.word) = (c.series, c.period, c.starts, c.dimension, c.word);
INSERT INTO statistics_versions AS v SELECT DISTINCT series, 1 FROM spread ON CONFLICT (series) DO UPDATE SET version = v.version + 1;
INSERT INTO statistics_changes (id, incident_id, sign, series, month, party, kind, victim_type, sea_region, severity, verification, systems)
SELECT gen_random_uuid(), id, 1, series, month, party, kind, victim_type, sea_region, severity, verification, systems FROM counting
WHERE i > :last::bigint - :folded::bigint;
COMMIT;

DROP VIEW settled;
DROP TABLE fresh, counting, monthly, spread, later;
VACUUM ANALYZE incidents;
VACUUM ANALYZE incident_facts;
VACUUM ANALYZE incident_words;
ANALYZE statistics_cells;
ANALYZE statistics_parties;
CHECKPOINT;
