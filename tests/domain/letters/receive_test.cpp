// SPDX-License-Identifier: EUPL-1.2
// Answers by mail, honest ones and hostile ones: each with the exact reaction, and with what changed.
#include "platform/mail/incoming.hpp"
#include "tests/domain/letters/letters_world.hpp"
#include "tests/domain/letters/mailed.hpp"
#include "tests/fixtures/dump.hpp"

namespace kring::letters {
namespace {

class Receiving : public LettersTest {
protected:
    std::string id;       // anna's question
    std::string address;  // that takes bram's answers to it

    void SetUp() override {
        LettersTest::SetUp();
        choose("bram", Choice::everything);
        id = asked("anna");
        announced_at();
        address = letter_to("bram").reply_to;
        sql("update outbox set sent_at = made_at");
    }

    Mailed mailed() const { return Mailed{address}; }

    Received received(const std::string& message, Time at = when) {
        return receive(desk.database, head, message, at);
    }
    Received received(const Mailed& message, Time at = when) { return received(message.text(), at); }

    /// Bodies of the answers to anna's question, oldest first.
    Words answers() {
        Words all;
        desk.read([&](db::Connection& in) {
            in.query("select a.body from answers a join records r on r.id = a.id order by r.created_at, r.id",
                     {}, [&](const db::Row& row) { all.push_back(row.text(0)); });
        });
        return all;
    }
    std::string last_refusal() {
        const auto line = desk.read([](db::Connection& in) { return journal::lines(in, 0, 1); }).at(0);
        return line.result == "refused"
                   ? line.word + " " + line.object + " " + line.detail + " " + line.origin
                   : "";
    }
    /// That it changed nothing but one line of the journal, and said this.
    void expect_refused(const std::string& message, Reaction reaction, const std::string& why,
                        const std::string& about) {
        const fixtures::Dump before = desk.read(fixtures::dump_of);
        const Received got = received(message);
        EXPECT_EQ(got.reaction, reaction) << got.why;
        EXPECT_EQ(got.why, why);
        EXPECT_EQ(got.text.empty(), reaction != Reaction::bounce) << got.text;
        EXPECT_EQ(last_refusal(), "reply.refused " + about + " " + why + " mail");
        const Words changed = fixtures::differences(before, desk.read(fixtures::dump_of));
        EXPECT_EQ(changed.size(), 1u) << changed.size();
        for (const char c : got.text) EXPECT_TRUE(c >= ' ' && c < 127) << got.text;
    }
    void expect_silence(const Mailed& message, const std::string& why) {
        expect_refused(message.text(), Reaction::silence, why, id);
    }
    void expect_bounce(const Mailed& message, const std::string& why) {
        expect_refused(message.text(), Reaction::bounce, why, id);
    }
    void expect_held(const Mailed& message) {
        const Received got = received(message);
        EXPECT_EQ(got.reaction, Reaction::held) << got.why;
        EXPECT_EQ(got.text, "");
        EXPECT_EQ(answers(), Words{});
        EXPECT_EQ(count("select count(*) from held_replies where person_id = 'bram'"), 1);
        const auto letter = waiting().at(0);
        EXPECT_EQ(letter.to_email, "bram@ommer.example");
        EXPECT_EQ(letter.subject, "Heb jij dit antwoord gestuurd?");
        EXPECT_EQ(letter.body.find("Zeven jaar lukt"), std::string::npos) << "the words wait on the site";
    }
};
KRING_ON_BOTH_ENGINES(Receiving);

TEST_P(Receiving, takes_an_honest_answer_as_that_of_its_person) {
    const Received got =
        received(mailed().saying("Zeven jaar lukt.\r\n\r\nGroet, Bram\r\n\r\nOp ma 23 nov 2026 om "
                                 "10:00 schreef Kring <kring@kring.example>:\r\n> Hoe lang?\r\n"));
    EXPECT_EQ(got.reaction, Reaction::placed) << got.why;
    EXPECT_EQ(answers(), Words{"Zeven jaar lukt.\n\nGroet, Bram"});
    const auto line = desk.read([](db::Connection& in) { return journal::lines(in, 0, 1); }).at(0);
    EXPECT_EQ(line.word + " " + line.actor + " " + line.origin, "answer.given bram mail");
    EXPECT_EQ(count("select answer_count from questions where id = $1", {id}), 1);
    EXPECT_EQ(waiting().size(), 0u);
    announced_at();
    EXPECT_EQ(readers(), Words{"anna"}) << "who asked hears of it, as of any answer";
}

TEST_P(Receiving, takes_each_message_once) {
    EXPECT_EQ(received(mailed()).reaction, Reaction::placed);
    expect_silence(mailed(), "taken");
    EXPECT_EQ(answers().size(), 1u);
    EXPECT_EQ(received(mailed().with_id("twee@ommer.example")).reaction, Reaction::placed);
    Mailed nameless = mailed().with_id("");
    EXPECT_EQ(received(nameless).reaction, Reaction::placed);
    expect_silence(nameless, "taken");
}

TEST_P(Receiving, takes_the_address_in_any_case_and_place) {
    std::string upper = address;
    for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    EXPECT_EQ(received(Mailed{upper}).reaction, Reaction::placed);
    Mailed copied{"kring@kring.example"};
    copied.with_id("kopie@ommer.example").with("Cc: <" + address + ">");
    EXPECT_EQ(received(copied).reaction, Reaction::placed);
}

TEST_P(Receiving, reads_html_when_that_is_all) {
    Mailed html = mailed().with("Content-Type: text/html; charset=utf-8");
    html.saying("<p>Zeven jaar <b>lukt</b>.</p><script>alert(1)</script><p>&lt;b&gt;Echt&lt;/b&gt;.</p>");
    EXPECT_EQ(received(html).reaction, Reaction::placed);
    EXPECT_EQ(answers(), Words{"Zeven jaar lukt.\n\n<b>Echt</b>."});
    const std::string page = desk.get("anna", "/vragen/" + id).body;
    EXPECT_EQ(page.find("<b>Echt"), std::string::npos) << "what people type never becomes markup";
}

TEST_P(Receiving, drops_attachments_and_tells_who_sent_them) {
    Mailed message = mailed().with("Content-Type: multipart/mixed; boundary=b");
    message.saying(
        "--b\r\nContent-Type: text/plain\r\n\r\nZie de bijlage.\r\n--b\r\nContent-Type: application/pdf\r\n"
        "Content-Disposition: attachment; filename=evil.pdf\r\n\r\n%PDF\r\n--b--\r\n");
    EXPECT_EQ(received(message).reaction, Reaction::placed);
    EXPECT_EQ(answers(), Words{"Zie de bijlage."});
    const auto letter = waiting().at(0);
    EXPECT_EQ(letter.to_email, "bram@ommer.example");
    EXPECT_EQ(letter.subject, "Je antwoord staat op Kring, zonder bijlage");
    EXPECT_NE(letter.body.find("https://kring.example/vragen/" + id + "#"), std::string::npos);
}

// Forged addresses: nobody who is not let in learns anything, and no mail goes to who did not write.

TEST_P(Receiving, is_silent_to_a_broken_seal) {
    std::string forged = address;
    char& last = forged[forged.find('@') - 1];
    last = last == '0' ? '1' : '0';
    expect_refused(Mailed{forged}.text(), Reaction::silence, "seal", "");
    const std::string tag = address.substr(address.find('+') + 1, 20);
    for (const std::string& made_up :
         {tag, tag + ".", std::string("x.y"), std::string("."), std::string(60, 'a')}) {
        expect_refused(Mailed{"antwoord+" + made_up + "@kring.example"}.text(), Reaction::silence, "seal",
                       "");
    }
}

TEST_P(Receiving, is_silent_to_the_seal_of_another_address_or_a_stop) {
    choose("sami", Choice::everything);
    asked("anna");
    announced_at();
    const mail::Message other = letter_to("sami");
    const auto seal_of = [](const std::string& email) {
        return email.substr(email.find('.'), email.find('@') - email.find('.'));
    };
    const std::string tag = address.substr(0, address.find('.'));
    expect_refused(Mailed{tag + seal_of(other.reply_to) + "@kring.example"}.text(), Reaction::silence, "seal",
                   "");
    const std::string stop = other.unsubscribe.substr(other.unsubscribe.rfind('/') + 1);
    expect_refused(Mailed{"antwoord+" + stop + "@kring.example"}.text(), Reaction::silence, "seal", "");
}

TEST_P(Receiving, is_silent_when_an_address_is_bent_to_another_person_or_question) {
    const std::string other = asked("anna");
    sql("update reply_addresses set question_id = $1 where person_id = 'bram'", {other});
    expect_refused(mailed().text(), Reaction::silence, "seal", "");
    sql("update reply_addresses set question_id = $1, person_id = 'sami'", {id});
    expect_refused(mailed().text(), Reaction::silence, "seal", "");
    sql("update reply_addresses set person_id = 'bram', expires_at = '2030-01-01T00:00:00.000Z'");
    expect_refused(mailed().text(), Reaction::silence, "seal", "");
}

TEST_P(Receiving, is_silent_to_mail_without_such_an_address) {
    for (const char* to :
         {"antwoord@kring.example", "kring@kring.example", "antwoord+x.y@elders.example", ""})
        expect_refused(Mailed{to}.text(), Reaction::silence, "no address", "");
    head.reply_address = "";
    expect_refused(mailed().text(), Reaction::silence, "no address", "");
}

TEST_P(Receiving, is_silent_to_every_address_after_the_key_was_thrown_away) {
    sql("delete from seal_keys");
    expect_refused(mailed().text(), Reaction::silence, "seal", "");
    sql("update letter_marks set sequence = 0");
    announced_at();
    expect_refused(mailed().text(), Reaction::silence, "seal", "");
    EXPECT_EQ(received(Mailed{letter_to("bram").reply_to}).reaction, Reaction::placed);
}

// Whoever holds the address but cannot be told from its person: that person is asked.

TEST_P(Receiving, holds_what_comes_from_another_address) {
    expect_held(mailed().from("bram.hoekstra@thuis.example", "thuis.example"));
}

TEST_P(Receiving, holds_what_fails_or_lacks_the_check_of_the_sender) {
    expect_held(
        mailed().checked("Authentication-Results: mx.kring.example; dmarc=fail header.from=ommer.example"));
}

TEST_P(Receiving, holds_what_only_the_sender_says_was_checked) {
    expect_held(
        mailed().checked("Authentication-Results: mx.elders.example; dmarc=pass header.from=ommer.example"));
}

TEST_P(Receiving, holds_everything_where_nothing_is_checked) {
    head.authserv = "";
    expect_held(mailed());
}

TEST_P(Receiving, holds_what_has_two_senders) { expect_held(mailed().with("From: bram@ommer.example")); }

TEST_P(Receiving, asks_a_person_about_no_more_than_a_few) {
    for (int i = 0; i < held_replies_max; ++i) {
        Mailed message = mailed().from("x@thuis.example", "thuis.example");
        EXPECT_EQ(received(message.with_id(std::to_string(i) + "@x.example")).reaction, Reaction::held);
    }
    expect_silence(mailed().from("x@thuis.example", "thuis.example"), "too many held");
    EXPECT_EQ(static_cast<int>(waiting().size()), held_replies_max);
    EXPECT_EQ(received(mailed()).reaction, Reaction::placed) << "what is certain is still taken";
}

// Robots and loops

TEST_P(Receiving, is_silent_to_robots) {
    const std::vector<std::pair<std::string, std::string>> robots = {
        {"Auto-Submitted: auto-replied", "auto-submitted"},
        {"Precedence: bulk", "precedence"},
        {"X-Auto-Response-Suppress: All", "auto-response"},
        {"X-Autoreply: yes", "auto-response"},
        {"List-Id: <ict.kring.example>", "list"},
        {"Content-Type: multipart/report; boundary=x", "report"},
    };
    for (const auto& [header, why] : robots) expect_silence(mailed().with(header), "automatic: " + why);
    expect_silence(mailed().titled("Automatisch antwoord: [Duurzame ICT] Hoe lang?"), "automatic: subject");
    expect_silence(mailed().titled("Out of office: Re: x"), "automatic: subject");
    expect_silence(mailed().returning_to("<>"), "automatic: null-sender");
}

TEST_P(Receiving, is_silent_to_a_thousand_bounces_and_writes_to_nobody) {
    for (int i = 0; i < 1000; ++i) {
        Mailed bounce = mailed().returning_to("<>").with_id(std::to_string(i) + "@mx.example");
        ASSERT_EQ(received(bounce).reaction, Reaction::silence);
    }
    EXPECT_EQ(answers(), Words{});
    EXPECT_EQ(waiting().size(), 0u);
}

TEST_P(Receiving, is_silent_to_its_own_mail_that_comes_back) {
    const std::string own = desk.read(
        [](db::Connection& in) { return in.first_text("select id from outbox").value() + "@kring.example"; });
    expect_silence(mailed().with_id(own), "loop");
}

TEST_P(Receiving, lets_the_mail_server_wait_with_more_than_so_many_an_hour) {
    for (int i = 0; i < replies_an_hour_max; ++i) {
        ASSERT_EQ(received(mailed().with_id(std::to_string(i) + "@x.example")).reaction, Reaction::placed);
    }
    expect_refused(mailed().text(), Reaction::wait, "too many", id);
    EXPECT_EQ(received(mailed(), when + hour_ms).reaction, Reaction::placed) << "nothing is lost";
}

// Bombs

TEST_P(Receiving, sends_bombs_back) {
    std::string deep;
    for (int i = 0; i < 20'000; ++i) {
        const std::string name = "b" + std::to_string(i);
        deep += "Content-Type: multipart/mixed; boundary=" + name + "\r\n\r\n--" + name + "\r\n";
    }
    std::string many;
    for (int i = 0; i < 100'000; ++i) many += "--b\r\n\r\nx\r\n";
    const std::string big(mail::incoming_bytes_max, 'x');
    expect_bounce(mailed().with("Content-Type: multipart/mixed; boundary=a").saying("--a\r\n" + deep),
                  "too_deep");
    expect_bounce(mailed().with("Content-Type: multipart/mixed; boundary=b").saying(many), "too_many_parts");
    expect_bounce(mailed().saying(big), "too_big");
    EXPECT_EQ(received(mailed().saying(big)).text.substr(0, 5), "5.3.4");
    // To a made-up address they are nobody's.
    expect_refused(Mailed{"antwoord+x.y@kring.example"}.saying(big).text(), Reaction::silence, "seal", "");
}

TEST_P(Receiving, sends_back_what_holds_no_words_or_too_many) {
    expect_bounce(mailed().saying("\r\n \r\n"), "empty");
    expect_bounce(mailed().saying("> Hoe lang?\r\n> En waarom?\r\n"), "empty");
    expect_bounce(mailed().saying("-- \r\nBram Hoekstra\r\n"), "empty");
    std::string long_text;
    while (long_text.size() <= contribution::body_length_max) long_text += "woord ";
    expect_bounce(mailed().saying(long_text), "too_long");
    const Received got = received(mailed().saying(""));
    EXPECT_EQ(
        got.text,
        "5.6.0 Er stond geen tekst van jezelf in je mail. Schrijf je antwoord boven de aangehaalde mail, of "
        "antwoord op de site: https://kring.example/vragen");
}

// Rooms and people: one answer for all that is closed, whatever closed it

TEST_P(Receiving, never_posts_where_one_may_not_read_or_where_mail_may_not_go) {
    struct Closing {
        std::string_view statement;
        std::string_view undoing;
    };
    const std::vector<Closing> closings = {
        {"update records set audience = 'purchasers' where kind = 'question'",
         "update records set audience = 'network' where kind = 'question'"},
        {"update records set audience = 'workshop', audience_of = 'ict-1' where kind = 'question'",
         "update records set audience = 'network', audience_of = null where kind = 'question'"},
        {"update networks set audience = 'network' where id = 'ict'",
         "update networks set audience = 'everyone' where id = 'ict'"},
        {"update memberships set network_id = 'meubels' where person_id = 'bram'",
         "update memberships set network_id = 'ict' where person_id = 'bram'"},
        {"update people set state = 'suspended' where id = 'bram'",
         "update people set state = 'active' where id = 'bram'"},
        {"update records set state = 'withdrawn', withdrawn_at = updated_at where kind = 'question'",
         "update records set state = 'open', withdrawn_at = null where kind = 'question'"},
    };
    std::set<std::string> texts;
    for (const Closing& one : closings) {
        sql(one.statement);
        expect_bounce(mailed(), "closed");
        texts.insert(received(mailed()).text);
        sql(one.undoing);
    }
    EXPECT_EQ(texts, (std::set<std::string>{
                         "5.7.1 Op deze vraag kun je niet (meer) per mail antwoorden. Je tekst is "
                         "niet geplaatst. Kijk op https://kring.example/vragen"}));
    EXPECT_EQ(received(mailed()).reaction, Reaction::placed) << "and now it is open again";
}

TEST_P(Receiving, sends_back_what_comes_after_the_address_has_run_out) {
    EXPECT_EQ(received(mailed().with_id("a@x.example"), when + reply_address_ms - minute_ms).reaction,
              Reaction::placed);
    const Received late = received(mailed(), when + reply_address_ms);
    EXPECT_EQ(late.reaction, Reaction::bounce);
    EXPECT_EQ(late.why, "expired");
}

TEST_P(Receiving, forgets_what_has_served_its_time) {
    received(mailed());
    received(mailed().from("x@thuis.example", "thuis.example").with_id("a@x.example"));
    const auto kept = [&](Time at) {
        (void)as_machine([&](const Act& act) { return drop_expired(act.in, at); }, at);
        return std::to_string(count("select count(*) from reply_addresses")) + " " +
               std::to_string(count("select count(*) from replies")) + " " +
               std::to_string(count("select count(*) from held_replies"));
    };
    EXPECT_EQ(kept(when), "1 2 1");
    EXPECT_EQ(kept(when + held_reply_ms + hour_ms), "1 2 0");
    EXPECT_EQ(kept(when + 2 * reply_address_ms + hour_ms), "0 0 0");
}

}  // namespace
}  // namespace kring::letters
