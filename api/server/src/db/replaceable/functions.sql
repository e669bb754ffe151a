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
    RAISE EXCEPTION 'the audit and its checkpoints are append-only' USING ERRCODE = 'restrict_violation';
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
