// SPDX-License-Identifier: EUPL-1.2
// Tenders behind the pages: reckonings that are too long for a page, and signed sheets on paper.
#include <algorithm>
#include <exception>
#include <thread>

#include "app/embedded.hpp"
#include "app/jobs.hpp"
#include "domain/bid/pages.hpp"
#include "domain/bid/store.hpp"
#include "domain/tender/runs.hpp"
#include "platform/base/log.hpp"

namespace kring::app {

int reckon_tenders(House& house) {
    const auto key = house.database.read([](db::Connection& in) { return tender::next_run(in); });
    if (!key) return 0;
    // Half of the machine at most: pages go before.
    const unsigned threads = std::max(1U, std::thread::hardware_concurrency() / 2);
    const auto is_stopping = [&house] { return house.is_stopping.load(); };
    return tender::do_run(house.database, *key, threads, is_stopping) ? 1 : 0;
}

int print_award_sheets(House& house) {
    const auto waiting = house.database.read([](db::Connection& in) { return bid::unprinted(in, now()); });
    int done = 0;
    for (const bid::Sheet& sheet : waiting) {
        std::string bytes;
        try {
            press::Paper paper = bid::printed(house.site, sheet);
            paper.css = embedded_press_file("paper.css");
            bytes = press::print_paper(paper);
        } catch (const std::exception& error) {
            log_line("error", "award_sheet", {{"what", error.what()}});
        }
        (void)house.database.write([&](db::Connection& in) {
            if (bytes.empty())
                bid::keep_failure(in, sheet.id, now());
            else
                bid::keep_paper(in, sheet.id, bytes);
            return Result<Done>(Done{});
        });
        ++done;
    }
    return done;
}

}  // namespace kring::app
