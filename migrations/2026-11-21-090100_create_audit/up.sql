-- What was done by whom, and what the rest of the house should hear about it.
-- Both tables are written in the transaction of the effect; one worker numbers committed rows
-- afterwards, because commit order is not the order in which a sequence hands out numbers.

CREATE TABLE audit_entries (
    id uuid NOT NULL,
    number bigint,
    at timestamptz NOT NULL DEFAULT now(),
    account_id uuid,
    action text NOT NULL,
    object_kind text NOT NULL,
    object_id uuid,
    fields text[] NOT NULL DEFAULT '{}',
    reason text,
    CONSTRAINT audit_entries_pkey PRIMARY KEY (id),
    CONSTRAINT audit_entries_number_key UNIQUE (number)
);
CREATE INDEX audit_entries_unnumbered_idx ON audit_entries (id) WHERE number IS NULL;
CREATE INDEX audit_entries_object_idx ON audit_entries (object_kind, object_id);
COMMENT ON TABLE audit_entries IS 'Append-only record of privileged steps. Holds no narrative and nothing about an anonymous reporter.';
COMMENT ON COLUMN audit_entries.id IS 'UUID v4: the order stands in number.';
COMMENT ON COLUMN audit_entries.number IS 'Given by the sequencer to committed rows, without gaps.';
COMMENT ON COLUMN audit_entries.at IS 'When; cut to the hour for steps on sealed reports.';
COMMENT ON COLUMN audit_entries.account_id IS 'Who; empty for the system itself.';
COMMENT ON COLUMN audit_entries.action IS 'What was done, as noun.verb.';
COMMENT ON COLUMN audit_entries.object_kind IS 'Noun of the object.';
COMMENT ON COLUMN audit_entries.object_id IS 'The object.';
COMMENT ON COLUMN audit_entries.fields IS 'Names of the fields that changed; never their values.';
COMMENT ON COLUMN audit_entries.reason IS 'The reason given, where the step demands one.';

CREATE TABLE outbox (
    id uuid NOT NULL,
    number bigint,
    topic text NOT NULL,
    object_id uuid NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT outbox_pkey PRIMARY KEY (id),
    CONSTRAINT outbox_number_key UNIQUE (number)
);
CREATE INDEX outbox_unnumbered_idx ON outbox (id) WHERE number IS NULL;
COMMENT ON TABLE outbox IS 'What happened, for those who follow: workers read it in the order of number.';
COMMENT ON COLUMN outbox.id IS 'UUID v4.';
COMMENT ON COLUMN outbox.number IS 'Given by the sequencer to committed rows, without gaps.';
COMMENT ON COLUMN outbox.topic IS 'What happened, as noun.verb.';
COMMENT ON COLUMN outbox.object_id IS 'To what.';
COMMENT ON COLUMN outbox.at IS 'When it was written.';

CREATE TABLE idempotency_keys (
    scope text NOT NULL,
    key text NOT NULL,
    request_hash bytea NOT NULL,
    status smallint,
    response jsonb,
    etag text,
    created_on date NOT NULL DEFAULT current_date,
    CONSTRAINT idempotency_keys_pkey PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_keys_created_on_idx ON idempotency_keys (created_on);
COMMENT ON TABLE idempotency_keys IS 'Answers to creating requests, kept 30 days so that a repeat changes nothing.';
COMMENT ON COLUMN idempotency_keys.scope IS 'Caller and operation.';
COMMENT ON COLUMN idempotency_keys.key IS 'The Idempotency-Key header.';
COMMENT ON COLUMN idempotency_keys.request_hash IS 'SHA-256 of the body; another body under the same key is refused.';
COMMENT ON COLUMN idempotency_keys.status IS 'Status of the first answer.';
COMMENT ON COLUMN idempotency_keys.response IS 'Body of the first answer.';
COMMENT ON COLUMN idempotency_keys.etag IS 'ETag of the first answer.';
COMMENT ON COLUMN idempotency_keys.created_on IS 'Day of the first request.';

ALTER TABLE audit_entries ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

GRANT SELECT, INSERT ON audit_entries, outbox TO bellbuoy_app;
GRANT UPDATE (number) ON audit_entries, outbox TO bellbuoy_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_keys TO bellbuoy_app;
