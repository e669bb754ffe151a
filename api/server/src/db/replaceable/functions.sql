-- Who asks: session variables that the pool sets before it hands out a connection.

CREATE OR REPLACE FUNCTION caller_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN current_setting('bellbuoy.role', true);

CREATE OR REPLACE FUNCTION caller_account() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('bellbuoy.account', true), '')::uuid;

CREATE OR REPLACE FUNCTION caller_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('bellbuoy.organisation', true), '')::uuid;

CREATE OR REPLACE FUNCTION caller_within() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('bellbuoy.within', true), '');

-- Somebody who is signed in and belongs: staff, or a confirmed person of a member organisation. Not a guest, who waits.
CREATE OR REPLACE FUNCTION caller_is_in() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN current_setting('bellbuoy.role', true) NOT IN ('', 'anyone', 'guest');

-- What a token says of rights ends when they change: the account's revision grows, and every server is told in the
-- moment of the commit.
CREATE OR REPLACE FUNCTION count_account_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF new.role IS DISTINCT FROM old.role OR new.suspended IS DISTINCT FROM old.suspended THEN
        new.revision := old.revision + 1;
        new.changed_at := now();
    END IF;
    RETURN new;
END $$;

CREATE OR REPLACE FUNCTION tell_account_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('bellbuoy_revoked', 'account ' || new.id || ' ' || new.revision);
    RETURN NULL;
END $$;

-- A program that tries things sees what was invented for trying.
CREATE OR REPLACE FUNCTION caller_tries() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN current_setting('bellbuoy.trial', true) = 'yes';

CREATE OR REPLACE FUNCTION tell_key_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('bellbuoy_revoked', 'key ' || new.id);
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION tell_session_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('bellbuoy_revoked', 'session ' || new.id);
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION count_membership_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    UPDATE public.accounts SET revision = revision + 1, changed_at = now() WHERE id = new.account_id;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION count_organisation_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    UPDATE public.accounts SET revision = revision + 1, changed_at = now()
        WHERE id IN (SELECT account_id FROM public.memberships WHERE organisation_id = new.id AND state <> 'left');
    RETURN NULL;
END $$;

-- The worker alone numbers what happened, once.
CREATE OR REPLACE FUNCTION keep_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF old.number IS NOT NULL THEN
        RAISE EXCEPTION 'a numbered row does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN new;
END $$;

-- The audit is append-only, for the owner of the tables as well: an entry gets its number and its seal, once. Who may
-- drop the trigger is found out by the chain.
CREATE OR REPLACE FUNCTION keep_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF old.hash IS NOT NULL
        OR new.number IS DISTINCT FROM coalesce(old.number, new.number)
        OR (new.id, new.at, new.account_id, new.action, new.object_kind, new.object_id, new.fields, new.reason)
            IS DISTINCT FROM (old.id, old.at, old.account_id, old.action, old.object_kind, old.object_id, old.fields, old.reason)
    THEN
        RAISE EXCEPTION 'an entry of the audit does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN new;
END $$;
CREATE OR REPLACE FUNCTION keep_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- Ids of incidents with these words; whether the caller may see them is decided on `incidents`. NULL stands for a
-- common word: beyond √(204 n) hits among n incidents, but never more than `most`, walking the list finds a page of
-- fifty sooner than fetching every hit does. With `wanted`, no more ids than that: those that come next in the list
-- after the place `from_month`, `from_id`, or first where that is NULL.
DROP FUNCTION IF EXISTS incidents_with_words(text, bigint);
CREATE OR REPLACE FUNCTION incidents_with_words(
    words text, most bigint, wanted bigint, from_month date, from_id uuid, ascending boolean
) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
    AS $$
        WITH cap AS (
            SELECT least(most, greatest(2000, sqrt(204 * greatest(reltuples, 0))::bigint)) AS n
            FROM pg_class WHERE oid = 'public.incident_words'::regclass
        ), hits AS MATERIALIZED (
            SELECT incident_id AS id, recorded_month AS month FROM public.incident_words
            WHERE search @@ websearch_to_tsquery('english', words) LIMIT (SELECT n + 1 FROM cap)
        ), found AS (SELECT count(*) AS n FROM hits)
        SELECT CASE
            WHEN found.n > cap.n THEN NULL
            WHEN wanted IS NULL THEN (SELECT coalesce(array_agg(id), '{}') FROM hits)
            WHEN ascending THEN (
                SELECT coalesce(array_agg(id), '{}') FROM (
                    SELECT id FROM hits WHERE from_month IS NULL OR (month, id) > (from_month, from_id)
                    ORDER BY month, id LIMIT wanted
                ) page
            )
            ELSE (
                SELECT coalesce(array_agg(id), '{}') FROM (
                    SELECT id FROM hits WHERE from_month IS NULL OR (month, id) < (from_month, from_id)
                    ORDER BY month DESC, id DESC LIMIT wanted
                ) page
            )
        END FROM cap, found
    $$;
