-- The sender makes the id: it says which message of this mailbox is meant, and nothing of other mailboxes.
ALTER TABLE intake.messages
    DROP CONSTRAINT messages_pkey,
    ADD CONSTRAINT messages_pkey PRIMARY KEY (envelope_id, id);
DROP INDEX intake.messages_envelope_id_idx;
