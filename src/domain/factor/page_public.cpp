// SPDX-License-Identifier: EUPL-1.2
// Where our numbers come from: every set, every version, every figure, and each version as a table to take
// along with its licence.
#include "domain/desk/addresses.hpp"
#include "domain/desk/table.hpp"
#include "domain/factor/factor_view.hpp"
#include "domain/factor/page_functions.hpp"
#include "platform/base/text.hpp"
#include "platform/sheet/sheet.hpp"

namespace kring::factor {

namespace {

using desk::Visit;
using html::List;
using html::View;

constexpr std::string_view typist = "entered_by";

desk::Frame frame_of(const Visit& visit, std::string title, std::vector<desk::Crumb> between = {}) {
    desk::Frame frame;
    frame.title = std::move(title);
    const std::string all = visit.say("factor.title");
    if (frame.title != all) frame.crumbs.push_back({all, desk::address(visit, "/kengetallen")});
    for (desk::Crumb& one : between) frame.crumbs.push_back(std::move(one));
    frame.crumbs.push_back({frame.title, ""});
    frame.visible_for = desk::visible_to_everyone();
    return frame;
}

std::string version_href(const Visit& visit, const Version& version) {
    return desk::address(visit, "/kengetallen/{reeks}/{versie}",
                         {version.set, std::to_string(version.number)});
}

std::string row_href(const Visit& visit, const Version& version, std::string_view key) {
    return desk::address(visit, figure_pattern, {version.set, std::to_string(version.number), key});
}

View set_view(const Visit& visit, const Place& place) {
    View view;
    view.set("name", name_of(visit, place.set))
        .set("href", version_href(visit, place.version))
        .set("kind", visit.say("factor.kind." + std::string(word(place.set.kind))))
        .set("source", place.set.source)
        .set("source_href", place.set.url)
        .set("licence", licence_in_words(visit, place.set.licence))
        .set("licence_href", address_of(place.set.licence))
        .set("notice", place.set.notice)
        .set("version", place.version.number)
        .set("made_on", day_of(visit, place.version.made_at))
        .set("count", visit.site.phrases.number(static_cast<double>(place.version.taken), 0, visit.language))
        .set("is_built_in", place.set.is_built_in);
    return view;
}

std::string row_summary(const Visit& visit, const std::vector<Figure>& figures) {
    std::string text;
    for (const Figure& one : figures) {
        if (!text.empty()) text += "; ";
        if (figures.size() > 1) text += quantity_in_words(visit, one.quantity) + ": ";
        text += figure_in_words(visit, one);
        if (one.from.certainty == Certainty::unverified)
            text += ", " + ascii_lower(certainty_in_words(visit, one.from.certainty));
    }
    return text;
}

View rows_table(const Visit& visit, const Place& place, const std::vector<Row>& found) {
    desk::Table table("rows", visit.say("factor.rows.title"));
    table.column(visit.say("factor.rows.subject"))
        .column(visit.say("factor.rows.class"))
        .column(visit.say("factor.rows.year"))
        .column(visit.say("factor.rows.figures"));
    for (const Row& row : found) {
        const std::vector<Figure> figures = figures_in(place, row);
        table.row()
            .cell(subject_of(visit, place.set, row), row_href(visit, place.version, row.key))
            .cell(row.device_class.empty() ? "" : class_in_words(visit, row.device_class))
            .cell(figures.empty() ? "" : figures.front().from.year)
            .cell(row_summary(visit, figures));
    }
    return table.view();
}

View versions_table(const Visit& visit, const std::vector<Version>& all) {
    desk::Table table("versions", visit.say("factor.versions.title"));
    table.column(visit.say("factor.versions.number"))
        .column(visit.say("factor.versions.made_on"))
        .column(visit.say("factor.versions.rows"), true);
    for (const Version& one : all) {
        table.row()
            .cell(std::to_string(one.number), version_href(visit, one))
            .cell(day_of(visit, one.made_at))
            .cell(std::to_string(one.taken));
    }
    return table.view();
}

View cells_table(const Visit& visit, const Row& row) {
    desk::Table table("cells", visit.say("factor.cells.title"));
    table.column(visit.say("factor.cells.name")).column(visit.say("factor.cells.value"));
    for (const auto& [name, value] : row.cells) {
        if (name != typist) table.row().cell(name).cell(value);
    }
    return table.view();
}

// What changed from one turn to the next: "yearly_tec: 18.2 → 19.1".
std::string turn_in_words(const Visit& visit, const Row& now, const Row* before) {
    if (!before) return visit.say("factor.history.first");
    std::string text;
    const auto add = [&](const std::string& name, std::string_view from, std::string_view to) {
        if (name == typist || from == to) return;
        const std::string nothing = visit.say("factor.history.nothing");
        text += (text.empty() ? "" : "; ") + name + ": " + (from.empty() ? nothing : std::string(from)) +
                " → " + (to.empty() ? nothing : std::string(to));
    };
    for (const auto& [name, value] : now.cells) add(name, cell(*before, name), value);
    for (const auto& [name, value] : before->cells) {
        if (cell(now, name).empty()) add(name, value, "");
    }
    return text.empty() ? visit.say("factor.history.typist") : text;
}

View history_table(const Visit& visit, const std::vector<Turn>& turns) {
    desk::Table table("history", visit.say("factor.history.title"));
    table.column(visit.say("factor.versions.number"))
        .column(visit.say("factor.versions.made_on"))
        .column(visit.say("factor.history.what"));
    for (std::size_t i = 0; i < turns.size(); ++i) {
        const Turn& one = turns[i];
        const Row* before = i + 1 < turns.size() ? &turns[i + 1].row : nullptr;
        table.row()
            .cell(std::to_string(one.version.number), row_href(visit, one.version, one.row.key))
            .cell(day_of(visit, one.version.made_at))
            .cell(turn_in_words(visit, one.row, before));
    }
    return table.view();
}

sheet::Sheet sheet_of(const Place& place, const std::vector<Row>& all) {
    sheet::Sheet table;
    table.name = place.set.id;
    table.head = {"key",       "subject", "quantity",   "value", "low",     "high",    "unit",  "year",
                  "certainty", "source",  "derivation", "set",   "version", "licence", "notice"};
    for (const Row& row : all) {
        for (const Figure& one : figures_in(place, row)) {
            table.rows.push_back({row.key, one.subject, std::string(word(one.quantity)),
                                  number_text(one.value), number_text(one.low), number_text(one.high),
                                  one.unit, one.from.year, std::string(word(one.from.certainty)),
                                  one.from.url.empty() ? one.from.source : one.from.url, one.from.derivation,
                                  place.set.id, std::to_string(place.version.number),
                                  std::string(word(place.set.licence)), place.set.notice});
        }
    }
    return table;
}

}  // namespace

web::Response show_sets(const Visit& visit) {
    List cards;
    visit.read([&](db::Connection& in) {
        for (const Place& one : newest_editions(in)) cards.push_back(set_view(visit, one));
    });
    View view;
    view.set("sets", std::move(cards));
    desk::Frame frame = frame_of(visit, visit.say("factor.title"));
    frame.description = visit.say("factor.lead");
    return desk::show(visit, frame, "factor_sets", std::move(view));
}

web::Response show_version(const Visit& visit) {
    Filter filter;
    filter.words = web::value_of(visit.request.query, "q").substr(0, 200);
    std::optional<Place> place;
    std::vector<Row> found;
    std::vector<Version> all;
    Pages pages;
    int total = 0;
    visit.read([&](db::Connection& in) {
        place = find_place(in, visit);
        if (!place) return;
        total = count_rows(in, place->version, filter);
        pages = pages_of(visit, "pagina", total);
        filter.first = pages.first();
        filter.most = Pages::size;
        found = rows(in, place->version, filter);
        all = versions(in, place->set.id);
    });
    if (!place) return desk::not_found(visit);
    const std::string own = version_href(visit, place->version);
    View view = set_view(visit, *place);
    view.set("action", own)
        .set("words", filter.words)
        .set("found",
             visit.say("factor.rows.found",
                       {{"count", visit.site.phrases.number(static_cast<double>(total), 0, visit.language)}}))
        .set("has_rows", !found.empty())
        .set("rows", rows_table(visit, *place, found))
        .set("versions", versions_table(visit, all))
        .set("table_href", desk::address(html::Language::nl, "/kengetallen/{reeks}/{versie}/kengetallen.csv",
                                         {place->set.id, std::to_string(place->version.number)}));
    add_pages(view, pages, filter.words.empty() ? own : own + "?q=" + url_encoded(filter.words), "pagina");
    return desk::show(visit, frame_of(visit, name_of(visit, place->set)), "factor_version", std::move(view));
}

web::Response show_row(const Visit& visit) {
    std::optional<Place> place;
    std::optional<Row> row;
    std::vector<Turn> turns;
    visit.read([&](db::Connection& in) {
        place = find_place(in, visit);
        if (place) row = find_row(in, place->version, visit.request.part("rij"));
        if (row) turns = history(in, place->set.id, row->key);
    });
    if (!place || !row) return desk::not_found(visit);
    List figures;
    for (const Figure& one : figures_in(*place, *row)) figures.push_back(figure_view(visit, one));
    View view = set_view(visit, *place);
    view.set("figures", std::move(figures))
        .set("has_cells", !row->cells.empty())
        .set("cells", cells_table(visit, *row))
        .set("history", history_table(visit, turns));
    const desk::Crumb up{name_of(visit, place->set), version_href(visit, place->version)};
    return desk::show(visit, frame_of(visit, subject_of(visit, place->set, *row), {up}), "factor_row",
                      std::move(view));
}

web::Response send_table(const Visit& visit) {
    std::optional<Place> place;
    std::vector<Row> all;
    visit.read([&](db::Connection& in) {
        place = find_place(in, visit);
        if (place) all = rows(in, place->version);
    });
    if (!place) return desk::not_found(visit);
    const std::string name = place->set.id + "-" + std::to_string(place->version.number) + ".csv";
    return web::bytes(sheet::csv(sheet_of(*place, all)), sheet::csv_type, name);
}

}  // namespace kring::factor
