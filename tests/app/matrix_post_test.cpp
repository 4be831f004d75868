// SPDX-License-Identifier: EUPL-1.2
// The access matrix, doing (R10, R13, R14): every POST route × every role × every id. Who may do it by
// the table of deeds succeeds; for everybody else nothing changes, nothing closed shows, and a closed
// record answers as an absent one does. Without our own form, nobody changes anything.
#include "tests/fixtures/deeds.hpp"
#include "tests/fixtures/rewind.hpp"
#include "tests/fixtures/walled_house.hpp"

namespace kring::fixtures {
namespace {

class DoMatrix : public ::testing::TestWithParam<db::Engine> {
protected:
    WalledHouse house{GetParam()};
    std::size_t refused = 0;
    std::size_t compared = 0;
    std::size_t done = 0;
    std::vector<std::string> faults;

    /// PostgreSQL takes three times as long; that both engines decide alike is what rule_test is for.
    static Breadth every() { return GetParam() == db::Engine::sqlite ? Breadth::every : Breadth::brief; }

    void fault(const Standing& who, std::string_view target, const std::string& what) {
        faults.push_back(std::string(who.role) + " POST " + std::string(target) + ": " + what);
    }

    /// Every POST route with its line in the table of deeds.
    template <class F>
    void on_every_route(F&& f) {
        for (const desk::Route& route : app::all_routes()) {
            if (route.method != web::Method::post) continue;
            const Deed* deed = deed_of(route.pattern);
            if (deed) f(route, *deed);
        }
    }

    void look_for_changes(const Standing& who, std::string_view target, const Deed& deed) {
        if (!house.was_written()) return;
        const Dump now = house.read(dump_of);
        std::string changed;
        for (const std::string& one : differences(before_, now)) {
            const bool is_a_try =
                one.starts_with("+login_failures") || one.find("|sign_in.failed|") != std::string::npos;
            const bool is_allowed = deed.counts_tries && (is_a_try || one.starts_with("-login_failures"));
            if (!is_allowed && changed.size() < 300) changed += "\n    " + one.substr(0, 150);
        }
        before_ = now;
        if (!changed.empty()) fault(who, target, "changed" + changed);
    }

    void check_answer(const Standing& who, const Lookout& lookout, const Filled& asked, const Form& form,
                      const web::Response& got) {
        if (got.status >= 500) fault(who, asked.target, "broke with " + std::to_string(got.status));
        for (const std::string& leak : lookout.leaks_in(whole(got), asked.target + fields_in_words(form))) {
            fault(who, asked.target, "shows " + leak);
        }
    }

    void check_absence(const Scene& scene, const desk::Route& route, const Form& form,
                       const web::Response& got) {
        if (!is_closed(scene.who, route, scene.asked)) return;
        if (knows_of(scene, route.pattern)) return;
        std::string& absent = absent_[scene.asked.absent + fields_in_words(form)];
        if (absent.empty()) {
            absent = without_id(house.post(scene.who, scene.asked.absent, form), scene.asked.absent_given);
        }
        compared += 1;
        if (without_id(got, scene.asked.given) != absent) {
            fault(scene.who, scene.asked.target, "differs from an absent one, " + std::to_string(got.status));
        }
    }

    /// Who may take a record back or put it back knows that it is there, also where they cannot read it:
    /// its owner, and whoever facilitates its network.
    static bool knows_of(const Scene& scene, std::string_view pattern) {
        const bool is_taking = pattern.ends_with("/intrekking") || pattern.ends_with("/herstel");
        if (!is_taking || !scene.asked.record || scene.who.person.empty()) return false;
        const chain::Record& record = scene.asked.record->record;
        const bool is_gone = scene.asked.record->lot != Lot::open;
        return is_gone && (record.owner == scene.who.person || scene.who.in(record.network).facilitates);
    }

    static std::string fields_in_words(const Form& form) {
        std::string text;
        for (const auto& [name, value] : form.fields) text += "\n" + name + "=" + value;
        return text;
    }

    void try_what_is_refused(const Standing& who, Breadth breadth) {
        const Lookout lookout(who, house.walls);
        absent_.clear();
        on_every_route([&](const desk::Route& route, const Deed& deed) {
            for (const Filled& asked : fillings_of(route, house.walls, html::Language::nl, breadth)) {
                const Scene scene{who, asked, house.walls};
                if (deed.may(scene)) continue;
                const Form form{deed.typed(scene), {}};
                const web::Response got = house.post(who, asked.target, form);
                refused += 1;
                check_answer(who, lookout, asked, form, got);
                check_absence(scene, route, form, got);
                look_for_changes(who, asked.target, deed);
            }
        });
    }

    void report() {
        std::string all;
        for (const std::string& one : faults) all += one + "\n";
        EXPECT_TRUE(faults.empty()) << faults.size() << " faults\n" << all.substr(0, 20000);
    }

