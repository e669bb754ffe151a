-- The register of consultants. What is listed is for everybody; who is not listed yet is for that person and the scheme.
DROP POLICY IF EXISTS schemes_read ON schemes;
CREATE POLICY schemes_read ON schemes FOR SELECT USING (true);
DROP POLICY IF EXISTS schemes_write ON schemes;
CREATE POLICY schemes_write ON schemes FOR INSERT WITH CHECK ((SELECT caller_role()) IN ('system', 'scheme_administrator'));
DROP POLICY IF EXISTS scheme_versions_read ON scheme_versions;
CREATE POLICY scheme_versions_read ON scheme_versions FOR SELECT USING (
    published_at IS NOT NULL OR (SELECT caller_role()) IN ('system', 'scheme_administrator', 'qa_reviewer', 'admin')
);
DROP POLICY IF EXISTS scheme_versions_write ON scheme_versions;
CREATE POLICY scheme_versions_write ON scheme_versions FOR INSERT WITH CHECK ((SELECT caller_role()) IN ('system', 'scheme_administrator'));
DROP POLICY IF EXISTS scheme_versions_change ON scheme_versions;
CREATE POLICY scheme_versions_change ON scheme_versions FOR UPDATE USING ((SELECT caller_role()) IN ('system', 'scheme_administrator'));

DROP POLICY IF EXISTS consultants_read ON consultants;
CREATE POLICY consultants_read ON consultants FOR SELECT USING (
    (listed AND (demo OR NOT coalesce((SELECT caller_tries()), false)))
    OR account_id = (SELECT caller_account())
    OR (SELECT caller_role()) IN ('system', 'scheme_administrator', 'qa_reviewer', 'admin')
);
DROP POLICY IF EXISTS consultants_write ON consultants;
CREATE POLICY consultants_write ON consultants FOR INSERT WITH CHECK (
    (SELECT caller_role()) IN ('system', 'scheme_administrator')
    OR (account_id = (SELECT caller_account()) AND NOT listed AND NOT demo)
);
DROP POLICY IF EXISTS consultants_change ON consultants;
CREATE POLICY consultants_change ON consultants FOR UPDATE USING (
    (SELECT caller_role()) IN ('system', 'scheme_administrator') OR account_id = (SELECT caller_account())
);
DROP POLICY IF EXISTS consultant_contacts_read ON consultant_contacts;
CREATE POLICY consultant_contacts_read ON consultant_contacts FOR SELECT USING (
    (SELECT caller_role()) IN ('system', 'scheme_administrator')
    OR EXISTS (
        SELECT FROM consultants c WHERE c.id = consultant_id
        AND (c.account_id = (SELECT caller_account()) OR (public AND c.listed AND NOT c.hidden))
    )
);
DROP POLICY IF EXISTS consultant_contacts_own ON consultant_contacts;
CREATE POLICY consultant_contacts_own ON consultant_contacts USING (
    (SELECT caller_role()) = 'system'
    OR EXISTS (SELECT FROM consultants c WHERE c.id = consultant_id AND c.account_id = (SELECT caller_account()))
);

DROP POLICY IF EXISTS suppliers_read ON suppliers;
CREATE POLICY suppliers_read ON suppliers FOR SELECT USING (
    (listed AND (demo OR NOT coalesce((SELECT caller_tries()), false)))
    OR organisation_id = (SELECT caller_organisation())
    OR (SELECT caller_role()) IN ('system', 'scheme_administrator', 'qa_reviewer', 'admin')
);
DROP POLICY IF EXISTS suppliers_write ON suppliers;
CREATE POLICY suppliers_write ON suppliers FOR INSERT WITH CHECK (
    (SELECT caller_role()) IN ('system', 'scheme_administrator')
    OR (organisation_id = (SELECT caller_organisation()) AND (SELECT caller_within()) IN ('owner', 'cso') AND NOT listed AND NOT demo)
);
DROP POLICY IF EXISTS suppliers_change ON suppliers;
CREATE POLICY suppliers_change ON suppliers FOR UPDATE USING (
    (SELECT caller_role()) IN ('system', 'scheme_administrator')
    OR (organisation_id = (SELECT caller_organisation()) AND (SELECT caller_within()) IN ('owner', 'cso'))
);
DROP POLICY IF EXISTS engagements_read ON engagements;
CREATE POLICY engagements_read ON engagements FOR SELECT USING (
    (SELECT caller_role()) IN ('system', 'scheme_administrator', 'qa_reviewer', 'admin')
    OR (confirmed_at IS NOT NULL AND EXISTS (SELECT FROM consultants c WHERE c.id = consultant_id AND c.listed)
        AND EXISTS (SELECT FROM suppliers s WHERE s.id = supplier_id AND s.listed))
    OR EXISTS (SELECT FROM consultants c WHERE c.id = consultant_id AND c.account_id = (SELECT caller_account()))
    OR EXISTS (SELECT FROM suppliers s WHERE s.id = supplier_id AND s.organisation_id = (SELECT caller_organisation()))
);
-- A person says for whom, the firm confirms it; both may take it back.
DROP POLICY IF EXISTS engagements_write ON engagements;
CREATE POLICY engagements_write ON engagements FOR INSERT WITH CHECK (
    (SELECT caller_role()) IN ('system', 'scheme_administrator')
    OR (confirmed_at IS NULL AND EXISTS (
        SELECT FROM consultants c WHERE c.id = consultant_id AND c.account_id = (SELECT caller_account())
    ))
);
DROP POLICY IF EXISTS engagements_change ON engagements;
CREATE POLICY engagements_change ON engagements FOR UPDATE USING (
    (SELECT caller_role()) IN ('system', 'scheme_administrator')
    OR EXISTS (SELECT FROM consultants c WHERE c.id = consultant_id AND c.account_id = (SELECT caller_account()))
    OR EXISTS (
        SELECT FROM suppliers s WHERE s.id = supplier_id AND s.organisation_id = (SELECT caller_organisation())
        AND (SELECT caller_within()) IN ('owner', 'cso')
    )
);

