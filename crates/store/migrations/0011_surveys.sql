-- Door surveys. Read tables, made from the ledger; the question, notes and photos are in the vault.
CREATE TABLE survey (
    community_id TEXT NOT NULL, id BYTEA NOT NULL, estate_id BYTEA NOT NULL, issue_id BYTEA, stage TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (community_id, id)
) /*clustered*/;
CREATE INDEX survey_of_issue ON survey (community_id, issue_id, id) WHERE issue_id IS NOT NULL;

-- One row a door, in the order of the walk. `said` is what came out so far; empty while nobody was there.
CREATE TABLE survey_door (
    community_id TEXT NOT NULL, survey_id BYTEA NOT NULL, place BIGINT NOT NULL, room_id BYTEA, said TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (community_id, survey_id, place)
) /*clustered*/;
CREATE INDEX survey_door_of_room ON survey_door (community_id, room_id) WHERE room_id IS NOT NULL;
