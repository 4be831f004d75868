// SPDX-License-Identifier: EUPL-1.2
#include "app/admin.hpp"

#include "domain/desk/addresses.hpp"
#include "platform/base/text.hpp"

namespace kring::app {

using desk::Option;
using desk::Visit;

desk::Frame admin_frame(const Visit& visit, std::string title, std::vector<desk::Crumb> crumbs) {
    desk::Frame frame;
    frame.title = std::move(title);
    frame.crumbs = std::move(crumbs);
    frame.crumbs.insert(frame.crumbs.begin(), {visit.say("menu.admin"), desk::address(visit, "/beheer")});
    frame.crumbs.push_back({frame.title, ""});
    frame.visible_for = desk::visible_to_administrators();
    return frame;
}

html::View button_view(std::string action, std::string label, std::string about) {
    html::View view;
    view.set("action", std::move(action)).set("label", std::move(label)).set("about", std::move(about));
    return view;
}

std::vector<Option> organisation_options(const Visit& visit, const std::vector<people::Organisation>& all) {
    std::vector<Option> options = {{"", visit.say("admin.choose.no_organisation"), ""}};
    for (const people::Organisation& one : all) {
        options.push_back({one.id, one.name + " (" + visit.say("people.kind." + one.kind) + ")", ""});
    }
    return options;
}

std::vector<Option> network_options(const Visit& visit, const std::vector<people::NamedNetwork>& all) {
    std::vector<Option> options = {{"", visit.say("admin.choose.no_network"), ""}};
    for (const people::NamedNetwork& one : all)
        options.push_back({one.id, network_in_words(visit, all, one.id), ""});
    return options;
}

std::vector<Option> language_options(const Visit& visit) {
    return {{"nl", visit.say("people.language.nl"), ""}, {"en", visit.say("people.language.en"), ""}};
}

std::vector<Option> side_options(const Visit& visit) {
    return {{"purchaser", visit.say("people.side.purchaser"), ""},
            {"supplier", visit.say("people.side.supplier"), ""},
            {"adviser", visit.say("people.side.adviser"), ""}};
}

std::vector<Option> kind_options(const Visit& visit) {
    return {
        {"purchaser", visit.say("people.kind.purchaser"), visit.say("admin.organisation.purchaser_hint")},
        {"supplier", visit.say("people.kind.supplier"), visit.say("admin.organisation.supplier_hint")},
        {"knowledge", visit.say("people.kind.knowledge"), visit.say("admin.organisation.knowledge_hint")}};
}

PlaceTyped place_typed(const web::Request& request) {
    return {std::string(request.field("network")), std::string(request.field("side")),
            web::has(request.form, "facilitator"), web::has(request.form, "editor"),
            web::has(request.form, "expert")};
}

void add_place_fields(const Visit& visit, desk::Form& form, const PlaceTyped& typed,
                      const std::vector<people::NamedNetwork>& networks, bool is_required) {
    desk::Extra needed;
    needed.is_required = is_required;
    desk::Extra expert;
    expert.hint = visit.say("admin.place.expert_hint");
    form.select("network", "admin.place.network", typed.network, network_options(visit, networks), needed)
        .radios("side", "admin.place.side", typed.side, side_options(visit), needed)
        .checkbox("facilitator", "people.role.facilitator", typed.is_facilitator)
        .checkbox("editor", "people.role.editor", typed.is_editor)
        .checkbox("expert", "people.role.expert", typed.is_expert, expert);
}

Membership membership_of(const PlaceTyped& typed, Problems& problems) {
    const auto side = people::side_of(typed.side);
    if (!side) problems.push_back({Trouble::invalid, "people.membership.side_missing", "side", {}});
    return {typed.network, side.value_or(Side::supplier), typed.is_facilitator, typed.is_editor,
            typed.is_expert};
}

std::string place_in_words(const Visit& visit, const Membership& membership) {
    std::string words = visit.say("people.side." + std::string(people::word(membership.side)));
    const std::string roles = people::role_words(membership);  // split only points into it
    for (const std::string_view role : split(roles, ',')) {
        if (!role.empty()) words += ", " + ascii_lower(visit.say("people.role." + std::string(role)));
    }
    return words;
}

std::string network_in_words(const Visit& visit, const std::vector<people::NamedNetwork>& all,
                             std::string_view id) {
    for (const people::NamedNetwork& network : all) {
        if (network.id == id) return visit.is_english() ? network.name_en : network.name_nl;
    }
    return std::string(id);
}

int status_with(const Problems& problems) {
    return problems.empty() ? 200 : desk::status_of(problems.front().trouble);
}

std::string filtered(std::string address,
                     std::initializer_list<std::pair<std::string_view, std::string>> values) {
    char mark = '?';
    for (const auto& [name, value] : values) {
        if (value.empty()) continue;
        address += mark + std::string(name) + "=" + url_encoded(value);
        mark = '&';
    }
    return address;
}

int page_number(const Visit& visit) {
    std::int64_t number = 1;
    read_number(web::value_of(visit.request.query, "pagina"), 1, 100000, number);
    return static_cast<int>(number);
}

}  // namespace kring::app
