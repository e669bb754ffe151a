DROP TABLE incident_changes;
DROP SEQUENCE incident_change_numbers;
