// SPDX-License-Identifier: EUPL-1.2
// Files into versions: what is kept, what changed, what was rejected, and that nothing half ever stands.
#include <gtest/gtest.h>

#include <chrono>

#include "domain/factor/acts.hpp"
#include "domain/factor/store.hpp"
#include "platform/base/process.hpp"
#include "platform/base/secret.hpp"
#include "tests/domain/factor/files.hpp"
#include "tests/engine/catalogue/shared_data.hpp"
#include "tests/fixtures/desk.hpp"
#include "tests/fixtures/dump.hpp"

namespace kring::factor {
namespace {

using fixtures::phrases_of;
using fixtures::world_time;
using Words = std::vector<std::string>;

class FactorImport : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), {}};

    Taken taken(const std::vector<File>& files, std::string_view who = "beheer") {
        const auto readings = read_files(files);
        if (!readings) throw std::logic_error(readings.problems().front().phrase);
        const auto done = desk.act(who, [&](const Act& act) { return take(act, *readings); });
        if (!done) throw std::logic_error(done.problems().front().phrase);
        return done->front();
    }
    Words refused(const File& file) {
        const auto readings = read_files({file});
        return phrases_of(readings);
    }
    std::vector<Change> changed(const Version& version) {
        return desk.read([&](db::Connection& in) { return changes(in, version, 0, 100); });
    }
    std::int64_t count(std::string_view table) {
        return desk.read(
            [&](db::Connection& in) { return in.count("select count(*) from " + std::string(table)); });
    }
    fixtures::Dump dump() {
        return desk.read([](db::Connection& in) { return fixtures::dump_of(in); });
    }
};
KRING_ON_BOTH_ENGINES(FactorImport);

std::string told(const Version& version) {
    return version.set + " " + std::to_string(version.number) + ": " + std::to_string(version.taken) + " +" +
           std::to_string(version.added) + " ~" + std::to_string(version.changed) + " -" +
           std::to_string(version.removed) + " !" + std::to_string(version.rejected);
}

TEST_P(FactorImport, makes_a_set_with_its_licence_and_a_first_version) {
    const Taken first = taken({boavizta_file({{"X1"}, {"X2"}})});
    EXPECT_TRUE(first.is_new);
    EXPECT_EQ(told(first.version), "boavizta 1: 2 +2 ~0 -0 !0");
    const auto set = desk.read([](db::Connection& in) { return find_set(in, "boavizta"); });
    ASSERT_TRUE(set);
    EXPECT_EQ(set->licence, Licence::odbl);
    EXPECT_EQ(set->notice, catalogue::boavizta_notice());
    const auto kept = desk.read([](db::Connection& in) { return newest(in, "boavizta"); });
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->file_name, "boavizta-data-us.csv");
    EXPECT_EQ(kept->hash, sha256_hex(boavizta_file({{"X1"}, {"X2"}}).bytes));
    EXPECT_EQ(kept->made_by, "beheer");
    EXPECT_EQ(to_text(kept->made_at), to_text(world_time));
    EXPECT_EQ(desk.journalled().back(), "factor.imported " + kept->id);
}

TEST_P(FactorImport, of_the_same_bytes_changes_nothing_and_says_so) {
    taken({boavizta_file({{"X1"}})});
    const auto before = dump();
    const Taken again = taken({boavizta_file({{"X1"}})});
    EXPECT_FALSE(again.is_new);
    EXPECT_EQ(again.version.number, 1);
    EXPECT_EQ(fixtures::differences(before, dump()), Words{});
}

TEST_P(FactorImport, tells_what_was_added_removed_and_changed) {
    taken({boavizta_file({{"X1"}, {"X2"}, {"X3"}})});
    const Taken second = taken({boavizta_file({{"X1"}, {"X3", "Lenovo", "310", "20"}, {"X4"}})});
    EXPECT_EQ(told(second.version), "boavizta 2: 3 +1 ~1 -1 !0");
    const auto all = changed(second.version);
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].key, "lenovo-x2");
    EXPECT_FALSE(all[0].after);
    EXPECT_EQ(all[1].key, "lenovo-x3");
    EXPECT_EQ(cell(*all[1].before, "gwp_total"), "300");
    EXPECT_EQ(cell(*all[1].after, "gwp_total"), "310");
    EXPECT_EQ(all[2].key, "lenovo-x4");
    EXPECT_FALSE(all[2].before);
}

TEST_P(FactorImport, keeps_the_older_version_as_it_was) {
    const Taken first = taken({boavizta_file({{"X1"}, {"X2"}})});
    const auto read = [&](int number) {
        return desk.read([&](db::Connection& in) {
            const auto version = find_version(in, "boavizta", number).value();
            return written(rows(in, version), {});
        });
    };
    const std::string before = read(1);
    taken({boavizta_file({{"X1", "Lenovo", "999", "5"}})});
    EXPECT_EQ(read(1), before);
    EXPECT_NE(read(2), before);
    const auto turns = desk.read([](db::Connection& in) { return history(in, "boavizta", "lenovo-x1"); });
    ASSERT_EQ(turns.size(), 2U);
    EXPECT_EQ(turns[0].version.number, 2);
    EXPECT_EQ(cell(turns[1].row, "gwp_total"), "300");
    EXPECT_EQ(count("factor_rows"), 3) << "what did not change stands once";
}

