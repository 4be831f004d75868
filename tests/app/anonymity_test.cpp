// SPDX-License-Identifier: EUPL-1.2
// An anonymous question (R19), asked through the door in every way one can: afterwards nothing that is
// kept ties it to who asked it. Searched: every row of every table, the bytes of the files themselves,
// the log, the outbox, exports for everyone, and what its own author is shown.
#include <filesystem>

#include "app/embedded.hpp"
#include "app/folder.hpp"
#include "domain/contribution/acts.hpp"
#include "domain/journal/journal.hpp"
#include "domain/people/people.hpp"
#include "domain/people/store.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"
#include "tests/fixtures/browser.hpp"
#include "tests/fixtures/walled_house.hpp"
#include "tests/fixtures/world.hpp"

namespace kring::fixtures {
namespace {

constexpr std::string_view password = "een stille fiets in de regen";
constexpr std::string_view author = "zwijgster-zk";
constexpr std::string_view author_email = "zkpost@zwijgen.example";
constexpr std::string_view author_name = "Zkvoornaam Zkachternaam";
constexpr std::string_view title = "Zktitelwoord: mag dit wel?";
constexpr std::string_view body = "Zkbodywoord, want onze inkoper zegt van niet.";

class Anonymity : public ::testing::TestWithParam<db::Engine> {
protected:
    tests::FreshDatabase fresh{GetParam(), app::embedded_migrations()};
    std::unique_ptr<app::House> house;
    std::unique_ptr<app::Door> door;
    std::unique_ptr<Browser> browser;
    std::string key;  // to withdraw it with

    void open(int delay_minutes) {
        house = std::make_unique<app::House>(unhurried(fresh.address(), delay_minutes));
        door = std::make_unique<app::Door>(*house, app::all_routes());
        browser = std::make_unique<Browser>(*door);
        static const std::string hash = password_hash(password);
        write([](db::Connection& in) {
            make_world(in);
            in.execute(
                "insert into people (id, email, name, organisation_id, language, state, created_at) values "
                "($1, $2, $3, 'linderdam', 'nl', 'active', '2026-09-01T08:00:00.000Z')",
                {author, author_email, author_name});
            in.execute(
                "insert into memberships (id, network_id, person_id, side, joined_at) values "
                "('zk', 'ict', $1, 'purchaser', '2026-09-01T08:00:00.000Z')",
                {author});
            people::set_password_hash(in, author, hash);
            people::set_password_hash(in, "bram", hash);
        });
        testing::internal::CaptureStderr();
        browser->sign_in(author_email, password);
    }

    template <class F>
    void write(F&& f) {
        ASSERT_TRUE(house->database.write([&](db::Connection& in) {
            f(in);
            return Result<Done>(Done{});
        }));
    }

    static web::Fields typed(bool is_anonymous, std::string_view with_title = title) {
        web::Fields fields = {{"title", std::string(with_title)},
                              {"body", std::string(body)},
                              {"workshop", "ict-2"},
                              {"network", "ict"},
                              {"audience", "purchasers"},
                              {"language", "nl"}};
        if (is_anonymous) fields.emplace_back("anonymous", "yes");
        return fields;
    }

    static web::Fields with(web::Fields fields, std::string name, std::string value) {
        fields.emplace_back(std::move(name), std::move(value));
        return fields;
    }

    void ask() {
        const web::Response asked = browser->send("/vragen/nieuw", typed(true));
        ASSERT_EQ(asked.status, 200);
        read_key();
    }

    void read_key() {
        const HtmlNode page = parse_page(browser->page());
        for (const HtmlNode* code : page.all("code")) key = code->text;
        ASSERT_EQ(key.size(), 43U) << browser->page();
    }

    std::string question_id() {
        return house->database.read([](db::Connection& in) {
            return in.first_text("select id from questions where is_anonymous = 1").value_or("");
        });
    }

    /// What tells of the author: who they are, and whatever stands beside that in the session's row.
    std::vector<std::string> author_marks() {
        std::vector<std::string> marks = {std::string(author), std::string(author_email), "Zkvoornaam",
                                          "Zkachternaam"};
        house->database.read([&](db::Connection& in) {
            in.query("select id, token_hash, csrf from login_sessions where person_id = $1", {author},
                     [&](const db::Row& row) {
                         marks.insert(marks.end(), {row.text(0), row.text(1), row.text(2)});
                     });
            in.query("select token_hash from known_devices where person_id = $1", {author},
                     [&](const db::Row& row) { marks.push_back(row.text(0)); });
        });
        return marks;
    }

    std::vector<std::string> question_marks() {
        std::vector<std::string> marks = {"Zktitelwoord", "Zkbodywoord", "zktitelwoord",
                                          "zkbodywoord",  key,           sha256_hex(key)};
        if (const std::string id = question_id(); !id.empty()) marks.push_back(id);
        return marks;
    }

    static bool holds_any(std::string_view text, const std::vector<std::string>& marks) {
        for (const std::string& mark : marks) {
            if (!mark.empty() && text.find(mark) != std::string_view::npos) return true;
        }
        return false;
    }

