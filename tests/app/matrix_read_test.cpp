// SPDX-License-Identifier: EUPL-1.2
// The access matrix, reading (R10, R13, R14): every GET route × every role × every id × both
// languages, and HEAD. Nothing sent holds a word that the role may not know; a closed record answers
// as an absent one does, to the byte; and no reading writes.
#include <algorithm>

#include "domain/desk/addresses.hpp"

#include "tests/fixtures/addresses_of_routes.hpp"
#include "tests/fixtures/walled_house.hpp"

namespace kring::fixtures {
namespace {

class ReadMatrix : public ::testing::TestWithParam<db::Engine> {
protected:
    WalledHouse house{GetParam()};
    std::size_t tried = 0;
    std::size_t shown = 0;
    std::size_t compared = 0;
    std::vector<std::string> faults;

    void fault(const Standing& who, std::string_view target, std::string_view what) {
        faults.push_back(std::string(who.role) + " " + std::string(target) + ": " + std::string(what));
    }

    /// PostgreSQL takes three times as long; that both engines decide alike is what rule_test is for.
    static Breadth every() { return GetParam() == db::Engine::sqlite ? Breadth::every : Breadth::brief; }

    /// An editor takes a source out by its id, also one whose title is not for them.
    static bool lists_sources(const Standing& who, const Filled& asked) {
        return asked.record && asked.record->record.kind == chain::Kind::summary &&
               may_read(who, *asked.record);
    }

    void check_content(const Standing& who, const Lookout& lookout, const Filled& asked,
                       const web::Response& got) {
        if (got.status >= 500) fault(who, asked.target, "broke with " + std::to_string(got.status));
        for (const std::string& leak : lookout.leaks_in(whole(got), asked.given)) {
            if (leak.starts_with("id of ") && lists_sources(who, asked)) continue;
            fault(who, asked.target, "shows " + leak);
        }
    }

    /// What the role may not see must look as if it were not there.
    void check_absence(const Standing& who, const desk::Route& route, const Filled& asked,
                       const web::Response& got) {
        if (!is_closed(who, route, asked)) return;
        std::string& absent = absent_[asked.absent];
        if (absent.empty()) absent = without_id(house.get(who, asked.absent), asked.absent_given);
        compared += 1;
        if (without_id(got, asked.given) != absent) {
            fault(who, asked.target, "differs from an absent one, " + std::to_string(got.status));
        }
    }

    // A wall that lets nobody through would pass every other check.
    void check_presence(const Standing& who, const desk::Route& route, const Filled& asked,
                        const web::Response& got) {
        const std::string_view pattern = route.pattern;
        const bool is_show_page = pattern.ends_with("/{id}") || pattern == "/publicaties/{id}/{nummer}";
        if (!is_show_page || !asked.is_of_its_kind || !may_read(who, *asked.record)) return;
        if (who.person.empty() && route.rule != desk::Rule::everyone) return;
        shown += 1;
        const bool leads_on = pattern == "/versies/{id}" && got.status == 303;
        const bool is_there =
            got.status == 200 && got.body.find(asked.record->title_word) != std::string::npos;
        const bool is_about_all_versions = pattern == "/publicaties/{id}";
        if (!leads_on && !is_there && !is_about_all_versions) {
            fault(who, asked.target, "does not show " + asked.record->label());
        }
    }

    void try_route(const Standing& who, const Lookout& lookout, const desk::Route& route,
                   html::Language language, Breadth breadth, web::Method method) {
        for (const Filled& asked : fillings_of(route, house.walls, language, breadth, who.person)) {
            const web::Response got = house.get(who, asked.target, method);
            tried += 1;
            check_content(who, lookout, asked, got);
            check_absence(who, route, asked, got);
            if (language == html::Language::nl && method == web::Method::get) {
                check_presence(who, route, asked, got);
            }
            const int status = statuses_.emplace(asked.target, got.status).first->second;
            if (got.status != status) fault(who, asked.target, "answers HEAD with another status than GET");
        }
        if (house.was_written()) fault(who, route.pattern, "writes while reading");
    }

    void try_role(const Standing& who) {
        const Lookout lookout(who, house.walls);
        absent_.clear();
        statuses_.clear();
        for (const desk::Route& route : app::all_routes()) {
            if (route.method != web::Method::get) continue;
            try_route(who, lookout, route, html::Language::nl, every(), web::Method::get);
            if (desk::has_english(route.pattern)) {
                try_route(who, lookout, route, html::Language::en, Breadth::brief, web::Method::get);
            }
            try_route(who, lookout, route, html::Language::nl, Breadth::brief, web::Method::head);
        }
    }

    void try_roles(std::initializer_list<std::string_view> cookies) {
        const Dump before = house.read(dump_of);
        for (const std::string_view cookie : cookies) try_role(standing_of(cookie));
        const auto changed = differences(before, house.read(dump_of));
        EXPECT_TRUE(changed.empty()) << changed.size() << " rows changed by reading, such as "
                                     << changed.front();
        std::cout << "[ counted  ] " << tried << " pairs of reader and address; " << compared
                  << " closed ones compared with absent ones, " << shown << " open ones seen\n";
        std::string all;
        for (const std::string& one : faults) all += one + "\n";
        EXPECT_TRUE(faults.empty()) << faults.size() << " faults\n" << all.substr(0, 20000);
        EXPECT_GT(compared, 1000U);
        EXPECT_GT(shown, 10U);
    }

private:
    std::map<std::string, int> statuses_;        // of the address
    std::map<std::string, std::string> absent_;  // answers about what does not exist, by address
};
KRING_ON_BOTH_ENGINES(ReadMatrix);

// In three parts, so that they can run side by side.
TEST_P(ReadMatrix, shows_those_outside_nothing_that_is_not_theirs) {
    try_roles({"", "stef", "lena", "kim", "ella", "beheer"});
}

TEST_P(ReadMatrix, shows_members_nothing_that_is_not_theirs) {
    try_roles({"anna", "sami", "noor", "adri", "olaf", "mees"});
}

TEST_P(ReadMatrix, shows_those_with_a_task_nothing_that_is_not_theirs) {
    try_roles({"bram", "femke", "eva", "olga", "pia"});
}

}  // namespace
}  // namespace kring::fixtures
