SELECT string_agg('i.' || attname, ', ' ORDER BY attnum) FROM pg_attribute
WHERE attrelid = 'incidents'::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'search'
