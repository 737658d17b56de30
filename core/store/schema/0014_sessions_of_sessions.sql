-- A goal may ask for so many of the last so many sessions beside its tries: "in 4 of 5 tries, in 3 of 4 sessions". 0 of 0
-- is what every goal had: nothing said.
ALTER TABLE goal ADD COLUMN sessions_met INTEGER NOT NULL DEFAULT 0;
ALTER TABLE goal ADD COLUMN sessions_of INTEGER NOT NULL DEFAULT 0;
-- How many of the counted values of a goal are days on which something was recorded outside a session.
ALTER TABLE goal_status ADD COLUMN outside INTEGER NOT NULL DEFAULT 0;
-- The number to call in an emergency where the practice has its own; empty: the one usual in the machine's region.
ALTER TABLE practice ADD COLUMN emergency_number TEXT NOT NULL DEFAULT '';
-- When, by whom and of whom a precaution that is there was asked, as for those that are not; none: noted otherwise.
ALTER TABLE child_precaution ADD COLUMN asked_on TEXT;
ALTER TABLE child_precaution ADD COLUMN asked_by_id INTEGER REFERENCES therapist (id);
ALTER TABLE child_precaution ADD COLUMN asked_of TEXT NOT NULL DEFAULT '';
-- One hand only, or one that the other helps: the helper hand (assisting hand).
ALTER TABLE child ADD COLUMN hand_helps INTEGER NOT NULL DEFAULT 0 CHECK (hand_helps IN (0, 1));
