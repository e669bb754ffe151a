-- Applications for a certificate: for who applies and, once submitted, for the scheme's administrators and for who is
-- assigned to review it.
DROP POLICY IF EXISTS certification_applications_read ON certification_applications;
CREATE POLICY certification_applications_read ON certification_applications FOR SELECT USING (
    (SELECT caller_role()) = 'system' OR account_id = (SELECT caller_account())
    OR (stage <> 'draft' AND (SELECT caller_role()) = 'scheme_administrator')
    OR (reviewer_id = (SELECT caller_account()) AND (SELECT caller_role()) = 'qa_reviewer')
    OR (supplier_id IS NOT NULL AND (SELECT caller_within()) IN ('owner', 'cso') AND EXISTS (
        SELECT FROM suppliers s WHERE s.id = supplier_id AND s.organisation_id = (SELECT caller_organisation())
    ))
);
DROP POLICY IF EXISTS certification_applications_begin ON certification_applications;
CREATE POLICY certification_applications_begin ON certification_applications FOR INSERT WITH CHECK (
    (SELECT caller_role()) = 'system' OR (account_id = (SELECT caller_account()) AND stage = 'draft' AND NOT demo)
);
DROP POLICY IF EXISTS certification_applications_change ON certification_applications;
CREATE POLICY certification_applications_change ON certification_applications FOR UPDATE USING (
    (SELECT caller_role()) = 'system' OR account_id = (SELECT caller_account())
    OR (stage <> 'draft' AND (SELECT caller_role()) = 'scheme_administrator')
    OR (reviewer_id = (SELECT caller_account()) AND (SELECT caller_role()) = 'qa_reviewer')
);
DROP POLICY IF EXISTS certification_applications_discard ON certification_applications;
CREATE POLICY certification_applications_discard ON certification_applications FOR DELETE USING (
    (SELECT caller_role()) = 'system' OR (account_id = (SELECT caller_account()) AND stage = 'draft')
);

DROP POLICY IF EXISTS certification_evidence_read ON certification_evidence;
CREATE POLICY certification_evidence_read ON certification_evidence FOR SELECT USING (
    EXISTS (SELECT FROM certification_applications a WHERE a.id = application_id)
);
DROP POLICY IF EXISTS certification_evidence_show ON certification_evidence;
CREATE POLICY certification_evidence_show ON certification_evidence FOR INSERT WITH CHECK (
    EXISTS (
        SELECT FROM certification_applications a WHERE a.id = application_id
        AND ((SELECT caller_role()) = 'system' OR a.account_id = (SELECT caller_account()))
    ) AND ((SELECT caller_role()) = 'system' OR account_id = (SELECT caller_account()))
);
DROP POLICY IF EXISTS certification_evidence_drop ON certification_evidence;
CREATE POLICY certification_evidence_drop ON certification_evidence FOR DELETE USING (
    EXISTS (
        SELECT FROM certification_applications a WHERE a.id = application_id
        AND ((SELECT caller_role()) = 'system' OR a.account_id = (SELECT caller_account()))
    )
);
-- Who is asked about somebody has no account: the server acts for them, by the word in their link.
DROP POLICY IF EXISTS certification_referees_read ON certification_referees;
CREATE POLICY certification_referees_read ON certification_referees FOR SELECT USING (
    EXISTS (SELECT FROM certification_applications a WHERE a.id = application_id)
);
DROP POLICY IF EXISTS certification_referees_name ON certification_referees;
CREATE POLICY certification_referees_name ON certification_referees FOR INSERT WITH CHECK (
    answered_at IS NULL AND EXISTS (
        SELECT FROM certification_applications a WHERE a.id = application_id
        AND ((SELECT caller_role()) = 'system' OR a.account_id = (SELECT caller_account()))
    )
);
DROP POLICY IF EXISTS certification_referees_change ON certification_referees;
CREATE POLICY certification_referees_change ON certification_referees FOR UPDATE USING (
    EXISTS (
        SELECT FROM certification_applications a WHERE a.id = application_id
        AND ((SELECT caller_role()) = 'system' OR a.account_id = (SELECT caller_account()))
    )
) WITH CHECK ((SELECT caller_role()) = 'system' OR answered_at IS NULL);
DROP POLICY IF EXISTS certification_referees_drop ON certification_referees;
CREATE POLICY certification_referees_drop ON certification_referees FOR DELETE USING (
    answered_at IS NULL AND EXISTS (
        SELECT FROM certification_applications a WHERE a.id = application_id
        AND ((SELECT caller_role()) = 'system' OR a.account_id = (SELECT caller_account()))
    )
);
DROP POLICY IF EXISTS certification_questions_read ON certification_questions;
CREATE POLICY certification_questions_read ON certification_questions FOR SELECT USING (
    EXISTS (SELECT FROM certification_applications a WHERE a.id = application_id)
);
DROP POLICY IF EXISTS certification_questions_ask ON certification_questions;
CREATE POLICY certification_questions_ask ON certification_questions FOR INSERT WITH CHECK (
    (SELECT caller_role()) = 'system'
    OR (asked_by = (SELECT caller_account()) AND (SELECT caller_role()) IN ('scheme_administrator', 'qa_reviewer'))
);
DROP POLICY IF EXISTS certification_questions_answer ON certification_questions;
CREATE POLICY certification_questions_answer ON certification_questions FOR UPDATE USING (
    EXISTS (
        SELECT FROM certification_applications a WHERE a.id = application_id
        AND ((SELECT caller_role()) = 'system' OR a.account_id = (SELECT caller_account()))
    )
);
-- What was found is the reviewers' until it is decided.
DROP POLICY IF EXISTS certification_findings_read ON certification_findings;
CREATE POLICY certification_findings_read ON certification_findings FOR SELECT USING (
    EXISTS (
        SELECT FROM certification_applications a WHERE a.id = application_id
        AND ((a.account_id <> (SELECT caller_account()) AND (SELECT caller_role()) IN ('scheme_administrator', 'qa_reviewer'))
            OR (SELECT caller_role()) = 'system'
            OR a.stage IN ('granted', 'refused', 'appealed', 'refusal_upheld'))
    )
);
DROP POLICY IF EXISTS certification_findings_find ON certification_findings;
CREATE POLICY certification_findings_find ON certification_findings FOR INSERT WITH CHECK (
    (SELECT caller_role()) = 'system'
    OR (account_id = (SELECT caller_account()) AND (SELECT caller_role()) IN ('scheme_administrator', 'qa_reviewer'))
);
DROP POLICY IF EXISTS certification_findings_change ON certification_findings;
CREATE POLICY certification_findings_change ON certification_findings FOR UPDATE USING (
    (SELECT caller_role()) IN ('system', 'scheme_administrator', 'qa_reviewer')
) WITH CHECK (
    (SELECT caller_role()) = 'system'
    OR (account_id = (SELECT caller_account()) AND (SELECT caller_role()) IN ('scheme_administrator', 'qa_reviewer'))
);
DROP POLICY IF EXISTS certification_events_read ON certification_events;
CREATE POLICY certification_events_read ON certification_events FOR SELECT USING (
    EXISTS (SELECT FROM certification_applications a WHERE a.id = application_id)
);
DROP POLICY IF EXISTS certification_events_append ON certification_events;
CREATE POLICY certification_events_append ON certification_events FOR INSERT WITH CHECK (
    (SELECT caller_role()) = 'system'
    OR (account_id = (SELECT caller_account()) AND EXISTS (SELECT FROM certification_applications a WHERE a.id = application_id))
);

