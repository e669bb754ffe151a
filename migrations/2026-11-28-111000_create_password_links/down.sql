DROP TABLE password_links;
DROP TABLE password_requests;
