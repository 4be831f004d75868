// SPDX-License-Identifier: EUPL-1.2
// Checking in through the door: a code that was taken or refused stands nowhere in the log, nor in any
// table (R14).
#include "app/embedded.hpp"
#include "domain/attendance/code.hpp"
#include "domain/people/store.hpp"
#include "platform/base/secret.hpp"
#include "tests/fixtures/browser.hpp"
#include "tests/fixtures/dump.hpp"
#include "tests/fixtures/walled_house.hpp"
#include "tests/fixtures/world.hpp"

namespace kring::fixtures {
namespace {

constexpr std::string_view password = "een stille fiets in de regen";

class CheckInLog : public ::testing::TestWithParam<db::Engine> {
protected:
    tests::FreshDatabase fresh{GetParam(), app::embedded_migrations()};
};
KRING_ON_BOTH_ENGINES(CheckInLog);

TEST_P(CheckInLog, and_tables_hold_no_code_that_was_sent) {
    app::House house(unhurried(fresh.address(), 0));
    app::Door door(house, app::all_routes());
    Browser browser(door);
    std::string code;
    ASSERT_TRUE(house.database.write([&](db::Connection& in) {
        make_world(in);
        people::set_password_hash(in, "femke", password_hash(password));
        in.execute("update workshops set day = $1 where id = 'ict-2'", {amsterdam_day(now())});
        code = attendance::own_code(attendance::make_key(in, now()), "ict-2", "anna");
        return Result<Done>(Done{});
    }));
    testing::internal::CaptureStderr();
    browser.sign_in("femke@vergezicht.example", password);
    const std::string wrong = "7K3QF9D2WX7K3QF9D2WX7K3QF9";
    browser.get("/i");
    EXPECT_EQ(browser.send("/i", {{"code", wrong}}).status, 400);
    EXPECT_EQ(browser.send("/i", {{"code", code}}).status, 303);
    const std::string log = testing::internal::GetCapturedStderr();
    EXPECT_EQ(house.database.read([](db::Connection& in) {
        return in.count("select count(*) from attendances where person_id = 'anna' and how = 'scanned'");
    }),
              1);
    std::string all = log;
    for (const auto& [table, rows] : house.database.read([](db::Connection& in) { return dump_of(in); })) {
        for (const auto& row : rows) all += testing::PrintToString(row);
    }
    for (const std::string& secret : {wrong, code, code.substr(0, attendance::short_length)})
        EXPECT_EQ(all.find(secret), std::string::npos);
}

}  // namespace
}  // namespace kring::fixtures
