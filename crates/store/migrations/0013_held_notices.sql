-- Notices that wait for the end of the quiet hours, or to be told of together. One that went into a digest keeps its
-- line here, under the id of the notice that stands for all of them.
CREATE TABLE held_notice (
    community_id TEXT NOT NULL, recipient TEXT NOT NULL, id BYTEA NOT NULL, at BIGINT NOT NULL, kind TEXT NOT NULL,
    subject_id BYTEA NOT NULL, release_at BIGINT NOT NULL, digest BYTEA,
    PRIMARY KEY (community_id, recipient, id)
) /*clustered*/;
CREATE INDEX held_notice_waiting ON held_notice (community_id, release_at) WHERE digest IS NULL;
