// SPDX-License-Identifier: EUPL-1.2
#include "domain/speaker/acts.hpp"

#include <algorithm>
#include <map>

#include "domain/speaker/may.hpp"
#include "domain/speaker/pages.hpp"
#include "domain/speaker/passages.hpp"
#include "domain/speaker/store.hpp"
#include "platform/base/secret.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::speaker {
namespace {

using fixtures::phrases_of;
using fixtures::texts_of;
using fixtures::world_time;
using Words = std::vector<std::string>;

const std::string talk = "ict-2-lezing";

class GuestSpeakers : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), routes()};

    Result<std::string> invited(std::string_view by, const std::string& session = talk,
                                const std::string& email = "gerda@elders.example") {
        return desk.act(by, [&](const Act& act) {
            return invite(act, desk.site(), {session, "Gerda Gast", email, "nl"});
        });
    }
    /// The token in the letter that was posted last.
    std::string token() {
        const std::string body = desk.read([](db::Connection& in) {
            return in.first_text("select body from outbox order by id desc limit 1").value_or("");
        });
        const auto at = body.find("?t=");
        return at == std::string::npos ? "" : body.substr(at + 3, 43);
    }
    Words renewed(std::string_view by, const std::string& id, Time when = world_time) {
        return phrases_of(
            desk.act(by, [&](const Act& act) { return renew_link(act, desk.site(), id); }, when));
    }
    Words revoked(std::string_view by, const std::string& id) {
        return phrases_of(desk.act(by, [&](const Act& act) { return revoke_link(act, id); }));
    }
    std::string let_in(std::string_view token, Time when = world_time) {
        const auto used = desk.act("", [&](const Act& act) { return use_link(act, token); }, when);
        return used ? *used : "";
    }
    void agrees(const std::string& id, Naming naming, bool may_name, bool may_publish) {
        Guest wanted;
        wanted.name = "Gerda Gast";
        wanted.job = "Inkoper";
        wanted.organisation = "Gemeente Elders";
        wanted.consent = {naming, may_name, false, may_publish};
        ASSERT_TRUE(desk.act("", [&](const Act& act) { return agree(act, id, wanted); }));
    }
    void hands_in(const std::string& id, Purpose purpose, const std::string& bytes) {
        const bool is_photo = purpose == Purpose::photo;
        const HandedIn file{purpose, is_photo ? "png" : "pdf", is_photo ? "a.png" : "a.pdf", bytes,
                            is_photo ? "Vrouw met bril" : ""};
        ASSERT_TRUE(desk.act("", [&](const Act& act) { return hand_in(act, id, file); }));
    }
    std::int64_t count_files() {
        return desk.read([](db::Connection& in) { return in.count("select count(*) from files"); });
    }
    int sweep() {
        return *desk.database.write([](db::Connection& in) { return drop_orphans(in); });
    }
    int status(std::string_view person, const std::string& address) {
        return desk.get(person, address).status;
    }
    std::string body(std::string_view person, const std::string& address) {
        return desk.get(person, address).body;
    }
    void sql(const std::string& statement) {
        ASSERT_TRUE(desk.act("", [&](const Act& act) {
            act.in.execute(statement);
            return Result<Done>(Done{});
        }));
    }
};
KRING_ON_BOTH_ENGINES(GuestSpeakers);

TEST_P(GuestSpeakers, are_invited_by_facilitators_of_what_they_can_read) {
    EXPECT_EQ(phrases_of(invited("anna")), Words{"problem.forbidden"});
    EXPECT_EQ(phrases_of(invited("")), Words{"problem.forbidden"});
    EXPECT_EQ(phrases_of(invited("femke", "nergens")), Words{"problem.not_found"});
    EXPECT_EQ(phrases_of(invited("femke", "ict-2")), Words{"problem.not_found"}) << "no session";
    EXPECT_EQ(phrases_of(invited("femke", talk, "geen adres")), Words{"people.email.invalid"});
    const auto id = invited("femke");
    ASSERT_TRUE(id);
    EXPECT_EQ(phrases_of(invited("femke", talk, "GERDA@elders.example")), Words{"speaker.problem.invited"});
    EXPECT_EQ(desk.journalled().back(), "guest.invited " + *id);
}

