-- The caseload: people, goals, sessions; the journal; what is no edit (drafts, view state).
-- Tracked tables have one primary key column `id`; their rows carry the id of the child, goal or
-- session they belong to, so that one aggregate can be read again alone.

CREATE TABLE therapist (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    credentials TEXT NOT NULL,
    discipline TEXT NOT NULL CHECK (discipline IN ('ot', 'pt')),
    archived INTEGER NOT NULL CHECK (archived IN (0, 1))
) STRICT;

CREATE TABLE practice (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    me_id INTEGER REFERENCES therapist (id),
    name TEXT NOT NULL,
    idle_lock_min INTEGER NOT NULL,
    initials_only INTEGER NOT NULL CHECK (initials_only IN (0, 1)),
    second_backup_folder TEXT NOT NULL
) STRICT;
INSERT INTO practice VALUES (1, NULL, '', 10, 0, '');

CREATE TABLE child (
    id INTEGER PRIMARY KEY,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    preferred_name TEXT NOT NULL,
    date_of_birth TEXT NOT NULL,
    gestation_weeks INTEGER,
    pronouns TEXT NOT NULL,
    school TEXT NOT NULL,
    language TEXT NOT NULL,
    interpreter_needed INTEGER NOT NULL CHECK (interpreter_needed IN (0, 1)),
    communication TEXT NOT NULL,
    rescue_plan TEXT NOT NULL,
    referral_date TEXT,
    plan_of_care_start TEXT,
    plan_of_care_end TEXT,
    iep_date TEXT,
    reevaluation_due TEXT,
    discharge_date TEXT,
    discharge_reason TEXT CHECK (discharge_reason IN
        ('goals_met', 'moved', 'family_choice', 'other_service', 'funding_ended', 'other')),
    discharge_note TEXT NOT NULL,
    archived INTEGER NOT NULL CHECK (archived IN (0, 1))
) STRICT;

CREATE TABLE guardian (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    relationship TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE diagnosis (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    icd10 TEXT NOT NULL
) STRICT;

CREATE TABLE child_precaution (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    parameters TEXT NOT NULL CHECK (json_valid(parameters)),
    note TEXT NOT NULL
) STRICT;

CREATE TABLE service (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    discipline TEXT NOT NULL CHECK (discipline IN ('ot', 'pt')),
    mode TEXT NOT NULL CHECK (mode IN ('individual', 'group', 'consult')),
    minutes INTEGER NOT NULL,
    times INTEGER NOT NULL,
    per TEXT NOT NULL CHECK (per IN ('week', 'month')),
    place TEXT NOT NULL,
    therapist_id INTEGER REFERENCES therapist (id)
) STRICT;

CREATE TABLE present_step (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    skill TEXT NOT NULL,
    step TEXT NOT NULL
) STRICT;

CREATE TABLE child_line (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('take_care', 'equipment', 'interest', 'strength', 'growth_area')),
    text TEXT NOT NULL
) STRICT;

CREATE TABLE goal (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
    parent_id INTEGER REFERENCES goal (id) ON DELETE CASCADE,
    term TEXT NOT NULL CHECK (term IN ('long_term', 'short_term')),
    title TEXT NOT NULL,
    skill TEXT NOT NULL,
    discipline TEXT NOT NULL CHECK (discipline IN ('ot', 'pt')),
    side TEXT NOT NULL CHECK (side IN ('none', 'left', 'right', 'both', 'each')),
    baseline TEXT NOT NULL CHECK (json_valid(baseline)),
    baseline_reason TEXT NOT NULL,
    measure TEXT NOT NULL,
    target REAL,
    successes INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    sessions_in_row INTEGER NOT NULL,
    assist_level INTEGER NOT NULL,
    minutes_per_week INTEGER NOT NULL,
    routine TEXT NOT NULL,
    start_date TEXT,
    due_date TEXT,
    priority INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'active', 'on_hold', 'met', 'discontinued')),
    closed_on TEXT,
    therapist_id INTEGER REFERENCES therapist (id),
    note TEXT NOT NULL
) STRICT;

CREATE TABLE session (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
    date TEXT NOT NULL,
    start_min INTEGER NOT NULL,
    length_min INTEGER NOT NULL,
    place TEXT NOT NULL,
    space TEXT NOT NULL,
    lead TEXT NOT NULL CHECK (lead IN ('ot', 'pt', 'both')),
    therapist_id INTEGER REFERENCES therapist (id),
    co_therapist_id INTEGER REFERENCES therapist (id),
    series_id INTEGER,
    status TEXT NOT NULL CHECK (status IN ('planned', 'held', 'not_held')),
    held_min INTEGER NOT NULL,
    note TEXT NOT NULL,
    not_held_reason TEXT NOT NULL CHECK (not_held_reason IN
        ('child_ill', 'family_cancelled', 'school_event', 'therapist_away', 'no_show', 'other'))
) STRICT;

CREATE TABLE session_goal (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    goal_id INTEGER NOT NULL REFERENCES goal (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE block (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    arc TEXT NOT NULL CHECK (arc IN ('opener', 'main', 'function', 'closer')),
    activity TEXT NOT NULL,
    title TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE block_goal (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    block_id INTEGER NOT NULL REFERENCES block (id) ON DELETE CASCADE,
    goal_id INTEGER NOT NULL REFERENCES goal (id) ON DELETE CASCADE
) STRICT;

-- The journal: one change set per command, one change per row it touched. Only added to.
CREATE TABLE change_set (
    id INTEGER PRIMARY KEY,
    sequence INTEGER NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo', 'final')),
    at_utc TEXT NOT NULL,
    therapist_id INTEGER,
    device TEXT NOT NULL,
    command TEXT NOT NULL,
    label TEXT NOT NULL,
    child_id INTEGER,
    step_id INTEGER NOT NULL,
    undoes_id INTEGER,
    content_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    erased INTEGER NOT NULL DEFAULT 0 CHECK (erased IN (0, 1))
) STRICT;

CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    change_set_id INTEGER NOT NULL REFERENCES change_set (id) DEFERRABLE INITIALLY DEFERRED,
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    before TEXT,
    after TEXT
) STRICT;

-- The open change set (null: none, 0: writes are not recorded) and the journal's end, kept a second time.
CREATE TABLE journal_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    open_change_set_id INTEGER,
    change_sets INTEGER NOT NULL,
    head_hash TEXT NOT NULL
) STRICT;
INSERT INTO journal_state VALUES (1, NULL, 0, '');

CREATE TABLE draft (
    field TEXT PRIMARY KEY,
    text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