REVOKE ALL ON FUNCTION incidents_with_words(text, bigint, bigint, date, uuid, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION incidents_with_words(text, bigint, bigint, date, uuid, boolean) TO bellbuoy_app;

CREATE OR REPLACE FUNCTION keep_incident_words() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    INSERT INTO public.incident_words (incident_id, recorded_month, search) VALUES (new.id, new.recorded_month, new.search)
        ON CONFLICT (incident_id) DO UPDATE SET recorded_month = excluded.recorded_month, search = excluded.search;
    RETURN NULL;
END $$;

-- A change takes the number away; the worker gives a new one once it is committed.
CREATE OR REPLACE FUNCTION note_incident_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    INSERT INTO public.incident_changes (incident_id) VALUES (new.id)
        ON CONFLICT (incident_id) DO UPDATE SET number = NULL;
    RETURN NULL;
END $$;

-- The order in which sealed rows arrived stands in their place on disk and in their transaction: both are
-- levelled, for all rows at once. The order afterwards is that of the random ids.
CREATE OR REPLACE FUNCTION intake.forget_order() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    UPDATE intake.envelopes SET help = help;
    CLUSTER intake.envelopes USING envelopes_pkey;
    UPDATE intake.messages SET seen = seen;
    CLUSTER intake.messages USING messages_pkey;
END $$;
REVOKE ALL ON FUNCTION intake.forget_order() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION intake.forget_order() TO bellbuoy_intake;

-- The register as it is searched. Whatever changes a person, a certificate or an engagement has the person's row written
-- again, for whoever may do that: the row says nothing that is not public.
CREATE OR REPLACE FUNCTION keep_register_entry(who uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    DELETE FROM public.register_entries WHERE consultant_id = who;
    INSERT INTO public.register_entries (consultant_id, demo, name, base, country, marks, words, shown, available_from, valid_to)
    WITH held AS (
        SELECT t.discipline, t.level, t.level_rank, t.number, t.valid_to, v.content, t.scheme_version_id
        FROM public.certificates t JOIN public.scheme_versions v ON v.id = t.scheme_version_id
        WHERE t.consultant_id = who AND t.status = 'active'
    ), firms AS (
        SELECT DISTINCT s.id, s.name, s.plain_name FROM public.engagements e JOIN public.suppliers s ON s.id = e.supplier_id
        WHERE e.consultant_id = who AND e.confirmed_at IS NOT NULL AND e.retracted_at IS NULL AND (e.to_on IS NULL OR e.to_on >= current_date) AND s.listed
    ), labelled AS (
        SELECT h.*, d ->> 'label' AS discipline_label FROM held h, jsonb_array_elements(h.content -> 'disciplines') d
        WHERE d ->> 'code' = h.discipline
    ), ranked AS (
        SELECT h.discipline, l ->> 'code' AS level FROM held h, jsonb_array_elements(h.content -> 'levels') l
        WHERE (l ->> 'rank')::integer <= h.level_rank
    )
    SELECT c.id, c.demo, c.plain_name, c.base, c.country,
        ARRAY(
            SELECT 'd:' || discipline FROM held
            UNION SELECT 'd:' || discipline || ':' || level FROM ranked
            UNION SELECT 'l:' || level FROM ranked
            UNION SELECT 'o:' || word FROM unnest(c.domains) word
            UNION SELECT 'v:' || word FROM unnest(c.vessel_types) word
            UNION SELECT 'r:' || word FROM unnest(c.regions) word
            UNION SELECT 'g:' || word FROM unnest(c.languages) word
            UNION SELECT 'm:' || word FROM unnest(c.modes) word
            UNION SELECT 's:' || id FROM firms
            UNION SELECT 'c:' || c.country
            UNION SELECT 'demo' WHERE c.demo
        ),
        to_tsvector('simple', c.words || ' ' || (SELECT coalesce(string_agg(plain_name, ' '), '') FROM firms)
            || ' ' || (SELECT string_agg(lower(discipline_label) || ' ' || level, ' ') FROM labelled)),
        jsonb_build_object(
            'name', c.name, 'headline', c.headline, 'languages', c.languages, 'modes', c.modes,
            'suppliers', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) ORDER BY plain_name), '[]') FROM firms),
            'certificates', (
                SELECT jsonb_agg(jsonb_build_object(
                    'number', number, 'discipline', discipline, 'level', level, 'valid_to', valid_to
                ) ORDER BY level_rank DESC, discipline, number) FROM held
            )
        ),
        c.available_from, (SELECT max(valid_to) FROM held)
    FROM public.consultants c
    WHERE c.id = who AND c.listed AND NOT c.hidden AND EXISTS (SELECT FROM held);
END $$;

CREATE OR REPLACE FUNCTION keep_register_of_consultant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_register_entry(new.id);
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION keep_register_of_holder() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF new.consultant_id IS NOT NULL THEN
        PERFORM keep_register_entry(new.consultant_id);
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION keep_register_of_supplier() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    PERFORM public.keep_register_entry(e.consultant_id)
        FROM public.engagements e WHERE e.supplier_id = new.id AND e.retracted_at IS NULL;
    RETURN NULL;
END $$;

-- Blocks the keys of a firm that lost its last accreditation by a sanction, and opens them when it has one again.
CREATE OR REPLACE FUNCTION block_keys_of_holder() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    organisation uuid;
    sanctioned boolean;
BEGIN
    SELECT s.organisation_id INTO organisation FROM public.suppliers s WHERE s.id = new.supplier_id;
    IF organisation IS NULL THEN
        RETURN NULL;
    END IF;
    SELECT bool_or(c.status IN ('suspended', 'revoked')) AND NOT bool_or(c.status = 'active') INTO sanctioned
        FROM public.certificates c JOIN public.suppliers s ON s.id = c.supplier_id
        WHERE s.organisation_id = organisation;
    UPDATE public.api_keys k SET blocked = sanctioned WHERE k.organisation_id = organisation AND k.blocked <> sanctioned;
    RETURN NULL;
END $$;

-- The place in the waiting list, counted over people whom the caller may not see.
CREATE OR REPLACE FUNCTION place_in_line(seat uuid) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT count(*) FROM public.seats own
        JOIN public.seats s ON s.sitting_id = own.sitting_id AND s.state = 'waiting' AND (s.asked_at, s.id) <= (own.asked_at, own.id)
        WHERE own.id = seat AND own.state = 'waiting'
    $$;
REVOKE ALL ON FUNCTION place_in_line(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION place_in_line(uuid) TO bellbuoy_app;
