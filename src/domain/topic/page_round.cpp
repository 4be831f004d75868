// SPDX-License-Identifier: EUPL-1.2
// The topics of a series: while they are chosen and what it came to; and the form of the round.
#include <algorithm>

#include "domain/desk/addresses.hpp"
#include "domain/desk/form.hpp"
#include "domain/network/network_view.hpp"
#include "domain/network/store.hpp"
#include "domain/registration/registration.hpp"
#include "domain/topic/acts.hpp"
#include "domain/topic/may.hpp"
#include "domain/topic/page_functions.hpp"
#include "domain/topic/store.hpp"
#include "domain/workshop/store.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/base/secret.hpp"
#include "platform/html/markdown.hpp"

namespace kring::topic {

namespace {

using desk::Visit;
using html::List;
using html::View;

struct TopicsPage {
    Place place;
    std::vector<Topic> topics;
    std::vector<std::string> own_votes;
    std::optional<Outcome> outcome;
    std::vector<Voter> voters;
    std::vector<workshop::Workshop> workshops;
    bool votes = false;  ///< the visitor may, at this moment
    bool runs = false;
};

Result<TopicsPage> read_topics_page(db::Connection& in, const Visit& visit) {
    TRY(place, find_place(in, visit));
    TopicsPage page;
    page.place = place;
    page.runs = may_run(visit.who, place.network.id);
    if (!place.round) return page;
    const Round& round = *place.round;
    page.topics = topics_of(in, round.id);
    page.own_votes = votes_of(in, round.id, visit.who.person);
    page.outcome = find_outcome(in, round.id);
    page.voters = voters_of(in, round.id);
    page.votes = is_open(round, visit.when) && may_vote(in, visit.who, round, visit.when);
    page.workshops = workshop::of_series(in, visit.who, place.series.id, visit.when);
    return page;
}

std::string moment(const Visit& visit, Time time) { return visit.site.phrases.moment(time, visit.language); }

std::string standing_of(const TopicsPage& page, Time when) {
    if (!page.place.round) return "none";
    if (page.outcome) return "closed";
    return is_open(*page.place.round, when) ? "open" : "counting";
}

View fact(const Visit& visit, std::string_view phrase, std::string value) {
    View view;
    view.set("name", visit.say(phrase)).set("value", std::move(value));
    return view;
}

List facts_of(const Visit& visit, const TopicsPage& page) {
    if (!page.place.round) return {};
    const Round& round = *page.place.round;
    List facts = {
        fact(visit, "topic.fact.opened", moment(visit, round.opened_at)),
        fact(visit, "topic.fact.closes", moment(visit, round.closes_at)),
        fact(visit, "topic.fact.for", visit.say("audience." + std::string(chain::word(round.audience)))),
        fact(visit, "topic.fact.each", std::to_string(round.votes_each))};
    if (!page.outcome) return facts;
    facts.push_back(fact(visit, "topic.fact.closed", moment(visit, page.outcome->closed_at)));
    facts.push_back(fact(visit, "topic.fact.could", std::to_string(page.outcome->could_vote)));
    facts.push_back(fact(visit, "topic.fact.did", std::to_string(page.outcome->did_vote)));
    return facts;
}

View workshop_select(const Visit& visit, const TopicsPage& page, const Topic& topic) {
    std::vector<desk::Option> options = {{"", visit.say("topic.workshop.none"), ""}};
    for (const workshop::Workshop& one : page.workshops)
        options.push_back({one.record.id, in_language(one.title(), visit.language).text, ""});
    desk::Form form(visit, desk::address(visit, "/onderwerpen/{id}/bijeenkomst", {topic.id}),
                    "topic.workshop.keep");
    desk::Extra extra;
    extra.label_values = {{"title", topic.title}};
    form.select("workshop-" + topic.id, "topic.workshop", topic.workshop, options, extra);
    return form.view();
}

View topic_row(const Visit& visit, const TopicsPage& page, const Topic& topic) {
    const bool is_mine =
        std::find(page.own_votes.begin(), page.own_votes.end(), topic.id) != page.own_votes.end();
    const auto left = page.place.round->votes_each - static_cast<std::int64_t>(page.own_votes.size());
    const auto taken = std::find_if(page.workshops.begin(), page.workshops.end(), [&](const auto& one) {
        return one.record.id == topic.workshop && !topic.workshop.empty();
    });
    const bool has_workshop = taken != page.workshops.end();
    View view;
    view.set("id", topic.id)
        .set("title", topic.title)
        .set("language", topic.language)
        .set("why", html::markdown(topic.why, 4))
        .set("theme", topic.theme)
        .set("by", visit.say("topic.by", {{"name", topic.name}}))
        .set("votes", page.outcome ? visit.say("topic.votes", {{"count", std::to_string(topic.votes)}}) : "")
        .set("vote_href", desk::address(visit, "/onderwerpen/{id}/stem", {topic.id}))
        .set("is_mine", is_mine)
        .set("may_vote", page.votes && (is_mine || left > 0))
        .set("may_take_out", page.votes && may_take_out(visit.who, *page.place.round, topic))
        .set("take_out_href", desk::address(visit, "/onderwerpen/{id}/intrekking", {topic.id}))
        .set("workshop", has_workshop ? in_language(taken->title(), visit.language).text : "")
        .set("workshop_href", has_workshop ? workshop::workshop_address(visit, topic.workshop) : "")
        .set("has_form", page.runs && page.outcome.has_value())
        .set("form", page.runs && page.outcome ? workshop_select(visit, page, topic) : View());
    return view;
}

std::string left_in_words(const Visit& visit, const TopicsPage& page) {
    if (!page.votes) return "";
    const auto left = page.place.round->votes_each - static_cast<std::int64_t>(page.own_votes.size());
    return visit.say("topic.left", {{"count", std::to_string(left)}});
}

void set_outcome(View& view, const Visit& visit, const TopicsPage& page) {
    List names;
    if (page.runs) {
        for (const Voter& voter : page.voters) names.push_back(View().set("name", voter.name));
    }
    const bool is_whole = page.outcome && seal_of(*page.place.round, *page.outcome, page.topics,
                                                  page.voters) == page.outcome->hash;
    view.set("has_outcome", page.outcome.has_value())
        .set("hash", page.outcome ? page.outcome->hash : "")
        .set("seal", visit.say(is_whole ? "topic.seal.whole" : "topic.seal.broken"))
        .set("voters", std::move(names));
}

/// What the form of a round holds, as typed.
struct Typed {
    std::string audience;
    std::string votes_each;
    std::string day;
    std::string clock;
};

Typed kept(const Visit& visit, const std::optional<Round>& round) {
    if (!round) return {"network", "3", amsterdam_day(visit.when + 14 * day_ms), "17:00"};
    return {std::string(chain::word(round->audience)), std::to_string(round->votes_each),
            amsterdam_day(round->closes_at), amsterdam_clock(round->closes_at)};
}

// The moment in Amsterdam, found the way a workshop's beginning is; what is none lies in the past, which
// the rules refuse.
Time moment_of(const Typed& typed) {
    workshop::Workshop then;
    then.day = typed.day;
    then.starts = typed.clock;
    if (!is_day(typed.day) || !is_clock(typed.clock)) return Time{0};
    return registration::beginning_of(then).value();
}

web::Response show_round_form(const Visit& visit, const Place& place, const Typed& typed,
                              const Problems& problems) {
    const bool is_new = !place.round;
    desk::Form form(visit, topics_address(visit, place.series, "/ronde"),
                    is_new ? "topic.round.open" : "network.form.save");
    if (is_new) {
        form.radios("audience", "topic.round.audience", typed.audience,
                    {{"network", visit.say("audience.network"), ""},
                     {"purchasers", visit.say("audience.purchasers"), ""}});
    }
    desk::Extra each = network::number_field(typed.votes_each);
    each.is_required = true;
    desk::Extra day = network::day_field(typed.day);
    day.is_required = true;
    desk::Extra clock = network::clock_field(typed.clock);
    clock.is_required = true;
    form.text("votes_each", "topic.round.votes_each", typed.votes_each, each)
        .text("day", "topic.round.day", typed.day, day)
        .text("clock", "topic.round.clock", typed.clock, clock)
        .problems(problems);
    desk::Frame frame =
        frame_of(visit, place, visit.say(is_new ? "topic.round.new" : "topic.round.edit"), true);
    frame.visible_for = workshop::visible_to_planners(visit, place.network);
    return network::show_form(visit, std::move(frame), form, network::status_of_form(problems));
}

Result<Place> find_place_to_run(const Visit& visit) {
    return visit.read([&](db::Connection& in) -> Result<Place> {
        TRY(place, find_place(in, visit));
        if (!may_run(visit.who, place.network.id)) return workshop::forbidden();
        return std::move(place);
    });
}

}  // namespace

Result<Place> find_place(db::Connection& in, const Visit& visit) {
    TRY(network, network::find_visible(in, visit.who, visit.request.part("netwerk")));
    const auto series = workshop::find_series(in, network.id, workshop::number_part(visit, "nummer"));
    const Problem absent{Trouble::not_found, "problem.not_found", "", {}};
    if (!series || !visit.who.is_member(network.id)) return absent;
    Place place{network, *series, round_of_series(in, series->id)};
    if (place.round && !may_see(in, visit.who, *place.round, visit.when)) return absent;
    return place;
}

std::string topics_address(const Visit& visit, const workshop::Series& series, std::string_view below) {
    return desk::address(visit, "/netwerken/{netwerk}/reeksen/{nummer}/onderwerpen" + std::string(below),
                         {series.network, std::to_string(series.number)});
}

desk::Frame frame_of(const Visit& visit, const Place& place, std::string title, bool is_below) {
    desk::Frame frame;
    frame.title = std::move(title);
    frame.section = "netwerken";
    frame.crumbs = workshop::crumbs_to(visit, place.network, place.series);
    if (is_below) frame.crumbs.push_back({visit.say("topic.title"), topics_address(visit, place.series)});
    frame.crumbs.push_back({frame.title, ""});
    return frame;
}

web::Response show_topics(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_topics_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    const Place& place = page->place;
    const std::string standing = standing_of(*page, visit.when);
    const bool is_running = standing == "open";
    List rows;
    for (const Topic& topic : page->topics) rows.push_back(topic_row(visit, *page, topic));
    View view;
    set_outcome(view, visit, *page);
    view.set("standing", visit.say("topic.standing." + standing))
        .set("facts", facts_of(visit, *page))
        .set("left", left_in_words(visit, *page))
        .set("topics", std::move(rows))
        .set("has_round", place.round.has_value())
        .set("propose_href", page->votes ? topics_address(visit, place.series, "/nieuw") : "")
        .set("round_href",
             page->runs && (is_running || !place.round) ? topics_address(visit, place.series, "/ronde") : "")
        .set("round_label", visit.say(place.round ? "topic.round.edit" : "topic.round.new"))
        .set("close_href", page->runs && is_running ? topics_address(visit, place.series, "/sluiting") : "")
        .set("empty_text", visit.say("topic.none"))
        .set("empty_href", "")
        .set("empty_label", "")
        .set("csrf", masked(visit.csrf));
    desk::Frame frame = frame_of(visit, place, visit.say("topic.title"), false);
    frame.visible_for = place.round ? visit.read([&](db::Connection& in) {
        return chain::visible_for(in, header_of(*place.round), visit.code());
    })
                                    : workshop::visible_to_planners(visit, place.network);
    return desk::show(visit, frame, "topic_round", std::move(view));
}

web::Response edit_round(const Visit& visit) {
    const auto place = find_place_to_run(visit);
    if (!place) return desk::trouble(visit, place.problems());
    return show_round_form(visit, *place, kept(visit, place->round), {});
}

web::Response post_round(const Visit& visit) {
    const auto place = find_place_to_run(visit);
    if (!place) return desk::trouble(visit, place.problems());
    const Typed typed{network::typed(visit, "audience"), network::typed(visit, "votes_each"),
                      network::typed(visit, "day"), network::typed(visit, "clock")};
    Round wanted = place->round.value_or(Round{});
    wanted.series = place->series.id;
    wanted.votes_each = workshop::typed_number(visit, "votes_each");
    wanted.closes_at = moment_of(typed);
    if (!place->round)
        wanted.audience = chain::audience_of(typed.audience).value_or(chain::Audience::persons);
    const auto done = visit.write([&](const Act& act) -> Result<Done> {
        if (place->round) return change_round(act, wanted);
        TRY(opened, open_round(act, wanted));
        (void)opened;
        return Done{};
    });
    if (done) return desk::go(visit, topics_address(visit, place->series), "topics_round_kept");
    if (workshop::is_beyond_the_form(done.problems())) return desk::trouble(visit, done.problems());
    return show_round_form(visit, *place, typed, done.problems());
}

web::Response post_closing(const Visit& visit) {
    const auto place = find_place_to_run(visit);
    if (!place) return desk::trouble(visit, place.problems());
    if (!place->round) return desk::not_found(visit);
    const auto done = visit.write([&](const Act& act) { return close_round(act, place->round->id); });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, topics_address(visit, place->series), "topics_closed");
}

}  // namespace kring::topic
