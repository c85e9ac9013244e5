-- Of which version of its request a line of life is. A server of before, beside a newer one during an upgrade, writes
-- requests without their line: then this stays behind the version, and the line is made anew from the events.
ALTER TABLE request ADD COLUMN life_of BIGINT NOT NULL DEFAULT 0;
CREATE INDEX request_behind ON request (community_id, id) WHERE life_of <> version;

-- A case that was declined stays declined when the list of erasures is played again over an older backup.
UPDATE erased SET kind = 'declined' WHERE kind = '*' AND EXISTS (SELECT 1 FROM rights_case
    WHERE rights_case.community_id = erased.community_id AND rights_case.id = erased.owner_id
    AND rights_case.outcome = 'declined');
