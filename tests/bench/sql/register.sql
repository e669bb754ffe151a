-- People :first to :last of the register, each with one certificate, past the triggers that keep the row searched.
-- The numbers of the certificates and the ports come in `bench_serials` and `bench_ports`, which the caller fills.
-- How often a word occurs: kittiwake, gannet and fulmar 20 times at any size, notpetya 2,500 times once there are 100,000
-- (just above what is fetched and sorted), the others a constant part of all.
SET session_replication_role = replica;
SET synchronous_commit = off;
SET maintenance_work_mem = '512MB';

CREATE FUNCTION pg_temp.pick(i bigint, salt bigint, n int) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((hashint8extended(i, salt) & 2147483647) % n)::int;

CREATE FUNCTION pg_temp.one(i bigint, salt bigint, list text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN list[1 + (hashint8extended(i, salt) & 2147483647) % cardinality(list)];

DELETE FROM register_entries WHERE NOT demo;
DROP INDEX register_entries_marks_idx, register_entries_base_idx, register_entries_name_idx;

CREATE TEMP TABLE people AS
SELECT md5('bench person ' || i)::uuid AS id, i,
    concat_ws(' ', CASE WHEN i <= 60 THEN (ARRAY['kittiwake', 'gannet', 'fulmar'])[1 + i % 3] END,
        pg_temp.one(i, 1, ARRAY['jansen', 'hansen', 'garcia', 'kowalski', 'tanaka', 'santos', 'ivanov', 'smith', 'rossi', 'nguyen', 'larsen', 'kim',
            'dubois', 'costa', 'papadopoulos', 'yilmaz', 'okafor', 'mehta', 'fernandez', 'olsen']) || pg_temp.pick(i, 2, 50),
        pg_temp.one(i, 3, ARRAY['anna', 'bo', 'carla', 'dmitri', 'eva', 'farid', 'grete', 'hugo', 'ines', 'jun'])) AS name,
    (SELECT code FROM bench_ports WHERE place = pg_temp.pick(i, 4, (SELECT count(*)::int FROM bench_ports))) AS base,
    pg_temp.one(i, 5, ARRAY['d:offensive_testing', 'd:maritime_specialist', 'd:secure_by_design', 'd:cloud_security']) AS discipline,
    pg_temp.pick(i, 6, 3) AS rank, pg_temp.pick(i, 7, 50) AS firm, n.number
FROM generate_series(:first::bigint, :last::bigint) i JOIN bench_serials n ON n.place = i;
CREATE INDEX ON people (id);
ANALYZE people;

INSERT INTO consultants (id, name, plain_name, words, country, base, listed)
SELECT id, initcap(name), name, name, left(base, 2), base, true FROM people ON CONFLICT DO NOTHING;

INSERT INTO certificates (id, number, consultant_id, scheme_version_id, discipline, level, level_rank, status, valid_from, valid_to, list, list_index)
SELECT md5('bench certificate ' || p.i)::uuid, p.number, p.id, sample.scheme_version_id, sample.discipline, sample.level, sample.level_rank, 'active',
    current_date - 30, current_date + 700, 1000 + (p.i / 100000)::int, (p.i % 100000)::int
FROM people p, (SELECT * FROM certificates WHERE consultant_id IS NOT NULL LIMIT 1) sample ON CONFLICT DO NOTHING;

INSERT INTO register_entries (consultant_id, demo, name, base, country, marks, words, shown, available_from, valid_to)
SELECT id, false, name, base, left(base, 2),
    ARRAY(SELECT DISTINCT m FROM unnest(ARRAY[
        discipline, discipline || ':' || (ARRAY['associate', 'practitioner', 'principal'])[1 + rank], discipline || ':associate',
        'l:associate', 'l:' || (ARRAY['associate', 'practitioner', 'principal'])[1 + rank],
        'o:' || pg_temp.one(i, 8, ARRAY['navigation', 'propulsion', 'cargo_handling', 'it_networks', 'cloud', 'port_ot', 'incident_response', 'training']),
        'o:' || pg_temp.one(i, 9, ARRAY['navigation', 'propulsion', 'cargo_handling', 'it_networks', 'cloud', 'port_ot', 'incident_response', 'training']),
        'v:' || pg_temp.one(i, 10, ARRAY['container', 'bulk_carrier', 'oil_tanker_crude', 'lng_carrier', 'cruise', 'ro_pax']),
        'r:' || pg_temp.one(i, 11, ARRAY['north_sea', 'baltic', 'mediterranean', 'east_asia', 'persian_gulf', 'indian_ocean']),
        'g:en', 'g:' || pg_temp.one(i, 12, ARRAY['nl', 'no', 'de', 'es', 'pt', 'zh', 'ja', 'ar', 'fr', 'el']),
        'm:' || pg_temp.one(i, 13, ARRAY['on_site', 'remote']), 's:' || md5('bench firm ' || firm)::uuid, 'c:' || left(base, 2)]) m),
    to_tsvector('simple', concat_ws(' ', name, 'bench' || firm, CASE WHEN pg_temp.pick(i, 14, 100) < 1 THEN 'scada' END,
        CASE WHEN pg_temp.pick(i, 15, 1000) < 3 THEN 'dredger' END, CASE WHEN pg_temp.pick(i, 16, 100) < 60 THEN 'cyber' END,
        CASE WHEN i <= 100000 AND i % 40 = 7 THEN 'notpetya' END, 'maritime specialist practitioner')),
    jsonb_build_object('name', initcap(name), 'headline', 'Tests ships at sea and in port', 'languages', ARRAY['en', 'nl'], 'modes', ARRAY['on_site'],
        'suppliers', jsonb_build_array(jsonb_build_object('id', md5('bench firm ' || firm)::uuid, 'name', 'Bench ' || firm)),
        'certificates', jsonb_build_array(jsonb_build_object('number', number, 'discipline', substr(discipline, 3), 'level', 'practitioner',
            'valid_to', current_date + 700))),
    CASE WHEN pg_temp.pick(i, 17, 2) = 0 THEN current_date - 10 ELSE current_date + 90 END, current_date + 700
FROM people ON CONFLICT DO NOTHING;

CREATE INDEX register_entries_name_idx ON register_entries (name, consultant_id);
CREATE INDEX register_entries_base_idx ON register_entries (base, name, consultant_id);
CREATE INDEX register_entries_marks_idx ON register_entries USING gin (marks, words);
DROP TABLE people;
VACUUM ANALYZE register_entries;
VACUUM ANALYZE consultants;
VACUUM ANALYZE certificates;
CHECKPOINT;
