-- Topics for a series: members propose, and vote until the round closes. What the round came to is written
-- once, at closing, and never updated.
CREATE TABLE topic_rounds (
  id TEXT PRIMARY KEY,
  series_id TEXT NOT NULL UNIQUE REFERENCES series (id),
  audience TEXT NOT NULL CHECK (audience IN ('network', 'purchasers')),
  votes_each BIGINT NOT NULL CHECK (votes_each BETWEEN 1 AND 10),
  opened_at TEXT NOT NULL,
  opened_by TEXT NOT NULL REFERENCES people (id),
  closes_at TEXT NOT NULL
);
CREATE TABLE topics (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES topic_rounds (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  title TEXT NOT NULL,
  why TEXT NOT NULL,
  theme TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
  proposed_at TEXT NOT NULL
);
CREATE INDEX topics_round ON topics (round_id);
-- Who votes for what, as long as a vote can be taken back; emptied by the act that closes the round.
CREATE TABLE topic_votes (
  topic_id TEXT NOT NULL REFERENCES topics (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  PRIMARY KEY (topic_id, person_id)
);
CREATE TABLE topic_outcomes (
  round_id TEXT PRIMARY KEY REFERENCES topic_rounds (id),
  closed_at TEXT NOT NULL,
  closed_by TEXT REFERENCES people (id),
  could_vote BIGINT NOT NULL,
  did_vote BIGINT NOT NULL,
  hash TEXT NOT NULL
);
CREATE TABLE topic_counts (
  topic_id TEXT PRIMARY KEY REFERENCES topics (id),
  votes BIGINT NOT NULL CHECK (votes >= 0)
);
-- Who could vote when the round closed, under the name of that day; not whether they did.
CREATE TABLE topic_voters (
  round_id TEXT NOT NULL REFERENCES topic_rounds (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  name TEXT NOT NULL,
  PRIMARY KEY (round_id, person_id)
);
-- Which workshop takes a topic up; apart, because it may change after the outcome.
CREATE TABLE topic_workshops (
  topic_id TEXT PRIMARY KEY REFERENCES topics (id),
  workshop_id TEXT NOT NULL REFERENCES workshops (id)
);
CREATE INDEX topic_workshops_workshop ON topic_workshops (workshop_id);
-- What a facilitator wrote to a group, about a workshop or a whole series. The number is that of the form: it
-- is sent once, however often it is pressed.
CREATE TABLE messages (
  id TEXT PRIMARY KEY,
  network_id TEXT NOT NULL REFERENCES networks (id),
  series_id TEXT NOT NULL REFERENCES series (id),
  workshop_id TEXT REFERENCES workshops (id),
  people TEXT NOT NULL CHECK (people IN ('members', 'registered', 'waiting', 'unregistered')),
  is_invitation INTEGER NOT NULL DEFAULT 0,
  subject_nl TEXT NOT NULL DEFAULT '',
  subject_en TEXT NOT NULL DEFAULT '',
  body_nl TEXT NOT NULL DEFAULT '',
  body_en TEXT NOT NULL DEFAULT '',
  form_number TEXT NOT NULL UNIQUE,
  sent_by TEXT NOT NULL REFERENCES people (id),
  sent_at TEXT NOT NULL
);
CREATE INDEX messages_workshop ON messages (workshop_id, sent_at);
CREATE INDEX messages_series ON messages (series_id, sent_at);
-- Whom it was for, and why it did not go to some of them; the message in the outbox has no words of its own.
CREATE TABLE message_people (
  message_id TEXT NOT NULL REFERENCES messages (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  left_out TEXT NOT NULL DEFAULT '' CHECK (left_out IN ('', 'suspended', 'invited', 'rights', 'choice')),
  outbox_id TEXT UNIQUE REFERENCES outbox (id),
  PRIMARY KEY (message_id, person_id)
);