TEST_P(GuestSpeakers, come_in_by_a_link_of_which_only_a_hash_is_kept) {
    const auto id = invited("femke");
    const std::string link = token();
    ASSERT_EQ(link.size(), 43U);
    const auto kept = desk.read(
        [](db::Connection& in) { return in.first_text("select token_hash from guests").value_or(""); });
    EXPECT_EQ(kept, sha256_hex(link));
    EXPECT_EQ(let_in("niet-" + link.substr(5)), "");
    EXPECT_EQ(let_in(""), "");
    EXPECT_EQ(let_in(link, world_time + link_ms - 1), *id);
    EXPECT_EQ(let_in(link, world_time + link_ms), "") << "90 days are over";
}

TEST_P(GuestSpeakers, lose_the_old_link_with_a_new_one_and_every_link_when_it_is_revoked) {
    const auto id = invited("femke");
    const std::string first = token();
    EXPECT_EQ(renewed("anna", *id), Words{"problem.forbidden"});
    EXPECT_EQ(renewed("olga", *id), Words{"problem.forbidden"}) << "reads the public session, runs another";
    EXPECT_EQ(renewed("femke", *id), Words{});
    sql("update outbox set body = '' where body like '%" + first + "%'");
    EXPECT_EQ(let_in(first), "");
    EXPECT_EQ(revoked("anna", *id), Words{"problem.forbidden"});
    EXPECT_EQ(revoked("femke", *id), Words{});
    EXPECT_EQ(desk.read([](db::Connection& in) {
        return in.count("select count(*) from guests where token_hash is not null");
    }),
              0);
    EXPECT_EQ(desk.journalled().back(), "guest.link_revoked " + *id);
}

TEST_P(GuestSpeakers, have_no_page_while_their_session_is_withdrawn) {
    const auto id = invited("femke");
    const std::string link = token();
    sql("update records set state = 'withdrawn', withdrawn_at = updated_at where id = '" + talk + "'");
    EXPECT_EQ(let_in(link), "");
    sql("update records set state = 'open', withdrawn_at = null where id = '" + talk + "'");
    EXPECT_EQ(let_in(link), *id);
}

TEST_P(GuestSpeakers, show_files_only_as_far_and_as_long_as_they_agree) {
    const auto id = invited("femke");
    hands_in(*id, Purpose::photo, "foto");
    hands_in(*id, Purpose::slides, "dia's");
    const std::string photo = "/gastsprekers/" + *id + "/foto";
    const std::string slides = "/gastsprekers/" + *id + "/presentatie";
    for (const char* who : {"", "anna", "sami", "olga"}) {
        EXPECT_EQ(status(who, photo), 404) << who;
        EXPECT_EQ(status(who, slides), 404) << who;
    }
    EXPECT_EQ(status("femke", slides), 200) << "to have them ready on the day";
    agrees(*id, Naming::name, true, true);
    for (const char* who : {"", "anna", "olga"}) {
        EXPECT_EQ(status(who, photo), 200) << who;
        EXPECT_EQ(status(who, slides), 200) << who;
    }
    agrees(*id, Naming::role, true, true);
    EXPECT_EQ(status("anna", photo), 404) << "a face is a name";
    agrees(*id, Naming::name, false, false);
    EXPECT_EQ(status("anna", photo), 404);
    EXPECT_EQ(status("anna", slides), 404);
}

TEST_P(GuestSpeakers, show_nothing_to_who_cannot_read_the_session) {
    const auto id = invited("femke");
    hands_in(*id, Purpose::slides, "dia's");
    agrees(*id, Naming::name, true, true);
    sql("update records set audience = 'purchasers' where id in ('ict-2', '" + talk + "')");
    const std::string slides = "/gastsprekers/" + *id + "/presentatie";
    EXPECT_EQ(status("anna", slides), 200);
    for (const char* who : {"", "sami", "olga"}) EXPECT_EQ(status(who, slides), 404) << who;
    const auto without_id = [&](std::string page, const std::string& held) {
        const auto at = page.find(held);
        return at == std::string::npos ? page : page.replace(at, held.size(), "");
    };
    EXPECT_EQ(without_id(body("sami", slides), *id),
              without_id(body("sami", "/gastsprekers/niemand/presentatie"), "niemand"))
        << "as if absent";
}

