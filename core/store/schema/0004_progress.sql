-- What is recorded in sessions and what it says: points, phases and events on the time axis, and how each goal is
-- recorded and judged. What is written: quick notes, session notes with their amendments, a therapist's own lists.

ALTER TABLE practice ADD COLUMN decision_rule TEXT NOT NULL DEFAULT 'four_point' CHECK (decision_rule IN
    ('three_point', 'four_point', 'median_of_three', 'trend_line'));
-- Who signs this therapist's notes as well; none for one who signs alone.
ALTER TABLE therapist ADD COLUMN supervisor_id INTEGER REFERENCES therapist (id);

ALTER TABLE goal ADD COLUMN wanted_tries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE goal ADD COLUMN min_tries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE goal ADD COLUMN lower_is_better INTEGER NOT NULL DEFAULT 0 CHECK (lower_is_better IN (0, 1));
ALTER TABLE goal ADD COLUMN prompt_max INTEGER;
ALTER TABLE goal ADD COLUMN generalise INTEGER NOT NULL DEFAULT 0 CHECK (generalise IN (0, 1));
ALTER TABLE goal ADD COLUMN maintain INTEGER NOT NULL DEFAULT 0 CHECK (maintain IN (0, 1));
ALTER TABLE goal ADD COLUMN decision_rule TEXT CHECK (decision_rule IN
    ('three_point', 'four_point', 'median_of_three', 'trend_line'));
ALTER TABLE goal ADD COLUMN interval_method TEXT NOT NULL DEFAULT 'momentary' CHECK (interval_method IN
    ('momentary', 'partial', 'whole'));
ALTER TABLE goal ADD COLUMN interval_s INTEGER NOT NULL DEFAULT 20;
ALTER TABLE goal ADD COLUMN gas_importance INTEGER NOT NULL DEFAULT 1;
ALTER TABLE goal ADD COLUMN gas_difficulty INTEGER NOT NULL DEFAULT 1;
ALTER TABLE goal ADD COLUMN gas_baseline INTEGER NOT NULL DEFAULT -2;

CREATE TABLE goal_line (
    id INTEGER PRIMARY KEY,
    goal_id INTEGER NOT NULL REFERENCES goal (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('step', 'gas_level')),
    text TEXT NOT NULL
) STRICT;
CREATE INDEX goal_line_of_goal ON goal_line (goal_id);

-- A point stays when its block leaves the plan, so block_id refers to nothing that is enforced.
CREATE TABLE data_point (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
    goal_id INTEGER NOT NULL REFERENCES goal (id) ON DELETE CASCADE,
    session_id INTEGER REFERENCES session (id) ON DELETE SET NULL,
    block_id INTEGER,
    date TEXT NOT NULL,
    at_utc TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN
        ('correct', 'with_help', 'not_yet', 'step', 'interval', 'tally', 'measured', 'attainment')),
    value REAL NOT NULL,
    n INTEGER,
    assist INTEGER,
    prompt INTEGER,
    step INTEGER NOT NULL,
    steps_in_list INTEGER NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('none', 'left', 'right', 'both', 'each')),
    setting TEXT NOT NULL,
    rater TEXT NOT NULL,
    note TEXT NOT NULL,
    valid INTEGER NOT NULL CHECK (valid IN (0, 1)),
    invalid_reason TEXT NOT NULL,
    therapist_id INTEGER REFERENCES therapist (id)
) STRICT;
-- All that the rules read of a point lies together by goal, so that a tap and a rebuild read few pages.
CREATE INDEX data_point_for_rules ON data_point (goal_id, date, session_id, kind, value, n, assist, prompt, step,
    steps_in_list, side, setting, rater, valid);
CREATE INDEX data_point_of_session ON data_point (session_id) WHERE session_id IS NOT NULL;

CREATE TABLE phase_change (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
    goal_id INTEGER NOT NULL REFERENCES goal (id) ON DELETE CASCADE,
    date TEXT NOT NULL,
    phase TEXT NOT NULL CHECK (phase IN ('baseline', 'intervention', 'generalisation', 'maintenance')),
    label TEXT NOT NULL
) STRICT;
CREATE INDEX phase_change_of_goal ON phase_change (goal_id);

