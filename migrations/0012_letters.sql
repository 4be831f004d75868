-- Mail that people choose, and answers by mail.
-- Whoever is about to send a message claims it for a while, so that two programs never send the same one.
ALTER TABLE outbox ADD COLUMN claim TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN claimed_until TEXT;
-- Not sent after all: its reader may no longer read what it is about, or wants no mail of this kind.
ALTER TABLE outbox ADD COLUMN withheld_at TEXT;
CREATE INDEX outbox_person ON outbox (person_id, made_at);
-- What a message in the outbox is about: its words are made when it is sent, by the rights of that moment.
CREATE TABLE letters (
  id TEXT PRIMARY KEY REFERENCES outbox (id),
  kind TEXT NOT NULL CHECK (kind IN ('question', 'answer', 'digest')),
  record_id TEXT REFERENCES records (id),
  after_sequence BIGINT NOT NULL DEFAULT 0,
  until_sequence BIGINT NOT NULL DEFAULT 0,
  CHECK ((kind = 'digest') = (record_id IS NULL))
);
-- Up to which line of the journal has been told.
CREATE TABLE letter_marks (
  name TEXT PRIMARY KEY,
  sequence BIGINT NOT NULL
);
INSERT INTO letter_marks (name, sequence) SELECT 'announced', COALESCE(MAX(sequence), 0) FROM journal;
-- What people chose, per network; whoever has no row here has not chosen yet.
CREATE TABLE letter_choices (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  network_id TEXT NOT NULL REFERENCES networks (id),
  choice TEXT NOT NULL CHECK (choice IN ('everything', 'mine', 'nothing')),
  UNIQUE (person_id, network_id)
);
-- The weekly overview: on which day, 1 for Monday to 7, 0 for never; and what the last one told.
CREATE TABLE digests (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL UNIQUE REFERENCES people (id),
  weekday BIGINT NOT NULL CHECK (weekday BETWEEN 0 AND 7),
  last_day TEXT NOT NULL DEFAULT '',
  last_sequence BIGINT NOT NULL
);
-- The key with which addresses are sealed that take answers or stop mail.
CREATE TABLE seal_keys (
  name TEXT PRIMARY KEY,
  key TEXT NOT NULL,
  made_at TEXT NOT NULL
);
-- Addresses that take one person's answers to one question.
CREATE TABLE reply_addresses (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  question_id TEXT NOT NULL REFERENCES records (id),
  expires_at TEXT NOT NULL,
  UNIQUE (person_id, question_id)
);
-- Answers by mail that were taken, by a hash of their Message-ID: each is taken once.
CREATE TABLE replies (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  received_at TEXT NOT NULL
);
CREATE INDEX replies_person ON replies (person_id, received_at);
-- Answers by mail of which it is not sure who sent them: they wait until that person says so.
CREATE TABLE held_replies (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  question_id TEXT NOT NULL REFERENCES records (id),
  body TEXT NOT NULL,
  received_at TEXT NOT NULL
);
CREATE INDEX held_replies_person ON held_replies (person_id, received_at);
