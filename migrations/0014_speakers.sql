-- A guest speaker: asked for a session by a facilitator, let in by a link, without an account. Without
-- token_hash no link works. How they want to be named, and what they agreed to, each by itself.
CREATE TABLE guests (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id),
  invited_by TEXT REFERENCES people (id),
  invited_at TEXT NOT NULL,
  email TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
  token_hash TEXT UNIQUE,
  expires_at TEXT,
  opened_at TEXT,
  name TEXT NOT NULL DEFAULT '',
  organisation TEXT NOT NULL DEFAULT '',
  job TEXT NOT NULL DEFAULT '',
  talk_title TEXT NOT NULL DEFAULT '',
  talk_about TEXT NOT NULL DEFAULT '',
  biography TEXT NOT NULL DEFAULT '',
  photo_alt TEXT NOT NULL DEFAULT '',
  naming TEXT NOT NULL DEFAULT 'none' CHECK (naming IN ('name', 'role', 'organisation', 'none')),
  may_name INTEGER NOT NULL DEFAULT 0,
  may_quote INTEGER NOT NULL DEFAULT 0,
  may_publish INTEGER NOT NULL DEFAULT 0,
  UNIQUE (session_id, email)
);
-- Files by what they hold: the same file is kept once. Who may have one is never decided here.
CREATE TABLE files (
  hash TEXT PRIMARY KEY,
  content BYTEA NOT NULL
);
CREATE TABLE guest_files (
  guest_id TEXT NOT NULL REFERENCES guests (id),
  purpose TEXT NOT NULL CHECK (purpose IN ('photo', 'slides')),
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  hash TEXT NOT NULL REFERENCES files (hash),
  kept_at TEXT NOT NULL,
  PRIMARY KEY (guest_id, purpose)
);
CREATE INDEX guest_files_hash ON guest_files (hash);
-- Statements of the working summary that a guest was shown, each as it was worded then. A statement may be
-- gone by now, so its id is not a foreign key.
CREATE TABLE guest_passages (
  guest_id TEXT NOT NULL REFERENCES guests (id),
  statement_id TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('asked', 'agreed', 'refused')),
  remark TEXT NOT NULL DEFAULT '',
  decided_at TEXT,
  PRIMARY KEY (guest_id, statement_id)
);
