// SPDX-License-Identifier: EUPL-1.2
#include <iostream>

#include "app/commands.hpp"
#include "app/house.hpp"
#include "domain/people/acts.hpp"
#include "platform/base/text.hpp"

namespace kring::app {

namespace {

int tell(const House& house, const Problems& problems) {
    for (const Problem& problem : problems) {
        std::cerr << (problem.field.empty() ? "" : problem.field + ": ")
                  << house.phrases.say(problem.phrase, html::Language::en, problem.values) << "\n";
    }
    return 1;
}

// "12:ab34…" as `journal verify` prints it.
bool read_anchor(const std::string& text, std::int64_t& sequence, std::string& hash) {
    const auto colon = text.find(':');
    if (colon == std::string::npos || !read_number(text.substr(0, colon), 1, INT64_MAX, sequence))
        return false;
    hash = text.substr(colon + 1);
    return hash.size() == 64;
}

}  // namespace

int make_administrator(const Call& call) {
    const std::vector<std::string>& arguments = call.arguments;
    if (arguments.empty() || arguments.size() > 2) {
        std::cerr << "Usage: kring administrator EMAIL [NAME]; the password is read from standard input.\n";
        return 2;
    }
    const std::string shown = arguments.size() == 2 ? arguments[1] : arguments[0];
    const std::string password = read_secret("Password (12 characters or more)");
    House house(call.config);
    const auto made = house.operate(
        [&](const Act& act) { return people::first_administrator(act, arguments[0], shown, password); });
    if (!made) return tell(house, made.problems());
    std::cout << "Administrator " << made->email << " can sign in at " << house.site.public_address
              << "/aanmelden\n";
    return 0;
}

int set_password(const Call& call) {
    if (call.arguments.size() != 1) {
        std::cerr << "Usage: kring password EMAIL; the password is read from standard input.\n";
        return 2;
    }
    const std::string password = read_secret("New password (12 characters or more)");
    need_database(call);
    House house(call.config);
    const auto set =
        house.operate([&](const Act& act) { return people::set_password(act, call.arguments[0], password); });
    if (!set) return tell(house, set.problems());
    std::cout << "Password set; earlier sessions have ended.\n";
    return 0;
}

int check_journal(const Call& call) {
    std::vector<std::string> arguments = call.arguments;
    const std::string anchor = take_option(arguments, "anchor");
    std::int64_t sequence = 0;
    std::string hash;
    if (arguments.size() != 1 || arguments[0] != "verify" ||
        (!anchor.empty() && !read_anchor(anchor, sequence, hash))) {
        std::cerr << "Usage: kring journal verify [--anchor N:HASH]\n";
        return 2;
    }
    need_database(call);
    House house(call.config);
    const journal::Verdict verdict =
        house.database.read([&](db::Connection& in) { return journal::verify(in, sequence, hash); });
    if (verdict.first_bad != 0) {
        std::cerr << "The journal is not whole: line " << verdict.first_bad << " " << verdict.why << ".\n";
        return 1;
    }
    std::cout << "The journal is whole: " << verdict.lines << " lines. Head: " << verdict.lines << ":"
              << verdict.head << "\n";
    return 0;
}

}  // namespace kring::app
