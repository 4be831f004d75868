// SPDX-License-Identifier: EUPL-1.2
#include "platform/base/process.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <stdexcept>

namespace kring {
namespace {

Finished shell(const std::string& command, int seconds = 20) {
    const ScratchFolder folder;
    return run_program({"sh", "-c", command}, folder.path(), seconds);
}

TEST(Process, hands_back_both_outputs_and_the_exit_code) {
    const Finished finished = shell("echo out; echo err >&2; exit 3");
    EXPECT_EQ(finished.exit_code, 3);
    EXPECT_EQ(finished.output, "out\n");
    EXPECT_EQ(finished.errors, "err\n");
}

TEST(Process, passes_arguments_as_they_are) {
    const ScratchFolder folder;
    EXPECT_EQ(run_program({"printf", "%s|", "a b", "$HOME;", ""}, folder.path(), 20).output, "a b|$HOME;||");
}

TEST(Process, runs_in_its_folder_with_a_bare_environment) {
    ::setenv("KRING_SECRET", "x", 1);
    const ScratchFolder folder;
    const Finished finished =
        run_program({"sh", "-c", "pwd; echo $HOME $LANG $KRING_SECRET"}, folder.path(), 20);
    EXPECT_EQ(finished.output, folder.path() + "\n" + folder.path() + " C.UTF-8\n");
}

TEST(Process, reads_nothing_from_us) { EXPECT_EQ(shell("cat | wc -c").output, "0\n"); }

TEST(Process, keeps_4_MiB_of_output_and_lets_the_rest_flow) {
    const Finished finished = shell("head -c 9000000 /dev/zero; head -c 100000 /dev/zero >&2; exit 0");
    EXPECT_EQ(finished.exit_code, 0);
    EXPECT_EQ(finished.output.size(), 4u << 20);
    EXPECT_EQ(finished.errors.size(), 64u << 10);
}

TEST(Process, tells_which_signal_killed_it) { EXPECT_EQ(shell("kill -TERM $$").exit_code, 128 + SIGTERM); }

TEST(Process, is_killed_with_its_children_when_its_time_runs_out) {
    const auto begin = std::chrono::steady_clock::now();
    const Finished finished = shell("echo begun; sleep 60 & echo $!; wait", 1);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
    EXPECT_EQ(finished.exit_code, 124);
    ASSERT_EQ(finished.output.substr(0, 6), "begun\n");
    // Whoever adopts orphans may be slow to bury them: a zombie is as dead as one that is gone.
    const std::string child = finished.output.substr(6, finished.output.size() - 7);
    const Finished state = shell("ps -o stat= -p " + child + " | grep -v Z");
    EXPECT_EQ(state.output, "");
}

TEST(Process, that_writes_without_end_is_stopped_too) { EXPECT_EQ(shell("yes", 1).exit_code, 124); }

TEST(Process, leaves_nothing_behind_that_it_started) {
    const Finished finished = shell("sleep 60 & echo $!");
    EXPECT_EQ(finished.exit_code, 0);
    EXPECT_EQ(
        shell("ps -o stat= -p " + finished.output.substr(0, finished.output.size() - 1) + " | grep -v Z")
            .output,
        "");
}

TEST(Process, that_does_not_exist_throws) {
    const ScratchFolder folder;
    EXPECT_THROW(run_program({"/no/such/program"}, folder.path(), 1), std::runtime_error);
    EXPECT_THROW(run_program({}, folder.path(), 1), std::runtime_error);
    EXPECT_THROW(run_program({"true"}, folder.path() + "/none", 1), std::runtime_error);
}

TEST(ScratchFolder, goes_with_all_that_is_in_it) {
    std::string path;
    {
        const ScratchFolder folder;
        path = folder.path();
        std::filesystem::create_directory(path + "/in");
        write_file(path + "/in/file", "x");
        EXPECT_TRUE(std::filesystem::exists(path + "/in/file"));
    }
    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(ScratchFolder, stands_where_it_is_asked_to) {
    const ScratchFolder outer;
    const ScratchFolder inner(outer.path());
    EXPECT_EQ(inner.path().substr(0, outer.path().size() + 1), outer.path() + "/");
}

TEST(File, is_read_as_it_was_written) {
    const ScratchFolder folder;
    const std::string bytes = std::string("a\0\r\n\xFF", 5) + std::string(200000, 'b');
    write_file(folder.path() + "/file", bytes);
    EXPECT_EQ(read_file(folder.path() + "/file"), bytes);
    write_file(folder.path() + "/file", "");
    EXPECT_EQ(read_file(folder.path() + "/file"), "");
}

TEST(File, that_cannot_be_opened_is_named) {
    const ScratchFolder folder;
    EXPECT_THROW(read_file(folder.path()), std::runtime_error);
    EXPECT_THROW(write_file(folder.path() + "/no/file", "x"), std::runtime_error);
    try {
        read_file(folder.path() + "/none");
        FAIL();
    } catch (const std::runtime_error& error) {
        EXPECT_EQ(error.what(), "cannot read " + folder.path() + "/none: No such file or directory");
    }
}

}  // namespace
}  // namespace kring
