// SPDX-License-Identifier: EUPL-1.2
// A member's own page: what happens to whoever joins, what they chose, whom they met.
#include "domain/acquaintance/acts.hpp"
#include "domain/acquaintance/may.hpp"
#include "domain/acquaintance/page_functions.hpp"
#include "domain/acquaintance/store.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/letters/store.hpp"
#include "domain/network/network_view.hpp"

namespace kring::acquaintance {

namespace {

using desk::Visit;
using html::View;

struct WishPage {
    network::Network network;
    std::optional<Wish> wish;
    std::vector<Acquaintance> acquaintances;
    bool wants_no_mail = false;
};

Result<WishPage> read_page(db::Connection& in, const Visit& visit) {
    TRY(network, find_own(in, visit.who, visit.request.part("netwerk")));
    const std::string& person = visit.who.person;
    WishPage page;
    page.wish = find_wish(in, network.id, person);
    page.acquaintances = acquaintances_of(in, network.id, person);
    page.wants_no_mail = letters::choice_of_person(in, person, network.id) == letters::Choice::nothing;
    page.network = std::move(network);
    return page;
}

std::string field_of(std::string_view theme) { return "theme-" + std::string(theme); }

Wish typed_wish(const Visit& visit) {
    Wish wish;
    for (const std::string_view theme : themes) {
        if (!visit.request.field(field_of(theme)).empty()) wish.themes.emplace_back(theme);
    }
    wish.meets_other_side = !visit.request.field("other_side").empty();
    return wish;
}

desk::Form form_of(const Visit& visit, const WishPage& page, const Wish& wish, const Problems& problems) {
    desk::Form form(visit, desk::address(visit, "/netwerken/{netwerk}/kennismaken", {page.network.id}),
                    page.wish ? "acquaintance.form.change" : "acquaintance.form.join");
    form.heading("acquaintance.form.themes");
    for (const std::string_view theme : themes) {
        const bool is_chosen = std::find(wish.themes.begin(), wish.themes.end(), theme) != wish.themes.end();
        form.checkbox(field_of(theme), "acquaintance.theme." + std::string(theme), is_chosen);
    }
    const Membership* own = visit.who.in(page.network.id);
    if (own && own->side != Side::adviser) {
        desk::Extra extra;
        extra.hint = visit.say("acquaintance.form.other_side_hint");
        form.heading("acquaintance.form.whom");
        form.checkbox(
            "other_side",
            own->side == Side::supplier ? "acquaintance.form.purchasers" : "acquaintance.form.suppliers",
            wish.meets_other_side, extra);
    }
    form.problems(problems);
    return form;
}

html::List rows_of(const Visit& visit, const std::vector<Acquaintance>& all) {
    html::List rows;
    for (const Acquaintance& one : all) {
        const std::string day = visit.site.phrases.short_date(amsterdam_day(one.paired_at), visit.language);
        View row;
        row.set("name", one.name)
            .set("about", (one.organisation.empty() ? "" : one.organisation + " · ") +
                              visit.say("acquaintance.theme." + one.theme) + " · " + day);
        rows.push_back(std::move(row));
    }
    return rows;
}

web::Response show(const Visit& visit, const WishPage& page, const Wish& wish, const Problems& problems) {
    const network::Network& network = page.network;
    desk::Frame frame;
    frame.title = visit.say("acquaintance.title");
    frame.section = "netwerken";
    frame.crumbs = network::crumbs_to(visit, network);
    frame.crumbs.push_back({frame.title, ""});
    frame.visible_for = desk::visible_to_you();
    frame.has_errors = !problems.empty();
    View view;
    view.set("form", form_of(visit, page, wish, problems).view())
        .set("has_wish", page.wish.has_value())
        .set("stop_action", desk::address(visit, "/netwerken/{netwerk}/kennismaken/intrekking", {network.id}))
        .set("wants_no_mail", page.wish && page.wants_no_mail)
        .set("mail_href", desk::address(visit, "/mijn/post"))
        .set("acquaintances", rows_of(visit, page.acquaintances))
        .set("pairs_href", visit.who.is_facilitator(network.id)
                               ? desk::address(visit, "/netwerken/{netwerk}/kennismaken/paren", {network.id})
                               : "");
    return desk::show(visit, frame, "acquaintance_wish", std::move(view), network::status_of_form(problems));
}

std::string own_address(const Visit& visit) {
    return desk::address(visit, "/netwerken/{netwerk}/kennismaken", {visit.request.part("netwerk")});
}

}  // namespace

web::Response show_wish(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    return show(visit, *page, page->wish.value_or(Wish{}), {});
}

web::Response post_wish(const Visit& visit) {
    const std::string network(visit.request.part("netwerk"));
    const Wish wish = typed_wish(visit);
    const auto done = visit.write([&](const Act& act) { return choose(act, network, wish); });
    if (done) return desk::go(visit, own_address(visit), "acquaintance_chosen");
    const auto page = visit.read([&](db::Connection& in) { return read_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    return show(visit, *page, wish, done.problems());
}

web::Response post_stop(const Visit& visit) {
    const std::string network(visit.request.part("netwerk"));
    const auto done = visit.write([&](const Act& act) { return stop(act, network); });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, own_address(visit), "acquaintance_stopped");
}

}  // namespace kring::acquaintance
