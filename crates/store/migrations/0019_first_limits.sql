-- A request keeps the limit that it had before it first got more time. Its row and its line of life are shown anew from
-- the ledger after this step; what was counted before does not hold any more.
UPDATE chain_head SET work = work + 1 WHERE book = 'ledger';
