-- Why a block is used although a precaution speaks against it; what the screens remember; look-ups
-- by owner.
ALTER TABLE block ADD COLUMN override_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE block ADD COLUMN override_by_id INTEGER REFERENCES therapist (id);
ALTER TABLE block ADD COLUMN override_at TEXT NOT NULL DEFAULT '';

CREATE TABLE view_state (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX guardian_of_child ON guardian (child_id);
CREATE INDEX diagnosis_of_child ON diagnosis (child_id);
CREATE INDEX child_precaution_of_child ON child_precaution (child_id);
CREATE INDEX service_of_child ON service (child_id);
CREATE INDEX present_step_of_child ON present_step (child_id);
CREATE INDEX child_line_of_child ON child_line (child_id);
CREATE INDEX goal_of_child ON goal (child_id);
CREATE INDEX objective_of_goal ON goal (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX session_of_child ON session (child_id);
CREATE INDEX session_goal_of_session ON session_goal (session_id);
CREATE INDEX session_goal_of_goal ON session_goal (goal_id);
CREATE INDEX block_of_session ON block (session_id);
CREATE INDEX block_goal_of_session ON block_goal (session_id);
CREATE INDEX block_goal_of_block ON block_goal (block_id);
CREATE INDEX block_goal_of_goal ON block_goal (goal_id);
CREATE INDEX change_of_set ON change (change_set_id);
CREATE INDEX change_set_of_step ON change_set (step_id);
CREATE INDEX change_set_of_child ON change_set (child_id, sequence);
CREATE INDEX change_set_that_undoes ON change_set (undoes_id) WHERE undoes_id IS NOT NULL;
