-- Counts changes of requests and notices, so that boards and inboxes that were read are read again only after one.
ALTER TABLE chain_head ADD COLUMN work BIGINT NOT NULL DEFAULT 0;
