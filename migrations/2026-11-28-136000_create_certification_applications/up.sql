-- The way to a certificate: what an applicant shows, what referees say, what reviewers ask and find, what is decided.

CREATE TABLE certification_applications (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    supplier_id uuid,
    scheme_version_id uuid NOT NULL,
    discipline text NOT NULL,
    level text NOT NULL,
    renews uuid,
    stage text NOT NULL,
    statement text,
    interests jsonb NOT NULL DEFAULT '[]',
    no_interests boolean NOT NULL DEFAULT false,
    declared text[] NOT NULL DEFAULT '{}',
    conduct_version text,
    curriculum jsonb NOT NULL DEFAULT '[]',
    reviewer_id uuid,
    submitted_at timestamptz,
    asked_on date,
    due_on date,
    decided_by uuid,
    refused_on date,
    certificate_id uuid,
    demo boolean NOT NULL DEFAULT false,
    revision integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    changed_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT certification_applications_pkey PRIMARY KEY (id),
    CONSTRAINT certification_applications_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts (id),
    CONSTRAINT certification_applications_supplier_id_fkey FOREIGN KEY (supplier_id) REFERENCES suppliers (id),
    CONSTRAINT certification_applications_scheme_version_id_fkey FOREIGN KEY (scheme_version_id) REFERENCES scheme_versions (id),
    CONSTRAINT certification_applications_renews_fkey FOREIGN KEY (renews) REFERENCES certificates (id),
    CONSTRAINT certification_applications_reviewer_id_fkey FOREIGN KEY (reviewer_id) REFERENCES accounts (id),
    CONSTRAINT certification_applications_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES accounts (id),
    CONSTRAINT certification_applications_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificates (id)
);
CREATE INDEX certification_applications_account_id_idx ON certification_applications (account_id, id);
CREATE INDEX certification_applications_stage_idx ON certification_applications (stage, id);
COMMENT ON TABLE certification_applications IS 'Applications for a certificate or an accreditation, or for its renewal.';
COMMENT ON COLUMN certification_applications.id IS 'UUID v7.';
COMMENT ON COLUMN certification_applications.account_id IS 'Who applies, for themselves or for a firm.';
COMMENT ON COLUMN certification_applications.supplier_id IS 'The firm that is to be accredited, or none.';
COMMENT ON COLUMN certification_applications.scheme_version_id IS 'The version of the scheme it follows.';
COMMENT ON COLUMN certification_applications.discipline IS 'Code of the discipline in that version.';
COMMENT ON COLUMN certification_applications.level IS 'Code of the level in that version.';
COMMENT ON COLUMN certification_applications.renews IS 'The certificate that is to be renewed, or none.';
COMMENT ON COLUMN certification_applications.stage IS 'Where it stands; a word of the vocabulary certification_stage.';
COMMENT ON COLUMN certification_applications.statement IS 'What the applicant adds.';
COMMENT ON COLUMN certification_applications.interests IS 'Companies the applicant has an interest in.';
COMMENT ON COLUMN certification_applications.no_interests IS 'The applicant declares that there are none.';
COMMENT ON COLUMN certification_applications.declared IS 'Requirements that the applicant declares, by code.';
COMMENT ON COLUMN certification_applications.conduct_version IS 'The version of the code of conduct that was accepted.';
COMMENT ON COLUMN certification_applications.curriculum IS 'The curriculum vitae as it was submitted.';
COMMENT ON COLUMN certification_applications.reviewer_id IS 'Who reviews it.';
COMMENT ON COLUMN certification_applications.submitted_at IS 'When it was submitted.';
COMMENT ON COLUMN certification_applications.asked_on IS 'Since when it waits for the applicant.';
COMMENT ON COLUMN certification_applications.due_on IS 'By when it is to be decided; moves by the days it waited for the applicant.';
COMMENT ON COLUMN certification_applications.decided_by IS 'Who decided last.';
COMMENT ON COLUMN certification_applications.refused_on IS 'When it was refused; the time to appeal runs from then.';
COMMENT ON COLUMN certification_applications.certificate_id IS 'What was granted.';
COMMENT ON COLUMN certification_applications.demo IS 'Invented for demonstration.';
COMMENT ON COLUMN certification_applications.revision IS 'Counts changes; part of the ETag.';
COMMENT ON COLUMN certification_applications.created_at IS 'When it was begun.';
COMMENT ON COLUMN certification_applications.changed_at IS 'When it last changed.';

