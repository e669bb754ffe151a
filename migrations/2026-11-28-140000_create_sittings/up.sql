-- Exams, trainings and workshops of the schemes, and who has a seat in them. A sitting is public; its address on the
-- network is for those with a seat, and so stands in a table of its own. Seats are never deleted: what was attended and
-- passed counts for certificates.

CREATE TABLE sittings (
    id uuid NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    about text,
    scheme text,
    requirement text,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    time_zone text NOT NULL,
    held_on date NOT NULL,
    quarters smallint NOT NULL,
    port char(5),
    country char(2),
    place text,
    online boolean NOT NULL,
    seats smallint NOT NULL,
    taken smallint NOT NULL DEFAULT 0,
    waiting integer NOT NULL DEFAULT 0,
    book_until timestamptz NOT NULL,
    agenda text,
    minutes text,
    outcomes text,
    cancelled_at timestamptz,
    cancelled_because text,
    demo boolean NOT NULL DEFAULT false,
    revision integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    changed_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT sittings_pkey PRIMARY KEY (id),
    CONSTRAINT sittings_scheme_fkey FOREIGN KEY (scheme) REFERENCES schemes (code),
    CONSTRAINT sittings_requirement_check CHECK (num_nonnulls(scheme, requirement) IN (0, 2)),
    CONSTRAINT sittings_order_check CHECK (ends_at > starts_at AND book_until <= starts_at),
    CONSTRAINT sittings_seats_check CHECK (seats BETWEEN 1 AND 500 AND taken BETWEEN 0 AND seats AND waiting >= 0),
    CONSTRAINT sittings_where_check CHECK (online OR num_nonnulls(port, place) > 0),
    CONSTRAINT sittings_cancelled_check CHECK (num_nonnulls(cancelled_at, cancelled_because) IN (0, 2))
);
CREATE INDEX sittings_starts_at_idx ON sittings (starts_at, id);
COMMENT ON TABLE sittings IS 'Exams, trainings and workshops; public.';
COMMENT ON COLUMN sittings.id IS 'UUID v7.';
COMMENT ON COLUMN sittings.kind IS 'What people sit down for; a word of the vocabulary sitting_kind.';
COMMENT ON COLUMN sittings.title IS 'One line.';
COMMENT ON COLUMN sittings.about IS 'For whom, about what, what to bring.';
COMMENT ON COLUMN sittings.scheme IS 'Code of the scheme whose requirement it meets, or none.';
COMMENT ON COLUMN sittings.requirement IS 'Code of the requirement that is met by passing or attending, or none.';
COMMENT ON COLUMN sittings.starts_at IS 'When it begins.';
COMMENT ON COLUMN sittings.ends_at IS 'When it ends.';
COMMENT ON COLUMN sittings.time_zone IS 'Time zone of the place, by its name in the IANA database.';
COMMENT ON COLUMN sittings.held_on IS 'The day on which it begins, there.';
COMMENT ON COLUMN sittings.quarters IS 'Quarters of an hour that count as professional development.';
COMMENT ON COLUMN sittings.port IS 'UN/LOCODE of the port where it is held, or none.';
COMMENT ON COLUMN sittings.country IS 'Country of the port, or none.';
COMMENT ON COLUMN sittings.place IS 'Where exactly, or none.';
COMMENT ON COLUMN sittings.online IS 'Whether one can take part over the network; the address stands in sitting_links.';
COMMENT ON COLUMN sittings.seats IS 'How many seats there are.';
COMMENT ON COLUMN sittings.taken IS 'How many of them are taken.';
COMMENT ON COLUMN sittings.waiting IS 'How many wait for one.';
COMMENT ON COLUMN sittings.book_until IS 'Until when seats are booked.';
COMMENT ON COLUMN sittings.agenda IS 'What a workshop talks about, in which order.';
COMMENT ON COLUMN sittings.minutes IS 'What was said at a workshop.';
COMMENT ON COLUMN sittings.outcomes IS 'What came of a workshop.';
COMMENT ON COLUMN sittings.cancelled_at IS 'When it was cancelled, or none.';
COMMENT ON COLUMN sittings.cancelled_because IS 'Why it was cancelled; public.';
COMMENT ON COLUMN sittings.demo IS 'Invented for demonstration.';
COMMENT ON COLUMN sittings.revision IS 'Counts changes of the sitting itself, not bookings; part of the ETag.';
COMMENT ON COLUMN sittings.created_at IS 'When it was entered.';
COMMENT ON COLUMN sittings.changed_at IS 'When it was last changed.';

CREATE TABLE seats (
    id uuid NOT NULL,
    sitting_id uuid NOT NULL,
    account_id uuid NOT NULL,
    state text NOT NULL,
    result text,
    revision integer NOT NULL DEFAULT 1,
    asked_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT seats_pkey PRIMARY KEY (id),
    CONSTRAINT seats_sitting_id_fkey FOREIGN KEY (sitting_id) REFERENCES sittings (id),
    CONSTRAINT seats_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts (id),
    CONSTRAINT seats_attended_check CHECK (result IS NULL OR state = 'attended')
);
CREATE UNIQUE INDEX seats_one_each_key ON seats (sitting_id, account_id) WHERE state <> 'cancelled';
CREATE INDEX seats_sitting_id_idx ON seats (sitting_id, asked_at, id);
CREATE INDEX seats_account_id_idx ON seats (account_id);
COMMENT ON TABLE seats IS 'Who has a seat in a sitting, waits for one, or was there.';
COMMENT ON COLUMN seats.id IS 'UUID v7; orders those who asked in one moment.';
COMMENT ON COLUMN seats.sitting_id IS 'The sitting.';
COMMENT ON COLUMN seats.account_id IS 'The person.';
COMMENT ON COLUMN seats.state IS 'Where it stands; a word of the vocabulary seat_state.';
COMMENT ON COLUMN seats.result IS 'How an exam ended; a word of the vocabulary sitting_result.';
COMMENT ON COLUMN seats.revision IS 'Counts changes; part of the ETag.';
COMMENT ON COLUMN seats.asked_at IS 'When it was asked for; the waiting list goes by it.';
COMMENT ON COLUMN seats.changed_at IS 'When it was last changed.';

CREATE TABLE sitting_links (
    sitting_id uuid NOT NULL,
    url text NOT NULL,
    CONSTRAINT sitting_links_pkey PRIMARY KEY (sitting_id),
    CONSTRAINT sitting_links_sitting_id_fkey FOREIGN KEY (sitting_id) REFERENCES sittings (id)
);
COMMENT ON TABLE sitting_links IS 'Where one takes part over the network; for those with a seat.';
COMMENT ON COLUMN sitting_links.sitting_id IS 'The sitting.';
COMMENT ON COLUMN sitting_links.url IS 'The address.';

ALTER TABLE sittings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE seats ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE sitting_links ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON sittings, seats TO bellbuoy_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON sitting_links TO bellbuoy_app;