TEST_P(GuestSpeakers, hand_files_out_as_attachments_that_can_do_nothing) {
    const auto id = invited("femke");
    hands_in(*id, Purpose::slides, "dia's");
    hands_in(*id, Purpose::photo, "foto");
    web::Response slides = desk.get("femke", "/gastsprekers/" + *id + "/presentatie");
    web::add_security_headers(slides, true);
    std::map<std::string, std::string> held(slides.headers.begin(), slides.headers.end());
    EXPECT_EQ(held["Content-Disposition"], "attachment; filename=\"a.pdf\"; filename*=UTF-8''a.pdf");
    EXPECT_EQ(held["Content-Security-Policy"], "sandbox; default-src 'none'");
    EXPECT_EQ(held["X-Content-Type-Options"], "nosniff");
    EXPECT_EQ(held["Content-Type"], "application/pdf");
    EXPECT_EQ(held["Cache-Control"], "no-store");
    const web::Response photo = desk.get("femke", "/gastsprekers/" + *id + "/foto");
    EXPECT_EQ(photo.headers.front(), (std::pair<std::string, std::string>{"Content-Type", "image/png"}));
    EXPECT_EQ(photo.body, "foto");
}

TEST_P(GuestSpeakers, take_files_back_and_the_bytes_go_with_the_next_sweep) {
    const auto one = invited("femke");
    const auto other = invited("femke", talk, "ander@elders.example");
    hands_in(*one, Purpose::slides, "dezelfde");
    hands_in(*other, Purpose::slides, "dezelfde");
    EXPECT_EQ(count_files(), 1) << "the same bytes are kept once";
    const auto take = [&](const std::string& id) {
        ASSERT_TRUE(desk.act("", [&](const Act& act) { return take_back(act, id, Purpose::slides); }));
    };
    take(*one);
    EXPECT_EQ(sweep(), 0) << "the other still has it";
    take(*other);
    EXPECT_EQ(sweep(), 1);
    EXPECT_EQ(count_files(), 0);
    hands_in(*one, Purpose::slides, "eerste");
    hands_in(*one, Purpose::slides, "tweede");
    EXPECT_EQ(sweep(), 1) << "the first is replaced";
    EXPECT_EQ(body("femke", "/gastsprekers/" + *one + "/presentatie"), "tweede");
}

TEST_P(GuestSpeakers, bring_no_photo_without_words) {
    const auto id = invited("femke");
    const HandedIn silent{Purpose::photo, "png", "a.png", "foto", " "};
    EXPECT_EQ(phrases_of(desk.act("", [&](const Act& act) { return hand_in(act, *id, silent); })),
              Words{"problem.needed.photo_alt"});
    EXPECT_EQ(count_files(), 0);
}

TEST_P(GuestSpeakers, stand_with_what_is_missing_on_the_page_of_the_facilitators) {
    EXPECT_EQ(status("anna", "/bijeenkomsten/ict-2/gastsprekers"), 403);
    EXPECT_EQ(status("anna", "/bijeenkomsten/meubels-1/gastsprekers"), 404);
    const auto id = invited("femke");
    const auto missing = [&] {
        const auto page = fixtures::parse_page(body("femke", "/bijeenkomsten/ict-2/gastsprekers"));
        Words found;
        for (const std::string& one : texts_of(page, "li")) {
            if (one.size() < 60) found.push_back(one);
        }
        return found;
    };
    const Words all = missing();
    for (const char* word : {"foto", "presentatie", "wie de spreker is", "waar de spreker mee instemt"})
        EXPECT_NE(std::find(all.begin(), all.end(), word), all.end()) << word;
    hands_in(*id, Purpose::photo, "foto");
    const Words fewer = missing();
    EXPECT_EQ(std::find(fewer.begin(), fewer.end(), "foto"), fewer.end());
}

