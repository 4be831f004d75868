-- The working summary: always there, changed by editors, read by editors and facilitators.
CREATE TABLE summaries (
  id TEXT PRIMARY KEY REFERENCES records (id),
  languages TEXT NOT NULL CHECK (languages IN ('nl', 'en', 'nl en')),
  title_nl TEXT NOT NULL DEFAULT '',
  title_en TEXT NOT NULL DEFAULT '',
  preface_nl TEXT NOT NULL DEFAULT '',
  preface_en TEXT NOT NULL DEFAULT '',
  revision BIGINT NOT NULL DEFAULT 1
);
CREATE TABLE chapters (
  id TEXT PRIMARY KEY,
  summary_id TEXT NOT NULL REFERENCES summaries (id),
  position BIGINT NOT NULL,
  title_nl TEXT NOT NULL DEFAULT '',
  title_en TEXT NOT NULL DEFAULT '',
  intro_nl TEXT NOT NULL DEFAULT '',
  intro_en TEXT NOT NULL DEFAULT ''
);
CREATE INDEX chapters_summary ON chapters (summary_id, position);
CREATE TABLE statements (
  id TEXT PRIMARY KEY,
  chapter_id TEXT NOT NULL REFERENCES chapters (id),
  position BIGINT NOT NULL,
  text_nl TEXT NOT NULL DEFAULT '',
  text_en TEXT NOT NULL DEFAULT ''
);
CREATE INDEX statements_chapter ON statements (chapter_id, position);
-- A record placed under a statement, and how the person who brought it in would be named.
CREATE TABLE placements (
  statement_id TEXT NOT NULL REFERENCES statements (id),
  record_id TEXT NOT NULL REFERENCES records (id),
  position BIGINT NOT NULL,
  naming TEXT NOT NULL CHECK (naming IN ('name', 'organisation', 'role', 'none')),
  PRIMARY KEY (statement_id, record_id)
);
CREATE INDEX placements_record ON placements (record_id);
-- Consent is for exactly this text and naming (text_hash); changing either asks anew.
CREATE TABLE consents (
  id TEXT PRIMARY KEY,
  statement_id TEXT NOT NULL REFERENCES statements (id),
  record_id TEXT NOT NULL REFERENCES records (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  naming TEXT NOT NULL CHECK (naming IN ('name', 'organisation', 'role', 'none')),
  text_hash TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('asked', 'agreed', 'refused')),
  decided_at TEXT,
  remark TEXT NOT NULL DEFAULT '',
  UNIQUE (statement_id, record_id, text_hash)
);
CREATE INDEX consents_person ON consents (person_id, decision);
-- Frozen: what was shown, word for word. Never updated; a successor is a new row.
CREATE TABLE versions (
  id TEXT PRIMARY KEY REFERENCES records (id),
  summary_id TEXT NOT NULL REFERENCES summaries (id),
  number BIGINT NOT NULL,
  languages TEXT NOT NULL,
  reason TEXT NOT NULL,
  frozen_at TEXT NOT NULL,
  frozen_by TEXT REFERENCES people (id),
  title_nl TEXT NOT NULL,
  title_en TEXT NOT NULL,
  preface_nl TEXT NOT NULL,
  preface_en TEXT NOT NULL,
  hash TEXT NOT NULL,
  UNIQUE (summary_id, number)
);
CREATE TABLE version_chapters (
  version_id TEXT NOT NULL REFERENCES versions (id),
  position BIGINT NOT NULL,
  title_nl TEXT NOT NULL,
  title_en TEXT NOT NULL,
  intro_nl TEXT NOT NULL,
  intro_en TEXT NOT NULL,
  PRIMARY KEY (version_id, position)
);
CREATE TABLE version_statements (
  version_id TEXT NOT NULL REFERENCES versions (id),
  chapter BIGINT NOT NULL,
  position BIGINT NOT NULL,
  text_nl TEXT NOT NULL,
  text_en TEXT NOT NULL,
  PRIMARY KEY (version_id, chapter, position)
);
-- The source of a frozen statement as it may be shown to everyone: a closed record keeps its
-- kind and the agreed naming, never its title. It may be gone from an installation that was handed
-- only what its owner could see, so record_id is not a foreign key.
CREATE TABLE version_sources (
  version_id TEXT NOT NULL REFERENCES versions (id),
  chapter BIGINT NOT NULL,
  statement BIGINT NOT NULL,
  position BIGINT NOT NULL,
  record_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  title_language TEXT NOT NULL,
  named_as TEXT NOT NULL,
  workshop_id TEXT NOT NULL DEFAULT '',
  workshop_nl TEXT NOT NULL DEFAULT '',
  workshop_en TEXT NOT NULL DEFAULT '',
  source_title TEXT NOT NULL,
  source_url TEXT NOT NULL,
  certainty TEXT NOT NULL,
  PRIMARY KEY (version_id, chapter, statement, position)
);
CREATE INDEX version_sources_record ON version_sources (record_id);
CREATE TABLE version_files (
  version_id TEXT NOT NULL REFERENCES versions (id),
  language TEXT NOT NULL,
  format TEXT NOT NULL CHECK (format IN ('pdf', 'odt', 'docx', 'epub')),
  sha256 TEXT NOT NULL,
  content BYTEA NOT NULL,
  PRIMARY KEY (version_id, language, format)
);
