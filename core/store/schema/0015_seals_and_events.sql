-- Keyed digests of the records, one per tracked table and one of the schema, kept with every write; who opened, looked,
-- locked, copied and saved what, without anybody's words. The seal is a keyed hash over the digests and both chains.
ALTER TABLE journal_state ADD COLUMN file_id TEXT NOT NULL DEFAULT '';
ALTER TABLE journal_state ADD COLUMN seal_key BLOB NOT NULL DEFAULT x'';
ALTER TABLE journal_state ADD COLUMN digests BLOB NOT NULL DEFAULT x'';
ALTER TABLE journal_state ADD COLUMN events INTEGER NOT NULL DEFAULT 0;
ALTER TABLE journal_state ADD COLUMN events_head TEXT NOT NULL DEFAULT '';
ALTER TABLE journal_state ADD COLUMN found TEXT NOT NULL DEFAULT '';
ALTER TABLE journal_state ADD COLUMN seal TEXT NOT NULL DEFAULT '';

CREATE TABLE audit_event (
    id INTEGER PRIMARY KEY,
    at_utc TEXT NOT NULL,
    kind TEXT NOT NULL,
    therapist_id INTEGER,
    device TEXT NOT NULL,
    child_id INTEGER,
    detail TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;
