-- Until which age a child born early is met at the corrected age: 24 months, or 36 where the practice says so.
ALTER TABLE practice ADD COLUMN corrected_until_months INTEGER NOT NULL DEFAULT 24;
