// SPDX-License-Identifier: EUPL-1.2
// Choosing mail, stopping it with one click, and saying whether an answer by mail is one's own.
#include "tests/domain/letters/letters_world.hpp"

namespace kring::letters {
namespace {

using fixtures::location_of;
using fixtures::parse_page;
using fixtures::texts_of;

class LetterPages : public LettersTest {
protected:
    void sql_held(std::string_view person, const std::string& question,
                  std::string_view body = "Zeven *jaar*.") {
        sql("insert into held_replies (id, person_id, question_id, body, received_at) values ('held-1', $1, "
            "$2, $3, $4)",
            {person, question, body, when});
    }
    /// The value of the chosen radio or option of a field, as the page shows it.
    static std::string shown_choice(const web::Response& page, const std::string& name) {
        const fixtures::HtmlNode tree = parse_page(page.body);
        for (const fixtures::HtmlNode* input : tree.all("input")) {
            const std::string* held = input->attribute("name");
            if (held && *held == name && input->attribute("checked")) return *input->attribute("value");
        }
        for (const fixtures::HtmlNode* option : tree.all("option")) {
            if (option->attribute("selected")) return *option->attribute("value");
        }
        return "";
    }
    static web::Fields choices(std::string network, std::string weekday) {
        return {{"network-ict", std::move(network)}, {"weekday", std::move(weekday)}};
    }
    std::string stop_path(std::string_view person) {
        const std::string address = letter_to(person).unsubscribe;
        return address.substr(std::string("https://kring.example").size());
    }
};
KRING_ON_BOTH_ENGINES(LetterPages);

TEST_P(LetterPages, show_what_holds_for_who_chose_nothing_yet) {
    const web::Response page = desk.get("anna", "/mijn/post");
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(texts_of(parse_page(page.body), "h1"), Words{"Post van Kring"});
    EXPECT_EQ(texts_of(parse_page(page.body), "legend"), Words{"Mail over Duurzame ICT"});
    EXPECT_EQ(shown_choice(page, "network-ict"), "mine");
    EXPECT_EQ(shown_choice(page, "weekday"), "1");
    const web::Response english = desk.get("noor", "/en/my/mail");
    EXPECT_EQ(texts_of(parse_page(english.body), "legend"), Words{"Mail about Sustainable ICT"});
    EXPECT_NE(desk.get("beheer", "/mijn/post").body.find("Je bent nog geen lid"), std::string::npos);
}

TEST_P(LetterPages, keep_what_was_chosen) {
    const web::Response kept = desk.post("anna", "/mijn/post", choices("everything", "4"));
    EXPECT_EQ(location_of(kept), "/mijn/post?m=letters_chosen");
    EXPECT_EQ(choice_now("anna"), Choice::everything);
    EXPECT_EQ(weekday_now("anna"), 4);
    const web::Response page = desk.get("anna", "/mijn/post");
    EXPECT_EQ(shown_choice(page, "network-ict"), "everything");
    EXPECT_EQ(shown_choice(page, "weekday"), "4");
    EXPECT_EQ(desk.journalled(), Words{"letters.chosen anna"});
    desk.post("anna", "/mijn/post", choices("nothing", "0"));
    EXPECT_EQ(choice_now("anna"), Choice::nothing);
    EXPECT_EQ(weekday_now("anna"), never);
}

TEST_P(LetterPages, say_what_is_wrong_and_keep_the_rest) {
    const web::Response page = desk.post("anna", "/mijn/post", choices("alles", "9"));
    EXPECT_EQ(page.status, 400);
    EXPECT_NE(page.body.find("Kies alles, alleen wat jou aangaat, of niets."), std::string::npos);
    EXPECT_NE(page.body.find("Kies een dag, of geen weekoverzicht."), std::string::npos);
    const web::Response other = desk.post("anna", "/mijn/post", choices("nothing", ""));
    EXPECT_EQ(shown_choice(other, "network-ict"), "nothing");
    EXPECT_EQ(choice_now("anna"), first_choice) << "nothing was kept";
    EXPECT_EQ(desk.journalled(), Words{});
}

TEST_P(LetterPages, take_no_choice_for_a_network_of_others) {
    const auto refused = desk.act("anna", [](const Act& act) {
        return letters::choose(act, Choices{{{"meubels", Choice::everything}}, 1});
    });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.problems().front().trouble, Trouble::not_found);
    web::Fields fields = choices("mine", "1");
    fields.emplace_back("network-meubels", "everything");
    desk.post("anna", "/mijn/post", fields);
    EXPECT_EQ(count("select count(*) from letter_choices where network_id = 'meubels'"), 0);
}

TEST_P(LetterPages, stop_a_list_by_one_click_without_signing_in) {
    choose("anna", Choice::everything);
    asked("bram");
    announced_at();
    const std::string path = stop_path("anna");
    const web::Response page = desk.get("", path);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.is_personal);
    EXPECT_NE(page.body.find("Wil je geen mail meer over Duurzame ICT?"), std::string::npos);
    EXPECT_EQ(choice_now("anna"), Choice::everything) << "looking changes nothing: mail scanners do that";
    // What a mail program sends (RFC 8058): no session, no token of ours.
    const web::Response stopped = desk.post("", path, {{"List-Unsubscribe", "One-Click"}});
    EXPECT_EQ(stopped.status, 200);
    EXPECT_EQ(choice_now("anna"), Choice::nothing);
    EXPECT_EQ(written_for("anna").withheld, "choice") << "what waited already is not sent either";
    EXPECT_EQ(desk.journalled().back(), "letters.stopped ict");
    const auto line = desk.read([](db::Connection& in) { return journal::lines(in, 0, 1); }).at(0);
    EXPECT_EQ(line.actor + " " + line.detail, "anna by address");
    const std::size_t lines = desk.journalled().size();
    EXPECT_EQ(desk.post("", path, {}).status, 200) << "twice is once";
    EXPECT_EQ(desk.journalled().size(), lines);
}

