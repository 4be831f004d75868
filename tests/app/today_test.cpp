// SPDX-License-Identifier: EUPL-1.2
// "Vandaag": what is held on the day of the reader's clock.
#include "app/pages.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::app {
namespace {

using fixtures::parse_page;
using fixtures::texts_of;
using Words = std::vector<std::string>;

class Today : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), workshop_routes()};

    Words shown(std::string_view person, std::string_view address = "/vandaag") {
        return texts_of(parse_page(desk.get(person, address).body), "h2", "nl-heading--level-2");
    }
    void sql(std::string_view statement) {
        ASSERT_TRUE(desk.act("", [&](const Act& act) {
            act.in.execute(statement);
            return Result<Done>(Done{});
        }));
    }
};
KRING_ON_BOTH_ENGINES(Today);

TEST_P(Today, shows_what_ones_own_networks_hold_today_and_nothing_else) {
    EXPECT_EQ(shown("anna"), Words{});
    sql("update workshops set day = '2026-11-23' where id = 'ict-1'");
    sql("update workshops set day = '2026-11-24' where id = 'ict-2'");
    EXPECT_EQ(shown("anna"), Words{"Behoefte bepalen"});
    EXPECT_EQ(shown("noor", "/en/today"), Words{"Finding the need"});
    EXPECT_EQ(shown("olga"), Words{});
    sql("update workshops set day = '2026-11-23' where id = 'ict-2'");
    EXPECT_EQ(shown("olga"), Words{});  // everyone may read it, and it is no network of hers
    sql("update workshops set cancelled_at = '2026-11-22T10:00:00.000Z' where id = 'ict-1'");
    EXPECT_EQ(shown("anna"), Words{"Eisen en criteria"});
}

}  // namespace
}  // namespace kring::app
