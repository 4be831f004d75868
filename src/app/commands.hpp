// SPDX-License-Identifier: EUPL-1.2
// The command line: a second door to the same acts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/config.hpp"

namespace kring::app {

/// What a command is given: the configuration and its own arguments.
struct Call {
    const Config& config;
    std::vector<std::string> arguments;
};

struct Command {
    std::string_view name;
    std::string_view usage;  ///< arguments: "DIR [--as EMAIL]"
    std::string_view help;
    int (*run)(const Call&);
};

const std::vector<Command>& commands();

/// Runs `kring ARGUMENTS…`. Exit codes: 0 done, 1 refused or failed, 2 wrong use or configuration; of
/// `receive` those of sysexits.h: 0, 65, 75 and 77.
int run_command(const std::vector<std::string>& arguments, const std::vector<std::string>& environment);

std::string help_page();    ///< `kring --help`
std::string manual_page();  ///< packaging/kring.1

/// EX_TEMPFAIL of sysexits.h: a mail server keeps the message and offers it again.
inline constexpr int mail_try_again = 75;

// One function a command, by subject: commands_serve.cpp, commands_data.cpp, commands_people.cpp,
// commands_mail.cpp, commands_reckoning.cpp
int serve(const Call& call);
int show_config(const Call& call);
int migrate(const Call& call);
int load(const Call& call);
int export_data(const Call& call);
int make_administrator(const Call& call);
int set_password(const Call& call);
int check_journal(const Call& call);
int search_records(const Call& call);
int freeze_summary(const Call& call);
int assess_fleet(const Call& call);
int award_tender(const Call& call);
int run_jobs(const Call& call);
int receive_mail(const Call& call);
int show_routes(const Call& call);
int show_dictionary(const Call& call);
int show_manual(const Call& call);

/// Throws when there is no database yet: these commands would else answer from an empty new one.
void need_database(const Call& call);

/// Tells how the command is used; returns the exit code for it.
int wrong_use(std::string_view command);

/// Value of "--name VALUE" in the arguments, taken out of them; "" when absent.
std::string take_option(std::vector<std::string>& arguments, std::string_view name);

/// The first line of standard input, without echo on a terminal; for passwords.
std::string read_secret(std::string_view prompt);

}  // namespace kring::app
