// SPDX-License-Identifier: EUPL-1.2
#include <filesystem>
#include <iostream>

#include "app/commands.hpp"
#include "app/embedded.hpp"
#include "app/folder.hpp"
#include "app/house.hpp"
#include "app/jobs.hpp"
#include "domain/chain/search.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/people/people.hpp"
#include "domain/summary/acts.hpp"
#include "domain/summary/store.hpp"
#include "platform/base/process.hpp"
#include "platform/base/text.hpp"

namespace kring::app {

namespace {

int tell(const House& house, const Problems& problems) {
    for (const Problem& problem : problems) {
        std::cerr << house.phrases.say(problem.phrase, html::Language::en, problem.values) << "\n";
    }
    return 1;
}

Actor actor_named(db::Connection& in, const std::string& email) {
    const auto person = people::find_by_email(in, email);
    const auto actor = person ? people::actor_of(in, person->id) : std::nullopt;
    if (!actor) throw std::runtime_error("there is no active account for " + email);
    return *actor;
}

int tell_faults(const std::vector<FolderFault>& faults, const std::string& folder) {
    for (const FolderFault& fault : faults) {
        std::cerr << folder << "/" << fault.file << (fault.line > 0 ? ":" + std::to_string(fault.line) : "")
                  << ": " << fault.what << "\n";
    }
    std::cerr << faults.size() << (faults.size() == 1 ? " fault" : " faults") << "; nothing was loaded.\n";
    return 1;
}

// Version 1 of the summary that a first folder names, with all its files.
int freeze_first(House& house, const std::string& summary) {
    const auto frozen = house.operate([&](const Act& act) { return summary::freeze(act, summary, 1, ""); });
    if (!frozen) return tell(house, frozen.problems());
    std::cout << "Frozen version 1; printing its files ..." << std::endl;
    print_publications(house);
    return 0;
}

}  // namespace

int show_config(const Call& call) {
    const bool is_page = !call.arguments.empty() && call.arguments[0] == "--page";
    std::cout << (is_page ? configuration_page() : call.config.shown());
    return 0;
}

int migrate(const Call& call) {
    db::Database database(call.config.text("database"));
    std::cout << database.migrate(embedded_migrations()) << " migrations applied\n";
    return 0;
}

int load(const Call& call) {
    if (call.arguments.size() != 1) return wrong_use("load");
    std::vector<FolderFault> faults;
    const Folder folder = read_folder(call.arguments[0], faults);
    House house(call.config);
    house.database.read([&](db::Connection& in) { check_folder(folder, in, faults); });
    if (!faults.empty()) return tell_faults(faults, call.arguments[0]);
    (void)house.operate([&](const Act& act) {
        write_to_database(folder, act);
        return Result<Done>(Done{});
    });
    std::cout << "Loaded " << folder.count() << " records of \"" << folder.title << "\"" << std::endl;
    return folder.freeze.empty() ? 0 : freeze_first(house, folder.freeze);
}

int export_data(const Call& call) {
    std::vector<std::string> arguments = call.arguments;
    const std::string email = take_option(arguments, "as");
    if (arguments.size() != 1) return wrong_use("export");
    const std::filesystem::path root = arguments[0];
    if (std::filesystem::exists(root) && !std::filesystem::is_empty(root)) {
        std::cerr << root.string() << " is not empty; choose a new folder.\n";
        return 1;
    }
    need_database(call);
    House house(call.config);
    const auto files = house.database.read([&](db::Connection& in) {
        const Actor actor = email.empty() ? House::operator_() : actor_named(in, email);
        return export_folder(in, actor, now(), call.config.text("name"));
    });
    for (const auto& [path, bytes] : files) {
        std::filesystem::create_directories((root / path).parent_path());
        write_file((root / path).string(), bytes);
    }
    std::cout << "Wrote " << files.size() << " files to " << root.string() << "\n";
    return 0;
}

int search_records(const Call& call) {
    std::vector<std::string> arguments = call.arguments;
    const std::string email = take_option(arguments, "as");
    if (arguments.empty()) return wrong_use("search");
    need_database(call);
    House house(call.config);
    house.database.read([&](db::Connection& in) {
        chain::Query query;
        query.words = join(arguments, " ");
        const Actor actor = email.empty() ? Actor{} : actor_named(in, email);
        const chain::Found found = chain::search(in, actor, query, now());
        std::cout << found.total << " found\n";
        for (const chain::Hit& hit : found.hits) {
            std::cout << house.site.public_address << desk::address_of(html::Language::nl, hit.record) << "  "
                      << hit.record.title << "\n";
        }
    });
    return 0;
}

int freeze_summary(const Call& call) {
    std::vector<std::string> arguments = call.arguments;
    const std::string reason = take_option(arguments, "reason");
    if (arguments.size() != 1) return wrong_use("freeze");
    need_database(call);
    House house(call.config);
    const auto frozen = house.operate([&](const Act& act) {
        return summary::freeze(act, arguments[0], summary::next_number(act.in, arguments[0]), reason);
    });
    if (!frozen) return tell(house, frozen.problems());
    std::cout << "Frozen version " << frozen->number << ", hash " << frozen->hash << std::endl;
    print_publications(house);
    return 0;
}

int show_dictionary(const Call&) {
    std::cout << folder_dictionary();
    return 0;
}

int show_manual(const Call&) {
    std::cout << manual_page();
    return 0;
}

}  // namespace kring::app