TEST_P(FactorImport, keeps_rejected_rows_with_line_and_reason) {
    File file = boavizta_file({{"X1"}});
    file.bytes += "Lenovo,X2,Workplace\n";
    file.bytes += boavizta_file({{"X3", "Lenovo", "-5"}}).bytes.substr(boavizta_file({}).bytes.size());
    const Taken one = taken({file});
    EXPECT_EQ(one.version.rejected, 1);
    const auto [refusals, all] = desk.read([&](db::Connection& in) {
        return std::pair(oddities(in, one.version, true, 0, 100), count_oddities(in, one.version, false));
    });
    ASSERT_EQ(refusals.size(), 1U);
    EXPECT_EQ(refusals[0].line, 3);
    EXPECT_EQ(catalogue::name(refusals[0].code), "ragged_row");
    EXPECT_GT(all, 1) << "that a total below nothing is not used stands there too";
}

TEST_P(FactorImport, refuses_what_it_cannot_read_and_keeps_nothing_of_it) {
    const auto before = dump();
    EXPECT_EQ(refused({"a.csv", ""}), Words{"factor.oddity.empty_file"});
    EXPECT_EQ(refused({"a.csv", "<!DOCTYPE html><html>"}), Words{"factor.oddity.html_instead"});
    EXPECT_EQ(refused({"a.csv", "PK\x03\x04zip"}), Words{"factor.oddity.binary_file"});
    EXPECT_EQ(refused({"a.csv", "one,two\n1,2\n"}), Words{"factor.oddity.unknown_header"});
    EXPECT_EQ(refused({"a.js", "alert(1)"}).size(), 1U);
    EXPECT_EQ(refused(boavizta_file({})), Words{"factor.oddity.only_header"});
    const auto two = read_files({boavizta_file({{"X1"}}), {"b.csv", ""}});
    ASSERT_FALSE(two) << "one bad file refuses both";
    EXPECT_EQ(two.problems().front().values.back().second, "b.csv");
    EXPECT_EQ(fixtures::differences(before, dump()), Words{});
}

TEST_P(FactorImport, is_undone_as_a_whole_when_something_fails_halfway) {
    const auto before = dump();
    const auto reading = *read_files({boavizta_file({{"X1"}, {"X2"}})});
    const auto done = desk.act("beheer", [&](const Act& act) -> Result<Done> {
        TRY_DONE(take(act, reading));
        return Problem{Trouble::conflict, "the next one", "", {}};
    });
    EXPECT_FALSE(done);
    EXPECT_THROW((void)desk.act("beheer",
                                [&](const Act& act) -> Result<Done> {
                                    TRY_DONE(take(act, reading));
                                    throw std::runtime_error("killed");
                                }),
                 std::runtime_error);
    EXPECT_EQ(fixtures::differences(before, dump()), Words{});
}

TEST_P(FactorImport, is_for_administrators_and_the_command_line) {
    const auto reading = *read_files({boavizta_file({{"X1"}})});
    for (const char* who : {"anna", "femke", "sami", ""}) {
        const auto done = desk.act(who, [&](const Act& act) { return take(act, reading); });
        EXPECT_EQ(phrases_of(done), Words{"factor.problem.not_yours"}) << who;
    }
    const auto by_operator = desk.database.write([&](db::Connection& in) {
        Actor machine;
        machine.is_operator = true;
        return take(Act{machine, world_time, in, "cli"}, reading);
    });
    ASSERT_TRUE(by_operator);
    EXPECT_EQ(by_operator->front().version.made_by, "");
}

TEST_P(FactorImport, takes_another_name_but_none_that_is_kept_for_others) {
    const auto under = [&](std::string_view name) {
        const auto readings = read_files({boavizta_file({{"X1"}})}, name);
        if (!readings) return phrases_of(readings);
        return phrases_of(desk.act("beheer", [&](const Act& act) { return take(act, *readings); }));
    };
    EXPECT_EQ(under("our-extract"), Words{});
    EXPECT_EQ(under("Our extract"), Words{"factor.problem.set_id"});
    EXPECT_EQ(under("own"), Words{"factor.problem.reserved"});
    EXPECT_EQ(under("kring-grid"), Words{"factor.problem.reserved"});
    taken({ember_file()});
    EXPECT_EQ(under("ember"), Words{"factor.problem.other_set"});
}

