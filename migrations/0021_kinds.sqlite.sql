-- Two more kinds of record: a scenario of what devices cost the climate and the purse, and a draft tender.
-- SQLite changes no check in place, so the table is made anew. What points to it waits until the end.
PRAGMA defer_foreign_keys = ON;
CREATE TABLE records_before AS SELECT * FROM records;
DROP TABLE records;
CREATE TABLE records (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN
    ('workshop', 'session', 'question', 'answer', 'case', 'lesson', 'summary', 'version', 'commitment',
     'report', 'scenario', 'tender')),
  network_id TEXT NOT NULL REFERENCES networks (id),
  parent_id TEXT REFERENCES records (id),
  title TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
  audience TEXT NOT NULL CHECK (audience IN
    ('everyone', 'network', 'purchasers', 'workshop', 'organisation', 'persons')),
  audience_of TEXT,
  owner_id TEXT REFERENCES people (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'withdrawn')),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  withdrawn_at TEXT,
  source_title TEXT NOT NULL DEFAULT '',
  source_url TEXT NOT NULL DEFAULT '',
  source_read_on TEXT NOT NULL DEFAULT '',
  certainty TEXT NOT NULL DEFAULT '' CHECK (certainty IN ('', 'read', 'partly', 'unverified')),
  CHECK ((audience IN ('workshop', 'organisation')) = (audience_of IS NOT NULL)),
  CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL))
);
INSERT INTO records (id, kind, network_id, parent_id, title, language, audience, audience_of, owner_id, state,
    created_at, updated_at, withdrawn_at, source_title, source_url, source_read_on, certainty)
  SELECT id, kind, network_id, parent_id, title, language, audience, audience_of, owner_id, state,
    created_at, updated_at, withdrawn_at, source_title, source_url, source_read_on, certainty
  FROM records_before;
DROP TABLE records_before;
CREATE INDEX records_listing ON records (kind, network_id, created_at, id);
CREATE INDEX records_newest ON records (kind, created_at, id);
CREATE INDEX records_counting ON records (kind, state, audience, network_id, audience_of, parent_id, owner_id, withdrawn_at, id);
CREATE INDEX records_owner ON records (owner_id);
CREATE INDEX records_parent ON records (parent_id);
