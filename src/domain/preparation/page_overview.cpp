// SPDX-License-Identifier: EUPL-1.2
// A workshop at a glance for whoever gets it ready: how many come, what they need and ask, and what is still
// missing, each with the place that mends it.
#include <algorithm>

#include "domain/contribution/store.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/preparation/page_functions.hpp"
#include "domain/preparation/store.hpp"
#include "domain/registration/store.hpp"
#include "domain/speaker/store.hpp"
#include "domain/workshop/store.hpp"
#include "domain/workshop/workshop_view.hpp"

namespace kring::preparation {

namespace {

using desk::Visit;
using html::List;
using html::View;

struct Glance {
    workshop::Workshop workshop;
    std::optional<registration::Terms> terms;
    registration::Tally tally;
    std::int64_t participants = 0;
    std::int64_t diets = 0;
    std::int64_t accesses = 0;
    std::int64_t questions = 0;
    std::int64_t unanswered = 0;
    std::vector<workshop::Session> sessions;
    std::vector<speaker::Guest> guests;  ///< of those sessions
    bool has_invitation = false;
};

Glance glance_of(db::Connection& in, const Visit& visit, const Subject& subject) {
    Glance glance;
    glance.workshop = *subject.workshop;
    const std::string& id = glance.workshop.record.id;
    glance.terms = registration::find_terms(in, id);
    glance.tally = registration::tally(in, id);
    glance.participants = workshop::count_participants(in, id);
    for (const registration::Listed& one : registration::with_needs(in, id)) {
        glance.diets += one.needs.diet.empty() ? 0 : 1;
        glance.accesses += one.needs.access.empty() ? 0 : 1;
    }
    contribution::Filter filter;
    filter.workshop = id;
    filter.per_page = 1;
    glance.questions = contribution::questions(in, visit.who, filter, visit.when).total;
    filter.state = "open";
    glance.unanswered = contribution::questions(in, visit.who, filter, visit.when).total;
    glance.sessions = workshop::sessions_of(in, visit.who, id, visit.when);
    glance.guests = speaker::of_workshop(in, id);
    std::erase_if(glance.guests, [&](const speaker::Guest& guest) {
        return std::none_of(glance.sessions.begin(), glance.sessions.end(),
                            [&](const auto& session) { return session.record.id == guest.session; });
    });
    glance.has_invitation = has_invitation(in, id);
    return glance;
}

std::int64_t count_speakers(const Glance& glance) {
    std::int64_t count = 0;
    for (const workshop::Session& one : glance.sessions)
        count += static_cast<std::int64_t>(one.speakers.size());
    return count;
}

// Sessions that are told by somebody, of whom nobody is known yet.
std::vector<const workshop::Session*> without_speaker(const Glance& glance) {
    std::vector<const workshop::Session*> found;
    for (const workshop::Session& one : glance.sessions) {
        const bool needs_one = one.form == workshop::Form::talk || one.form == workshop::Form::pitch_round;
        const bool has_guest =
            std::any_of(glance.guests.begin(), glance.guests.end(),
                        [&](const speaker::Guest& guest) { return guest.session == one.record.id; });
        if (needs_one && one.speakers.empty() && !has_guest) found.push_back(&one);
    }
    return found;
}

std::int64_t count_complete(const Glance& glance) {
    return std::count_if(glance.guests.begin(), glance.guests.end(),
                         [](const speaker::Guest& guest) { return speaker::missing(guest).empty(); });
}

List facts_of(const Visit& visit, const Glance& glance) {
    using registration::Pool;
    using registration::State;
    const std::string& id = glance.workshop.record.id;
    const std::string list = desk::address(visit, "/bijeenkomsten/{id}/inschrijvingen", {id});
    const std::string questions =
        desk::address(visit, "/vragen") + "?netwerk=" + glance.workshop.record.network + "&bijeenkomst=" + id;
    const std::string guests = desk::address(visit, "/bijeenkomsten/{id}/gastsprekers", {id});
    List facts;
    const auto add = [&](std::string_view phrase, std::int64_t number, const std::string& href) {
        View view;
        view.set("name", visit.say(phrase)).set("value", number).set("href", href);
        facts.push_back(std::move(view));
    };
    add("preparation.fact.taking_part", glance.participants, list);
    add("preparation.fact.room", glance.tally.of(Pool::room, State::confirmed), list);
    add("preparation.fact.online", glance.tally.of(Pool::online, State::confirmed), list);
    add("preparation.fact.waiting", glance.tally.of(State::waiting) + glance.tally.of(State::offered), list);
    add("preparation.fact.diet", glance.diets, list);
    add("preparation.fact.access", glance.accesses, list);
    add("preparation.fact.questions", glance.questions, questions);
    add("preparation.fact.unanswered", glance.unanswered, questions + "&stand=open");
    add("preparation.fact.speakers", count_speakers(glance), "");
    add("preparation.fact.guests", static_cast<std::int64_t>(glance.guests.size()), guests);
    add("preparation.fact.guests_complete", count_complete(glance), guests);
    return facts;
}

class Tasks {
public:
    Tasks(const Visit& visit, const Glance& glance) : visit_(visit), glance_(glance) {}

