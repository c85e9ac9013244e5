-- The own work of stewards and grid workers: desks of estates, hazard rounds, mediations, leaflets. A read table, made
-- from the ledger; names and texts are in the vault.
CREATE TABLE own_work (
    community_id TEXT NOT NULL, kind TEXT NOT NULL, id BYTEA NOT NULL, is_open BIGINT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (community_id, kind, id)
) /*clustered*/;
CREATE INDEX own_work_open ON own_work (community_id, kind, id) WHERE is_open = 1;
