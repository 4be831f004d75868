// SPDX-License-Identifier: EUPL-1.2
#include "platform/upload/upload.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "platform/base/process.hpp"
#include "platform/upload/archive.hpp"
#include "tests/fixtures/evil_files.hpp"

namespace kring::upload {
namespace {

using fixtures::evil_file;
using fixtures::evil_files;
using fixtures::EvilFile;
using Words = std::vector<std::string>;

std::string outcome(const Result<Accepted>& result) {
    if (result) return "accepted";
    const std::string phrase = result.problems().front().phrase;
    EXPECT_EQ(result.problems().front().field, "file");
    return phrase.substr(phrase.rfind('.') + 1);
}

Result<Accepted> sent(const EvilFile& one, const Scanner& scanner = {}) {
    return accept(one.bytes, one.name, one.allowed(), scanner);
}

/// What can be read in a file: of a container, of every part of it.
std::string readable(const Accepted& accepted) {
    std::vector<Entry> entries;
    if (!accepted.bytes.starts_with("PK") || check_directory(accepted.bytes, entries)) return accepted.bytes;
    std::string all;
    const auto parts = unpack(accepted.bytes, entries).value();
    for (const Part& part : parts) all += part.name + "\n" + part.bytes;
    return all;
}

Words told_by(const Accepted& accepted) {
    Words words;
    for (const Found& one : accepted.found) words.push_back(one.what + ": " + one.value);
    std::sort(words.begin(), words.end());
    return words;
}

TEST(Upload, gives_every_file_what_it_deserves) {
    const fixtures::StandInScanner clamd;
    EXPECT_GE(evil_files().size(), 70U);
    for (const EvilFile& one : evil_files()) {
        EXPECT_EQ(outcome(sent(one, clamd.scanner())), one.outcome) << one.file;
    }
}

TEST(Upload, hands_out_nothing_of_who_made_it_and_nothing_that_runs) {
    const Words never = {"Jannie Verborgen", "Bedrijf dat niemand weet",
                         "Kantoorprogramma", "Camerafabriek",
                         "2026:11:23",       "2026-11-23",
                         "alert(1)",         "<html"};
    for (const EvilFile& one : evil_files()) {
        if (one.outcome != "accepted") continue;
        const auto accepted = sent(one);
        ASSERT_TRUE(accepted) << one.file;
        const std::string text = readable(*accepted);
        for (const std::string& word : never) {
            EXPECT_EQ(text.find(word), std::string::npos) << one.file << " still holds " << word;
        }
    }
}

TEST(Upload, tells_what_it_took_out) {
    const auto told = [](std::string_view file) { return told_by(*sent(evil_file(file))); };
    EXPECT_EQ(told("slides-good.pdf"), (Words{"author: Jannie Verborgen", "program: Drukker"}));
    EXPECT_EQ(told("slides-good.pptx"),
              (Words{"author: Jannie Verborgen", "company: Bedrijf dat niemand weet",
                     "moment: 2026-11-23T10:00:00Z", "program: Kantoorprogramma"}));
    EXPECT_EQ(told("slides-good.odp"), (Words{"author: Jannie Verborgen", "moment: 2026-11-23T10:00:00",
                                              "program: Kantoorprogramma"}));
    const Words of_camera = {"author: Jannie Verborgen", "device: Camerafabriek",
                             "moment: 2026:11:23 10:00:00", "place: 52.09167, 5.12083"};
    EXPECT_EQ(told("photo-position.jpg"), of_camera);
    EXPECT_EQ(told("photo-author.png"), of_camera);
    EXPECT_EQ(told("photo-good.png"), Words{});
}

TEST(Upload, accepts_again_what_it_made_and_finds_nothing_more) {
    for (const EvilFile& one : evil_files()) {
        if (one.outcome != "accepted") continue;
        const auto first = sent(one);
        ASSERT_TRUE(first) << one.file;
        const auto second = accept(first->bytes, one.name, one.allowed(), {});
        ASSERT_TRUE(second) << one.file << " " << outcome(second);
        EXPECT_EQ(told_by(*second), Words{}) << one.file;
    }
}

// Decoded from the bytes themselves: SOF0 holds height and width (ITU T.81 B.2.2).
TEST(Upload, turns_a_photo_as_its_camera_said_and_bounds_its_size) {
    const auto size_of = [](const std::string& jpeg) {
        const std::size_t at = jpeg.find("\xFF\xC0");
        const auto number = [&](std::size_t place) {
            return static_cast<unsigned char>(jpeg[place]) * 256 +
                   static_cast<unsigned char>(jpeg[place + 1]);
        };
        return std::pair{number(at + 7), number(at + 5)};
    };
    EXPECT_EQ(size_of(sent(evil_file("photo-good.jpg"))->bytes), (std::pair{32, 24}));
    EXPECT_EQ(size_of(sent(evil_file("photo-position.jpg"))->bytes), (std::pair{24, 32}));
}

TEST(Upload, makes_files_that_other_programs_open) {
    const ScratchFolder folder;
    for (const char* file : {"slides-good.pptx", "slides-good.odp", "slides-comment.pptx"}) {
        const std::string path = folder.path() + "/" + file;
        write_file(path, sent(evil_file(file))->bytes);
        const Finished made = run_program({"soffice", "--headless", "--convert-to", "txt:Text", "--outdir",
                                           folder.path(), "--convert-to", "pdf", path},
                                          folder.path(), 120);
        EXPECT_EQ(made.exit_code, 0) << made.errors;
        const std::string pdf = path.substr(0, path.rfind('.')) + ".pdf";
        const Finished text = run_program({"pdftotext", pdf, "-"}, folder.path(), 60);
        EXPECT_NE(text.output.find("Hergebruik van laptops"), std::string::npos) << file << text.errors;
    }
    const std::string path = folder.path() + "/praatje.pdf";
    write_file(path, sent(evil_file("slides-good.pdf"))->bytes);
    const Finished checked = run_program({"qpdf", "--check", path}, folder.path(), 60);
    EXPECT_EQ(checked.exit_code, 0) << checked.output << checked.errors;
}

TEST(Upload, leaves_nothing_for_a_second_tool_to_find) {
    const ScratchFolder folder;
    for (const char* file : {"slides-good.pdf", "slides-good.pptx", "slides-good.odp", "slides-xmp.pdf",
                             "photo-position.jpg", "photo-author.png"}) {
        const std::string path = folder.path() + "/" + file;
        write_file(path, sent(evil_file(file))->bytes);
        const Finished seen = run_program({"exiftool", "-a", "-G1", path}, folder.path(), 60);
        ASSERT_EQ(seen.exit_code, 0) << seen.errors;
        for (const char* word :
             {"GPS", "Author", "Creator", "Artist", "Company", "Verborgen", "Camerafabriek"}) {
            EXPECT_EQ(seen.output.find(word), std::string::npos) << file << "\n" << seen.output;
        }
    }
}

TEST(Upload, refuses_every_beginning_of_a_good_file) {
    for (const char* file : {"slides-good.odp", "slides-good.pdf", "photo-good.png"}) {
        const EvilFile& one = evil_file(file);
        for (std::size_t size = 0; size + 2 < one.bytes.size(); size += 7) {
            const auto result = accept(one.bytes.substr(0, size), one.name, one.allowed(), {});
            EXPECT_FALSE(result) << file << " of " << size << " bytes";
        }
    }
}

TEST(Upload, survives_any_one_byte_changed) {
    for (const char* file :
         {"slides-good.odp", "slides-good.pdf", "photo-position.jpg", "photo-author.png"}) {
        EvilFile one = evil_file(file);
        for (std::size_t at = 0; at < one.bytes.size(); at += 3) {
            const char before = one.bytes[at];
            one.bytes[at] = static_cast<char>(before ^ 0x55);
            const auto result = sent(one);
            if (result) EXPECT_FALSE(result->bytes.empty());
            one.bytes[at] = before;
        }
    }
}

TEST(Upload, refuses_a_byte_too_many) {
    const EvilFile& one = evil_file("slides-good.pdf");
    EXPECT_EQ(outcome(accept(std::string(bytes_max + 1, 'x'), one.name, one.allowed(), {})), "too_big");
    EXPECT_EQ(outcome(accept("", "", one.allowed(), {})), "none");
}

TEST(Upload, takes_nothing_when_the_scanner_does_not_answer_or_speaks_in_riddles) {
    const EvilFile& one = evil_file("slides-good.pdf");
    EXPECT_EQ(outcome(sent(one, {"/nergens/clamd.ctl"})), "not_scanned");
    EXPECT_EQ(outcome(sent(one, {"127.0.0.1:1"})), "not_scanned");
    for (const char* answer : {"INSTREAM size limit exceeded. ERROR", "stream: OK, more or less", "", "OK"}) {
        const fixtures::StandInScanner odd(*answer ? answer : " ");
        EXPECT_EQ(outcome(sent(one, odd.scanner())), "not_scanned") << answer;
    }
}

TEST(Upload, hands_files_out_under_tame_names) {
    const auto tame = [](std::string_view name) { return tame_name(name, Kind::pdf); };
    EXPECT_EQ(tame("Praatje over ICT.pdf"), "Praatje-over-ICT.pdf");
    EXPECT_EQ(tame("Praatje.exe.pdf"), "Praatje-exe.pdf");
    EXPECT_EQ(tame("../../etc/passwd.pdf"), "passwd.pdf");
    EXPECT_EQ(tame("C:\\Users\\Jan\\é.pdf"), "é.pdf");
    EXPECT_EQ(tame("a\u202Efdp.exe.pdf"), "afdp-exe.pdf");
    EXPECT_EQ(tame("a\u200Bb\uFEFF.pdf"), "ab.pdf");
    EXPECT_EQ(tame(std::string("a\0b\r\nc.pdf", 10)), "a-b-c.pdf");
    EXPECT_EQ(tame(".pdf"), "bestand.pdf");
    EXPECT_EQ(tame("\xFF\xFE.pdf"), "bestand.pdf");
    EXPECT_EQ(tame(std::string(300, 'p') + ".pdf"), std::string(80, 'p') + ".pdf");
    EXPECT_EQ(tame("\"; rm -rf.pdf"), "rm-rf.pdf");
}

}  // namespace
}  // namespace kring::upload
