-- Calls for help. A read table, made from the ledger; words are in the vault.
CREATE TABLE whistle_call (
    community_id TEXT NOT NULL, id BYTEA NOT NULL, estate_id BYTEA NOT NULL, stage TEXT NOT NULL,
    is_open BIGINT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (community_id, id)
) /*clustered*/;
CREATE INDEX whistle_call_open ON whistle_call (community_id, is_open, id);

-- Which calls are about a request.
CREATE TABLE whistle_call_request (
    community_id TEXT NOT NULL, request_id BYTEA NOT NULL, call_id BYTEA NOT NULL,
    PRIMARY KEY (community_id, request_id, call_id)
) /*clustered*/;
