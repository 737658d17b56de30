-- What was recorded when a note was signed, as a mark that differs when the data do; an amendment has its own, for it
-- answers what changed since. Empty where it was signed before there were marks.
ALTER TABLE session_note ADD COLUMN signed_data TEXT NOT NULL DEFAULT '';
ALTER TABLE note_amendment ADD COLUMN data TEXT NOT NULL DEFAULT '';
-- Minutes without input before the screen locks while a session runs.
ALTER TABLE practice ADD COLUMN session_lock_min INTEGER NOT NULL DEFAULT 45;
