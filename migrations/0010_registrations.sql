-- Registering for a workshop. Who takes part in a workshop that takes registrations is who has a
-- confirmed place in it; nobody chooses them by hand.
ALTER TABLE workshops ADD COLUMN takes_registrations INTEGER NOT NULL DEFAULT 0;
-- How many places there are in the room and online, and how many of each one organisation may have.
CREATE TABLE registration_terms (
  workshop_id TEXT PRIMARY KEY REFERENCES workshops (id),
  is_open INTEGER NOT NULL,
  room_places BIGINT NOT NULL CHECK (room_places >= 0),
  online_places BIGINT NOT NULL CHECK (online_places >= 0),
  organisation_most BIGINT CHECK (organisation_most > 0),
  last_number BIGINT NOT NULL DEFAULT 0
);
-- One row a person and workshop, whatever becomes of it. The number says in which order the server
-- took the registrations: clocks may jump, numbers do not. The organisation is that of the moment of
-- registering.
CREATE TABLE registrations (
  id TEXT PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshops (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  organisation_id TEXT REFERENCES organisations (id),
  pool TEXT NOT NULL CHECK (pool IN ('room', 'online')),
  state TEXT NOT NULL CHECK (state IN ('confirmed', 'waiting', 'offered', 'expired', 'cancelled')),
  number BIGINT NOT NULL,
  is_passed_over INTEGER NOT NULL DEFAULT 0,
  reason TEXT NOT NULL DEFAULT '',
  offered_until TEXT,
  changed_at TEXT NOT NULL,
  reminded TEXT NOT NULL DEFAULT '' CHECK (reminded IN ('', 'week', 'day')),
  UNIQUE (workshop_id, person_id),
  UNIQUE (workshop_id, number),
  CHECK ((state = 'offered') = (offered_until IS NOT NULL)),
  CHECK ((is_passed_over = 1) = (reason <> ''))
);
CREATE INDEX registrations_line ON registrations (workshop_id, pool, state, is_passed_over, number);
CREATE INDEX registrations_due ON registrations (state, offered_until);
CREATE INDEX registrations_person ON registrations (person_id);
-- What somebody eats or needs on the day: apart, because it goes 14 days after the workshop.
CREATE TABLE registration_needs (
  registration_id TEXT PRIMARY KEY REFERENCES registrations (id),
  diet TEXT NOT NULL DEFAULT '',
  access TEXT NOT NULL DEFAULT ''
);
