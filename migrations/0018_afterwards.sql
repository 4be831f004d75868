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
