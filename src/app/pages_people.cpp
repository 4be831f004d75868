// SPDX-License-Identifier: EUPL-1.2
// The list of people and the invitation form of administration.
#include "app/admin.hpp"
#include "app/arrival.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/table.hpp"
#include "domain/people/acts.hpp"
#include "platform/base/text.hpp"

namespace kring::app {

namespace {

using desk::Visit;
using html::List;
using html::View;

people::PeopleFilter filter_of(const Visit& visit) {
    const web::Fields& query = visit.request.query;
    people::PeopleFilter filter;
    filter.words = web::value_of(query, "q").substr(0, 200);
    filter.state = web::value_of(query, "stand");
    filter.organisation = web::value_of(query, "organisatie");
    filter.network = web::value_of(query, "netwerk");
    filter.page = page_number(visit);
    return filter;
}

std::string list_href(const Visit& visit, const people::PeopleFilter& filter, int page) {
    return filtered(desk::address(visit, "/beheer/mensen"),
                    {{"q", filter.words},
                     {"stand", filter.state},
                     {"organisatie", filter.organisation},
                     {"netwerk", filter.network},
                     {"pagina", page > 1 ? std::to_string(page) : ""}});
}

List choices(const std::vector<desk::Option>& options, std::string_view chosen) {
    List list;
    for (const desk::Option& option : options) {
        View view;
        view.set("value", option.value).set("label", option.label).set("selected", option.value == chosen);
        list.push_back(std::move(view));
    }
    return list;
}

std::vector<desk::Option> state_options(const Visit& visit) {
    std::vector<desk::Option> options = {{"", visit.say("admin.filter.all_states"), ""}};
    for (const char* state : {"active", "invited", "suspended"}) {
        options.push_back({state, visit.say("people.state." + std::string(state)), ""});
    }
    return options;
}

struct PeoplePage {
    people::PeopleFound found;
    std::vector<people::Organisation> organisations;
    std::vector<people::NamedNetwork> networks;
};

View filter_view(const Visit& visit, const people::PeopleFilter& filter, const PeoplePage& page) {
    std::vector<desk::Option> organisations = organisation_options(visit, page.organisations);
    organisations.front().label = visit.say("admin.filter.all_organisations");
    std::vector<desk::Option> networks = network_options(visit, page.networks);
    networks.front().label = visit.say("admin.filter.all_networks");
    View view;
    view.set("action", desk::address(visit, "/beheer/mensen"))
        .set("words", filter.words)
        .set("states", choices(state_options(visit), filter.state))
        .set("organisations", choices(organisations, filter.organisation))
        .set("networks", choices(networks, filter.network));
    return view;
}

View people_table(const Visit& visit, const std::vector<people::Person>& people) {
    desk::Table table("people", visit.say("admin.people.title"));
    table.column(visit.say("admin.person.name"))
        .column(visit.say("admin.person.email"))
        .column(visit.say("admin.person.organisation"))
        .column(visit.say("admin.person.state"));
    for (const people::Person& person : people) {
        std::string state = visit.say("people.state." + person.state);
        if (person.is_administrator) state += ", " + ascii_lower(visit.say("people.role.administrator"));
        table.row()
            .cell(person.name, desk::address(visit, "/beheer/mensen/{id}", {person.id}))
            .cell(person.email)
            .cell(person.organisation_name)
            .cell(state);
    }
    return table.view();
}

struct InvitationTyped {
    people::Invitation invitation;
    PlaceTyped place;
};

InvitationTyped typed_invitation(const Visit& visit) {
    const web::Request& request = visit.request;
    InvitationTyped typed;
    typed.invitation.email = request.field("email");
    typed.invitation.name = request.field("name");
    typed.invitation.organisation = request.field("organisation");
    typed.invitation.job = request.field("job");
    typed.invitation.language = request.field("language");
    typed.place = place_typed(request);
    return typed;
}

web::Response show_invite(const Visit& visit, const InvitationTyped& typed, const Problems& problems) {
    PeoplePage page;
    visit.read([&](db::Connection& in) {
        page.organisations = people::all_organisations(in);
        page.networks = people::all_networks(in);
    });
    const people::Invitation& shown = typed.invitation;
    desk::Form form(visit, desk::address(visit, "/beheer/mensen"), "admin.invite.submit");
    desk::Extra mail;
    mail.type = "email";
    mail.autocomplete = "off";
    desk::Extra optional;
    optional.is_required = false;
    form.text("email", "admin.person.email", shown.email, mail)
        .text("name", "admin.person.name", shown.name)
        .select("organisation", "admin.person.organisation", shown.organisation,
                organisation_options(visit, page.organisations), optional)
        .text("job", "admin.person.job", shown.job, optional)
        .radios("language", "admin.person.language", shown.language, language_options(visit))
        .heading("admin.invite.place", visit.say("admin.invite.place_intro"));
    add_place_fields(visit, form, typed.place, page.networks, false);
    form.problems(problems);
    View view;
    view.set("lead", visit.say("admin.invite.lead"))
        .set("notice", "")
        .set("after", "")
        .set("form", form.view());
    desk::Frame frame =
        admin_frame(visit, visit.say("admin.invite.title"),
                    {{visit.say("admin.people.title"), desk::address(visit, "/beheer/mensen")}});
    frame.has_errors = !problems.empty();
    return desk::show(visit, frame, "form_page", std::move(view), status_with(problems));
}

}  // namespace

web::Response people_page(const Visit& visit) {
    const people::PeopleFilter filter = filter_of(visit);
    PeoplePage page;
    visit.read([&](db::Connection& in) {
        page = {people::find_people(in, filter), people::all_organisations(in), people::all_networks(in)};
    });
    const int pages = static_cast<int>((page.found.total + filter.per_page - 1) / filter.per_page);
    View view;
    view.set("filter", filter_view(visit, filter, page))
        .set("invite_href", desk::address(visit, "/beheer/mensen/nieuw"))
        .set("count", visit.say("admin.people.count", {{"count", std::to_string(page.found.total)}}))
        .set("has_any", !page.found.people.empty())
        .set("table", people_table(visit, page.found.people))
        .set("has_pages", pages > 1)
        .set("previous_href", filter.page > 1 ? list_href(visit, filter, filter.page - 1) : "")
        .set("next_href", filter.page < pages ? list_href(visit, filter, filter.page + 1) : "")
        .set("page_number", filter.page)
        .set("page_count", pages);
    return desk::show(visit, admin_frame(visit, visit.say("admin.people.title")), "admin_people",
                      std::move(view));
}

web::Response invite_page(const Visit& visit) { return show_invite(visit, {}, {}); }

web::Response invite(const Visit& visit) {
    InvitationTyped typed = typed_invitation(visit);
    Problems problems;
    if (!typed.place.network.empty()) typed.invitation.membership = membership_of(typed.place, problems);
    if (!problems.empty()) return show_invite(visit, typed, problems);
    const auto invited = visit.write(
        [&](const Act& act) { return people::invite(act, stationery_of(visit), typed.invitation); });
    if (!invited) return show_invite(visit, typed, invited.problems());
    return desk::go(visit, desk::address(visit, "/beheer/mensen/{id}", {invited->id}), "person_invited");
}

}  // namespace kring::app
