// SPDX-License-Identifier: EUPL-1.2
// Bringing factors in, and what each version changed and refused; for administrators.
#include "domain/desk/addresses.hpp"
#include "domain/desk/form.hpp"
#include "domain/desk/table.hpp"
#include "domain/factor/acts.hpp"
#include "domain/factor/factor_view.hpp"
#include "domain/factor/page_functions.hpp"
#include "platform/base/text.hpp"

namespace kring::factor {

namespace {

using desk::Visit;
using html::List;
using html::View;

desk::Frame admin_frame(const Visit& visit, std::string title, bool is_below) {
    desk::Frame frame;
    frame.title = std::move(title);
    frame.crumbs = {{visit.say("menu.admin"), desk::address(visit, "/beheer")}};
    if (is_below)
        frame.crumbs.push_back(
            {visit.say("factor.admin.title"), desk::address(visit, "/beheer/kengetallen")});
    frame.crumbs.push_back({frame.title, ""});
    frame.visible_for = desk::visible_to_administrators();
    return frame;
}

std::string changes_in_words(const Visit& visit, const Version& version) {
    return visit.say("factor.admin.changes", {{"added", std::to_string(version.added)},
                                              {"changed", std::to_string(version.changed)},
                                              {"removed", std::to_string(version.removed)}});
}

View versions_table(const Visit& visit, const std::vector<Place>& places) {
    desk::Table table("sets", visit.say("factor.admin.sets"));
    table.column(visit.say("factor.admin.set"))
        .column(visit.say("factor.versions.number"), true)
        .column(visit.say("factor.versions.made_on"))
        .column(visit.say("factor.admin.licence"))
        .column(visit.say("factor.versions.rows"), true)
        .column(visit.say("factor.admin.rejected"), true)
        .column(visit.say("factor.admin.changed"));
    for (const Place& one : places) {
        const std::string number = std::to_string(one.version.number);
        table.row()
            .cell(name_of(visit, one.set),
                  desk::address(visit, "/beheer/kengetallen/{reeks}/{versie}", {one.set.id, number}))
            .cell(number)
            .cell(day_of(visit, one.version.made_at))
            .cell(std::string(word(one.set.licence)))
            .cell(std::to_string(one.version.taken))
            .cell(std::to_string(one.version.rejected))
            .cell(one.set.is_built_in ? visit.say("factor.admin.built_in")
                                      : changes_in_words(visit, one.version));
    }
    return table.view();
}

View own_table(const Visit& visit, const std::vector<std::pair<Set, Row>>& all) {
    desk::Table table("own", visit.say("factor.admin.own"));
    table.column(visit.say("factor.own.name"))
        .column(visit.say("factor.rows.figures"))
        .column(visit.say("factor.own.year"));
    for (const auto& [set, row] : all) {
        const std::vector<Figure> figures = figures_in({set, {}}, row);
        table.row()
            .cell(row.name,
                  desk::address(visit, "/beheer/kengetallen/{reeks}/{rij}/bewerken", {set.id, row.key}))
            .cell(figures.empty() ? "" : figure_in_words(visit, figures.front()))
            .cell(std::string(cell(row, "year")));
    }
    return table.view();
}

web::Response show_sets_to_manage(const Visit& visit, const Problems& problems) {
    std::vector<Place> places;
    std::vector<std::pair<Set, Row>> own;
    visit.read([&](db::Connection& in) {
        places = all_editions(in);
        for (const Place& one : newest_editions(in)) {
            if (one.set.kind != Kind::own || one.set.is_built_in) continue;
            for (Row& row : rows(in, one.version)) own.emplace_back(one.set, std::move(row));
        }
    });
    desk::Form form(visit, desk::address(visit, "/beheer/kengetallen"), "factor.admin.import");
    desk::Extra file;
    file.hint = visit.say("factor.admin.file_hint");
    form.file("file", "factor.admin.file", file).problems(problems);
    View view;
    view.set("sets", versions_table(visit, places))
        .set("has_own", !own.empty())
        .set("own", own_table(visit, own))
        .set("new_href", desk::address(visit, "/beheer/kengetallen/nieuw"))
        .set("public_href", desk::address(visit, "/kengetallen"))
        .set("form", form.view());
    desk::Frame frame = admin_frame(visit, visit.say("factor.admin.title"), false);
    frame.has_errors = !problems.empty();
    return desk::show(visit, frame, "factor_admin", std::move(view),
                      problems.empty() ? 200 : desk::status_of(problems.front().trouble));
}

View changes_table(const Visit& visit, const Place& place, const std::vector<Change>& found) {
    desk::Table table("changes", visit.say("factor.changes.title"));
    table.column(visit.say("factor.rows.subject"))
        .column(visit.say("factor.changes.field"))
        .column(visit.say("factor.changes.before"))
        .column(visit.say("factor.changes.after"));
    for (const Change& one : found) {
        const std::string subject = subject_of(visit, place.set, one.after ? *one.after : *one.before);
        const auto add = [&](std::string field, std::string_view before, std::string_view after) {
            table.row()
                .cell(subject)
                .cell(std::move(field))
                .cell(std::string(before))
                .cell(std::string(after));
        };
        if (!one.before) add(visit.say("factor.changes.added"), "", "");
        if (!one.after) add(visit.say("factor.changes.removed"), "", "");
        if (!one.before || !one.after) continue;
        for (const auto& [name, value] : one.after->cells) {
            if (cell(*one.before, name) != value) add(name, cell(*one.before, name), value);
        }
        for (const auto& [name, value] : one.before->cells) {
            if (cell(*one.after, name).empty()) add(name, value, "");
        }
    }
    return table.view();
}

View oddities_table(const Visit& visit, std::string_view id, const std::vector<catalogue::Oddity>& found) {
    desk::Table table("table-" + std::string(id), visit.say("factor.oddities.title"));
    table.column(visit.say("factor.oddities.line"))
        .column(visit.say("factor.oddities.done"))
        .column(visit.say("factor.oddities.what"));
    for (const catalogue::Oddity& one : found) {
        const int severity = static_cast<int>(catalogue::severity(one.code));
        table.row()
            .cell(one.line > 0 ? std::to_string(one.line) : visit.say("factor.oddities.file"))
            .cell(visit.say("factor.severity." + std::to_string(severity)))
            .cell(oddity_in_words(visit, one));
    }
    return table.view();
}

// A list of its own in pages: "has_pages" and the rest within the view of that name.
void add_list(View& to, std::string_view name, View table, bool has_any, const Pages& pages,
              const std::string& address, std::string_view query) {
    View list;
    list.set("has_any", has_any).set("table", std::move(table));
    add_pages(list, pages, address, query);
    to.set(name, std::move(list));
}

std::string made_by(db::Connection& in, const Visit& visit, const Version& version) {
    if (version.made_by.empty()) return visit.say("factor.admin.command_line");
    return in.first_text("select name from people where id = $1", {version.made_by}).value_or("");
}

}  // namespace

web::Response manage_sets(const Visit& visit) { return show_sets_to_manage(visit, {}); }

web::Response post_files(const Visit& visit) {
    std::vector<File> files;
    for (const web::SentFile& sent : visit.request.files) {
        if (sent.field == "file" && !sent.name.empty()) files.push_back({sent.name, sent.bytes});
    }
    if (files.empty())
        return show_sets_to_manage(visit, {{Trouble::invalid, "factor.problem.no_file", "file", {}}});
    const auto readings = read_files(files);
    if (!readings) return show_sets_to_manage(visit, readings.problems());
    const auto taken = visit.write([&](const Act& act) { return take(act, *readings); });
    if (!taken) return show_sets_to_manage(visit, taken.problems());
    const Taken& first = taken->front();
    return desk::go(visit,
                    desk::address(visit, "/beheer/kengetallen/{reeks}/{versie}",
                                  {first.version.set, std::to_string(first.version.number)}),
                    first.is_new ? "factor_imported" : "factor_unchanged");
}

web::Response manage_version(const Visit& visit) {
    std::optional<Place> place;
    View view;
    visit.read([&](db::Connection& in) {
        place = find_place(in, visit);
        if (!place) return;
        const Version& version = place->version;
        const std::string own = desk::address(visit, "/beheer/kengetallen/{reeks}/{versie}",
                                              {place->set.id, std::to_string(version.number)});
        const int changed = version.added + version.removed + version.changed;
        const Pages change_pages = pages_of(visit, "wijzigingen", changed);
        const auto changed_rows = changes(in, version, change_pages.first(), Pages::size);
        add_list(view, "changes", changes_table(visit, *place, changed_rows), !changed_rows.empty(),
                 change_pages, own, "wijzigingen");
        for (const bool is_refusal : {true, false}) {
            const std::string_view name = is_refusal ? "refused" : "odd";
            const std::string_view query = is_refusal ? "geweigerd" : "bijzonderheden";
            const Pages pages = pages_of(visit, query, count_oddities(in, version, is_refusal));
            const auto found = oddities(in, version, is_refusal, pages.first(), Pages::size);
            add_list(view, name, oddities_table(visit, name, found), !found.empty(), pages, own, query);
        }
        view.set("made_by", made_by(in, visit, version));
    });
    if (!place) return desk::not_found(visit);
    const Version& version = place->version;
    view.set("set_name", name_of(visit, place->set))
        .set("number", version.number)
        .set("made_on", visit.site.phrases.moment(version.made_at, visit.language))
        .set("file_name", version.file_name)
        .set("hash", version.hash)
        .set("taken", version.taken)
        .set("rejected", version.rejected)
        .set("summary", changes_in_words(visit, version))
        .set("licence", licence_in_words(visit, place->set.licence))
        .set("notice", place->set.notice)
        .set("public_href", desk::address(visit, "/kengetallen/{reeks}/{versie}",
                                          {place->set.id, std::to_string(version.number)}));
    const std::string title = visit.say("factor.admin.version", {{"set", name_of(visit, place->set)},
                                                                 {"number", std::to_string(version.number)}});
    return desk::show(visit, admin_frame(visit, title, true), "factor_admin_version", std::move(view));
}

}  // namespace kring::factor