    List list() {
        const workshop::Workshop& workshop = glance_.workshop;
        const std::string edit = here("/bijeenkomsten/{id}/bewerken");
        const std::string invite = here("/bijeenkomsten/{id}/berichten/nieuw") + "?soort=uitnodiging";
        const bool is_online = glance_.terms && glance_.terms->room_places == 0;
        add("day", !workshop.day.empty(), edit);
        add("place", !workshop.place.empty() || !workshop.place_note.empty() || is_online, edit);
        add("agenda", !glance_.sessions.empty(), here("/bijeenkomsten/{id}/onderdelen/nieuw"));
        add_speakers();
        add("registration", glance_.terms && glance_.terms->is_open,
            here("/bijeenkomsten/{id}/inschrijvingen/bewerken"));
        add("invitation", glance_.has_invitation, invite);
        add("questions", glance_.questions > 0,
            desk::address(visit_, "/vragen/nieuw") + "?network=" + workshop.record.network +
                "&workshop=" + workshop.record.id);
        // Whoever is registered is reminded a week and a day before without anybody's doing.
        add("reminder", glance_.terms && !workshop.day.empty(), here("/bijeenkomsten/{id}/berichten/nieuw"));
        return std::move(tasks_);
    }
    std::int64_t missing() const { return missing_; }

private:
    std::string here(std::string_view pattern) const {
        return desk::address(visit_, pattern, {glance_.workshop.record.id});
    }

    void add_speakers() {
        const auto open = without_speaker(glance_);
        const bool is_done = (count_speakers(glance_) > 0 || !glance_.guests.empty()) && open.empty();
        const std::string href =
            open.empty() ? here("/bijeenkomsten/{id}/onderdelen/nieuw")
                         : desk::address(visit_, "/onderdelen/{id}/bewerken", {open.front()->record.id});
        add("speakers", is_done, href);
        if (glance_.guests.empty()) return;
        add("guests", count_complete(glance_) == static_cast<std::int64_t>(glance_.guests.size()),
            here("/bijeenkomsten/{id}/gastsprekers"));
    }

    void add(std::string_view name, bool is_done, const std::string& href) {
        const std::string key = "preparation.task." + std::string(name);
        View badge;
        badge.set("label", visit_.say(is_done ? "preparation.done" : "preparation.to_do"))
            .set("tone", is_done ? "ok" : "warning");
        View task;
        task.set("label", visit_.say(key + (is_done ? ".done" : "")))
            .set("href", is_done ? "" : href)
            .set("badges", List{std::move(badge)});
        missing_ += is_done ? 0 : 1;
        tasks_.push_back(std::move(task));
    }

    const Visit& visit_;
    const Glance& glance_;
    List tasks_;
    std::int64_t missing_ = 0;
};

}  // namespace

web::Response show_overview(const Visit& visit) {
    const auto subject = find_subject_to_prepare(visit);
    if (!subject) return desk::trouble(visit, subject.problems());
    const Glance glance = visit.read([&](db::Connection& in) { return glance_of(in, visit, *subject); });
    const std::string deleted = registration::needs_deleted_on(glance.workshop);
    Tasks tasks(visit, glance);
    List list = tasks.list();
    View view;
    workshop::set_when_and_where(view, visit, glance.workshop);
    view.set("about", subject_in_words(visit, *subject))
        .set("about_href", subject_address(visit, *subject))
        .set("facts", facts_of(visit, glance))
        .set("needs_promise",
             deleted.empty() ? ""
                             : visit.say("preparation.needs_promise",
                                         {{"day", visit.site.phrases.long_date(deleted, visit.language)}}))
        .set("missing", visit.say(tasks.missing() == 0 ? "preparation.all_done" : "preparation.missing",
                                  {{"count", std::to_string(tasks.missing())}}))
        .set("tasks", std::move(list));
    return desk::show(visit, frame_of(visit, *subject, visit.say("preparation.overview")),
                      "preparation_overview", std::move(view));
}

}  // namespace kring::preparation
