-- Saved views of the query page. A read table, made from the ledger; a view is called by its query.
CREATE TABLE saved_view (
    community_id TEXT NOT NULL, id BYTEA NOT NULL, removed BIGINT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (community_id, id)
) /*clustered*/;

-- What was said before a month and ended in it or later; what was said in it is read from `request_of_day`.
CREATE INDEX request_ended ON request (community_id, ended_at, id) WHERE ended_at IS NOT NULL;
