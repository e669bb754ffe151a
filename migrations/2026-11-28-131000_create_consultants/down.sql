DROP TABLE engagements;
DROP TABLE suppliers CASCADE;
DROP TABLE consultant_contacts;
DROP TABLE consultants CASCADE;
