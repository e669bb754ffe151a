DROP TABLE scheme_versions;
DROP TABLE schemes;
