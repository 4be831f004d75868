-- What search finds records by: keys (stems of words) made in C++, the same for both engines; in
-- text as lists that begin and end with a space.
CREATE TABLE search_documents (
  record_id TEXT PRIMARY KEY REFERENCES records (id),
  title_keys TEXT NOT NULL,
  main_keys TEXT NOT NULL,
  keys TSVECTOR NOT NULL
);
CREATE INDEX search_documents_keys ON search_documents USING GIN (keys);
-- The words themselves, for snippets and for phrases.
CREATE TABLE search_texts (
  record_id TEXT PRIMARY KEY REFERENCES records (id),
  body TEXT NOT NULL,
  folded TEXT NOT NULL
);
-- Every word that ever stood in a record with its key, as "word key": to find what begins so and to
-- mend typing errors; shown only when a record that the asker may read holds it.
CREATE TABLE search_words (
  entry TEXT COLLATE "C" PRIMARY KEY,
  letters BIGINT NOT NULL
);
CREATE INDEX search_words_letters ON search_words (letters);
