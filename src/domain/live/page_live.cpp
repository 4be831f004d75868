// SPDX-License-Identifier: EUPL-1.2
// The live page for phones, and the screen that everybody in the room sees.
#include "domain/contribution/acts.hpp"
#include "domain/live/live_view.hpp"
#include "domain/live/may.hpp"
#include "domain/live/page_functions.hpp"
#include "domain/live/pages.hpp"
#include "domain/live/store.hpp"
#include "domain/network/network_view.hpp"
#include "domain/workshop/workshop_view.hpp"

namespace kring::live {

namespace {

using desk::Visit;
using html::List;
using html::View;

constexpr std::size_t on_screen_max = 8;  // more would not be readable from the back of the room

bool is_still(const Visit& visit) { return !web::value_of(visit.request.query, "stil").empty(); }

void set_queue(View& view, const Visit& visit, const Scene& scene, std::vector<Queued> all, Eyes eyes) {
    std::vector<Queued> to_come;
    std::vector<Queued> done;
    for (Queued& one : all) {
        const bool is_done = one.turn == Turn::answered || one.turn == Turn::later;
        (is_done ? done : to_come).push_back(std::move(one));
    }
    if (eyes == Eyes::all && to_come.size() > on_screen_max) to_come.resize(on_screen_max);
    view.set("queue", question_views(visit, scene, to_come, eyes))
        .set("done", question_views(visit, scene, eyes == Eyes::all ? std::vector<Queued>{} : done, eyes));
}

View page_view(db::Connection& in, const Visit& visit, const Scene& scene, Eyes eyes,
               workshop::DoorSource doors) {
    View view;
    set_worded(view, "workshop", scene.workshop.title(), visit.language);
    set_now(view, in, visit, scene, eyes, doors);
    set_queue(view, visit, scene, queue_for(in, visit, scene, eyes), eyes);
    const auto round = last_round(in, scene.id());
    view.set("workshop_href", workshop::workshop_address(visit, scene.id()))
        .set("results", results_shown(in, visit, scene))
        .set("has_pitches", round.has_value())
        .set("pitches", round ? pitch_table(visit, *round, "pitches") : View())
        .set("seed", round ? round->seed : "")
        .set("script", visit.site.asset("live.js"))
        .set("is_still", is_still(visit))
        .set("still_href", live_address(visit, scene) + "?stil=ja")
        .set("moving_href", live_address(visit, scene))
        .set("ask_href", live_address(visit, scene, "/vragen/nieuw"))
        .set("screen_href", live_address(visit, scene, "/scherm"))
        .set("direction_href",
             may_lead(visit.who, scene.network.id) ? live_address(visit, scene, "/regie") : std::string());
    return view;
}

web::Response show(const Visit& visit, Eyes eyes, workshop::DoorSource doors) {
    return visit.read([&](db::Connection& in) {
        const auto scene = find_scene(in, visit);
        if (!scene) return desk::trouble(visit, scene.problems());
        const std::string tag = tag_of(in, visit, *scene, eyes);
        // The doors of other rooms change without this room knowing.
        const bool has_doors = scene->room.is_open && scene->room.showing == Showing::tables;
        if (!has_doors) {
            if (auto same = unchanged(visit, tag)) return std::move(*same);
        }
        View view = page_view(in, visit, *scene, eyes, doors);
        view.set("tag", tag);
        desk::Frame frame = frame_of(
            visit, *scene, visit.say(eyes == Eyes::own ? "live.title" : "live.screen"), eyes == Eyes::own);
        frame.refreshes = !is_still(visit);
        auto response =
            desk::show(visit, frame, eyes == Eyes::own ? "live_show" : "live_screen", std::move(view));
        response.with("ETag", tag);
        return response;
    });
}

}  // namespace

web::Response show_live(const Visit& visit, workshop::DoorSource doors) {
    return show(visit, Eyes::own, doors);
}

web::Response show_screen(const Visit& visit) { return show(visit, Eyes::all, nullptr); }

web::Response post_vote(const Visit& visit) {
    const auto scene = visit.read([&](db::Connection& in) { return find_scene(in, visit); });
    if (!scene) return desk::trouble(visit, scene.problems());
    const std::string question = network::typed(visit, "question");
    const bool is_back = !visit.request.field("back").empty();
    const auto voted = visit.write([&](const Act& act) {
        return is_back ? contribution::take_vote_back(act, question) : contribution::vote(act, question);
    });
    if (!voted) return desk::trouble(visit, voted.problems());
    return desk::go(visit, live_address(visit, *scene), is_back ? "vote_taken_back" : "voted");
}

}  // namespace kring::live
