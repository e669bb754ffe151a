DROP TABLE incident_words CASCADE;
DROP TABLE incident_facts;
DROP TABLE incidents CASCADE;
