// SPDX-License-Identifier: EUPL-1.2
// What only the SQLite file can suffer: a full disk, a log that grows, another process.
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <thread>

#include "tests/fixtures/database.hpp"

namespace kring::db {
namespace {

class SqliteTest : public ::testing::Test {
protected:
    void SetUp() override {
        database_.migrate({{"0001_test.sql", "CREATE TABLE things (id INTEGER PRIMARY KEY, body BYTEA)"}});
    }
    void insert(std::size_t size) {
        const auto made = database_.write([&](Connection& in) -> Result<Done> {
            in.execute("INSERT INTO things (body) VALUES ($1)", {Bytes{std::string(size, 'x')}});
            return Done{};
        });
        EXPECT_TRUE(made);
    }
    std::int64_t counted() {
        return database_.read([](Connection& in) { return in.count("SELECT count(*) FROM things"); });
    }
    std::string asked(std::string_view pragma) {
        return database_.read([&](Connection& in) { return in.first_text(pragma).value_or(""); });
    }

    tests::FreshDatabase fresh_{Engine::sqlite};
    Database database_{fresh_.address()};
};

TEST_F(SqliteTest, keeps_what_it_answered_when_the_disk_is_full) {
    EXPECT_TRUE(database_.write([](Connection& in) -> Result<Done> {
        in.query("PRAGMA max_page_count = 100", {}, nullptr);
        return Done{};
    }));
    std::atomic<int> kept = 0;
    std::atomic<int> full = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 40; ++i) {
        threads.emplace_back([&, i] {
            try {
                insert(i % 8 == 0 ? 1000000 : 10);
                ++kept;
            } catch (const Error& error) {
                EXPECT_EQ(error.fault(), Fault::full);
                ++full;
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(kept + full, 40);
    EXPECT_GE(full, 5);
    EXPECT_EQ(counted(), kept);
    insert(10);
    EXPECT_EQ(counted(), kept + 1);
}

TEST_F(SqliteTest, log_shrinks_again_when_a_long_read_ends) {
    const std::string log = fresh_.address() + "-wal";
    database_.read([&](Connection& in) {
        EXPECT_EQ(in.count("SELECT count(*) FROM things"), 0);
        std::thread([&] {
            for (int i = 0; i < 45; ++i) insert(1 << 20);
        }).join();
        EXPECT_EQ(in.count("SELECT count(*) FROM things"), 0);
    });
    EXPECT_GT(std::filesystem::file_size(log), 45u << 20);
    for (int i = 0; i < 8; ++i) insert(1 << 20);
    EXPECT_LE(std::filesystem::file_size(log), 33554432u);
    EXPECT_EQ(counted(), 53);
}

TEST_F(SqliteTest, settings_are_those_that_keep_data) {
    EXPECT_EQ(asked("PRAGMA journal_mode"), "wal");
    EXPECT_EQ(asked("PRAGMA foreign_keys"), "1");
    EXPECT_EQ(asked("PRAGMA trusted_schema"), "0");
    const auto synchronous = database_.write(
        [](Connection& in) -> Result<std::int64_t> { return in.count("PRAGMA synchronous"); });
    EXPECT_EQ(*synchronous, 2);
}

TEST_F(SqliteTest, a_double_quoted_word_is_no_text) { EXPECT_THROW(asked("SELECT \"word\""), Error); }

}  // namespace
}  // namespace kring::db
