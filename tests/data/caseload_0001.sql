-- A caseload as schema step 1 wrote it, with invented people. Never edited.
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
CREATE TABLE journal_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    open_change_set_id INTEGER,
    change_sets INTEGER NOT NULL,
    head_hash TEXT NOT NULL
) STRICT;
CREATE TABLE draft (
    field TEXT PRIMARY KEY,
    text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO therapist VALUES (912830472444287811, 'Ana Ruiz', 'OTR/L Ruiz', 'ot', 0);
DELETE FROM practice;
INSERT INTO practice VALUES (1, 912830472444287811, '', 10, 0, '');
INSERT INTO child VALUES (912830472538721877, 'Mateo', 'García', 'Teo García', '2020-02-29', 33, 'he García', 'Oakfield García', 'Spanish García', 1, 'Speaks, and points García', 'Inhaler in the blue bag García', '2025-09-01', '2025-10-01', '2026-09-30', '2026-03-01', '2027-03-01', '2026-09-01', 'moved', 'to Leeds García', 0);
INSERT INTO guardian VALUES (912830472540424292, 912830472538721877, 0, 'Lucía García', 'mother', '555 010 García', 'lucia@example.org', 'mornings García');
INSERT INTO guardian VALUES (912830472540424949, 912830472538721877, 1, 'Ben García', 'father', '', '', '');
INSERT INTO diagnosis VALUES (912830472541174697, 912830472538721877, 0, 'Developmental coordination García', 'F82');
INSERT INTO child_precaution VALUES (912830472541175486, 912830472538721877, 0, 'latex', '{"reaction":"rash García","until":"2027-01-01"}', 'gloves García');
INSERT INTO service VALUES (912830472541175493, 912830472538721877, 0, 'ot', 'individual', 30, 2, 'week', 'gym García', 912830472444287811);
INSERT INTO present_step VALUES (912830472541809994, 912830472538721877, 0, 'fm.cut', 'fm.cut4_line');
INSERT INTO child_line VALUES (912830472542927400, 912830472538721877, 0, 'take_care', 'Ankle supports García');
INSERT INTO child_line VALUES (912830472544339139, 912830472538721877, 1, 'take_care', 'Loud rooms');
INSERT INTO child_line VALUES (912830472544339335, 912830472538721877, 2, 'equipment', 'Glasses García');
INSERT INTO child_line VALUES (912830472544701781, 912830472538721877, 3, 'interest', 'trains García');
INSERT INTO child_line VALUES (912830472544702269, 912830472538721877, 4, 'interest', 'dinosaurs');
INSERT INTO child_line VALUES (912830472544702947, 912830472538721877, 5, 'strength', 'Persistent García');
INSERT INTO child_line VALUES (912830472544703777, 912830472538721877, 6, 'growth_area', 'Scissors García');
INSERT INTO goal VALUES (912830472588113982, 912830472538721877, NULL, 'long_term', 'Cuts out a 10 cm circle close to the line cuts', 'fm.cut4_line', 'ot', 'right', '[20.0,25.5,0.3333333333333333]', 'absent cuts', 'trials', 80.1, 4, 5, 3, 2, 40, 'Art class cuts', '2026-09-01', '2027-06-30', 3, 'active', NULL, NULL, 'Right hand leads cuts');
INSERT INTO session VALUES (912830472605118639, 912830472538721877, '2026-09-22', 810, 45, 'Oakfield gym', 'room', 'ot', NULL, NULL, NULL, 'planned', 0, 'Calm start gym', 'other');
INSERT INTO session_goal VALUES (912830472608465504, 912830472605118639, 0, 912830472588113982);
INSERT INTO block VALUES (912830472608161596, 912830472605118639, 0, 'main', 'act.sample', 'Worm snips', 10, 'Small scissors gym');
INSERT INTO block VALUES (912830472608162040, 912830472605118639, 1, 'main', 'act.sample', 'Road cutter', 10, 'Small scissors gym');
INSERT INTO block VALUES (912830472608162200, 912830472605118639, 2, 'main', 'act.sample', 'Zip race', 10, 'Small scissors gym');
INSERT INTO block_goal VALUES (912830472608465869, 912830472605118639, 0, 912830472608161596, 912830472588113982);
INSERT INTO block_goal VALUES (912830472608466131, 912830472605118639, 1, 912830472608162040, 912830472588113982);
INSERT INTO block_goal VALUES (912830472608466330, 912830472605118639, 2, 912830472608162200, 912830472588113982);
INSERT INTO change_set VALUES (912830472444288830, 1, 'edit', '2026-09-21T14:13:20Z', NULL, 'this laptop', 'add_therapist', 'Add therapist Ana Ruiz', NULL, 912830472444288830, NULL, '2c462b77995bdb9eb6cee60041badb1f745e2b901385ed506c3f0824a86101e2', '516985d98df0d18bc8da2b7ecff508fcaa675d7727de0f5cd3b62a4f75a3848f', 0);
INSERT INTO change_set VALUES (912830472523004774, 2, 'edit', '2026-09-21T14:13:20Z', NULL, 'this laptop', 'edit_practice', 'Change who sits at this laptop', NULL, 912830472523004774, NULL, '9a4c755f823726bf31c0a4da43e37c366f33b61162f6a4e05bc568a5cec51986', '30382c0235c7590af19b51987e8e14a072dca503fb3f474d33d697c8a8496302', 0);
INSERT INTO change_set VALUES (912830472540423300, 3, 'edit', '2026-09-21T14:13:20Z', 912830472444287811, 'this laptop', 'add_child', 'Add child Teo García García', 912830472538721877, 912830472540423300, NULL, '4b3a58dd4066f588d4836b3ba51665a560bbc080edf48ce6b6d1a787356a13f3', '8450cf409327dfc652a665b2a8b9df673d878160a99e27d150a9742665171192', 0);
INSERT INTO change_set VALUES (912830472588487425, 4, 'edit', '2026-09-21T14:13:20Z', 912830472444287811, 'this laptop', 'add_goal', 'Add goal for Teo García: Cuts out a 10 cm circle close to the line cuts', 912830472538721877, 912830472588487425, NULL, 'e70805874f79361c304c547c82590e21e10bff55d1302d0b34fe1b47416339b2', 'ea2afdeb4e37856a8f7f1ba3c934388c744a37bc842c720e60cf4b595a8a23d6', 0);
INSERT INTO change_set VALUES (912830472608464846, 5, 'edit', '2026-09-21T14:13:20Z', 912830472444287811, 'this laptop', 'add_session', 'Add session for Teo García, Tue 22 Sep', 912830472538721877, 912830472608464846, NULL, '707f788123a9e8f7d9125d36dcc7ba20fe968aa193776602494deba6104f1ec4', '668b94ae095937059a7a6cefb07574d3c58612874a3de263b7beb87eb8ce36a1', 0);
INSERT INTO change_set VALUES (912830472658901986, 6, 'undo', '2026-09-21T14:13:20Z', 912830472444287811, 'this laptop', 'undo', 'Undo: Add session for Teo García, Tue 22 Sep', 912830472538721877, 912830472658901986, 912830472608464846, '3b4f099c2ef2f9375833ac8c3e381d3bed09ccafd89b74a18e5b0c40dafd320b', '9d02982de5613624ef896802a7a190794cf84c52b73fb64238c9f5f4524f4f57', 0);
INSERT INTO change_set VALUES (912830472691246716, 7, 'redo', '2026-09-21T14:13:20Z', 912830472444287811, 'this laptop', 'redo', 'Redo: Add session for Teo García, Tue 22 Sep', 912830472538721877, 912830472691246716, 912830472658901986, '31fedc0436958ae8b78433a2afa42652e38ac2e6be8cac8410d033141ed7eda6', 'a16859b7b82327156a0deb2f9b6feacaebd165746fa7636710a01e078b9875f0', 0);
INSERT INTO change VALUES (1, 912830472444288830, 'therapist', 912830472444287811, NULL, '{"id":912830472444287811,"name":"Ana Ruiz","credentials":"OTR/L Ruiz","discipline":"ot","archived":0}');
INSERT INTO change VALUES (10, 912830472540423300, 'child_line', 912830472542927400, NULL, '{"id":912830472542927400,"child_id":912830472538721877,"position":0,"kind":"take_care","text":"Ankle supports García"}');
INSERT INTO change VALUES (11, 912830472540423300, 'child_line', 912830472544339139, NULL, '{"id":912830472544339139,"child_id":912830472538721877,"position":1,"kind":"take_care","text":"Loud rooms"}');
INSERT INTO change VALUES (12, 912830472540423300, 'child_line', 912830472544339335, NULL, '{"id":912830472544339335,"child_id":912830472538721877,"position":2,"kind":"equipment","text":"Glasses García"}');
INSERT INTO change VALUES (13, 912830472540423300, 'child_line', 912830472544701781, NULL, '{"id":912830472544701781,"child_id":912830472538721877,"position":3,"kind":"interest","text":"trains García"}');
INSERT INTO change VALUES (14, 912830472540423300, 'child_line', 912830472544702269, NULL, '{"id":912830472544702269,"child_id":912830472538721877,"position":4,"kind":"interest","text":"dinosaurs"}');
INSERT INTO change VALUES (15, 912830472540423300, 'child_line', 912830472544702947, NULL, '{"id":912830472544702947,"child_id":912830472538721877,"position":5,"kind":"strength","text":"Persistent García"}');
INSERT INTO change VALUES (16, 912830472540423300, 'child_line', 912830472544703777, NULL, '{"id":912830472544703777,"child_id":912830472538721877,"position":6,"kind":"growth_area","text":"Scissors García"}');
INSERT INTO change VALUES (17, 912830472588487425, 'goal', 912830472588113982, NULL, '{"id":912830472588113982,"child_id":912830472538721877,"parent_id":null,"term":"long_term","title":"Cuts out a 10 cm circle close to the line cuts","skill":"fm.cut4_line","discipline":"ot","side":"right","baseline":"[20.0,25.5,0.3333333333333333]","baseline_reason":"absent cuts","measure":"trials","target":80.1,"successes":4,"attempts":5,"sessions_in_row":3,"assist_level":2,"minutes_per_week":40,"routine":"Art class cuts","start_date":"2026-09-01","due_date":"2027-06-30","priority":3,"status":"active","closed_on":null,"therapist_id":null,"note":"Right hand leads cuts"}');
INSERT INTO change VALUES (18, 912830472608464846, 'session', 912830472605118639, NULL, '{"id":912830472605118639,"child_id":912830472538721877,"date":"2026-09-22","start_min":810,"length_min":45,"place":"Oakfield gym","space":"room","lead":"ot","therapist_id":null,"co_therapist_id":null,"series_id":null,"status":"planned","held_min":0,"note":"Calm start gym","not_held_reason":"other"}');
INSERT INTO change VALUES (19, 912830472608464846, 'block', 912830472608161596, NULL, '{"id":912830472608161596,"session_id":912830472605118639,"position":0,"arc":"main","activity":"act.sample","title":"Worm snips","minutes":10,"note":"Small scissors gym","override_reason":"Checked with the family gym","override_by_id":null,"override_at":"2026-09-20T10:00:00Z"}');
INSERT INTO change VALUES (2, 912830472523004774, 'practice', 1, '{"id":1,"me_id":null,"name":"","idle_lock_min":10,"initials_only":0,"second_backup_folder":""}', '{"id":1,"me_id":912830472444287811,"name":"","idle_lock_min":10,"initials_only":0,"second_backup_folder":""}');
INSERT INTO change VALUES (20, 912830472608464846, 'block', 912830472608162040, NULL, '{"id":912830472608162040,"session_id":912830472605118639,"position":1,"arc":"main","activity":"act.sample","title":"Road cutter","minutes":10,"note":"Small scissors gym","override_reason":"","override_by_id":null,"override_at":""}');
INSERT INTO change VALUES (21, 912830472608464846, 'block', 912830472608162200, NULL, '{"id":912830472608162200,"session_id":912830472605118639,"position":2,"arc":"main","activity":"act.sample","title":"Zip race","minutes":10,"note":"Small scissors gym","override_reason":"","override_by_id":null,"override_at":""}');
INSERT INTO change VALUES (22, 912830472608464846, 'session_goal', 912830472608465504, NULL, '{"id":912830472608465504,"session_id":912830472605118639,"position":0,"goal_id":912830472588113982}');
INSERT INTO change VALUES (23, 912830472608464846, 'block_goal', 912830472608465869, NULL, '{"id":912830472608465869,"session_id":912830472605118639,"position":0,"block_id":912830472608161596,"goal_id":912830472588113982}');
INSERT INTO change VALUES (24, 912830472608464846, 'block_goal', 912830472608466131, NULL, '{"id":912830472608466131,"session_id":912830472605118639,"position":1,"block_id":912830472608162040,"goal_id":912830472588113982}');
INSERT INTO change VALUES (25, 912830472608464846, 'block_goal', 912830472608466330, NULL, '{"id":912830472608466330,"session_id":912830472605118639,"position":2,"block_id":912830472608162200,"goal_id":912830472588113982}');
INSERT INTO change VALUES (26, 912830472658901986, 'block_goal', 912830472608466330, '{"id":912830472608466330,"session_id":912830472605118639,"position":2,"block_id":912830472608162200,"goal_id":912830472588113982}', NULL);
INSERT INTO change VALUES (27, 912830472658901986, 'block_goal', 912830472608466131, '{"id":912830472608466131,"session_id":912830472605118639,"position":1,"block_id":912830472608162040,"goal_id":912830472588113982}', NULL);
INSERT INTO change VALUES (28, 912830472658901986, 'block_goal', 912830472608465869, '{"id":912830472608465869,"session_id":912830472605118639,"position":0,"block_id":912830472608161596,"goal_id":912830472588113982}', NULL);
INSERT INTO change VALUES (29, 912830472658901986, 'session_goal', 912830472608465504, '{"id":912830472608465504,"session_id":912830472605118639,"position":0,"goal_id":912830472588113982}', NULL);
INSERT INTO change VALUES (3, 912830472540423300, 'child', 912830472538721877, NULL, '{"id":912830472538721877,"first_name":"Mateo","last_name":"García","preferred_name":"Teo García","date_of_birth":"2020-02-29","gestation_weeks":33,"pronouns":"he García","school":"Oakfield García","language":"Spanish García","interpreter_needed":1,"communication":"Speaks, and points García","rescue_plan":"Inhaler in the blue bag García","referral_date":"2025-09-01","plan_of_care_start":"2025-10-01","plan_of_care_end":"2026-09-30","iep_date":"2026-03-01","reevaluation_due":"2027-03-01","discharge_date":"2026-09-01","discharge_reason":"moved","discharge_note":"to Leeds García","archived":0}');
INSERT INTO change VALUES (30, 912830472658901986, 'block', 912830472608162200, '{"id":912830472608162200,"session_id":912830472605118639,"position":2,"arc":"main","activity":"act.sample","title":"Zip race","minutes":10,"note":"Small scissors gym","override_reason":"","override_by_id":null,"override_at":""}', NULL);
INSERT INTO change VALUES (31, 912830472658901986, 'block', 912830472608162040, '{"id":912830472608162040,"session_id":912830472605118639,"position":1,"arc":"main","activity":"act.sample","title":"Road cutter","minutes":10,"note":"Small scissors gym","override_reason":"","override_by_id":null,"override_at":""}', NULL);
INSERT INTO change VALUES (32, 912830472658901986, 'block', 912830472608161596, '{"id":912830472608161596,"session_id":912830472605118639,"position":0,"arc":"main","activity":"act.sample","title":"Worm snips","minutes":10,"note":"Small scissors gym","override_reason":"Checked with the family gym","override_by_id":null,"override_at":"2026-09-20T10:00:00Z"}', NULL);
INSERT INTO change VALUES (33, 912830472658901986, 'session', 912830472605118639, '{"id":912830472605118639,"child_id":912830472538721877,"date":"2026-09-22","start_min":810,"length_min":45,"place":"Oakfield gym","space":"room","lead":"ot","therapist_id":null,"co_therapist_id":null,"series_id":null,"status":"planned","held_min":0,"note":"Calm start gym","not_held_reason":"other"}', NULL);
INSERT INTO change VALUES (34, 912830472691246716, 'session', 912830472605118639, NULL, '{"id":912830472605118639,"child_id":912830472538721877,"date":"2026-09-22","start_min":810,"length_min":45,"place":"Oakfield gym","space":"room","lead":"ot","therapist_id":null,"co_therapist_id":null,"series_id":null,"status":"planned","held_min":0,"note":"Calm start gym","not_held_reason":"other"}');
INSERT INTO change VALUES (35, 912830472691246716, 'block', 912830472608161596, NULL, '{"id":912830472608161596,"session_id":912830472605118639,"position":0,"arc":"main","activity":"act.sample","title":"Worm snips","minutes":10,"note":"Small scissors gym","override_reason":"Checked with the family gym","override_by_id":null,"override_at":"2026-09-20T10:00:00Z"}');
INSERT INTO change VALUES (36, 912830472691246716, 'block', 912830472608162040, NULL, '{"id":912830472608162040,"session_id":912830472605118639,"position":1,"arc":"main","activity":"act.sample","title":"Road cutter","minutes":10,"note":"Small scissors gym","override_reason":"","override_by_id":null,"override_at":""}');
INSERT INTO change VALUES (37, 912830472691246716, 'block', 912830472608162200, NULL, '{"id":912830472608162200,"session_id":912830472605118639,"position":2,"arc":"main","activity":"act.sample","title":"Zip race","minutes":10,"note":"Small scissors gym","override_reason":"","override_by_id":null,"override_at":""}');
INSERT INTO change VALUES (38, 912830472691246716, 'session_goal', 912830472608465504, NULL, '{"id":912830472608465504,"session_id":912830472605118639,"position":0,"goal_id":912830472588113982}');
INSERT INTO change VALUES (39, 912830472691246716, 'block_goal', 912830472608465869, NULL, '{"id":912830472608465869,"session_id":912830472605118639,"position":0,"block_id":912830472608161596,"goal_id":912830472588113982}');
INSERT INTO change VALUES (4, 912830472540423300, 'guardian', 912830472540424292, NULL, '{"id":912830472540424292,"child_id":912830472538721877,"position":0,"name":"Lucía García","relationship":"mother","phone":"555 010 García","email":"lucia@example.org","note":"mornings García"}');
INSERT INTO change VALUES (40, 912830472691246716, 'block_goal', 912830472608466131, NULL, '{"id":912830472608466131,"session_id":912830472605118639,"position":1,"block_id":912830472608162040,"goal_id":912830472588113982}');
INSERT INTO change VALUES (41, 912830472691246716, 'block_goal', 912830472608466330, NULL, '{"id":912830472608466330,"session_id":912830472605118639,"position":2,"block_id":912830472608162200,"goal_id":912830472588113982}');
INSERT INTO change VALUES (5, 912830472540423300, 'guardian', 912830472540424949, NULL, '{"id":912830472540424949,"child_id":912830472538721877,"position":1,"name":"Ben García","relationship":"father","phone":"","email":"","note":""}');
INSERT INTO change VALUES (6, 912830472540423300, 'diagnosis', 912830472541174697, NULL, '{"id":912830472541174697,"child_id":912830472538721877,"position":0,"name":"Developmental coordination García","icd10":"F82"}');
INSERT INTO change VALUES (7, 912830472540423300, 'child_precaution', 912830472541175486, NULL, '{"id":912830472541175486,"child_id":912830472538721877,"position":0,"code":"latex","parameters":"{\"reaction\":\"rash García\",\"until\":\"2027-01-01\"}","note":"gloves García"}');
INSERT INTO change VALUES (8, 912830472540423300, 'service', 912830472541175493, NULL, '{"id":912830472541175493,"child_id":912830472538721877,"position":0,"discipline":"ot","mode":"individual","minutes":30,"times":2,"per":"week","place":"gym García","therapist_id":912830472444287811}');
INSERT INTO change VALUES (9, 912830472540423300, 'present_step', 912830472541809994, NULL, '{"id":912830472541809994,"child_id":912830472538721877,"position":0,"skill":"fm.cut","step":"fm.cut4_line"}');
DELETE FROM journal_state;
INSERT INTO journal_state VALUES (1, NULL, 7, 'a16859b7b82327156a0deb2f9b6feacaebd165746fa7636710a01e078b9875f0');
INSERT INTO draft VALUES ('note/1', 'half a sentence');
CREATE TRIGGER journal_DELETE_block AFTER DELETE ON block BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'block', OLD.id, json_object('id', OLD."id", 'session_id', OLD."session_id", 'position', OLD."position", 'arc', OLD."arc", 'activity', OLD."activity", 'title', OLD."title", 'minutes', OLD."minutes", 'note', OLD."note"), NULL FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_DELETE_block_goal AFTER DELETE ON block_goal BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'block_goal', OLD.id, json_object('id', OLD."id", 'session_id', OLD."session_id", 'position', OLD."position", 'block_id', OLD."block_id", 'goal_id', OLD."goal_id"), NULL FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_DELETE_child AFTER DELETE ON child BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'child', OLD.id, json_object('id', OLD."id", 'first_name', OLD."first_name", 'last_name', OLD."last_name", 'preferred_name', OLD."preferred_name", 'date_of_birth', OLD."date_of_birth", 'gestation_weeks', OLD."gestation_weeks", 'pronouns', OLD."pronouns", 'school', OLD."school", 'language', OLD."language", 'interpreter_needed', OLD."interpreter_needed", 'communication', OLD."communication", 'rescue_plan', OLD."rescue_plan", 'referral_date', OLD."referral_date", 'plan_of_care_start', OLD."plan_of_care_start", 'plan_of_care_end', OLD."plan_of_care_end", 'iep_date', OLD."iep_date", 'reevaluation_due', OLD."reevaluation_due", 'discharge_date', OLD."discharge_date", 'discharge_reason', OLD."discharge_reason", 'discharge_note', OLD."discharge_note", 'archived', OLD."archived"), NULL FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_DELETE_child_line AFTER DELETE ON child_line BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'child_line', OLD.id, json_object('id', OLD."id", 'child_id', OLD."child_id", 'position', OLD."position", 'kind', OLD."kind", 'text', OLD."text"), NULL FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_DELETE_child_precaution AFTER DELETE ON child_precaution BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'child_precaution', OLD.id, json_object('id', OLD."id", 'child_id', OLD."child_id", 'position', OLD."position", 'code', OLD."code", 'parameters', OLD."parameters", 'note', OLD."note"), NULL FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_DELETE_diagnosis AFTER DELETE ON diagnosis BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'diagnosis', OLD.id, json_object('id', OLD."id", 'child_id', OLD."child_id", 'position', OLD."position", 'name', OLD."name", 'icd10', OLD."icd10"), NULL FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_DELETE_goal AFTER DELETE ON goal BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'goal', OLD.id, json_object('id', OLD."id", 'child_id', OLD."child_id", 'parent_id', OLD."parent_id", 'term', OLD."term", 'title', OLD."title", 'skill', OLD."skill", 'discipline', OLD."discipline", 'side', OLD."side", 'baseline', OLD."baseline", 'baseline_reason', OLD."baseline_reason", 'measure', OLD."measure", 'target', OLD."target", 'successes', OLD."successes", 'attempts', OLD."attempts", 'sessions_in_row', OLD."sessions_in_row", 'assist_level', OLD."assist_level", 'minutes_per_week', OLD."minutes_per_week", 'routine', OLD."routine", 'start_date', OLD."start_date", 'due_date', OLD."due_date", 'priority', OLD."priority", 'status', OLD."status", 'closed_on', OLD."closed_on", 'therapist_id', OLD."therapist_id", 'note', OLD."note"), NULL FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_DELETE_guardian AFTER DELETE ON guardian BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'guardian', OLD.id, json_object('id', OLD."id", 'child_id', OLD."child_id", 'position', OLD."position", 'name', OLD."name", 'relationship', OLD."relationship", 'phone', OLD."phone", 'email', OLD."email", 'note', OLD."note"), NULL FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_DELETE_practice AFTER DELETE ON practice BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'practice', OLD.id, json_object('id', OLD."id", 'me_id', OLD."me_id", 'name', OLD."name", 'idle_lock_min', OLD."idle_lock_min", 'initials_only', OLD."initials_only", 'second_backup_folder', OLD."second_backup_folder"), NULL FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_DELETE_present_step AFTER DELETE ON present_step BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'present_step', OLD.id, json_object('id', OLD."id", 'child_id', OLD."child_id", 'position', OLD."position", 'skill', OLD."skill", 'step', OLD."step"), NULL FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_DELETE_service AFTER DELETE ON service BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'service', OLD.id, json_object('id', OLD."id", 'child_id', OLD."child_id", 'position', OLD."position", 'discipline', OLD."discipline", 'mode', OLD."mode", 'minutes', OLD."minutes", 'times', OLD."times", 'per', OLD."per", 'place', OLD."place", 'therapist_id', OLD."therapist_id"), NULL FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_DELETE_session AFTER DELETE ON session BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'session', OLD.id, json_object('id', OLD."id", 'child_id', OLD."child_id", 'date', OLD."date", 'start_min', OLD."start_min", 'length_min', OLD."length_min", 'place', OLD."place", 'space', OLD."space", 'lead', OLD."lead", 'therapist_id', OLD."therapist_id", 'co_therapist_id', OLD."co_therapist_id", 'series_id', OLD."series_id", 'status', OLD."status", 'held_min', OLD."held_min", 'note', OLD."note", 'not_held_reason', OLD."not_held_reason"), NULL FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_DELETE_session_goal AFTER DELETE ON session_goal BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'session_goal', OLD.id, json_object('id', OLD."id", 'session_id', OLD."session_id", 'position', OLD."position", 'goal_id', OLD."goal_id"), NULL FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_DELETE_therapist AFTER DELETE ON therapist BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'therapist', OLD.id, json_object('id', OLD."id", 'name', OLD."name", 'credentials', OLD."credentials", 'discipline', OLD."discipline", 'archived', OLD."archived"), NULL FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_INSERT_block AFTER INSERT ON block BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'block', NEW.id, NULL, json_object('id', NEW."id", 'session_id', NEW."session_id", 'position', NEW."position", 'arc', NEW."arc", 'activity', NEW."activity", 'title', NEW."title", 'minutes', NEW."minutes", 'note', NEW."note") FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_INSERT_block_goal AFTER INSERT ON block_goal BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'block_goal', NEW.id, NULL, json_object('id', NEW."id", 'session_id', NEW."session_id", 'position', NEW."position", 'block_id', NEW."block_id", 'goal_id', NEW."goal_id") FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_INSERT_child AFTER INSERT ON child BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'child', NEW.id, NULL, json_object('id', NEW."id", 'first_name', NEW."first_name", 'last_name', NEW."last_name", 'preferred_name', NEW."preferred_name", 'date_of_birth', NEW."date_of_birth", 'gestation_weeks', NEW."gestation_weeks", 'pronouns', NEW."pronouns", 'school', NEW."school", 'language', NEW."language", 'interpreter_needed', NEW."interpreter_needed", 'communication', NEW."communication", 'rescue_plan', NEW."rescue_plan", 'referral_date', NEW."referral_date", 'plan_of_care_start', NEW."plan_of_care_start", 'plan_of_care_end', NEW."plan_of_care_end", 'iep_date', NEW."iep_date", 'reevaluation_due', NEW."reevaluation_due", 'discharge_date', NEW."discharge_date", 'discharge_reason', NEW."discharge_reason", 'discharge_note', NEW."discharge_note", 'archived', NEW."archived") FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_INSERT_child_line AFTER INSERT ON child_line BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'child_line', NEW.id, NULL, json_object('id', NEW."id", 'child_id', NEW."child_id", 'position', NEW."position", 'kind', NEW."kind", 'text', NEW."text") FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_INSERT_child_precaution AFTER INSERT ON child_precaution BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'child_precaution', NEW.id, NULL, json_object('id', NEW."id", 'child_id', NEW."child_id", 'position', NEW."position", 'code', NEW."code", 'parameters', NEW."parameters", 'note', NEW."note") FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_INSERT_diagnosis AFTER INSERT ON diagnosis BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'diagnosis', NEW.id, NULL, json_object('id', NEW."id", 'child_id', NEW."child_id", 'position', NEW."position", 'name', NEW."name", 'icd10', NEW."icd10") FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_INSERT_goal AFTER INSERT ON goal BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'goal', NEW.id, NULL, json_object('id', NEW."id", 'child_id', NEW."child_id", 'parent_id', NEW."parent_id", 'term', NEW."term", 'title', NEW."title", 'skill', NEW."skill", 'discipline', NEW."discipline", 'side', NEW."side", 'baseline', NEW."baseline", 'baseline_reason', NEW."baseline_reason", 'measure', NEW."measure", 'target', NEW."target", 'successes', NEW."successes", 'attempts', NEW."attempts", 'sessions_in_row', NEW."sessions_in_row", 'assist_level', NEW."assist_level", 'minutes_per_week', NEW."minutes_per_week", 'routine', NEW."routine", 'start_date', NEW."start_date", 'due_date', NEW."due_date", 'priority', NEW."priority", 'status', NEW."status", 'closed_on', NEW."closed_on", 'therapist_id', NEW."therapist_id", 'note', NEW."note") FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_INSERT_guardian AFTER INSERT ON guardian BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'guardian', NEW.id, NULL, json_object('id', NEW."id", 'child_id', NEW."child_id", 'position', NEW."position", 'name', NEW."name", 'relationship', NEW."relationship", 'phone', NEW."phone", 'email', NEW."email", 'note', NEW."note") FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_INSERT_practice AFTER INSERT ON practice BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'practice', NEW.id, NULL, json_object('id', NEW."id", 'me_id', NEW."me_id", 'name', NEW."name", 'idle_lock_min', NEW."idle_lock_min", 'initials_only', NEW."initials_only", 'second_backup_folder', NEW."second_backup_folder") FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_INSERT_present_step AFTER INSERT ON present_step BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'present_step', NEW.id, NULL, json_object('id', NEW."id", 'child_id', NEW."child_id", 'position', NEW."position", 'skill', NEW."skill", 'step', NEW."step") FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_INSERT_service AFTER INSERT ON service BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'service', NEW.id, NULL, json_object('id', NEW."id", 'child_id', NEW."child_id", 'position', NEW."position", 'discipline', NEW."discipline", 'mode', NEW."mode", 'minutes', NEW."minutes", 'times', NEW."times", 'per', NEW."per", 'place', NEW."place", 'therapist_id', NEW."therapist_id") FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_INSERT_session AFTER INSERT ON session BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'session', NEW.id, NULL, json_object('id', NEW."id", 'child_id', NEW."child_id", 'date', NEW."date", 'start_min', NEW."start_min", 'length_min', NEW."length_min", 'place', NEW."place", 'space', NEW."space", 'lead', NEW."lead", 'therapist_id', NEW."therapist_id", 'co_therapist_id', NEW."co_therapist_id", 'series_id', NEW."series_id", 'status', NEW."status", 'held_min', NEW."held_min", 'note', NEW."note", 'not_held_reason', NEW."not_held_reason") FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_INSERT_session_goal AFTER INSERT ON session_goal BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'session_goal', NEW.id, NULL, json_object('id', NEW."id", 'session_id', NEW."session_id", 'position', NEW."position", 'goal_id', NEW."goal_id") FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_INSERT_therapist AFTER INSERT ON therapist BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'therapist', NEW.id, NULL, json_object('id', NEW."id", 'name', NEW."name", 'credentials', NEW."credentials", 'discipline', NEW."discipline", 'archived', NEW."archived") FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_UPDATE_block AFTER UPDATE ON block BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'block', NEW.id, json_object('id', OLD."id", 'session_id', OLD."session_id", 'position', OLD."position", 'arc', OLD."arc", 'activity', OLD."activity", 'title', OLD."title", 'minutes', OLD."minutes", 'note', OLD."note"), json_object('id', NEW."id", 'session_id', NEW."session_id", 'position', NEW."position", 'arc', NEW."arc", 'activity', NEW."activity", 'title', NEW."title", 'minutes', NEW."minutes", 'note', NEW."note") FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_UPDATE_block_goal AFTER UPDATE ON block_goal BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'block_goal', NEW.id, json_object('id', OLD."id", 'session_id', OLD."session_id", 'position', OLD."position", 'block_id', OLD."block_id", 'goal_id', OLD."goal_id"), json_object('id', NEW."id", 'session_id', NEW."session_id", 'position', NEW."position", 'block_id', NEW."block_id", 'goal_id', NEW."goal_id") FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_UPDATE_child AFTER UPDATE ON child BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'child', NEW.id, json_object('id', OLD."id", 'first_name', OLD."first_name", 'last_name', OLD."last_name", 'preferred_name', OLD."preferred_name", 'date_of_birth', OLD."date_of_birth", 'gestation_weeks', OLD."gestation_weeks", 'pronouns', OLD."pronouns", 'school', OLD."school", 'language', OLD."language", 'interpreter_needed', OLD."interpreter_needed", 'communication', OLD."communication", 'rescue_plan', OLD."rescue_plan", 'referral_date', OLD."referral_date", 'plan_of_care_start', OLD."plan_of_care_start", 'plan_of_care_end', OLD."plan_of_care_end", 'iep_date', OLD."iep_date", 'reevaluation_due', OLD."reevaluation_due", 'discharge_date', OLD."discharge_date", 'discharge_reason', OLD."discharge_reason", 'discharge_note', OLD."discharge_note", 'archived', OLD."archived"), json_object('id', NEW."id", 'first_name', NEW."first_name", 'last_name', NEW."last_name", 'preferred_name', NEW."preferred_name", 'date_of_birth', NEW."date_of_birth", 'gestation_weeks', NEW."gestation_weeks", 'pronouns', NEW."pronouns", 'school', NEW."school", 'language', NEW."language", 'interpreter_needed', NEW."interpreter_needed", 'communication', NEW."communication", 'rescue_plan', NEW."rescue_plan", 'referral_date', NEW."referral_date", 'plan_of_care_start', NEW."plan_of_care_start", 'plan_of_care_end', NEW."plan_of_care_end", 'iep_date', NEW."iep_date", 'reevaluation_due', NEW."reevaluation_due", 'discharge_date', NEW."discharge_date", 'discharge_reason', NEW."discharge_reason", 'discharge_note', NEW."discharge_note", 'archived', NEW."archived") FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_UPDATE_child_line AFTER UPDATE ON child_line BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'child_line', NEW.id, json_object('id', OLD."id", 'child_id', OLD."child_id", 'position', OLD."position", 'kind', OLD."kind", 'text', OLD."text"), json_object('id', NEW."id", 'child_id', NEW."child_id", 'position', NEW."position", 'kind', NEW."kind", 'text', NEW."text") FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_UPDATE_child_precaution AFTER UPDATE ON child_precaution BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'child_precaution', NEW.id, json_object('id', OLD."id", 'child_id', OLD."child_id", 'position', OLD."position", 'code', OLD."code", 'parameters', OLD."parameters", 'note', OLD."note"), json_object('id', NEW."id", 'child_id', NEW."child_id", 'position', NEW."position", 'code', NEW."code", 'parameters', NEW."parameters", 'note', NEW."note") FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_UPDATE_diagnosis AFTER UPDATE ON diagnosis BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'diagnosis', NEW.id, json_object('id', OLD."id", 'child_id', OLD."child_id", 'position', OLD."position", 'name', OLD."name", 'icd10', OLD."icd10"), json_object('id', NEW."id", 'child_id', NEW."child_id", 'position', NEW."position", 'name', NEW."name", 'icd10', NEW."icd10") FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_UPDATE_goal AFTER UPDATE ON goal BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'goal', NEW.id, json_object('id', OLD."id", 'child_id', OLD."child_id", 'parent_id', OLD."parent_id", 'term', OLD."term", 'title', OLD."title", 'skill', OLD."skill", 'discipline', OLD."discipline", 'side', OLD."side", 'baseline', OLD."baseline", 'baseline_reason', OLD."baseline_reason", 'measure', OLD."measure", 'target', OLD."target", 'successes', OLD."successes", 'attempts', OLD."attempts", 'sessions_in_row', OLD."sessions_in_row", 'assist_level', OLD."assist_level", 'minutes_per_week', OLD."minutes_per_week", 'routine', OLD."routine", 'start_date', OLD."start_date", 'due_date', OLD."due_date", 'priority', OLD."priority", 'status', OLD."status", 'closed_on', OLD."closed_on", 'therapist_id', OLD."therapist_id", 'note', OLD."note"), json_object('id', NEW."id", 'child_id', NEW."child_id", 'parent_id', NEW."parent_id", 'term', NEW."term", 'title', NEW."title", 'skill', NEW."skill", 'discipline', NEW."discipline", 'side', NEW."side", 'baseline', NEW."baseline", 'baseline_reason', NEW."baseline_reason", 'measure', NEW."measure", 'target', NEW."target", 'successes', NEW."successes", 'attempts', NEW."attempts", 'sessions_in_row', NEW."sessions_in_row", 'assist_level', NEW."assist_level", 'minutes_per_week', NEW."minutes_per_week", 'routine', NEW."routine", 'start_date', NEW."start_date", 'due_date', NEW."due_date", 'priority', NEW."priority", 'status', NEW."status", 'closed_on', NEW."closed_on", 'therapist_id', NEW."therapist_id", 'note', NEW."note") FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_UPDATE_guardian AFTER UPDATE ON guardian BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'guardian', NEW.id, json_object('id', OLD."id", 'child_id', OLD."child_id", 'position', OLD."position", 'name', OLD."name", 'relationship', OLD."relationship", 'phone', OLD."phone", 'email', OLD."email", 'note', OLD."note"), json_object('id', NEW."id", 'child_id', NEW."child_id", 'position', NEW."position", 'name', NEW."name", 'relationship', NEW."relationship", 'phone', NEW."phone", 'email', NEW."email", 'note', NEW."note") FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_UPDATE_practice AFTER UPDATE ON practice BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'practice', NEW.id, json_object('id', OLD."id", 'me_id', OLD."me_id", 'name', OLD."name", 'idle_lock_min', OLD."idle_lock_min", 'initials_only', OLD."initials_only", 'second_backup_folder', OLD."second_backup_folder"), json_object('id', NEW."id", 'me_id', NEW."me_id", 'name', NEW."name", 'idle_lock_min', NEW."idle_lock_min", 'initials_only', NEW."initials_only", 'second_backup_folder', NEW."second_backup_folder") FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_UPDATE_present_step AFTER UPDATE ON present_step BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'present_step', NEW.id, json_object('id', OLD."id", 'child_id', OLD."child_id", 'position', OLD."position", 'skill', OLD."skill", 'step', OLD."step"), json_object('id', NEW."id", 'child_id', NEW."child_id", 'position', NEW."position", 'skill', NEW."skill", 'step', NEW."step") FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_UPDATE_service AFTER UPDATE ON service BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'service', NEW.id, json_object('id', OLD."id", 'child_id', OLD."child_id", 'position', OLD."position", 'discipline', OLD."discipline", 'mode', OLD."mode", 'minutes', OLD."minutes", 'times', OLD."times", 'per', OLD."per", 'place', OLD."place", 'therapist_id', OLD."therapist_id"), json_object('id', NEW."id", 'child_id', NEW."child_id", 'position', NEW."position", 'discipline', NEW."discipline", 'mode', NEW."mode", 'minutes', NEW."minutes", 'times', NEW."times", 'per', NEW."per", 'place', NEW."place", 'therapist_id', NEW."therapist_id") FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_UPDATE_session AFTER UPDATE ON session BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'session', NEW.id, json_object('id', OLD."id", 'child_id', OLD."child_id", 'date', OLD."date", 'start_min', OLD."start_min", 'length_min', OLD."length_min", 'place', OLD."place", 'space', OLD."space", 'lead', OLD."lead", 'therapist_id', OLD."therapist_id", 'co_therapist_id', OLD."co_therapist_id", 'series_id', OLD."series_id", 'status', OLD."status", 'held_min', OLD."held_min", 'note', OLD."note", 'not_held_reason', OLD."not_held_reason"), json_object('id', NEW."id", 'child_id', NEW."child_id", 'date', NEW."date", 'start_min', NEW."start_min", 'length_min', NEW."length_min", 'place', NEW."place", 'space', NEW."space", 'lead', NEW."lead", 'therapist_id', NEW."therapist_id", 'co_therapist_id', NEW."co_therapist_id", 'series_id', NEW."series_id", 'status', NEW."status", 'held_min', NEW."held_min", 'note', NEW."note", 'not_held_reason', NEW."not_held_reason") FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_UPDATE_session_goal AFTER UPDATE ON session_goal BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'session_goal', NEW.id, json_object('id', OLD."id", 'session_id', OLD."session_id", 'position', OLD."position", 'goal_id', OLD."goal_id"), json_object('id', NEW."id", 'session_id', NEW."session_id", 'position', NEW."position", 'goal_id', NEW."goal_id") FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_UPDATE_therapist AFTER UPDATE ON therapist BEGIN SELECT RAISE(ABORT, 'a write outside a command') FROM journal_state WHERE open_change_set_id IS NULL; INSERT INTO change (change_set_id, table_name, row_id, before, after) SELECT open_change_set_id, 'therapist', NEW.id, json_object('id', OLD."id", 'name', OLD."name", 'credentials', OLD."credentials", 'discipline', OLD."discipline", 'archived', OLD."archived"), json_object('id', NEW."id", 'name', NEW."name", 'credentials', NEW."credentials", 'discipline', NEW."discipline", 'archived', NEW."archived") FROM journal_state WHERE open_change_set_id <> 0; END;
CREATE TRIGGER journal_keep_change_DELETE BEFORE DELETE ON change WHEN (SELECT open_change_set_id FROM journal_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
CREATE TRIGGER journal_keep_change_UPDATE BEFORE UPDATE ON change WHEN (SELECT open_change_set_id FROM journal_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
CREATE TRIGGER journal_keep_change_set_DELETE BEFORE DELETE ON change_set WHEN (SELECT open_change_set_id FROM journal_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
CREATE TRIGGER journal_keep_change_set_UPDATE BEFORE UPDATE ON change_set WHEN (SELECT open_change_set_id FROM journal_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
PRAGMA application_id = 1346717506;
PRAGMA user_version = 1;
