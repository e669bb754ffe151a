DROP TABLE certification_events CASCADE;
DROP TABLE certification_findings CASCADE;
DROP TABLE certification_questions CASCADE;
DROP TABLE certification_referees CASCADE;
DROP TABLE certification_evidence CASCADE;
DROP TABLE certification_applications CASCADE;
