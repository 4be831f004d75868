// SPDX-License-Identifier: EUPL-1.2
// The small world on one engine, with texts to search in.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "app/embedded.hpp"
#include "domain/chain/search.hpp"
#include "tests/fixtures/database.hpp"
#include "tests/fixtures/world.hpp"

namespace kring::chain {

class SearchWorld : public ::testing::TestWithParam<db::Engine> {
protected:
    using Ids = std::vector<std::string>;

    SearchWorld() : fresh_(GetParam(), app::embedded_migrations()), database(fresh_.address()) {
        write([](db::Connection& in) { fixtures::make_world(in); });
    }

    template <class F>
    void write(F&& f) {
        const auto done = database.write([&](db::Connection& in) -> Result<Done> {
            f(in);
            return Done{};
        });
        ASSERT_TRUE(done);
    }

    /// A question of Anna's for her network, unless said otherwise; each a second newer than the last.
    Record question(std::string id, std::string title) {
        Record record;
        record.id = std::move(id);
        record.network = "ict";
        record.title = std::move(title);
        record.owner = "anna";
        record.created_at = record.updated_at = fixtures::world_time + ++posted_ * second_ms;
        return record;
    }
    void post(const Record& record, std::string_view body = "") {
        write([&](db::Connection& in) {
            insert(in, record);
            index(in, record, body);
        });
    }

    Found find(const Query& query, std::string_view person = "bram") {
        return database.read([&](db::Connection& in) {
            return search(in, person.empty() ? Actor{} : fixtures::actor(in, person), query, now_);
        });
    }
    Found find(std::string_view words, std::string_view person = "bram") {
        Query query;
        query.words = words;
        return find(query, person);
    }
    Ids ids(const Query& query, std::string_view person = "bram") {
        Ids found;
        for (const auto& hit : find(query, person).hits) found.push_back(hit.record.id);
        return found;
    }
    Ids ids(std::string_view words, std::string_view person = "bram") {
        Query query;
        query.words = words;
        return ids(query, person);
    }
    Ids similar_ids(std::string_view text, std::string_view person = "bram", std::string_view but = "") {
        return database.read([&](db::Connection& in) {
            Ids found;
            for (const auto& record :
                 similar(in, fixtures::actor(in, person), text, Kind::question, "ict", 5, now_, but)) {
                found.push_back(record.id);
            }
            return found;
        });
    }

private:
    tests::FreshDatabase fresh_;
    int posted_ = 0;
    Time now_ = fixtures::world_time + day_ms;

protected:
    db::Database database;
};

}  // namespace kring::chain
