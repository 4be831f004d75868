// SPDX-License-Identifier: EUPL-1.2
// Who registered for a workshop, at a glance, for its facilitators; and registering somebody on their
// behalf.
#include <set>

#include "domain/desk/addresses.hpp"
#include "domain/desk/table.hpp"
#include "domain/network/network_view.hpp"
#include "domain/network/store.hpp"
#include "domain/registration/acts.hpp"
#include "domain/registration/may.hpp"
#include "domain/registration/page_functions.hpp"
#include "domain/registration/registration_view.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/base/text.hpp"

namespace kring::registration {

namespace {

using desk::Visit;
using html::List;
using html::View;

/// What a list shows, by the word in its address; the first one when there is none.
struct Choice {
    std::string_view word;
    std::vector<State> states;
};

const std::vector<Choice>& choices() {
    static const std::vector<Choice> all = {
        {"active", {State::confirmed, State::offered, State::waiting}},
        {"confirmed", {State::confirmed}},
        {"offered", {State::offered}},
        {"waiting", {State::waiting}},
        {"ended", {State::cancelled, State::expired}},
    };
    return all;
}

const Choice& chosen(const Visit& visit) {
    const std::string_view wanted = web::value_of(visit.request.query, "stand");
    for (const Choice& choice : choices()) {
        if (choice.word == wanted) return choice;
    }
    return choices().front();
}

std::int64_t count_of(const Tally& tally, const Choice& choice) {
    std::int64_t count = 0;
    for (const State state : choice.states) count += tally.of(state);
    return count;
}

struct ListPage {
    Place place;
    std::vector<Listed> rows;
    std::vector<Listed> needs;
    std::vector<network::Member> registrable;
    int number = 1;
    int count = 1;
};

std::vector<network::Member> registrable_members(db::Connection& in, const Place& place) {
    std::vector<network::Member> found;
    const auto active = active_people(in, place.workshop.record.id);
    const std::set<std::string> registered(active.begin(), active.end());
    for (network::Member& member : network::members_of(in, place.network.id)) {
        if (registered.count(member.person) == 0) found.push_back(std::move(member));
    }
    return found;
}

Result<ListPage> read_list_page(db::Connection& in, const Visit& visit) {
    TRY(place, find_place(in, visit, visit.request.part("id")));
    if (!may_run(visit.who, place.network.id)) return workshop::forbidden();
    ListPage page;
    page.place = place;
    const Choice& choice = chosen(visit);
    const std::int64_t total = count_of(place.tally, choice);
    page.count = static_cast<int>((total + listed_per_page - 1) / listed_per_page);
    std::int64_t number = 1;
    read_number(web::value_of(visit.request.query, "pagina"), 1, std::max(page.count, 1), number);
    page.number = static_cast<int>(number);
    page.rows = list(in, place.workshop.record.id, choice.states, page.number);
    page.needs = with_needs(in, place.workshop.record.id);
    const bool is_running = place.terms && !place.workshop.record.is_withdrawn;
    if (is_running && !has_begun(place.workshop, visit.when))
        page.registrable = registrable_members(in, place);
    return page;
}

View glance(const Visit& visit, const Place& place) {
    desk::Table table("glance", visit.say("registration.list.glance"));
    table.column(visit.say("registration.where"))
        .column(visit.say("registration.list.places"), true)
        .column(visit.say("registration.state.confirmed"), true)
        .column(visit.say("registration.state.offered"), true)
        .column(visit.say("registration.list.free"), true)
        .column(visit.say("registration.state.waiting"), true)
        .column(visit.say("registration.state.cancelled"), true)
        .column(visit.say("registration.state.expired"), true);
    for (const Pool pool : pools) {
        const std::int64_t places = place.terms->places(pool);
        const auto of = [&](State state) { return std::to_string(place.tally.of(pool, state)); };
        table.row()
            .cell(visit.say("registration.pool." + std::string(word(pool))))
            .cell(std::to_string(places))
            .cell(of(State::confirmed))
            .cell(of(State::offered))
            .cell(std::to_string(places - place.tally.held(pool)))
            .cell(of(State::waiting))
            .cell(of(State::cancelled))
            .cell(of(State::expired));
    }
    return table.view();
}

std::string state_of_row(const Visit& visit, const Place& place, const Registration& one) {
    const State state = state_now(one, place, visit.when);
    std::string text = visit.say("registration.state." + std::string(word(state)));
    if (state == State::offered) {
        text += " " + visit.say("registration.list.until",
                                {{"until", visit.site.phrases.moment(*one.offered_until, visit.language)}});
    }
    if (one.is_passed_over) text += ", " + visit.say("registration.list.passed_over");
    return text;
}

View people_table(const Visit& visit, const ListPage& page) {
    desk::Table table("people", visit.say("registration.list.people"));
    table.column(visit.say("registration.list.number"), true)
        .column(visit.say("registration.list.name"))
        .column(visit.say("registration.list.organisation"))
        .column(visit.say("registration.where"))
        .column(visit.say("registration.list.state"));
    const std::string& id = page.place.workshop.record.id;
    for (const Listed& row : page.rows) {
        const Registration& one = row.registration;
        const std::string number = std::to_string(one.number);
        table.row()
            .cell(number)
            .cell(row.name, desk::address(visit, "/bijeenkomsten/{id}/inschrijvingen/{nummer}", {id, number}))
            .cell(row.organisation)
            .cell(visit.say("registration.pool." + std::string(word(one.pool))))
            .cell(state_of_row(visit, page.place, one));
    }
    return table.view();
}

View needs_table(const Visit& visit, const ListPage& page) {
    desk::Table table("needs", visit.say("registration.list.needs"));
    table.column(visit.say("registration.list.name"))
        .column(visit.say("registration.needs.diet"))
        .column(visit.say("registration.needs.access"));
    for (const Listed& row : page.needs)
        table.row().cell(row.name).cell(row.needs.diet).cell(row.needs.access);
    return table.view();
}

List links_to_choices(const Visit& visit, const ListPage& page) {
    List links;
    for (const Choice& choice : choices()) {
        View link =
            network::link(registrations_address(visit, page.place) + "?stand=" + std::string(choice.word),
                          visit.say("registration.list." + std::string(choice.word),
                                    {{"count", std::to_string(count_of(page.place.tally, choice))}}));
        link.set("current", choice.word == chosen(visit).word);
        links.push_back(std::move(link));
    }
    return links;
}

View on_behalf_form(const Visit& visit, const ListPage& page, std::string_view person, std::string_view pool,
                    const Problems& problems) {
    std::vector<desk::Option> people = {{"", visit.say("registration.behalf.choose"), ""}};
    for (const network::Member& member : page.registrable) {
        const std::string organisation = member.organisation.empty() ? "" : ", " + member.organisation;
        people.push_back({member.person, member.name + organisation, ""});
    }
    desk::Form form(visit, registrations_address(visit, page.place), "registration.behalf.submit");
    form.select("person", "registration.behalf.person", person, people)
        .radios("pool", "registration.pool", pool, pool_options(visit, page.place, true))
        .problems(problems);
    return form.view();
}

void set_pages(View& view, const Visit& visit, const ListPage& page) {
    const auto address = [&](int number) {
        return registrations_address(visit, page.place) + "?stand=" + std::string(chosen(visit).word) +
               "&pagina=" + std::to_string(number);
    };
    view.set("has_pages", page.count > 1)
        .set("page_number", page.number)
        .set("page_count", page.count)
        .set("previous_href", page.number > 1 ? address(page.number - 1) : "")
        .set("next_href", page.number < page.count ? address(page.number + 1) : "");
}

web::Response show_list(const Visit& visit, const ListPage& page, std::string_view person,
                        std::string_view pool, const Problems& problems) {
    const Place& place = page.place;
    const std::string day = needs_deleted_on(place.workshop);
    const std::string terms_href =
        desk::address(visit, "/bijeenkomsten/{id}/inschrijvingen/bewerken", {place.workshop.record.id});
    View view;
    set_place(view, visit, place);
    set_pages(view, visit, page);
    view.set("has_terms", place.terms.has_value())
        .set("standing", visit.say(place.terms && place.terms->is_open ? "registration.list.is_open"
                                                                       : "registration.list.is_closed"))
        .set("most", place.terms && place.terms->organisation_most
                         ? visit.say("registration.list.most",
                                     {{"count", std::to_string(*place.terms->organisation_most)}})
                         : "")
        .set("glance", place.terms ? glance(visit, place) : View())
        .set("filters", links_to_choices(visit, page))
        .set("has_people", !page.rows.empty())
        .set("people", people_table(visit, page))
        .set("has_needs", !page.needs.empty())
        .set("needs", needs_table(visit, page))
        .set("needs_promise",
             visit.say("registration.list.needs_promise",
                       {{"day", day.empty() ? "" : visit.site.phrases.long_date(day, visit.language)}}))
        .set("has_behalf", !page.registrable.empty())
        .set("behalf",
             page.registrable.empty() ? View() : on_behalf_form(visit, page, person, pool, problems))
        .set("terms_href", terms_href)
        .set("empty_text", visit.say(place.terms ? "registration.list.none" : "registration.list.no_terms"))
        .set("empty_href", place.terms ? "" : terms_href)
        .set("empty_label", visit.say("registration.list.first"));
    desk::Frame frame = frame_of(visit, place, visit.say("registration.list"));
    frame.visible_for = workshop::visible_to_planners(visit, place.network);
    frame.has_errors = !problems.empty();
    return desk::show(visit, frame, "registration_list", std::move(view), network::status_of_form(problems));
}

}  // namespace

web::Response show_registrations(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_list_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    return show_list(visit, *page, "", "", {});
}

web::Response post_on_behalf(const Visit& visit) {
    const std::string person = network::typed(visit, "person");
    const std::string pool = network::typed(visit, "pool");
    const std::string id(visit.request.part("id"));
    const auto page = visit.read([&](db::Connection& in) { return read_list_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    if (person.empty()) {
        return show_list(visit, *page, person, pool,
                         {{Trouble::invalid, "registration.problem.person", "person", {}}});
    }
    const auto made =
        visit.write([&](const Act& act) { return register_for(act, visit.site, {id, person, pool, {}}); });
    if (made) return desk::go(visit, registrations_address(visit, page->place), "registered_other");
    if (workshop::is_beyond_the_form(made.problems())) return desk::trouble(visit, made.problems());
    return show_list(visit, *page, person, pool, made.problems());
}

}  // namespace kring::registration
