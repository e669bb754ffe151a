-- Sittings are public. Who sits where is for that person and the scheme; bookings are written by the server itself,
-- since a seat that is given up goes to somebody whom the one who gives it up may not see.
DROP POLICY IF EXISTS sittings_read ON sittings;
CREATE POLICY sittings_read ON sittings FOR SELECT USING (demo OR NOT coalesce((SELECT caller_tries()), false));
DROP POLICY IF EXISTS sittings_write ON sittings;
CREATE POLICY sittings_write ON sittings FOR INSERT WITH CHECK ((SELECT caller_role()) IN ('system', 'scheme_administrator'));
DROP POLICY IF EXISTS sittings_change ON sittings;
CREATE POLICY sittings_change ON sittings FOR UPDATE USING ((SELECT caller_role()) IN ('system', 'scheme_administrator'));
DROP POLICY IF EXISTS seats_read ON seats;
CREATE POLICY seats_read ON seats FOR SELECT USING (
    account_id = (SELECT caller_account()) OR (SELECT caller_role()) IN ('system', 'scheme_administrator')
    -- Who reviews an application sees what was passed for it.
    OR ((SELECT caller_role()) = 'qa_reviewer' AND state = 'attended')
);
DROP POLICY IF EXISTS seats_write ON seats;
CREATE POLICY seats_write ON seats FOR INSERT WITH CHECK ((SELECT caller_role()) = 'system');
DROP POLICY IF EXISTS seats_change ON seats;
CREATE POLICY seats_change ON seats FOR UPDATE USING ((SELECT caller_role()) IN ('system', 'scheme_administrator'));
DROP POLICY IF EXISTS seats_owner ON seats;
CREATE POLICY seats_owner ON seats TO bellbuoy_owner USING (true);
DROP POLICY IF EXISTS sitting_links_read ON sitting_links;
CREATE POLICY sitting_links_read ON sitting_links FOR SELECT USING (
    (SELECT caller_role()) IN ('system', 'scheme_administrator')
    OR EXISTS (
        SELECT FROM seats s WHERE s.sitting_id = sitting_links.sitting_id
        AND s.account_id = (SELECT caller_account()) AND s.state IN ('booked', 'attended')
    )
);
DROP POLICY IF EXISTS sitting_links_write ON sitting_links;
CREATE POLICY sitting_links_write ON sitting_links USING ((SELECT caller_role()) IN ('system', 'scheme_administrator'));
-- Who sits for the scheme, the scheme writes to.
DROP POLICY IF EXISTS accounts_seated ON accounts;
CREATE POLICY accounts_seated ON accounts FOR SELECT USING (
    (SELECT caller_role()) = 'scheme_administrator' AND id IN (SELECT account_id FROM seats)
);

DROP POLICY IF EXISTS cpd_entries_read ON cpd_entries;
CREATE POLICY cpd_entries_read ON cpd_entries FOR SELECT USING (
    account_id = (SELECT caller_account()) OR (SELECT caller_role()) IN ('system', 'scheme_administrator', 'qa_reviewer')
);
DROP POLICY IF EXISTS cpd_entries_own ON cpd_entries;
CREATE POLICY cpd_entries_own ON cpd_entries USING (
    account_id = (SELECT caller_account()) OR (SELECT caller_role()) = 'system'
);
DROP POLICY IF EXISTS certificate_reminders_system ON certificate_reminders;
CREATE POLICY certificate_reminders_system ON certificate_reminders USING ((SELECT caller_role()) = 'system');
