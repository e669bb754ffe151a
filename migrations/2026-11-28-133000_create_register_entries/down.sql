DROP TABLE register_entries;
