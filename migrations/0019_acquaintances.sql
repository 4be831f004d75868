-- Meeting a colleague by theme. Who wants to, in one network: gone when they stop or leave the network.
CREATE TABLE acquaintance_wishes (
  id TEXT PRIMARY KEY,
  network_id TEXT NOT NULL REFERENCES networks (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  themes TEXT NOT NULL CHECK (themes <> ''),
  meets_other_side INTEGER NOT NULL DEFAULT 0,
  chosen_at TEXT NOT NULL,
  UNIQUE (network_id, person_id),
  FOREIGN KEY (network_id, person_id) REFERENCES memberships (network_id, person_id) ON DELETE CASCADE
);
CREATE INDEX acquaintance_wishes_person ON acquaintance_wishes (person_id);
-- A facilitator had people paired; with the seed anybody who knows the wishes can do it again.
CREATE TABLE acquaintance_rounds (
  id TEXT PRIMARY KEY,
  network_id TEXT NOT NULL REFERENCES networks (id),
  number BIGINT NOT NULL,
  seed TEXT NOT NULL,
  paired_by TEXT NOT NULL REFERENCES people (id),
  paired_at TEXT NOT NULL,
  UNIQUE (network_id, number)
);
-- Two or three people with the same number in a round were told of each other, in the message in the outbox,
-- which has no words of its own. Kept so that nobody is paired with the same person again.
CREATE TABLE acquaintance_people (
  round_id TEXT NOT NULL REFERENCES acquaintance_rounds (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  number BIGINT NOT NULL,
  theme TEXT NOT NULL,
  outbox_id TEXT UNIQUE REFERENCES outbox (id),
  PRIMARY KEY (round_id, person_id)
);
CREATE INDEX acquaintance_people_person ON acquaintance_people (person_id);
