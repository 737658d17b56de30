-- A goal's sentence word for word with what it says as data beside it, which of several tries counts, the unit of
-- lengths; the measure each point was taken with. A goal of before gets the sentence its page has shown, and its points
-- the measure it had.
ALTER TABLE goal ADD COLUMN sentence TEXT NOT NULL DEFAULT '';
ALTER TABLE goal ADD COLUMN condition TEXT NOT NULL DEFAULT '';
ALTER TABLE goal ADD COLUMN target_words TEXT NOT NULL DEFAULT '';
ALTER TABLE goal ADD COLUMN bank_goal TEXT NOT NULL DEFAULT '';
ALTER TABLE goal ADD COLUMN ratio_noun TEXT NOT NULL DEFAULT '';
ALTER TABLE goal ADD COLUMN tries_count TEXT CHECK (tries_count IN ('best', 'middle', 'total', 'last'));
ALTER TABLE goal ADD COLUMN unit TEXT NOT NULL DEFAULT '';
ALTER TABLE goal ADD COLUMN lap_cm REAL NOT NULL DEFAULT 0;
ALTER TABLE data_point ADD COLUMN measure TEXT NOT NULL DEFAULT '';
ALTER TABLE data_point ADD COLUMN try_number INTEGER NOT NULL DEFAULT 0;
ALTER TABLE goal_status ADD COLUMN last_measured INTEGER NOT NULL DEFAULT 0;
ALTER TABLE goal_status ADD COLUMN last_with_more_help INTEGER NOT NULL DEFAULT 0;
ALTER TABLE goal_status ADD COLUMN passed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE goal_status ADD COLUMN looked_at INTEGER NOT NULL DEFAULT 0;

DROP INDEX data_point_for_rules;
CREATE INDEX data_point_for_rules ON data_point (goal_id, date, session_id, kind, measure, value, n, assist, prompt,
    step, steps_in_list, try_number, side, setting, rater, valid);

UPDATE data_point SET measure = (SELECT goal.measure FROM goal WHERE goal.id = data_point.goal_id)
    WHERE kind <> 'attainment';
UPDATE data_point SET measure = 'gas' WHERE kind = 'attainment';

UPDATE goal SET sentence =
    CASE WHEN due_date IS NULL THEN '' ELSE
        'By ' || CAST(substr(due_date, 9, 2) AS INTEGER) || ' ' ||
        substr('JanFebMarAprMayJunJulAugSepOctNovDec', 3 * CAST(substr(due_date, 6, 2) AS INTEGER) - 2, 3) || ' ' ||
        substr(due_date, 1, 4) || ', ' END ||
    (SELECT CASE WHEN child.preferred_name <> '' THEN child.preferred_name ELSE child.first_name END
        FROM child WHERE child.id = goal.child_id) || ': ' ||
    CASE WHEN title = '' THEN '...'
        WHEN title GLOB '[A-Z][^A-Z]*' AND unicode(substr(title, 2, 1)) >= unicode('a')
            AND unicode(substr(title, 2, 1)) < 128
            THEN lower(substr(title, 1, 1)) || substr(title, 2)
        ELSE title END ||
    CASE side WHEN 'left' THEN ' (Left)' WHEN 'right' THEN ' (Right)' WHEN 'both' THEN ' (Both together)'
        WHEN 'each' THEN ' (Each side)' ELSE '' END ||
    CASE WHEN target IS NULL OR measure = '' THEN '' ELSE
        ', reaching ' || rtrim(rtrim(printf('%.2f', target), '0'), '.') ||
        CASE WHEN measure IN ('trials', 'steps_pct', 'interval_pct', 'in_bounds_pct', 'legible_pct') THEN ' percent'
            WHEN measure IN ('duration_s', 'latency_s', 'time_s') THEN ' seconds'
            WHEN measure IN ('count', 'events') THEN ' count' WHEN measure = 'rate_min' THEN ' per minute'
            WHEN measure = 'distance_cm' THEN ' cm' WHEN measure = 'deviation_mm' THEN ' mm'
            WHEN measure = 'assist' THEN ' level 0-8' WHEN measure = 'prompts' THEN ' count or level 0-8'
            WHEN measure = 'rating4' THEN ' rating 0-3' WHEN measure = 'gas' THEN ' level -2 to +2'
            ELSE '' END END ||
    CASE WHEN attempts > 0 THEN ', in ' || successes || ' of ' || attempts || ' tries' ELSE '' END ||
    CASE WHEN sessions_in_row > 1 THEN ', over ' || sessions_in_row || ' sessions in a row' ELSE '' END ||
    CASE assist_level WHEN 0 THEN ', with no help' WHEN 1 THEN ', with own equipment'
        WHEN 2 THEN ', with an adult watching' WHEN 3 THEN ', with an adult close by'
        WHEN 4 THEN ', with a light touch' WHEN 5 THEN ', with a little help'
        WHEN 6 THEN ', with help with about half' WHEN 7 THEN ', with a lot of help'
        WHEN 8 THEN ', with full help' ELSE '' END ||
    CASE WHEN routine <> '' THEN '. It helps with: ' || routine ELSE '' END || '.';
