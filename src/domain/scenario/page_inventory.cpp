// SPDX-License-Identifier: EUPL-1.2
// A fleet from somebody's list of equipment: what was read stands in the form, what was not stands above it
// with its line and the reason, and counts as soon as a person puts it right.
#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/scenario/defaults.hpp"
#include "domain/scenario/fleet_form.hpp"
#include "domain/scenario/page_functions.hpp"
#include "engine/inventory/inventory.hpp"
#include "platform/sheet/read.hpp"

namespace kring::scenario {

namespace {

using desk::Visit;
using html::List;
using html::View;

constexpr std::size_t remarks_most = 100;
constexpr std::size_t words_most = 15;

std::string number(const Visit& visit, std::size_t count) {
    return visit.site.phrases.number(static_cast<double>(count), 0, visit.language);
}

Problem refused(const sheet::Refusal& refusal) {
    return {Trouble::invalid,
            "scenario.file." + std::string(sheet::id(refusal.fault)),
            "file",
            {{"line", std::to_string(refusal.line)}, {"column", refusal.column}, {"value", refusal.value}}};
}

bool is_unread(const inventory::Remark& remark) {
    return inventory::standing_of(remark.reason) != inventory::Standing::counted;
}

View remarks_of(const Visit& visit, const inventory::Fleet& fleet) {
    List rows;
    std::size_t all = 0;
    for (const inventory::Remark& remark : fleet.remarks) {
        if (!is_unread(remark) || ++all > remarks_most) continue;
        View row;
        row.set("line", std::to_string(remark.line))
            .set("reason", visit.say("scenario.reason." + std::string(inventory::id(remark.reason))))
            .set("value", remark.value)
            .set("row", remark.row);
        rows.push_back(std::move(row));
    }
    View view;
    view.set("summary",
             visit.say("scenario.inventory.summary", {{"counted", number(visit, fleet.rows_counted)},
                                                      {"unread", number(visit, fleet.rows_unread)},
                                                      {"aside", number(visit, fleet.rows_aside)}}))
        .set("more", all > remarks_most
                         ? visit.say("scenario.inventory.more", {{"left", number(visit, all - remarks_most)}})
                         : "")
        .set("rows", std::move(rows));
    return view;
}

// Kinds that were read, then each unknown word with its number, for a person to say what it is.
std::vector<TypedRow> rows_of(const Visit& visit, const inventory::Fleet& fleet) {
    std::vector<TypedRow> rows;
    for (const inventory::Device device : inventory::all_devices()) {
        const std::int64_t count = fleet.quantity(device);
        if (count > 0) rows.push_back({std::string(inventory::id(device)), std::to_string(count)});
    }
    for (const inventory::UnknownWord& word : fleet.unknown) {
        if (rows.size() >= fleet_most || word.quantity == 0) continue;
        TypedRow row{"", std::to_string(word.quantity)};
        row.remark = visit.say("scenario.inventory.word", {{"word", word.word}});
        if (rows.size() < words_most + inventory::devices_count) rows.push_back(std::move(row));
    }
    return rows;
}

// So that whoever reads the outcome knows what it leaves out.
std::string note_of(const Visit& visit, const std::string& file, const inventory::Fleet& fleet) {
    return visit.say("scenario.inventory.note",
                     {{"file", file},
                      {"counted", number(visit, fleet.rows_counted)},
                      {"left", number(visit, fleet.rows_unread + fleet.rows_aside)}});
}

Problems obstacles_of(const std::vector<inventory::Obstacle>& obstacles) {
    Problems problems;
    for (const inventory::Obstacle obstacle : obstacles)
        problems.push_back(
            {Trouble::invalid, "scenario.obstacle." + std::string(inventory::id(obstacle)), "file", {}});
    return problems;
}

web::Response show_upload(const Visit& visit, const Problems& problems) {
    desk::Form form(visit, desk::address(visit, "/rekenhulp/nieuw/inventaris"), "scenario.inventory.send");
    desk::Extra file;
    file.hint = visit.say("scenario.inventory.hint");
    form.file("file", "scenario.inventory.file", file).problems(problems);
    FormPage page;
    page.title = visit.say("scenario.start.upload");
    page.lead = visit.say("scenario.inventory.lead");
    page.steps = steps_view(visit, "", Step::fleet);
    page.crumbs = crumbs_to(visit, nullptr, page.title);
    page.status = network::status_of_form(problems);
    return show_page(visit, page, form);
}

Result<inventory::Fleet> fleet_in(std::string_view bytes) {
    const auto read = sheet::read_table(bytes);
    if (const auto* refusal = std::get_if<sheet::Refusal>(&read)) return refused(*refusal);
    const cells::Table& table = std::get<sheet::ReadTable>(read).table;
    const inventory::Layout layout = inventory::guess(table);
    const inventory::Choices choices;
    const auto obstacles = inventory::obstacles(table, layout, choices);
    if (!obstacles.empty()) return obstacles_of(obstacles);
    return inventory::read(table, layout, choices);
}

}  // namespace

web::Response ask_inventory(const Visit& visit) {
    if (visit.who.memberships.empty())
        return desk::trouble(visit, {Problem{Trouble::forbidden, "scenario.problem.not_member", "", {}}});
    return show_upload(visit, {});
}

web::Response post_inventory(const Visit& visit) {
    if (visit.who.memberships.empty())
        return desk::trouble(visit, {Problem{Trouble::forbidden, "scenario.problem.not_member", "", {}}});
    const web::SentFile* sent = nullptr;
    for (const web::SentFile& file : visit.request.files) {
        if (file.field == "file" && !(file.name.empty() && file.bytes.empty())) sent = &file;
    }
    if (!sent) return show_upload(visit, {Problem{Trouble::invalid, "scenario.file.none", "file", {}}});
    const auto fleet = fleet_in(sent->bytes);
    if (!fleet) return show_upload(visit, fleet.problems());
    NewForm form = first_form(visit);
    form.rows = rows_of(visit, *fleet);
    form.note = note_of(visit, sent->name, *fleet);
    form.remarks = remarks_of(visit, *fleet);
    return show_new(visit, form, {});
}

}  // namespace kring::scenario