    void expect_untied(std::string_view text, const std::string& where) {
        EXPECT_FALSE(holds_any(text, author_marks()) && holds_any(text, question_marks())) << where;
    }

    void expect_no_tie_in_tables() {
        const Dump dump = house->database.read(dump_of);
        std::size_t rows = 0;
        for (const auto& [table, all] : dump) {
            for (const std::string& row : all) expect_untied(row, table + ": " + row);
            rows += all.size();
        }
        EXPECT_GT(rows, 50U);
        // Nor has the author anything new: no row but those of being there and having come in.
        for (const std::string table : {"drafts", "votes", "consents", "record_readers", "outbox"}) {
            for (const std::string& row : dump.at(table))
                EXPECT_EQ(row.find(author), std::string::npos) << table;
        }
    }

    void expect_no_tie_in_journal() {
        const std::string id = question_id();
        const auto lines =
            house->database.read([](db::Connection& in) { return journal::lines(in, 0, 100); });
        for (const journal::Line& line : lines) {
            if (line.object != id) continue;
            EXPECT_EQ(line.actor, "");
            EXPECT_EQ(line.detail, "");
            EXPECT_TRUE(line.at.ends_with("T00:00:00.000Z")) << line.at;
        }
        for (const journal::Line& line : lines) {
            if (line.actor == author) EXPECT_TRUE(line.word.starts_with("sign_in.")) << line.word;
        }
    }

    // A page of the file holds the author's rows, or the question's, never both: also where rows once
    // stood. Ids are left out: the journal holds those of all that happened, side by side.
    void expect_no_tie_in_bytes() { expect_no_tie_in_bytes(author_marks()); }

    void expect_no_tie_in_bytes(const std::vector<std::string>& authors) {
        if (GetParam() != db::Engine::sqlite) return;
        const std::vector<std::string> words = {"Zktitelwoord", "Zkbodywoord", sha256_hex(key), key};
        std::size_t pages = 0;
        for (const std::string ending : {"", "-wal"}) {
            if (!std::filesystem::exists(fresh.address() + ending)) continue;
            const std::string bytes = read_file(fresh.address() + ending);
            const std::size_t head = ending.empty() ? 0 : 32;
            const std::size_t step = ending.empty() ? 4096 : 4096 + 24;
            for (std::size_t at = head; at < bytes.size(); at += step) {
                const std::string_view page = std::string_view(bytes).substr(at, step);
                EXPECT_FALSE(holds_any(page, authors) && holds_any(page, words))
                    << "page at " << at << ending;
                pages += 1;
            }
        }
        EXPECT_GT(pages, 20U);
    }

    void expect_no_tie_in_exports() {
        house->database.read([&](db::Connection& in) {
            Actor machine = app::House::operator_();
            std::vector<Actor> actors = {Actor{}, machine};
            for (const std::string_view id :
                 {author, std::string_view("anna"), std::string_view("bram"), std::string_view("sami"),
                  std::string_view("femke"), std::string_view("eva"), std::string_view("beheer")}) {
                actors.push_back(*people::actor_of(in, id));
            }
            for (const Actor& actor : actors) {
                for (const auto& [path, content] : app::export_folder(in, actor, now(), "Kring")) {
                    expect_untied(path + "\n" + content, "export of " + actor.name + ": " + path);
                }
            }
        });
    }

    static std::string without_token(std::string page) {
        for (auto at = page.find("name=\"csrf\""); at != std::string::npos;
             at = page.find("name=\"csrf\"", at + 1)) {
            const auto begin = page.find("value=\"", at) + 7;
            page.erase(begin, page.find('"', begin) - begin);
        }
        return page;
    }

    // To its author it is anybody's question.
    void expect_no_tie_in_pages() {
        const std::string address = "/vragen/" + question_id();
        Browser other(*door);
        other.sign_in("bram@ommer.example", password);
        ASSERT_EQ(browser->get(address).status, 200);
        other.get(address);
        EXPECT_EQ(without_token(browser->page()), without_token(other.page()));
        browser->get("/mijn");
        EXPECT_FALSE(holds_any(browser->page(), question_marks()));
    }

    void expect_no_tie_in_log() {
        const std::string log = testing::internal::GetCapturedStderr();
        EXPECT_FALSE(holds_any(log, author_marks())) << log;
        EXPECT_FALSE(holds_any(log, question_marks())) << log;
    }

    void expect_no_tie() {
        ASSERT_NE(question_id(), "");
        expect_no_tie_in_tables();
        expect_no_tie_in_journal();
        expect_no_tie_in_bytes();
        expect_no_tie_in_exports();
        expect_no_tie_in_pages();
        expect_no_tie_in_tables();
        expect_no_tie_in_log();
    }

