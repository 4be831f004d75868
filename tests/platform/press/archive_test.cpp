// SPDX-License-Identifier: EUPL-1.2
#include "platform/press/archive.hpp"

#include <gtest/gtest.h>

#include "platform/base/process.hpp"

namespace kring::press {
namespace {

Archive example() {
    return {
        {"mimetype", "application/epub+zip"}, {"a/é.txt", std::string(100000, 'x') + "end"}, {"empty", ""}};
}

std::string python_on(const std::string& program, const std::string& zip) {
    const ScratchFolder folder;
    write_file(folder.path() + "/it.zip", zip);
    const Finished finished =
        run_program({"/usr/bin/python3", "-c", "import zipfile\n" + program}, folder.path(), 20);
    EXPECT_EQ(finished.exit_code, 0) << finished.errors;
    return zip.empty() ? read_file(folder.path() + "/made.zip") : finished.output;
}

TEST(Archive, comes_back_as_it_was_put_in) {
    const Archive back = read_archive(write_archive(example(), "2026-11-23"));
    ASSERT_EQ(back.size(), 3u);
    for (std::size_t i = 0; i < back.size(); ++i) {
        EXPECT_EQ(back[i].name, example()[i].name);
        EXPECT_TRUE(back[i].content == example()[i].content);
    }
}

TEST(Archive, is_sound_to_another_reader) {
    const std::string zip = write_archive(example(), "2026-11-23");
    EXPECT_EQ(
        python_on(
            "z = zipfile.ZipFile('it.zip')\nprint(z.testzip(), [(i.filename, i.compress_type, i.file_size, "
            "i.date_time) for i in z.infolist()])",
            zip),
        "None [('mimetype', 0, 20, (2026, 11, 23, 0, 0, 0)), ('a/é.txt', 8, 100003, (2026, 11, 23, 0, 0, "
        "0)), "
        "('empty', 0, 0, (2026, 11, 23, 0, 0, 0))]\n");
    EXPECT_EQ(zip.substr(30, 28), "mimetypeapplication/epub+zip")
        << "where readers look for the kind (OCF 3, 4.3)";
}

TEST(Archive, reads_what_another_writer_made) {
    const std::string zip = python_on(
        "z = zipfile.ZipFile('made.zip', 'w', zipfile.ZIP_DEFLATED)\nz.comment = b'note'\nz.writestr('b', "
        "'c' * 5000)",
        "");
    Archive archive = read_archive(zip);
    EXPECT_EQ(member(archive, "b"), std::string(5000, 'c'));
    EXPECT_THROW(member(archive, "a"), std::runtime_error);
}

TEST(Archive, refuses_every_shortened_or_damaged_copy) {
    const std::string zip = write_archive({{"a", "hello hello hello hello"}}, "2026-11-23");
    for (std::size_t size = 0; size < zip.size(); ++size) {
        EXPECT_THROW(read_archive(zip.substr(0, size)), std::runtime_error) << size;
    }
    std::string damaged = zip;
    damaged[33] = static_cast<char>(damaged[33] ^ 1);
    EXPECT_THROW(read_archive(damaged), std::runtime_error);
    EXPECT_THROW(write_archive({}, "23-11-2026"), std::runtime_error);
}

}  // namespace
}  // namespace kring::press
