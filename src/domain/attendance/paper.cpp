// SPDX-License-Identifier: EUPL-1.2
#include "domain/attendance/paper.hpp"

#include <algorithm>

#include "domain/attendance/code.hpp"
#include "domain/attendance/fitting.hpp"
#include "domain/network/store.hpp"
#include "domain/people/letters.hpp"
#include "domain/people/people.hpp"
#include "domain/workshop/store.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/qr/qr.hpp"

namespace kring::attendance {

namespace {

using html::List;
using html::View;

constexpr std::size_t empty_lines = 8;  // for who walks in

struct Printing {
    const desk::Site& site;
    html::Language language;
    workshop::Workshop workshop;
    network::Network network;
    std::string key;  // "" when no codes are printed

    std::string say(std::string_view phrase) const { return site.phrases.say(phrase, language); }
};

View badge_of(const Printing& printing, const Listed& one) {
    const bool has_code = !printing.key.empty() && !one.person.empty();
    View view;
    view.set("name", one.name)
        .set("name_size", fitting_size(one.name, 88, 29, {32, 26, 21, 17, 14, 12, 10, 8, 6}))
        .set("organisation", one.organisation)
        .set("organisation_size", fitting_size(one.organisation, has_code ? 59 : 88, 13, {14, 12, 10, 8, 6}))
        .set("side", side_in_words(printing.site.phrases, printing.language, one.side))
        .set("network", in_language(printing.network.name, printing.language).text)
        .set("has_code", has_code);
    if (!has_code) return view;
    const qr::Code code = qr::code_of(printing.site.public_address + "/i#" +
                                      own_code(printing.key, printing.workshop.record.id, one.person));
    return std::move(view.set("qr_size", code.size).set("qr_path", code.path));
}

std::string badges(const Printing& printing, const std::vector<Listed>& all) {
    List sheets;
    List badges_of_sheet;
    for (const Listed& one : all) {
        if (one.pool != Pool::room) continue;
        badges_of_sheet.push_back(badge_of(printing, one));
        if (badges_of_sheet.size() < badges_per_sheet) continue;
        sheets.push_back(std::move(View().set("badges", std::move(badges_of_sheet))));
        badges_of_sheet.clear();
    }
    if (!badges_of_sheet.empty())
        sheets.push_back(std::move(View().set("badges", std::move(badges_of_sheet))));
    View view;
    view.set("sheets", std::move(sheets));
    return printing.site.templates.render("attendance_badges", view, printing.language);
}

View line_of(const Printing& printing, std::size_t number, const Listed& one) {
    View view;
    view.set("number", number)
        .set("name", one.name)
        .set("organisation", one.organisation)
        .set("where", printing.say("attendance.where." + std::string(registration::word(one.pool))));
    return view;
}

std::string list(const Printing& printing, const std::vector<Listed>& all, std::string_view title) {
    List lines;
    for (const Listed& one : all) lines.push_back(line_of(printing, lines.size() + 1, one));
    for (std::size_t at = 0; at < empty_lines; ++at) {
        View empty;
        empty.set("number", lines.size() + 1).set("name", "").set("organisation", "").set("where", "");
        lines.push_back(std::move(empty));
    }
    View view;
    view.set("title", title)
        .set("workshop", in_language(printing.workshop.title(), printing.language).text)
        .set("when", workshop::moment_in_words(printing.site.phrases, printing.language, printing.workshop))
        .set("place", printing.workshop.place)
        .set("lines", std::move(lines));
    return printing.site.templates.render("attendance_sign", view, printing.language);
}

std::string day_of(const Attendance& one) { return amsterdam_day(one.came_at); }

}  // namespace

std::string side_in_words(const html::Phrases& phrases, html::Language language, std::optional<Side> side) {
    return side ? phrases.say("people.side." + std::string(people::word(*side)), language) : "";
}

press::Paper paper_of(db::Connection& in, const desk::Site& site, const SheetState& state) {
    auto workshop = workshop::find(in, state.workshop).value();
    auto network = network::find(in, workshop.record.network).value();
    const html::Language language = people::language_of(state.order.language);
    const Printing printing{site, language, std::move(workshop), std::move(network),
                            state.order.with_codes ? find_key(in) : ""};
    const auto all = listed(in, state.workshop);
    const bool is_list = state.order.kind == Kind::list;
    const std::string title = printing.say(is_list ? "attendance.paper.list" : "attendance.paper.badges");
    return {title + ": " + in_language(printing.workshop.title(), language).text, state.order.language, "",
            is_list ? list(printing, all, title) : badges(printing, all)};
}

sheet::Sheet table_of(const desk::Site& site, html::Language language, const std::vector<Listed>& all) {
    const auto say = [&](const std::string& phrase) { return site.phrases.say(phrase, language); };
    sheet::Sheet table;
    table.name = say("attendance.list");
    for (const std::string column :
         {"name", "organisation", "side", "where", "expected", "present", "day", "came", "left", "how"})
        table.head.push_back(say("attendance.column." + column));
    for (const Listed& one : all) {
        const auto& noted = one.attendance;
        const auto yes_no = [&](bool truth) { return say(truth ? "attendance.yes" : "attendance.no"); };
        table.rows.push_back(
            {one.name, one.organisation, side_in_words(site.phrases, language, one.side),
             say("attendance.where." + std::string(registration::word(one.pool))), yes_no(one.is_expected),
             yes_no(noted.has_value()), sheet::Day{noted ? day_of(*noted) : ""},
             noted ? amsterdam_clock(noted->came_at) : std::string(), noted ? noted->left_at : std::string(),
             noted ? say("attendance.how." + std::string(word(noted->how))) : std::string()});
    }
    return table;
}

}  // namespace kring::attendance
