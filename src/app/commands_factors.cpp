// SPDX-License-Identifier: EUPL-1.2
// Factor sets from the command line: import, list, show, what was rejected (docs/factors.md).
#include <algorithm>
#include <filesystem>
#include <iomanip>
#include <iostream>

#include "app/commands.hpp"
#include "app/house.hpp"
#include "domain/factor/acts.hpp"
#include "domain/factor/store.hpp"
#include "platform/base/process.hpp"
#include "platform/base/text.hpp"

namespace kring::app {

namespace {

namespace fs = std::filesystem;

constexpr int changes_told = 20;
constexpr int rejected_told = 20;
constexpr std::string_view package_folder = "node_modules/@tgwf/co2/dist/esm/data";

using Line = std::vector<std::string>;

// Columns as wide as their widest cell; the last one runs on.
void print_table(const std::vector<Line>& lines) {
    std::vector<std::size_t> widths;
    for (const Line& line : lines) {
        widths.resize(std::max(widths.size(), line.size()));
        for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], length(line[i]));
    }
    for (const Line& line : lines) {
        std::string text;
        for (std::size_t i = 0; i < line.size(); ++i) {
            text += line[i];
            if (i + 1 < line.size()) text += std::string(widths[i] + 2 - length(line[i]), ' ');
        }
        std::cout << "  " << text << "\n";
    }
}

std::string oddity_words(const House& house, const catalogue::Oddity& one) {
    return house.phrases.say("factor.oddity." + std::string(catalogue::name(one.code)), html::Language::en,
                             {{"line", std::to_string(one.line)},
                              {"column", one.column},
                              {"value", one.value},
                              {"other", one.other}});
}

int tell(const House& house, const Problems& problems) {
    for (const Problem& one : problems) {
        for (const auto& [name, value] : one.values) {
            if (name == "file") std::cerr << value << ": ";
        }
        std::cerr << house.phrases.say(one.phrase, html::Language::en, one.values) << "\n";
    }
    std::cerr << "Nothing was imported.\n";
    return 1;
}

void print_changes(db::Connection& in, const factor::Version& version) {
    std::vector<Line> lines;
    for (const factor::Change& one : factor::changes(in, version, 0, changes_told)) {
        if (!one.before || !one.after) {
            lines.push_back({one.key, one.after ? "added" : "removed"});
            continue;
        }
        for (const auto& [name, value] : one.after->cells) {
            const std::string before(factor::cell(*one.before, name));
            if (before != value) lines.push_back({one.key, name, before + " -> " + value});
        }
        for (const auto& [name, value] : one.before->cells) {
            if (factor::cell(*one.after, name).empty()) lines.push_back({one.key, name, value + " -> "});
        }
    }
    print_table(lines);
    const int all = version.added + version.changed + version.removed;
    if (all > changes_told) std::cout << "  and " << all - changes_told << " more\n";
}

void print_rejected(const House& house, db::Connection& in, const factor::Version& version, int most) {
    const int all = factor::count_oddities(in, version, true);
    std::vector<Line> lines;
    for (const catalogue::Oddity& one : factor::oddities(in, version, true, 0, most))
        lines.push_back({"line " + std::to_string(one.line), std::string(catalogue::name(one.code)),
                         oddity_words(house, one)});
    print_table(lines);
    if (all > most)
        std::cout << "  and " << all - most << " more: kring factors rejected " << version.set << "\n";
}

void print_taken(const House& house, db::Connection& in, const factor::Taken& taken) {
    const factor::Version& version = taken.version;
    std::cout << version.set << " version " << version.number;
    if (!taken.is_new) {
        std::cout << ": these factors were imported before; nothing has changed\n";
        return;
    }
    std::cout << ": " << version.taken << " rows, " << version.rejected << " rejected, " << version.oddities
              << " oddities; " << version.added << " added, " << version.changed << " changed, "
              << version.removed << " removed\n";
    if (version.number > 1) print_changes(in, version);
    print_rejected(house, in, version, rejected_told);
    const auto set = factor::find_set(in, version.set);
    if (set && !set->notice.empty())
        std::cout << "  " << factor::word(set->licence) << ": " << set->notice << "\n";
}

