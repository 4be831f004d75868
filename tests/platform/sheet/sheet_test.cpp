// SPDX-License-Identifier: EUPL-1.2
#include "platform/sheet/sheet.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "platform/base/process.hpp"
#include "platform/press/archive.hpp"

namespace kring::sheet {
namespace {

// What LibreOffice finds in a file, written by it in another format.
std::string converted(const std::string& bytes, const std::string& from, const std::string& to,
                      const std::string& filter) {
    const ScratchFolder folder;
    write_file(folder.path() + "/it." + from, bytes);
    const Finished finished =
        run_program({"soffice", "--headless", "-env:UserInstallation=file://" + folder.path() + "/profile",
                     "--infilter=" + std::string(from == "csv" ? "CSV:44,34,76,1" : "calc8"), "--convert-to",
                     to + filter, "--outdir", folder.path() + "/out", "it." + from},
                    folder.path(), 180);
    EXPECT_EQ(finished.exit_code, 0) << finished.errors;
    return read_file(folder.path() + "/out/it." + to);
}

constexpr std::string_view as_shown = ":Text - txt - csv (StarCalc):44,34,76,1,,0,true,true";

// RFC 4180, read independently of the writer.
std::vector<std::vector<std::string>> read_csv(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::vector<std::vector<std::string>> rows(1, {""});
    bool is_inside = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        std::string& cell = rows.back().back();
        if (is_inside && c == '"' && at + 1 < text.size() && text[at + 1] == '"') {
            cell += '"';
            ++at;
        } else if (c == '"') {
            is_inside = !is_inside;
        } else if (!is_inside && c == ',') {
            rows.back().emplace_back();
        } else if (!is_inside && c == '\n') {
            rows.push_back({""});
        } else if (is_inside || c != '\r') {
            cell += c;
        }
    }
    if (rows.back() == std::vector<std::string>{""}) rows.pop_back();
    return rows;
}

const std::vector<std::string> nasty = {"=1+1",
                                        "+31 6 12345678",
                                        "-2+3",
                                        "@SUM(1)",
                                        "\t=1",
                                        "  =HYPERLINK(\"http://x\")",
                                        "'already",
                                        "a \"quoted\" word, with a comma",
                                        "two  spaces and one behind ",
                                        "line one\nline two",
                                        "</text:p></table:table-cell>&amp;<b>",
                                        "Özge 林 👩‍🔧 e\u0301",
                                        "0612",
                                        "1-2-2026",
                                        "TRUE",
                                        "{{7*7}}"};

Sheet nasty_sheet() {
    Sheet sheet{"Blad", {"Naam", "=Aantal", "Dag"}, {}};
    for (const std::string& text : nasty) sheet.rows.push_back({text, std::int64_t{-3}, Day{"2027-01-14"}});
    return sheet;
}

std::string tab_as_space(std::string text) {
    std::replace(text.begin(), text.end(), '\t', ' ');
    return text;
}

TEST(Sheet, LibreOffice_reads_an_ods_back_as_it_was_typed) {
    const auto rows =
        read_csv(converted(ods(nasty_sheet(), "2027-01-14"), "ods", "csv", std::string(as_shown)));
    ASSERT_EQ(rows.size(), nasty.size() + 1);
    EXPECT_EQ(rows[0], (std::vector<std::string>{"Naam", "=Aantal", "Dag"}));
    for (std::size_t at = 0; at < nasty.size(); ++at)
        EXPECT_EQ(rows[at + 1], (std::vector<std::string>{tab_as_space(nasty[at]), "-3", "2027-01-14"}));
}

TEST(Sheet, no_cell_of_either_file_is_a_formula_in_LibreOffice) {
    const Sheet sheet = nasty_sheet();
    const std::string from_ods = converted(ods(sheet, "2027-01-14"), "ods", "fods", "");
    const std::string from_csv = converted(csv(sheet), "csv", "fods", "");
    for (const std::string& read : {from_ods, from_csv}) {
        EXPECT_NE(read.find("HYPERLINK"), std::string::npos) << "it was read at all";
        EXPECT_EQ(read.find("table:formula"), std::string::npos);
    }
}

TEST(Sheet, a_csv_reads_back_equal_but_for_the_apostrophe_that_keeps_formulas_off) {
    const auto rows = read_csv(csv(nasty_sheet()));
    ASSERT_EQ(rows.size(), nasty.size() + 1);
    EXPECT_EQ(rows[0], (std::vector<std::string>{"Naam", "'=Aantal", "Dag"}));
    for (std::size_t at = 0; at < nasty.size(); ++at) {
        const std::string expected = (at < 6 ? "'" : "") + nasty[at];
        EXPECT_EQ(rows[at + 1], (std::vector<std::string>{expected, "-3", "2027-01-14"}));
    }
}

TEST(Sheet, empty_cells_are_empty_and_the_same_sheet_gives_the_same_bytes) {
    const Sheet sheet{"Blad", {"A", "B"}, {{std::string(), Day{}}}};
    EXPECT_EQ(csv(sheet), "\xEF\xBB\xBF\"A\",\"B\"\r\n\"\",\"\"\r\n");
    EXPECT_EQ(ods(sheet, "2027-01-14"), ods(sheet, "2027-01-14"));
    const auto archive = press::read_archive(ods(sheet, "2027-01-14"));
    EXPECT_EQ(archive.front().name, "mimetype");
    EXPECT_EQ(archive.front().content, ods_type);
}

}  // namespace
}  // namespace kring::sheet
