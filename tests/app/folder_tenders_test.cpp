// SPDX-License-Identifier: EUPL-1.2
// Draft tenders and bids in the folder: everything for the whole installation, drafts for who may read them,
// bids for the owner and who is named.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "app/embedded.hpp"
#include "app/folder.hpp"
#include "domain/bid/store.hpp"
#include "platform/base/process.hpp"
#include "tests/fixtures/dump.hpp"
#include "tests/fixtures/tenders.hpp"

namespace kring::app {
namespace {

class FolderOfTenders : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), {}};
    std::string id = fixtures::tender_of(desk, "anna");

    std::map<std::string, std::string> exported_as(std::string_view person) {
        return desk.read([&](db::Connection& in) {
            Actor who = person.empty() ? Actor{} : fixtures::actor(in, person);
            who.is_operator = person.empty();
            return export_folder(in, who, fixtures::world_time, "Proef");
        });
    }
    static std::size_t files_in(const std::map<std::string, std::string>& files, const std::string& folder) {
        std::size_t count = 0;
        for (const auto& [path, bytes] : files) count += path.starts_with(folder + "/") ? 1 : 0;
        return count;
    }
};
KRING_ON_BOTH_ENGINES(FolderOfTenders);

TEST_P(FolderOfTenders, bids_leave_the_house_for_who_may_see_them_alone) {
    fixtures::add_colleague(desk);
    fixtures::set_golden_rules(desk, "anna", id);
    fixtures::enter_golden_bids(desk, "anna", id);
    for (const char* const who : {"karin", "bram", "sami", "femke", "beheer"}) {
        const auto files = exported_as(who);
        EXPECT_EQ(files_in(files, "bids") + files_in(files, "bid-scores"), 0U) << who;
        EXPECT_EQ(files_in(files, "tenders"), std::string_view(who) == "karin" ? 1U : 0U) << who;
    }
    ASSERT_TRUE(desk.act(
        "anna", [&](const Act& act) { return bid::name_assessors(act, id, {{"person", "karin"}}); }));
    for (const char* const who : {"anna", "karin", ""}) {
        const auto files = exported_as(who);
        EXPECT_EQ(files_in(files, "bids"), 3U) << who;
        EXPECT_EQ(files_in(files, "bid-scores"), 3U) << who;
        EXPECT_EQ(files_in(files, "tender-criteria"), 2U) << who;
    }
    EXPECT_EQ(files_in(exported_as("sami"), "bids"), 0U);
}

TEST_P(FolderOfTenders, what_was_exported_comes_back_the_same_and_a_signed_sheet_is_still_whole) {
    fixtures::set_golden_rules(desk, "anna", id);
    fixtures::enter_golden_bids(desk, "anna", id);
    ASSERT_TRUE(desk.act("anna", [&](const Act& act) {
        const auto room = bid::find_room(act.in, act.who, id, act.when);
        const bid::Wording wording{desk.site().phrases, html::Language::nl};
        const auto account = bid::account_of(wording, room->tender, room->bids);
        return bid::sign(act, wording, id, {bid::seal_of(account->document), "", true});
    }));
    const auto files = exported_as("");
    const ScratchFolder scratch;
    // The small world's workshops have ids that no folder takes; what tenders need of it has not.
    const std::set<std::string> needed = {"organisations", "people",      "programmes",      "networks",
                                          "memberships",   "tenders",     "tender-criteria", "bids",
                                          "bid-scores",    "award-sheets"};
    for (const auto& [path, bytes] : files) {
        const auto slash = path.find('/');
        if (slash != std::string::npos && !needed.contains(path.substr(0, slash))) continue;
        const std::string at = scratch.path() + "/" + path;
        std::filesystem::create_directories(std::filesystem::path(at).parent_path());
        write_file(at, bytes);
    }
    tests::FreshDatabase fresh(GetParam(), embedded_migrations());
    db::Database other(fresh.address());
    std::vector<FolderFault> faults;
    const Folder folder = read_folder(scratch.path(), faults);
    other.read([&](db::Connection& in) { check_folder(folder, in, faults); });
    ASSERT_TRUE(faults.empty()) << faults.front().file << ": " << faults.front().what;
    (void)other.write([&](db::Connection& in) {
        Actor whole;
        whole.is_operator = true;
        write_to_database(folder, Act{whole, fixtures::world_time, in, "cli"});
        return Result<Done>(Done{});
    });
    const auto sheet = other.read([&](db::Connection& in) { return bid::find_sheet(in, id, 1); });
    ASSERT_TRUE(sheet);
    EXPECT_TRUE(bid::is_whole(*sheet));
    const auto before = desk.read([](db::Connection& in) { return fixtures::dump_of(in); });
    const auto after = other.read([](db::Connection& in) { return fixtures::dump_of(in); });
    for (const char* const table : {"tenders", "tender_criteria", "bids", "bid_scores", "award_sheets"})
        EXPECT_EQ(before.at(table), after.at(table)) << table;
}

}  // namespace
}  // namespace kring::app
