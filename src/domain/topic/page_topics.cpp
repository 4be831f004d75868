// SPDX-License-Identifier: EUPL-1.2
// Proposing a topic, voting for one, taking one out, and giving one to a workshop.
#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/form.hpp"
#include "domain/network/network_view.hpp"
#include "domain/topic/acts.hpp"
#include "domain/topic/may.hpp"
#include "domain/topic/page_functions.hpp"
#include "domain/topic/store.hpp"
#include "domain/workshop/store.hpp"
#include "domain/workshop/workshop_view.hpp"

namespace kring::topic {

namespace {

using desk::Visit;

Result<Place> find_open_place(const Visit& visit) {
    return visit.read([&](db::Connection& in) -> Result<Place> {
        TRY(place, find_place(in, visit));
        if (!place.round) return Problem{Trouble::not_found, "problem.not_found", "", {}};
        if (!is_open(*place.round, visit.when))
            return Problem{Trouble::conflict, "topic.problem.over", "", {}};
        return std::move(place);
    });
}

web::Response show_topic_form(const Visit& visit, const Place& place, const Topic& topic,
                              const Problems& problems) {
    desk::Form form(visit, topics_address(visit, place.series, "/nieuw"), "topic.propose");
    desk::Extra why;
    why.hint = visit.say("topic.why_hint");
    desk::Extra theme;
    theme.is_required = false;
    theme.hint = visit.say("topic.theme_hint");
    form.text("title", "topic.name", topic.title)
        .area("because", "topic.why", topic.why, why)
        .text("theme", "topic.theme", topic.theme, theme)
        .problems(problems);
    desk::Frame frame = frame_of(visit, place, visit.say("topic.new"), true);
    frame.visible_for = visit.read(
        [&](db::Connection& in) { return chain::visible_for(in, header_of(*place.round), visit.code()); });
    return network::show_form(visit, std::move(frame), form, network::status_of_form(problems));
}

// Where one was: the page with all topics of the round.
std::string address_of_round(const Visit& visit, std::string_view topic) {
    return visit.read([&](db::Connection& in) -> std::string {
        const auto known = find_topic(in, topic);
        const auto round = known ? find_round(in, known->round) : std::nullopt;
        if (!round || !may_see(in, visit.who, *round, visit.when)) return "";
        return topics_address(visit, workshop::find_series(in, round->series).value());
    });
}

web::Response go_back(const Visit& visit, const std::string& address, const Result<Done>& done,
                      std::string_view message) {
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, address, message);
}

}  // namespace

web::Response new_topic(const Visit& visit) {
    const auto place = find_open_place(visit);
    if (!place) return desk::trouble(visit, place.problems());
    return show_topic_form(visit, *place, {}, {});
}

web::Response post_topic(const Visit& visit) {
    const auto place = find_open_place(visit);
    if (!place) return desk::trouble(visit, place.problems());
    Topic wanted;
    wanted.round = place->round->id;
    wanted.title = network::typed(visit, "title");
    wanted.why = network::typed(visit, "because");
    wanted.theme = network::typed(visit, "theme");
    wanted.language = visit.code();
    const auto made = visit.write([&](const Act& act) { return propose(act, wanted); });
    if (made) return desk::go(visit, topics_address(visit, place->series), "topic_proposed");
    if (workshop::is_beyond_the_form(made.problems())) return desk::trouble(visit, made.problems());
    return show_topic_form(visit, *place, wanted, made.problems());
}

web::Response post_vote(const Visit& visit) {
    const std::string id(visit.request.part("id"));
    const bool takes_back = visit.request.field("back") == "yes";
    const auto done =
        visit.write([&](const Act& act) { return takes_back ? take_vote_back(act, id) : vote(act, id); });
    return go_back(visit, address_of_round(visit, id), done, takes_back ? "topic_unvoted" : "topic_voted");
}

web::Response post_taking_out(const Visit& visit) {
    const std::string id(visit.request.part("id"));
    const std::string address = address_of_round(visit, id);
    const auto done = visit.write([&](const Act& act) { return take_out(act, id); });
    return go_back(visit, address, done, "topic_taken_out");
}

web::Response post_workshop(const Visit& visit) {
    const std::string id(visit.request.part("id"));
    // The field bears the topic's id: a page holds one such form for each topic.
    const std::string workshop = network::typed(visit, "workshop-" + id);
    const auto done = visit.write([&](const Act& act) { return give_to_workshop(act, id, workshop); });
    return go_back(visit, address_of_round(visit, id), done, "topic_given");
}

}  // namespace kring::topic
