// SPDX-License-Identifier: EUPL-1.2
// A workshop's own page, and taking it or a session back.
#include <algorithm>

#include "domain/chain/audience.hpp"
#include "domain/chain/links.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/network/store.hpp"
#include "domain/workshop/acts.hpp"
#include "domain/workshop/may.hpp"
#include "domain/workshop/page_functions.hpp"
#include "domain/workshop/store.hpp"
#include "domain/workshop/workshop_page.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/base/secret.hpp"

namespace kring::workshop {

namespace {

using desk::Visit;
using html::List;
using html::View;

struct WorkshopPage {
    Workshop workshop;
    Series series;
    network::Network network;
    std::vector<Workshop> siblings;
    std::vector<Session> sessions;
    std::vector<chain::Record> tied;
    std::int64_t participants = 0;
};

Result<WorkshopPage> read_workshop_page(db::Connection& in, const Visit& visit) {
    TRY(record, chain::find_readable(in, visit.who, visit.request.part("id"), visit.when));
    const auto workshop = find(in, record.id);
    if (!workshop) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    WorkshopPage page;
    page.workshop = *workshop;
    page.series = find_series(in, workshop->series).value();
    page.network = network::find(in, record.network).value();
    page.siblings = of_series(in, visit.who, workshop->series, visit.when);
    page.sessions = sessions_of(in, visit.who, record.id, visit.when);
    std::vector<std::string> ids = {record.id};
    for (const Session& session : page.sessions) ids.push_back(session.record.id);
    page.tied = tied_to(in, visit.who, ids, visit.when);
    page.participants = count_participants(in, record.id);
    return page;
}

constexpr std::size_t speakers_in_agenda_max = 3;

// `mark` stands where the time would be, in an agenda whose times are all unknown.
View agenda_row(const Visit& visit, const Workshop& workshop, const Session& session,
                const std::string& mark) {
    const bool has_time = !session.starts.empty();
    List speakers = speakers_of(visit, session);
    const bool is_crowded = speakers.size() > speakers_in_agenda_max;
    const std::string count =
        visit.say("workshop.agenda.speakers", {{"count", std::to_string(speakers.size())}});
    std::string iso =
        has_time && !workshop.day.empty() ? workshop.day + "T" + session.starts : session.starts;
    View view;
    set_worded(view, "title", session.title(), visit.language);
    view.set("href", session_address(visit, session.record.id))
        .set("mark", mark)
        .set("time", clock_in_words(visit, session.starts))
        .set("time_iso", std::move(iso))
        .set("form", visit.say("workshop.form." + std::string(word(session.form))))
        .set("minutes", session.minutes ? visit.say("workshop.time.minutes",
                                                    {{"count", std::to_string(*session.minutes)}})
                                        : "")
        .set("room", session.room)
        .set("crowd", is_crowded ? count : "")
        .set("speakers", is_crowded ? List{} : std::move(speakers));
    return view;
}

List agenda_of(const Visit& visit, const WorkshopPage& page) {
    const bool has_times = std::any_of(page.sessions.begin(), page.sessions.end(),
                                       [](const Session& session) { return !session.starts.empty(); });
    List agenda;
    for (const Session& session : page.sessions) {
        const std::string mark = has_times ? "" : std::to_string(agenda.size() + 1);
        agenda.push_back(agenda_row(visit, page.workshop, session, mark));
    }
    return agenda;
}

View records_section(const Visit& visit, std::string_view name, chain::Kind kind,
                     const std::vector<chain::Record>& tied) {
    std::vector<chain::Record> of_kind;
    std::copy_if(tied.begin(), tied.end(), std::back_inserter(of_kind),
                 [&](const chain::Record& record) { return record.kind == kind; });
    View view;
    view.set("id", name)
        .set("heading", visit.say("workshop.show." + std::string(name)))
        .set("count", of_kind.size())
        .set("rows", desk::record_rows(visit, of_kind));
    return view;
}

std::string bring_address(const Visit& visit, std::string_view pattern, const Workshop& workshop) {
    return desk::address(visit, pattern) + "?network=" + workshop.record.network +
           "&workshop=" + workshop.record.id;
}

List links_to_join(const Visit& visit, const Workshop& workshop) {
    if (!visit.who.is_member(workshop.record.network)) return {};
    const auto bring = [&](std::string_view pattern, std::string_view phrase) {
        return network::link(bring_address(visit, pattern, workshop), visit.say(phrase));
    };
    return {bring("/vragen/nieuw", "workshop.show.ask"), bring("/praktijk/nieuw", "workshop.show.bring_case"),
            bring("/leerpunten/nieuw", "workshop.show.bring_lesson")};
}

List links_to_plan(const Visit& visit, const Workshop& workshop) {
    const std::string& id = workshop.record.id;
    if (!may_plan(visit.who, workshop.record.network) || workshop.record.is_withdrawn) return {};
    List links = {
        network::link(desk::address(visit, "/bijeenkomsten/{id}/bewerken", {id}), visit.say("workshop.edit")),
        network::link(desk::address(visit, "/bijeenkomsten/{id}/onderdelen/nieuw", {id}),
                      visit.say("workshop.session.new")),
        network::link(desk::address(visit, "/bijeenkomsten/{id}/inschrijvingen", {id}),
                      visit.say("workshop.registrations"))};
    if (!workshop.takes_registrations) {
        links.push_back(network::link(desk::address(visit, "/bijeenkomsten/{id}/deelnemers", {id}),
                                      visit.say("workshop.participants.title")));
    }
    links.push_back(
        network::link(desk::address(visit, "/keten/{id}/koppelingen", {id}), visit.say("workshop.show.tie")));
    if (workshop.is_cancelled()) return links;
    links.push_back(network::link(desk::address(visit, "/bijeenkomsten/{id}/afgelasting", {id}),
                                  visit.say("workshop.cancel")));
    return links;
}

// What has no day stands in no calendar.
std::string calendar_address(const Visit& visit, const Workshop& workshop) {
    if (workshop.day.empty() || workshop.record.is_withdrawn) return "";
    return desk::address(visit, "/bijeenkomsten/{id}/agenda.ics", {workshop.record.id});
}

List links_to_read(const Visit& visit, const WorkshopPage& page) {
    const std::string network_name = network::name(page.network, visit.code());
    return {
        network::link(series_address(visit, page.series), in_language(page.series.name, visit.language).text),
        network::link(desk::address(visit, "/netwerken/{netwerk}", {page.network.id}), network_name),
        network::link(desk::address(visit, "/publicaties") + "?netwerk=" + page.network.id,
                      visit.say("workshop.network.publications"))};
}

List with_doors(List links, const std::vector<Door>& doors) {
    for (const Door& door : doors) links.push_back(network::link(door.href, door.label));
    return links;
}

void set_texts(View& view, const Visit& visit, const Workshop& workshop) {
    const Worded title = in_language(workshop.title(), visit.language);
    const Worded about = in_language(workshop.about, visit.language);
    const Lead lead = split_lead(about.text);
    view.set("number", workshop.number)
        .set("title", title.text)
        .set("title_language", title.language == visit.code() ? "" : title.language)
        .set("lead", lead.first)
        .set("lead_language", about.language == visit.code() ? "" : about.language);
    set_prose(view, "about",
              {about.language == "nl" ? lead.rest : "", about.language == "en" ? lead.rest : ""},
              visit.language, 2);
}

View workshop_page_view(const Visit& visit, const WorkshopPage& page) {
    const Workshop& workshop = page.workshop;
    const std::string& id = workshop.record.id;
    const bool plans = may_plan(visit.who, page.network.id) && !workshop.record.is_withdrawn;
    const bool is_member = visit.who.is_member(page.network.id);
    View view;
    set_texts(view, visit, workshop);
    set_when_and_where(view, visit, workshop);
    set_withdrawn(view, visit, workshop.record, desk::address(visit, "/bijeenkomsten/{id}/herstel", {id}));
    set_cancellation(view, visit, workshop, plans);
    set_source(view, visit, workshop.record);
    view.set("badges", badges_of(visit, workshop))
        .set("calendar_href", calendar_address(visit, workshop))
        .set("subscribe_href", desk::address(visit, "/agenda"))
        .set("for_whom", visit.say("workshop.for." + std::string(chain::word(workshop.record.audience))))
        .set("participants",
             may_count_participants(visit.who, page.network.id) && page.participants > 0
                 ? visit.say("workshop.participants.count", {{"count", std::to_string(page.participants)}})
                 : "")
        .set("steps", page.siblings.size() > 1 ? steps_of(visit, page.siblings, id) : List{})
        .set("agenda", agenda_of(visit, page))
        .set("agenda_none", visit.say("workshop.agenda.none"))
        .set("agenda_first_href",
             plans ? desk::address(visit, "/bijeenkomsten/{id}/onderdelen/nieuw", {id}) : "")
        .set("questions", records_section(visit, "questions", chain::Kind::question, page.tied))
        .set("others", List{records_section(visit, "cases", chain::Kind::case_, page.tied),
                            records_section(visit, "lessons", chain::Kind::lesson, page.tied)})
        .set("empty_text", visit.say("workshop.show.no_questions"))
        .set("empty_href", is_member ? bring_address(visit, "/vragen/nieuw", workshop) : "")
        .set("empty_label", visit.say("workshop.show.first_question"))
        .set("may_withdraw", plans)
        .set("withdraw_href", desk::address(visit, "/bijeenkomsten/{id}/intrekking", {id}))
        .set("csrf", masked(visit.csrf));
    return view;
}

// Where to go after something was taken back: its owner may still see it, others see what is above it.
std::string address_after(const Visit& visit, const chain::Record& record) {
    return visit.read([&](db::Connection& in) {
        if (chain::find_readable(in, visit.who, record.id, visit.when)) {
            return desk::address_of(visit.language, record);
        }
        if (record.kind == chain::Kind::session) return workshop_address(visit, record.parent);
        const auto workshop = find(in, record.id);
        return series_address(visit, find_series(in, workshop->series).value());
    });
}

using Step = Result<Done> (*)(const Act&, std::string_view);

// Its facilitators, among the readers it had: what is withdrawn is read as if it were open.
bool may_take(db::Connection& in, const Visit& visit, chain::Record record) {
    const bool is_ours = record.kind == chain::Kind::workshop || record.kind == chain::Kind::session;
    record.is_withdrawn = false;
    return is_ours && may_plan(visit.who, record.network) &&
           chain::may_read(in, visit.who, record, visit.when);
}

web::Response take(const Visit& visit, Step step, std::string_view message) {
    const auto record = visit.read([&](db::Connection& in) {
        auto found = chain::find(in, visit.request.part("id"));
        if (found && !may_take(in, visit, *found)) found.reset();
        return found;
    });
    if (!record) return desk::not_found(visit);
    const auto done = visit.write([&](const Act& act) { return step(act, record->id); });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, address_after(visit, *record), message);
}

}  // namespace

