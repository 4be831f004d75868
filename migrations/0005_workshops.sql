CREATE TABLE series (
  id TEXT PRIMARY KEY,
  network_id TEXT NOT NULL REFERENCES networks (id),
  number BIGINT NOT NULL,
  name_nl TEXT NOT NULL,
  name_en TEXT NOT NULL,
  starts TEXT NOT NULL DEFAULT '',
  ends TEXT NOT NULL DEFAULT '',
  about_nl TEXT NOT NULL DEFAULT '',
  about_en TEXT NOT NULL DEFAULT '',
  UNIQUE (network_id, number)
);
-- Day and clock are what people agreed, in Europe/Amsterdam; empty when not known.
CREATE TABLE workshops (
  id TEXT PRIMARY KEY REFERENCES records (id),
  series_id TEXT NOT NULL REFERENCES series (id),
  number BIGINT NOT NULL,
  title_en TEXT NOT NULL,
  day TEXT NOT NULL DEFAULT '',
  starts TEXT NOT NULL DEFAULT '',
  ends TEXT NOT NULL DEFAULT '',
  day_note_nl TEXT NOT NULL DEFAULT '',
  day_note_en TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  place_note_nl TEXT NOT NULL DEFAULT '',
  place_note_en TEXT NOT NULL DEFAULT '',
  about_nl TEXT NOT NULL DEFAULT '',
  about_en TEXT NOT NULL DEFAULT '',
  UNIQUE (series_id, number)
);
CREATE TABLE participants (
  id TEXT PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshops (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  UNIQUE (workshop_id, person_id)
);
CREATE INDEX participants_person ON participants (person_id);
CREATE TABLE sessions (
  id TEXT PRIMARY KEY REFERENCES records (id),
  workshop_id TEXT NOT NULL REFERENCES workshops (id),
  position BIGINT NOT NULL,
  form TEXT NOT NULL CHECK (form IN
    ('opening', 'talk', 'discussion', 'pitch_round', 'tables', 'market_dialogue', 'closing')),
  title_en TEXT NOT NULL,
  starts TEXT NOT NULL DEFAULT '',
  minutes BIGINT,
  room TEXT NOT NULL DEFAULT '',
  about_nl TEXT NOT NULL DEFAULT '',
  about_en TEXT NOT NULL DEFAULT ''
);
CREATE INDEX sessions_workshop ON sessions (workshop_id, position);
CREATE TABLE speakers (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id),
  position BIGINT NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  organisation_name TEXT NOT NULL DEFAULT '',
  role_nl TEXT NOT NULL DEFAULT '',
  role_en TEXT NOT NULL DEFAULT ''
);
CREATE INDEX speakers_session ON speakers (session_id, position);
