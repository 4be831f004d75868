// SPDX-License-Identifier: EUPL-1.2
#include "app/admin.hpp"
#include "app/pages.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/table.hpp"
#include "domain/people/acts.hpp"

namespace kring::app {

namespace {

using desk::Visit;
using html::List;
using html::View;

View card(const Visit& visit, std::string_view pattern, std::string_view key, std::int64_t count) {
    View view;
    view.set("href", desk::address(visit, pattern))
        .set("label", visit.say(std::string(key) + ".title"))
        .set("text", visit.say(std::string(key) + ".about", {{"count", std::to_string(count)}}));
    return view;
}

web::Response home_page(const Visit& visit) {
    std::int64_t people = 0;
    std::int64_t organisations = 0;
    std::int64_t lines = 0;
    std::int64_t waiting = 0;
    std::int64_t factor_sets = 0;
    visit.read([&](db::Connection& in) {
        people = in.count("select count(*) from people where state <> 'suspended'");
        organisations = in.count("select count(*) from organisations");
        lines = in.count("select max(sequence) from journal");
        waiting = in.count("select count(*) from outbox where sent_at is null");
        factor_sets = in.count("select count(*) from factor_sets");
    });
    View view;
    view.set("cards", List{card(visit, "/beheer/mensen", "admin.people", people),
                           card(visit, "/beheer/organisaties", "admin.organisations", organisations),
                           card(visit, "/beheer/logboek", "admin.journal", lines),
                           card(visit, "/beheer/post", "admin.mail", waiting),
                           card(visit, "/beheer/kengetallen", "factor.admin", factor_sets)});
    desk::Frame frame;
    frame.title = visit.say("menu.admin");
    frame.crumbs = {{frame.title, ""}};
    frame.visible_for = desk::visible_to_administrators();
    return desk::show(visit, frame, "admin_home", std::move(view));
}

View organisation_form(const Visit& visit, std::string action, std::string_view submit,
                       const people::Organisation& typed, const Problems& problems) {
    desk::Form form(visit, std::move(action), submit);
    form.text("name", "admin.organisation.name", typed.name)
        .radios("kind", "admin.organisation.kind", typed.kind, kind_options(visit))
        .problems(problems);
    return form.view();
}

people::Organisation typed_organisation(const Visit& visit) {
    return {"", std::string(visit.request.field("name")), std::string(visit.request.field("kind"))};
}

web::Response show_organisations(const Visit& visit, const people::Organisation& typed,
                                 const Problems& problems) {
    const auto all = visit.read([](db::Connection& in) { return people::all_organisations(in); });
    desk::Table table("organisations", visit.say("admin.organisations.title"));
    table.column(visit.say("admin.organisation.name")).column(visit.say("admin.organisation.kind"));
    for (const people::Organisation& one : all) {
        table.row()
            .cell(one.name, desk::address(visit, "/beheer/organisaties/{id}", {one.id}))
            .cell(visit.say("people.kind." + one.kind));
    }
    View view;
    view.set("has_any", !table.is_empty())
        .set("table", table.view())
        .set("form", organisation_form(visit, desk::address(visit, "/beheer/organisaties"),
                                       "admin.organisation.make", typed, problems));
    desk::Frame frame = admin_frame(visit, visit.say("admin.organisations.title"));
    frame.has_errors = !problems.empty();
    return desk::show(visit, frame, "admin_organisations", std::move(view), status_with(problems));
}

web::Response organisations_page(const Visit& visit) { return show_organisations(visit, {}, {}); }

web::Response make_organisation(const Visit& visit) {
    const people::Organisation typed = typed_organisation(visit);
    const auto made =
        visit.write([&](const Act& act) { return people::make_organisation(act, typed.name, typed.kind); });
    if (!made) return show_organisations(visit, typed, made.problems());
    return desk::go(visit, desk::address(visit, "/beheer/organisaties"), "organisation_made");
}

web::Response show_organisation(const Visit& visit, const people::Organisation* typed,
                                const Problems& problems) {
    const std::string_view id = visit.request.part("id");
    const auto organisation =
        visit.read([&](db::Connection& in) { return people::find_organisation(in, id); });
    if (!organisation) return desk::not_found(visit);
    View view;
    view.set("people_href",
             filtered(desk::address(visit, "/beheer/mensen"), {{"organisatie", organisation->id}}))
        .set("form", organisation_form(visit, desk::address(visit, "/beheer/organisaties/{id}", {id}),
                                       "admin.save", typed ? *typed : *organisation, problems));
    desk::Frame frame =
        admin_frame(visit, organisation->name,
                    {{visit.say("admin.organisations.title"), desk::address(visit, "/beheer/organisaties")}});
    frame.has_errors = !problems.empty();
    return desk::show(visit, frame, "admin_organisation", std::move(view), status_with(problems));
}

web::Response organisation_page(const Visit& visit) { return show_organisation(visit, nullptr, {}); }

web::Response change_organisation(const Visit& visit) {
    const std::string_view id = visit.request.part("id");
    const people::Organisation typed = typed_organisation(visit);
    const auto done = visit.write(
        [&](const Act& act) { return people::change_organisation(act, id, typed.name, typed.kind); });
    if (!done) return show_organisation(visit, &typed, done.problems());
    return desk::go(visit, desk::address(visit, "/beheer/organisaties/{id}", {id}), "organisation_changed");
}

}  // namespace

std::vector<desk::Route> admin_routes() {
    using desk::Rule;
    using web::Method;
    return {
        {Method::get, "/beheer", home_page, Rule::administrator},
        {Method::get, "/beheer/mensen", people_page, Rule::administrator},
        {Method::post, "/beheer/mensen", invite, Rule::administrator},
        {Method::get, "/beheer/mensen/nieuw", invite_page, Rule::administrator},
        {Method::get, "/beheer/mensen/{id}", person_page, Rule::administrator},
        {Method::post, "/beheer/mensen/{id}", change_person, Rule::administrator},
        {Method::post, "/beheer/mensen/{id}/lidmaatschappen", set_membership, Rule::administrator},
        {Method::post, "/beheer/mensen/{id}/lidmaatschappen/{netwerk}/verwijdering", end_membership,
         Rule::administrator},
        {Method::post, "/beheer/mensen/{id}/opschorting", suspend, Rule::administrator},
        {Method::post, "/beheer/mensen/{id}/herstel", reactivate, Rule::administrator},
        {Method::post, "/beheer/mensen/{id}/uitnodiging", invite_again, Rule::administrator},
        {Method::get, "/beheer/organisaties", organisations_page, Rule::administrator},
        {Method::post, "/beheer/organisaties", make_organisation, Rule::administrator},
        {Method::get, "/beheer/organisaties/{id}", organisation_page, Rule::administrator},
        {Method::post, "/beheer/organisaties/{id}", change_organisation, Rule::administrator},
        {Method::get, "/beheer/logboek", journal_page, Rule::administrator},
        {Method::get, "/beheer/post", outbox_page, Rule::administrator},
    };
}

}  // namespace kring::app
