// SPDX-License-Identifier: EUPL-1.2
#include "app/commands.hpp"

#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>
#include <stdexcept>

#include "platform/base/text.hpp"
#include "platform/db/db.hpp"

namespace kring::app {

namespace {

int fail(const std::string& message) {
    std::cerr << "kring: " << message << "\n";
    return 2;
}

// Commands with arguments of their own check those themselves.
bool is_right_use(const Command& command, const std::vector<std::string>& arguments) {
    if (arguments.empty()) return true;
    if (command.usage == "[--page]") return arguments.size() == 1 && arguments[0] == "--page";
    return !command.usage.empty();
}

// Roff takes "\" and a leading "." as its own.
std::string roff(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        if (c == '\\')
            safe += "\\\\";
        else if (c == '-')
            safe += "\\-";
        else
            safe += c;
    }
    return safe;
}

int run_loaded(const Loaded& loaded) {
    if (!loaded.faults.empty()) {
        for (const std::string& fault : loaded.faults) std::cerr << "kring: " << fault << "\n";
        return 2;
    }
    if (loaded.arguments.empty()) return fail("no command given; see kring --help");
    for (const Command& command : commands()) {
        if (command.name != loaded.arguments[0]) continue;
        const Call call{loaded.config, {loaded.arguments.begin() + 1, loaded.arguments.end()}};
        if (!is_right_use(command, call.arguments)) return wrong_use(command.name);
        try {
            return command.run(call);
        } catch (const std::exception& error) {
            std::cerr << "kring " << command.name << ": " << error.what() << "\n";
            return 1;
        }
    }
    return fail("unknown command \"" + shortened(loaded.arguments[0], 40) + "\"; see kring --help");
}

}  // namespace

const std::vector<Command>& commands() {
    static const std::vector<Command> all = {
        {"serve", "", "Serve the site until it is told to stop (Ctrl-C or SIGTERM).", serve},
        {"migrate", "", "Make the tables, or bring them up to date; serve does this too.", migrate},
        {"config", "[--page]",
         "Print the configuration in force, secrets masked; --page writes docs/configuration.md.",
         show_config},
        {"load", "DIR", "Check a folder as a whole and load it; every fault is told with file and line.",
         load},
        {"export", "DIR [--as EMAIL]", "Write everything as a folder, or what that person may see.",
         export_data},
        {"administrator", "EMAIL [NAME]", "Make an administrator; the password is read from standard input.",
         make_administrator},
        {"password", "EMAIL", "Set somebody's password; it is read from standard input.", set_password},
        {"search", "WORDS… [--as EMAIL]", "Search as somebody, or as everyone.", search_records},
        {"freeze", "SUMMARY [--reason TEXT]",
         "Freeze the working summary as its next version and print its files.", freeze_summary},
        {"assess",
         "FILE [--json|--table] [--seed N] [--draws N] [--threads N] [--compatible] [--factors DIR]",
         "Assess what a fleet emits, uses and costs, from a JSON document (- for standard input): "
         "docs/assess-format.md.",
         assess_fleet},
        {"award", "FILE [--json|--table] [--seed N] [--draws N] [--threads N]",
         "Score bids, or try out a tender's rules, from a JSON document: docs/award-format.md.",
         award_tender},
        {"jobs", "", "Do once what waits: deliver mail, show waiting questions, print publications.",
         run_jobs},
        {"receive", "",
         "Take one message from standard input, an answer by mail, as a mail server pipes it; the exit "
         "status is that of sysexits.h.",
         receive_mail},
        {"journal", "verify [--anchor N:HASH]",
         "Check the journal's chain; prints its head, to keep as an anchor elsewhere.", check_journal},
        {"routes", "[--page]", "List every route and its rule; --page writes docs/http.md.", show_routes},
        {"dictionary", "", "Print the data dictionary of the folder format.", show_dictionary},
        {"manual", "", "Print the manual page.", show_manual},
    };
    return all;
}

