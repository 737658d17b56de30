-- Adults that an own activity's stations take; 0: not said. Skills that were parted: a goal written with the bank goes
-- to the part its goal of the bank is about.
ALTER TABLE own_activity ADD COLUMN station_adults INTEGER NOT NULL DEFAULT 0;
UPDATE goal SET skill = 'sc.period' WHERE skill = 'sc.personal' AND bank_goal = 'G134';
UPDATE goal SET skill = 'ms.pressure' WHERE skill = 'ms.wheelchair' AND bank_goal = 'G151';
UPDATE goal SET skill = 'ms.gait_return' WHERE skill = 'ms.gait' AND bank_goal = 'G154';
