ALTER TABLE advisories DROP CONSTRAINT advisories_two_people_check;
ALTER TABLE advisories ADD CONSTRAINT advisories_two_people_check CHECK (released_by <> author_id);
ALTER TABLE advisories DROP COLUMN writers;
