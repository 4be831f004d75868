// SPDX-License-Identifier: EUPL-1.2
// Attendance behind the pages: the secret of check-in codes, lists and badges on paper.
#include <exception>

#include "app/embedded.hpp"
#include "app/jobs.hpp"
#include "domain/attendance/acts.hpp"
#include "domain/attendance/paper.hpp"
#include "platform/base/log.hpp"

namespace kring::app {

int tend_attendance(House& house) {
    const bool is_due =
        house.database.read([](db::Connection& in) { return attendance::has_work(in, now()); });
    if (!is_due) return 0;
    const auto tended = house.operate([](const Act& act) { return attendance::tend(act); }, "job");
    return tended ? *tended : 0;
}

int print_sheets(House& house) {
    const auto waiting = house.database.read([](db::Connection& in) { return attendance::unprinted(in); });
    int printed = 0;
    for (const attendance::SheetState& sheet : waiting) {
        std::string bytes;
        std::string fault;
        try {
            press::Paper paper = house.database.read(
                [&](db::Connection& in) { return attendance::paper_of(in, house.site, sheet); });
            paper.css = embedded_press_file("paper.css");
            bytes = press::print_paper(paper);
        } catch (const std::exception& error) {
            // Whoever asked reads that it failed and can ask again; the log says why.
            fault = error.what();
            log_line("error", "sheet", {{"what", fault}});
        }
        (void)house.database.write([&](db::Connection& in) {
            if (fault.empty())
                attendance::keep_printed(in, sheet.id, bytes);
            else
                attendance::keep_refused(in, sheet.id, "not printed");
            return Result<Done>(Done{});
        });
        ++printed;
    }
    return printed;
}

}  // namespace kring::app
