-- What was recorded for a child who is marked absent, or in a session that did not take place, counts nowhere. That is
-- seen to as attendance is marked; this is for what was marked before. It stays in the record with its reason, and what
-- the data of these goals say is worked out anew when the file is opened.
DELETE FROM goal_status WHERE id IN
    (SELECT point.goal_id FROM data_point AS point WHERE point.valid = 1 AND (
        EXISTS (SELECT 1 FROM participant WHERE participant.session_id = point.session_id
            AND participant.child_id = point.child_id AND participant.attendance = 'absent')
        OR EXISTS (SELECT 1 FROM session WHERE session.id = point.session_id AND session.status = 'not_held')));
UPDATE data_point SET valid = 0, invalid_reason = 'Not here that day' WHERE valid = 1 AND (
    EXISTS (SELECT 1 FROM participant WHERE participant.session_id = data_point.session_id
        AND participant.child_id = data_point.child_id AND participant.attendance = 'absent')
    OR EXISTS (SELECT 1 FROM session WHERE session.id = data_point.session_id AND session.status = 'not_held'));