TEST_P(LetterPages, stop_the_overview_alone) {
    asked("bram");
    digested_at();
    const std::string path = stop_path("anna");
    EXPECT_NE(desk.get("", path).body.find("over het weekoverzicht?"), std::string::npos);
    EXPECT_EQ(desk.post("", path, {}).status, 200);
    EXPECT_EQ(weekday_now("anna"), never);
    EXPECT_EQ(choice_now("anna"), first_choice);
}

TEST_P(LetterPages, stop_nothing_by_a_made_up_address) {
    choose("anna", Choice::everything);
    choose("sami", Choice::everything);
    asked("bram");
    announced_at();
    const std::string path = stop_path("anna");
    const std::string other = stop_path("sami");
    const std::string bent = path.substr(0, path.find('.')) + other.substr(other.find('.'));
    const std::size_t lines = desk.journalled().size();
    for (const std::string& wrong :
         {bent, path + "0", path.substr(0, path.size() - 1), path.substr(0, path.find('.')),
          std::string("/post/uitschrijven/x.y"), std::string("/post/uitschrijven/.")}) {
        EXPECT_EQ(desk.get("", wrong).status, 404) << wrong;
        EXPECT_EQ(desk.post("", wrong, {}).status, 404) << wrong;
    }
    EXPECT_EQ(choice_now("anna"), Choice::everything);
    EXPECT_EQ(desk.journalled().size(), lines);
}

TEST_P(LetterPages, do_not_name_a_closed_network_to_who_stops_its_mail) {
    sql("insert into memberships (id, network_id, person_id, side, joined_at) values "
        "('x', 'meubels', 'bram', 'purchaser', '2026-09-01T08:00:00.000Z')");
    choose("bram", Choice::everything, "meubels");
    asked("olga", question("network", "meubels"));
    announced_at();
    const std::string path = stop_path("bram");
    EXPECT_EQ(desk.get("", path).body.find("meubel"), std::string::npos);
    EXPECT_EQ(desk.post("", path, {}).body.find("meubel"), std::string::npos);
    EXPECT_EQ(choice_now("bram", "meubels"), Choice::nothing);
}

TEST_P(LetterPages, show_an_answer_that_waits_to_its_person_alone) {
    const std::string id = asked("anna");
    sql_held("bram", id);
    const web::Response page = desk.get("bram", "/mijn/post/antwoorden/held-1");
    EXPECT_EQ(page.status, 200);
    EXPECT_NE(page.body.find("Zeven <em>jaar</em>."), std::string::npos);
    EXPECT_NE(desk.get("bram", "/mijn/post").body.find("/mijn/post/antwoorden/held-1"), std::string::npos);
    for (const char* other : {"anna", "beheer", "femke"}) {
        EXPECT_EQ(desk.get(other, "/mijn/post/antwoorden/held-1").status, 404) << other;
        EXPECT_EQ(desk.post(other, "/mijn/post/antwoorden/held-1", {}).status, 404) << other;
        EXPECT_EQ(desk.post(other, "/mijn/post/antwoorden/held-1/verwijdering", {}).status, 404) << other;
        EXPECT_EQ(desk.get(other, "/mijn/post").body.find("held-1"), std::string::npos);
    }
    EXPECT_EQ(count("select count(*) from held_replies"), 1);
}

TEST_P(LetterPages, place_an_answer_when_its_person_says_so) {
    const std::string id = asked("anna");
    sql_held("bram", id);
    const web::Response placed = desk.post("bram", "/mijn/post/antwoorden/held-1", {});
    EXPECT_EQ(placed.status, 303);
    EXPECT_TRUE(location_of(placed).starts_with("/vragen/" + id + "?m=answered#")) << location_of(placed);
    EXPECT_NE(desk.get("anna", "/vragen/" + id).body.find("Zeven <em>jaar</em>."), std::string::npos);
    EXPECT_EQ(count("select count(*) from held_replies"), 0);
    EXPECT_EQ(desk.post("bram", "/mijn/post/antwoorden/held-1", {}).status, 404) << "once";
}

TEST_P(LetterPages, throw_an_answer_away_when_its_person_says_so) {
    const std::string id = asked("anna");
    sql_held("bram", id);
    EXPECT_EQ(location_of(desk.post("bram", "/mijn/post/antwoorden/held-1/verwijdering", {})),
              "/mijn/post?m=letters_discarded");
    EXPECT_EQ(count("select count(*) from held_replies"), 0);
    EXPECT_EQ(desk.journalled().back(), "reply.discarded " + id);
}

TEST_P(LetterPages, place_nothing_in_a_room_that_was_closed_meanwhile) {
    const std::string id = asked("anna");
    sql_held("bram", id);
    sql("update records set audience = 'purchasers' where id = $1", {id});
    const web::Response refused = desk.post("bram", "/mijn/post/antwoorden/held-1", {});
    EXPECT_EQ(refused.status, 403);
    EXPECT_NE(refused.body.find("Op deze vraag kun je niet meer per mail antwoorden."), std::string::npos);
    EXPECT_NE(refused.body.find("Zeven <em>jaar</em>."), std::string::npos) << "the text is not lost";
    EXPECT_EQ(count("select count(*) from answers"), 0);
    sql("delete from memberships where person_id = 'bram'");
    EXPECT_EQ(desk.get("bram", "/mijn/post/antwoorden/held-1").status, 404);
}

}  // namespace
}  // namespace kring::letters