// The data files of the npm package, which is never a part of Kring itself.
std::vector<std::string> package_files(const std::string& root) {
    const fs::path data = fs::path(root) / package_folder;
    if (!fs::is_directory(data))
        throw std::runtime_error("there is no " + data.string() +
                                 "; run `npm install @tgwf/co2@0.19.0` there, or name the folder that holds "
                                 "node_modules: --from-npm DIR");
    std::vector<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(data)) {
        const std::string name = entry.path().filename().string();
        const bool is_data = name.starts_with("average-intensities") || name.starts_with("yearly_") ||
                             name.starts_with("marginal-intensities");
        if (is_data && entry.is_regular_file()) files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

// "--from-npm", with or without a folder behind it.
bool take_package(std::vector<std::string>& arguments, std::string& root) {
    const auto found = std::find(arguments.begin(), arguments.end(), "--from-npm");
    if (found == arguments.end()) return false;
    root = found + 1 == arguments.end() ? "." : *(found + 1);
    arguments.erase(found, found + 1 == arguments.end() ? found + 1 : found + 2);
    return true;
}

int import_factors(const Call& call, std::vector<std::string> arguments) {
    const std::string set = take_option(arguments, "set");
    std::string root;
    if (take_package(arguments, root)) {
        for (std::string& path : package_files(root)) arguments.push_back(std::move(path));
    }
    if (arguments.empty()) return wrong_use("factors");
    std::vector<factor::File> files;
    for (const std::string& path : arguments)
        files.push_back({fs::path(path).filename().string(), read_file(path)});
    House house(call.config);
    const auto readings = factor::read_files(files, set);
    if (!readings) return tell(house, readings.problems());
    const auto taken = house.operate([&](const Act& act) { return factor::take(act, *readings); });
    if (!taken) return tell(house, taken.problems());
    house.database.read([&](db::Connection& in) {
        for (const factor::Taken& one : *taken) print_taken(house, in, one);
    });
    return 0;
}

int list_factors(House& house) {
    house.database.read([&](db::Connection& in) {
        std::vector<Line> lines = {{"SET", "VERSION", "ROWS", "REJECTED", "LICENCE", "NAME"}};
        for (const factor::Set& set : factor::sets(in)) {
            for (const factor::Version& one : factor::versions(in, set.id))
                lines.push_back({set.id, std::to_string(one.number), std::to_string(one.taken),
                                 std::to_string(one.rejected), std::string(factor::word(set.licence)),
                                 set.name});
        }
        print_table(lines);
    });
    return 0;
}

// The version that was asked for, the newest without a number.
factor::Version version_named(db::Connection& in, const std::vector<std::string>& arguments) {
    std::int64_t number = 0;
    const bool is_numbered = arguments.size() > 1;
    if (is_numbered && !read_number(arguments[1], 1, 1'000'000, number))
        throw std::runtime_error("a version is a whole number, not " + shortened(arguments[1], 40));
    const auto version = is_numbered ? factor::find_version(in, arguments[0], static_cast<int>(number))
                                     : factor::newest(in, arguments[0]);
    if (!version) throw std::runtime_error("there is no such set or version; see kring factors list");
    return *version;
}

int show_factors(House& house, const std::vector<std::string>& arguments) {
    house.database.read([&](db::Connection& in) {
        const factor::Version version = version_named(in, arguments);
        const factor::Set set = factor::find_set(in, version.set).value();
        std::cout << set.name << ", version " << version.number << "\n";
        print_table(
            {{"source", set.source + " " + set.url},
             {"licence", std::string(factor::word(set.licence))},
             {"notice", set.notice},
             {"made", to_text(version.made_at)},
             {"file", version.file_name},
             {"sha256", version.hash},
             {"rows", std::to_string(version.taken)},
             {"rejected", std::to_string(version.rejected)},
             {"changes", std::to_string(version.added) + " added, " + std::to_string(version.changed) +
                             " changed, " + std::to_string(version.removed) + " removed"}});
        if (version.number > 1) print_changes(in, version);
    });
    return 0;
}

int show_rejected(House& house, const std::vector<std::string>& arguments) {
    house.database.read([&](db::Connection& in) {
        const factor::Version version = version_named(in, arguments);
        std::cout << version.set << " version " << version.number << ": " << version.rejected
                  << " rows rejected\n";
        print_rejected(house, in, version, INT32_MAX);
    });
    return 0;
}

}  // namespace

int manage_factors(const Call& call) {
    std::vector<std::string> arguments = call.arguments;
    if (arguments.empty()) return wrong_use("factors");
    const std::string what = arguments.front();
    arguments.erase(arguments.begin());
    if (what == "import") return import_factors(call, std::move(arguments));
    const bool is_known = what == "list" || what == "show" || what == "rejected";
    if (!is_known || (what == "list") != arguments.empty() || arguments.size() > 2)
        return wrong_use("factors");
    need_database(call);
    House house(call.config);
    if (what == "list") return list_factors(house);
    return what == "show" ? show_factors(house, arguments) : show_rejected(house, arguments);
}

}  // namespace kring::app
