-- Two numbers by which it is known what need not be read again.

-- Counts changes of places and people, so that what was read of them can be kept until the next one.
ALTER TABLE chain_head ADD COLUMN house BIGINT NOT NULL DEFAULT 0;

-- How many events a request has had. It stands in the index of the board, so that a board reads only rows that have
-- changed since they were last shown.
ALTER TABLE request ADD COLUMN version BIGINT NOT NULL DEFAULT 0;
UPDATE request SET version = (
    SELECT count(*) FROM event WHERE event.community_id = request.community_id AND event.subject_id = request.id
    AND event.subject_kind = 'request'
);
DROP INDEX request_board;
CREATE INDEX request_board ON request (community_id, estate_id, due_at, id, version) WHERE is_open = 1;
