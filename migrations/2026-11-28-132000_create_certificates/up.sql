-- Certificates of people and accreditations of firms, and every step that was taken with one: each has the day from
-- which it counts and the moment at which it was entered. Nothing of it is deleted.

CREATE TABLE certificate_serials (
    kind text NOT NULL,
    year smallint NOT NULL,
    last integer NOT NULL,
    CONSTRAINT certificate_serials_pkey PRIMARY KEY (kind, year)
);
COMMENT ON TABLE certificate_serials IS 'The last number given in a year.';
COMMENT ON COLUMN certificate_serials.kind IS 'Of people or of suppliers; a word of the vocabulary holder_kind.';
COMMENT ON COLUMN certificate_serials.year IS 'Calendar year, UTC.';
COMMENT ON COLUMN certificate_serials.last IS 'The last serial given.';

CREATE TABLE certificates (
    id uuid NOT NULL,
    number text NOT NULL,
    consultant_id uuid,
    supplier_id uuid,
    scheme_version_id uuid NOT NULL,
    discipline text NOT NULL,
    level text NOT NULL,
    level_rank smallint NOT NULL,
    status text NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    list integer NOT NULL,
    list_index integer NOT NULL,
    demo boolean NOT NULL DEFAULT false,
    revision integer NOT NULL DEFAULT 1,
    granted_by uuid,
    granted_at timestamptz NOT NULL DEFAULT now(),
    changed_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT certificates_pkey PRIMARY KEY (id),
    CONSTRAINT certificates_number_key UNIQUE (number),
    CONSTRAINT certificates_list_index_key UNIQUE (list, list_index),
    CONSTRAINT certificates_consultant_id_fkey FOREIGN KEY (consultant_id) REFERENCES consultants (id),
    CONSTRAINT certificates_supplier_id_fkey FOREIGN KEY (supplier_id) REFERENCES suppliers (id),
    CONSTRAINT certificates_scheme_version_id_fkey FOREIGN KEY (scheme_version_id) REFERENCES scheme_versions (id),
    CONSTRAINT certificates_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES accounts (id),
    CONSTRAINT certificates_holder_check CHECK (num_nonnulls(consultant_id, supplier_id) = 1),
    CONSTRAINT certificates_order_check CHECK (valid_to >= valid_from)
);
CREATE INDEX certificates_consultant_id_idx ON certificates (consultant_id);
CREATE INDEX certificates_supplier_id_idx ON certificates (supplier_id);
CREATE INDEX certificates_changed_at_idx ON certificates (changed_at DESC, id DESC);
CREATE INDEX certificates_running_out_idx ON certificates (valid_to) WHERE status IN ('active', 'suspended');
CREATE INDEX certificates_sanctioned_idx ON certificates (list, list_index) WHERE status IN ('suspended', 'revoked', 'withdrawn');
COMMENT ON TABLE certificates IS 'What was granted to whom, under which version of which scheme.';
COMMENT ON COLUMN certificates.id IS 'UUID v7.';
COMMENT ON COLUMN certificates.number IS 'BB-C-… of a person, BB-S-… of a supplier; its last digit is a check digit.';
COMMENT ON COLUMN certificates.consultant_id IS 'The person who holds it, or none.';
COMMENT ON COLUMN certificates.supplier_id IS 'The firm that holds it, or none.';
COMMENT ON COLUMN certificates.scheme_version_id IS 'The version of the scheme under which it was granted.';
COMMENT ON COLUMN certificates.discipline IS 'Code of the discipline in that version.';
COMMENT ON COLUMN certificates.level IS 'Code of the level in that version.';
COMMENT ON COLUMN certificates.level_rank IS 'Rank of the level; a higher one includes the lower ones.';
COMMENT ON COLUMN certificates.status IS 'Where it stands; a word of the vocabulary certificate_status.';
COMMENT ON COLUMN certificates.valid_from IS 'First day.';
COMMENT ON COLUMN certificates.valid_to IS 'Last day.';
COMMENT ON COLUMN certificates.list IS 'Number of its status lists.';
COMMENT ON COLUMN certificates.list_index IS 'Its place in them, at random.';
COMMENT ON COLUMN certificates.demo IS 'Invented for demonstration.';
COMMENT ON COLUMN certificates.revision IS 'Counts changes; part of the ETag.';
COMMENT ON COLUMN certificates.granted_by IS 'Who granted it.';
COMMENT ON COLUMN certificates.granted_at IS 'When it was granted.';
COMMENT ON COLUMN certificates.changed_at IS 'When its last step was entered.';

CREATE TABLE certificate_events (
    id uuid NOT NULL,
    certificate_id uuid NOT NULL,
    step text NOT NULL,
    effective_on date NOT NULL,
    reason text,
    note text,
    valid_to date,
    account_id uuid,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT certificate_events_pkey PRIMARY KEY (id),
    CONSTRAINT certificate_events_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificates (id),
    CONSTRAINT certificate_events_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts (id)
);
CREATE INDEX certificate_events_certificate_id_idx ON certificate_events (certificate_id, recorded_at);
CREATE INDEX certificate_events_recorded_at_idx ON certificate_events (recorded_at DESC, id DESC);
COMMENT ON TABLE certificate_events IS 'Every step taken with a certificate after it was granted; public.';
COMMENT ON COLUMN certificate_events.id IS 'UUID v7.';
COMMENT ON COLUMN certificate_events.certificate_id IS 'The certificate.';
COMMENT ON COLUMN certificate_events.step IS 'What was done; a word of the vocabulary certificate_step.';
COMMENT ON COLUMN certificate_events.effective_on IS 'From which day it counts; a revocation may reach back.';
COMMENT ON COLUMN certificate_events.reason IS 'Class of the reason; a word of the vocabulary sanction_reason.';
COMMENT ON COLUMN certificate_events.note IS 'What everybody may read about it.';
COMMENT ON COLUMN certificate_events.valid_to IS 'The last day after a renewal.';
COMMENT ON COLUMN certificate_events.account_id IS 'Who took the step; none for the calendar.';
COMMENT ON COLUMN certificate_events.recorded_at IS 'When it was entered.';

ALTER TABLE certificate_serials ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE certificates ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE certificate_events ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON certificate_serials, certificates TO bellbuoy_app;
GRANT SELECT, INSERT ON certificate_events TO bellbuoy_app;