std::string help_page() {
    std::string page =
        "Kring runs learning networks of public purchasers and suppliers.\n\n"
        "Usage: kring COMMAND [ARGUMENTS] [--SETTING VALUE…]\n\nCommands:\n";
    for (const Command& command : commands()) {
        page += "  " + std::string(command.name) +
                (command.usage.empty() ? "" : " " + std::string(command.usage)) + "\n      " +
                std::string(command.help) + "\n";
    }
    page +=
        "\nSettings come from --SETTING VALUE, KRING_SETTING in the environment, or the file kring.conf\n"
        "(another with --config FILE). `kring config` shows them all, docs/configuration.md explains "
        "them.\n\n"
        "A new installation: kring administrator you@example.org \"Your Name\", then kring serve.\n";
    return page;
}

std::string manual_page() {
    std::string page = ".TH KRING 1 \"\" \"Kring " KRING_VERSION
                       "\" \"User commands\"\n.SH NAME\nkring \\- learning networks of "
                       "public purchasers and suppliers\n.SH SYNOPSIS\n.B kring\n.I COMMAND\n[arguments] "
                       "[\\-\\-setting value ...]\n"
                       ".SH DESCRIPTION\nKring runs a learning network from its first question to its "
                       "published summary. It is one "
                       "program with one database, SQLite or PostgreSQL.\n.SH COMMANDS\n";
    for (const Command& command : commands()) {
        page += ".TP\n.B " + roff(command.name) + "\n";
        if (!command.usage.empty()) page += roff(command.usage) + "\n.br\n";
        page += roff(command.help) + "\n";
    }
    page +=
        ".SH SETTINGS\nEach may be given as \\-\\-name value, as KRING_NAME in the environment, or as name = "
        "value in the "
        "configuration file, in that order of precedence.\n";
    for (const Setting& setting : settings()) {
        page += ".TP\n.B " + roff(setting.name) + "\n" + roff(setting.help) + ".";
        if (!setting.standard.empty()) page += " Default: " + roff(setting.standard) + ".";
        page += "\n";
    }
    page +=
        ".SH FILES\n.TP\n.B kring.conf\nconfiguration, in the working directory\n.TP\n.B kring.db\nthe "
        "database, when it is SQLite\n"
        ".SH EXIT STATUS\n0 when done, 1 when refused or failed, 2 on wrong use or wrong configuration. Of "
        "receive: 0 "
        "when the message was taken, 65 or 77 when it goes back with what is printed, 75 when it is to be "
        "offered again.\n";
    return page;
}

int run_command(const std::vector<std::string>& arguments, const std::vector<std::string>& environment) {
    if (arguments.empty() || arguments[0] == "--help" || arguments[0] == "-h" || arguments[0] == "help") {
        std::cout << help_page();
        return arguments.empty() ? 2 : 0;
    }
    if (arguments[0] == "--version") {
        std::cout << "kring " KRING_VERSION "\n";
        return 0;
    }
    const Loaded loaded = load_config(arguments, environment);
    const int code = run_loaded(loaded);
    // A mail server sends back what fails with another code, and what is wrong here can be mended.
    const bool is_mail = !loaded.arguments.empty() && loaded.arguments[0] == "receive";
    return is_mail && (code == 1 || code == 2) ? mail_try_again : code;
}

void need_database(const Call& call) {
    const std::string address = call.config.text("database");
    if (!db::is_there(address)) throw std::runtime_error("there is no database at " + address);
}

int wrong_use(std::string_view command) {
    for (const Command& one : commands()) {
        if (one.name != command) continue;
        std::cerr << "Usage: kring " << one.name << " " << one.usage << "\n" << one.help << "\n";
    }
    return 2;
}

std::string take_option(std::vector<std::string>& arguments, std::string_view name) {
    const std::string flag = "--" + std::string(name);
    for (std::size_t i = 0; i + 1 < arguments.size(); ++i) {
        if (arguments[i] != flag) continue;
        std::string value = arguments[i + 1];
        arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(i),
                        arguments.begin() + static_cast<std::ptrdiff_t>(i) + 2);
        return value;
    }
    return "";
}

std::string read_secret(std::string_view prompt) {
    const bool is_terminal = isatty(STDIN_FILENO) == 1;
    termios before{};
    if (is_terminal) {
        std::cerr << prompt << ": " << std::flush;
        tcgetattr(STDIN_FILENO, &before);
        termios quiet = before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSANOW, &quiet);
    }
    std::string line;
    std::getline(std::cin, line);
    if (is_terminal) {
        tcsetattr(STDIN_FILENO, TCSANOW, &before);
        std::cerr << "\n";
    }
    return line;
}

}  // namespace kring::app
