CREATE TABLE questions (
  id TEXT PRIMARY KEY REFERENCES records (id),
  workshop_id TEXT REFERENCES workshops (id),
  is_anonymous INTEGER NOT NULL DEFAULT 0,
  withdraw_hash TEXT,
  body TEXT NOT NULL DEFAULT '',
  vote_count BIGINT NOT NULL DEFAULT 0,
  answer_count BIGINT NOT NULL DEFAULT 0,
  accepted_answer_id TEXT REFERENCES records (id)
);
CREATE INDEX questions_workshop ON questions (workshop_id);
CREATE TABLE votes (
  question_id TEXT NOT NULL REFERENCES questions (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  PRIMARY KEY (question_id, person_id)
);
CREATE TABLE answers (
  id TEXT PRIMARY KEY REFERENCES records (id),
  question_id TEXT NOT NULL REFERENCES questions (id),
  body TEXT NOT NULL,
  checked_by TEXT REFERENCES people (id),
  checked_on TEXT NOT NULL DEFAULT '',
  outdated_by TEXT REFERENCES people (id),
  outdated_on TEXT NOT NULL DEFAULT '',
  outdated_why TEXT NOT NULL DEFAULT ''
);
CREATE INDEX answers_question ON answers (question_id);
-- Figures are whole kilograms and whole euros; a range has both ends, a single figure twice the same.
CREATE TABLE cases (
  id TEXT PRIMARY KEY REFERENCES records (id),
  organisation_name TEXT NOT NULL DEFAULT '',
  year TEXT NOT NULL DEFAULT '',
  context TEXT NOT NULL,
  bought TEXT NOT NULL,
  approach TEXT NOT NULL,
  criteria_used TEXT NOT NULL,
  result TEXT NOT NULL DEFAULT '',
  failed TEXT NOT NULL CHECK (failed <> ''),
  again TEXT NOT NULL,
  documents TEXT NOT NULL DEFAULT '',
  co2_low_kg BIGINT,
  co2_high_kg BIGINT,
  co2_source TEXT NOT NULL DEFAULT '',
  material_low_kg BIGINT,
  material_high_kg BIGINT,
  material_source TEXT NOT NULL DEFAULT '',
  money_low_eur BIGINT,
  money_high_eur BIGINT,
  money_source TEXT NOT NULL DEFAULT '',
  CHECK ((co2_low_kg IS NULL) = (co2_high_kg IS NULL)),
  CHECK ((material_low_kg IS NULL) = (material_high_kg IS NULL)),
  CHECK ((money_low_eur IS NULL) = (money_high_eur IS NULL))
);
CREATE TABLE lessons (
  id TEXT PRIMARY KEY REFERENCES records (id),
  body TEXT NOT NULL
);
