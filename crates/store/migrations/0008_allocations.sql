-- Drafts of who looks after which estate. A read table, made from the ledger; what was objected is in the vault.
CREATE TABLE allocation (
    community_id TEXT NOT NULL, id BYTEA NOT NULL, is_open BIGINT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (community_id, id)
) /*clustered*/;
