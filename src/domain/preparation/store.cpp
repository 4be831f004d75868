// SPDX-License-Identifier: EUPL-1.2
#include "domain/preparation/store.hpp"

#include "domain/network/store.hpp"
#include "domain/workshop/store.hpp"

namespace kring::preparation {

namespace {

// $1 is the workshop, "" for any of the series $2.
constexpr std::string_view of_subject =
    "(x.workshop_id = $1 or ($1 = '' and x.workshop_id in (select w.id from workshops w where w.series_id = "
    "$2)))";

std::string taking_part() {
    return "select x.person_id from participants x where " + std::string(of_subject);
}
std::string on_waiting_list() {
    return "select x.person_id from registrations x where x.state in ('waiting', 'offered') and " +
           std::string(of_subject);
}

// In a condition that does not name $2 or $3 PostgreSQL could not tell their kind; so all stand in each.
std::string condition_of(People people) {
    const std::string member = "p.id in (select m.person_id from memberships m where m.network_id = $3)";
    switch (people) {
        case People::members:
            return member + " and ($1 = $1 and $2 = $2)";
        case People::registered:
            return "p.id in (" + taking_part() + ") and $3 = $3";
        case People::waiting:
            return "p.id in (" + on_waiting_list() + ") and $3 = $3";
        case People::unregistered:
            return member + " and p.id not in (" + taking_part() + ") and p.id not in (" + on_waiting_list() +
                   ")";
    }
    return "1 = 0";
}

constexpr std::string_view select_messages =
    "select m.id, m.network_id, m.series_id, m.workshop_id, m.people, m.is_invitation, m.subject_nl, "
    "m.subject_en, m.body_nl, m.body_en, m.form_number, m.sent_by, m.sent_at from messages m ";

std::vector<Message> messages(db::Connection& in, const std::string& condition,
                              const std::vector<db::Param>& params) {
    std::vector<Message> found;
    in.query(std::string(select_messages) + condition, params, [&](const db::Row& row) {
        found.push_back({row.text(0),
                         row.text(1),
                         row.text(2),
                         row.text(3),
                         people_of(row.view(4)).value(),
                         row.truth(5),
                         {row.text(6), row.text(7)},
                         {row.text(8), row.text(9)},
                         row.text(10),
                         row.text(11),
                         row.time(12)});
    });
    return found;
}

std::optional<Message> first(const std::vector<Message>& found) {
    return found.empty() ? std::nullopt : std::optional(found.front());
}

}  // namespace

std::vector<Candidate> candidates(db::Connection& in, const Subject& subject, People people) {
    const std::string workshop = subject.workshop ? subject.workshop->record.id : "";
    std::vector<Candidate> found;
    in.query("select p.id, p.name, p.language, p.state from people p where " + condition_of(people) +
                 " order by p.name, p.id",
             {workshop, subject.series.id, subject.network.id}, [&](const db::Row& row) {
                 found.push_back({row.text(0), row.text(1), row.text(2), row.text(3)});
             });
    return found;
}

void insert(db::Connection& in, const Message& message) {
    in.execute(
        "insert into messages (id, network_id, series_id, workshop_id, people, is_invitation, subject_nl, "
        "subject_en, body_nl, body_en, form_number, sent_by, sent_at) values ($1, $2, $3, $4, $5, $6, $7, "
        "$8, $9, $10, $11, $12, $13)",
        {message.id, message.network, message.series, db::text_or_null(message.workshop),
         word(message.people), message.is_invitation, message.subject.nl, message.subject.en, message.body.nl,
         message.body.en, message.form_number, message.sent_by, message.sent_at});
}

void insert(db::Connection& in, std::string_view message, const Reached& reached,
            std::string_view outbox_id) {
    in.execute(
        "insert into message_people (message_id, person_id, left_out, outbox_id) values ($1, $2, $3, $4)",
        {message, reached.person, word(reached.left_out), db::text_or_null(std::string(outbox_id))});
}

std::optional<Message> find(db::Connection& in, std::string_view id) {
    return first(messages(in, "where m.id = $1", {id}));
}

std::optional<Message> find_by_form(db::Connection& in, std::string_view form_number) {
    return first(messages(in, "where m.form_number = $1", {form_number}));
}

std::optional<Message> find_by_outbox(db::Connection& in, std::string_view outbox_id) {
    return first(
        messages(in, "join message_people p on p.message_id = m.id where p.outbox_id = $1", {outbox_id}));
}

std::vector<Message> messages_about(db::Connection& in, const Subject& subject) {
    if (subject.workshop) {
        return messages(in, "where m.workshop_id = $1 order by m.sent_at desc, m.id",
                        {subject.workshop->record.id});
    }
    return messages(in, "where m.series_id = $1 and m.workshop_id is null order by m.sent_at desc, m.id",
                    {subject.series.id});
}

bool has_invitation(db::Connection& in, std::string_view workshop) {
    return in.exists("select 1 from messages where workshop_id = $1 and is_invitation = 1", {workshop});
}

std::vector<Reached> people_of_message(db::Connection& in, std::string_view message) {
    std::vector<Reached> found;
    in.query(
        "select p.id, p.name, p.language, m.left_out from message_people m join people p on p.id = "
        "m.person_id where m.message_id = $1 order by p.name, p.id",
        {message}, [&](const db::Row& row) {
            found.push_back({row.text(0), row.text(1), row.text(2), left_out_of(row.view(3)).value()});
        });
    return found;
}

bool went_to(db::Connection& in, std::string_view message, std::string_view person) {
    return in.exists(
        "select 1 from message_people where message_id = $1 and person_id = $2 and left_out = ''",
        {message, person});
}

std::optional<Subject> subject_of(db::Connection& in, const Message& message) {
    const auto network = network::find(in, message.network);
    const auto series = workshop::find_series(in, message.series);
    if (!network || !series) return std::nullopt;
    Subject subject{*network, *series, std::nullopt};
    if (!message.workshop.empty()) subject.workshop = workshop::find(in, message.workshop);
    return subject;
}

}  // namespace kring::preparation
