-- Which report about a child left the practice, to whom and why. The choices are one flat JSON object of words, with
-- which the same report can be made again; the page itself is nowhere kept.
CREATE TABLE disclosure (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
    report TEXT NOT NULL,
    title TEXT NOT NULL,
    choices TEXT NOT NULL,
    recipient TEXT NOT NULL,
    reason TEXT NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('saved', 'printed')),
    date TEXT NOT NULL,
    at_utc TEXT NOT NULL,
    therapist_id INTEGER REFERENCES therapist (id)
) STRICT;
CREATE INDEX disclosure_of_child ON disclosure (child_id);
