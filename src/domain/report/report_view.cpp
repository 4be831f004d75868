// SPDX-License-Identifier: EUPL-1.2
#include "domain/report/report_view.hpp"

#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/evaluation/evaluation.hpp"
#include "domain/network/store.hpp"
#include "domain/report/may.hpp"
#include "domain/report/store.hpp"
#include "domain/speaker/may.hpp"
#include "domain/speaker/store.hpp"
#include "domain/workshop/store.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/html/markdown.hpp"

namespace kring::report {

using desk::Visit;
using html::List;
using html::View;

namespace {

View item_view(const Visit& visit, const Item& item, const Known& known, std::string_view language) {
    const auto record = known.records.find(item.record);
    View view;
    view.set("text", item.text)
        .set("language", item.language == visit.code() ? "" : item.language)
        .set("detail", item.detail)
        .set("detail_language", language == visit.code() ? "" : std::string(language))
        .set("href", record == known.records.end() ? "" : desk::address_of(visit.language, record->second))
        .set("slides_href", "");
    return view;
}

View talk_view(const Visit& visit, const Item& item, const Known& known) {
    View view = item_view(visit, item, known, "");
    const auto guest = known.guests.find(item.record);
    const bool is_known = guest != known.guests.end();
    view.set("detail", is_known ? guest->second.named_as : "");
    if (is_known && guest->second.has_slides)
        view.set("slides_href", desk::address(visit, "/gastsprekers/{id}/presentatie", {item.record}));
    return view;
}

}  // namespace

Result<Place> find_place(db::Connection& in, const Visit& visit, std::string_view id) {
    TRY(record, chain::find_readable(in, visit.who, id, visit.when));
    const auto workshop = workshop::find(in, record.id);
    if (!workshop) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    return Place{*workshop, workshop::find_series(in, workshop->series).value(),
                 network::find(in, record.network).value()};
}

Result<Place> find_draft_place(db::Connection& in, const Visit& visit, bool to_edit) {
    TRY(place, find_place(in, visit, visit.request.part("id")));
    const chain::Record& record = place.workshop.record;
    if (to_edit ? !may_edit(visit.who, record) : !may_see_draft(visit.who, record))
        return workshop::forbidden();
    if (place.workshop.is_cancelled() || !evaluation::is_over(place.workshop, visit.when))
        return Problem{Trouble::conflict, "report.problem.not_over", "", {}};
    return std::move(place);
}

std::string draft_address(const Visit& visit, const Place& place) {
    return desk::address(visit, "/bijeenkomsten/{id}/verslag", {place.workshop.record.id});
}

desk::Frame frame_of(const Visit& visit, const Place& place, std::string title) {
    desk::Frame frame;
    frame.title = std::move(title);
    frame.section = "netwerken";
    frame.crumbs = workshop::crumbs_to(visit, place.network, place.series);
    frame.crumbs.push_back(workshop::crumb_of(visit, place.workshop, false));
    const std::string report = visit.say("report.title");
    if (frame.title != report) frame.crumbs.push_back({report, draft_address(visit, place)});
    frame.crumbs.push_back({frame.title, ""});
    return frame;
}

std::string part_name(const Visit& visit, PartKind kind) {
    return visit.say("report.part." + std::string(word(kind)));
}

Known known_of(db::Connection& in, const Visit& visit, const std::vector<Part>& parts) {
    Known known;
    known.records = readable_of(in, visit.who, parts, visit.when);
    for (const Part& part : parts) {
        if (part.kind != PartKind::speakers) continue;
        for (const Item& item : part.items) {
            const auto guest = speaker::find(in, item.record);
            // They agree to be known to the readers of their session.
            if (!guest || !chain::find_readable(in, visit.who, guest->session, visit.when)) continue;
            const bool has_slides =
                guest->consent.may_publish && guest->file(speaker::Purpose::slides) &&
                speaker::may_have(in, visit.who, *guest, speaker::Purpose::slides, visit.when);
            known.guests[item.record] = {guest->named_as(), has_slides};
        }
    }
    return known;
}

List part_views(const Visit& visit, const std::vector<Part>& parts, const Known& known,
                std::string_view language) {
    List views;
    for (const Part& part : parts) {
        if (part.is_left_out || part.empty()) continue;
        const std::string name(word(part.kind));
        List items;
        for (const Item& item : part.items)
            items.push_back(part.kind == PartKind::speakers ? talk_view(visit, item, known)
                                                            : item_view(visit, item, known, language));
        View view;
        view.set("id", "part-" + name)
            .set("heading", part_name(visit, part.kind))
            .set("amount", part.amount
                               ? visit.say("report.amount." + name, {{"count", std::to_string(*part.amount)}})
                               : "")
            .set("items", std::move(items))
            .set("remark", html::markdown(part.remark, 3));
        views.push_back(std::move(view));
    }
    return views;
}

}  // namespace kring::report
