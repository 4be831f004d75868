// SPDX-License-Identifier: EUPL-1.2
// The table that everything hangs from is made anew on SQLite when kinds are added: nothing may get lost.
#include "app/embedded.hpp"
#include "tests/fixtures/database.hpp"
#include "tests/fixtures/world.hpp"

namespace kring::app {
namespace {

constexpr std::string_view adding_kinds = "0018_kinds";

std::vector<db::Migration> before_kinds() {
    std::vector<db::Migration> before;
    for (const db::Migration& one : embedded_migrations()) {
        if (one.name < adding_kinds) before.push_back(one);
    }
    return before;
}

class AddingKinds : public tests::OnBothEngines {
protected:
    std::string rows() {
        return database().read([](db::Connection& in) {
            std::string text;
            for (const std::string_view sql :
                 {"select id || kind || network_id || coalesce(parent_id, '') || title || created_at from "
                  "records order by id",
                  "select from_id || relation || to_id from links order by from_id, to_id",
                  "select id || workshop_id from sessions order by id"})
                in.query(sql, {}, [&](const db::Row& row) { text += row.text(0) + "\n"; });
            return text;
        });
    }
    db::Fault fault_of(std::string_view sql) {
        try {
            (void)database().write([&](db::Connection& in) {
                in.execute(sql);
                return Result<Done>(Done{});
            });
        } catch (const db::Error& error) {
            return error.fault();
        }
        return db::Fault::other;
    }
};
KRING_ON_BOTH_ENGINES(AddingKinds);

TEST_P(AddingKinds, keeps_every_record_and_what_hangs_from_it) {
    database().migrate(before_kinds());
    (void)database().write([](db::Connection& in) {
        fixtures::make_world(in);
        return Result<Done>(Done{});
    });
    const std::string before = rows();
    EXPECT_GT(before.size(), 500U);
    EXPECT_GE(database().migrate(embedded_migrations()), 1);
    EXPECT_EQ(rows(), before);
    EXPECT_EQ(fault_of("delete from records where id = 'ict-2'"), db::Fault::foreign_key);
    EXPECT_EQ(fault_of("update records set kind = 'nonsense' where id = 'ict-2'"), db::Fault::check);
    EXPECT_EQ(fault_of("update records set parent_id = 'nowhere' where id = 'ict-2'"),
              db::Fault::foreign_key);
    EXPECT_EQ(fault_of("insert into sessions (id, workshop_id, position, form, title_en) values "
                       "('nowhere', 'ict-2', 9, 'talk', 'x')"),
              db::Fault::foreign_key);
    if (GetParam() != db::Engine::sqlite) return;
    EXPECT_EQ(database().read([](db::Connection& in) {
        return in.query("select \"table\" from pragma_foreign_key_check", {}, [](const db::Row&) {});
    }),
              0);
}

}  // namespace
}  // namespace kring::app
