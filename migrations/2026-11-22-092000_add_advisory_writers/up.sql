-- Everybody who wrote any of the text is kept, and none of them may release it: a colleague's last touch
-- must not make a text releasable by the one who wrote the rest.

ALTER TABLE advisories ADD COLUMN writers uuid[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN advisories.writers IS 'Accounts that wrote any of it, the author first; none of them releases it.';
ALTER TABLE advisories NO FORCE ROW LEVEL SECURITY;
UPDATE advisories SET writers = ARRAY[author_id];
ALTER TABLE advisories FORCE ROW LEVEL SECURITY;
ALTER TABLE advisories DROP CONSTRAINT advisories_two_people_check;
ALTER TABLE advisories ADD CONSTRAINT advisories_two_people_check CHECK (author_id = ANY (writers) AND NOT released_by = ANY (writers));
