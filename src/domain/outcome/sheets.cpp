// SPDX-License-Identifier: EUPL-1.2
#include "domain/outcome/sheets.hpp"

#include "domain/outcome/outcome_view.hpp"
#include "domain/scenario/figure_words.hpp"
#include "platform/html/markdown.hpp"

namespace kring::outcome {

namespace {

using scenario::amount_text;
using scenario::Measure;
using scenario::Spread;

class Rows {
public:
    explicit Rows(const Telling& telling) : telling_(telling) {}

    // Every row has nine cells.
    void add(std::string_view part, std::string route, std::string subject, std::string unit,
             const std::array<std::string, 4>& numbers, std::string source) {
        rows_.push_back({telling_.say("outcome.sheet." + std::string(part)), std::move(route),
                         std::move(subject), std::move(unit), numbers[0], numbers[1], numbers[2], numbers[3],
                         std::move(source)});
    }
    void add(std::string_view part, std::string route, std::string subject, std::string_view unit,
             const Spread& spread) {
        add(part, std::move(route), std::move(subject), unit_of(unit),
            {amount_text(spread.p5), amount_text(spread.p50), amount_text(spread.p95),
             amount_text(spread.mean)},
            "");
    }
    std::string unit_of(std::string_view unit) const {
        return scenario::unit_in_words(telling_.site.phrases, telling_.language, unit);
    }
    std::string route_of(std::size_t at) const {
        return route_name(telling_.site.phrases, telling_.language, telling_.outcome().routes[at].route);
    }
    std::string figure_of(std::string_view key) const {
        return scenario::figure_name(telling_.site.phrases, telling_.language, key);
    }
    std::vector<sheet::Cells> take() { return std::move(rows_); }

private:
    const Telling& telling_;
    std::vector<sheet::Cells> rows_;
};

void add_outcome(const Telling& telling, Rows& rows) {
    for (std::size_t at = 0; at < telling.outcome().routes.size(); ++at) {
        for (const Measure measure : scenario::measures) {
            if (!telling.outcome().is_known(measure)) continue;
            rows.add("outcome", rows.route_of(at), measure_name(telling, measure), scenario::unit_of(measure),
                     telling.outcome().routes[at].of(measure));
        }
    }
    for (const scenario::Comparison& one : telling.outcome().comparisons) {
        const std::string route = rows.route_of(one.other);
        rows.add("comparison", route, telling.say("outcome.table.saved"), "kgCO2e", one.saved);
        rows.add("comparison", route, telling.say("outcome.table.cost_saved"), "EUR", one.cost_saved);
        rows.add("comparison", route, telling.say("outcome.table.chance"), "",
                 {"", amount_text(one.chance), "", ""}, "");
        rows.add("comparison", route, telling.say("outcome.table.cost_chance"), "",
                 {"", amount_text(one.cost_chance), "", ""}, "");
        for (const scenario::Share& share : one.drivers)
            rows.add("driver", route, rows.figure_of(share.figure), "",
                     {"", amount_text(share.share), "", ""}, "");
    }
}

void add_made(const Telling& telling, const std::vector<factor::Notice>& notices, Rows& rows) {
    const scenario::Outcome& outcome = telling.outcome();
    const auto note = [&](std::string_view what, std::string value) {
        rows.add("made", "", telling.say("outcome.sheet." + std::string(what)), "", {"", "", "", ""},
                 std::move(value));
    };
    note("title", telling.one.record.title);
    note("draws", std::to_string(outcome.draws));
    note("seed", std::to_string(outcome.seed));
    note("engine", outcome.engine);
    note("hash", telling.one.result_hash);
    note("address", telling.site.public_address + "/rekenhulp/" + telling.one.record.id);
    for (const std::string& warning : warnings(telling)) note("warning", warning);
    for (const factor::Notice& one : notices) note("notice", one.text);
}

}  // namespace

sheet::Sheet sheet_of(const Telling& telling, const std::vector<factor::Notice>& notices) {
    sheet::Sheet sheet;
    sheet.name = telling.say("scenario.title");
    for (const std::string_view column :
         {"part", "route", "subject", "unit", "p5", "p50", "p95", "mean", "source"})
        sheet.head.push_back(telling.say("outcome.column." + std::string(column)));
    Rows rows(telling);
    add_outcome(telling, rows);
    for (const scenario::Figure& figure : telling.one.figures.all()) {
        rows.add("figure", "", rows.figure_of(figure.key), rows.unit_of(figure.unit),
                 {amount_text(figure.low), amount_text(figure.likely), amount_text(figure.high), ""},
                 scenario::source_in_words(telling.site.phrases, telling.language, figure));
    }
    add_made(telling, notices, rows);
    sheet.rows = rows.take();
    return sheet;
}

press::Paper paper_of(const Telling& telling, const std::vector<factor::Notice>& notices) {
    html::View body;
    set_body(body, telling, "");
    html::View view;
    view.set("title", telling.one.record.title)
        .set("note", html::markdown(telling.one.note, 2))
        .set("body", std::move(body))
        .set("pictures", all_pictures(telling))
        .set("formulas", formula_rows(telling))
        .set("figures", figure_rows(telling, nullptr))
        .set("notices", notice_rows(notices))
        .set("address", telling.site.public_address + "/rekenhulp/" + telling.one.record.id)
        .set("hash", telling.one.result_hash);
    return {telling.one.record.title, std::string(html::code(telling.language)), "",
            telling.site.templates.render("outcome_paper", view, telling.language)};
}

}  // namespace kring::outcome
