// SPDX-License-Identifier: EUPL-1.2
// Real bids: golden case 4 of the specification through acts and pages, the walls around them, and that what
// was signed stays.
#include "domain/bid/bid.hpp"

#include "domain/bid/pages.hpp"
#include "domain/bid/store.hpp"
#include "domain/chain/search.hpp"
#include "tests/fixtures/dump.hpp"
#include "tests/fixtures/tenders.hpp"

namespace kring::bid {
namespace {

using fixtures::phrases_of;
using html::Language;
using tender::Typed;
using Words = std::vector<std::string>;

class Bids : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), routes()};
    std::string id = fixtures::tender_of(desk, "anna");
    std::string at = "/aanbestedingen/" + id;

    void golden(const std::string& formula = "f2") {
        fixtures::set_golden_rules(desk, "anna", id, formula);
        fixtures::enter_golden_bids(desk, "anna", id);
    }
    Account account() {
        return desk.read([&](db::Connection& in) {
            const auto room = find_room(in, fixtures::actor(in, "anna"), id, fixtures::world_time);
            const Wording wording{desk.site().phrases, Language::nl};
            auto made = account_of(wording, room->tender, room->bids);
            EXPECT_TRUE(made);
            return *made;
        });
    }
    Result<std::int64_t> signed_by(std::string_view who, const std::string& reason = "") {
        const std::string seen = seal_of(account().document);
        return desk.act(who, [&](const Act& act) {
            const Wording wording{desk.site().phrases, Language::nl};
            return sign(act, wording, id, {seen, reason, true});
        });
    }
    std::vector<Sheet> sheets() {
        return desk.read([&](db::Connection& in) { return sheets_of(in, id); });
    }
    static std::string total(const Account& account, const std::string& bid) {
        for (const auto& row : account.document.sections[3].rows) {
            if (row[1] == bid) return row[3];
        }
        return "";
    }
    static bool holds(const web::Response& response, std::string_view words) {
        return response.body.find(words) != std::string::npos;
    }
};
KRING_ON_BOTH_ENGINES(Bids);

struct Golden {
    std::string formula;
    std::string a;
    std::string b;
    std::string c;
    std::string winner;
};

TEST_P(Bids, golden_case_4_comes_out_digit_by_digit) {
    golden();
    const Golden cases[] = {
        {"f1", "76,000000", "84,363636", "89,000000", "C"},
        {"f2", "62,666667", "68,000000", "67,000000", "B"},
        {"f3a", "76,000000", "84,000000", "87,000000", "C"},
        {"f3b", "76,000000", "72,000000", "57,000000", "A"},
        {"f4", "76,000000", "82,499859", "84,122876", "C"},
        {"f5", "70000,000000", "70000,000000", "77500,000000", ""},
    };
    for (const Golden& one : cases) {
        fixtures::set_golden_rules(desk, "anna", id, one.formula);
        const Account made = account();
        EXPECT_EQ(total(made, "A"), one.a) << one.formula;
        EXPECT_EQ(total(made, "B"), one.b) << one.formula;
        EXPECT_EQ(total(made, "C"), one.c) << one.formula;
        const std::string said = made.document.sections[3].texts.front();
        EXPECT_EQ(said, one.winner.empty()
                            ? "De eerste plaats is gedeeld door A, B. Het lot moet nog beslissen."
                            : "De winnaar is " + one.winner + ".")
            << one.formula;
    }
}

TEST_P(Bids, the_page_tells_every_step_and_the_same_numbers) {
    golden();
    const auto page = desk.get("anna", at + "/uitslag");
    EXPECT_EQ(page.status, 200);
    for (const char* const words : {"62,666667", "68,000000", "67,000000", "De winnaar is B.",
                                    "Stap voor stap: A", "Volgens de leidraad", "Samen afgesproken"})
        EXPECT_TRUE(holds(page, words)) << words;
}

