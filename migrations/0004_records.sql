-- What every record shares. Who may read one is decided from this row alone (and record_readers).
CREATE TABLE records (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN
    ('workshop', 'session', 'question', 'answer', 'case', 'lesson', 'summary', 'version')),
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
-- Lists read these in order: the newest of a kind, in one network or in all; and count readable ones.
CREATE INDEX records_listing ON records (kind, network_id, created_at, id);
CREATE INDEX records_newest ON records (kind, created_at, id);
CREATE INDEX records_counting ON records (kind, state, audience, network_id, audience_of, parent_id, owner_id, withdrawn_at, id);
CREATE INDEX records_owner ON records (owner_id);
CREATE INDEX records_parent ON records (parent_id);
CREATE TABLE record_readers (
  record_id TEXT NOT NULL REFERENCES records (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  PRIMARY KEY (record_id, person_id)
);
CREATE TABLE links (
  from_id TEXT NOT NULL REFERENCES records (id),
  relation TEXT NOT NULL CHECK (relation IN
    ('asked_at', 'answers', 'illustrates', 'distilled_into', 'founded_on', 'uses', 'measured_by',
     'follows_from', 'published_in')),
  to_id TEXT NOT NULL REFERENCES records (id),
  PRIMARY KEY (from_id, relation, to_id)
);
CREATE INDEX links_to ON links (to_id);
-- What somebody was typing: theirs alone, never searched, never exported.
CREATE TABLE drafts (
  id TEXT PRIMARY KEY,
  owner_id TEXT NOT NULL REFERENCES people (id),
  form TEXT NOT NULL,
  about_id TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  fields TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (owner_id, form, about_id)
);
