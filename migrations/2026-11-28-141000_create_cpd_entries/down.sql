DROP TABLE certificate_reminders;
DROP TABLE cpd_entries;