    Time created_at() {
        return house->database.read(
            [&](db::Connection& in) { return chain::find(in, question_id())->created_at; });
    }
};
KRING_ON_BOTH_ENGINES(Anonymity);

TEST_P(Anonymity, holds_when_a_question_is_asked_at_once) {
    open(0);
    browser->get("/vragen/nieuw");
    ask();
    expect_no_tie();
    EXPECT_TRUE(to_text(created_at()).ends_with("T00:00:00.000Z"));
}

TEST_P(Anonymity, holds_when_the_question_was_previewed_first) {
    open(0);
    browser->get("/vragen/nieuw");
    ASSERT_EQ(browser->send("/vragen/nieuw", with(typed(true), "preview", "yes")).status, 200);
    EXPECT_NE(browser->page().find("Zkbodywoord"), std::string::npos);
    expect_no_tie_in_tables();
    ask();
    expect_no_tie();
}

TEST_P(Anonymity, holds_when_the_first_try_was_refused) {
    open(0);
    browser->get("/vragen/nieuw");
    ASSERT_EQ(browser->send("/vragen/nieuw", typed(true, "")).status, 400);
    expect_no_tie_in_tables();
    ASSERT_EQ(browser->send("/vragen/nieuw", with(typed(true), "keep", "yes")).status, 400);
    expect_no_tie_in_tables();
    ask();
    expect_no_tie();
}

TEST_P(Anonymity, holds_while_a_question_waits_and_when_it_shows) {
    open(5);
    browser->get("/vragen/nieuw");
    ask();
    EXPECT_EQ(question_id(), "");
    expect_no_tie_in_tables();
    expect_no_tie_in_bytes();
    browser->get("/vragen");
    EXPECT_EQ(browser->page().find("Zktitelwoord"), std::string::npos);
    const auto show = [&](Time when) {
        return *house->database.write([&](db::Connection& in) {
            return contribution::show_waiting(Act{app::House::operator_(), when, in, "job"});
        });
    };
    EXPECT_EQ(show(now() + 5 * minute_ms), 1);
    expect_no_tie();
}

TEST_P(Anonymity, holds_when_the_session_ended_while_typing) {
    open(0);
    browser->get("/vragen/nieuw");
    const std::string form = browser->page();
    write(
        [](db::Connection& in) { in.execute("delete from login_sessions where person_id = $1", {author}); });
    ASSERT_EQ(browser->send("/vragen/nieuw", typed(true)).status, 403);
    expect_no_tie_in_tables();
    ASSERT_EQ(
        browser
            ->send("/aanmelden", {{"email", std::string(author_email)}, {"password", std::string(password)}})
            .status,
        200);
    expect_no_tie_in_tables();
    ASSERT_EQ(browser->send("/vragen/nieuw", {}).status, 200);
    read_key();
    expect_no_tie();
}

// A draft bears a name. Whoever then chooses to ask without one, must not be found in what it left; the
// log of SQLite holds what was written until it is folded into the file, as it is when the house closes.
TEST_P(Anonymity, holds_when_a_draft_with_a_name_was_kept_before) {
    open(0);
    browser->get("/vragen/nieuw");
    ASSERT_EQ(browser->send("/vragen/nieuw", with(typed(false), "keep", "yes")).status, 303);
    browser->get("/vragen/nieuw");
    EXPECT_NE(browser->page().find("Zktitelwoord"), std::string::npos);
    ask();
    expect_no_tie_in_tables();
    expect_no_tie_in_journal();
    expect_no_tie_in_exports();
    expect_no_tie_in_pages();
    expect_no_tie_in_log();
    const auto authors = author_marks();
    browser.reset();
    door.reset();
    house.reset();
    expect_no_tie_in_bytes(authors);
}

TEST_P(Anonymity, holds_when_the_question_is_withdrawn_with_its_key) {
    open(0);
    browser->get("/vragen/nieuw");
    ask();
    const std::string id = question_id();
    browser->get("/vragen/sleutel?vraag=" + id);
    ASSERT_EQ(browser->send("/vragen/sleutel", {{"question", id}, {"key", key}}).status, 303);
    expect_no_tie_in_tables();
    expect_no_tie_in_journal();
    expect_no_tie_in_bytes();
    const auto record = house->database.read([&](db::Connection& in) { return chain::find(in, id); });
    EXPECT_TRUE(record->is_withdrawn);
    EXPECT_TRUE(to_text(*record->withdrawn_at).ends_with("T00:00:00.000Z"));
    EXPECT_EQ(browser->get("/vragen/" + id).status, 404);
    expect_no_tie_in_log();
}

// Two questions of one day cannot be put in order of asking by their ids.
TEST_P(Anonymity, keeps_the_moment_out_of_the_id) {
    open(0);
    browser->get("/vragen/nieuw");
    ask();
    const std::string id = question_id();
    EXPECT_EQ(id.substr(0, 10), new_coarse_id(created_at()).substr(0, 10));
    EXPECT_NE(id.substr(0, 10), new_id(now()).substr(0, 10));
    testing::internal::GetCapturedStderr();
}

}  // namespace
}  // namespace kring::fixtures
