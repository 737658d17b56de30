-- Who writes to this file now, renewed every minute: a lock that another computer sees where it does not see the locks
-- of the operating system.
CREATE TABLE writer (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    host TEXT NOT NULL,
    beat_s INTEGER NOT NULL
) STRICT;