TEST_P(Bids, a_tie_waits_for_lots_and_takes_them) {
    golden("f5");
    for (const Bid& bid : desk.read([&](db::Connection& in) { return of_tender(in, id); })) {
        if (bid.name == "C") continue;
        Typed typed{{{"name", bid.name},
                     {"price", tender::amount_in_field(bid.price, 2, Language::nl)},
                     {"lot", bid.name == "B" ? "1" : "2"},
                     {"s1", bid.name == "B" ? "0,8" : "0,6"}},
                    Language::nl};
        EXPECT_TRUE(desk.act("anna", [&](const Act& act) { return change(act, id, bid.id, typed); }));
    }
    EXPECT_EQ(account().document.sections[3].texts.front(), "De winnaar is B.");
}

TEST_P(Bids, without_an_agreed_score_the_mean_of_the_assessors_counts_exactly) {
    fixtures::add_colleague(desk);
    golden();
    ASSERT_TRUE(
        desk.act("anna", [&](const Act& act) { return name_assessors(act, id, {{"person", "karin"}}); }));
    const auto bids = desk.read([&](db::Connection& in) { return of_tender(in, id); });
    const Typed none{{{"name", "A"}, {"price", "100000"}}, Language::nl};
    ASSERT_TRUE(desk.act("anna", [&](const Act& act) { return change(act, id, bids[0].id, none); }));
    EXPECT_FALSE(desk.get("anna", at + "/uitslag").body.find("heeft nog geen score") == std::string::npos);
    const auto assess_as = [&](std::string_view who, const std::string& points) {
        const Typed typed{{{"s1", points}, {"r1", "Gezien"}}, Language::nl};
        return desk.act(who, [&](const Act& act) { return assess(act, id, bids[0].id, typed); });
    };
    ASSERT_TRUE(assess_as("anna", "0,5"));
    ASSERT_TRUE(assess_as("karin", "0,7"));
    EXPECT_EQ(total(account(), "A"), "62,666667");
    EXPECT_EQ(phrases_of(assess_as("bram", "1")), Words{"problem.not_found"});
}

TEST_P(Bids, a_criterion_that_was_scored_is_not_taken_away_with_its_scores) {
    golden();
    const auto scores = [&] {
        return desk.read([](db::Connection& in) { return fixtures::dump_of(in); }).at("bid_scores");
    };
    const auto before = scores();
    ASSERT_FALSE(before.empty());
    Typed emptied{{{"rows", "1"}, {"c1_name", "Prijs"}, {"c1_type", "price"}, {"c1_weight", "40"}},
                  Language::nl};
    const auto done =
        desk.act("anna", [&](const Act& act) { return tender::set_criteria(act, id, emptied); });
    ASSERT_FALSE(done);
    EXPECT_EQ(done.problems().front().phrase, "tender.problem.scored");
    EXPECT_EQ(scores(), before);
}

TEST_P(Bids, nobody_but_the_owner_and_those_named_ever_sees_a_bid) {
    fixtures::add_colleague(desk);
    golden();
    ASSERT_TRUE(signed_by("anna"));
    const auto bids = desk.read([&](db::Connection& in) { return of_tender(in, id); });
    const Words paths = {"/offertes",
                         "/offertes/nieuw",
                         "/offertes/" + bids[0].id,
                         "/offertes/" + bids[0].id + "/beoordeling",
                         "/beoordelaars",
                         "/uitslag",
                         "/staten/1",
                         "/staten/1/gunning.csv",
                         "/staten/1/gunning.ods"};
    for (const std::string& path : paths) {
        EXPECT_EQ(desk.get("anna", at + path).status, 200) << path;
        EXPECT_EQ(desk.get("", at + path).status, 303) << path;
        for (const char* const who : {"karin", "bram", "sami", "noor", "femke", "eva", "olga", "beheer"})
            EXPECT_EQ(desk.get(who, at + path).status, 404) << who << path;
    }
    ASSERT_TRUE(
        desk.act("anna", [&](const Act& act) { return name_assessors(act, id, {{"person", "karin"}}); }));
    for (const char* const path : {"/offertes", "/uitslag", "/staten/1"})
        EXPECT_EQ(desk.get("karin", at + path).status, 200) << path;
    EXPECT_EQ(desk.get("karin", at + "/offertes/nieuw").status, 403);
    EXPECT_EQ(desk.get("karin", at + "/beoordelaars").status, 403);
    EXPECT_EQ(phrases_of(signed_by("karin", "Zomaar")), Words{"bid.problem.not_yours"});
    (void)desk.database.write([](db::Connection& in) {
        in.execute("update people set organisation_id = 'ommer' where id = 'karin'");
        return Result<Done>(Done{});
    });
    EXPECT_EQ(desk.get("karin", at + "/offertes").status, 404);
}

