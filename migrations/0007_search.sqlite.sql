-- What search finds records by: keys (stems of words) made in C++, the same for both engines, in
-- lists that begin and end with a space. The tokenizer below does no more than split at spaces.
CREATE TABLE search_documents (
  number INTEGER PRIMARY KEY,
  record_id TEXT NOT NULL UNIQUE REFERENCES records (id),
  title_keys TEXT NOT NULL,
  main_keys TEXT NOT NULL
);
CREATE VIRTUAL TABLE search_index USING fts5 (
  keys,
  tokenize = "ascii tokenchars '+'", detail = none, columnsize = 0
);
-- Few segments make searching fast, at little cost to writing.
INSERT INTO search_index (search_index, rank) VALUES ('automerge', 2), ('crisismerge', 4);
-- The words themselves, for snippets and for phrases.
CREATE TABLE search_texts (
  record_id TEXT PRIMARY KEY REFERENCES records (id),
  body TEXT NOT NULL,
  folded TEXT NOT NULL
);
-- Every word that ever stood in a record with its key, as "word key": to find what begins so and to
-- mend typing errors; shown only when a record that the asker may read holds it.
CREATE TABLE search_words (
  entry TEXT PRIMARY KEY,
  letters BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX search_words_letters ON search_words (letters);
