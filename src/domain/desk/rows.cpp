// SPDX-License-Identifier: EUPL-1.2
// Records as other pages show them: a row in a list, a byline, and the chain around one.
#include "domain/chain/links.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/frame.hpp"

namespace kring::desk {

namespace {

using html::List;
using html::View;

std::string kind_phrase(const chain::Record& record) { return "kind." + std::string(chain::word(record.kind)); }

// "Vragen", "Leerpunten": neighbours gathered under the word for the step that leads to them.
std::string step_phrase(const chain::Neighbour& neighbour) {
    return "chain." + std::string(chain::word(neighbour.relation)) + (neighbour.is_outgoing ? ".out" : ".in");
}

}  // namespace

std::string byline(const Visit& visit, const chain::Record& record) {
    const std::string day = visit.site.phrases.long_date(amsterdam_day(record.created_at), visit.language);
    if (!record.owner_name.empty()) {
        const bool has_organisation = !record.owner_organisation.empty();
        return visit.say(has_organisation ? "byline.person_of" : "byline.person",
                         {{"name", record.owner_name}, {"organisation", record.owner_organisation}, {"date", day}});
    }
    if (!record.source.title.empty()) return visit.say("byline.source", {{"date", day}});
    return visit.say("byline.anonymous", {{"date", day}});
}

View record_row(const Visit& visit, const chain::Record& record) {
    View view;
    List badges;
    if (!record.source.certainty.empty() && record.source.certainty != "read") {
        View badge;
        badge.set("label", visit.say("certainty." + record.source.certainty)).set("tone", "warn");
        badges.push_back(std::move(badge));
    }
    if (record.audience != chain::Audience::everyone) {
        View badge;
        badge.set("label", visit.say("audience." + std::string(chain::word(record.audience)))).set("tone", "lock");
        badges.push_back(std::move(badge));
    }
    view.set("href", address_of(visit.language, record))
        .set("title", record.title)
        .set("title_language", record.language)
        .set("kind_label", visit.say(kind_phrase(record)))
        .set("byline", byline(visit, record))
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
        return chain::neighbours(in, visit.who, record.id, visit.when);
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
