DROP TABLE engagements;
DROP TABLE suppliers;
DROP TABLE consultant_contacts;
DROP TABLE consultants;
