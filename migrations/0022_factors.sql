-- Where numbers come from: factor sets, each with one licence. Their rows come in versions, which are only
-- ever added: a result that names a version finds the same figures in it for ever.
CREATE TABLE factor_sets (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('footprints', 'electricity', 'own')),
  source TEXT NOT NULL,
  url TEXT NOT NULL,
  licence TEXT NOT NULL CHECK (licence IN ('ODbL-1.0', 'CC-BY-SA-4.0', 'own')),
  notice TEXT NOT NULL
);
-- One import, or one change of a figure that was typed in. The hash is that of the file; rows_hash is that of
-- all its rows and oddities as they are written in a folder.
CREATE TABLE factor_versions (
  id TEXT PRIMARY KEY,
  set_id TEXT NOT NULL REFERENCES factor_sets (id),
  number BIGINT NOT NULL CHECK (number > 0),
  file_name TEXT NOT NULL,
  hash TEXT NOT NULL,
  rows_hash TEXT NOT NULL,
  made_by TEXT REFERENCES people (id),
  made_at TEXT NOT NULL,
  taken BIGINT NOT NULL,
  rejected BIGINT NOT NULL,
  oddities BIGINT NOT NULL,
  added BIGINT NOT NULL,
  removed BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  UNIQUE (set_id, number)
);
-- What a row says, once however many versions hold it; cells are "name=value", a line each.
CREATE TABLE factor_rows (
  id TEXT PRIMARY KEY,
  set_id TEXT NOT NULL REFERENCES factor_sets (id),
  row_key TEXT NOT NULL,
  device_class TEXT NOT NULL,
  maker TEXT NOT NULL,
  name TEXT NOT NULL,
  area TEXT NOT NULL,
  searched TEXT NOT NULL,
  cells TEXT NOT NULL
);
CREATE INDEX factor_rows_key ON factor_rows (set_id, row_key);
CREATE TABLE factor_version_rows (
  version_id TEXT NOT NULL REFERENCES factor_versions (id),
  row_key TEXT NOT NULL,
  row_id TEXT NOT NULL REFERENCES factor_rows (id),
  line BIGINT NOT NULL,
  PRIMARY KEY (version_id, row_key)
);
CREATE INDEX factor_version_rows_row ON factor_version_rows (row_id);
-- What was odd in the file, by place; a code of engine/catalogue and the values its sentence names.
CREATE TABLE factor_oddities (
  version_id TEXT NOT NULL REFERENCES factor_versions (id),
  position BIGINT NOT NULL,
  severity BIGINT NOT NULL,
  line BIGINT NOT NULL,
  code TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  other TEXT NOT NULL,
  PRIMARY KEY (version_id, position)
);
