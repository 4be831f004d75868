// SPDX-License-Identifier: EUPL-1.2
#include "domain/outcome/outcome_view.hpp"

#include <algorithm>
#include <cmath>

#include "domain/desk/addresses.hpp"
#include "domain/desk/table.hpp"
#include "domain/outcome/picture.hpp"
#include "domain/scenario/figure_words.hpp"
#include "domain/scenario/reckon.hpp"

namespace kring::outcome {

namespace {

using html::List;
using html::View;
using scenario::Measure;
using scenario::Spread;

constexpr std::size_t drivers_most = 6;
constexpr int ticks_most = 4;
constexpr double share_least = 0.005;  // less is shown as 0 %

std::string unit_words(const Telling& telling, const Scale& scale) {
    return scenario::unit_in_words(telling.site.phrases, telling.language, scale.unit);
}

std::string route_words(const Telling& telling, std::size_t at) {
    return route_name(telling.site.phrases, telling.language, telling.outcome().routes[at].route);
}

std::vector<Tick> ticks_of(const Telling& telling, double least, double greatest, const Scale& scale) {
    const double step = tick_of(greatest - std::min(least, 0.0), ticks_most);
    std::vector<Tick> ticks;
    for (double at = std::ceil(std::min(least, 0.0) / step) * step; at <= greatest * (1 + 1e-9); at += step)
        ticks.push_back({at, rounded(telling.site.phrases, telling.language, at, step, scale)});
    return ticks;
}

View picture_view(const std::string& svg, const std::string& caption) {
    View view;
    view.set("svg", html::Html::trusted(svg)).set("caption", caption);
    return view;
}

View measure_picture(const Telling& telling, Measure measure) {
    const Scale scale = scale_of(telling, measure);
    const std::string name = measure_name(telling, measure);
    RangePicture picture;
    picture.id = "picture-" + std::string(scenario::word(measure));
    picture.title =
        telling.say("outcome.picture.title", {{"measure", name}, {"unit", unit_words(telling, scale)}});
    double least = 0, greatest = 0;
    for (std::size_t at = 0; at < telling.outcome().routes.size(); ++at) {
        const Spread& spread = telling.outcome().routes[at].of(measure);
        const std::string words = spread_in_words(telling, spread, scale);
        picture.ranges.push_back({route_words(telling, at), words, spread.p5, spread.p50, spread.p95});
        picture.description += (at == 0 ? "" : "; ") + route_words(telling, at) + ": " + words;
        least = std::min(least, spread.p5);
        greatest = std::max(greatest, spread.p95);
    }
    picture.ticks = ticks_of(telling, least, greatest, scale);
    return picture_view(svg_of(picture), picture.title);
}

// Every measure in a row, every route in a column.
View measures_table(const Telling& telling, const std::string& figures_href) {
    desk::Table table("measures", telling.say("outcome.table.measures"));
    table.column(telling.say("outcome.table.measure"));
    for (std::size_t at = 0; at < telling.outcome().routes.size(); ++at)
        table.column(route_words(telling, at), true);
    const bool has_burden = does_burden_matter(telling.outcome());
    for (const Measure measure : scenario::measures) {
        const bool is_nought = scale_of(telling, measure).factor == 1 &&
                               std::all_of(telling.outcome().routes.begin(), telling.outcome().routes.end(),
                                           [&](const auto& one) { return one.of(measure).p95 == 0; });
        if (measure == Measure::other_rule && !has_burden) continue;
        if (!telling.outcome().is_known(measure)) continue;
        if (measure == Measure::credit && is_nought) continue;
        const Scale scale = scale_of(telling, measure);
        const std::string href =
            figures_href.empty() ? "" : figures_href + "#" + std::string(scenario::word(measure));
        table.row().cell(measure_name(telling, measure) + " (" + unit_words(telling, scale) + ")", href);
        for (const scenario::RouteOutcome& one : telling.outcome().routes)
            table.cell(spread_in_words(telling, one.of(measure), scale));
    }
    return table.view();
}

View comparisons_table(const Telling& telling) {
    desk::Table table("comparisons",
                      telling.say("outcome.table.comparisons", {{"first", route_words(telling, 0)}}));
    for (const std::string column : {"route", "saved", "chance", "cost_saved", "cost_chance"})
        table.column(telling.say("outcome.table." + column), column != "route");
    for (const scenario::Comparison& one : telling.outcome().comparisons) {
        const auto spread = [&](const Spread& saved, std::string_view unit) {
            const Scale scale = scale_of(unit, std::max(std::fabs(saved.p5), std::fabs(saved.p95)));
            return spread_in_words(telling, saved, scale) + " " + unit_words(telling, scale);
        };
        table.row()
            .cell(route_words(telling, one.other))
            .cell(spread(one.saved, "kgCO2e"))
            .cell(chance_in_words(telling.site.phrases, telling.language, one.chance))
            .cell(spread(one.cost_saved, "EUR"))
            .cell(chance_in_words(telling.site.phrases, telling.language, one.cost_chance));
    }
    return table.view();
}

std::string percent(const Telling& telling, double share) {
    return telling.site.phrases.number(std::round(share * 100), 0, telling.language) + " %";
}

// What drives the difference with one other route: the same as a picture and as a table.
View drivers_view(const Telling& telling, std::size_t at) {
    const scenario::Comparison& one = telling.outcome().comparisons[at];
    const std::string id = "drivers-" + std::to_string(at + 1);
    const std::string title =
        telling.say("outcome.drivers.title",
                    {{"first", route_words(telling, 0)}, {"other", route_words(telling, one.other)}});
    PartPicture picture{id, title, "", {}};
    desk::Table table(id + "-table", title);
    table.column(telling.say("outcome.drivers.figure")).column(telling.say("outcome.drivers.share"), true);
    for (std::size_t i = 0; i < std::min(one.drivers.size(), drivers_most); ++i) {
        if (one.drivers[i].share < share_least) break;
        const std::string name =
            scenario::figure_name(telling.site.phrases, telling.language, one.drivers[i].figure);
        const std::string share = percent(telling, one.drivers[i].share);
        picture.parts.push_back({name, share, one.drivers[i].share});
        picture.description += (i == 0 ? "" : "; ") + name + ": " + share;
        table.row().cell(name).cell(share);
    }
    View view;
    view.set("title", title)
        .set("svg", html::Html::trusted(svg_of(picture)))
        .set("table", table.view())
        .set("has_drivers", !one.drivers.empty());
    return view;
}

List texts(const std::vector<std::string>& all) {
    List list;
    for (const std::string& one : all) {
        View view;
        view.set("text", one);
        list.push_back(std::move(view));
    }
    return list;
}

std::string equation_key(Measure measure) {
    return "outcome.formula." + std::string(scenario::word(measure));
}

}  // namespace

void set_body(View& view, const Telling& telling, const std::string& figures_href) {
    List pictures;
    for (const Measure measure : {Measure::total, Measure::cost})
        pictures.push_back(measure_picture(telling, measure));
    List drivers;
    for (std::size_t at = 0; at < telling.outcome().comparisons.size(); ++at)
        drivers.push_back(drivers_view(telling, at));
    const scenario::Outcome& outcome = telling.outcome();
    const Scale scale = scale_of(telling, Measure::total);
    view.set("conclusion", texts(conclusion(telling)))
        .set("warnings", texts(warnings(telling)))
        .set("pictures", std::move(pictures))
        .set("measures", measures_table(telling, figures_href))
        .set("comparisons", comparisons_table(telling))
        .set("drivers", std::move(drivers))
        .set("made_with",
             telling.say("outcome.made_with",
                         {{"draws", telling.site.phrases.number(static_cast<double>(outcome.draws), 0,
                                                                telling.language)},
                          {"seed", std::to_string(outcome.seed)},
                          {"engine", outcome.engine},
                          {"error", rounded(telling.site.phrases, telling.language, outcome.standard_error,
                                            step_of({0, 0, outcome.standard_error, 0}), scale) +
                                        " " + unit_words(telling, scale)}}))
        .set("hash", telling.one.result_hash);
}

List all_pictures(const Telling& telling) {
    List pictures;
    for (const Measure measure : scenario::measures) {
        const bool is_shown = measure != Measure::other_rule && measure != Measure::credit;
        if (is_shown && telling.outcome().is_known(measure))
            pictures.push_back(measure_picture(telling, measure));
    }
    return pictures;
}

List formula_rows(const Telling& telling) {
    List rows;
    for (const Measure measure : scenario::measures) {
        View row;
        row.set("id", scenario::word(measure))
            .set("name", measure_name(telling, measure))
            .set("words", telling.say(equation_key(measure)))
            .set("formula", scenario::formula_of(measure));
        rows.push_back(std::move(row));
    }
    return rows;
}

List figure_rows(const Telling& telling, const desk::Visit* visit) {
    List rows;
    for (const scenario::Figure& figure : telling.one.figures.all()) {
        const auto name = factor::read_figure_id(figure.origin);
        std::string href;
        if (visit && name)
            href = desk::address(*visit, factor::figure_pattern,
                                 {name->set, std::to_string(name->version), name->row});
        std::string derivation = figure.derivation;
        if (figure.sample > 0)
            derivation += (derivation.empty() ? "" : " · ") +
                          telling.say("outcome.figure.sample", {{"count", std::to_string(figure.sample)}});
        const bool is_unverified = !figure.is_own && figure.certainty == scenario::Certainty::unverified;
        const auto in_words = is_unverified ? scenario::origin_in_words : scenario::source_in_words;
        View row;
        row.set("id", "figure-" + figure.key)
            .set("name", scenario::figure_name(telling.site.phrases, telling.language, figure.key))
            .set("value", scenario::value_in_words(telling.site.phrases, telling.language, figure))
            .set("shape", telling.say("outcome.shape." + std::string(scenario::word(figure.shape))))
            .set("source", in_words(telling.site.phrases, telling.language, figure))
            .set("derivation", derivation)
            .set("href", href)
            .set("is_unverified", is_unverified);
        rows.push_back(std::move(row));
    }
    return rows;
}

List notice_rows(const std::vector<factor::Notice>& notices) {
    List rows;
    for (const factor::Notice& one : notices) {
        View row;
        row.set("text", one.text);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<factor::Provenance> used_by(const scenario::Figures& figures) {
    std::vector<factor::Provenance> used;
    for (const scenario::Figure& figure : figures.all()) {
        const auto name = factor::read_figure_id(figure.origin);
        if (!name) continue;
        factor::Provenance from;
        from.set = name->set;
        from.version = name->version;
        from.row = name->row;
        from.source = figure.source;
        from.year = figure.year;
        if (const auto licence = factor::licence_of(figure.license)) from.licence = *licence;
        from.certainty = figure.certainty;
        used.push_back(std::move(from));
    }
    return used;
}

}  // namespace kring::outcome
