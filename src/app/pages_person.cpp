// SPDX-License-Identifier: EUPL-1.2
// One person in administration: who they are, where they stand, whether they may come in.
#include "app/admin.hpp"
#include "app/arrival.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/people/acts.hpp"

namespace kring::app {

namespace {

using desk::Visit;
using html::List;
using html::View;

struct PersonPage {
    people::Person person;
    std::vector<Membership> memberships;
    std::vector<people::Organisation> organisations;
    std::vector<people::NamedNetwork> networks;
};

/// What was typed in the form that failed; the other forms of the page show what is kept.
struct PersonTyped {
    const people::PersonChange* change = nullptr;
    const PlaceTyped* place = nullptr;
};

std::optional<PersonPage> read_page(db::Connection& in, std::string_view id) {
    const auto person = people::find_person(in, id);
    if (!person) return std::nullopt;
    return PersonPage{*person, people::memberships_of(in, id), people::all_organisations(in),
                      people::all_networks(in)};
}

std::string address_below(const Visit& visit, std::string_view pattern) {
    return desk::address(visit, pattern, {visit.request.part("id")});
}

View change_form(const Visit& visit, const PersonPage& page, const people::PersonChange* typed,
                 const Problems& problems) {
    const people::Person& kept = page.person;
    const people::PersonChange shown = typed ? *typed
                                             : people::PersonChange{kept.name, kept.organisation_id, kept.job,
                                                                    kept.language, kept.is_administrator};
    desk::Extra optional;
    optional.is_required = false;
    desk::Extra right;
    right.hint = visit.say("admin.person.administrator_hint");
    desk::Form form(visit, address_below(visit, "/beheer/mensen/{id}"), "admin.save");
    form.text("name", "admin.person.name", shown.name)
        .select("organisation", "admin.person.organisation", shown.organisation,
                organisation_options(visit, page.organisations), optional)
        .text("job", "admin.person.job", shown.job, optional)
        .radios("language", "admin.person.language", shown.language, language_options(visit))
        .checkbox("administrator", "people.role.administrator", shown.is_administrator, right)
        .problems(typed ? problems : Problems{});
    return form.view();
}

View place_form(const Visit& visit, const PersonPage& page, const PlaceTyped* typed,
                const Problems& problems) {
    desk::Form form(visit, address_below(visit, "/beheer/mensen/{id}/lidmaatschappen"), "admin.place.submit");
    add_place_fields(visit, form, typed ? *typed : PlaceTyped{}, page.networks, true);
    form.problems(typed ? problems : Problems{});
    return form.view();
}

List membership_rows(const Visit& visit, const PersonPage& page) {
    List rows;
    for (const Membership& membership : page.memberships) {
        const std::string network = network_in_words(visit, page.networks, membership.network);
        View row;
        row.set("network", network)
            .set("place", place_in_words(visit, membership))
            .set("end", button_view(
                            desk::address(visit, "/beheer/mensen/{id}/lidmaatschappen/{netwerk}/verwijdering",
                                          {page.person.id, membership.network}),
                            visit.say("admin.place.end"), network));
        rows.push_back(std::move(row));
    }
    return rows;
}

List access_buttons(const Visit& visit, const people::Person& person) {
    List buttons;
    if (person.state == "invited") {
        buttons.push_back(button_view(address_below(visit, "/beheer/mensen/{id}/uitnodiging"),
                                      visit.say("admin.person.invite_again")));
    }
    if (person.state == "suspended") {
        buttons.push_back(button_view(address_below(visit, "/beheer/mensen/{id}/herstel"),
                                      visit.say("admin.person.reactivate")));
    } else if (person.id != visit.who.person) {
        buttons.push_back(button_view(address_below(visit, "/beheer/mensen/{id}/opschorting"),
                                      visit.say("admin.person.suspend")));
    }
    return buttons;
}

web::Response show_person(const Visit& visit, const PersonTyped& typed, const Problems& problems) {
    const std::string_view id = visit.request.part("id");
    const auto page = visit.read([&](db::Connection& in) { return read_page(in, id); });
    if (!page) return desk::not_found(visit);
    View view;
    view.set("email", page->person.email)
        .set("state", visit.say("people.state." + page->person.state))
        .set("access_intro", visit.say("admin.person.access." + page->person.state))
        .set("access", access_buttons(visit, page->person))
        .set("change", change_form(visit, *page, typed.change, problems))
        .set("memberships", membership_rows(visit, *page))
        .set("place", place_form(visit, *page, typed.place, problems))
        .set("done_href", filtered(desk::address(visit, "/beheer/logboek"), {{"wie", page->person.id}}))
        .set("about_href", filtered(desk::address(visit, "/beheer/logboek"), {{"wat", page->person.id}}));
    desk::Frame frame =
        admin_frame(visit, page->person.name,
                    {{visit.say("admin.people.title"), desk::address(visit, "/beheer/mensen")}});
    frame.has_errors = !problems.empty();
    return desk::show(visit, frame, "admin_person", std::move(view), status_with(problems));
}

web::Response back(const Visit& visit, std::string_view message) {
    return desk::go(visit, address_below(visit, "/beheer/mensen/{id}"), message);
}

web::Response answer(const Visit& visit, const Result<Done>& done, std::string_view message) {
    return done ? back(visit, message) : desk::trouble(visit, done.problems());
}

}  // namespace

web::Response person_page(const Visit& visit) { return show_person(visit, {}, {}); }

web::Response change_person(const Visit& visit) {
    const web::Request& request = visit.request;
    const people::PersonChange typed{
        std::string(request.field("name")), std::string(request.field("organisation")),
        std::string(request.field("job")), std::string(request.field("language")),
        web::has(request.form, "administrator")};
    const auto done =
        visit.write([&](const Act& act) { return people::change_person(act, request.part("id"), typed); });
    return done ? back(visit, "person_changed") : show_person(visit, {&typed, nullptr}, done.problems());
}

web::Response set_membership(const Visit& visit) {
    const PlaceTyped typed = place_typed(visit.request);
    Problems problems;
    const Membership membership = membership_of(typed, problems);
    if (!problems.empty()) return show_person(visit, {nullptr, &typed}, problems);
    const auto done = visit.write(
        [&](const Act& act) { return people::set_membership(act, visit.request.part("id"), membership); });
    return done ? back(visit, "membership_set") : show_person(visit, {nullptr, &typed}, done.problems());
}

web::Response end_membership(const Visit& visit) {
    const auto done = visit.write([&](const Act& act) {
        return people::end_membership(act, visit.request.part("id"), visit.request.part("netwerk"));
    });
    return answer(visit, done, "membership_ended");
}

web::Response suspend(const Visit& visit) {
    const auto done =
        visit.write([&](const Act& act) { return people::suspend(act, visit.request.part("id")); });
    return answer(visit, done, "person_suspended");
}

web::Response reactivate(const Visit& visit) {
    const auto done =
        visit.write([&](const Act& act) { return people::reactivate(act, visit.request.part("id")); });
    return answer(visit, done, "person_reactivated");
}

web::Response invite_again(const Visit& visit) {
    const auto done = visit.write([&](const Act& act) {
        return people::invite_again(act, stationery_of(visit), visit.request.part("id"));
    });
    return answer(visit, done, "person_invited");
}

}  // namespace kring::app
