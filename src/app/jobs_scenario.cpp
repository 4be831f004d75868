// SPDX-License-Identifier: EUPL-1.2
// Scenarios behind the pages: calculations that take long, and outcomes on paper.
#include <algorithm>
#include <exception>
#include <optional>
#include <thread>

#include "app/embedded.hpp"
#include "app/jobs.hpp"
#include "domain/outcome/outcome_view.hpp"
#include "domain/outcome/sheets.hpp"
#include "domain/people/letters.hpp"
#include "domain/scenario/compute.hpp"
#include "domain/scenario/store.hpp"
#include "platform/base/log.hpp"

namespace kring::app {

namespace {

constexpr unsigned threads_most = 2;  // pages are made on the others

// What goes on the paper as it stands now; nothing when the outcome went meanwhile.
std::optional<press::Paper> paper_now(House& house, const scenario::Paper& asked) {
    return house.database.read([&](db::Connection& in) -> std::optional<press::Paper> {
        const auto one = scenario::find(in, asked.scenario);
        if (!one || !one->outcome || scenario::paper_mark(*one) != asked.result_hash) return std::nullopt;
        const auto language = people::language_of(asked.language);
        return outcome::paper_of({house.site, language, *one},
                                 factor::notices(in, outcome::used_by(one->figures)));
    });
}

}  // namespace

int compute_scenarios(House& house) {
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    const auto is_stopping = [&house] { return house.is_stopping.load(); };
    const unsigned threads = std::min(cores, threads_most);
    return scenario::compute_next(house.database, now, threads, is_stopping) ? 1 : 0;
}

int print_scenarios(House& house) {
    const auto waiting = house.database.read([](db::Connection& in) { return scenario::unprinted(in); });
    int printed = 0;
    for (const scenario::Paper& asked : waiting) {
        std::string bytes;
        std::string fault;
        try {
            auto paper = paper_now(house, asked);
            if (paper) paper->css = embedded_press_file("outcome.css");
            if (paper) bytes = press::print_paper(*paper);
            if (!paper) fault = "changed";
        } catch (const std::exception& error) {
            // Whoever asked reads that it failed and can ask again; the log says why.
            fault = "not printed";
            log_line("error", "scenario paper", {{"what", error.what()}});
        }
        (void)house.database.write([&](db::Connection& in) {
            scenario::keep_paper(in, asked, bytes, fault);
            return Result<Done>(Done{});
        });
        ++printed;
    }
    return printed;
}

}  // namespace kring::app
