DROP TABLE statistics_waits;
DROP TABLE statistics_releases;
DROP TABLE statistics_parties;
DROP TABLE statistics_versions;
DROP TABLE statistics_cells;
DROP TABLE statistics_changes;
