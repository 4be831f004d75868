-- Who was there. One row for each person, made when they came and gone when that was a mistake; guests
-- without an account are kept by name. The organisation is that of the day. left_at is the clock in
-- Europe/Amsterdam at which they left early, empty when they stayed.
CREATE TABLE attendances (
  id TEXT PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshops (id),
  person_id TEXT REFERENCES people (id),
  organisation_id TEXT REFERENCES organisations (id),
  guest_name TEXT NOT NULL DEFAULT '',
  guest_organisation TEXT NOT NULL DEFAULT '',
  pool TEXT NOT NULL CHECK (pool IN ('room', 'online')),
  how TEXT NOT NULL CHECK (how IN ('ticked', 'scanned', 'self')),
  is_walk_in INTEGER NOT NULL DEFAULT 0,
  came_at TEXT NOT NULL,
  left_at TEXT NOT NULL DEFAULT '',
  UNIQUE (workshop_id, person_id),
  CHECK ((person_id IS NULL) = (guest_name <> ''))
);
CREATE INDEX attendances_workshop ON attendances (workshop_id);
CREATE INDEX attendances_person ON attendances (person_id);
-- Lists and badges on paper: asked for on a page, printed by a job, and gone after the day.
CREATE TABLE attendance_sheets (
  id TEXT PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshops (id),
  kind TEXT NOT NULL CHECK (kind IN ('list', 'badges')),
  language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
  with_codes INTEGER NOT NULL DEFAULT 0,
  asked_at TEXT NOT NULL,
  bytes BYTEA,
  fault TEXT NOT NULL DEFAULT '',
  UNIQUE (workshop_id, kind, language)
);
