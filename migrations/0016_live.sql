-- A workshop as it happens. What phones and the screen show changes with `version`.
CREATE TABLE live_rooms (
  workshop_id TEXT PRIMARY KEY REFERENCES workshops (id),
  is_open INTEGER NOT NULL DEFAULT 0,
  showing TEXT NOT NULL DEFAULT 'queue' CHECK (showing IN ('queue', 'question', 'statement', 'pitch', 'tables')),
  version BIGINT NOT NULL DEFAULT 1,
  opened_at TEXT
);
CREATE INDEX live_rooms_open ON live_rooms (is_open, opened_at);
-- Where a question stands in the queue; one without a row waits for its turn.
CREATE TABLE live_turns (
  workshop_id TEXT NOT NULL REFERENCES workshops (id),
  question_id TEXT NOT NULL REFERENCES questions (id),
  turn TEXT NOT NULL CHECK (turn IN ('waiting', 'now', 'answered', 'later', 'merged')),
  answered_by TEXT NOT NULL DEFAULT '',
  merged_into TEXT REFERENCES questions (id),
  PRIMARY KEY (workshop_id, question_id),
  CHECK ((turn = 'merged') = (merged_into IS NOT NULL))
);
-- Something to agree or disagree with. Counts are written when it closes; how they divide only when
-- there are enough to hide each single one.
CREATE TABLE live_statements (
  id TEXT PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshops (id),
  number BIGINT NOT NULL,
  repeats BIGINT,
  text_nl TEXT NOT NULL,
  text_en TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('prepared', 'open', 'closed')),
  is_shown INTEGER NOT NULL DEFAULT 0,
  could BIGINT NOT NULL DEFAULT 0,
  voted BIGINT NOT NULL DEFAULT 0,
  agreed BIGINT,
  disagreed BIGINT,
  no_opinion BIGINT,
  opened_at TEXT,
  closed_at TEXT,
  UNIQUE (workshop_id, number),
  CHECK (voted >= 5 OR agreed IS NULL),
  CHECK ((agreed IS NULL) = (disagreed IS NULL) AND (agreed IS NULL) = (no_opinion IS NULL))
);
-- While a statement is open, and not a moment longer: who chose what.
CREATE TABLE live_choices (
  statement_id TEXT NOT NULL REFERENCES live_statements (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  choice TEXT NOT NULL CHECK (choice IN ('agree', 'disagree', 'no_opinion')),
  PRIMARY KEY (statement_id, person_id)
);
-- Pitches: each draw of the order with its seed, and the time each really got.
CREATE TABLE live_pitch_rounds (
  id TEXT PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshops (id),
  number BIGINT NOT NULL,
  seconds BIGINT NOT NULL CHECK (seconds BETWEEN 10 AND 1800),
  seed TEXT NOT NULL,
  drawn_at TEXT NOT NULL,
  UNIQUE (workshop_id, number)
);
CREATE TABLE live_pitches (
  round_id TEXT NOT NULL REFERENCES live_pitch_rounds (id),
  position BIGINT NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'stopped', 'done')),
  used_ms BIGINT NOT NULL DEFAULT 0 CHECK (used_ms >= 0),
  running_since TEXT,
  PRIMARY KEY (round_id, position),
  CHECK ((state = 'running') = (running_since IS NOT NULL))
);
