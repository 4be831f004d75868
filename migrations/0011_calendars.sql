-- Workshops in people's own calendars. The sequence rises with each change that a calendar must show;
-- a cancelled workshop stays readable, with its reason.
ALTER TABLE workshops ADD COLUMN sequence BIGINT NOT NULL DEFAULT 0;
ALTER TABLE workshops ADD COLUMN cancelled_at TEXT;
ALTER TABLE workshops ADD COLUMN cancelled_why_nl TEXT NOT NULL DEFAULT '';
ALTER TABLE workshops ADD COLUMN cancelled_why_en TEXT NOT NULL DEFAULT '';
CREATE INDEX workshops_day ON workshops (day);
-- The secret link of somebody's own calendar, kept as a hash: who reads this table cannot use it.
CREATE TABLE calendar_links (
  person_id TEXT PRIMARY KEY REFERENCES people (id),
  token_hash TEXT NOT NULL UNIQUE,
  made_at TEXT NOT NULL
);
-- Whether somebody who is registered was told that the workshop is cancelled.
ALTER TABLE registrations ADD COLUMN is_told_cancelled INTEGER NOT NULL DEFAULT 0;
