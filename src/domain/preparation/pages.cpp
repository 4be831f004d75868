// SPDX-License-Identifier: EUPL-1.2
#include "domain/preparation/pages.hpp"

#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/network/store.hpp"
#include "domain/preparation/may.hpp"
#include "domain/preparation/page_functions.hpp"
#include "domain/workshop/store.hpp"
#include "domain/workshop/workshop_view.hpp"

namespace kring::preparation {

using desk::Visit;

std::vector<desk::Route> routes() {
    using desk::Rule;
    using web::Method;
    constexpr std::string_view of_series = "/netwerken/{netwerk}/reeksen/{nummer}/berichten";
    return {
        {Method::get, "/bijeenkomsten/{id}/voorbereiding", show_overview, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/bespreken", show_discuss, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/bespreken", post_discuss, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/berichten", show_messages, Rule::signed_in},
        {Method::post, "/bijeenkomsten/{id}/berichten", post_message, Rule::signed_in},
        {Method::get, "/bijeenkomsten/{id}/berichten/nieuw", new_message, Rule::signed_in},
        {Method::get, of_series, show_messages, Rule::signed_in},
        {Method::post, of_series, post_message, Rule::signed_in},
        {Method::get, "/netwerken/{netwerk}/reeksen/{nummer}/berichten/nieuw", new_message, Rule::signed_in},
        {Method::get, "/berichten/{id}", show_message, Rule::signed_in},
    };
}

void add_doors(const Visit& visit, std::string_view workshop, workshop::Beside& beside) {
    const auto network = visit.read([&](db::Connection& in) {
        const auto known = workshop::find(in, workshop);
        return known ? known->record.network : std::string();
    });
    const auto door = [&](std::string_view pattern, std::string_view label) {
        return workshop::Door{desk::address(visit, pattern, {workshop}), visit.say(label)};
    };
    if (visit.who.is_member(network))
        beside.join.push_back(door("/bijeenkomsten/{id}/bespreken", "preparation.discuss"));
    if (!may_prepare(visit.who, network)) return;
    beside.plan.push_back(door("/bijeenkomsten/{id}/voorbereiding", "preparation.overview"));
    beside.plan.push_back(door("/bijeenkomsten/{id}/berichten", "preparation.messages"));
}

Result<Subject> find_subject(db::Connection& in, const Visit& visit) {
    const Problem absent{Trouble::not_found, "problem.not_found", "", {}};
    const std::string_view id = visit.request.part("id");
    if (!id.empty()) {
        TRY(record, chain::find_readable(in, visit.who, id, visit.when));
        const auto known = workshop::find(in, record.id);
        if (!known) return absent;
        if (record.is_withdrawn) return Problem{Trouble::conflict, "workshop.problem.withdrawn", "", {}};
        return Subject{network::find(in, record.network).value(),
                       workshop::find_series(in, known->series).value(), *known};
    }
    TRY(network, network::find_visible(in, visit.who, visit.request.part("netwerk")));
    const auto series = workshop::find_series(in, network.id, workshop::number_part(visit, "nummer"));
    if (!series) return absent;
    return Subject{network, *series, std::nullopt};
}

Result<Subject> find_subject_to_prepare(const Visit& visit) {
    return visit.read([&](db::Connection& in) -> Result<Subject> {
        TRY(subject, find_subject(in, visit));
        if (!may_prepare(visit.who, subject.network.id)) return workshop::forbidden();
        return std::move(subject);
    });
}

std::string subject_address(const Visit& visit, const Subject& subject) {
    return subject.workshop ? workshop::workshop_address(visit, subject.workshop->record.id)
                            : workshop::series_address(visit, subject.series);
}

std::string messages_address(const Visit& visit, const Subject& subject, std::string_view below) {
    if (subject.workshop) {
        return desk::address(visit, "/bijeenkomsten/{id}/berichten" + std::string(below),
                             {subject.workshop->record.id});
    }
    return desk::address(visit, "/netwerken/{netwerk}/reeksen/{nummer}/berichten" + std::string(below),
                         {subject.network.id, std::to_string(subject.series.number)});
}

std::string subject_in_words(const Visit& visit, const Subject& subject) {
    const Bilingual title = subject.workshop ? subject.workshop->title() : subject.series.name;
    return in_language(title, visit.language).text;
}

desk::Frame frame_of(const Visit& visit, const Subject& subject, std::string title) {
    desk::Frame frame;
    frame.title = std::move(title);
    frame.section = "netwerken";
    frame.crumbs = workshop::crumbs_to(visit, subject.network, subject.series);
    if (subject.workshop) frame.crumbs.push_back(workshop::crumb_of(visit, *subject.workshop, false));
    frame.crumbs.push_back({frame.title, ""});
    frame.visible_for = workshop::visible_to_planners(visit, subject.network);
    return frame;
}

}  // namespace kring::preparation
