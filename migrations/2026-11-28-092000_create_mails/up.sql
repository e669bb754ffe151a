-- Letters that wait to be sent, written in the transaction of what they tell of. What a letter says is emptied once it
-- was sent, because links in it open accounts.

CREATE TABLE mails (
    id uuid NOT NULL,
    recipient text NOT NULL,
    subject text NOT NULL,
    body text,
    created_at timestamptz NOT NULL DEFAULT now(),
    sent_at timestamptz,
    attempts smallint NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT mails_pkey PRIMARY KEY (id)
);
CREATE INDEX mails_waiting_idx ON mails (next_attempt_at) WHERE sent_at IS NULL;
COMMENT ON TABLE mails IS 'Letters to people with an account or an invitation. Reporters without a name get none.';
COMMENT ON COLUMN mails.id IS 'UUID v7.';
COMMENT ON COLUMN mails.recipient IS 'E-mail address.';
COMMENT ON COLUMN mails.subject IS 'Subject line; holds no secret.';
COMMENT ON COLUMN mails.body IS 'The text; emptied once sent.';
COMMENT ON COLUMN mails.created_at IS 'When it was written.';
COMMENT ON COLUMN mails.sent_at IS 'When a mail server took it.';
COMMENT ON COLUMN mails.attempts IS 'How often it was tried.';
COMMENT ON COLUMN mails.next_attempt_at IS 'When to try next.';

ALTER TABLE mails ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON mails TO bellbuoy_app;
