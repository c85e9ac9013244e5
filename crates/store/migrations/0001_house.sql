-- The house. The community leads every key, so that the same tables can be spread over servers by it.
-- Times are milliseconds UTC, flags 0 or 1, ids 16 bytes. Only the ledger is the truth: what follows it here are
-- read tables, which `guanjia rebuild` makes again from the events, and the vault, which holds every word and name.

CREATE TABLE chain_head (
    community_id TEXT NOT NULL, book TEXT NOT NULL,
    seq BIGINT NOT NULL, hash BYTEA NOT NULL, requests BIGINT NOT NULL,
    PRIMARY KEY (community_id, book)
) /*clustered*/;

CREATE TABLE event (
    community_id TEXT NOT NULL, seq BIGINT NOT NULL,
    at BIGINT NOT NULL, actor TEXT NOT NULL, subject_kind TEXT NOT NULL, subject_id BYTEA NOT NULL,
    kind TEXT NOT NULL, body TEXT NOT NULL, hash BYTEA NOT NULL,
    PRIMARY KEY (community_id, seq)
) /*clustered*/;
CREATE INDEX event_of_subject ON event (community_id, subject_id, seq);

CREATE TABLE audit (
    community_id TEXT NOT NULL, seq BIGINT NOT NULL,
    at BIGINT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, object_id BYTEA NOT NULL, detail TEXT NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (community_id, seq)
) /*clustered*/;

-- Read tables ------------------------------------------------------------------------------------------------

CREATE TABLE community (
    community_id TEXT NOT NULL, name TEXT NOT NULL, street TEXT, body TEXT NOT NULL,
    PRIMARY KEY (community_id)
) /*clustered*/;

CREATE TABLE estate (
    community_id TEXT NOT NULL, id BYTEA NOT NULL, name TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (community_id, id)
) /*clustered*/;
CREATE UNIQUE INDEX estate_name ON estate (community_id, name);

CREATE TABLE building (
    community_id TEXT NOT NULL, id BYTEA NOT NULL, estate_id BYTEA NOT NULL, name TEXT NOT NULL,
    households BIGINT NOT NULL, outline TEXT NOT NULL,
    PRIMARY KEY (community_id, id)
) /*clustered*/;
CREATE UNIQUE INDEX building_name ON building (community_id, estate_id, name);

CREATE TABLE unit (
    community_id TEXT NOT NULL, id BYTEA NOT NULL, building_id BYTEA NOT NULL, place BIGINT NOT NULL,
    name TEXT NOT NULL, households BIGINT NOT NULL,
    PRIMARY KEY (community_id, id)
) /*clustered*/;
CREATE UNIQUE INDEX unit_name ON unit (community_id, building_id, name);

CREATE TABLE room (
    community_id TEXT NOT NULL, id BYTEA NOT NULL, unit_id BYTEA NOT NULL, place BIGINT NOT NULL,
    floor BIGINT NOT NULL, name TEXT NOT NULL, households BIGINT NOT NULL,
    PRIMARY KEY (community_id, id)
) /*clustered*/;
CREATE UNIQUE INDEX room_name ON room (community_id, unit_id, name);

CREATE TABLE grid (
    community_id TEXT NOT NULL, id BYTEA NOT NULL, name TEXT NOT NULL, worker_id BYTEA,
    PRIMARY KEY (community_id, id)
) /*clustered*/;
CREATE UNIQUE INDEX grid_name ON grid (community_id, name);
CREATE INDEX grid_of_worker ON grid (community_id, worker_id);

-- A part without a unit is the whole building; its unit_id is 16 zero bytes, because a key holds no NULL.
CREATE TABLE grid_part (
    community_id TEXT NOT NULL, grid_id BYTEA NOT NULL, building_id BYTEA NOT NULL, unit_id BYTEA NOT NULL,
    PRIMARY KEY (community_id, grid_id, building_id, unit_id)
) /*clustered*/;
CREATE INDEX grid_of_building ON grid_part (community_id, building_id);

-- A claim stores its start only and ends where the next begins.
CREATE TABLE claim (
    community_id TEXT NOT NULL, estate_id BYTEA NOT NULL, starts_at BIGINT NOT NULL,
    steward_id BYTEA NOT NULL, deputy_id BYTEA, pact_signed_at BIGINT,
    PRIMARY KEY (community_id, estate_id, starts_at)
) /*clustered*/;

CREATE TABLE staff (
    community_id TEXT NOT NULL, id BYTEA NOT NULL, post TEXT NOT NULL, tier BIGINT, organisation_id BYTEA,
    has_left BIGINT NOT NULL,
    PRIMARY KEY (community_id, id)
) /*clustered*/;

CREATE TABLE organisation (
    community_id TEXT NOT NULL, id BYTEA NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, has_left BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (community_id, id)
) /*clustered*/;
CREATE UNIQUE INDEX organisation_name ON organisation (community_id, name);

CREATE TABLE resident (
    community_id TEXT NOT NULL, id BYTEA NOT NULL, estate_id BYTEA NOT NULL, room_id BYTEA, erased BIGINT NOT NULL,
    PRIMARY KEY (community_id, id)
) /*clustered*/;
CREATE INDEX resident_of_room ON resident (community_id, room_id);

