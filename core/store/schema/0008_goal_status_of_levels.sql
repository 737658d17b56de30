-- What the sentences about a goal's data need besides: how many baseline values there are, the newest level, whether
-- sessions lean on one another, and what was reached on the day a goal was mastered. Rows of older rules are made anew
-- when the file is opened.

ALTER TABLE goal_status ADD COLUMN baseline_values INTEGER NOT NULL DEFAULT 0;
ALTER TABLE goal_status ADD COLUMN recent_level REAL;
ALTER TABLE goal_status ADD COLUMN leaning INTEGER NOT NULL DEFAULT 0;
ALTER TABLE goal_status ADD COLUMN mastered_value REAL;
