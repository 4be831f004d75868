// SPDX-License-Identifier: EUPL-1.2
// What one connection does with parameters, rows and faults, the same on both engines.
#include <gtest/gtest.h>

#include <functional>

#include "tests/fixtures/database.hpp"

namespace kring::db {
namespace {

class ConnectionTest : public tests::OnBothEngines {
protected:
    void apply(std::string_view sql) { database().migrate({{"0001_test.sql", sql}}); }
    std::int64_t write(std::string_view sql, const std::vector<Param>& params = {}) {
        return *database().write(
            [&](Connection& in) -> Result<std::int64_t> { return in.run(sql, params, nullptr); });
    }
    Fault fault_of(std::string_view sql, const std::vector<Param>& params = {}) {
        try {
            write(sql, params);
        } catch (const Error& error) {
            return error.fault();
        }
        ADD_FAILURE() << "no fault: " << sql;
        return Fault::other;
    }
};

KRING_ON_BOTH_ENGINES(ConnectionTest);

TEST_P(ConnectionTest, every_type_comes_back_as_it_went) {
    apply(
        "CREATE TABLE things (id BIGINT, name TEXT, share DOUBLE PRECISION, seal BYTEA, at TEXT, is_open "
        "INTEGER)");
    const Bytes seal{std::string("\0\xFF'\\x\n", 6)};
    const Time at{1732352400123};
    write("INSERT INTO things VALUES ($1, $2, $3, $4, $5, $6)",
          {std::int64_t{9007199254740993}, "Één 'café' \"€\" $1 🙂", 0.1, seal, at, true});
    write("INSERT INTO things VALUES ($1, $2, $3, $4, $5, $6)", {-1, "", -2.5e-300, Bytes{}, nullptr, false});
    std::vector<std::string> seen;
    database().read([&](Connection& in) {
        in.query("SELECT id, name, share, seal, at, is_open FROM things ORDER BY id DESC", {},
                 [&](const Row& row) {
                     seen.push_back(row.text(1));
                     if (seen.size() == 1) {
                         EXPECT_EQ(row.integer(0), 9007199254740993);
                         EXPECT_EQ(row.real(2), 0.1);
                         EXPECT_EQ(row.bytes(3), seal.bytes);
                         EXPECT_EQ(row.time(4), at);
                         EXPECT_TRUE(row.truth(5));
                         return;
                     }
                     EXPECT_EQ(row.integer(0), -1);
                     EXPECT_EQ(row.real(2), -2.5e-300);
                     EXPECT_FALSE(row.is_null(1));
                     EXPECT_FALSE(row.is_null(3));
                     EXPECT_EQ(row.bytes(3), "");
                     EXPECT_EQ(row.time_or_none(4), std::nullopt);
                     EXPECT_THROW(row.time(4), std::runtime_error);
                     EXPECT_THROW(row.view(6), std::logic_error);
                     EXPECT_FALSE(row.truth(5));
                 });
    });
    EXPECT_EQ(seen, (std::vector<std::string>{"Één 'café' \"€\" $1 🙂", ""}));
}

TEST_P(ConnectionTest, null_is_null_in_every_type) {
    apply("CREATE TABLE things (id BIGINT, name TEXT, share DOUBLE PRECISION, seal BYTEA)");
    const std::optional<std::string> none;
    write("INSERT INTO things VALUES ($1, $2, $3, $4)", {nullptr, text_or_null(none), nullptr, Value()});
    write("INSERT INTO things VALUES (1, $1, $2, $3)", {text_or_null(std::string()), nullptr, nullptr});
    const auto rows = database().read([](Connection& in) {
        return in.query(
            "SELECT id, name, share, seal FROM things WHERE name IS NULL ORDER BY id DESC NULLS LAST", {},
            [](const Row& row) {
                EXPECT_TRUE(row.is_null(1));
                EXPECT_EQ(row.view(1), "");
                EXPECT_EQ(row.real(2), 0.0);
                EXPECT_EQ(row.bytes(3), "");
            });
    });
    EXPECT_EQ(rows, 2);
}

TEST_P(ConnectionTest, a_parameter_may_be_used_twice_and_out_of_order) {
    apply("CREATE TABLE things (id TEXT, label TEXT, again TEXT)");
    write("INSERT INTO things VALUES ($2, $1, $2)", {"label", "key"});
    database().read([](Connection& in) {
        EXPECT_EQ(in.count("SELECT count(*) FROM things WHERE id = $1 AND again = $1 AND label = $2",
                           {"key", "label"}),
                  1);
        EXPECT_EQ(in.first_text("SELECT '$9' || id FROM things WHERE id = $1 -- $8", {"key"}), "$9key");
    });
}

TEST_P(ConnectionTest, ten_parameters_keep_their_places) {
    apply(
        "CREATE TABLE things (a TEXT, b TEXT, c TEXT, d TEXT, e TEXT, f TEXT, g TEXT, h TEXT, i TEXT, j "
        "TEXT)");
    write("INSERT INTO things VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
          {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"});
    const auto text = database().read([](Connection& in) {
        return in.first_text("SELECT a || b || c || d || e || f || g || h || i || j FROM things");
    });
    EXPECT_EQ(text, "abcdefghij");
}

TEST_P(ConnectionTest, a_wrong_number_of_parameters_is_refused) {
    apply("CREATE TABLE things (id TEXT)");
    EXPECT_EQ(fault_of("INSERT INTO things VALUES ($1)"), Fault::other);
    EXPECT_EQ(fault_of("INSERT INTO things VALUES ($1)", {"a", "b"}), Fault::other);
}

TEST_P(ConnectionTest, a_text_with_a_nul_byte_is_refused) {
    apply("CREATE TABLE things (id TEXT)");
    EXPECT_EQ(fault_of("INSERT INTO things VALUES ($1)", {std::string_view("a\0b", 3)}), Fault::other);
}

TEST_P(ConnectionTest, only_one_statement_runs_at_a_time) {
    apply("CREATE TABLE things (id TEXT)");
    EXPECT_EQ(fault_of("INSERT INTO things VALUES ('a'); DELETE FROM things"), Fault::other);
    EXPECT_EQ(fault_of(" "), Fault::other);
    EXPECT_EQ(fault_of("SELEKT 1"), Fault::other);
}

TEST_P(ConnectionTest, faults_are_told_apart) {
    apply(
        "CREATE TABLE owners (id TEXT PRIMARY KEY);"
        "CREATE TABLE things (id TEXT PRIMARY KEY, code TEXT UNIQUE, owner_id TEXT REFERENCES owners (id),"
        " name TEXT NOT NULL, size INTEGER CHECK (size > 0))");
    write("INSERT INTO owners VALUES ('o')");
    write("INSERT INTO things VALUES ('a', 'code', 'o', 'name', 1)");
    EXPECT_EQ(fault_of("INSERT INTO things VALUES ('a', 'other', 'o', 'name', 1)"), Fault::unique);
    EXPECT_EQ(fault_of("INSERT INTO things VALUES ('b', 'code', 'o', 'name', 1)"), Fault::unique);
    EXPECT_EQ(fault_of("INSERT INTO things VALUES ('b', 'b', 'nobody', 'name', 1)"), Fault::foreign_key);
    EXPECT_EQ(fault_of("DELETE FROM owners"), Fault::foreign_key);
    EXPECT_EQ(fault_of("INSERT INTO things VALUES ('b', 'b', 'o', NULL, 1)"), Fault::not_null);
    EXPECT_EQ(fault_of("INSERT INTO things VALUES ('b', 'b', 'o', 'name', 0)"), Fault::check);
    EXPECT_EQ(fault_of("SELECT * FROM nowhere"), Fault::other);
    EXPECT_EQ(fault_of("SELECT \"name\" FROM owners"), Fault::other);
    EXPECT_EQ(write("INSERT INTO things VALUES ('b', 'b', 'o', 'name', 1)"), 1);
}

TEST_P(ConnectionTest, an_error_does_not_repeat_what_was_typed) {
    apply("CREATE TABLE things (email TEXT PRIMARY KEY, size BIGINT)");
    write("INSERT INTO things VALUES ($1, 1)", {"anna@voorbeeld.nl"});
    for (const std::vector<Param>& params : {std::vector<Param>{"anna@voorbeeld.nl", 1}}) {
        try {
            write("INSERT INTO things VALUES ($1, $2)", params);
            FAIL();
        } catch (const Error& error) {
            EXPECT_EQ(std::string(error.what()).find("anna"), std::string::npos) << error.what();
        }
    }
}

TEST_P(ConnectionTest, run_tells_how_many_rows_it_saw_or_changed) {
    apply("CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT)");
    EXPECT_EQ(write("INSERT INTO things VALUES (1, 'a'), (2, 'b'), (3, 'c')"), 3);
    EXPECT_EQ(write("UPDATE things SET name = 'x' WHERE id > 1"), 2);
    EXPECT_EQ(write("UPDATE things SET name = 'x' WHERE id > 9"), 0);
    EXPECT_EQ(write("INSERT INTO things VALUES (1, 'z') ON CONFLICT DO NOTHING"), 0);
    EXPECT_EQ(write("DELETE FROM things WHERE id = 3 RETURNING name"), 1);
    EXPECT_EQ(write("CREATE TABLE more (id TEXT)"), 0);
    EXPECT_EQ(write("SELECT id FROM things"), 2);
    EXPECT_EQ(write("DELETE FROM things"), 2);
}

TEST_P(ConnectionTest, short_questions_have_short_answers) {
    apply("CREATE TABLE things (id INTEGER, name TEXT)");
    write("INSERT INTO things VALUES (1, 'a'), (2, NULL)");
    database().read([](Connection& in) {
        EXPECT_EQ(in.count("SELECT count(*) FROM things"), 2);
        EXPECT_EQ(in.count("SELECT id FROM things WHERE id > $1", {5}), 0);
        EXPECT_EQ(in.first_text("SELECT name FROM things ORDER BY id"), "a");
        EXPECT_EQ(in.first_text("SELECT name FROM things WHERE id = 2"), std::nullopt);
        EXPECT_EQ(in.first_text("SELECT name FROM things WHERE id = 3"), std::nullopt);
        EXPECT_TRUE(in.exists("SELECT 1 FROM things WHERE id = $1", {2}));
        EXPECT_FALSE(in.exists("SELECT 1 FROM things WHERE id = $1", {3}));
        EXPECT_EQ(in.count("SELECT sum(id) FROM things"), 3);
    });
}

TEST_P(ConnectionTest, sums_averages_and_truths_read_as_numbers) {
    apply("CREATE TABLE things (id BIGINT)");
    write("INSERT INTO things VALUES (1), (2)");
    database().read([](Connection& in) {
        in.query("SELECT sum(id), avg(id), (sum(id) = 3) FROM things", {}, [](const Row& row) {
            EXPECT_EQ(row.integer(0), 3);
            EXPECT_EQ(row.real(1), 1.5);
            EXPECT_EQ(row.integer(1), 1);
            EXPECT_TRUE(row.truth(2));
        });
    });
}

TEST_P(ConnectionTest, like_minds_case) {
    database().read([](Connection& in) {
        EXPECT_TRUE(in.exists("SELECT 1 WHERE 'Kring' LIKE 'K%'"));
        EXPECT_FALSE(in.exists("SELECT 1 WHERE 'Kring' LIKE 'k%'"));
    });
}

TEST_P(ConnectionTest, a_row_may_ask_the_same_question_again) {
    apply("CREATE TABLE things (id TEXT, above TEXT)");
    write("INSERT INTO things VALUES ('a', ''), ('b', 'a'), ('c', 'a'), ('d', 'b')");
    std::string walk;
    database().read([&](Connection& in) {
        const std::function<void(const std::string&)> below = [&](const std::string& above) {
            in.query("SELECT id FROM things WHERE above = $1 ORDER BY id", {above}, [&](const Row& row) {
                walk += row.view(0);
                below(row.text(0));
            });
        };
        below("");
    });
    EXPECT_EQ(walk, "abdc");
}

TEST_P(ConnectionTest, more_statements_than_are_kept_still_work) {
    apply("CREATE TABLE things (id BIGINT)");
    write("INSERT INTO things VALUES (1)");
    database().read([](Connection& in) {
        for (int round = 0; round < 2; ++round) {
            for (int i = 0; i < 600; ++i) {
                EXPECT_EQ(in.count("SELECT id + " + std::to_string(i) + " FROM things WHERE id = $1", {1}),
                          1 + i);
            }
        }
        EXPECT_EQ(in.statements, 1200);
    });
}

TEST_P(ConnectionTest, a_kept_statement_forgets_its_last_parameters) {
    apply("CREATE TABLE things (id BIGINT, name TEXT)");
    const std::string_view sql = "INSERT INTO things VALUES ($1, $2)";
    write(sql, {1, "a"});
    write(sql, {2, nullptr});
    write(sql, {3, "c"});
    database().read([](Connection& in) {
        EXPECT_EQ(in.count("SELECT count(*) FROM things WHERE name IS NULL"), 1);
        EXPECT_EQ(in.count("SELECT id FROM things WHERE name = $1", {"c"}), 3);
    });
}

TEST_P(ConnectionTest, a_statement_outlives_a_change_of_its_table) {
    apply("CREATE TABLE things (id BIGINT)");
    EXPECT_EQ(write("INSERT INTO things (id) VALUES ($1)", {1}), 1);
    write("ALTER TABLE things ADD COLUMN name TEXT");
    EXPECT_EQ(write("INSERT INTO things (id) VALUES ($1)", {2}), 1);
}

}  // namespace
}  // namespace kring::db