CREATE TABLE request (
    community_id TEXT NOT NULL, id BYTEA NOT NULL, number BIGINT NOT NULL, state TEXT NOT NULL,
    is_open BIGINT NOT NULL, urgent BIGINT NOT NULL,
    estate_id BYTEA NOT NULL, building_id BYTEA, unit_id BYTEA,
    handler TEXT NOT NULL, asked TEXT, reported_at BIGINT NOT NULL, due_at BIGINT NOT NULL, ended_at BIGINT,
    body TEXT NOT NULL,
    PRIMARY KEY (community_id, id)
) /*clustered*/;
CREATE UNIQUE INDEX request_number ON request (community_id, number);
CREATE INDEX request_board ON request (community_id, estate_id, due_at, id) WHERE is_open = 1;
CREATE INDEX request_of_estate ON request (community_id, estate_id, id);
CREATE INDEX request_of_handler ON request (community_id, handler, due_at, id)
    WHERE is_open = 1 AND handler <> 'steward';
CREATE INDEX request_of_asked ON request (community_id, asked, due_at, id) WHERE asked IS NOT NULL;

-- The vault --------------------------------------------------------------------------------------------------

CREATE TABLE vault (
    community_id TEXT NOT NULL, owner_id BYTEA NOT NULL, kind TEXT NOT NULL, n BIGINT NOT NULL, sealed BYTEA NOT NULL,
    PRIMARY KEY (community_id, owner_id, kind, n)
) /*clustered*/;

-- What makes texts findable: keyed HMACs of character pairs, sorted, 4 bytes each; and the digest of what was filed.
CREATE TABLE search_entry (
    community_id TEXT NOT NULL, request_id BYTEA NOT NULL, digest BYTEA NOT NULL, tokens BYTEA NOT NULL,
    PRIMARY KEY (community_id, request_id)
) /*clustered*/;

-- Keyed HMACs of phones, names and ID numbers, so that a person's data are found again and erased.
CREATE TABLE contact (
    community_id TEXT NOT NULL, token BYTEA NOT NULL, owner_kind TEXT NOT NULL, owner_id BYTEA NOT NULL,
    PRIMARY KEY (community_id, token, owner_kind, owner_id)
) /*clustered*/;
CREATE INDEX contact_of_owner ON contact (community_id, owner_id);

CREATE TABLE photo (
    community_id TEXT NOT NULL, request_id BYTEA NOT NULL, n BIGINT NOT NULL, phase TEXT NOT NULL,
    file_id BYTEA NOT NULL, width BIGINT NOT NULL, height BIGINT NOT NULL,
    PRIMARY KEY (community_id, request_id, n)
) /*clustered*/;

-- Signing in -------------------------------------------------------------------------------------------------

-- The one table that is not led by the community: names are unique over all of them. Only their HMACs stand here.
CREATE TABLE sign_in_name (
    token BYTEA NOT NULL PRIMARY KEY, community_id TEXT NOT NULL, holder_kind TEXT NOT NULL, holder_id BYTEA NOT NULL
) /*clustered*/;

CREATE TABLE account (
    community_id TEXT NOT NULL, holder_id BYTEA NOT NULL, holder_kind TEXT NOT NULL, password TEXT,
    closed BIGINT NOT NULL,
    PRIMARY KEY (community_id, holder_id)
) /*clustered*/;

CREATE TABLE session (
    community_id TEXT NOT NULL, token BYTEA NOT NULL, holder_id BYTEA NOT NULL, holder_kind TEXT NOT NULL,
    csrf TEXT NOT NULL, created_at BIGINT NOT NULL, seen_at BIGINT NOT NULL,
    PRIMARY KEY (community_id, token)
) /*clustered*/;
CREATE INDEX session_of_holder ON session (community_id, holder_id);

-- Private links: a resident's, a handler's, an invitation, an API token.
CREATE TABLE link (
    community_id TEXT NOT NULL, token BYTEA NOT NULL, kind TEXT NOT NULL, subject_id BYTEA NOT NULL, holder_id BYTEA,
    created_at BIGINT NOT NULL, ends_at BIGINT, used_at BIGINT,
    PRIMARY KEY (community_id, token)
) /*clustered*/;
CREATE INDEX link_of_subject ON link (community_id, subject_id);

-- Timers and the inbox ---------------------------------------------------------------------------------------

CREATE TABLE timer (
    community_id TEXT NOT NULL, rings_at BIGINT NOT NULL, subject_id BYTEA NOT NULL, kind TEXT NOT NULL,
    PRIMARY KEY (community_id, rings_at, subject_id, kind)
) /*clustered*/;

CREATE TABLE notice (
    community_id TEXT NOT NULL, recipient TEXT NOT NULL, id BYTEA NOT NULL, at BIGINT NOT NULL, kind TEXT NOT NULL,
    subject_id BYTEA NOT NULL, read_at BIGINT,
    PRIMARY KEY (community_id, recipient, id)
) /*clustered*/;
