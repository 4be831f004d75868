// SPDX-License-Identifier: EUPL-1.2
// Records as other pages show them: a row in a list, a byline, and the chain around one.
#include "domain/chain/links.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/frame.hpp"

namespace kring::desk {

namespace {

using html::List;
using html::View;

std::string kind_phrase(const chain::Record& record) {
    return "kind." + std::string(chain::word(record.kind));
}

// "Vragen", "Leerpunten": neighbours gathered under the word for the step that leads to them.
std::string step_phrase(const chain::Neighbour& neighbour) {
    return "chain." + std::string(chain::word(neighbour.relation)) + (neighbour.is_outgoing ? ".out" : ".in");
}

}  // namespace

std::string by(const Visit& visit, const chain::Record& record) {
    if (!record.owner_name.empty()) {
        return record.owner_organisation.empty() ? record.owner_name
                                                 : record.owner_name + ", " + record.owner_organisation;
    }
    if (!record.source.title.empty()) return visit.say("byline.source");
    const bool is_brought_in = record.kind == chain::Kind::question || record.kind == chain::Kind::answer;
    return is_brought_in ? visit.say("byline.anonymous") : "";
}

std::string byline(const Visit& visit, const chain::Record& record) {
    const std::string who = by(visit, record);
    const std::string day = visit.site.phrases.long_date(amsterdam_day(record.created_at), visit.language);
    return who.empty() ? day : who + " · " + day;
}

View source_view(const Visit& visit, const chain::Record& record) {
    std::string note;
    if (!record.source.read_on.empty()) {
        note = visit.say("source.read_on",
                         {{"day", visit.site.phrases.long_date(record.source.read_on, visit.language)}});
    }
    if (!record.source.certainty.empty() && record.source.certainty != "read") {
        note += (note.empty() ? "" : "; ") + visit.say("source." + record.source.certainty);
    }
    View view;
    view.set("label", record.source.title).set("href", record.source.url).set("note", note);
    return view;
}

View record_row(const Visit& visit, const chain::Record& record) {
    View view;
    List badges;
    if (!record.source.certainty.empty() && record.source.certainty != "read") {
        View badge;
        badge.set("label", visit.say("certainty." + record.source.certainty)).set("tone", "warning");
        badges.push_back(std::move(badge));
    }
    if (record.audience != chain::Audience::everyone) {
        View badge;
        badge.set("label", visit.say("audience." + std::string(chain::word(record.audience))))
            .set("tone", "closed");
        badges.push_back(std::move(badge));
    }
    view.set("href", address_of(visit.language, record))
        .set("title", record.title)
        .set("title_language", record.language)
        .set("kind_label", visit.say(kind_phrase(record)))
        .set("by", by(visit, record))
        .set("date", amsterdam_day(record.created_at))
        .set("badges", std::move(badges))
        .set("snippet", html::Html());
    return view;
}

List record_rows(const Visit& visit, const std::vector<chain::Record>& records) {
    List rows;
    for (const chain::Record& record : records) rows.push_back(record_row(visit, record));
    return rows;
}

View chain_view(const Visit& visit, const chain::Record& record) {
    const auto neighbours = visit.read([&](db::Connection& in) {
        return chain::neighbours(in, visit.who, record.id, visit.when, record.kind == chain::Kind::question);
    });
    List groups;
    std::string current;
    List rows;
    const auto close = [&] {
        if (rows.empty()) return;
        View group;
        group.set("heading", visit.say(current)).set("rows", std::move(rows));
        groups.push_back(std::move(group));
        rows = {};
    };
    for (const chain::Neighbour& neighbour : neighbours) {
        const std::string phrase = step_phrase(neighbour);
        if (phrase != current) close();
        current = phrase;
        View row;
        row.set("href", address_of(visit.language, neighbour.other))
            .set("title", neighbour.other.title)
            .set("title_language", neighbour.other.language)
            .set("kind_label", visit.say(kind_phrase(neighbour.other)));
        rows.push_back(std::move(row));
    }
    close();
    const bool may_tie = chain::may_tie(visit.who, record);
    View view;
    view.set("groups", std::move(groups))
        .set("may_tie", may_tie)
        .set("tie_href", address(visit, "/keten/{id}/koppelingen", {record.id}));
    return view;
}

}  // namespace kring::desk
