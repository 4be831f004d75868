-- Who there are, and how they come in.
CREATE TABLE organisations (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('purchaser', 'supplier', 'knowledge')),
  created_at TEXT NOT NULL
);
CREATE TABLE people (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  organisation_id TEXT REFERENCES organisations (id),
  job TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
  state TEXT NOT NULL CHECK (state IN ('invited', 'active', 'suspended')),
  is_administrator INTEGER NOT NULL DEFAULT 0,
  password_hash TEXT,
  created_at TEXT NOT NULL
);
CREATE INDEX people_organisation ON people (organisation_id);
-- Tokens are kept as hashes only: who reads this table cannot sign in with it.
CREATE TABLE login_sessions (
  token_hash TEXT PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES people (id),
  csrf TEXT NOT NULL,
  device TEXT NOT NULL,
  by_link INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
);
CREATE INDEX login_sessions_person ON login_sessions (person_id);
CREATE TABLE login_links (
  token_hash TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  purpose TEXT NOT NULL CHECK (purpose IN ('sign_in', 'invitation')),
  browser_hash TEXT,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
);
-- Failed tries per account, per address prefix and per known device; names are hashed.
CREATE TABLE login_failures (
  name_hash TEXT PRIMARY KEY,
  tries BIGINT NOT NULL,
  last_at TEXT NOT NULL,
  retry_at TEXT NOT NULL
);
CREATE TABLE known_devices (
  token_hash TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  created_at TEXT NOT NULL
);
