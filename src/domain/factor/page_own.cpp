// SPDX-License-Identifier: EUPL-1.2
// Typing in a figure of one's own, correcting it, and taking it out of the next version.
#include "domain/desk/addresses.hpp"
#include "domain/desk/form.hpp"
#include "domain/factor/acts.hpp"
#include "domain/factor/factor_view.hpp"
#include "domain/factor/page_functions.hpp"
#include "platform/base/text.hpp"

namespace kring::factor {

namespace {

using desk::Extra;
using desk::Option;
using desk::Visit;
using html::View;

std::string typed(const Visit& visit, std::string_view name) {
    return std::string(trim(visit.request.field(name)));
}

OwnDraft typed_draft(const Visit& visit) {
    OwnDraft draft;
    draft.name = typed(visit, "name");
    draft.quantity = typed(visit, "quantity");
    draft.device_class = typed(visit, "device_class");
    draft.area = typed(visit, "area");
    draft.value = typed(visit, "value");
    draft.low = typed(visit, "low");
    draft.high = typed(visit, "high");
    draft.unit = typed(visit, "unit");
    draft.year = typed(visit, "year");
    draft.source = typed(visit, "source");
    draft.url = typed(visit, "url");
    draft.licence = typed(visit, "licence");
    draft.certainty = typed(visit, "certainty");
    draft.note = with_lf(typed(visit, "note"));
    return draft;
}

std::vector<Option> quantity_options(const Visit& visit) {
    std::vector<Option> options = {{"", visit.say("factor.own.choose"), ""}};
    for (const Quantity one : all_quantities()) {
        const std::string unit(unit_of(one));
        options.push_back({std::string(word(one)),
                           quantity_in_words(visit, one) + (unit.empty() ? "" : " (" + unit + ")"), ""});
    }
    return options;
}

std::vector<Option> class_options(const Visit& visit) {
    std::vector<Option> options = {{"", visit.say("factor.own.no_class"), ""}};
    for (const catalogue::DeviceClass one : catalogue::all_device_classes()) {
        const std::string name(catalogue::name(one));
        options.push_back({name, class_in_words(visit, name), ""});
    }
    return options;
}

std::vector<Option> licence_options(const Visit& visit) {
    std::vector<Option> options;
    for (const Licence one : {Licence::own, Licence::odbl, Licence::cc_by_sa})
        options.push_back({std::string(word(one)), licence_in_words(visit, one), ""});
    return options;
}

std::vector<Option> certainty_options(const Visit& visit) {
    std::vector<Option> options;
    for (const Certainty one : {Certainty::high, Certainty::medium, Certainty::low, Certainty::unverified})
        options.push_back({std::string(word(one)), certainty_in_words(visit, one), ""});
    return options;
}

Extra hinted(const Visit& visit, std::string_view key, bool is_required = true) {
    Extra extra;
    extra.hint = visit.say(key);
    extra.is_required = is_required;
    return extra;
}

Extra optional() {
    Extra extra;
    extra.is_required = false;
    return extra;
}

desk::Form form_of(const Visit& visit, std::string action, const OwnDraft& draft) {
    desk::Form form(visit, std::move(action), "factor.own.save");
    form.text("name", "factor.own.name", draft.name, hinted(visit, "factor.own.name_hint"))
        .select("quantity", "factor.own.quantity", draft.quantity, quantity_options(visit))
        .select("device_class", "factor.own.device_class", draft.device_class, class_options(visit),
                hinted(visit, "factor.own.device_class_hint", false))
        .text("area", "factor.own.area", draft.area, hinted(visit, "factor.own.area_hint", false))
        .text("value", "factor.own.value", draft.value, hinted(visit, "factor.own.value_hint"))
        .text("low", "factor.own.low", draft.low, hinted(visit, "factor.own.low_hint", false))
        .text("high", "factor.own.high", draft.high, hinted(visit, "factor.own.high_hint", false))
        .text("unit", "factor.own.unit", draft.unit, hinted(visit, "factor.own.unit_hint", false))
        .text("year", "factor.own.year", draft.year, hinted(visit, "factor.own.year_hint"))
        .text("source", "factor.own.source", draft.source, hinted(visit, "factor.own.source_hint"))
        .text("url", "factor.own.url", draft.url, hinted(visit, "factor.own.url_hint", false))
        .radios("licence", "factor.own.licence", draft.licence, licence_options(visit))
        .radios("certainty", "factor.own.certainty", draft.certainty, certainty_options(visit))
        .area("note", "factor.own.note", draft.note, optional());
    return form;
}

web::Response show(const Visit& visit, desk::Form form, std::string_view title_key, const Problems& problems,
                   std::string withdraw_href = "") {
    form.problems(problems);
    desk::Frame frame;
    frame.title = visit.say(title_key);
    frame.crumbs = {{visit.say("menu.admin"), desk::address(visit, "/beheer")},
                    {visit.say("factor.admin.title"), desk::address(visit, "/beheer/kengetallen")},
                    {frame.title, ""}};
    frame.visible_for = desk::visible_to_administrators();
    frame.has_errors = !problems.empty();
    View view;
    view.set("form", form.view()).set("withdraw_href", std::move(withdraw_href));
    return desk::show(visit, frame, "factor_form", std::move(view),
                      problems.empty() ? 200 : desk::status_of(problems.front().trouble));
}

bool is_for_the_form(const Problems& problems) {
    return problems.front().trouble == Trouble::invalid || problems.front().trouble == Trouble::conflict;
}

web::Response show_new(const Visit& visit, const OwnDraft& draft, const Problems& problems) {
    return show(visit, form_of(visit, desk::address(visit, "/beheer/kengetallen/nieuw"), draft),
                "factor.own.new", problems);
}

web::Response show_edit(const Visit& visit, const OwnDraft& draft, const Problems& problems) {
    const std::string_view set = visit.request.part("reeks");
    const std::string_view key = visit.request.part("rij");
    const std::string action = desk::address(visit, "/beheer/kengetallen/{reeks}/{rij}/bewerken", {set, key});
    return show(visit, form_of(visit, action, draft), "factor.own.correct", problems,
                desk::address(visit, "/beheer/kengetallen/{reeks}/{rij}/intrekking", {set, key}));
}

std::optional<OwnDraft> find_draft(const Visit& visit) {
    return visit.read([&](db::Connection& in) -> std::optional<OwnDraft> {
        const auto set = find_set(in, visit.request.part("reeks"));
        if (!set || set->is_built_in || set->kind != Kind::own) return std::nullopt;
        const auto version = newest(in, set->id);
        const auto row = version ? find_row(in, *version, visit.request.part("rij")) : std::nullopt;
        if (!row) return std::nullopt;
        return draft_of(*row, set->licence);
    });
}

web::Response go_to_list(const Visit& visit, std::string_view message) {
    return desk::go(visit, desk::address(visit, "/beheer/kengetallen"), message);
}

}  // namespace

web::Response new_own(const Visit& visit) { return show_new(visit, {}, {}); }

web::Response post_new_own(const Visit& visit) {
    const OwnDraft draft = typed_draft(visit);
    const auto made = visit.write([&](const Act& act) { return add_own(act, draft); });
    if (made) return go_to_list(visit, "factor_figure_kept");
    if (!is_for_the_form(made.problems())) return desk::trouble(visit, made.problems());
    return show_new(visit, draft, made.problems());
}

web::Response edit_own(const Visit& visit) {
    const auto draft = find_draft(visit);
    return draft ? show_edit(visit, *draft, {}) : desk::not_found(visit);
}

web::Response post_own(const Visit& visit) {
    const OwnDraft draft = typed_draft(visit);
    const auto done = visit.write([&](const Act& act) {
        return correct_own(act, visit.request.part("reeks"), visit.request.part("rij"), draft);
    });
    if (done) return go_to_list(visit, "factor_figure_kept");
    if (!is_for_the_form(done.problems())) return desk::trouble(visit, done.problems());
    return show_edit(visit, draft, done.problems());
}

web::Response post_own_withdrawal(const Visit& visit) {
    const auto done = visit.write([&](const Act& act) {
        return withdraw_own(act, visit.request.part("reeks"), visit.request.part("rij"));
    });
    if (!done) return desk::trouble(visit, done.problems());
    return go_to_list(visit, "factor_figure_withdrawn");
}

}  // namespace kring::factor
