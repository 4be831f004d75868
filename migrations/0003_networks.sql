CREATE TABLE programmes (
  id TEXT PRIMARY KEY,
  name_nl TEXT NOT NULL,
  name_en TEXT NOT NULL,
  funder TEXT NOT NULL DEFAULT '',
  budget_line TEXT NOT NULL DEFAULT '',
  starts TEXT NOT NULL DEFAULT '',
  ends TEXT NOT NULL DEFAULT '',
  goals_nl TEXT NOT NULL DEFAULT '',
  goals_en TEXT NOT NULL DEFAULT ''
);
CREATE TABLE networks (
  id TEXT PRIMARY KEY,
  programme_id TEXT NOT NULL REFERENCES programmes (id),
  name_nl TEXT NOT NULL,
  name_en TEXT NOT NULL,
  audience TEXT NOT NULL CHECK (audience IN ('everyone', 'network')),
  about_nl TEXT NOT NULL DEFAULT '',
  about_en TEXT NOT NULL DEFAULT '',
  house_rules_nl TEXT NOT NULL DEFAULT '',
  house_rules_en TEXT NOT NULL DEFAULT ''
);
CREATE TABLE memberships (
  id TEXT PRIMARY KEY,
  network_id TEXT NOT NULL REFERENCES networks (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  side TEXT NOT NULL CHECK (side IN ('purchaser', 'supplier', 'adviser')),
  is_facilitator INTEGER NOT NULL DEFAULT 0,
  is_editor INTEGER NOT NULL DEFAULT 0,
  is_expert INTEGER NOT NULL DEFAULT 0,
  joined_at TEXT NOT NULL,
  UNIQUE (network_id, person_id)
);
CREATE INDEX memberships_person ON memberships (person_id);
