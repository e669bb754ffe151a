-- The people and the firms that may assess a ship, what they say of themselves, and who worked for whom and when.
-- What is said of an engagement counts once the firm confirms it. It can be corrected; what was said before stays, so
-- that a day can be judged by what was known then.

CREATE TABLE consultants (
    id uuid NOT NULL,
    account_id uuid,
    name text NOT NULL,
    plain_name text NOT NULL COLLATE "C",
    words text NOT NULL,
    headline text,
    about text,
    country char(2) NOT NULL,
    base char(5) NOT NULL,
    regions text[] NOT NULL DEFAULT '{}',
    languages text[] NOT NULL DEFAULT '{}',
    domains text[] NOT NULL DEFAULT '{}',
    vessel_types text[] NOT NULL DEFAULT '{}',
    modes text[] NOT NULL DEFAULT '{}',
    available_from date,
    listed boolean NOT NULL DEFAULT false,
    hidden boolean NOT NULL DEFAULT false,
    demo boolean NOT NULL DEFAULT false,
    revision integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT consultants_pkey PRIMARY KEY (id),
    CONSTRAINT consultants_account_id_key UNIQUE (account_id),
    CONSTRAINT consultants_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts (id)
);
COMMENT ON TABLE consultants IS 'People who are certified or want to be.';
COMMENT ON COLUMN consultants.id IS 'UUID v7.';
COMMENT ON COLUMN consultants.account_id IS 'The account of the person; none once it was deleted.';
COMMENT ON COLUMN consultants.name IS 'Name as it stands on certificates.';
COMMENT ON COLUMN consultants.plain_name IS 'The name without accents and capitals, by which lists are sorted.';
COMMENT ON COLUMN consultants.words IS 'What a search finds the person by, without accents and capitals.';
COMMENT ON COLUMN consultants.headline IS 'One line about the work.';
COMMENT ON COLUMN consultants.about IS 'More about the work.';
COMMENT ON COLUMN consultants.country IS 'ISO 3166-1 alpha-2 code of the base.';
COMMENT ON COLUMN consultants.base IS 'UN/LOCODE of the port next to which the person works.';
COMMENT ON COLUMN consultants.regions IS 'Sea regions served; words of the vocabulary sea_region.';
COMMENT ON COLUMN consultants.languages IS 'Working languages, ISO 639-1.';
COMMENT ON COLUMN consultants.domains IS 'Fields of work; words of the vocabulary work_domain.';
COMMENT ON COLUMN consultants.vessel_types IS 'Ships known from inside; words of the vocabulary vessel_type.';
COMMENT ON COLUMN consultants.modes IS 'On site or remote; words of the vocabulary work_mode.';
COMMENT ON COLUMN consultants.available_from IS 'From when the person can be engaged; none if that is not said.';
COMMENT ON COLUMN consultants.listed IS 'Public since a first certificate was granted.';
COMMENT ON COLUMN consultants.hidden IS 'Left out of searches by the person''s own wish; certificates and sanctions stay public.';
COMMENT ON COLUMN consultants.demo IS 'Invented for demonstration.';
COMMENT ON COLUMN consultants.revision IS 'Counts changes; part of the ETag.';
COMMENT ON COLUMN consultants.created_at IS 'When the profile was begun.';

CREATE TABLE consultant_contacts (
    consultant_id uuid NOT NULL,
    kind text NOT NULL,
    value text NOT NULL,
    public boolean NOT NULL,
    CONSTRAINT consultant_contacts_pkey PRIMARY KEY (consultant_id, kind),
    CONSTRAINT consultant_contacts_consultant_id_fkey FOREIGN KEY (consultant_id) REFERENCES consultants (id)
);
COMMENT ON TABLE consultant_contacts IS 'How a person can be reached, each way public only if the person says so.';
COMMENT ON COLUMN consultant_contacts.consultant_id IS 'The person.';
COMMENT ON COLUMN consultant_contacts.kind IS 'Which way; a word of the vocabulary contact_kind.';
COMMENT ON COLUMN consultant_contacts.value IS 'The address or number.';
COMMENT ON COLUMN consultant_contacts.public IS 'Whether the register shows it.';

