// SPDX-License-Identifier: EUPL-1.2
// The FTS5 tokenizer `kring` for texts that are Dutch, English or both: a word is indexed as it
// stands and under its stem in either language; a search asks for the stems, a prefix search
// (`leernetw*`) for the word itself. Letters lose their accents and capitals.
#pragma once

struct sqlite3;

namespace kring::db {

/// Makes `tokenize = 'kring'` known to the connection. Throws Error when FTS5 is missing.
void register_tokenizer(sqlite3* connection);

}  // namespace kring::db
