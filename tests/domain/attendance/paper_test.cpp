// SPDX-License-Identifier: EUPL-1.2
#include "domain/attendance/paper.hpp"

#include <map>

#include "app/embedded.hpp"
#include "domain/attendance/fitting.hpp"
#include "platform/base/process.hpp"
#include "platform/base/text.hpp"
#include "tests/domain/attendance/attendance_world.hpp"

namespace kring::attendance {
namespace {

std::string told(std::vector<std::string> argv, const std::string& pdf) {
    const ScratchFolder folder;
    write_file(folder.path() + "/it.pdf", pdf);
    argv.emplace_back("it.pdf");
    if (argv[0] == "pdftotext") argv.emplace_back("-");
    const Finished finished = run_program(argv, folder.path(), 120);
    EXPECT_EQ(finished.exit_code, 0) << argv[0] << ": " << finished.errors;
    return finished.output;
}

// Only letters and digits: how a PDF breaks lines and joins letters is its own affair.
std::string bare(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (std::isalnum(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0) out += c;
    return out;
}

double number_after(std::string_view text, std::string_view name) {
    const auto at = text.find(name);
    return at == std::string_view::npos ? -1 : std::stod(std::string(text.substr(at + name.size(), 12)));
}

const Words names = {"Anna de Wit",
                     "Wilhelmina Wolterina van Westerwijtwerd-Grootouders tot Middelstum",
                     "<script>alert(1)</script>",
                     "=HYPERLINK(\"http://x\";\"y\")",
                     "Özge Çelik-Łukasiewicz",
                     std::string(120, 'W'),
                     "{{7*7}} \\u0000 %s &amp;",
                     "O'Neill & Zonen",
                     "Negende Gast",
                     "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamter Jansen"};

class AttendancePaper : public AttendanceWorld {
protected:
    void invite_guests() {
        sql("delete from participants where workshop_id = 'ict-2'");
        for (const std::string& name : names)
            ASSERT_EQ(guest({"guest-" + std::to_string(++made_), name, long_organisation, "room"}), Words{});
        ASSERT_EQ(guest({"guest-online", "Thuis Blijver", "", "online"}), Words{});
    }
    std::string html(Kind kind, bool with_codes = false) {
        return desk.read([&](db::Connection& in) {
            return paper_of(in, desk.site(), {"s", "ict-2", {kind, "nl", with_codes}, the_day}).html;
        });
    }
    std::string pdf(Kind kind, bool with_codes = false) {
        press::Paper paper = desk.read([&](db::Connection& in) {
            return paper_of(in, desk.site(), {"s", "ict-2", {kind, "nl", with_codes}, the_day});
        });
        paper.css = app::embedded_press_file("paper.css");
        return press::print_paper(paper);
    }

    const std::string long_organisation = "Ministerie van Wonen, Waterstaat, Wegen en Wederopbouw " +
                                          std::string("in oprichting, afdeling Meubels en Materieel");

private:
    int made_ = 0;
};
INSTANTIATE_TEST_SUITE_P(on, AttendancePaper, ::testing::Values(db::Engine::sqlite), tests::engine_name);

TEST_P(AttendancePaper, badges_are_eight_on_an_A4_each_with_its_whole_name_and_nothing_outside_it) {
    invite_guests();
    const std::string printed = pdf(Kind::badges);
    const std::string info = told({"pdfinfo"}, printed);
    EXPECT_NE(info.find("Pages:           2\n"), std::string::npos) << info;
    EXPECT_NE(info.find("(A4)"), std::string::npos) << info;
    EXPECT_NE(info.find("Tagged:          yes"), std::string::npos) << info;
    EXPECT_NE(info.find("Naambadges"), std::string::npos) << info;
    std::string all = bare(told({"pdftotext", "-raw"}, printed));
    for (const std::string& name : names) EXPECT_NE(all.find(bare(name)), std::string::npos) << name;
    EXPECT_EQ(all.find("ThuisBlijver"), std::string::npos) << "comes online";

    // Badges are 105 by 74.2 mm; every word lies in exactly one, inside its padding.
    const std::string boxes = told({"pdftotext", "-bbox"}, printed);
    int words = 0;
    std::map<std::string, int> badges;
    int page = 0;
    for (const std::string_view line : split(boxes, '\n')) {
        page += line.find("<page ") != std::string_view::npos;
        if (line.find("<word ") == std::string_view::npos) continue;
        ++words;
        const double mm = 25.4 / 72;
        const double left = number_after(line, "xMin=\"") * mm;
        const double right = number_after(line, "xMax=\"") * mm;
        const double top = number_after(line, "yMin=\"") * mm;
        const double bottom = number_after(line, "yMax=\"") * mm;
        const int column = static_cast<int>(left / 105);
        const int row = static_cast<int>(top / 74.2);
        EXPECT_GT(left, column * 105 + 7) << line;
        EXPECT_LT(right, (column + 1) * 105 - 7) << line;
        EXPECT_GT(top, row * 74.2 + 5) << line;
        EXPECT_LT(bottom, (row + 1) * 74.2 - 5) << line;
        ++badges[std::to_string(page) + "/" + std::to_string(row) + "/" + std::to_string(column)];
    }
    EXPECT_GT(words, 100);
    EXPECT_EQ(badges.size(), names.size());
    EXPECT_EQ(badges.count("1/3/1"), 1u);
    EXPECT_EQ(badges.count("2/0/1"), 1u);
    EXPECT_EQ(badges.count("2/1/0"), 0u);
}

TEST_P(AttendancePaper, a_badge_with_a_code_reads_back_as_the_address_that_takes_it) {
    const std::string secret = key();
    const std::string printed = pdf(Kind::badges, true);
    const ScratchFolder folder;
    write_file(folder.path() + "/it.pdf", printed);
    ASSERT_EQ(run_program({"pdftoppm", "-r", "150", "-png", "it.pdf", "page"}, folder.path(), 60).exit_code,
              0);
    const Finished read = run_program({"zbarimg", "--quiet", "--raw", "page-1.png"}, folder.path(), 60);
    for (const char* person : {"anna", "sami"}) {
        const std::string address = "https://kring.example/i#" + own_code(secret, "ict-2", person);
        EXPECT_NE(read.output.find(address + "\n"), std::string::npos) << read.output;
    }
    EXPECT_EQ(html(Kind::badges).find("<svg"), std::string::npos) << "only when asked for";
}

TEST_P(AttendancePaper, the_list_has_everybody_by_surname_a_column_to_sign_and_empty_lines) {
    invite_guests();
    const std::string printed = pdf(Kind::list);
    const std::string text = told({"pdftotext", "-layout"}, printed);
    EXPECT_NE(text.find("Presentielijst"), std::string::npos);
    EXPECT_NE(text.find("Handtekening"), std::string::npos);
    EXPECT_NE(text.find("donderdag 14 januari 2027"), std::string::npos);
    const std::string all = bare(told({"pdftotext", "-raw"}, printed));
    for (const std::string& name : names) EXPECT_NE(all.find(bare(name)), std::string::npos) << name;
    EXPECT_LT(text.find("Negende Gast"), text.find("Anna de Wit"));
    EXPECT_NE(text.find(std::to_string(names.size() + 1 + 8)), std::string::npos) << "the last empty line";
}

TEST_P(AttendancePaper, the_table_says_who_was_expected_who_came_and_when) {
    ASSERT_EQ(tick("femke", {"anna", "bram"}), Words{});
    ASSERT_EQ(left("anna", "15:10"), Words{});
    const auto table = desk.read(
        [&](db::Connection& in) { return table_of(desk.site(), html::Language::nl, listed(in, "ict-2")); });
    EXPECT_EQ(sheet::csv(table).substr(3),
              "\"Naam\",\"Organisatie\",\"Rol\",\"Waar\",\"Ingeschreven\",\"Aanwezig\",\"Dag\",\"Genoteerd "
              "om\",\"Vertrokken om\",\"Hoe genoteerd\"\r\n"
              "\"Sami Aydin\",\"Tweede Leven ICT "
              "BV\",\"Leverancier\",\"zaal\",\"ja\",\"nee\",\"\",\"\",\"\",\"\"\r\n"
              "\"Bram Hoekstra\",\"Waterschap Ommer\",\"Inkoper\",\"zaal\",\"nee\",\"ja\",\"2027-01-14\","
              "\"13:00\",\"\",\"afgevinkt\"\r\n"
              "\"Anna de Wit\",\"Gemeente Linderdam\",\"Inkoper\",\"zaal\",\"ja\",\"ja\",\"2027-01-14\","
              "\"13:00\",\"15:10\",\"afgevinkt\"\r\n");
}

TEST(AttendanceFitting, short_names_are_large_long_ones_small_and_none_is_larger_than_fits) {
    const std::vector<int> sizes = {32, 26, 21, 17, 14, 12, 10, 8, 6};
    EXPECT_EQ(fitting_size("Anna de Wit", 88, 29, sizes), 32);
    EXPECT_EQ(fitting_size("", 88, 29, sizes), 32);
    int before = 32;
    for (std::size_t length = 1; length <= 120; ++length) {
        const int size = fitting_size(std::string(length, 'W'), 88, 29, sizes);
        EXPECT_LE(size, before);
        before = size;
    }
    EXPECT_LE(before, 14);
    EXPECT_EQ(fitting_size(std::string(5000, 'W'), 88, 29, sizes), 6);
}

}  // namespace
}  // namespace kring::attendance
