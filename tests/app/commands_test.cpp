// SPDX-License-Identifier: EUPL-1.2
#include "app/commands.hpp"

#include <filesystem>
#include <iostream>
#include <sstream>

#include "domain/people/store.hpp"
#include "tests/app/front_door.hpp"

namespace kring::app {
namespace {

struct Ran {
    int code = -1;
    std::string output;
    std::string errors;
};

/// What the streams of the program were, until the end of the block.
class Captured {
public:
    explicit Captured(const std::string& input)
        : input_(input),
          in_(std::cin.rdbuf(input_.rdbuf())),
          out_(std::cout.rdbuf(output.rdbuf())),
          err_(std::cerr.rdbuf(errors.rdbuf())) {
        std::cin.clear();
    }
    ~Captured() {
        std::cin.rdbuf(in_);
        std::cout.rdbuf(out_);
        std::cerr.rdbuf(err_);
    }
    Captured(const Captured&) = delete;
    Captured& operator=(const Captured&) = delete;

    std::ostringstream output;
    std::ostringstream errors;

private:
    std::istringstream input_;
    std::streambuf* in_;
    std::streambuf* out_;
    std::streambuf* err_;
};

Ran ran(const std::vector<std::string>& arguments, const std::string& input = "",
        const std::vector<std::string>& environment = {}) {
    Captured captured(input);
    const int code = run_command(arguments, environment);
    return {code, captured.output.str(), captured.errors.str()};
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(CommandLine, helps_with_every_command) {
    for (const char* way : {"--help", "-h", "help"}) {
        const Ran help = ran({way});
        EXPECT_EQ(help.code, 0) << way;
        for (const Command& command : commands()) {
            EXPECT_TRUE(holds(help.output,
                              "\n  " + std::string(command.name) +
                                  (command.usage.empty() ? "\n" : " " + std::string(command.usage) + "\n")))
                << command.name;
            EXPECT_TRUE(holds(help.output, command.help)) << command.name;
        }
    }
    EXPECT_EQ(ran({}).code, 2);
    EXPECT_EQ(ran({}).output, ran({"--help"}).output);
    EXPECT_EQ(ran({"--version"}).output, "kring " KRING_VERSION "\n");
}

TEST(CommandLine, has_a_manual_with_every_command_and_setting) {
    const Ran manual = ran({"manual"});
    EXPECT_EQ(manual.code, 0);
    for (const Command& command : commands()) {
        EXPECT_TRUE(holds(manual.output, "\n.B " + std::string(command.name) + "\n")) << command.name;
    }
    for (const Setting& setting : settings()) {
        EXPECT_TRUE(holds(manual.output, "\n.B " + std::string(setting.name) + "\n")) << setting.name;
    }
}

TEST(CommandLine, ends_with_two_on_an_unknown_command_or_setting) {
    const Ran unknown = ran({"serv"});
    EXPECT_EQ(unknown.code, 2);
    EXPECT_EQ(unknown.errors, "kring: unknown command \"serv\"; see kring --help\n");
    EXPECT_EQ(unknown.output, "");
    EXPECT_LT(ran({std::string(100000, 'x')}).errors.size(), 120u);
    EXPECT_EQ(ran({"--port", "8080"}).code, 2);
    EXPECT_EQ(ran({"config", "--port", "veel"}).code, 2);
    EXPECT_EQ(ran({"config"}, "", {"KRING_PROT=80"}).code, 2);
    EXPECT_EQ(ran({"config", "--config", "/nergens/kring.conf"}).code, 2);
    EXPECT_EQ(ran({"config"}, "", {"PATH=/bin", "KRING_PORT=81"}).code, 0);
}

TEST(CommandLine, ends_with_two_on_wrong_use_and_touches_no_database) {
    const ScratchFolder folder;
    const std::string path = folder.path() + "/kring.db";
    const std::vector<std::vector<std::string>> wrong = {
        {"load"},
        {"load", "a", "b"},
        {"export"},
        {"export", "a", "b"},
        {"administrator"},
        {"administrator", "a@x.example", "A", "B"},
        {"password"},
        {"search"},
        {"freeze"},
        {"journal"},
        {"journal", "check"},
        {"journal", "verify", "--anchor", "12"},
        {"journal", "verify", "--anchor", "0:" + std::string(64, 'a')},
        {"journal", "verify", "--anchor", "x:" + std::string(64, 'a')},
        {"journal", "verify", "--anchor"},
        {"serve", "nu"},
        {"migrate", "andere.db"},
        {"jobs", "mail"},
        {"dictionary", "x"},
        {"manual", "x"},
        {"config", "port"},
        {"routes", "GET"},
        {"config", "--page", "x"}};
    for (std::vector<std::string> arguments : wrong) {
        std::string shown;
        for (const std::string& one : arguments) shown += one + " ";
        arguments.insert(arguments.end(), {"--database", path});
        const Ran refused = ran(arguments, "een stille fiets in de regen\n");
        EXPECT_EQ(refused.code, 2) << shown;
        EXPECT_TRUE(holds(refused.errors, "sage: kring " + arguments[0])) << shown << refused.errors;
    }
    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(CommandLine, makes_no_empty_database_to_answer_from) {
    const ScratchFolder folder;
    const std::string path = folder.path() + "/kring.db";
    const std::vector<std::vector<std::string>> asking = {
        {"journal", "verify"},       {"search", "laptop"}, {"export", folder.path() + "/out"}, {"jobs"},
        {"password", "a@x.example"}, {"freeze", "ict"}};
    for (std::vector<std::string> arguments : asking) {
        arguments.insert(arguments.end(), {"--database", path});
        const Ran refused = ran(arguments, "een stille fiets in de regen\n");
        EXPECT_EQ(refused.code, 1) << arguments[0];
        EXPECT_EQ(refused.errors, "kring " + arguments[0] + ": there is no database at " + path + "\n");
    }
    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(CommandLine, tells_no_password_when_the_database_cannot_be_reached) {
    const Ran failed = ran({"migrate", "--database", "postgresql://kring:geheim@127.0.0.1:1/kring"});
    EXPECT_EQ(failed.code, 1);
    EXPECT_TRUE(failed.errors.starts_with("kring migrate: ")) << failed.errors;
    EXPECT_FALSE(holds(failed.errors, "geheim")) << failed.errors;
    EXPECT_EQ(ran({"migrate", "--database", "/nergens/in/geen/map/kring.db"}).code, 1);
    const Ran shown = ran({"config", "--database", "postgresql://kring:geheim@127.0.0.1:1/kring"});
    EXPECT_EQ(shown.code, 0);
    EXPECT_FALSE(holds(shown.output, "geheim"));
}

TEST(CommandLine, lists_every_route_with_its_rule) {
    const Ran listed = ran({"routes"});
    EXPECT_EQ(listed.code, 0);
    std::size_t lines = 0;
    for (const char c : listed.output) lines += c == '\n' ? 1 : 0;
    EXPECT_EQ(lines, all_routes().size());
    EXPECT_TRUE(holds(listed.output, "POST\t/vragen/{id}/stem\t/en/questions/{id}/vote\tsigned in\n"));
    EXPECT_TRUE(holds(ran({"routes", "--page"}).output,
                      "| POST | `/vragen/{id}/stem` | `/en/questions/{id}/vote` | signed in |"));
    EXPECT_TRUE(holds(ran({"dictionary"}).output, "questions"));
}

class Commands : public ::testing::TestWithParam<db::Engine> {
protected:
    SettledDatabase settled{GetParam()};
    ScratchFolder folder;

    Ran on_it(std::vector<std::string> arguments, const std::string& input = "") {
        arguments.insert(arguments.end(),
                         {"--database", settled.address(), "--mail_sink", folder.path() + "/mail"});
        return ran(arguments, input);
    }
    template <class F>
    auto read(F&& f) {
        db::Database database(settled.address(), 1);
        return database.read(std::forward<F>(f));
    }
    void sql(std::string_view statement) {
        db::Database database(settled.address(), 1);
        ASSERT_TRUE(database.write([&](db::Connection& in) {
            in.execute(statement);
            return Result<Done>(Done{});
        }));
    }
};
KRING_ON_BOTH_ENGINES(Commands);

TEST_P(Commands, migrate_once) {
    const tests::FreshDatabase fresh(GetParam());
    const Ran first = ran({"migrate", "--database", fresh.address()});
    EXPECT_EQ(first.code, 0);
    EXPECT_EQ(
        first.output,
        std::to_string(read([](db::Connection& in) { return in.count("select count(*) from migrations"); })) +
            " migrations applied\n");
    EXPECT_EQ(ran({"migrate", "--database", fresh.address()}).output, "0 migrations applied\n");
}

TEST_P(Commands, make_an_administrator_whose_password_comes_from_standard_input) {
    const Ran refused = on_it({"administrator", "nieuw@kring.example", "Nieuw Beheer"}, "kort\n");
    EXPECT_EQ(refused.code, 1);
    EXPECT_NE(refused.errors, "");
    EXPECT_EQ(on_it({"administrator", "geen adres", "X"}, "een stille fiets in de regen\n").code, 1);
    const Ran made =
        on_it({"administrator", "nieuw@kring.example", "Nieuw Beheer"}, "een stille fiets in de regen\n");
    EXPECT_EQ(made.code, 0) << made.errors;
    EXPECT_FALSE(holds(made.output + made.errors, "fiets"));
    const auto person =
        read([](db::Connection& in) { return people::find_by_email(in, "nieuw@kring.example"); });
    ASSERT_TRUE(person);
    EXPECT_TRUE(person->is_administrator);
    EXPECT_EQ(person->name + "|" + person->state, "Nieuw Beheer|active");
    EXPECT_TRUE(person->password_hash.starts_with("$argon2id$"));
    EXPECT_EQ(on_it({"password", "nieuw@kring.example"}, "een andere fiets in de zon\n").code, 0);
    EXPECT_NE(read([](db::Connection& in) {
                  return people::find_by_email(in, "nieuw@kring.example");
              })->password_hash,
              person->password_hash);
    EXPECT_EQ(on_it({"password", "niemand@kring.example"}, "een andere fiets in de zon\n").code, 1);
    EXPECT_EQ(on_it({"password", "nieuw@kring.example"}, "").code, 1);
    const auto lines = read([](db::Connection& in) { return journal::lines(in, 0, 9); });
    ASSERT_FALSE(lines.empty());
    EXPECT_EQ(lines[0].actor + " " + lines[0].origin, "operator cli");
}

TEST_P(Commands, verify_the_journal_with_the_head_it_printed) {
    ASSERT_EQ(on_it({"administrator", "nieuw@kring.example", "N"}, "een stille fiets in de regen\n").code, 0);
    const Ran whole = on_it({"journal", "verify"});
    EXPECT_EQ(whole.code, 0);
    const auto at = whole.output.find("Head: ");
    ASSERT_NE(at, std::string::npos) << whole.output;
    const std::string anchor = whole.output.substr(at + 6, whole.output.find('\n') - at - 6);
    EXPECT_EQ(on_it({"journal", "verify", "--anchor", anchor}).code, 0);
    const std::string wrong = anchor.substr(0, anchor.find(':') + 1) + std::string(64, 'a');
    EXPECT_EQ(on_it({"journal", "verify", "--anchor", wrong}).code, 1);
    EXPECT_EQ(on_it({"journal", "verify", "--anchor", "99" + anchor}).code, 1);
    sql("update journal set actor_id = 'anna' where sequence = 1");
    const Ran broken = on_it({"journal", "verify"});
    EXPECT_EQ(broken.code, 1);
    EXPECT_TRUE(holds(broken.errors, "line 1 ")) << broken.errors;
}

TEST_P(Commands, export_to_a_new_folder_and_load_it_into_an_empty_database) {
    sql("update participants set id = 'deelname-' || id");
    sql("update speakers set id = 'spreker-' || id");
    const std::string where = folder.path() + "/uit";
    const Ran out = on_it({"export", where});
    EXPECT_EQ(out.code, 0) << out.errors;
    EXPECT_TRUE(std::filesystem::exists(where + "/networks/ict.md"));
    EXPECT_EQ(on_it({"export", where}).code, 1) << "it is not empty now";
    EXPECT_EQ(on_it({"export", folder.path() + "/anders", "--as", "niemand@x.example"}).code, 1);
    EXPECT_EQ(on_it({"export", folder.path() + "/anna", "--as", "anna@linderdam.example"}).code, 0);
    EXPECT_FALSE(std::filesystem::exists(folder.path() + "/anna/networks/meubels.md"));
    const tests::FreshDatabase fresh(GetParam());
    const Ran in = ran({"load", where, "--database", fresh.address()});
    EXPECT_EQ(in.code, 0) << in.errors;
    const Ran twice = ran({"load", where, "--database", fresh.address()});
    EXPECT_EQ(twice.code, 1) << "every id is taken";
    EXPECT_TRUE(holds(twice.errors, "nothing was loaded"));
    EXPECT_EQ(on_it({"load", "/nergens/zo'n/map"}).code, 1);
}

TEST_P(Commands, search_as_everyone_or_as_somebody) {
    EXPECT_EQ(on_it({"search", "bestaatniet"}).output, "0 found\n");
    EXPECT_EQ(on_it({"search", "laptop", "--as", "niemand@x.example"}).code, 1);
    EXPECT_EQ(on_it({"search", "laptop", "--as", "anna@linderdam.example"}).code, 0);
    EXPECT_EQ(on_it({"search", "laptop", "--as", "stef@linderdam.example"}).code, 1) << "suspended";
}

TEST_P(Commands, do_what_waits_and_refuse_what_is_not_there) {
    EXPECT_EQ(on_it({"jobs"}).output, "1 done\n");  // the first key of check-in codes
    EXPECT_EQ(on_it({"jobs"}).output, "0 done\n");
    const Ran frozen = on_it({"freeze", "nergens"});
    EXPECT_EQ(frozen.code, 1);
    EXPECT_NE(frozen.errors, "");
}

}  // namespace
}  // namespace kring::app
