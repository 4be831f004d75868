// SPDX-License-Identifier: EUPL-1.2
// The third step: the settings of the calculation, and every figure with where it comes from. Each may be
// kept, or one's own put in its place, with a source.
#include <set>

#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/scenario/acts.hpp"
#include "domain/scenario/assumed.hpp"
#include "domain/scenario/defaults.hpp"
#include "domain/scenario/figure_words.hpp"
#include "domain/scenario/forms.hpp"
#include "domain/scenario/page_functions.hpp"
#include "domain/scenario/store.hpp"
#include "platform/base/text.hpp"

namespace kring::scenario {

namespace {

using desk::Visit;
using html::List;
using html::View;

// What stands in the fields: as typed when they come back, else as kept.
struct Settings {
    std::string area, start, horizon, decline, discount, correlation, burden, draws, seed;
};

Settings settings_of(const Visit& visit, const Inputs& inputs) {
    return {inputs.area,
            std::to_string(inputs.start),
            std::to_string(inputs.horizon),
            shown(visit, inputs.decline),
            shown(visit, inputs.discount),
            shown(visit, inputs.correlation),
            std::string(word(inputs.burden)),
            std::to_string(inputs.draws),
            std::to_string(inputs.seed)};
}

Settings typed_settings(const Visit& visit) {
    const auto field = [&](std::string_view name) { return std::string(trim(visit.request.field(name))); };
    return {field("area"),        field("start"),  field("horizon"), field("decline"), field("discount"),
            field("correlation"), field("burden"), field("draws"),   field("seed")};
}

std::string figure_address(const Visit& visit, std::string_view id, std::string_view key) {
    return desk::address(visit, "/rekenhulp/{id}/aannames/{getal}", {id, key});
}

std::int64_t whole(const std::string& text) {
    const auto amount = read_amount(text);
    const bool is_whole = amount && *amount >= 0 && *amount <= 1e12 &&
                          *amount == static_cast<double>(static_cast<std::int64_t>(*amount));
    return is_whole ? static_cast<std::int64_t>(*amount) : -1;
}

// A number that cannot be read becomes one that problems_of finds.
void read_settings(const Settings& typed, Inputs& inputs) {
    inputs.area = typed.area;
    inputs.start = static_cast<int>(std::min<std::int64_t>(whole(typed.start), 100'000));
    inputs.horizon = static_cast<int>(std::min<std::int64_t>(whole(typed.horizon), 100'000));
    inputs.decline = read_amount(typed.decline).value_or(-1);
    inputs.discount = read_amount(typed.discount).value_or(-1);
    inputs.correlation = read_amount(typed.correlation).value_or(-1);
    inputs.burden = burden_of(typed.burden).value_or(Burden::first_user);
    inputs.draws = whole(typed.draws);
    inputs.seed = whole(typed.seed);
}

// The sets name areas in English, and some not at all.
std::string area_in_words(const Visit& visit, const std::string& area, const std::string& name) {
    const std::string key = "scenario.area." + area;
    if (visit.site.phrases.has(key, visit.language)) return visit.say(key);
    return name.empty() ? area : name + " (" + area + ")";
}

std::vector<desk::Option> area_options(db::Connection& in, const Visit& visit,
                                       const factor::Versions& versions, const std::string& chosen) {
    std::vector<desk::Option> options;
    std::set<std::string> seen;
    for (const std::string area : {"NLD", "BEL", "DEU", "FRA", "LUX", "DNK", "SWE", "NOR", "FIN", "POL",
                                   "ESP", "ITA", "AUT", "IRL", "PRT", "GBR", "USA", "CHN", chosen.c_str()}) {
        if (!seen.insert(area).second) continue;
        const auto known = factor::grid(in, versions, area);
        if (known.empty() && area != chosen) continue;
        const std::string name = known.empty() ? "" : known.front().area_name;
        options.push_back({area, area_in_words(visit, area, name), ""});
    }
    return options;
}

void add_fields(desk::Form& form, const Visit& visit, const Settings& typed,
                const std::vector<desk::Option>& areas) {
    const auto hinted = [&](std::string_view name) {
        desk::Extra extra;
        extra.hint = visit.say("scenario.setting." + std::string(name) + ".hint");
        return extra;
    };
    form.select("area", "scenario.setting.area", typed.area, areas, hinted("area"))
        .text("start", "scenario.setting.start", typed.start)
        .text("horizon", "scenario.setting.horizon", typed.horizon, hinted("horizon"))
        .text("decline", "scenario.setting.decline", typed.decline, hinted("decline"))
        .text("discount", "scenario.setting.discount", typed.discount, hinted("discount"))
        .text("correlation", "scenario.setting.correlation", typed.correlation, hinted("correlation"))
        .radios("burden", "scenario.setting.burden", typed.burden,
                {{"first_user", visit.say("scenario.burden.first_user"), ""},
                 {"by_years", visit.say("scenario.burden.by_years"), ""}})
        .text("draws", "scenario.setting.draws", typed.draws, hinted("draws"))
        .text("seed", "scenario.setting.seed", typed.seed, hinted("seed"));
}

View figures_view(const Visit& visit, const Scenario& one) {
    List rows;
    for (const std::string& key : asked_keys(one.inputs)) {
        const Figure* figure = one.figures.find(key);
        View row;
        row.set("name", figure_name(visit.site.phrases, visit.language, key))
            .set("value", figure ? value_in_words(visit.site.phrases, visit.language, *figure)
                                 : visit.say("scenario.figures.absent"))
            .set("source", figure ? source_in_words(visit.site.phrases, visit.language, *figure) : "")
            .set("href", figure_address(visit, one.record.id, key));
        rows.push_back(std::move(row));
    }
    View view;
    view.set("rows", std::move(rows));
    return view;
}

struct Read {
    Scenario one;
    std::vector<desk::Option> areas;
};

web::Response show(const Visit& visit, const Settings* typed, const Problems& problems) {
    const auto read = visit.read([&](db::Connection& in) -> Result<Read> {
        TRY(one, find_to_choose(in, visit));
        return Read{one, area_options(in, visit, factor::current(in), one.inputs.area)};
    });
    if (!read) return desk::trouble(visit, read.problems());
    const Scenario& one = read->one;
    desk::Form form(visit, address_of(visit, one.record.id, "/aannames"), "scenario.form.compute");
    add_fields(form, visit, typed ? *typed : settings_of(visit, one.inputs), read->areas);
    form.problems(problems);
    FormPage page;
    page.title = visit.say("scenario.step.assumptions");
    page.lead = visit.say("scenario.form.assumptions.lead");
    page.steps = steps_view(visit, one.record.id, Step::assumptions);
    page.crumbs = crumbs_to(visit, &one, page.title);
    page.beside = figures_view(visit, one);
    page.status = network::status_of_form(problems);
    return show_page(visit, page, form);
}

// ---- One figure

struct TypedFigure {
    std::string low, likely, high, source, year;
};

struct FigureRead {
    Scenario one;
    std::optional<Figure> offered;
};

Result<FigureRead> read_figure(db::Connection& in, const Visit& visit, const std::string& key) {
    TRY(one, find_to_choose(in, visit));
    if (!is_asked(one.inputs, key)) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    FigureRead read{one, std::nullopt};
    if (const auto known = offered(in, factor::current(in), one.inputs)) {
        if (const Figure* figure = known->find(key)) read.offered = *figure;
    }
    return read;
}

TypedFigure filled(const Visit& visit, const FigureRead& read, const std::string& key) {
    for (const Own& own : read.one.inputs.own) {
        if (own.figure == key)
            return {shown(visit, own.low), shown(visit, own.likely), shown(visit, own.high), own.source,
                    own.year};
    }
    if (!read.offered) return {};
    return {shown(visit, read.offered->low), shown(visit, read.offered->likely),
            shown(visit, read.offered->high), "", ""};
}

web::Response show_figure(const Visit& visit, const TypedFigure* typed, const Problems& problems) {
    const std::string key(visit.request.part("getal"));
    const auto read = visit.read([&](db::Connection& in) { return read_figure(in, visit, key); });
    if (!read) return desk::trouble(visit, read.problems());
    const TypedFigure now = typed ? *typed : filled(visit, *read, key);
    const std::string& id = read->one.record.id;
    desk::Form form(visit, figure_address(visit, id, key), "network.form.save");
    desk::Extra year;
    year.is_required = false;
    form.text("low", "scenario.figure.low", now.low)
        .text("likely", "scenario.figure.likely", now.likely)
        .text("high", "scenario.figure.high", now.high)
        .text("source", "scenario.figure.source", now.source)
        .text("year", "scenario.figure.year", now.year, year)
        .button("keep", "yes", "scenario.figure.keep")
        .problems(problems);
    FormPage page;
    page.title = figure_name(visit.site.phrases, visit.language, key);
    page.lead =
        read->offered
            ? visit.say("scenario.figure.offered",
                        {{"value", value_in_words(visit.site.phrases, visit.language, *read->offered)},
                         {"source", source_in_words(visit.site.phrases, visit.language, *read->offered)}})
            : visit.say("scenario.figure.none_offered");
    page.steps = steps_view(visit, id, Step::assumptions);
    page.crumbs = crumbs_to(visit, &read->one, page.title);
    page.status = network::status_of_form(problems);
    return show_page(visit, page, form);
}

}  // namespace

web::Response edit_assumptions(const Visit& visit) { return show(visit, nullptr, {}); }

web::Response post_assumptions(const Visit& visit) {
    const std::string id(visit.request.part("id"));
    const Settings typed = typed_settings(visit);
    const auto done = visit.write([&](const Act& act) -> Result<Done> {
        TRY(one, find_visible(act.in, act.who, id, act.when));
        Inputs inputs = one.inputs;
        read_settings(typed, inputs);
        return choose(act, id, inputs);
    });
    if (!done && done.problems().front().trouble != Trouble::invalid)
        return desk::trouble(visit, done.problems());
    if (!done) return show(visit, &typed, done.problems());
    compute_if_quick(visit, id);
    return desk::go(visit, address_of(visit, id));
}

web::Response edit_figure(const Visit& visit) { return show_figure(visit, nullptr, {}); }

web::Response post_figure(const Visit& visit) {
    const std::string id(visit.request.part("id"));
    const std::string key(visit.request.part("getal"));
    const auto field = [&](std::string_view name) { return std::string(trim(visit.request.field(name))); };
    const TypedFigure typed = {field("low"), field("likely"), field("high"), field("source"), field("year")};
    const bool keeps = visit.request.field("keep") == "yes";
    const auto done = visit.write([&](const Act& act) {
        if (keeps) return drop_figure(act, id, key);
        Own own{key,
                read_amount(typed.low).value_or(-1),
                read_amount(typed.likely).value_or(-1),
                read_amount(typed.high).value_or(-1),
                typed.source,
                typed.year};
        return put_figure(act, id, own);
    });
    const bool was_not_there = !done && keeps && done.problems().front().trouble == Trouble::not_found;
    if (!done && !was_not_there && done.problems().front().trouble != Trouble::invalid)
        return desk::trouble(visit, done.problems());
    if (!done && !was_not_there) return show_figure(visit, &typed, done.problems());
    compute_if_quick(visit, id);
    return desk::go(visit, address_of(visit, id, "/aannames"), "saved");
}

}  // namespace kring::scenario