web::Response show_workshop(const Visit& visit, Beside beside) {
    const auto page = visit.read([&](db::Connection& in) { return read_workshop_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    desk::Frame frame;
    frame.title = in_language(page->workshop.title(), visit.language).text;
    frame.section = "netwerken";
    frame.crumbs = crumbs_to(visit, page->network, page->series);
    frame.crumbs.push_back(crumb_of(visit, page->workshop, true));
    frame.visible_for = visit.read(
        [&](db::Connection& in) { return chain::visible_for(in, page->workshop.record, visit.code()); });
    View view = workshop_page_view(visit, *page);
    const bool has_panel = beside.registration.find("title") != nullptr;
    view.set("has_registration", has_panel)
        .set("registration", std::move(beside.registration))
        .set("day_links", with_doors({}, beside.day))
        .set("join_links", with_doors(links_to_join(visit, page->workshop), beside.join))
        .set("plan_links", with_doors(links_to_plan(visit, page->workshop), beside.plan))
        .set("read_links", with_doors(links_to_read(visit, *page), beside.read));
    return desk::show(visit, frame, "workshop_show", std::move(view));
}

web::Response post_withdrawal(const Visit& visit) { return take(visit, withdraw, "planning_withdrawn"); }

web::Response post_restoration(const Visit& visit) { return take(visit, restore, "planning_restored"); }

}  // namespace kring::workshop
