-- Projects that put common issues right. A read table, made from the ledger; words and photos are in the vault.
CREATE TABLE project (
    community_id TEXT NOT NULL, id BYTEA NOT NULL, estate_id BYTEA NOT NULL, stage TEXT NOT NULL,
    is_open BIGINT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (community_id, id)
) /*clustered*/;
CREATE INDEX project_open ON project (community_id, id) WHERE is_open = 1;

-- Which projects a request, a common issue or a survey belongs to.
CREATE TABLE project_link (
    community_id TEXT NOT NULL, subject_id BYTEA NOT NULL, project_id BYTEA NOT NULL,
    PRIMARY KEY (community_id, subject_id, project_id)
) /*clustered*/;
