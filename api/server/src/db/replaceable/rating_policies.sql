-- A rating is for the organisation that wrote it and for those who moderate. Who is rated reads no row, so that nobody's
-- name and no day leads back to a customer; what they may know is drawn by the server.
DROP POLICY IF EXISTS ratings_read ON ratings;
CREATE POLICY ratings_read ON ratings FOR SELECT USING (
    (SELECT caller_role()) IN ('system', 'scheme_administrator') OR organisation_id = (SELECT caller_organisation())
);
DROP POLICY IF EXISTS ratings_write ON ratings;
CREATE POLICY ratings_write ON ratings FOR INSERT WITH CHECK (
    (SELECT caller_role()) = 'system' OR (
        organisation_id = (SELECT caller_organisation()) AND account_id = (SELECT caller_account())
        AND (SELECT caller_within()) <> 'auditor' AND status = 'pending' AND answer IS NULL AND NOT demo
    )
);
-- Who rates mends and withdraws; what it becomes besides is decided by those who moderate.
DROP POLICY IF EXISTS ratings_change ON ratings;
CREATE POLICY ratings_change ON ratings FOR UPDATE USING (
    (SELECT caller_role()) IN ('system', 'scheme_administrator')
    OR (organisation_id = (SELECT caller_organisation()) AND (SELECT caller_within()) <> 'auditor')
) WITH CHECK (
    (SELECT caller_role()) IN ('system', 'scheme_administrator')
    OR (organisation_id = (SELECT caller_organisation()) AND status IN ('pending', 'withdrawn'))
);
-- Those who moderate know whose rating it is, and write to who wrote it.
DROP POLICY IF EXISTS organisations_rating ON organisations;
CREATE POLICY organisations_rating ON organisations FOR SELECT USING (
    (SELECT caller_role()) = 'scheme_administrator' AND id IN (SELECT organisation_id FROM ratings)
);
DROP POLICY IF EXISTS accounts_rating ON accounts;
CREATE POLICY accounts_rating ON accounts FOR SELECT USING (
    (SELECT caller_role()) = 'scheme_administrator'
    AND (id IN (SELECT account_id FROM ratings) OR id IN (SELECT answered_by FROM ratings))
);
