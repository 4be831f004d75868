-- Anonymous questions that wait their random while before they show: no author, no moment.
CREATE TABLE waiting_questions (
  id TEXT PRIMARY KEY,
  network_id TEXT NOT NULL REFERENCES networks (id),
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  audience TEXT NOT NULL,
  audience_of TEXT,
  workshop_id TEXT REFERENCES workshops (id),
  body TEXT NOT NULL,
  withdraw_hash TEXT NOT NULL,
  show_after TEXT NOT NULL
);