CREATE TABLE suppliers (
    id uuid NOT NULL,
    organisation_id uuid,
    name text NOT NULL,
    plain_name text NOT NULL COLLATE "C",
    about text,
    country char(2) NOT NULL,
    base char(5) NOT NULL,
    languages text[] NOT NULL DEFAULT '{}',
    domains text[] NOT NULL DEFAULT '{}',
    website text,
    email text,
    listed boolean NOT NULL DEFAULT false,
    demo boolean NOT NULL DEFAULT false,
    revision integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT suppliers_pkey PRIMARY KEY (id),
    CONSTRAINT suppliers_organisation_id_key UNIQUE (organisation_id),
    CONSTRAINT suppliers_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations (id)
);
CREATE INDEX suppliers_name_idx ON suppliers (plain_name, id);
COMMENT ON TABLE suppliers IS 'Firms that are accredited or want to be.';
COMMENT ON COLUMN suppliers.id IS 'UUID v7.';
COMMENT ON COLUMN suppliers.organisation_id IS 'The member organisation, if it is one.';
COMMENT ON COLUMN suppliers.name IS 'Name as it stands on certificates.';
COMMENT ON COLUMN suppliers.plain_name IS 'The name without accents and capitals, by which lists are sorted.';
COMMENT ON COLUMN suppliers.about IS 'About its work.';
COMMENT ON COLUMN suppliers.country IS 'ISO 3166-1 alpha-2 code of the seat.';
COMMENT ON COLUMN suppliers.base IS 'UN/LOCODE of the port next to its seat.';
COMMENT ON COLUMN suppliers.languages IS 'Working languages, ISO 639-1.';
COMMENT ON COLUMN suppliers.domains IS 'Fields of work; words of the vocabulary work_domain.';
COMMENT ON COLUMN suppliers.website IS 'Public address of its site.';
COMMENT ON COLUMN suppliers.email IS 'Public address for enquiries.';
COMMENT ON COLUMN suppliers.listed IS 'Public since a first accreditation was granted.';
COMMENT ON COLUMN suppliers.demo IS 'Invented for demonstration.';
COMMENT ON COLUMN suppliers.revision IS 'Counts changes; part of the ETag.';
COMMENT ON COLUMN suppliers.created_at IS 'When it was entered.';

CREATE TABLE engagements (
    id uuid NOT NULL,
    consultant_id uuid NOT NULL,
    supplier_id uuid NOT NULL,
    from_on date NOT NULL,
    to_on date,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    confirmed_at timestamptz,
    retracted_at timestamptz,
    CONSTRAINT engagements_pkey PRIMARY KEY (id),
    CONSTRAINT engagements_consultant_id_fkey FOREIGN KEY (consultant_id) REFERENCES consultants (id),
    CONSTRAINT engagements_supplier_id_fkey FOREIGN KEY (supplier_id) REFERENCES suppliers (id),
    CONSTRAINT engagements_order_check CHECK (to_on IS NULL OR to_on >= from_on)
);
CREATE INDEX engagements_consultant_id_idx ON engagements (consultant_id);
CREATE INDEX engagements_supplier_id_idx ON engagements (supplier_id);
COMMENT ON TABLE engagements IS 'Who worked for which firm, and when that was said. A correction retracts a row and adds another.';
COMMENT ON COLUMN engagements.id IS 'UUID v7.';
COMMENT ON COLUMN engagements.consultant_id IS 'The person.';
COMMENT ON COLUMN engagements.supplier_id IS 'The firm.';
COMMENT ON COLUMN engagements.from_on IS 'First day.';
COMMENT ON COLUMN engagements.to_on IS 'Last day; none while it lasts.';
COMMENT ON COLUMN engagements.recorded_at IS 'When it was entered.';
COMMENT ON COLUMN engagements.confirmed_at IS 'When the firm or the scheme confirmed it; it counts from then on.';
COMMENT ON COLUMN engagements.retracted_at IS 'When it was taken back or replaced.';

ALTER TABLE consultants ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE consultant_contacts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE suppliers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE engagements ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON consultants, suppliers, engagements TO bellbuoy_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON consultant_contacts TO bellbuoy_app;
