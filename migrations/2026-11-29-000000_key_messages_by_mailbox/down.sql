CREATE INDEX messages_envelope_id_idx ON intake.messages (envelope_id);
ALTER TABLE intake.messages
    DROP CONSTRAINT messages_pkey,
    ADD CONSTRAINT messages_pkey PRIMARY KEY (id);
