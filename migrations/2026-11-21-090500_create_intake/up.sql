-- Sealed reports. The server holds ciphertext, the month's epoch and a size bucket, nothing else.
-- No column here is a date, a time or a serial; ids are v4; no foreign key leaves the schema;
-- only the role bellbuoy_intake reads it, and that role reads nothing outside it.

CREATE SCHEMA intake;

CREATE TABLE intake.epochs (
    id text NOT NULL,
    recipient text NOT NULL,
    current boolean NOT NULL,
    CONSTRAINT epochs_pkey PRIMARY KEY (id),
    CONSTRAINT epochs_recipient_key UNIQUE (recipient)
);
CREATE UNIQUE INDEX epochs_current_idx ON intake.epochs (current) WHERE current;
COMMENT ON TABLE intake.epochs IS 'Desk keys that reports are sealed to, public half.';
COMMENT ON COLUMN intake.epochs.id IS 'The month, and a letter where a month has several.';
COMMENT ON COLUMN intake.epochs.recipient IS 'age X25519 recipient.';
COMMENT ON COLUMN intake.epochs.current IS 'The one that new reports are sealed to.';

CREATE TABLE intake.settings (
    name text NOT NULL,
    value text NOT NULL,
    CONSTRAINT settings_pkey PRIMARY KEY (name)
);
COMMENT ON TABLE intake.settings IS 'Public settings of the intake.';
COMMENT ON COLUMN intake.settings.name IS 'recovery_recipient.';
COMMENT ON COLUMN intake.settings.value IS 'Its value.';

CREATE TABLE intake.analyst_keys (
    account_id uuid NOT NULL,
    recipient text NOT NULL,
    wrapped bytea NOT NULL,
    CONSTRAINT analyst_keys_pkey PRIMARY KEY (account_id)
);
COMMENT ON TABLE intake.analyst_keys IS 'Each analyst''s own key, made in the analyst''s browser.';
COMMENT ON COLUMN intake.analyst_keys.account_id IS 'The analyst.';
COMMENT ON COLUMN intake.analyst_keys.recipient IS 'age X25519 recipient.';
COMMENT ON COLUMN intake.analyst_keys.wrapped IS 'The private half in an age file under the analyst''s passphrase.';

CREATE TABLE intake.wrapped_keys (
    epoch_id text NOT NULL,
    account_id uuid NOT NULL,
    wrapped bytea NOT NULL,
    CONSTRAINT wrapped_keys_pkey PRIMARY KEY (epoch_id, account_id),
    CONSTRAINT wrapped_keys_epoch_id_fkey FOREIGN KEY (epoch_id) REFERENCES intake.epochs (id)
);
COMMENT ON TABLE intake.wrapped_keys IS 'The private half of each epoch, sealed to each analyst who may open it.';
COMMENT ON COLUMN intake.wrapped_keys.epoch_id IS 'The epoch.';
COMMENT ON COLUMN intake.wrapped_keys.account_id IS 'The analyst.';
COMMENT ON COLUMN intake.wrapped_keys.wrapped IS 'The epoch''s identity in an age file to the analyst''s recipient.';

CREATE TABLE intake.envelopes (
    id uuid NOT NULL,
    format smallint NOT NULL,
    epoch_id text NOT NULL,
    bucket integer NOT NULL,
    locator_hash bytea NOT NULL,
    digest bytea NOT NULL,
    content bytea NOT NULL,
    help boolean NOT NULL DEFAULT false,
    state text NOT NULL,
    revision integer NOT NULL DEFAULT 1,
    note bytea,
    CONSTRAINT envelopes_pkey PRIMARY KEY (id),
    CONSTRAINT envelopes_locator_hash_key UNIQUE (locator_hash),
    CONSTRAINT envelopes_epoch_id_fkey FOREIGN KEY (epoch_id) REFERENCES intake.epochs (id)
);
CREATE INDEX envelopes_state_idx ON intake.envelopes (state, help DESC, id);
ALTER TABLE intake.envelopes ALTER COLUMN content SET STORAGE EXTERNAL;
COMMENT ON TABLE intake.envelopes IS 'Sealed reports, and beside each the desk''s sealed note.';
COMMENT ON COLUMN intake.envelopes.id IS 'Derived from the receipt in the reporter''s browser; shaped as a UUID v4.';
COMMENT ON COLUMN intake.envelopes.format IS 'Version of the sealed format.';
COMMENT ON COLUMN intake.envelopes.epoch_id IS 'The epoch it is sealed to.';
COMMENT ON COLUMN intake.envelopes.bucket IS 'Size of the padded content, bytes.';
COMMENT ON COLUMN intake.envelopes.locator_hash IS 'SHA-256 of the locator that opens the mailbox.';
COMMENT ON COLUMN intake.envelopes.digest IS 'SHA-256 of the content as first sent; tells a repeat from another report.';
COMMENT ON COLUMN intake.envelopes.content IS 'The age file; empty after withdrawal.';
COMMENT ON COLUMN intake.envelopes.help IS 'The reporter asked for help now and gave up part of the protection.';
COMMENT ON COLUMN intake.envelopes.state IS 'received, opened, closed or withdrawn; the outcome stands in the sealed note only.';
COMMENT ON COLUMN intake.envelopes.revision IS 'Counts changes by the desk.';
COMMENT ON COLUMN intake.envelopes.note IS 'The desk''s sealed note.';

CREATE TABLE intake.messages (
    id uuid NOT NULL,
    envelope_id uuid NOT NULL,
    direction text NOT NULL,
    content bytea NOT NULL,
    seen boolean NOT NULL DEFAULT false,
    CONSTRAINT messages_pkey PRIMARY KEY (id),
    CONSTRAINT messages_envelope_id_fkey FOREIGN KEY (envelope_id) REFERENCES intake.envelopes (id) ON DELETE CASCADE
);
CREATE INDEX messages_envelope_id_idx ON intake.messages (envelope_id);
COMMENT ON TABLE intake.messages IS 'Sealed messages of a mailbox; their order and times stand inside the seal.';
COMMENT ON COLUMN intake.messages.id IS 'Random, made by the sender, so that a repeat is the same message.';
COMMENT ON COLUMN intake.messages.envelope_id IS 'The mailbox.';
COMMENT ON COLUMN intake.messages.direction IS 'to_desk or to_reporter.';
COMMENT ON COLUMN intake.messages.content IS 'The age file, one size for all.';
COMMENT ON COLUMN intake.messages.seen IS 'The desk has opened it.';

GRANT USAGE ON SCHEMA intake TO bellbuoy_intake;
GRANT SELECT, INSERT, UPDATE ON intake.epochs, intake.settings, intake.analyst_keys, intake.envelopes, intake.messages TO bellbuoy_intake;
GRANT SELECT, INSERT, UPDATE, DELETE ON intake.wrapped_keys TO bellbuoy_intake;
GRANT DELETE ON intake.messages, intake.analyst_keys TO bellbuoy_intake;
