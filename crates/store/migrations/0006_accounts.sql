-- Signing in with two factors, accounts that are locked, and sessions that somebody can recognise as theirs.

-- What kind of device began a session, in a few stable words; never an address.
ALTER TABLE session ADD COLUMN device TEXT NOT NULL DEFAULT '';

-- What the security administrator sees of an account and does with it.
CREATE TABLE account_guard (
    community_id TEXT NOT NULL, holder_id BYTEA NOT NULL,
    locked_at BIGINT, failures BIGINT NOT NULL, failed_at BIGINT, signed_in_at BIGINT,
    PRIMARY KEY (community_id, holder_id)
) /*clustered*/;

-- The second factor of an account; its secret lies in the vault. `step` is the last time step whose code was accepted.
CREATE TABLE second_factor (
    community_id TEXT NOT NULL, holder_id BYTEA NOT NULL, since BIGINT NOT NULL, step BIGINT NOT NULL,
    PRIMARY KEY (community_id, holder_id)
) /*clustered*/;

-- Keyed HMACs of the recovery codes that are left: one that was used is gone.
CREATE TABLE recovery_code (
    community_id TEXT NOT NULL, holder_id BYTEA NOT NULL, token BYTEA NOT NULL,
    PRIMARY KEY (community_id, holder_id, token)
) /*clustered*/;
