// SPDX-License-Identifier: EUPL-1.2
// Searching Dutch and English in an external-content FTS5 table.
#include <gtest/gtest.h>

#include "tests/fixtures/database.hpp"

namespace kring::db {
namespace {

class TokenizerTest : public ::testing::Test {
protected:
    void SetUp() override {
        database_.migrate(
            {{"0001_test.sql",
              "CREATE TABLE texts (id INTEGER PRIMARY KEY, body TEXT NOT NULL);"
              "CREATE VIRTUAL TABLE found USING fts5 (body, content = 'texts', content_rowid = 'id',"
              " tokenize = 'kring', prefix = '3')"}});
    }
    void write(std::string_view sql, const std::vector<Param>& params) {
        const auto done =
            database_.write([&](Connection& in) -> Result<std::int64_t> { return in.run(sql, params, {}); });
        EXPECT_TRUE(done);
    }
    void add(std::string_view body) {
        write("INSERT INTO texts (id, body) VALUES (1, $1)", {body});
        write("INSERT INTO found (rowid, body) VALUES (1, $1)", {body});
    }
    bool finds(std::string_view words) {
        return database_.read(
            [&](Connection& in) { return in.exists("SELECT 1 FROM found WHERE found MATCH $1", {words}); });
    }
    std::string highlighted(std::string_view words) {
        return database_
            .read([&](Connection& in) {
                return in.first_text("SELECT highlight(found, 0, '[', ']') FROM found WHERE found MATCH $1",
                                     {words});
            })
            .value_or("");
    }

    Database database_{":memory:"};
};

TEST_F(TokenizerTest, a_dutch_word_finds_its_kin) {
    add("Samen aanbesteden in de gemeente");
    EXPECT_TRUE(finds("aanbestedingen"));
    EXPECT_TRUE(finds("Aanbesteding"));
    EXPECT_TRUE(finds("gemeenten"));
    EXPECT_FALSE(finds("gemeenschap"));
    EXPECT_EQ(highlighted("aanbestedingen"), "Samen [aanbesteden] in de gemeente");
}

TEST_F(TokenizerTest, an_english_word_finds_its_kin) {
    add("Circular purchasing of furniture");
    EXPECT_TRUE(finds("purchased"));
    EXPECT_TRUE(finds("purchases"));
    EXPECT_FALSE(finds("pure"));
}

TEST_F(TokenizerTest, accents_and_capitals_do_not_matter) {
    add("Het CAFÉ van José");
    EXPECT_TRUE(finds("cafe"));
    EXPECT_TRUE(finds("café"));
    EXPECT_TRUE(finds("jose"));
}

TEST_F(TokenizerTest, a_prefix_finds_longer_words) {
    add("De leernetwerken van dit jaar");
    EXPECT_TRUE(finds("leernetw*"));
    EXPECT_TRUE(finds("leer*"));
    EXPECT_FALSE(finds("netwerk*"));
}

TEST_F(TokenizerTest, a_phrase_keeps_its_order) {
    add("circulair meubilair inkopen");
    EXPECT_TRUE(finds("\"circulair meubilair\""));
    EXPECT_FALSE(finds("\"meubilair circulair\""));
    EXPECT_TRUE(finds("inkoop OR inkopen"));
}

TEST_F(TokenizerTest, a_removed_text_is_found_no_more) {
    add("Samen aanbesteden");
    write("INSERT INTO found (found, rowid, body) VALUES ('delete', 1, $1)", {"Samen aanbesteden"});
    write("DELETE FROM texts", {});
    EXPECT_FALSE(finds("aanbesteden"));
    EXPECT_FALSE(finds("aanb*"));
    write("INSERT INTO found (found) VALUES ($1)", {"integrity-check"});
}

TEST_F(TokenizerTest, a_word_too_long_to_stem_finds_itself) {
    const std::string word(500, 'w');
    add("een " + word);
    EXPECT_TRUE(finds(word));
    EXPECT_FALSE(finds(word + "w"));
}

}  // namespace
}  // namespace kring::db
