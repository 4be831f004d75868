-- Who did what, when, on which record, with which result, from where; each row carries the
-- hash of the one before it. The rows of anonymous acts have no actor and only a day.
CREATE TABLE journal (
  sequence BIGINT PRIMARY KEY,
  at TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  word TEXT NOT NULL,
  object_id TEXT NOT NULL,
  result TEXT NOT NULL,
  origin TEXT NOT NULL,
  detail TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE INDEX journal_object ON journal (object_id);
CREATE INDEX journal_actor ON journal (actor_id);
-- Messages wait here, written in the transaction of the act that causes them.
CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  person_id TEXT REFERENCES people (id),
  to_name TEXT NOT NULL,
  to_email TEXT NOT NULL,
  language TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  made_at TEXT NOT NULL,
  tries BIGINT NOT NULL DEFAULT 0,
  next_at TEXT NOT NULL,
  sent_at TEXT,
  last_error TEXT NOT NULL DEFAULT ''
);
CREATE INDEX outbox_waiting ON outbox (sent_at, next_at);
