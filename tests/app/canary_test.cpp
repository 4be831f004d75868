// SPDX-License-Identifier: EUPL-1.2
// The canary hunt (R15, R16): words that stand in one record alone, looked for by everyone who may not
// read it, in search, in look-alikes and in exports; and every list, count and suggestion compared with
// those of a world in which the closed records do not exist at all.
#include <algorithm>

#include "app/folder.hpp"
#include "domain/chain/search.hpp"
#include "domain/people/people.hpp"
#include "platform/base/text.hpp"
#include "tests/fixtures/addresses_of_routes.hpp"
#include "tests/fixtures/walled_house.hpp"

namespace kring::fixtures {
namespace {

class Canary : public ::testing::TestWithParam<db::Engine> {
protected:
    const Time made = now();
    WalledHouse house{GetParam(), every_record, made};
    std::size_t tried = 0;
    std::vector<std::string> faults;

    void fault(const Standing& who, const std::string& what) {
        faults.push_back(std::string(who.role) + ": " + what);
    }

    static Actor actor_of(db::Connection& in, const Standing& who) {
        return people::actor_of(in, who.person).value_or(Actor{});
    }

    void report(std::string_view what) {
        std::cout << "[ counted  ] " << tried << " " << what << "\n";
        std::string all;
        for (const std::string& one : faults) all += one + "\n";
        EXPECT_TRUE(faults.empty()) << faults.size() << " faults\n" << all.substr(0, 10000);
    }
};
KRING_ON_BOTH_ENGINES(Canary);

/// The word with one letter in its middle typed wrong.
std::string mistyped(std::string word) {
    word[5] = word[5] == 'r' ? 's' : 'r';
    return word;
}

TEST_P(Canary, sings_in_no_search_of_who_may_not_read_it) {
    house.read([&](db::Connection& in) {
        for (const std::string_view cookie :
             {"", "anna", "sami", "noor", "eva", "adri", "beheer", "pia", "ella"}) {
            const Standing& who = standing_of(cookie);
            const Actor actor = actor_of(in, who);
            for (const Walled& one : house.walls.records) {
                const bool is_read = may_read(who, one);
                const std::string changed =
                    one.number % 2 == 0 ? one.body_word.substr(0, 7) : mistyped(one.body_word);
                for (const std::string& words : {one.title_word, changed}) {
                    chain::Query query;
                    query.words = words;
                    const chain::Found found = chain::search(in, actor, query, now());
                    tried += 1;
                    const bool is_silent = found.total == 0 && found.hits.empty() && found.suggestion.empty();
                    const bool is_found = found.total == 1 && found.hits[0].record.id == one.record.id;
                    if (is_read ? !is_found : !is_silent)
                        fault(who, "searching " + words + " of " + one.label());
                }
            }
        }
    });
    report("searches");
}

TEST_P(Canary, sings_in_no_list_of_look_alikes) {
    house.read([&](db::Connection& in) {
        for (const Standing& who : standings()) {
            const Actor actor = actor_of(in, who);
            for (const Walled& one : house.walls.records) {
                if (one.record.kind != chain::Kind::question) continue;
                tried += 1;
                const std::string text = one.title_word + " en " + one.body_word;
                const auto found =
                    chain::similar(in, actor, text, one.record.kind, one.record.network, 5, now());
                const bool is_shown =
                    std::any_of(found.begin(), found.end(),
                                [&](const chain::Record& record) { return record.id == one.record.id; });
                if (is_shown != may_read(who, one)) fault(who, "look-alikes of " + one.label());
            }
        }
    });
    report("texts looked alike for");
}

TEST_P(Canary, sings_in_no_export) {
    house.read([&](db::Connection& in) {
        for (const Standing& who : standings()) {
            const Lookout lookout(who, house.walls);
            std::size_t seen = 0;
            std::string all;
            for (const auto& [path, content] : app::export_folder(in, actor_of(in, who), now(), "Kring")) {
                tried += 1;
                all += path + "\n" + content + "\n";
            }
            for (const std::string& leak : lookout.leaks_in(all)) fault(who, "export holds " + leak);
            for (const Walled& one : house.walls.records) {
                const bool is_there = all.find(one.title_word) != std::string::npos &&
                                      all.find(one.body_word) != std::string::npos;
                if (!may_read(who, one)) continue;
                seen += 1;
                if (!is_there) fault(who, "export lacks " + one.label());
            }
            EXPECT_GT(seen, 10U) << who.role;
        }
    });
    report("files exported");
}

// Every page on which something is listed, counted or suggested.
const std::vector<std::string> lists = {"/",
                                        "/en",
                                        "/mijn",
                                        "/netwerken",
                                        "/en/networks",
                                        "/netwerken/ict",
                                        "/netwerken/ict/leden",
                                        "/netwerken/ict/reeksen/1",
                                        "/netwerken/meubels",
                                        "/netwerken/meubels/reeksen/1",
                                        "/programmas/kci",
                                        "/agenda",
                                        "/agenda?netwerk=ict",
                                        "/en/calendar?netwerk=meubels",
                                        "/agenda.ics",
                                        "/en/agenda.ics",
                                        "/netwerken/ict/agenda.ics",
                                        "/netwerken/meubels/agenda.ics",
                                        "/bijeenkomsten/ict-1/agenda.ics",
                                        "/bijeenkomsten/ict-2/agenda.ics",
                                        "/mijn/agenda",
                                        "/vragen",
                                        "/vragen?stand=open",
                                        "/vragen?stand=answered",
                                        "/vragen?stand=accepted",
                                        "/vragen?volgorde=votes",
                                        "/vragen?netwerk=ict",
                                        "/vragen?netwerk=meubels",
                                        "/vragen?bijeenkomst=ict-2",
                                        "/vragen?bijeenkomst=meubels-1",
                                        "/vragen?pagina=2",
                                        "/praktijk",
                                        "/praktijk?netwerk=ict&pagina=2",
                                        "/leerpunten",
                                        "/leerpunten?netwerk=meubels",
                                        "/publicaties",
                                        "/publicaties.atom",
                                        "/en/publications.atom",
                                        "/bijeenkomsten/ict-1",
                                        "/bijeenkomsten/ict-2",
                                        "/bijeenkomsten/meubels-1",
                                        "/onderdelen/ict-2-lezing",
                                        "/vragen/nieuw",
                                        "/praktijk/nieuw",
                                        "/leerpunten/nieuw"};

const std::vector<std::string> queries = {"gesproken",
                                          "gesprokne",
                                          "gespr",
                                          "tekst",
                                          "tekst+erin",
                                          "%22tekst+met%22",
                                          "over+-tekst",
                                          "about",
                                          "xyzzy",
                                          "gesproken&pagina=2",
                                          "gesproken&pagina=9",
                                          "gesproken&soort=case",
                                          "gesproken&soort=answer",
                                          "gesproken&netwerk=ict",
                                          "gesproken&netwerk=meubels",
                                          "tekst&bijeenkomst=ict-2",
                                          "tekst&bijeenkomst=meubels-1",
                                          "gesproken&van=2026-01-01&tot=2027-12-31",
                                          "gesproken&soort=version",
                                          "gesproken&soort=summary"};

void add_own_pages(const Standing& who, const Walls& walls, std::vector<std::string>& targets) {
    for (const desk::Route& route : app::all_routes()) {
        if (route.method != web::Method::get || !kind_of_route(route.pattern)) continue;
        for (const Filled& asked : fillings_of(route, walls, html::Language::nl, Breadth::every)) {
            const bool is_theirs = asked.record && asked.is_of_its_kind && may_read(who, *asked.record);
            if (is_theirs) targets.push_back(asked.target);
        }
    }
}

// Those lists, searches, and all that hangs from what this role may read.
std::vector<std::string> surfaces(const Standing& who, const Walls& walls) {
    std::vector<std::string> targets = lists;
    targets.push_back("/agenda/" + calendar_token_of(who.person) + "/kring.ics");
    targets.push_back("/en/calendar/" + calendar_token_of(who.person) + "/kring.ics");
    for (const std::string& query : queries) {
        targets.push_back("/zoeken?q=" + query);
        targets.push_back("/en/search?q=" + query);
    }
    for (const Walled& one : walls.records) {
        if (!may_read(who, one)) continue;
        targets.push_back("/keten/" + one.record.id + "/koppelingen?q=gesproken");
        targets.push_back("/zoeken?q=gesproken&bijeenkomst=" + one.record.id);
        if (one.record.network == "ict") targets.push_back("/zoeken?q=" + one.title_word.substr(0, 4));
    }
    add_own_pages(who, walls, targets);
    return targets;
}

// What somebody must know of closed records to do their work: a summary's editor that something closed
// stands under a statement, and which numbers of versions are taken; a facilitator which places in an
// agenda are; the owner of a withdrawn question that it was answered.
bool is_told_of_closed_ones(const Walls& walls, const std::string& target) {
    const Walled& side = walls.find(chain::Kind::summary, chain::Audience::purchasers, Lot::open, "ict");
    for (const std::string& id : {side.record.id, side.statement, side.chapter}) {
        if (target.find(id) != std::string::npos) return true;
    }
    for (const Walled& one : walls.records) {
        const bool is_taken_back = one.record.kind == chain::Kind::question && one.lot == Lot::withdrawn;
        if (is_taken_back && target == "/vragen/" + one.record.id) return true;
        const bool is_base = is_base_summary(one) && target.starts_with("/samenvattingen/" + one.record.id);
        if (is_base && (target.ends_with("/versies/nieuw") || target.ends_with(one.record.id))) return true;
    }
    return target.ends_with("/onderdelen/nieuw");
}

TEST_P(Canary, leaves_no_trace_in_lists_counts_and_suggestions) {
    std::vector<std::string_view> cookies = {"", "anna", "sami", "femke"};
    if (GetParam() == db::Engine::sqlite) cookies.insert(cookies.end(), {"adri", "lena", "pia", "olaf"});
    for (const std::string_view cookie : cookies) {
        const Standing& who = standing_of(cookie);
        WalledHouse purged(GetParam(), [&](const Walled& one) { return may_read(who, one); }, made);
        for (const std::string& target : surfaces(who, house.walls)) {
            if (is_told_of_closed_ones(house.walls, target)) continue;
            tried += 1;
            if (whole(house.get(who, target)) == whole(purged.get(who, target))) continue;
            fault(who, target + " differs from a world without closed records");
        }
        if (who.person.empty()) continue;
        const Form draft{{{"network", "ict"},
                          {"title", "Waarover is gesproken?"},
                          {"language", "nl"},
                          {"audience", "network"}},
                         {}};
        const web::Response alike = house.post(who, "/vragen/nieuw", draft);
        tried += 1;
        if (alike.status == 200 && whole(alike) != whole(purged.post(who, "/vragen/nieuw", draft))) {
            fault(who, "look-alikes differ from a world without closed records");
        }
    }
    report("pages compared");
}

// R15: the next request through every channel, after the administrator has ended a membership.
TEST_P(Canary, falls_silent_at_once_when_a_membership_ends) {
    Standing who = standing_of("anna");
    const std::string ended = "/beheer/mensen/anna/lidmaatschappen/ict/verwijdering";
    const auto& record =
        house.walls.find(chain::Kind::case_, chain::Audience::purchasers, Lot::open, "ict").record;
    ASSERT_EQ(house.get(who, "/praktijk/" + record.id).status, 200);
    ASSERT_EQ(house.post(standing_of("beheer"), ended, {}).status, 303);
    who.ict = {};
    const Lookout lookout(who, house.walls);
    for (const desk::Route& route : app::all_routes()) {
        if (route.method != web::Method::get) continue;
        for (const Filled& asked :
             fillings_of(route, house.walls, html::Language::nl, Breadth::every, who.person)) {
            tried += 1;
            for (const std::string& leak :
                 lookout.leaks_in(whole(house.get(who, asked.target)), asked.target)) {
                fault(who, asked.target + " still shows " + leak);
            }
        }
    }
    for (const std::string& target : surfaces(standing_of("anna"), house.walls)) {
        tried += 1;
        for (const std::string& leak : lookout.leaks_in(whole(house.get(who, target)), target)) {
            fault(who, target + " still shows " + leak);
        }
    }
    house.read([&](db::Connection& in) {
        for (const auto& [path, content] : app::export_folder(in, actor_of(in, who), now(), "Kring")) {
            for (const std::string& leak : lookout.leaks_in(path + content))
                fault(who, "export still holds " + leak);
        }
    });
    const auto& question =
        house.walls.find(chain::Kind::question, chain::Audience::network, Lot::open, "ict").record;
    house.was_written();
    EXPECT_EQ(house
                  .post(who, "/vragen/" + question.id + "/antwoorden",
                        {{{"body", "Nog iets."}, {"language", "nl"}}, {}})
                  .status,
              404);
    EXPECT_EQ(house.post(who, "/vragen/" + question.id + "/stem", {}).status, 404);
    EXPECT_FALSE(house.was_written());
    report("requests after a membership ended");
}

}  // namespace
}  // namespace kring::fixtures
