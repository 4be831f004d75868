// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <filesystem>
#include <thread>

#include "platform/base/secret.hpp"
#include "tests/fixtures/database.hpp"

namespace kring::db {
namespace {

class MigrateTest : public tests::OnBothEngines {};

KRING_ON_BOTH_ENGINES(MigrateTest);

const Migration first{"0001_first.sql", "CREATE TABLE things (id BIGINT); INSERT INTO things VALUES (1)"};
const Migration second{"0002_second.sql",
                       "ALTER TABLE things ADD COLUMN name TEXT; UPDATE things SET name = 'a'"};

std::int64_t counted(Database& in, std::string_view sql) {
    return in.read([&](Connection& connection) { return connection.count(sql); });
}

TEST_P(MigrateTest, applies_what_is_missing_once_and_in_order) {
    EXPECT_EQ(database().migrate({second, first}), 2);
    EXPECT_EQ(database().migrate({first, second}), 0);
    EXPECT_EQ(counted(database(), "SELECT count(*) FROM things WHERE name = 'a'"), 1);
    const auto checksum = database().read([](Connection& in) {
        return in.first_text("SELECT checksum FROM migrations WHERE name = $1", {first.name});
    });
    EXPECT_EQ(checksum, sha256_hex(first.sql));
}

TEST_P(MigrateTest, leaves_the_other_engine_its_own) {
    const bool is_sqlite = GetParam() == Engine::sqlite;
    EXPECT_EQ(database().migrate({first,
                                  {"0002_search.sqlite.sql", "INSERT INTO things VALUES (10)"},
                                  {"0002_search.postgres.sql", "INSERT INTO things VALUES (20)"}}),
              2);
    EXPECT_EQ(counted(database(), "SELECT max(id) FROM things"), is_sqlite ? 10 : 20);
}

TEST_P(MigrateTest, refuses_one_that_changed_afterwards) {
    database().migrate({first});
    try {
        database().migrate({{first.name, "CREATE TABLE things (id TEXT)"}, second});
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.fault(), Fault::other);
        EXPECT_STREQ(error.what(), "migration 0001_first.sql has changed since it was applied");
    }
    EXPECT_EQ(counted(database(), "SELECT count(*) FROM migrations"), 1);
}

TEST_P(MigrateTest, undoes_one_that_fails_half_way_and_keeps_those_before) {
    const Migration broken{"0002_broken.sql",
                           "CREATE TABLE more (id BIGINT); INSERT INTO nowhere VALUES (1)"};
    try {
        database().migrate({first, broken});
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(std::string(error.what()).substr(0, 27), "migration 0002_broken.sql: ");
    }
    EXPECT_EQ(counted(database(), "SELECT count(*) FROM things"), 1);
    EXPECT_EQ(database().migrate({first, {"0002_broken.sql", "CREATE TABLE more (id BIGINT)"}}), 1);
}

TEST_P(MigrateTest, by_two_at_once_is_done_once) {
    Database other(address(), 1);
    int by_other = 0;
    std::thread at_once([&] { by_other = other.migrate({first, second}); });
    const int by_us = database().migrate({first, second});
    at_once.join();
    EXPECT_EQ(by_us + by_other, 2);
    EXPECT_EQ(counted(database(), "SELECT count(*) FROM things"), 1);
}

TEST(MigrateSqlite, copies_the_file_before_it_changes) {
    const tests::FreshDatabase fresh(Engine::sqlite);
    const std::string copy = fresh.address() + ".before-0002_second.sql";
    {
        Database database(fresh.address());
        database.migrate({first});
        EXPECT_FALSE(std::filesystem::exists(fresh.address() + ".before-0001_first.sql"));
        database.migrate({first, second});
        EXPECT_EQ(database.migrate({first, second}), 0);
    }
    Database before(copy);
    EXPECT_EQ(counted(before, "SELECT count(*) FROM things"), 1);
    EXPECT_EQ(counted(before, "SELECT count(*) FROM pragma_table_info('things')"), 1);
    EXPECT_FALSE(std::filesystem::exists(copy + ".part"));
}

TEST(MigratedDatabase, comes_ready_made_from_the_fixture) {
    for (const Engine engine : {Engine::sqlite, Engine::postgres}) {
        for (int i = 0; i < 2; ++i) {
            const tests::FreshDatabase fresh(engine, {first, second});
            Database database(fresh.address());
            EXPECT_EQ(database.migrate({first, second}), 0);
            EXPECT_EQ(counted(database, "SELECT count(*) FROM things"), 1);
            const auto added = database.write([](Connection& in) -> Result<Done> {
                in.execute("INSERT INTO things VALUES (2, 'b')");
                return Done{};
            });
            EXPECT_TRUE(added);
        }
    }
}

}  // namespace
}  // namespace kring::db
