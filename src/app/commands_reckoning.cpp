// SPDX-License-Identifier: EUPL-1.2
// `kring assess` and `kring award`: a document of a file or of standard input, answered as JSON or as a
// table. They need no database.
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <iterator>
#include <thread>

#include "app/commands.hpp"
#include "app/embedded.hpp"
#include "domain/exchange/told.hpp"
#include "platform/base/process.hpp"
#include "platform/base/text.hpp"
#include "platform/html/phrases.hpp"

namespace kring::app {

namespace {

constexpr std::size_t document_max = 64 * 1024 * 1024;
constexpr std::int64_t seed_most = 9'007'199'254'740'991;

struct Wishes {
    std::string file;
    bool as_json = false;
    bool is_compatible = false;
    std::string factors;
    std::optional<std::int64_t> seed;
    std::optional<std::int64_t> draws;
    unsigned threads = 1;
    bool is_right = true;
};

bool take_flag(std::vector<std::string>& arguments, std::string_view flag) {
    const auto found = std::find(arguments.begin(), arguments.end(), flag);
    if (found == arguments.end()) return false;
    arguments.erase(found);
    return true;
}

std::optional<std::int64_t> take_number(std::vector<std::string>& arguments, std::string_view name,
                                        std::int64_t most, bool& is_right) {
    const std::string text = take_option(arguments, name);
    if (text.empty()) return std::nullopt;
    std::int64_t number = 0;
    is_right = is_right && read_number(text, 0, most, number);
    return number;
}

Wishes wishes_of(const Call& call) {
    std::vector<std::string> arguments = call.arguments;
    Wishes wishes;
    const bool is_json = take_flag(arguments, "--json");
    const bool is_table = take_flag(arguments, "--table");
    wishes.as_json = is_json || (!is_table && isatty(STDOUT_FILENO) != 1);
    wishes.is_compatible = take_flag(arguments, "--compatible");
    wishes.factors = take_option(arguments, "factors");
    wishes.seed = take_number(arguments, "seed", seed_most, wishes.is_right);
    wishes.draws = take_number(arguments, "draws", 4'000'000, wishes.is_right);
    const auto threads = take_number(arguments, "threads", 256, wishes.is_right);
    const unsigned usual = std::clamp(std::thread::hardware_concurrency(), 1U, 256U);
    wishes.threads = threads && *threads > 0 ? static_cast<unsigned>(*threads) : usual;
    wishes.is_right = wishes.is_right && arguments.size() == 1 && !(is_json && is_table);
    if (wishes.is_right) wishes.file = arguments[0];
    wishes.is_right = wishes.is_right && (wishes.file == "-" || !wishes.file.starts_with('-'));
    return wishes;
}

void set_member(json::Value& document, const std::string& name, json::Value value) {
    json::Object* members = document.object();
    if (!members) return;
    std::erase_if(*members, [&](const auto& member) { return member.first == name; });
    members->emplace_back(name, std::move(value));
}

void apply(const Wishes& wishes, json::Value& document) {
    if (wishes.is_compatible && !document.find("format")) {
        document = json::Object{
            {"format", exchange::assess_format}, {"mode", "boaviztapi"}, {"request", std::move(document)}};
    }
    if (wishes.seed) set_member(document, "seed", *wishes.seed);
    if (!wishes.draws) return;
    set_member(document, "draws", *wishes.draws);
    set_member(document, "mode", json::Value());
}

/// That tool's own files beside what is built in; false when one cannot be read, which is told.
bool read_figures(const std::string& folder, compatibility::Figures& figures) {
    std::vector<compatibility::FileFault> faults;
    const bool is_read =
        compatibility::read_factors(read_file(folder + "/factors.yml"), figures, faults) &&
        compatibility::read_archetypes(read_file(folder + "/user_terminal.csv"), figures, faults);
    for (const compatibility::FileFault& fault : faults)
        std::cerr << folder << ": line " << fault.line << ": " << fault.what << "\n";
    return is_read;
}

int refuse(const Problems& problems, bool as_json) {
    const html::Phrases phrases(embedded_catalogue_nl(), embedded_catalogue_en());
    const exchange::Say say = [&](const Problem& problem) {
        return phrases.say(problem.phrase, html::Language::en, problem.values);
    };
    if (as_json) {
        std::cout << json::write(
            exchange::problem_document(422, "The document is not accepted", problems, say),
            json::Layout::indented);
        return 1;
    }
    for (const Problem& problem : problems)
        std::cerr << (problem.field.empty() ? "/" : problem.field) << ": " << say(problem) << "\n";
    return 1;
}

using Answering = Result<json::Value> (*)(const json::Value&, const exchange::Terms&);

int answer(const Call& call, std::string_view command, Answering answering) {
    const Wishes wishes = wishes_of(call);
    if (!wishes.is_right) return wrong_use(command);
    std::string text;
    try {
        text = wishes.file == "-" ? std::string(std::istreambuf_iterator<char>(std::cin), {})
                                  : read_file(wishes.file);
    } catch (const std::runtime_error& error) {
        std::cerr << "kring " << command << ": " << error.what() << "\n";
        return 2;
    }
    auto read = json::read(text, {document_max, 32, 4'000'000});
    if (const json::Fault* fault = std::get_if<json::Fault>(&read))
        return refuse({exchange::problem_of(*fault)}, wishes.as_json);
    json::Value& document = std::get<json::Value>(read);
    apply(wishes, document);
    exchange::Terms terms;
    terms.threads = wishes.threads;
    compatibility::Figures figures = compatibility::built_in();
    if (!wishes.factors.empty() && !read_figures(wishes.factors, figures)) return 2;
    terms.figures = &figures;
    const auto answered = answering(document, terms);
    if (!answered) return refuse(answered.problems(), wishes.as_json);
    std::cout << (wishes.as_json ? json::write(*answered, json::Layout::indented)
                                 : exchange::as_table(*answered));
    return 0;
}

}  // namespace

int assess_fleet(const Call& call) { return answer(call, "assess", exchange::assess); }
int award_tender(const Call& call) { return answer(call, "award", exchange::award); }

}  // namespace kring::app