    Dump before_ = house.read(dump_of);
    std::map<std::string, std::string> absent_;
};
KRING_ON_BOTH_ENGINES(DoMatrix);

TEST_P(DoMatrix, knows_every_route_that_can_be_posted_to) {
    std::size_t routes = 0;
    for (const desk::Route& route : app::all_routes()) {
        // Those of the API take no form and know nobody: ApiDoor looks after them.
        if (route.method != web::Method::post || route.api) continue;
        routes += 1;
        EXPECT_NE(deed_of(route.pattern), nullptr) << route.pattern << " stands not in the table of deeds";
    }
    EXPECT_EQ(routes, deeds().size()) << "a deed without a route";
}

TEST_P(DoMatrix, changes_nothing_for_those_outside) {
    for (const std::string_view cookie : {"", "stef", "lena", "kim", "ella"}) {
        try_what_is_refused(standing_of(cookie), Breadth::brief);
    }
    for (const std::string_view cookie : {"mees", "pia", "beheer"}) {
        try_what_is_refused(standing_of(cookie), every());
    }
    std::cout << "[ counted  ] " << refused << " refused deeds, " << compared
              << " compared with absent ones\n";
    report();
}

TEST_P(DoMatrix, changes_nothing_for_those_inside_but_what_is_theirs_to_do) {
    for (const std::string_view cookie :
         {"anna", "bram", "sami", "noor", "femke", "eva", "adri", "olga", "olaf"}) {
        try_what_is_refused(standing_of(cookie), every());
    }
    std::cout << "[ counted  ] " << refused << " refused deeds, " << compared
              << " compared with absent ones\n";
    report();
}

TEST_P(DoMatrix, does_what_is_theirs_to_do) {
    Rewind rewind(house.house.database);
    for (const Standing& who : standings()) {
        on_every_route([&](const desk::Route& route, const Deed& deed) {
            for (const Filled& asked : fillings_of(route, house.walls, html::Language::nl, Breadth::brief)) {
                const Scene scene{who, asked, house.walls};
                if (!deed.may(scene)) continue;
                rewind.back();
                if (route.pattern == "/keten/{id}/koppelingen") house.run("delete from links");
                if (route.pattern.ends_with("/stem")) house.run("delete from votes");
                house.was_written();
                const web::Response got = house.post(who, asked.target, {deed.typed(scene), {}});
                done += 1;
                const bool is_welcome = got.status == 303 || got.status == 200;
                if (!is_welcome || !house.was_written()) {
                    fault(who, asked.target, "was refused with " + std::to_string(got.status));
                }
            }
        });
    }
    std::cout << "[ counted  ] " << done << " deeds done\n";
    EXPECT_GT(done, 200U);
    report();
}

// For each route and role the most promising address: one at which the form itself would be taken.
TEST_P(DoMatrix, takes_no_form_that_is_not_its_own) {
    for (const Standing& who : standings()) {
        const Lookout lookout(who, house.walls);
        on_every_route([&](const desk::Route& route, const Deed& deed) {
            EXPECT_EQ(deed.takes_any_form, route.forms == desk::Forms::anybodys) << route.pattern;
            if (deed.takes_any_form) return;
            const auto all = fillings_of(route, house.walls, html::Language::nl, Breadth::every);
            const Filled* chosen = &all.front();
            for (const Filled& asked : all) {
                if (!deed.may({who, *chosen, house.walls})) chosen = &asked;
            }
            const web::Fields typed = deed.typed({who, *chosen, house.walls});
            const std::string_view other = who.cookie == "bram" ? "anna" : "bram";
            for (const Form& form :
                 {Form{typed, ""}, Form{typed, csrf_of(other)}, Form{typed, csrf_of(who.cookie) + "0"},
                  Form{typed, {}, "https://elders.example"}, Form{typed, {}, "null"}}) {
                const web::Response got = house.post(who, chosen->target, form);
                refused += 1;
                check_answer(who, lookout, *chosen, form, got);
                look_for_changes(who, chosen->target, {});
                const bool is_signing_out = route.pattern == "/afmelden" && who.person.empty();
                if (got.status != 403 && !is_signing_out) {
                    fault(who, chosen->target, "answers a foreign form with " + std::to_string(got.status));
                }
            }
        });
    }
    std::cout << "[ counted  ] " << refused << " foreign forms refused\n";
    report();
}

TEST_P(DoMatrix, takes_no_post_where_only_reading_is_done) {
    for (const Standing& who : standings()) {
        for (const desk::Route& route : app::all_routes()) {
            if (route.method != web::Method::get || deed_of(route.pattern)) continue;
            const auto all = fillings_of(route, house.walls, html::Language::nl, Breadth::brief);
            const web::Response got = house.post(who, all.front().target, {});
            refused += 1;
            // The last word of this address can also be an id of the address above it.
            const bool is_taken_for_an_id = route.pattern == "/beheer/mensen/nieuw";
            if (got.status != 405 && !is_taken_for_an_id)
                fault(who, all.front().target, "answers " + std::to_string(got.status));
            look_for_changes(who, all.front().target, {});
        }
    }
    report();
}

}  // namespace
}  // namespace kring::fixtures
