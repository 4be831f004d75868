-- What a phone sends after the connection was gone lands once: its key is written by the transaction that
-- did what was asked, with what came of it. Kept for a month.
CREATE TABLE submissions (
  person_id TEXT NOT NULL REFERENCES people (id),
  submission_key TEXT NOT NULL,
  made TEXT NOT NULL DEFAULT '',
  sent_at TEXT NOT NULL,
  PRIMARY KEY (person_id, submission_key)
);
CREATE INDEX submissions_age ON submissions (sent_at);
-- Break-out tables of one workshop. Until it is published the plan is not kept: it follows from what is
-- wished and the seed. The version rises with each change, so that of two people who change it at once
-- one finds out.
CREATE TABLE breakouts (
  workshop_id TEXT PRIMARY KEY REFERENCES workshops (id),
  round_count BIGINT NOT NULL CHECK (round_count BETWEEN 1 AND 12),
  minutes BIGINT NOT NULL CHECK (minutes BETWEEN 1 AND 180),
  chairs BIGINT NOT NULL DEFAULT 0 CHECK (chairs BETWEEN 0 AND 100),
  mix TEXT NOT NULL CHECK (mix IN ('even', 'separate', 'any')),
  seed BIGINT NOT NULL DEFAULT 1,
  version BIGINT NOT NULL DEFAULT 1,
  is_published INTEGER NOT NULL DEFAULT 0,
  current_round BIGINT NOT NULL DEFAULT 0,
  round_began_at TEXT,
  closed_at TEXT
);
CREATE TABLE breakout_tables (
  id TEXT PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES breakouts (workshop_id),
  number BIGINT NOT NULL CHECK (number BETWEEN 1 AND 40),
  host_id TEXT REFERENCES people (id),
  UNIQUE (workshop_id, number)
);
CREATE TABLE breakout_questions (
  table_id TEXT NOT NULL REFERENCES breakout_tables (id),
  question_id TEXT NOT NULL REFERENCES questions (id),
  PRIMARY KEY (table_id, question_id)
);
-- Organisations that share no table, say competitors; for facilitators alone.
CREATE TABLE breakout_apart (
  workshop_id TEXT NOT NULL REFERENCES breakouts (workshop_id),
  one_id TEXT NOT NULL REFERENCES organisations (id),
  other_id TEXT NOT NULL REFERENCES organisations (id),
  PRIMARY KEY (workshop_id, one_id, other_id),
  CHECK (one_id <> other_id)
);
-- Who is there but does not sit at a table, or has left.
CREATE TABLE breakout_away (
  workshop_id TEXT NOT NULL REFERENCES breakouts (workshop_id),
  person_id TEXT NOT NULL REFERENCES people (id),
  PRIMARY KEY (workshop_id, person_id)
);
-- The plan as it was published; rounds from 1.
CREATE TABLE breakout_seats (
  workshop_id TEXT NOT NULL REFERENCES breakouts (workshop_id),
  round BIGINT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  table_id TEXT NOT NULL REFERENCES breakout_tables (id),
  PRIMARY KEY (workshop_id, round, person_id)
);
CREATE INDEX breakout_seats_person ON breakout_seats (person_id);
-- What a table noted is a lesson; this says at which table and in which round, and in which lesson of the
-- plenary it was taken up.
CREATE TABLE breakout_notes (
  lesson_id TEXT PRIMARY KEY REFERENCES lessons (id),
  table_id TEXT NOT NULL REFERENCES breakout_tables (id),
  round BIGINT NOT NULL,
  question_id TEXT REFERENCES questions (id),
  merged_into TEXT REFERENCES lessons (id)
);
CREATE INDEX breakout_notes_table ON breakout_notes (table_id, round);
CREATE INDEX breakout_notes_merged ON breakout_notes (merged_into);
