-- What stays of a workshop: what people will do, what they thought of it, and its report.
-- A commitment is a record; its organisation is that of its owner at the moment of making it.
CREATE TABLE commitments (
  id TEXT PRIMARY KEY REFERENCES records (id),
  workshop_id TEXT NOT NULL REFERENCES workshops (id),
  organisation_id TEXT REFERENCES organisations (id),
  due_on TEXT NOT NULL,
  body TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
  outcome TEXT NOT NULL DEFAULT '',
  closed_at TEXT,
  reminded TEXT NOT NULL DEFAULT '' CHECK (reminded IN ('', 'early', 'late')),
  CHECK ((state = 'open') = (closed_at IS NULL)),
  CHECK (state = 'open' OR outcome <> '')
);
CREATE INDEX commitments_workshop ON commitments (workshop_id, due_on);
CREATE INDEX commitments_due ON commitments (state, due_on);
-- That the participants of a workshop were asked what they thought of it. While answers may change, the key
-- leads each participant, and nobody else, back to their own answer; then it is deleted.
CREATE TABLE evaluations (
  workshop_id TEXT PRIMARY KEY REFERENCES workshops (id),
  asked_at TEXT NOT NULL,
  closes_at TEXT NOT NULL,
  answer_key TEXT
);
-- One answer. What became a commitment is not kept here as well, since that has an owner. Whose it is stands nowhere, unless they asked for their name to be kept beside it; `finder` is
-- a keyed hash of the person, deleted with the key.
CREATE TABLE evaluation_answers (
  id TEXT PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES evaluations (workshop_id),
  finder TEXT UNIQUE,
  useful BIGINT CHECK (useful BETWEEN 1 AND 5),
  prepared BIGINT CHECK (prepared BETWEEN 1 AND 5),
  met BIGINT CHECK (met BETWEEN 1 AND 5),
  learned TEXT NOT NULL DEFAULT '',
  intends TEXT NOT NULL DEFAULT '',
  intends_by TEXT NOT NULL DEFAULT '',
  better TEXT NOT NULL DEFAULT '',
  named_as TEXT NOT NULL DEFAULT ''
);
CREATE INDEX evaluation_answers_workshop ON evaluation_answers (workshop_id, id);
-- The report of a workshop while facilitators work on it; what it tells of is read from the records anew.
CREATE TABLE report_drafts (
  workshop_id TEXT PRIMARY KEY REFERENCES workshops (id),
  revision BIGINT NOT NULL,
  introduction TEXT NOT NULL DEFAULT ''
);
CREATE TABLE report_draft_parts (
  workshop_id TEXT NOT NULL REFERENCES report_drafts (workshop_id),
  part TEXT NOT NULL,
  is_left_out INTEGER NOT NULL DEFAULT 0,
  remark TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (workshop_id, part)
);
-- Who was asked to check a part, for the text as it stood; what they said holds for that text alone.
CREATE TABLE report_checks (
  id TEXT PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshops (id),
  part TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  text_hash TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('asked', 'agreed', 'commented')),
  decided_at TEXT,
  remark TEXT NOT NULL DEFAULT '',
  UNIQUE (workshop_id, part, person_id)
);
CREATE INDEX report_checks_person ON report_checks (person_id, decision);
-- As fixed: what was shown, word for word. Never updated; a correction is a new number.
CREATE TABLE reports (
  id TEXT PRIMARY KEY REFERENCES records (id),
  workshop_id TEXT NOT NULL REFERENCES workshops (id),
  number BIGINT NOT NULL,
  fixed_at TEXT NOT NULL,
  introduction TEXT NOT NULL DEFAULT '',
  UNIQUE (workshop_id, number)
);
CREATE TABLE report_parts (
  report_id TEXT NOT NULL REFERENCES reports (id),
  part TEXT NOT NULL,
  position BIGINT NOT NULL,
  amount BIGINT,
  remark TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (report_id, part)
);
-- A line of a part. The record may be gone from an installation that was handed less, so it is no foreign key.
CREATE TABLE report_items (
  report_id TEXT NOT NULL REFERENCES reports (id),
  part TEXT NOT NULL,
  position BIGINT NOT NULL,
  text TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL,
  record_id TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (report_id, part, position)
);
