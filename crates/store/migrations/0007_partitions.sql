-- Grids and the estates of buildings get dates. Like a claim, a drawing or a move stores its start only and ends where
-- the next begins.

-- The grids are told by the ledger: the tables are made anew and filled from it (`migrate.rs`).
DROP TABLE grid_part;
DROP TABLE grid;
CREATE TABLE grid (
    community_id TEXT NOT NULL, id BYTEA NOT NULL, name TEXT NOT NULL,
    PRIMARY KEY (community_id, id)
) /*clustered*/;
CREATE UNIQUE INDEX grid_name ON grid (community_id, name);

-- The parts are a list in JSON: a drawing is always read as a whole.
CREATE TABLE grid_drawing (
    community_id TEXT NOT NULL, grid_id BYTEA NOT NULL, starts_at BIGINT NOT NULL,
    worker_id BYTEA, parts TEXT NOT NULL,
    PRIMARY KEY (community_id, grid_id, starts_at)
) /*clustered*/;

-- building.estate_id is the estate in which a building was added; these are the later ones.
CREATE TABLE building_move (
    community_id TEXT NOT NULL, building_id BYTEA NOT NULL, starts_at BIGINT NOT NULL, estate_id BYTEA NOT NULL,
    PRIMARY KEY (community_id, building_id, starts_at)
) /*clustered*/;

CREATE TABLE hand_over (
    community_id TEXT NOT NULL, id BYTEA NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (community_id, id)
) /*clustered*/;