TEST_P(FactorImport, of_one_year_of_electricity_keeps_the_other_years) {
    EXPECT_EQ(told(taken({yearly_file(2023, 280), yearly_file(2024, 251)}).version),
              "electricity-maps 1: 2 +2 ~0 -0 !0");
    EXPECT_EQ(told(taken({yearly_file(2025, 253)}).version), "electricity-maps 2: 3 +1 ~0 -0 !0");
    EXPECT_FALSE(taken({yearly_file(2023, 280)}).is_new) << "it says the same";
    EXPECT_EQ(told(taken({yearly_file(2023, 281)}).version), "electricity-maps 3: 3 +0 ~1 -0 !0");
}

TEST_P(FactorImport, takes_years_and_names_over_from_a_file_that_told_them) {
    taken({ember_file()});
    const File module{
        "average-intensities.min.js",
        "const data = { \"EU\": 213.02, \"NLD\": 260 };\nconst type = \"average\";\nvar d = { data, "
        "type };\nexport {\n  data,\n  d as default,\n  type\n};\n"};
    const Taken second = taken({module});
    EXPECT_EQ(told(second.version), "ember 2: 2 +0 ~1 -0 !0");
    const auto all = changed(second.version);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].after->name, "Netherlands");
    EXPECT_EQ(cell(*all[0].after, "year"), "") << "another value may be of another year";
}

TEST_P(FactorImport, of_own_figures_adds_to_those_typed_in) {
    const Taken one = taken({own_file({"laptop,embodied,kg CO2e,250,200,300,Own measurement,2025,own"})});
    EXPECT_EQ(told(one.version), "own 1: 1 +1 ~0 -0 !0");
    const Taken two = taken({own_file({"laptop,mass,kg,1.6,,,Own measurement,2025,own",
                                       "laptop,embodied,kg CO2e,250,200,300,Own measurement,2025,own"})});
    EXPECT_EQ(told(two.version), "own 2: 2 +1 ~0 -0 !0");
}

TEST_P(FactorImport, takes_both_spellings_of_Boavizta_for_the_same_table) {
    NEEDS_SHARED("boavizta/boavizta-data-us.csv");
    const auto file = [](const std::string& name) {
        return File{name, catalogue::shared_bytes("boavizta/" + name)};
    };
    const auto begun = std::chrono::steady_clock::now();
    const Taken us = taken({file("boavizta-data-us.csv")});
    const auto ms =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
    std::cout << us.version.taken << " rows in " << ms.count() << " ms\n";
    EXPECT_LT(ms.count(), 5000) << "well under a second where nothing else runs";
    EXPECT_GT(us.version.taken, 900);
    const Taken fr = taken({file("boavizta-data-fr.csv")});
    EXPECT_EQ(fr.version.taken, us.version.taken);
    EXPECT_EQ(fr.version.added + fr.version.removed, 0);
    // What the French spelling damaged beyond repair: text alone, never a number.
    for (const Change& one : changed(fr.version)) {
        for (const auto& [name, value] : one.after->cells) {
            if (cell(*one.before, name) == value) continue;
            const bool is_text = name == "name" || name == "comment" || name == "hard_drive" ||
                                 name == "sources" || name == "server_type";
            EXPECT_TRUE(is_text) << one.key << " " << name;
            std::cout << one.key << " " << name << ": " << cell(*one.before, name) << " -> " << value << "\n";
        }
    }
}

TEST_P(FactorImport, reads_the_grid_factors_of_the_npm_package) {
    const std::string folder = "node_modules/@tgwf/co2/dist/esm/data/";
    if (!catalogue::is_there(folder)) GTEST_SKIP() << "needs " << folder << ": npm ci";
    std::vector<File> files;
    for (const std::string name : {"average-intensities.min.js", "marginal-intensities-2021.min.js",
                                   "electricity-maps/yearly_2024.js", "electricity-maps/yearly_2025.js"})
        files.push_back({name.substr(name.find('/') + 1), read_file(folder + name)});
    const auto readings = read_files(files);
    ASSERT_TRUE(readings) << readings.problems().front().phrase;
    ASSERT_EQ(readings->size(), 3U);
    const auto done = desk.act("beheer", [&](const Act& act) { return take(act, *readings); });
    ASSERT_TRUE(done);
    Words sets;
    for (const Taken& one : *done) sets.push_back(one.version.set);
    EXPECT_EQ(sets, (Words{"electricity-maps", "ember", "unfccc-marginal"}));
    const auto value = [&](std::string_view set, std::string_view key) {
        return desk.read([&](db::Connection& in) {
            const auto row = find_row(in, newest(in, set).value(), key);
            return row ? std::string(cell(*row, "g_per_kwh")) : std::string();
        });
    };
    EXPECT_EQ(value("ember", "nld"), "252.7");
    EXPECT_EQ(value("electricity-maps", "nl-2024"), "251");
    EXPECT_EQ(value("electricity-maps", "nl-2025"), "253");
    EXPECT_EQ(value("unfccc-marginal", "nld"), "326");
    EXPECT_EQ(value("ember", "caf"), "") << "nought is not known";
}

}  // namespace
}  // namespace kring::factor
