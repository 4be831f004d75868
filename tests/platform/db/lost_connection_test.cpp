// SPDX-License-Identifier: EUPL-1.2
// What happens when PostgreSQL goes away, before a COMMIT and during one; and when COMMIT refuses.
#include <gtest/gtest.h>

#include <thread>

#include "tests/fixtures/database.hpp"

namespace kring::db {
namespace {

class LostConnectionTest : public ::testing::Test {
protected:
    void SetUp() override { database_.migrate({{"0001_test.sql", "CREATE TABLE things (id BIGINT)"}}); }

    /// Ends every other connection to this database, as a restart would.
    void cut() {
        Database other(fresh_.address(), 1);
        other.read([](Connection& in) {
            in.query(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()",
                {}, nullptr);
        });
    }
    std::int64_t counted() {
        return database_.read([](Connection& in) { return in.count("SELECT count(*) FROM things"); });
    }

    tests::FreshDatabase fresh_{Engine::postgres};
    Database database_{fresh_.address()};
};

TEST_F(LostConnectionTest, a_read_takes_a_new_one) {
    EXPECT_EQ(counted(), 0);
    cut();
    EXPECT_EQ(counted(), 0);
}

TEST_F(LostConnectionTest, a_read_begins_again_once) {
    int times = 0;
    const auto seen = database_.read([&](Connection& in) {
        if (++times == 1) cut();
        return in.count("SELECT 7");
    });
    EXPECT_EQ(seen, 7);
    EXPECT_EQ(times, 2);
    EXPECT_THROW(database_.read([&](Connection& in) {
        cut();
        in.count("SELECT 7");
    }),
                 Error);
    EXPECT_EQ(counted(), 0);
}

TEST_F(LostConnectionTest, a_write_takes_a_new_one) {
    cut();
    const auto made = database_.write([](Connection& in) -> Result<Done> {
        in.execute("INSERT INTO things VALUES (1)");
        return Done{};
    });
    EXPECT_TRUE(made);
    EXPECT_EQ(counted(), 1);
}

TEST_F(LostConnectionTest, a_write_lost_before_its_commit_runs_again_once) {
    int times = 0;
    const auto made = database_.write([&](Connection& in) -> Result<Done> {
        in.execute("INSERT INTO things VALUES (1)");
        if (++times == 1) cut();
        in.execute("INSERT INTO things VALUES (2)");
        return Done{};
    });
    EXPECT_TRUE(made);
    EXPECT_EQ(times, 2);
    EXPECT_EQ(counted(), 2);
}

TEST_F(LostConnectionTest, a_write_lost_twice_is_given_up) {
    const auto lost = [&] {
        return database_.write([&](Connection& in) -> Result<Done> {
            cut();
            in.execute("INSERT INTO things VALUES (1)");
            return Done{};
        });
    };
    EXPECT_THROW((void)lost(), Error);
    EXPECT_EQ(counted(), 0);
}

TEST_F(LostConnectionTest, a_write_lost_during_its_commit_is_never_run_again) {
    database_.migrate(
        {{"0002_test.sql",
          "CREATE FUNCTION end_it() RETURNS trigger LANGUAGE plpgsql AS"
          " 'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END';"
          "CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON things DEFERRABLE INITIALLY DEFERRED"
          " FOR EACH ROW EXECUTE FUNCTION end_it()"}});
    int times = 0;
    try {
        (void)database_.write([&](Connection& in) -> Result<Done> {
            ++times;
            in.execute("INSERT INTO things VALUES (1)");
            return Done{};
        });
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.fault(), Fault::connection);
    }
    EXPECT_EQ(times, 1);
    EXPECT_EQ(counted(), 0);
}

class RefusedCommitTest : public tests::OnBothEngines {};

KRING_ON_BOTH_ENGINES(RefusedCommitTest);

TEST_P(RefusedCommitTest, undoes_all_and_leaves_the_next_write_unharmed) {
    database().migrate({{"0001_test.sql",
                         "CREATE TABLE owners (id BIGINT PRIMARY KEY);"
                         "CREATE TABLE things (owner_id BIGINT REFERENCES owners (id)"
                         " DEFERRABLE INITIALLY DEFERRED)"}});
    const auto write = [&](std::string_view sql) {
        return database().write([&](Connection& in) -> Result<std::int64_t> { return in.execute(sql); });
    };
    try {
        (void)write("INSERT INTO things VALUES (1)");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.fault(), Fault::foreign_key);
    }
    EXPECT_EQ(*write("INSERT INTO owners VALUES (1)"), 1);
    EXPECT_EQ(*write("INSERT INTO things VALUES (1)"), 1);
    EXPECT_EQ(*write("DELETE FROM things"), 1);
}

}  // namespace
}  // namespace kring::db