DROP POLICY IF EXISTS curricula_own ON curricula;
CREATE POLICY curricula_own ON curricula USING (
    (SELECT caller_role()) = 'system' OR account_id = (SELECT caller_account())
);
DROP POLICY IF EXISTS evidence_files_own ON evidence_files;
CREATE POLICY evidence_files_own ON evidence_files USING (
    (SELECT caller_role()) = 'system' OR account_id = (SELECT caller_account())
);
DROP POLICY IF EXISTS evidence_files_shown ON evidence_files;
CREATE POLICY evidence_files_shown ON evidence_files FOR SELECT USING (
    EXISTS (SELECT FROM certification_evidence e WHERE e.file_id = id)
);

-- A complaint comes from anybody; the server takes it in for them.
DROP POLICY IF EXISTS complaints_run ON complaints;
CREATE POLICY complaints_run ON complaints USING ((SELECT caller_role()) IN ('system', 'scheme_administrator'));
DROP POLICY IF EXISTS dependants_told_system ON dependants_told;
CREATE POLICY dependants_told_system ON dependants_told USING ((SELECT caller_role()) = 'system');
DROP POLICY IF EXISTS api_keys_owner ON api_keys;
CREATE POLICY api_keys_owner ON api_keys TO bellbuoy_owner USING (true);
-- Who is on call is for those who call for help, for those who run the scheme, and for the responder.
DROP POLICY IF EXISTS duties_read ON duties;
CREATE POLICY duties_read ON duties FOR SELECT USING (
    (SELECT caller_role()) IN ('system', 'scheme_administrator', 'analyst', 'duty_officer', 'admin')
    OR EXISTS (SELECT FROM consultants c WHERE c.id = consultant_id AND c.account_id = (SELECT caller_account()))
);
DROP POLICY IF EXISTS duties_run ON duties;
CREATE POLICY duties_run ON duties FOR INSERT WITH CHECK ((SELECT caller_role()) IN ('system', 'scheme_administrator'));
DROP POLICY IF EXISTS duties_end ON duties;
CREATE POLICY duties_end ON duties FOR DELETE USING ((SELECT caller_role()) IN ('system', 'scheme_administrator'));
-- Those who call for help reach whoever is on the rota, also by what is not public.
DROP POLICY IF EXISTS consultant_contacts_duty ON consultant_contacts;
CREATE POLICY consultant_contacts_duty ON consultant_contacts FOR SELECT USING (
    (SELECT caller_role()) IN ('analyst', 'duty_officer')
    AND EXISTS (SELECT FROM duties d WHERE d.consultant_id = consultant_contacts.consultant_id)
);
