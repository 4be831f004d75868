// SPDX-License-Identifier: EUPL-1.2
// The pages, and the answers as a file opened by LibreOffice. A page asks the clock of the world, so the
// workshop is put a day before that.
#include "domain/evaluation/pages.hpp"

#include <algorithm>

#include "domain/evaluation/acts.hpp"
#include "domain/evaluation/store.hpp"
#include "platform/base/process.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::evaluation {
namespace {

using fixtures::HtmlNode;
using fixtures::parse_page;
using fixtures::texts_of;
using Words = std::vector<std::string>;

constexpr std::string_view form = "/bijeenkomsten/ict-2/evaluatie";
constexpr std::string_view results = "/bijeenkomsten/ict-2/evaluatie/uitkomsten";
constexpr std::string_view asking = "/bijeenkomsten/ict-2/evaluatie/verzoek";

// RFC 4180, read independently of the writer.
std::vector<Words> read_csv(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::vector<Words> rows(1, {""});
    bool is_quoted = false;
    for (const char c : text) {
        if (c == '"') is_quoted = !is_quoted;
        std::string& cell = rows.back().back();
        if (!is_quoted && c == ',')
            rows.back().emplace_back();
        else if (!is_quoted && c == '\n')
            rows.push_back({""});
        else if (is_quoted || c != '\r')
            cell += c;
    }
    rows.pop_back();
    for (Words& row : rows) {
        for (std::string& cell : row) {
            if (cell.starts_with('"')) cell = cell.substr(1, cell.size() - 2);
            for (auto at = cell.find("\"\""); at != std::string::npos; at = cell.find("\"\"", at + 1))
                cell.erase(at, 1);
        }
    }
    return rows;
}

class EvaluationPages : public ::testing::TestWithParam<db::Engine> {
protected:
    EvaluationPages() { sql("update workshops set day = '2026-11-22' where id = 'ict-2'"); }
    fixtures::Desk desk{GetParam(), routes()};

