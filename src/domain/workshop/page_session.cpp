// SPDX-License-Identifier: EUPL-1.2
// A session's own page: what it was about, who spoke, and what hangs from it.
#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/network/store.hpp"
#include "domain/workshop/may.hpp"
#include "domain/workshop/page_functions.hpp"
#include "domain/workshop/store.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/base/secret.hpp"

namespace kring::workshop {

namespace {

using desk::Visit;
using html::List;
using html::View;

struct SessionPage {
    Session session;
    Workshop workshop;
    Series series;
    network::Network network;
};

Result<SessionPage> read_session_page(db::Connection& in, const Visit& visit) {
    TRY(record, chain::find_readable(in, visit.who, visit.request.part("id"), visit.when));
    const auto session = find_session(in, record.id);
    if (!session) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    // The page tells of the workshop as well.
    TRY_DONE(chain::find_readable(in, visit.who, record.parent, visit.when));
    SessionPage page;
    page.session = *session;
    page.workshop = find(in, record.parent).value();
    page.series = find_series(in, page.workshop.series).value();
    page.network = network::find(in, record.network).value();
    return page;
}

std::string time_of(const Visit& visit, const Session& session) {
    const std::string until = session.minutes ? clock_after(session.starts, *session.minutes) : "";
    return clocks_in_words(visit, session.starts, until);
}

View session_view(const Visit& visit, const SessionPage& page) {
    const Session& session = page.session;
    const Workshop& workshop = page.workshop;
    const std::string& id = session.record.id;
    const bool plans = may_plan(visit.who, page.network.id) && !session.record.is_withdrawn;
    View view;
    set_worded(view, "title", session.title(), visit.language);
    set_prose(view, "about", session.about, visit.language, 2);
    set_worded(view, "workshop", workshop.title(), visit.language);
    set_when_and_where(view, visit, workshop);
    set_withdrawn(view, visit, session.record, desk::address(visit, "/onderdelen/{id}/herstel", {id}));
    set_cancellation(view, visit, workshop, false);
    set_source(view, visit, session.record);
    view.set("workshop_href", workshop_address(visit, workshop.record.id))
        .set("form", visit.say("workshop.form." + std::string(word(session.form))))
        .set("time", time_of(visit, session))
        .set("minutes", session.minutes ? visit.say("workshop.time.minutes",
                                                    {{"count", std::to_string(*session.minutes)}})
                                        : "")
        .set("room", session.room)
        .set("badges", badges_of(visit, session.record))
        .set("speakers", speakers_of(visit, session))
        .set("chain", desk::chain_view(visit, session.record))
        .set("may_edit", plans)
        .set("edit_href", desk::address(visit, "/onderdelen/{id}/bewerken", {id}))
        .set("withdraw_href", desk::address(visit, "/onderdelen/{id}/intrekking", {id}))
        .set("csrf", masked(visit.csrf))
        .set("empty_text", visit.say("workshop.session.no_speakers"))
        .set("empty_href", plans ? desk::address(visit, "/onderdelen/{id}/bewerken", {id}) : "")
        .set("empty_label", visit.say("workshop.session.first_speaker"));
    return view;
}

}  // namespace

web::Response show_session(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_session_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    desk::Frame frame;
    frame.title = in_language(page->session.title(), visit.language).text;
    frame.section = "netwerken";
    frame.crumbs = crumbs_to(visit, page->network, page->series);
    frame.crumbs.push_back(crumb_of(visit, page->workshop, false));
    frame.crumbs.push_back({visit.say("kind.session"), ""});
    frame.visible_for = visit.read(
        [&](db::Connection& in) { return chain::visible_for(in, page->session.record, visit.code()); });
    return desk::show(visit, frame, "workshop_session", session_view(visit, *page));
}

}  // namespace kring::workshop
