// SPDX-License-Identifier: EUPL-1.2
// Forms for the summary itself: making it, and its title, preface and languages.
#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/network/store.hpp"
#include "domain/summary/acts.hpp"
#include "domain/summary/may.hpp"
#include "domain/summary/typing.hpp"
#include "platform/base/text.hpp"

namespace kring::summary {

namespace {

constexpr std::string_view both = "nl en";

std::optional<network::Network> find_network(const desk::Visit& visit) {
    return visit.read([&](db::Connection& in) -> std::optional<network::Network> {
        const auto found = network::find_visible(in, visit.who, visit.request.part("netwerk"));
        if (!found || !may_edit(visit.who, found->id)) return std::nullopt;
        return *found;
    });
}

web::Response show_new(const desk::Visit& visit, const network::Network& network, const Bilingual& title,
                       const std::string& languages, const Problems& problems) {
    Typing typing;
    typing.title = visit.say("summary.new");
    typing.action = desk::address(visit, "/netwerken/{netwerk}/samenvattingen/nieuw", {network.id});
    typing.submit = "summary.new.submit";
    typing.languages = both;
    typing.chooses_languages = true;
    typing.typed_languages = languages;
    typing.fields = {{"title", "title", title, {}, false, ""}};
    desk::Frame frame;
    frame.section = "netwerken";
    frame.crumbs = network::crumbs_to(visit, network);
    frame.crumbs.push_back({typing.title, ""});
    frame.visible_for = {"visible.editors", {{"network", network::name(network, visit.code())}}};
    return show_typing(visit, frame, typing, 1, problems);
}

Typing typing_of(const desk::Visit& visit, const Editing& editing) {
    const Summary& summary = editing.summary;
    Typing typing;
    typing.title = visit.say("summary.edit");
    typing.action = desk::address(visit, "/samenvattingen/{id}/bewerken", {summary.record.id});
    typing.submit = "summary.save";
    typing.languages = both;
    typing.chooses_languages = true;
    typing.typed_languages = summary.languages;
    typing.fields = {
        {"title", "title", summary.title, summary.title, false, ""},
        {"preface", "preface", summary.preface, summary.preface, true, "summary.field.markdown"}};
    return typing;
}

std::optional<Editing> find_asked(const desk::Visit& visit) {
    return visit.read([&](db::Connection& in) { return find_editing(in, visit, visit.request.part("id")); });
}

}  // namespace

web::Response new_summary(const desk::Visit& visit) {
    const auto network = find_network(visit);
    if (!network) return desk::not_found(visit);
    const auto there = visit.read([&](db::Connection& in) { return summary_of(in, network->id); });
    if (there) return web::see_other(summary_address(visit, *there));
    return show_new(visit, *network, {}, std::string(both), {});
}

web::Response post_new_summary(const desk::Visit& visit) {
    const auto network = find_network(visit);
    if (!network) return desk::not_found(visit);
    const Bilingual title = typed_pair(visit, "title", {});
    const std::string languages(visit.request.field("languages"));
    const auto made = visit.write([&](const Act& act) { return make(act, network->id, languages, title); });
    if (made) return desk::go(visit, summary_address(visit, *made), "summary_made");
    return show_new(visit, *network, title, languages, made.problems());
}

web::Response edit_summary(const desk::Visit& visit) {
    const auto editing = find_asked(visit);
    if (!editing) return desk::not_found(visit);
    const Typing typing = typing_of(visit, *editing);
    return show_typing(visit, frame_of(visit, *editing, typing.title), typing, editing->summary.revision, {});
}

web::Response post_summary(const desk::Visit& visit) {
    const auto before = find_asked(visit);
    if (!before) return desk::not_found(visit);
    const Bilingual title = typed_pair(visit, "title", before->summary.title);
    const Bilingual preface = typed_pair(visit, "preface", before->summary.preface);
    const std::string languages(visit.request.field("languages"));
    const auto done = visit.write([&](const Act& act) {
        return change(act, before->summary.record.id, typed_revision(visit), title, preface, languages);
    });
    if (done) return desk::go(visit, summary_address(visit, before->summary.record.id), "summary_saved");
    const auto now = find_asked(visit);
    if (!now) return desk::not_found(visit);
    Typing typing = typing_of(visit, *now);
    typing.typed_languages = languages;
    typing.fields[0].typed = title;
    typing.fields[1].typed = preface;
    return show_typing(visit, frame_of(visit, *now, typing.title), typing, now->summary.revision,
                       done.problems());
}

}  // namespace kring::summary
