-- Common issues: a read table, made from the ledger. Texts and reporters stay where the requests have them.
CREATE TABLE common_issue (
    community_id TEXT NOT NULL, id BYTEA NOT NULL, estate_id BYTEA NOT NULL, state TEXT NOT NULL,
    is_living BIGINT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (community_id, id)
) /*clustered*/;
CREATE INDEX common_issue_of_estate ON common_issue (community_id, estate_id, is_living, id);

-- Which living issue a request belongs to: one at most.
CREATE TABLE issue_member (
    community_id TEXT NOT NULL, issue_id BYTEA NOT NULL, request_id BYTEA NOT NULL, confirmed BIGINT NOT NULL,
    PRIMARY KEY (community_id, issue_id, request_id)
) /*clustered*/;
CREATE UNIQUE INDEX issue_of_request ON issue_member (community_id, request_id);