TEST_P(Bids, only_colleagues_can_be_named_and_not_for_a_draft_of_ones_own) {
    fixtures::add_colleague(desk);
    for (const char* const who : {"bram", "sami", "femke", "anna", "niemand"}) {
        EXPECT_EQ(phrases_of(desk.act(
                      "anna", [&](const Act& act) { return name_assessors(act, id, {{"person", who}}); })),
                  Words{"bid.problem.colleague"})
            << who;
    }
    Typed about = fixtures::typed_about();
    about.fields.insert(about.fields.begin(), {"audience", "persons"});
    ASSERT_TRUE(desk.act("anna", [&](const Act& act) { return tender::set_about(act, id, about); }));
    EXPECT_EQ(phrases_of(desk.act(
                  "anna", [&](const Act& act) { return name_assessors(act, id, {{"person", "karin"}}); })),
              Words{"bid.problem.audience"});
}

TEST_P(Bids, no_word_of_a_bid_is_in_search_or_in_the_journal) {
    golden();
    const Typed typed{{{"name", "Zeldzaamwoord"}, {"price", "1"}, {"r1", "Kanariemotivering"}}, Language::nl};
    ASSERT_TRUE(desk.act("anna", [&](const Act& act) { return enter(act, id, typed); }));
    for (const char* const word : {"Zeldzaamwoord", "Kanariemotivering"}) {
        const auto total = desk.read([&](db::Connection& in) {
            chain::Query query;
            query.words = word;
            return chain::search(in, fixtures::actor(in, "anna"), query, fixtures::world_time).total;
        });
        EXPECT_EQ(total, 0) << word;
    }
    const auto dump = desk.read([](db::Connection& in) { return fixtures::dump_of(in); });
    for (const auto& [table, rows] : dump) {
        if (table == "bids") continue;
        for (const std::string& row : rows)
            EXPECT_EQ(row.find("Zeldzaamwoord"), std::string::npos) << table << ": " << row;
    }
}

TEST_P(Bids, what_is_signed_never_changes_and_a_correction_has_a_reason) {
    golden();
    ASSERT_TRUE(signed_by("anna"));
    const Sheet first = sheets().front();
    EXPECT_TRUE(is_whole(first));
    EXPECT_EQ(first.signer_name, "Anna de Wit");
    const Typed typed{{{"name", "D"}, {"price", "90000"}, {"s1", "0,1"}}, Language::nl};
    ASSERT_TRUE(desk.act("anna", [&](const Act& act) { return enter(act, id, typed); }));
    fixtures::set_golden_rules(desk, "anna", id, "f1");
    EXPECT_EQ(written(read_document(sheets().front().content).value()), first.content);
    EXPECT_EQ(sheets().front().hash, first.hash);
    EXPECT_TRUE(holds(desk.get("anna", at + "/staten/1"), "De winnaar is B."));
    fixtures::set_golden_rules(desk, "anna", id, "f2");
    fixtures::add_scores(desk, id);
    EXPECT_EQ(phrases_of(signed_by("anna")), Words{"bid.problem.reason"});
    ASSERT_TRUE(signed_by("anna", "Inschrijving D was vergeten"));
    ASSERT_EQ(sheets().size(), 2U);
    EXPECT_EQ(sheets().front().previous_hash, first.hash);
    EXPECT_EQ(sheets().back().content, first.content);
    EXPECT_TRUE(holds(desk.get("anna", at + "/staten/1"), "een nieuwere staat"));
    Sheet forged = first;
    forged.content += " ";
    EXPECT_FALSE(is_whole(forged));
}

