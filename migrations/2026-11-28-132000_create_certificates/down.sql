DROP TABLE certificate_events;
DROP TABLE certificates;
DROP TABLE certificate_serials;
