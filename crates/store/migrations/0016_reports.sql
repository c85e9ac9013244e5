-- Saved views of the query page. A read table, made from the ledger; a view is called by its query.
CREATE TABLE saved_view (
    community_id TEXT NOT NULL, id BYTEA NOT NULL, removed BIGINT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (community_id, id)
) /*clustered*/;

-- What a month is reckoned over: said in it, or said before and ended in it or later; the rest is open.
CREATE INDEX request_reported ON request (community_id, reported_at, id);
CREATE INDEX request_ended ON request (community_id, ended_at, id) WHERE ended_at IS NOT NULL;
