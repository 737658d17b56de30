-- Several children in one session, groups, places with what is there, bags, and what a plan and a running
-- session know of each block and child.
CREATE TABLE place (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('clinic', 'school', 'home', 'community', 'outdoors')),
    substitutes_count INTEGER NOT NULL CHECK (substitutes_count IN (0, 1)),
    note TEXT NOT NULL,
    archived INTEGER NOT NULL CHECK (archived IN (0, 1))
) STRICT;

CREATE TABLE place_space (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES place (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    space TEXT NOT NULL
) STRICT;

CREATE TABLE place_item (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES place (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    item TEXT NOT NULL,
    latex_free INTEGER NOT NULL CHECK (latex_free IN (0, 1)),
    large INTEGER NOT NULL CHECK (large IN (0, 1)),
    allergen_free INTEGER NOT NULL CHECK (allergen_free IN (0, 1))
) STRICT;

CREATE TABLE bag (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    note TEXT NOT NULL,
    archived INTEGER NOT NULL CHECK (archived IN (0, 1))
) STRICT;

CREATE TABLE bag_item (
    id INTEGER PRIMARY KEY,
    bag_id INTEGER NOT NULL REFERENCES bag (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    item TEXT NOT NULL,
    latex_free INTEGER NOT NULL CHECK (latex_free IN (0, 1)),
    large INTEGER NOT NULL CHECK (large IN (0, 1)),
    allergen_free INTEGER NOT NULL CHECK (allergen_free IN (0, 1))
) STRICT;

CREATE TABLE child_group (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    note TEXT NOT NULL,
    archived INTEGER NOT NULL CHECK (archived IN (0, 1))
) STRICT;

CREATE TABLE group_member (
    id INTEGER PRIMARY KEY,
    group_id INTEGER NOT NULL REFERENCES child_group (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE
) STRICT;

-- Activities a therapist has ruled out for one child.
CREATE TABLE child_avoids (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    activity TEXT NOT NULL
) STRICT;

CREATE TABLE participant (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
    attendance TEXT NOT NULL CHECK (attendance IN ('expected', 'attended', 'absent')),
    absence_reason TEXT NOT NULL CHECK (absence_reason IN
        ('child_ill', 'family_cancelled', 'school_event', 'therapist_away', 'no_show', 'other')),
    absence_note TEXT NOT NULL,
    late_min INTEGER NOT NULL,
    left_early_min INTEGER NOT NULL,
    energy TEXT NOT NULL CHECK (energy IN ('tired', 'usual', 'lively'))
) STRICT;

-- What a session goes without although its place or bag has it, and activities swapped out of its plan.
CREATE TABLE session_line (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('without_item', 'swapped_out')),
    value TEXT NOT NULL
) STRICT;

-- The rung each child starts on and how it went.
CREATE TABLE block_child (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    block_id INTEGER NOT NULL REFERENCES block (id) ON DELETE CASCADE,
    child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
    rung INTEGER NOT NULL,
    response TEXT NOT NULL CHECK (response IN ('not_noted', 'loved', 'fine', 'hard', 'refused'))
) STRICT;

ALTER TABLE session ADD COLUMN group_id INTEGER REFERENCES child_group (id) ON DELETE SET NULL;
ALTER TABLE session ADD COLUMN place_id INTEGER REFERENCES place (id) ON DELETE SET NULL;
ALTER TABLE session ADD COLUMN bag_id INTEGER REFERENCES bag (id) ON DELETE SET NULL;
ALTER TABLE session ADD COLUMN started_at TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN ended_at TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN current_block_id INTEGER;
ALTER TABLE block ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1));
ALTER TABLE block ADD COLUMN suggested INTEGER NOT NULL DEFAULT 0 CHECK (suggested IN (0, 1));
ALTER TABLE block ADD COLUMN lead TEXT CHECK (lead IN ('ot', 'pt', 'both'));
ALTER TABLE block ADD COLUMN why TEXT NOT NULL DEFAULT '';
ALTER TABLE block ADD COLUMN state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'done', 'skipped'));
ALTER TABLE block ADD COLUMN started_at TEXT NOT NULL DEFAULT '';
ALTER TABLE block ADD COLUMN done_s INTEGER NOT NULL DEFAULT 0;
ALTER TABLE goal ADD COLUMN dose_min INTEGER NOT NULL DEFAULT 0;
ALTER TABLE practice ADD COLUMN plan_variety INTEGER NOT NULL DEFAULT 0;
ALTER TABLE practice ADD COLUMN plan_fun INTEGER NOT NULL DEFAULT 0;
ALTER TABLE practice ADD COLUMN plan_few_materials INTEGER NOT NULL DEFAULT 0;
ALTER TABLE practice ADD COLUMN transition_min INTEGER NOT NULL DEFAULT 1;

CREATE INDEX place_space_of_place ON place_space (place_id);
CREATE INDEX place_item_of_place ON place_item (place_id);
CREATE INDEX bag_item_of_bag ON bag_item (bag_id);
CREATE INDEX group_member_of_group ON group_member (group_id);
CREATE INDEX group_member_of_child ON group_member (child_id);
CREATE INDEX child_avoids_of_child ON child_avoids (child_id);
CREATE INDEX participant_of_session ON participant (session_id);
CREATE INDEX participant_of_child ON participant (child_id);
CREATE INDEX session_line_of_session ON session_line (session_id);
CREATE INDEX block_child_of_session ON block_child (session_id);
CREATE INDEX block_child_of_block ON block_child (block_id);
CREATE INDEX block_child_of_child ON block_child (child_id);
CREATE INDEX session_of_group ON session (group_id) WHERE group_id IS NOT NULL;
CREATE INDEX session_of_place ON session (place_id) WHERE place_id IS NOT NULL;
CREATE INDEX session_of_bag ON session (bag_id) WHERE bag_id IS NOT NULL;