TEST_P(GuestSpeakers, show_readers_their_talk_and_no_more_than_they_agree_to) {
    const auto id = invited("femke");
    EXPECT_TRUE(texts_of(fixtures::parse_page(body("", "/bijeenkomsten/ict-2/sprekers")), "h2").size() <= 4);
    const Talk told{"Van baan naar bron", "Over **tweede** levens.", "Ik koop al twintig jaar in."};
    ASSERT_TRUE(desk.act("", [&](const Act& act) { return tell(act, *id, told); }));
    const auto page = [&] { return body("", "/bijeenkomsten/ict-2/sprekers"); };
    const auto holds = [&](std::string_view words) { return page().find(words) != std::string::npos; };
    EXPECT_TRUE(holds("Van baan naar bron"));
    EXPECT_TRUE(holds("<strong>tweede</strong>"));
    EXPECT_FALSE(holds("Gerda Gast"));
    EXPECT_FALSE(holds("twintig jaar"));
    agrees(*id, Naming::role, true, false);
    EXPECT_TRUE(holds("Inkoper, Gemeente Elders"));
    EXPECT_FALSE(holds("Gerda Gast"));
    EXPECT_FALSE(holds("twintig jaar"));
    agrees(*id, Naming::name, true, false);
    EXPECT_TRUE(holds("Gerda Gast, Inkoper, Gemeente Elders"));
    EXPECT_TRUE(holds("twintig jaar"));
}

TEST_P(GuestSpeakers, agree_to_exactly_the_passage_they_were_shown) {
    const auto id = invited("femke");
    const auto show = [&](std::string_view who) {
        return phrases_of(desk.act(who, [&](const Act& act) { return show_to_guest(act, *id); }));
    };
    EXPECT_EQ(show("femke"), Words{"speaker.problem.no_passages"});
    sql("insert into records (id, kind, network_id, title, language, audience, state, created_at, "
        "updated_at) "
        "values ('sv', 'summary', 'ict', 'S', 'nl', 'network', 'open', '2026-11-23T09:00:00.000Z', "
        "'2026-11-23T09:00:00.000Z')");
    sql("insert into summaries (id, languages) values ('sv', 'nl')");
    sql("insert into chapters (id, summary_id, position) values ('sv-h', 'sv', 1)");
    sql("insert into statements (id, chapter_id, position, text_nl) values ('sv-s', 'sv-h', 1, 'Laptops gaan "
        "langer mee.')");
    sql("insert into placements (statement_id, record_id, position, naming) values ('sv-s', '" + talk +
        "', 1, 'none')");
    EXPECT_EQ(show("anna"), Words{"problem.forbidden"});
    EXPECT_EQ(show("femke"), Words{});
    const auto answer = [&](bool agrees_to_it) {
        return phrases_of(desk.act(
            "", [&](const Act& act) { return answer_passage(act, *id, "sv-s", agrees_to_it, "Prima."); }));
    };
    EXPECT_EQ(answer(true), Words{});
    const auto state = [&] {
        const auto passages = desk.read([&](db::Connection& in) { return passages_of(in, *id); });
        return passages.size() == 1 ? passages[0].decision + (passages[0].is_current() ? "" : ", changed")
                                    : "";
    };
    EXPECT_EQ(state(), "agreed");
    EXPECT_EQ(show("femke"), Words{});
    EXPECT_EQ(state(), "agreed") << "the same words are not asked again";
    sql("update statements set text_nl = 'Laptops gaan korter mee.' where id = 'sv-s'");
    EXPECT_EQ(state(), "agreed, changed");
    EXPECT_EQ(answer(true), Words{"speaker.problem.passage_changed"});
    EXPECT_EQ(show("femke"), Words{});
    EXPECT_EQ(state(), "asked");
    EXPECT_EQ(answer(false), Words{});
    EXPECT_EQ(state(), "refused");
}

}  // namespace
}  // namespace kring::speaker
