-- What customers say of certified people and accredited firms after an engagement, each rating moderated, and the answer
-- of who is rated. A row stays when its rating is withdrawn or taken down: figures that counted it are drawn from it again.

CREATE TABLE ratings (
    id uuid NOT NULL,
    consultant_id uuid,
    supplier_id uuid,
    organisation_id uuid NOT NULL,
    account_id uuid,
    from_on date NOT NULL,
    to_on date NOT NULL,
    competence smallint NOT NULL,
    conduct smallint NOT NULL,
    report smallint NOT NULL,
    timeliness smallint NOT NULL,
    remark text,
    named boolean NOT NULL DEFAULT false,
    status text NOT NULL,
    reason text,
    moderated_by uuid,
    moderated_at timestamptz,
    published_at timestamptz,
    gone_at timestamptz,
    answer text,
    answer_status text,
    answer_reason text,
    answered_by uuid,
    answered_at timestamptz,
    demo boolean NOT NULL DEFAULT false,
    revision integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    changed_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT ratings_pkey PRIMARY KEY (id),
    CONSTRAINT ratings_consultant_id_fkey FOREIGN KEY (consultant_id) REFERENCES consultants (id),
    CONSTRAINT ratings_supplier_id_fkey FOREIGN KEY (supplier_id) REFERENCES suppliers (id),
    CONSTRAINT ratings_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations (id),
    CONSTRAINT ratings_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts (id),
    CONSTRAINT ratings_moderated_by_fkey FOREIGN KEY (moderated_by) REFERENCES accounts (id),
    CONSTRAINT ratings_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES accounts (id),
    CONSTRAINT ratings_holder_check CHECK (num_nonnulls(consultant_id, supplier_id) = 1),
    CONSTRAINT ratings_order_check CHECK (to_on >= from_on),
    CONSTRAINT ratings_stars_check CHECK (
        competence BETWEEN 1 AND 5 AND conduct BETWEEN 1 AND 5 AND report BETWEEN 1 AND 5 AND timeliness BETWEEN 1 AND 5
    ),
    CONSTRAINT ratings_answer_check CHECK ((answer IS NULL) = (answer_status IS NULL))
);
CREATE UNIQUE INDEX ratings_engagement_key ON ratings (organisation_id, coalesce(consultant_id, supplier_id), from_on)
    WHERE status NOT IN ('withdrawn', 'taken_down');
CREATE INDEX ratings_consultant_id_idx ON ratings (consultant_id);
CREATE INDEX ratings_supplier_id_idx ON ratings (supplier_id);
CREATE INDEX ratings_created_at_idx ON ratings (created_at DESC, id DESC);
COMMENT ON TABLE ratings IS 'Ratings of certified people and accredited firms by their customers.';
COMMENT ON COLUMN ratings.id IS 'UUID v4: with a remark it is public, and must not tell when the rating was written.';
COMMENT ON COLUMN ratings.consultant_id IS 'The person who is rated, or none.';
COMMENT ON COLUMN ratings.supplier_id IS 'The firm that is rated, or none.';
COMMENT ON COLUMN ratings.organisation_id IS 'The organisation that rates.';
COMMENT ON COLUMN ratings.account_id IS 'Who wrote it for the organisation; none if it was invented.';
COMMENT ON COLUMN ratings.from_on IS 'First day of the engagement.';
COMMENT ON COLUMN ratings.to_on IS 'Last day of the engagement.';
COMMENT ON COLUMN ratings.competence IS 'Stars for competence, one to five.';
COMMENT ON COLUMN ratings.conduct IS 'Stars for conduct on board or on site, one to five.';
COMMENT ON COLUMN ratings.report IS 'Stars for the quality of the report, one to five.';
COMMENT ON COLUMN ratings.timeliness IS 'Stars for timeliness, one to five.';
COMMENT ON COLUMN ratings.remark IS 'A few words for everybody; emptied when the rating is withdrawn.';
COMMENT ON COLUMN ratings.named IS 'Whether the name of the organisation may stand beside the remark.';
COMMENT ON COLUMN ratings.status IS 'Where it stands; a word of the vocabulary review_status.';
COMMENT ON COLUMN ratings.reason IS 'Why it was refused or taken down.';
COMMENT ON COLUMN ratings.moderated_by IS 'Who took the last step for the scheme.';
COMMENT ON COLUMN ratings.moderated_at IS 'When that was.';
COMMENT ON COLUMN ratings.published_at IS 'When it was published; it counts from the next month on.';
COMMENT ON COLUMN ratings.gone_at IS 'When it was withdrawn or taken down after it was published.';
COMMENT ON COLUMN ratings.answer IS 'What the person or firm that is rated says to it.';
COMMENT ON COLUMN ratings.answer_status IS 'Where the answer stands; a word of the vocabulary review_status.';
COMMENT ON COLUMN ratings.answer_reason IS 'Why the answer was refused.';
COMMENT ON COLUMN ratings.answered_by IS 'Who wrote the answer.';
COMMENT ON COLUMN ratings.answered_at IS 'When that was.';
COMMENT ON COLUMN ratings.demo IS 'Invented for demonstration.';
COMMENT ON COLUMN ratings.revision IS 'Counts changes; part of the ETag.';
COMMENT ON COLUMN ratings.created_at IS 'When it was sent for the first time.';
COMMENT ON COLUMN ratings.changed_at IS 'When it last changed.';

ALTER TABLE ratings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON ratings TO bellbuoy_app;