    void sql(std::string_view statement) {
        ASSERT_TRUE(desk.act("", [&](const Act& act) {
            act.in.execute(statement);
            return Result<Done>(Done{});
        }));
    }
    HtmlNode page(std::string_view person, std::string_view path, int status = 200) {
        const auto response = desk.get(person, path);
        EXPECT_EQ(response.status, status) << path;
        return parse_page(response.body);
    }
    void ask_all() { ASSERT_EQ(desk.post("femke", asking, {}).status, 303); }
    /// As if so many people had answered.
    void insert_answers(const std::vector<Answer>& all) {
        ASSERT_TRUE(desk.act("", [&](const Act& act) {
            const auto asked = find_asked(act.in, "ict-2").value();
            for (const Answer& one : all) put(act.in, asked, one.id, one);
            return Result<Done>(Done{});
        }));
    }
    static std::vector<Answer> several(std::size_t count) {
        const Words nasty = {"=1+1", "a \"quoted\" word, with a comma", "line one\nline two", "@SUM(1)",
                             "Özge"};
        std::vector<Answer> all;
        for (std::size_t i = 0; i < count; ++i) {
            Answer one;
            one.id = "answer-" + std::to_string(i);
            one.scores = {static_cast<std::int64_t>(i % 5 + 1), 4, std::nullopt};
            one.learned = nasty[i % nasty.size()];
            one.better = "Meer tijd";
            all.push_back(std::move(one));
        }
        return all;
    }
};
KRING_ON_BOTH_ENGINES(EvaluationPages);

TEST_P(EvaluationPages, say_who_gets_the_mail_before_it_goes) {
    EXPECT_EQ(desk.get("anna", asking).status, 403);
    EXPECT_EQ(desk.get("olga", asking).status, 403) << "the workshop is for everyone, its answers are not";
    const auto before = page("femke", asking);
    EXPECT_EQ(texts_of(before, "p", "nl-paragraph--lead").front(),
              "2 deelnemers krijgen een mail met een link naar de evaluatie.");
    EXPECT_EQ(texts_of(*before.all("main").front(), "li").size(), 2U);
    ask_all();
    EXPECT_EQ(desk.get("femke", asking).status, 409);
    EXPECT_EQ(desk.post("femke", asking, {}).status, 409);
}

TEST_P(EvaluationPages, nothing_typed_is_lost_and_an_earlier_answer_comes_back) {
    EXPECT_EQ(desk.get("anna", form).status, 409) << "not asked yet";
    ask_all();
    EXPECT_EQ(desk.get("bram", form).status, 403);
    const auto wrong = desk.post("anna", form, {{"learned", "Iets"}, {"due_on", "ooit"}, {"useful", "3"}});
    EXPECT_EQ(wrong.status, 400);
    EXPECT_EQ(texts_of(parse_page(wrong.body), "textarea").front(), "Iets");
    EXPECT_EQ(desk.post("anna", form, {{"learned", "Iets"}, {"useful", "3"}}).status, 303);
    const auto again = page("anna", form);
    EXPECT_EQ(texts_of(again, "textarea").front(), "Iets");
    EXPECT_EQ(texts_of(again, "p", "k-notice").size(), 1U);
    EXPECT_EQ(texts_of(page("sami", form), "p", "k-notice").size(), 0U);
}

TEST_P(EvaluationPages, show_the_facilitator_no_scores_of_fewer_than_five) {
    ask_all();
    insert_answers(several(4));
    EXPECT_EQ(texts_of(page("femke", results), "td").front(), "–");
    EXPECT_EQ(texts_of(page("femke", results), "td")[1], "4");
    insert_answers(several(5));
    const Words cells = texts_of(page("femke", results), "td");
    EXPECT_EQ(Words(cells.begin(), cells.begin() + 7), (Words{"3,0", "5", "1", "1", "1", "1", "1"}));
    EXPECT_EQ(Words(cells.begin() + 7, cells.begin() + 14), (Words{"4,0", "5", "0", "0", "0", "5", "0"}));
    EXPECT_EQ(Words(cells.begin() + 14, cells.end()), (Words{"–", "0", "–", "–", "–", "–", "–"}));
    EXPECT_EQ(desk.get("anna", results).status, 403);
    EXPECT_EQ(desk.get("anna", "/bijeenkomsten/ict-2/evaluatie/antwoorden.csv").status, 403);
    EXPECT_EQ(desk.get("olga", "/bijeenkomsten/ict-2/evaluatie/antwoorden.ods").status, 403);
}

TEST_P(EvaluationPages, hand_out_one_flat_table_that_is_the_same_as_csv_and_as_ods) {
    ask_all();
    insert_answers(several(5));
    const auto csv = desk.get("femke", "/bijeenkomsten/ict-2/evaluatie/antwoorden.csv");
    ASSERT_EQ(csv.status, 200);
    const std::string head =
        "\xEF\xBB\xBF\"workshop\",\"day\",\"answer\",\"useful\",\"prepared\",\"met\",\"learned\",\"intends\","
        "\"intends_by\",\"better\",\"name\"\r\n";
    EXPECT_EQ(csv.body.substr(0, head.size()), head);
    EXPECT_NE(
        csv.body.find(
            "\"ict-2\",\"2026-11-22\",\"1\",\"1\",\"4\",\"\",\"'=1+1\",\"\",\"\",\"Meer tijd\",\"\"\r\n"),
        std::string::npos)
        << csv.body;
    const auto ods = desk.get("femke", "/bijeenkomsten/ict-2/evaluatie/antwoorden.ods");
    ASSERT_EQ(ods.status, 200);
    const ScratchFolder folder;
    write_file(folder.path() + "/it.ods", ods.body);
    const Finished finished =
        run_program({"soffice", "--headless", "-env:UserInstallation=file://" + folder.path() + "/profile",
                     "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true", "--outdir",
                     folder.path() + "/out", "it.ods"},
                    folder.path(), 180);
    ASSERT_EQ(finished.exit_code, 0) << finished.errors;
    // The CSV marks what a spreadsheet would take for a formula; the cells are the same but for that.
    auto expected = read_csv(csv.body);
    for (auto& row : expected) {
        for (std::string& cell : row) {
            if (cell.starts_with("'")) cell.erase(0, 1);
        }
    }
    ASSERT_EQ(expected.size(), 6U);
    EXPECT_EQ(read_csv(read_file(folder.path() + "/out/it.csv")), expected);
}

TEST_P(EvaluationPages, hand_out_texts_alone_of_fewer_than_five) {
    ask_all();
    insert_answers(several(2));
    const auto csv = desk.get("femke", "/bijeenkomsten/ict-2/evaluatie/antwoorden.csv");
    EXPECT_NE(csv.body.find("\"1\",\"\",\"\",\"\",\"'=1+1\""), std::string::npos) << csv.body;
}

}  // namespace
}  // namespace kring::evaluation
