// SPDX-License-Identifier: EUPL-1.2
#include "domain/letters/store.hpp"

#include "platform/base/secret.hpp"

namespace kring::letters {

namespace {

constexpr std::int64_t renewed_before_ms = 30 * day_ms;

std::int64_t sequence_a_week_ago(db::Connection& in, Time when) {
    return in.count("select coalesce(max(sequence), 0) from journal where at < $1", {when - 7 * day_ms});
}

HeldReply read_held(const db::Row& row) {
    return {row.text(0), row.text(1), row.text(2), row.text(3), row.time(4)};
}

constexpr std::string_view held_columns =
    "select id, person_id, question_id, body, received_at from held_replies ";

std::optional<ReplyAddress> first_address(db::Connection& in, std::string_view condition,
                                          std::initializer_list<db::Param> params) {
    std::optional<ReplyAddress> found;
    in.query(
        "select id, person_id, question_id, expires_at from reply_addresses where " + std::string(condition),
        params, [&](const db::Row& row) {
            found = ReplyAddress{row.text(0), row.text(1), row.text(2), row.time(3)};
        });
    return found;
}

}  // namespace

Choice choice_of_person(db::Connection& in, std::string_view person, std::string_view network) {
    const auto chosen = in.first_text(
        "select choice from letter_choices where person_id = $1 and network_id = $2", {person, network});
    return chosen ? choice_of(*chosen).value() : first_choice;
}

int weekday_of_person(db::Connection& in, std::string_view person) {
    int weekday = first_weekday;
    in.query("select weekday from digests where person_id = $1", {person},
             [&](const db::Row& row) { weekday = static_cast<int>(row.integer(0)); });
    return weekday;
}

void put_choice(db::Connection& in, std::string_view person, std::string_view network, Choice choice,
                Time when) {
    in.execute(
        "insert into letter_choices (id, person_id, network_id, choice) values ($1, $2, $3, $4) "
        "on conflict (person_id, network_id) do update set choice = excluded.choice",
        {new_id(when), person, network, word(choice)});
}

void put_weekday(db::Connection& in, std::string_view person, int weekday, Time when) {
    in.execute(
        "insert into digests (id, person_id, weekday, last_sequence) values ($1, $2, $3, $4) "
        "on conflict (person_id) do update set weekday = excluded.weekday, last_sequence = "
        "case when digests.weekday = 0 then excluded.last_sequence else digests.last_sequence end",
        {new_id(when), person, weekday, sequence_a_week_ago(in, when)});
}

Stop make_stop(db::Connection& in, std::string_view person, std::string_view network, Time when) {
    if (const auto found = find_stop_of(in, person, network)) return *found;
    if (network.empty())
        put_weekday(in, person, first_weekday, when);
    else
        put_choice(in, person, network, first_choice, when);
    return find_stop_of(in, person, network).value();
}

std::optional<Stop> find_stop_of(db::Connection& in, std::string_view person, std::string_view network) {
    const auto id =
        network.empty()
            ? in.first_text("select id from digests where person_id = $1", {person})
            : in.first_text("select id from letter_choices where person_id = $1 and network_id = $2",
                            {person, network});
    if (!id) return std::nullopt;
    return Stop{*id, std::string(person), std::string(network)};
}

std::optional<Stop> stop_by_id(db::Connection& in, std::string_view id) {
    std::optional<Stop> found;
    in.query(
        "select person_id, network_id from letter_choices where id = $1 "
        "union all select person_id, '' from digests where id = $1",
        {id}, [&](const db::Row& row) { found = Stop{std::string(id), row.text(0), row.text(1)}; });
    return found;
}

void insert(db::Connection& in, const LetterRow& row) {
    in.execute(
        "insert into letters (id, kind, record_id, after_sequence, until_sequence) values ($1, $2, $3, $4, "
        "$5)",
        {row.id, word(row.kind), db::text_or_null(row.record), row.after, row.until});
}

std::optional<LetterRow> find_letter(db::Connection& in, std::string_view outbox_id) {
    std::optional<LetterRow> found;
    in.query("select kind, record_id, after_sequence, until_sequence from letters where id = $1", {outbox_id},
             [&](const db::Row& row) {
                 found = LetterRow{std::string(outbox_id), kind_of(row.view(0)).value(), row.text(1),
                                   row.integer(2), row.integer(3)};
             });
    return found;
}

std::int64_t announced(db::Connection& in) {
    return in.count("select sequence from letter_marks where name = 'announced'");
}

void set_announced(db::Connection& in, std::int64_t sequence) {
    in.execute("update letter_marks set sequence = $1 where name = 'announced'", {sequence});
}

std::vector<std::string> active_members(db::Connection& in, std::string_view network) {
    std::vector<std::string> found;
    in.query(
        "select p.id from memberships m join people p on p.id = m.person_id where m.network_id = $1 and "
        "p.state = 'active' order by p.id",
        {network}, [&](const db::Row& row) { found.push_back(row.text(0)); });
    return found;
}

std::int64_t posted_since(db::Connection& in, std::string_view person, Time since) {
    return in.count("select count(*) from outbox where person_id = $1 and made_at > $2", {person, since});
}

bool takes_part_in(db::Connection& in, std::string_view person, std::string_view question) {
    return in.exists(
        "select 1 from records where state = 'open' and owner_id = $1 and (id = $2 or (parent_id = $2 and "
        "kind = 'answer'))",
        {person, question});
}

bool is_anonymous(db::Connection& in, std::string_view question) {
    return in.exists("select 1 from questions where id = $1 and is_anonymous = 1", {question});
}

std::vector<DueDigest> due_digests(db::Connection& in, std::string_view day, int most, Time when) {
    std::vector<DueDigest> due;
    const std::int64_t week = sequence_a_week_ago(in, when);
    in.query(
        "select p.id, coalesce(d.last_sequence, $4) from people p left join digests d on d.person_id = p.id "
        "where p.state = 'active' and coalesce(d.weekday, $1) = $2 and coalesce(d.last_day, '') < $3 and "
        "exists (select 1 from memberships m where m.person_id = p.id) order by p.id limit $5",
        {first_weekday, weekday_of(day), day, week, most},
        [&](const db::Row& row) { due.push_back({row.text(0), row.integer(1)}); });
    return due;
}

void set_digested(db::Connection& in, std::string_view person, std::string_view day, std::int64_t until) {
    in.execute("update digests set last_day = $2, last_sequence = $3 where person_id = $1",
               {person, day, until});
}

ReplyAddress make_reply_address(db::Connection& in, std::string_view person, std::string_view question,
                                Time when) {
    const auto found = reply_address_of(in, person, question);
    if (found && found->expires_at > when + renewed_before_ms) return *found;
    const ReplyAddress made{new_id(when), std::string(person), std::string(question),
                            when + reply_address_ms};
    in.execute(
        "insert into reply_addresses (id, person_id, question_id, expires_at) values ($1, $2, $3, $4) "
        "on conflict (person_id, question_id) do update set id = excluded.id, expires_at = "
        "excluded.expires_at",
        {made.id, made.person, made.question, made.expires_at});
    return made;
}

std::optional<ReplyAddress> reply_address_of(db::Connection& in, std::string_view person,
                                             std::string_view question) {
    return first_address(in, "person_id = $1 and question_id = $2", {person, question});
}

std::optional<ReplyAddress> reply_address(db::Connection& in, std::string_view id) {
    return first_address(in, "id = $1", {id});
}

bool is_taken(db::Connection& in, std::string_view id) {
    return in.exists("select 1 from replies where id = $1", {id});
}

void insert_reply(db::Connection& in, std::string_view id, std::string_view person, Time when) {
    in.execute("insert into replies (id, person_id, received_at) values ($1, $2, $3)", {id, person, when});
}

std::int64_t replies_since(db::Connection& in, std::string_view person, Time since) {
    return in.count("select count(*) from replies where person_id = $1 and received_at > $2",
                    {person, since});
}

void insert(db::Connection& in, const HeldReply& reply) {
    in.execute(
        "insert into held_replies (id, person_id, question_id, body, received_at) values ($1, $2, $3, $4, "
        "$5)",
        {reply.id, reply.person, reply.question, reply.body, reply.received_at});
}

std::optional<HeldReply> held_reply(db::Connection& in, std::string_view id) {
    std::optional<HeldReply> found;
    in.query(std::string(held_columns) + "where id = $1", {id},
             [&](const db::Row& row) { found = read_held(row); });
    return found;
}

std::vector<HeldReply> held_replies_of(db::Connection& in, std::string_view person) {
    std::vector<HeldReply> found;
    in.query(std::string(held_columns) + "where person_id = $1 order by received_at, id", {person},
             [&](const db::Row& row) { found.push_back(read_held(row)); });
    return found;
}

void drop_held_reply(db::Connection& in, std::string_view id) {
    in.execute("delete from held_replies where id = $1", {id});
}

}  // namespace kring::letters
