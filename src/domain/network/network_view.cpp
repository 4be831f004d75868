// SPDX-License-Identifier: EUPL-1.2
#include "domain/network/network_view.hpp"

#include <algorithm>

#include "domain/desk/addresses.hpp"
#include "domain/network/store.hpp"
#include "platform/base/text.hpp"
#include "platform/base/time.hpp"

namespace kring::network {

namespace {

constexpr std::size_t card_text_length_max = 180;

desk::Extra extra_for(const desk::Visit& visit, std::string_view language, bool is_required) {
    desk::Extra extra;
    extra.is_required = is_required;
    if (language != visit.code()) extra.language = language;
    return extra;
}

}  // namespace

std::vector<desk::Crumb> crumbs_to(const desk::Visit& visit, const Network& network, bool is_last) {
    const std::string href = is_last ? "" : desk::address(visit, "/netwerken/{netwerk}", {network.id});
    return {{visit.say("menu.networks"), desk::address(visit, "/netwerken")},
            {name(network, visit.code()), href}};
}

chain::VisibleFor visible_for(const desk::Visit& visit, const Network& network) {
    if (network.is_open) return desk::visible_to_everyone();
    chain::Record page;
    page.network = network.id;
    page.audience = chain::Audience::network;
    return visit.read([&](db::Connection& in) { return chain::visible_for(in, page, visit.code()); });
}

chain::VisibleFor visible_to_facilitators(const desk::Visit& visit, const Network& network) {
    return {"network.visible.facilitators", {{"network", name(network, visit.code())}}};
}

html::View card(const desk::Visit& visit, const Network& network, const std::string& meta) {
    const Worded about = in_language(network.about, visit.language);
    html::View view;
    set_worded(view, "name", network.name, visit.language);
    view.set("href", desk::address(visit, "/netwerken/{netwerk}", {network.id}))
        .set("lead", shortened(split_lead(about.text).first, card_text_length_max))
        .set("lead_language", about.language == visit.code() ? "" : about.language)
        .set("meta", meta)
        .set("is_closed", !network.is_open);
    return view;
}

std::string members_in_words(const desk::Visit& visit,
                             const std::vector<std::pair<std::string, std::int64_t>>& counts,
                             std::string_view network) {
    const auto found =
        std::find_if(counts.begin(), counts.end(), [&](const auto& one) { return one.first == network; });
    const std::int64_t count = found == counts.end() ? 0 : found->second;
    return visit.say("network.card.members", {{"count", std::to_string(count)}});
}

html::View link(std::string_view href, std::string label) {
    html::View view;
    view.set("href", href).set("label", std::move(label));
    return view;
}

std::string typed(const desk::Visit& visit, std::string_view field) {
    return with_lf(trim(visit.request.field(field)));
}

Bilingual typed_pair(const desk::Visit& visit, std::string_view stem) {
    return {typed(visit, std::string(stem) + "_nl"), typed(visit, std::string(stem) + "_en")};
}

void add_texts(desk::Form& form, const desk::Visit& visit, std::string_view stem, std::string_view label,
               const Bilingual& value, bool is_required) {
    form.text(std::string(stem) + "_nl", std::string(label) + ".nl", value.nl,
              extra_for(visit, "nl", is_required));
    form.text(std::string(stem) + "_en", std::string(label) + ".en", value.en,
              extra_for(visit, "en", is_required));
}

void add_areas(desk::Form& form, const desk::Visit& visit, std::string_view stem, std::string_view label,
               const Bilingual& value, std::string_view hint) {
    desk::Extra dutch = extra_for(visit, "nl", false);
    if (!hint.empty()) dutch.hint = visit.say(hint);
    form.area(std::string(stem) + "_nl", std::string(label) + ".nl", value.nl, dutch);
    form.area(std::string(stem) + "_en", std::string(label) + ".en", value.en, extra_for(visit, "en", false));
}

namespace {

desk::Extra field_of(bool fits, std::string_view type) {
    desk::Extra extra;
    extra.is_required = false;
    if (fits) extra.type = type;
    return extra;
}

}  // namespace

desk::Extra day_field(std::string_view value) { return field_of(value.empty() || is_day(value), "date"); }

desk::Extra clock_field(std::string_view value) { return field_of(value.empty() || is_clock(value), "time"); }

desk::Extra number_field(std::string_view value) {
    return field_of(value.find_first_not_of("0123456789") == std::string_view::npos, "number");
}

void add_days(desk::Form& form, std::string_view starts, std::string_view ends) {
    form.text("starts", "network.form.starts", starts, day_field(starts));
    form.text("ends", "network.form.ends", ends, day_field(ends));
}

web::Response show_form(const desk::Visit& visit, desk::Frame frame, const desk::Form& form, int status) {
    frame.section = "netwerken";
    frame.has_errors = form.has_problems();
    html::View view;
    view.set("form", form.view());
    return desk::show(visit, frame, "network_form", std::move(view), status);
}

int status_of_form(const Problems& problems) {
    return problems.empty() ? 200 : desk::status_of(problems.front().trouble);
}

std::string period_in_words(const desk::Visit& visit, std::string_view starts, std::string_view ends) {
    const auto day = [&](std::string_view text) {
        return visit.site.phrases.short_date(text, visit.language);
    };
    if (starts.empty() && ends.empty()) return "";
    if (ends.empty()) return visit.say("network.period.from", {{"starts", day(starts)}});
    if (starts.empty()) return visit.say("network.period.until", {{"ends", day(ends)}});
    return visit.say("network.period.range", {{"starts", day(starts)}, {"ends", day(ends)}});
}

}  // namespace kring::network
