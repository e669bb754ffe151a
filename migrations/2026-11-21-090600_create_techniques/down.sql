DROP TABLE techniques;