DROP POLICY IF EXISTS certificate_serials_give ON certificate_serials;
CREATE POLICY certificate_serials_give ON certificate_serials USING ((SELECT caller_role()) IN ('system', 'scheme_administrator'));
DROP POLICY IF EXISTS certificates_read ON certificates;
CREATE POLICY certificates_read ON certificates FOR SELECT USING (demo OR NOT coalesce((SELECT caller_tries()), false));
DROP POLICY IF EXISTS certificates_grant ON certificates;
CREATE POLICY certificates_grant ON certificates FOR INSERT WITH CHECK ((SELECT caller_role()) IN ('system', 'scheme_administrator'));
-- The holder may give it back, and nothing else.
DROP POLICY IF EXISTS certificates_change ON certificates;
CREATE POLICY certificates_change ON certificates FOR UPDATE USING (
    (SELECT caller_role()) IN ('system', 'scheme_administrator')
    OR EXISTS (SELECT FROM consultants c WHERE c.id = consultant_id AND c.account_id = (SELECT caller_account()))
    OR EXISTS (
        SELECT FROM suppliers s WHERE s.id = supplier_id AND s.organisation_id = (SELECT caller_organisation())
        AND (SELECT caller_within()) IN ('owner', 'cso')
    )
) WITH CHECK ((SELECT caller_role()) IN ('system', 'scheme_administrator') OR status = 'withdrawn');
DROP POLICY IF EXISTS certificate_events_read ON certificate_events;
CREATE POLICY certificate_events_read ON certificate_events FOR SELECT USING (
    EXISTS (SELECT FROM certificates c WHERE c.id = certificate_id)
);
DROP POLICY IF EXISTS certificate_events_append ON certificate_events;
CREATE POLICY certificate_events_append ON certificate_events FOR INSERT WITH CHECK (
    (SELECT caller_role()) IN ('system', 'scheme_administrator')
    OR (step = 'withdraw' AND account_id = (SELECT caller_account()) AND EXISTS (SELECT FROM certificates c WHERE c.id = certificate_id))
);
-- Public as a whole, and read by words: a condition here would keep the text index from being used.
DROP POLICY IF EXISTS register_entries_read ON register_entries;
CREATE POLICY register_entries_read ON register_entries FOR SELECT USING (true);
DROP POLICY IF EXISTS scheme_versions_owner ON scheme_versions;
CREATE POLICY scheme_versions_owner ON scheme_versions TO bellbuoy_owner USING (true);
DROP POLICY IF EXISTS consultants_owner ON consultants;
CREATE POLICY consultants_owner ON consultants TO bellbuoy_owner USING (true);
DROP POLICY IF EXISTS suppliers_owner ON suppliers;
CREATE POLICY suppliers_owner ON suppliers TO bellbuoy_owner USING (true);
DROP POLICY IF EXISTS engagements_owner ON engagements;
CREATE POLICY engagements_owner ON engagements TO bellbuoy_owner USING (true);
DROP POLICY IF EXISTS certificates_owner ON certificates;
CREATE POLICY certificates_owner ON certificates TO bellbuoy_owner USING (true);
DROP POLICY IF EXISTS register_entries_owner ON register_entries;
CREATE POLICY register_entries_owner ON register_entries TO bellbuoy_owner USING (true);