CREATE TABLE certification_evidence (
    application_id uuid NOT NULL,
    requirement text NOT NULL,
    file_id uuid NOT NULL,
    account_id uuid NOT NULL,
    CONSTRAINT certification_evidence_pkey PRIMARY KEY (application_id, requirement, file_id),
    CONSTRAINT certification_evidence_application_id_fkey FOREIGN KEY (application_id) REFERENCES certification_applications (id),
    CONSTRAINT certification_evidence_file_fkey FOREIGN KEY (file_id, account_id) REFERENCES evidence_files (id, account_id)
);
CREATE INDEX certification_evidence_file_id_idx ON certification_evidence (file_id);
COMMENT ON TABLE certification_evidence IS 'Which paper is shown for which requirement.';
COMMENT ON COLUMN certification_evidence.application_id IS 'The application.';
COMMENT ON COLUMN certification_evidence.requirement IS 'Code of the requirement.';
COMMENT ON COLUMN certification_evidence.file_id IS 'The paper.';
COMMENT ON COLUMN certification_evidence.account_id IS 'Whose it is: nobody shows the paper of another.';

CREATE TABLE certification_referees (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    relation text NOT NULL,
    key_hash bytea,
    asked_at timestamptz,
    reminded_at timestamptz,
    answered_at timestamptz,
    recommends boolean,
    independent boolean,
    words text,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT certification_referees_pkey PRIMARY KEY (id),
    CONSTRAINT certification_referees_email_key UNIQUE (application_id, email),
    CONSTRAINT certification_referees_key_hash_key UNIQUE (key_hash),
    CONSTRAINT certification_referees_application_id_fkey FOREIGN KEY (application_id) REFERENCES certification_applications (id),
    CONSTRAINT certification_referees_answer_check CHECK (num_nonnulls(answered_at, recommends, independent, words) IN (0, 4))
);
COMMENT ON TABLE certification_referees IS 'People who saw the work of an applicant, asked by a link.';
COMMENT ON COLUMN certification_referees.id IS 'UUID v7.';
COMMENT ON COLUMN certification_referees.application_id IS 'The application.';
COMMENT ON COLUMN certification_referees.name IS 'Name.';
COMMENT ON COLUMN certification_referees.email IS 'Where the link goes, lower case.';
COMMENT ON COLUMN certification_referees.relation IS 'How they know the applicant, in the applicant''s words.';
COMMENT ON COLUMN certification_referees.key_hash IS 'SHA-256 of the word in the link; none before it is sent.';
COMMENT ON COLUMN certification_referees.asked_at IS 'When the link was sent.';
COMMENT ON COLUMN certification_referees.reminded_at IS 'When it was sent again.';
COMMENT ON COLUMN certification_referees.answered_at IS 'When they answered.';
COMMENT ON COLUMN certification_referees.recommends IS 'Whether they recommend the applicant.';
COMMENT ON COLUMN certification_referees.independent IS 'Whether they are neither relative nor employee.';
COMMENT ON COLUMN certification_referees.words IS 'What they say; not for the applicant.';
COMMENT ON COLUMN certification_referees.created_at IS 'When they were named.';

