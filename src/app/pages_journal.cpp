// SPDX-License-Identifier: EUPL-1.2
// What administration reads and cannot change: the journal, and the letters that wait or went.
#include <map>

#include "app/admin.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/table.hpp"
#include "domain/journal/journal.hpp"
#include "platform/base/text.hpp"

namespace kring::app {

namespace {

using desk::Visit;
using html::View;

constexpr int lines_per_page = 100;
constexpr int letters_shown = 200;

using Names = std::map<std::string, std::string>;

Names names_in(db::Connection& in, const std::vector<journal::Line>& lines) {
    std::vector<std::string> ids;
    for (const journal::Line& line : lines) {
        for (const std::string& id : {line.actor, line.object}) {
            if (!id.empty()) ids.push_back(id);
        }
    }
    const auto found = people::names_of(in, ids);
    return {found.begin(), found.end()};
}

std::string named(const Names& names, const std::string& id) {
    const auto found = names.find(id);
    return found == names.end() ? id : found->second;
}

/// A mail address finds its person; anything else is an id already.
std::string person_meant(db::Connection& in, std::string_view typed) {
    if (typed.find('@') == std::string_view::npos) return std::string(typed);
    const auto person = people::find_by_email(in, typed);
    return person ? person->id : std::string(typed);
}

std::string who_did_it(const Visit& visit, const Names& names, const journal::Line& line) {
    if (line.actor.empty()) return visit.say("admin.journal.nobody");
    if (line.actor == "operator") return visit.say("admin.journal.operator");
    return named(names, line.actor);
}

// Days alone where the moment was left out on purpose.
std::string when_it_was(const Visit& visit, const journal::Line& line) {
    const auto moment = parse_time(line.at);
    if (!moment) return line.at;
    const bool is_day_alone = line.actor.empty() && line.at.ends_with("T00:00:00.000Z");
    return is_day_alone ? visit.site.phrases.short_date(line.at.substr(0, 10), visit.language)
                        : visit.site.phrases.moment(*moment, visit.language);
}

View journal_table(const Visit& visit, const std::vector<journal::Line>& lines, const Names& names) {
    desk::Table table("journal", visit.say("admin.journal.title"));
    table.column(visit.say("admin.journal.number"), true)
        .column(visit.say("admin.journal.when"))
        .column(visit.say("admin.journal.who"))
        .column(visit.say("admin.journal.word"))
        .column(visit.say("admin.journal.object"))
        .column(visit.say("admin.journal.detail"))
        .column(visit.say("admin.journal.origin"));
    for (const journal::Line& line : lines) {
        const std::string result =
            line.result == "done" ? "" : " (" + visit.say("admin.journal.refused") + ")";
        table.row()
            .cell(std::to_string(line.sequence))
            .cell(when_it_was(visit, line))
            .cell(who_did_it(visit, names, line))
            .cell(line.word + result)
            .cell(named(names, line.object))
            .cell(line.detail)
            .cell(line.origin);
    }
    return table.view();
}

struct OutboxLine {
    std::string to;
    Time made_at;
    std::optional<Time> sent_at;
    std::int64_t tries = 0;
    std::string last_error;
};

// Neither subject nor body: a letter may name what its administrator should not read.
std::vector<OutboxLine> read_outbox(db::Connection& in, bool is_waiting) {
    std::vector<OutboxLine> lines;
    const std::string condition =
        is_waiting ? "sent_at is null and withheld_at is null" : "sent_at is not null";
    in.query("select to_name, to_email, made_at, sent_at, tries, last_error from outbox where " + condition +
                 " order by made_at desc, id desc limit $1",
             {letters_shown}, [&](const db::Row& row) {
                 lines.push_back({row.text(0) + " <" + row.text(1) + ">", row.time(2), row.time_or_none(3),
                                  row.integer(4), row.text(5)});
             });
    return lines;
}

View outbox_table(const Visit& visit, const std::vector<OutboxLine>& lines, std::string id,
                  std::string caption) {
    const html::Phrases& phrases = visit.site.phrases;
    desk::Table table(std::move(id), std::move(caption));
    table.column(visit.say("admin.mail.to"))
        .column(visit.say("admin.mail.made"))
        .column(visit.say("admin.mail.sent"))
        .column(visit.say("admin.mail.tries"), true)
        .column(visit.say("admin.mail.error"));
    for (const OutboxLine& line : lines) {
        table.row()
            .cell(line.to)
            .cell(phrases.moment(line.made_at, visit.language))
            .cell(line.sent_at ? phrases.moment(*line.sent_at, visit.language)
                               : visit.say("admin.mail.waiting"))
            .cell(std::to_string(line.tries))
            .cell(shortened(line.last_error, 200));
    }
    return table.view();
}

}  // namespace

web::Response journal_page(const Visit& visit) {
    const std::string who(trim(web::value_of(visit.request.query, "wie")));
    const std::string what(trim(web::value_of(visit.request.query, "wat")));
    std::int64_t before = 0;
    read_number(web::value_of(visit.request.query, "voor"), 1, INT64_MAX, before);
    std::vector<journal::Line> lines;
    Names names;
    visit.read([&](db::Connection& in) {
        lines = journal::lines(in, before, lines_per_page + 1, person_meant(in, who), person_meant(in, what));
        names = names_in(in, lines);
    });
    const bool has_more = lines.size() > lines_per_page;
    if (has_more) lines.pop_back();
    const std::string address = desk::address(visit, "/beheer/logboek");
    const std::string older = has_more ? std::to_string(lines.back().sequence) : "";
    View view;
    view.set("action", address)
        .set("who", who)
        .set("what", what)
        .set("has_any", !lines.empty())
        .set("table", journal_table(visit, lines, names))
        .set("newest_href", before > 0 ? filtered(address, {{"wie", who}, {"wat", what}}) : "")
        .set("older_href", has_more ? filtered(address, {{"wie", who}, {"wat", what}, {"voor", older}}) : "");
    return desk::show(visit, admin_frame(visit, visit.say("admin.journal.title")), "admin_journal",
                      std::move(view));
}

web::Response outbox_page(const Visit& visit) {
    std::vector<OutboxLine> waiting;
    std::vector<OutboxLine> sent;
    visit.read([&](db::Connection& in) {
        waiting = read_outbox(in, true);
        sent = read_outbox(in, false);
    });
    View view;
    view.set("has_waiting", !waiting.empty())
        .set("waiting", outbox_table(visit, waiting, "waiting", visit.say("admin.mail.waiting_caption")))
        .set("has_sent", !sent.empty())
        .set("sent", outbox_table(visit, sent, "sent", visit.say("admin.mail.sent_caption")));
    return desk::show(visit, admin_frame(visit, visit.say("admin.mail.title")), "admin_mail",
                      std::move(view));
}

}  // namespace kring::app
