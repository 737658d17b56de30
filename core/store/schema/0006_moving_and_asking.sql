-- How a child gets about and what with; which precautions were asked for and are not there, by whom, of whom and when;
-- and what an own activity needs of a child (one entry a line; empty where its position says all there is to say).
ALTER TABLE child ADD COLUMN moves_by TEXT NOT NULL DEFAULT 'not_asked' CHECK (moves_by IN
    ('not_asked', 'walks', 'walks_with_device', 'wheels', 'carried'));
ALTER TABLE child ADD COLUMN hands TEXT NOT NULL DEFAULT 'not_asked' CHECK (hands IN ('not_asked', 'both', 'one'));
ALTER TABLE child ADD COLUMN gmfcs INTEGER CHECK (gmfcs BETWEEN 1 AND 5);
ALTER TABLE child ADD COLUMN macs INTEGER CHECK (macs BETWEEN 1 AND 5);

CREATE TABLE child_device (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('none', 'left', 'right', 'both', 'each')),
    note TEXT NOT NULL
) STRICT;
CREATE INDEX child_device_of_child ON child_device (child_id);

CREATE TABLE precaution_asking (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    asked_on TEXT NOT NULL,
    asked_by_id INTEGER REFERENCES therapist (id),
    asked_of TEXT NOT NULL,
    none_of TEXT NOT NULL
) STRICT;
CREATE INDEX precaution_asking_of_child ON precaution_asking (child_id);

ALTER TABLE own_activity ADD COLUMN needs TEXT NOT NULL DEFAULT '';
