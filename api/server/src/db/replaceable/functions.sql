-- Who asks: session variables that the pool sets before it hands out a connection.

CREATE OR REPLACE FUNCTION caller_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN current_setting('bellbuoy.role', true);

CREATE OR REPLACE FUNCTION caller_account() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('bellbuoy.account', true), '')::uuid;

CREATE OR REPLACE FUNCTION caller_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('bellbuoy.organisation', true), '')::uuid;

-- The audit is append-only for everybody who is not the owner of the tables; the sequencer alone numbers rows, once.
CREATE OR REPLACE FUNCTION keep_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF old.number IS NOT NULL THEN
        RAISE EXCEPTION 'a numbered row does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN new;
END $$;

-- Ids of incidents with these words; whether the caller may see them is decided on `incidents`. One NULL stands for
-- a common word: beyond √(204 n) hits among n incidents, but never more than `most`, walking the list finds a page of
-- fifty sooner than fetching every hit does.
CREATE OR REPLACE FUNCTION incidents_with_words(words text, most bigint) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
    AS $$
        WITH cap AS (
            SELECT least(most, greatest(2000, sqrt(204 * greatest(reltuples, 0))::bigint)) AS n
            FROM pg_class WHERE oid = 'public.incident_words'::regclass
        ), hits AS MATERIALIZED (
            SELECT incident_id FROM public.incident_words
            WHERE search @@ websearch_to_tsquery('english', words) LIMIT (SELECT n + 1 FROM cap)
        ), found AS (SELECT count(*) AS n FROM hits)
        SELECT CASE WHEN found.n <= cap.n THEN hits.incident_id END
        FROM hits, cap, found LIMIT (SELECT CASE WHEN found.n <= cap.n THEN found.n ELSE 1 END FROM cap, found)
    $$;
REVOKE ALL ON FUNCTION incidents_with_words(text, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION incidents_with_words(text, bigint) TO bellbuoy_app;

CREATE OR REPLACE FUNCTION keep_incident_words() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    INSERT INTO public.incident_words (incident_id, search) VALUES (new.id, new.search)
        ON CONFLICT (incident_id) DO UPDATE SET search = excluded.search;
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
