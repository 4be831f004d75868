// SPDX-License-Identifier: EUPL-1.2
// Factors by the command line, and in folders.
#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>
#include <sstream>

#include "app/commands.hpp"
#include "app/embedded.hpp"
#include "app/folder.hpp"
#include "domain/factor/lookup.hpp"
#include "platform/base/process.hpp"
#include "tests/domain/factor/files.hpp"
#include "tests/fixtures/database.hpp"
#include "tests/fixtures/dump.hpp"

namespace kring::app {
namespace {

struct Ran {
    int code = 0;
    std::string output;
    std::string errors;
};

class FactorCommands : public ::testing::TestWithParam<db::Engine> {
protected:
    tests::FreshDatabase fresh{GetParam(), embedded_migrations()};
    ScratchFolder folder;

    Ran on_it(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "factors");
        arguments.insert(arguments.end(), {"--database", fresh.address()});
        std::ostringstream output;
        std::ostringstream errors;
        std::streambuf* out = std::cout.rdbuf(output.rdbuf());
        std::streambuf* err = std::cerr.rdbuf(errors.rdbuf());
        const int code = run_command(arguments, {});
        std::cout.rdbuf(out);
        std::cerr.rdbuf(err);
        return {code, output.str(), errors.str()};
    }
    std::string laid(const factor::File& file) {
        write_file(folder.path() + "/" + file.name, file.bytes);
        return folder.path() + "/" + file.name;
    }
    std::string imported(const factor::File& file) { return on_it({"import", laid(file)}).output; }
    fixtures::Dump dump() {
        db::Database database(fresh.address(), 1);
        return database.read([](db::Connection& in) { return fixtures::dump_of(in); });
    }
};
KRING_ON_BOTH_ENGINES(FactorCommands);

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST_P(FactorCommands, import_show_and_list_what_changed_and_was_rejected) {
    const std::string first = imported(factor::boavizta_file({{"X1"}, {"X2"}}));
    EXPECT_TRUE(holds(first, "boavizta version 1: 2 rows, 0 rejected")) << first;
    EXPECT_TRUE(holds(first, "ODbL-1.0: ")) << first;
    EXPECT_TRUE(holds(imported(factor::boavizta_file({{"X1"}, {"X2"}})), "nothing has changed"));
    factor::File second = factor::boavizta_file({{"X1", "Lenovo", "310"}, {"X3"}});
    second.bytes += "Lenovo,X4\n";
    const std::string told = imported(second);
    EXPECT_TRUE(holds(told, "boavizta version 2: 2 rows, 1 rejected")) << told;
    EXPECT_TRUE(holds(told, "1 added, 1 changed, 1 removed\n")) << told;
    EXPECT_TRUE(holds(told, "300 -> 310")) << told;
    EXPECT_TRUE(holds(told, "line 4  ragged_row  This row has 2 fields")) << told;
    EXPECT_TRUE(holds(on_it({"rejected", "boavizta"}).output, "line 4  ragged_row"));
    EXPECT_TRUE(holds(on_it({"rejected", "boavizta", "1"}).output, "0 rows rejected"));
    EXPECT_TRUE(holds(on_it({"show", "boavizta", "1"}).output, "2 added, 0 changed, 0 removed"));
    const std::string list = on_it({"list"}).output;
    for (const char* part : {"boavizta", "kring-archetypes", "CC-BY-SA-4.0"}) EXPECT_TRUE(holds(list, part));
}

TEST_P(FactorCommands, refuse_with_the_file_and_keep_nothing) {
    const auto before = dump();
    const Ran refused = on_it({"import", laid(factor::boavizta_file({{"X1"}})), laid({"bad.csv", "<html>"})});
    EXPECT_EQ(refused.code, 1);
    EXPECT_TRUE(holds(refused.errors, "bad.csv: This is a web page")) << refused.errors;
    EXPECT_TRUE(holds(refused.errors, "Nothing was imported."));
    EXPECT_EQ(on_it({"import", folder.path() + "/absent.csv"}).code, 1);
    EXPECT_EQ(fixtures::differences(before, dump()), std::vector<std::string>{});
    EXPECT_EQ(on_it({"show", "nothing"}).code, 1);
    EXPECT_EQ(on_it({"show", "kring-grid", "x"}).code, 1);
    for (const std::vector<std::string>& wrong :
         std::vector<std::vector<std::string>>{{}, {"import"}, {"list", "x"}, {"show"}, {"drop", "boavizta"}})
        EXPECT_EQ(on_it(wrong).code, 2);
}

TEST_P(FactorCommands, say_what_to_install_where_the_package_is_not) {
    const Ran absent = on_it({"import", "--from-npm", folder.path()});
    EXPECT_EQ(absent.code, 1);
    EXPECT_TRUE(holds(absent.errors, "npm install @tgwf/co2@0.19.0")) << absent.errors;
    if (!std::filesystem::exists("node_modules/@tgwf/co2")) GTEST_SKIP() << "needs node_modules: npm ci";
    const Ran done = on_it({"import", "--from-npm", "."});
    EXPECT_EQ(done.code, 0) << done.errors;
    for (const char* part :
         {"electricity-maps version 1: ", "ember version 1: ", "unfccc-marginal version 1: "})
        EXPECT_TRUE(holds(done.output, part)) << done.output;
    EXPECT_TRUE(holds(on_it({"import", "--from-npm"}).output, "nothing has changed"));
}

TEST_P(FactorCommands, lead_to_the_same_figures_after_export_and_load) {
    imported(factor::boavizta_file({{"X1"}, {"X2"}}));
    factor::File second = factor::boavizta_file({{"X1", "Lenovo", "310"}});
    second.bytes += "Lenovo,X4\n";
    imported(second);
    imported(factor::own_file({"laptop,embodied,kg CO2e,250,200,300,Own measurement,2025,own"}));
    Actor machine;
    machine.is_operator = true;
    const auto exported = [&](db::Database& database, const Actor& actor) {
        return database.read([&](db::Connection& in) { return export_folder(in, actor, now(), "Kring"); });
    };
    db::Database first(fresh.address(), 1);
    const auto files = exported(first, machine);
    EXPECT_EQ(exported(first, Actor{}).count("factor-sets/boavizta.md"), 0U) << "for the operator alone";
    const ScratchFolder laid_down;
    for (const auto& [path, bytes] : files) {
        std::filesystem::create_directories(
            std::filesystem::path(laid_down.path() + "/" + path).parent_path());
        write_file(laid_down.path() + "/" + path, bytes);
    }
    tests::FreshDatabase elsewhere(GetParam(), embedded_migrations());
    db::Database other(elsewhere.address(), 1);
    std::vector<FolderFault> faults;
    const Folder read = read_folder(laid_down.path(), faults);
    other.read([&](db::Connection& in) { check_folder(read, in, faults); });
    for (const FolderFault& fault : faults) ADD_FAILURE() << fault.file << ": " << fault.what;
    (void)other.write([&](db::Connection& in) {
        write_to_database(read, Act{machine, now(), in, "cli"});
        return Result<Done>(Done{});
    });
    EXPECT_EQ(exported(other, machine), files);
    for (const char* id : {"boavizta@1/lenovo-x1/embodied", "boavizta@2/lenovo-x1/embodied",
                           "own@1/embodied-laptop/embodied"}) {
        const auto in_first = first.read([&](db::Connection& in) { return factor::figure(in, id); });
        const auto in_other = other.read([&](db::Connection& in) { return factor::figure(in, id); });
        ASSERT_TRUE(in_first && in_other) << id;
        EXPECT_EQ(in_first->value, in_other->value) << id;
    }
}

TEST_P(FactorCommands, refuse_a_folder_whose_rows_are_missing) {
    imported(factor::boavizta_file({{"X1"}}));
    Actor machine;
    machine.is_operator = true;
    db::Database first(fresh.address(), 1);
    const auto files =
        first.read([&](db::Connection& in) { return export_folder(in, machine, now(), "Kring"); });
    const ScratchFolder laid_down;
    for (const auto& [path, bytes] : files) {
        if (path.starts_with("files/")) continue;
        std::filesystem::create_directories(
            std::filesystem::path(laid_down.path() + "/" + path).parent_path());
        write_file(laid_down.path() + "/" + path, bytes);
    }
    tests::FreshDatabase elsewhere(GetParam(), embedded_migrations());
    db::Database other(elsewhere.address(), 1);
    std::vector<FolderFault> faults;
    const Folder read = read_folder(laid_down.path(), faults);
    other.read([&](db::Connection& in) { check_folder(read, in, faults); });
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0].what, "rows_hash: there is no such file in files/");
}

}  // namespace
}  // namespace kring::app
