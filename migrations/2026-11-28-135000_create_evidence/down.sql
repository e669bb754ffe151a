DROP TABLE evidence_files CASCADE;
DROP TABLE curricula CASCADE;
