-- A request's life in one short line of instants and counts, made from its events, and the index by which statistics
-- read a period of it without opening any request. Rates are counted from these lines whenever somebody looks.
ALTER TABLE request ADD COLUMN life TEXT NOT NULL DEFAULT '';
CREATE INDEX request_of_day ON request (community_id, reported_at, id, estate_id, building_id, unit_id, life);

-- What officers said on their own figures: a read table, made from the ledger; the words are in the vault.
CREATE TABLE load_comment (
    community_id TEXT NOT NULL, staff_id BYTEA NOT NULL, n BIGINT NOT NULL, at BIGINT NOT NULL,
    PRIMARY KEY (community_id, staff_id, n)
) /*clustered*/;
