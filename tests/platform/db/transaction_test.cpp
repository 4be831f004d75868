// SPDX-License-Identifier: EUPL-1.2
// Writes that share a transaction, and reads that share none.
#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "tests/fixtures/database.hpp"

namespace kring::db {
namespace {

/// Holds whoever waits until it is opened.
class Gate {
public:
    void open() {
        const std::lock_guard lock(mutex_);
        is_open_ = true;
        opened_.notify_all();
    }
    void wait() {
        std::unique_lock lock(mutex_);
        opened_.wait(lock, [this] { return is_open_; });
    }

private:
    std::mutex mutex_;
    std::condition_variable opened_;
    bool is_open_ = false;
};

class TransactionTest : public tests::OnBothEngines {
protected:
    void SetUp() override {
        database().migrate({{"0001_test.sql", "CREATE TABLE things (id BIGINT PRIMARY KEY, name TEXT)"}});
    }
    Result<Done> insert(std::int64_t id) {
        return database().write([&](Connection& in) -> Result<Done> {
            in.execute("INSERT INTO things VALUES ($1, 'x')", {id});
            return Done{};
        });
    }
    static std::int64_t counted(Database& in) {
        return in.read(
            [](Connection& connection) { return connection.count("SELECT count(*) FROM things"); });
    }
};

KRING_ON_BOTH_ENGINES(TransactionTest);

TEST_P(TransactionTest, a_write_hands_back_what_it_made) {
    const auto made = database().write([](Connection& in) -> Result<std::string> {
        return in.first_text("INSERT INTO things VALUES (1, 'a') RETURNING name").value_or("");
    });
    EXPECT_EQ(*made, "a");
    EXPECT_EQ(counted(database()), 1);
}

TEST_P(TransactionTest, a_problem_undoes_the_write) {
    const auto made = database().write([](Connection& in) -> Result<Done> {
        in.execute("INSERT INTO things VALUES (1, 'a')");
        return Problem{Trouble::conflict, "test.refused", "", {}};
    });
    ASSERT_FALSE(made);
    EXPECT_EQ(made.problems().at(0).phrase, "test.refused");
    EXPECT_EQ(counted(database()), 0);
    EXPECT_TRUE(insert(1));
}

TEST_P(TransactionTest, an_exception_undoes_the_write_and_comes_out) {
    const auto broken = [&] {
        return database().write([](Connection& in) -> Result<Done> {
            in.execute("INSERT INTO things VALUES (1, 'a')");
            throw std::range_error("broken");
        });
    };
    EXPECT_THROW((void)broken(), std::range_error);
    EXPECT_EQ(counted(database()), 0);
    EXPECT_TRUE(insert(1));
}

TEST_P(TransactionTest, a_write_may_not_go_on_after_a_failed_statement) {
    EXPECT_TRUE(insert(1));
    const auto careless = [&] {
        return database().write([](Connection& in) -> Result<Done> {
            in.execute("INSERT INTO things VALUES (2, 'b')");
            try {
                in.execute("INSERT INTO things VALUES (1, 'a')");
            } catch (const Error&) {
            }
            return Done{};
        });
    };
    EXPECT_THROW((void)careless(), Error);
    EXPECT_EQ(counted(database()), 1);
}

TEST_P(TransactionTest, a_write_may_turn_a_fault_into_a_problem) {
    EXPECT_TRUE(insert(1));
    const auto refused = database().write([](Connection& in) -> Result<Done> {
        try {
            in.execute("INSERT INTO things VALUES (1, 'a')");
        } catch (const Error& error) {
            if (error.fault() == Fault::unique) return Problem{Trouble::conflict, "test.taken", "", {}};
            throw;
        }
        return Done{};
    });
    EXPECT_FALSE(refused);
    EXPECT_TRUE(insert(2));
}

TEST_P(TransactionTest, a_write_within_a_write_is_a_mistake) {
    const auto nested = [&] {
        return database().write([&](Connection&) -> Result<Done> { return insert(1); });
    };
    EXPECT_THROW((void)nested(), std::logic_error);
    EXPECT_TRUE(insert(1));
}

TEST_P(TransactionTest, a_read_within_a_write_sees_what_it_wrote) {
    const auto seen = database().write([&](Connection& in) -> Result<std::int64_t> {
        in.execute("INSERT INTO things VALUES (1, 'a')");
        return counted(database());
    });
    EXPECT_EQ(*seen, 1);
}

TEST_P(TransactionTest, a_read_cannot_write) {
    const auto sneaky = [&] {
        database().read([](Connection& in) { in.execute("INSERT INTO things VALUES (1, 'a')"); });
    };
    EXPECT_THROW(sneaky(), Error);
    EXPECT_EQ(counted(database()), 0);
}

TEST_P(TransactionTest, a_read_sees_one_moment) {
    EXPECT_TRUE(insert(1));
    database().read([&](Connection& in) {
        EXPECT_EQ(in.count("SELECT count(*) FROM things"), 1);
        std::thread([&] { EXPECT_TRUE(insert(2)); }).join();
        EXPECT_EQ(in.count("SELECT count(*) FROM things"), 1);
        EXPECT_EQ(counted(database()), 1);  // the same snapshot, also through a read of its own
    });
    EXPECT_EQ(counted(database()), 2);
}

TEST_P(TransactionTest, reads_wait_for_each_other_when_connections_run_out) {
    Database narrow(address(), 1);
    std::vector<std::thread> readers;
    std::atomic<int> sum = 0;
    for (int i = 0; i < 8; ++i) {
        readers.emplace_back([&] {
            for (int turn = 0; turn < 20; ++turn) sum += static_cast<int>(counted(narrow)) + 1;
        });
    }
    for (std::thread& reader : readers) reader.join();
    EXPECT_EQ(sum, 160);
}

// The first write holds the lead until the others have queued up, so that they make one batch.
TEST_P(TransactionTest, one_of_fifty_in_a_batch_fails_alone) {
    Gate gate;
    std::atomic<int> arrived = 0;
    std::thread first([&] {
        EXPECT_TRUE(database().write([&](Connection&) -> Result<Done> {
            gate.wait();
            return Done{};
        }));
    });
    std::vector<std::thread> others;
    std::atomic<int> kept = 0;
    std::atomic<int> failed = 0;
    for (int i = 0; i < 50; ++i) {
        others.emplace_back([&, i] {
            ++arrived;
            try {
                (void)insert(i == 30 ? 20 : i);
                ++kept;
            } catch (const Error& error) {
                EXPECT_EQ(error.fault(), Fault::unique);
                ++failed;
            }
        });
    }
    while (arrived < 50) std::this_thread::yield();
    gate.open();
    first.join();
    for (std::thread& other : others) other.join();
    EXPECT_EQ(kept, 49);
    EXPECT_EQ(failed, 1);
    EXPECT_EQ(counted(database()), 49);
}

TEST_P(TransactionTest, sixty_four_threads_lose_nothing) {
    std::vector<std::thread> threads;
    std::atomic<int> refused = 0;
    for (int thread = 0; thread < 64; ++thread) {
        threads.emplace_back([&, thread] {
            for (int i = 0; i < 50; ++i) {
                const auto made = database().write([&](Connection& in) -> Result<Done> {
                    in.execute("INSERT INTO things VALUES ($1, 'x')", {thread * 1000 + i});
                    if (i % 10 == 9) return Problem{Trouble::conflict, "test.refused", "", {}};
                    return Done{};
                });
                refused += made ? 0 : 1;
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(refused, 64 * 5);
    Database again(address(), 1);
    EXPECT_EQ(counted(again), 64 * 45);
    EXPECT_EQ(
        again.read([](Connection& in) { return in.count("SELECT count(*) FROM things WHERE id % 10 = 9"); }),
        0);
}

// What the journal's hash chain rests on: a write reads what the one before it wrote, on any node.
TEST_P(TransactionTest, two_databases_write_one_after_the_other) {
    Database other(address(), 1);
    EXPECT_TRUE(insert(0));
    const auto add = [](Database& in) {
        return in.write([](Connection& connection) -> Result<Done> {
            const std::int64_t last = connection.count("SELECT max(id) FROM things");
            connection.execute("INSERT INTO things VALUES ($1, 'x')", {last + 1});
            return Done{};
        });
    };
    std::thread left([&] {
        for (int i = 0; i < 100; ++i) EXPECT_TRUE(add(database()));
    });
    for (int i = 0; i < 100; ++i) EXPECT_TRUE(add(other));
    left.join();
    EXPECT_EQ(counted(database()), 201);
}

TEST(MemoryDatabase, is_shared_by_its_connections_and_gone_afterwards) {
    {
        Database database(":memory:");
        database.migrate({{"0001_test.sql", "CREATE TABLE things (id BIGINT)"}});
        const auto made = database.write([](Connection& in) -> Result<Done> {
            in.execute("INSERT INTO things VALUES (1)");
            return Done{};
        });
        EXPECT_TRUE(made);
        EXPECT_EQ(database.read([](Connection& in) { return in.count("SELECT count(*) FROM things"); }), 1);
    }
    Database database(":memory:");
    EXPECT_EQ(database.migrate({{"0001_test.sql", "CREATE TABLE things (id BIGINT)"}}), 1);
}

TEST(Database, that_cannot_be_opened_says_so) {
    for (const char* address : {"/no/such/folder/kring.db", "postgresql://nobody@127.0.0.1:1/none"}) {
        try {
            const Database database{std::string(address)};
            FAIL() << address;
        } catch (const Error& error) {
            EXPECT_EQ(error.fault(), Fault::connection);
        }
    }
}

}  // namespace
}  // namespace kring::db
