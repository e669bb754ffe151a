DROP TABLE advisory_numbers;
DROP TABLE advisories;
