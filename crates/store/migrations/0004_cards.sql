-- Resident cards: the homes of each person, what people asked about their own data, and what was erased.

CREATE TABLE resident_home (
    community_id TEXT NOT NULL, resident_id BYTEA NOT NULL, place BIGINT NOT NULL,
    estate_id BYTEA NOT NULL, room_id BYTEA, stay TEXT NOT NULL,
    PRIMARY KEY (community_id, resident_id, place)
) /*clustered*/;
CREATE INDEX home_in_room ON resident_home (community_id, room_id);
CREATE INDEX home_in_estate ON resident_home (community_id, estate_id, resident_id);
INSERT INTO resident_home (community_id, resident_id, place, estate_id, room_id, stay)
    SELECT community_id, id, 0, estate_id, room_id, 'unknown' FROM resident WHERE erased = 0;

CREATE TABLE rights_case (
    community_id TEXT NOT NULL, id BYTEA NOT NULL, claim TEXT NOT NULL, asked_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL, answered_at BIGINT, outcome TEXT,
    PRIMARY KEY (community_id, id)
) /*clustered*/;
CREATE INDEX rights_case_due ON rights_case (community_id, due_at, id) WHERE answered_at IS NULL;

-- What was taken out of the vault for good, by number: whoever brings an older backup back takes it out again.
-- A kind of '*' is everything of an owner.
CREATE TABLE erased (
    community_id TEXT NOT NULL, owner_id BYTEA NOT NULL, kind TEXT NOT NULL, n BIGINT NOT NULL, at BIGINT NOT NULL,
    PRIMARY KEY (community_id, owner_id, kind, n, at)
) /*clustered*/;
