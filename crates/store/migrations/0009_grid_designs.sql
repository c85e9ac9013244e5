-- Drafts of grids. The plans, the moves and the lines on the ground are one body: a draft is always read as a whole.
CREATE TABLE grid_design (
    community_id TEXT NOT NULL, id BYTEA NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (community_id, id)
) /*clustered*/;