TEST_P(Bids, nothing_is_signed_that_was_not_seen_or_not_confirmed) {
    golden();
    const Wording wording{desk.site().phrases, Language::nl};
    const std::string seen = seal_of(account().document);
    const auto try_to_sign = [&](const Signing& signing) {
        return desk.act("anna", [&](const Act& act) { return sign(act, wording, id, signing); });
    };
    EXPECT_EQ(phrases_of(try_to_sign({seen, "", false})), Words{"bid.problem.confirm"});
    EXPECT_EQ(phrases_of(try_to_sign({"iets anders", "", true})), Words{"bid.problem.changed"});
    EXPECT_TRUE(sheets().empty());
    const auto page = desk.post("anna", at + "/ondertekening", {{"seen", seen}, {"confirm", "yes"}});
    EXPECT_EQ(page.status, 303) << page.body;
    EXPECT_EQ(phrases_of(desk.act("anna", [&](const Act& act) { return tender::withdraw(act, id); })),
              Words{"tender.problem.signed"});
}

TEST_P(Bids, files_hold_what_the_sheet_holds) {
    golden();
    ASSERT_TRUE(signed_by("anna"));
    const auto csv = desk.get("anna", at + "/staten/1/gunning.csv");
    for (const std::string& words :
         Words{"68,000000", "De winnaar is B.", "Anna de Wit", sheets().front().hash})
        EXPECT_TRUE(holds(csv, words)) << words;
    EXPECT_EQ(desk.get("anna", at + "/staten/1/gunning.ods").body.substr(0, 2), "PK");
    EXPECT_EQ(desk.get("anna", at + "/staten/1/gunning.pdf").status, 404);
    const auto paper = printed(desk.site(), sheets().front());
    EXPECT_NE(paper.html.find("68,000000"), std::string::npos);
    EXPECT_NE(paper.html.find(sheets().front().hash), std::string::npos);
    (void)desk.database.write([&](db::Connection& in) {
        keep_paper(in, sheets_of(in, id).front().id, "%PDF-");
        return Result<Done>(Done{});
    });
    EXPECT_EQ(desk.get("anna", at + "/staten/1/gunning.pdf").body, "%PDF-");
}

TEST_P(Bids, what_could_not_be_printed_is_tried_again_after_an_hour) {
    golden();
    ASSERT_TRUE(signed_by("anna"));
    const std::string sheet = sheets().front().id;
    const auto waiting = [&](Time when) {
        return desk.read([&](db::Connection& in) { return unprinted(in, when).size(); });
    };
    const Time first = fixtures::world_time;
    for (const Time when : {first, first + print_again_ms}) {
        EXPECT_EQ(waiting(when), 1U);
        (void)desk.database.write([&](db::Connection& in) {
            keep_failure(in, sheet, when);
            return Result<Done>(Done{});
        });
        EXPECT_EQ(waiting(when + print_again_ms - 1), 0U);
        EXPECT_TRUE(holds(desk.get("anna", at + "/staten/1"), "De PDF maken is mislukt."));
    }
    (void)desk.database.write([&](db::Connection& in) {
        keep_paper(in, sheet, "%PDF-");
        return Result<Done>(Done{});
    });
    EXPECT_EQ(waiting(first + 5 * print_again_ms), 0U);
    EXPECT_EQ(desk.get("anna", at + "/staten/1/gunning.pdf").body, "%PDF-");
}

TEST_P(Bids, what_is_wrong_in_a_bid_is_said_and_nothing_typed_is_lost) {
    const auto sent =
        desk.post("anna", at + "/offertes/nieuw",
                  {{"name", "A"}, {"price", "gratis"}, {"s1", "900"}, {"r1", "Omdat"}, {"lot", "x"}});
    EXPECT_EQ(sent.status, 400);
    for (const char* const typed : {"value=\"A\"", "value=\"gratis\"", "value=\"900\"", "Omdat</textarea>"})
        EXPECT_TRUE(holds(sent, typed)) << typed;
    const auto assessed = desk.post("anna", at + "/offertes/bestaat-niet/beoordeling", {{"s1", "1"}});
    EXPECT_EQ(assessed.status, 404);
    EXPECT_TRUE(holds(desk.get("anna", at + "/uitslag"), "Vul ten minste twee offertes in."));
}

}  // namespace
}  // namespace kring::bid