CREATE TABLE certification_questions (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    field text NOT NULL,
    words text NOT NULL,
    asked_by uuid,
    asked_at timestamptz NOT NULL,
    answer text,
    answered_at timestamptz,
    CONSTRAINT certification_questions_pkey PRIMARY KEY (id),
    CONSTRAINT certification_questions_application_id_fkey FOREIGN KEY (application_id) REFERENCES certification_applications (id),
    CONSTRAINT certification_questions_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES accounts (id)
);
CREATE INDEX certification_questions_application_id_idx ON certification_questions (application_id, id);
COMMENT ON TABLE certification_questions IS 'What a reviewer wants to know, beside the field it is about.';
COMMENT ON COLUMN certification_questions.id IS 'UUID v7.';
COMMENT ON COLUMN certification_questions.application_id IS 'The application.';
COMMENT ON COLUMN certification_questions.field IS 'Code of a requirement, or statement, interests or curriculum.';
COMMENT ON COLUMN certification_questions.words IS 'The question.';
COMMENT ON COLUMN certification_questions.asked_by IS 'Who asked.';
COMMENT ON COLUMN certification_questions.asked_at IS 'When it was asked.';
COMMENT ON COLUMN certification_questions.answer IS 'The answer.';
COMMENT ON COLUMN certification_questions.answered_at IS 'When it was answered.';

CREATE TABLE certification_findings (
    application_id uuid NOT NULL,
    requirement text NOT NULL,
    verdict text NOT NULL,
    words text,
    account_id uuid,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT certification_findings_pkey PRIMARY KEY (application_id, requirement),
    CONSTRAINT certification_findings_application_id_fkey FOREIGN KEY (application_id) REFERENCES certification_applications (id),
    CONSTRAINT certification_findings_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts (id)
);
COMMENT ON TABLE certification_findings IS 'What a reviewer found on each requirement.';
COMMENT ON COLUMN certification_findings.application_id IS 'The application.';
COMMENT ON COLUMN certification_findings.requirement IS 'Code of the requirement.';
COMMENT ON COLUMN certification_findings.verdict IS 'What was found; a word of the vocabulary criterion_verdict.';
COMMENT ON COLUMN certification_findings.words IS 'Why; the applicant reads it with the decision.';
COMMENT ON COLUMN certification_findings.account_id IS 'Who found it.';
COMMENT ON COLUMN certification_findings.recorded_at IS 'When it was found.';

CREATE TABLE certification_events (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    step text NOT NULL,
    actor text NOT NULL,
    stage text NOT NULL,
    words text,
    account_id uuid,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT certification_events_pkey PRIMARY KEY (id),
    CONSTRAINT certification_events_application_id_fkey FOREIGN KEY (application_id) REFERENCES certification_applications (id),
    CONSTRAINT certification_events_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts (id)
);
CREATE INDEX certification_events_application_id_idx ON certification_events (application_id, id);
COMMENT ON TABLE certification_events IS 'Every step that was taken with an application.';
COMMENT ON COLUMN certification_events.id IS 'UUID v7.';
COMMENT ON COLUMN certification_events.application_id IS 'The application.';
COMMENT ON COLUMN certification_events.step IS 'What was done; a word of the vocabulary certification_step.';
COMMENT ON COLUMN certification_events.actor IS 'As whom; a word of the vocabulary certification_actor.';
COMMENT ON COLUMN certification_events.stage IS 'Where it stood then; a word of the vocabulary certification_stage.';
COMMENT ON COLUMN certification_events.words IS 'The reason, for the applicant.';
COMMENT ON COLUMN certification_events.account_id IS 'Who took the step.';
COMMENT ON COLUMN certification_events.recorded_at IS 'When it was taken.';

ALTER TABLE certification_applications ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE certification_evidence ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE certification_referees ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE certification_questions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE certification_findings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE certification_events ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON certification_applications TO bellbuoy_app;
GRANT SELECT, INSERT, DELETE ON certification_evidence TO bellbuoy_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON certification_referees TO bellbuoy_app;
GRANT SELECT, INSERT, UPDATE ON certification_questions, certification_findings TO bellbuoy_app;
GRANT SELECT, INSERT ON certification_events TO bellbuoy_app;
