// SPDX-License-Identifier: EUPL-1.2
#include "platform/db/tokenizer.hpp"

#include <libstemmer.h>
#include <sqlite3.h>

#include <memory>
#include <new>
#include <string>

#include "platform/db/db.hpp"

namespace kring::db {
namespace {

constexpr char stem_mark = '\x01';  // no word contains it, so a stem never meets a word
constexpr int longest_stemmed = 64;

using Emit = int (*)(void*, int, const char*, int, int, int);

class Stemmer {
public:
    explicit Stemmer(const char* language) : stemmer_(sb_stemmer_new(language, "UTF_8"), &sb_stemmer_delete) {
        if (!stemmer_) throw std::bad_alloc();
    }

    /// Writes the marked stem; false when there is no memory for it.
    bool stem(const char* word, int size, std::string& into) {
        const sb_symbol* found =
            sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(word), size);
        if (found == nullptr) return false;
        into.assign(1, stem_mark);
        into.append(reinterpret_cast<const char*>(found),
                    static_cast<std::size_t>(sb_stemmer_length(stemmer_.get())));
        return true;
    }

private:
    std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)> stemmer_;
};

/// One table's tokenizer, on one connection: FTS5 never uses it from two threads at once.
struct Tokenizer {
    fts5_tokenizer folding{};
    Fts5Tokenizer* folded = nullptr;
    Stemmer dutch{"dutch"};
    Stemmer english{"english"};
    std::string dutch_stem;
    std::string english_stem;

    ~Tokenizer() {
        if (folded != nullptr) folding.xDelete(folded);
    }
};

struct Emission {
    Tokenizer* tokenizer;
    void* context;
    Emit emit;
    bool is_query;
    bool is_prefix;
};

int emit_text(const Emission& to, int flags, const std::string& text, int start, int end) {
    return to.emit(to.context, flags, text.data(), static_cast<int>(text.size()), start, end);
}

/// Receives each folded word from unicode61 and passes on what it stands for.
int emit_word(void* emission, int flags, const char* word, int size, int start, int end) {
    const Emission& to = *static_cast<Emission*>(emission);
    Tokenizer& with = *to.tokenizer;
    if (to.is_prefix || size > longest_stemmed) return to.emit(to.context, flags, word, size, start, end);
    if (!with.dutch.stem(word, size, with.dutch_stem)) return SQLITE_NOMEM;
    if (!with.english.stem(word, size, with.english_stem)) return SQLITE_NOMEM;

    if (!to.is_query) {
        const int result = to.emit(to.context, flags, word, size, start, end);
        if (result != SQLITE_OK) return result;
        flags |= FTS5_TOKEN_COLOCATED;
    }
    const int result = emit_text(to, flags, with.dutch_stem, start, end);
    if (result != SQLITE_OK || with.english_stem == with.dutch_stem) return result;
    return emit_text(to, flags | FTS5_TOKEN_COLOCATED, with.english_stem, start, end);
}

// What follows is called from C: no exception may pass.

int create(void* api_pointer, const char**, int, Fts5Tokenizer** made) try {
    auto* api = static_cast<fts5_api*>(api_pointer);
    auto tokenizer = std::make_unique<Tokenizer>();
    void* context = nullptr;
    const int found = api->xFindTokenizer(api, "unicode61", &context, &tokenizer->folding);
    if (found != SQLITE_OK) return found;
    const char* options[] = {"remove_diacritics", "2"};
    const int result = tokenizer->folding.xCreate(context, options, 2, &tokenizer->folded);
    if (result != SQLITE_OK) return result;
    *made = reinterpret_cast<Fts5Tokenizer*>(tokenizer.release());
    return SQLITE_OK;
} catch (...) {
    return SQLITE_NOMEM;
}

void destroy(Fts5Tokenizer* tokenizer) { delete reinterpret_cast<Tokenizer*>(tokenizer); }

int tokenize(Fts5Tokenizer* with, void* context, int flags, const char* text, int size, Emit emit) try {
    auto* tokenizer = reinterpret_cast<Tokenizer*>(with);
    Emission emission{tokenizer, context, emit, (flags & FTS5_TOKENIZE_QUERY) != 0,
                      (flags & FTS5_TOKENIZE_PREFIX) != 0};
    return tokenizer->folding.xTokenize(tokenizer->folded, &emission, flags, text, size, emit_word);
} catch (...) {
    return SQLITE_NOMEM;
}

fts5_api* find_api(sqlite3* connection) {
    sqlite3_stmt* statement = nullptr;
    fts5_api* api = nullptr;
    if (sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &statement, nullptr) != SQLITE_OK)
        return nullptr;
    sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
    sqlite3_finalize(statement);
    return api;
}

}  // namespace

void register_tokenizer(sqlite3* connection) {
    fts5_api* api = find_api(connection);
    if (api == nullptr) throw Error(Fault::other, "this SQLite has no FTS5");
    fts5_tokenizer functions{create, destroy, tokenize};
    if (api->xCreateTokenizer(api, "kring", api, &functions, nullptr) != SQLITE_OK) {
        throw Error(Fault::other, "cannot register the tokenizer");
    }
}

}  // namespace kring::db
