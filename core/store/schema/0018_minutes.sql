-- What a ledger of minutes needs: from when to when a service is promised, the missed session that a session makes up,
-- which missed minutes the practice owes, how a co-treatment counts, and the dates of the school term. A service of
-- before is open on both sides, and no session of before makes up another.
ALTER TABLE service ADD COLUMN from_date TEXT;
ALTER TABLE service ADD COLUMN to_date TEXT;
ALTER TABLE session ADD COLUMN makes_up_id INTEGER REFERENCES session (id) ON DELETE SET NULL;
CREATE INDEX session_that_makes_up ON session (makes_up_id) WHERE makes_up_id IS NOT NULL;
ALTER TABLE practice ADD COLUMN owed_child_ill INTEGER NOT NULL DEFAULT 0 CHECK (owed_child_ill IN (0, 1));
ALTER TABLE practice ADD COLUMN owed_family_cancelled INTEGER NOT NULL DEFAULT 0
    CHECK (owed_family_cancelled IN (0, 1));
ALTER TABLE practice ADD COLUMN owed_school_event INTEGER NOT NULL DEFAULT 1 CHECK (owed_school_event IN (0, 1));
ALTER TABLE practice ADD COLUMN owed_therapist_away INTEGER NOT NULL DEFAULT 1 CHECK (owed_therapist_away IN (0, 1));
ALTER TABLE practice ADD COLUMN owed_no_show INTEGER NOT NULL DEFAULT 0 CHECK (owed_no_show IN (0, 1));
ALTER TABLE practice ADD COLUMN owed_other INTEGER NOT NULL DEFAULT 1 CHECK (owed_other IN (0, 1));
ALTER TABLE practice ADD COLUMN owed_came_late INTEGER NOT NULL DEFAULT 0 CHECK (owed_came_late IN (0, 1));
ALTER TABLE practice ADD COLUMN owed_ended_early INTEGER NOT NULL DEFAULT 1 CHECK (owed_ended_early IN (0, 1));
ALTER TABLE practice ADD COLUMN split_cotreat INTEGER NOT NULL DEFAULT 0 CHECK (split_cotreat IN (0, 1));
ALTER TABLE practice ADD COLUMN term_from TEXT;
ALTER TABLE practice ADD COLUMN term_to TEXT;