CREATE TABLE time_event (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
    goal_id INTEGER REFERENCES goal (id) ON DELETE CASCADE,
    date TEXT NOT NULL,
    until TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('equipment', 'medical', 'holiday', 'family', 'school', 'other')),
    text TEXT NOT NULL
) STRICT;
CREATE INDEX time_event_of_child ON time_event (child_id);
CREATE INDEX time_event_of_goal ON time_event (goal_id) WHERE goal_id IS NOT NULL;

CREATE TABLE quick_note (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    at_utc TEXT NOT NULL,
    text TEXT NOT NULL,
    chip INTEGER NOT NULL CHECK (chip IN (0, 1))
) STRICT;
CREATE INDEX quick_note_of_child ON quick_note (child_id);
CREATE INDEX quick_note_of_session ON quick_note (session_id);

CREATE TABLE session_note (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    author_id INTEGER REFERENCES therapist (id),
    subjective TEXT NOT NULL,
    objective TEXT NOT NULL,
    assessment TEXT NOT NULL,
    plan TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'final')),
    finished_on TEXT,
    finished_by_id INTEGER REFERENCES therapist (id),
    cosigner_id INTEGER REFERENCES therapist (id),
    cosigned_on TEXT,
    UNIQUE (session_id, child_id, author_id)
) STRICT;
CREATE INDEX session_note_of_child ON session_note (child_id);

CREATE TABLE note_amendment (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
    note_id INTEGER NOT NULL REFERENCES session_note (id) ON DELETE CASCADE,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    at_utc TEXT NOT NULL,
    date TEXT NOT NULL,
    therapist_id INTEGER REFERENCES therapist (id),
    text TEXT NOT NULL
) STRICT;
CREATE INDEX note_amendment_of_note ON note_amendment (note_id);
CREATE INDEX note_amendment_of_session ON note_amendment (session_id);
CREATE INDEX note_amendment_of_child ON note_amendment (child_id);

-- The buttons of the help selector in a session, in a therapist's own words.
CREATE TABLE help_choice (
    id INTEGER PRIMARY KEY,
    therapist_id INTEGER NOT NULL REFERENCES therapist (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    assist INTEGER,
    prompt INTEGER
) STRICT;
CREATE INDEX help_choice_of_therapist ON help_choice (therapist_id);

CREATE TABLE snippet (
    id INTEGER PRIMARY KEY,
    therapist_id INTEGER NOT NULL REFERENCES therapist (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

-- What the data of a goal say, in numbers: written with every tap, never by hand, so it is no part of the journal. Its
-- id is the goal's. `made_by` is the version of the rules that worked it out.
CREATE TABLE goal_status (
    id INTEGER PRIMARY KEY REFERENCES goal (id) ON DELETE CASCADE,
    made_by INTEGER NOT NULL,
    sessions INTEGER NOT NULL,
    left_out INTEGER NOT NULL,
    in_stretch INTEGER NOT NULL,
    first_on TEXT,
    last_on TEXT,
    last_value REAL,
    last_tries INTEGER NOT NULL,
    last_successes REAL NOT NULL,
    baseline_level REAL,
    baseline_worst REAL,
    aim_at_last REAL,
    per_week REAL,
    per_week_low REAL,
    per_week_high REAL,
    recent_change REAL,
    flat INTEGER NOT NULL,
    below_baseline INTEGER NOT NULL,
    three_point TEXT NOT NULL,
    four_point TEXT NOT NULL,
    median_of_three TEXT NOT NULL,
    trend_line TEXT NOT NULL,
    mastered_on TEXT,
    run INTEGER NOT NULL,
    gap TEXT NOT NULL,
    probe TEXT NOT NULL,
    probe_on TEXT,
    probe_weeks INTEGER NOT NULL,
    practice_ended TEXT
) STRICT;
