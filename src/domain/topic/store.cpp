// SPDX-License-Identifier: EUPL-1.2
#include "domain/topic/store.hpp"

namespace kring::topic {

namespace {

constexpr std::string_view select_rounds =
    "select t.id, t.series_id, s.network_id, t.audience, t.votes_each, t.opened_at, t.opened_by, "
    "t.closes_at, o.closed_at from topic_rounds t join series s on s.id = t.series_id left join "
    "topic_outcomes o on o.round_id = t.id ";

Round read_round(const db::Row& row) {
    Round round;
    round.id = row.text(0);
    round.series = row.text(1);
    round.network = row.text(2);
    round.audience = chain::audience_of(row.view(3)).value();
    round.votes_each = row.integer(4);
    round.opened_at = row.time(5);
    round.opened_by = row.text(6);
    round.closes_at = row.time(7);
    round.closed_at = row.time_or_none(8);
    return round;
}

std::vector<Round> rounds(db::Connection& in, const std::string& condition,
                          const std::vector<db::Param>& params) {
    std::vector<Round> found;
    in.query(std::string(select_rounds) + condition, params,
             [&](const db::Row& row) { found.push_back(read_round(row)); });
    return found;
}

std::optional<Round> first_round(db::Connection& in, const std::string& condition, std::string_view value) {
    const auto found = rounds(in, condition, {value});
    return found.empty() ? std::nullopt : std::optional(found.front());
}

constexpr std::string_view select_topics =
    "select t.id, t.round_id, t.person_id, p.name, t.title, t.why, t.theme, t.language, t.proposed_at, "
    "coalesce(c.votes, 0), w.workshop_id from topics t join people p on p.id = t.person_id left join "
    "topic_counts c on c.topic_id = t.id left join topic_workshops w on w.topic_id = t.id ";

std::vector<Topic> topics(db::Connection& in, const std::string& condition, std::string_view value) {
    std::vector<Topic> found;
    in.query(std::string(select_topics) + condition, {value}, [&](const db::Row& row) {
        found.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
                         row.text(6), row.text(7), row.time(8), row.integer(9), row.text(10)});
    });
    return found;
}

std::vector<Voter> voters(db::Connection& in, std::string_view sql, std::string_view value) {
    std::vector<Voter> found;
    in.query(sql, {value}, [&](const db::Row& row) { found.push_back({row.text(0), row.text(1)}); });
    return found;
}

}  // namespace

std::optional<Round> find_round(db::Connection& in, std::string_view id) {
    return first_round(in, "where t.id = $1", id);
}

std::optional<Round> round_of_series(db::Connection& in, std::string_view series) {
    return first_round(in, "where t.series_id = $1", series);
}

void insert(db::Connection& in, const Round& round) {
    in.execute(
        "insert into topic_rounds (id, series_id, audience, votes_each, opened_at, opened_by, closes_at) "
        "values ($1, $2, $3, $4, $5, $6, $7)",
        {round.id, round.series, chain::word(round.audience), round.votes_each, round.opened_at,
         round.opened_by, round.closes_at});
}

void update(db::Connection& in, const Round& round) {
    in.execute("update topic_rounds set votes_each = $2, closes_at = $3 where id = $1",
               {round.id, round.votes_each, round.closes_at});
}

std::vector<Round> overdue_rounds(db::Connection& in, Time when) {
    return rounds(in, "where o.round_id is null and t.closes_at <= $1 order by t.id", {when});
}

std::vector<Round> open_rounds(db::Connection& in, const std::vector<std::string>& networks, Time when) {
    std::vector<Round> found;
    for (const std::string& network : networks) {
        for (Round& round : rounds(in,
                                   "where o.round_id is null and s.network_id = $1 and t.closes_at > $2 "
                                   "order by t.closes_at, t.id",
                                   {network, when})) {
            found.push_back(std::move(round));
        }
    }
    return found;
}

std::optional<Topic> find_topic(db::Connection& in, std::string_view id) {
    const auto found = topics(in, "where t.id = $1", id);
    return found.empty() ? std::nullopt : std::optional(found.front());
}

std::vector<Topic> topics_of(db::Connection& in, std::string_view round) {
    return topics(in, "where t.round_id = $1 order by coalesce(c.votes, 0) desc, t.proposed_at, t.id", round);
}

std::int64_t count_topics(db::Connection& in, std::string_view round, std::string_view person) {
    return in.count("select count(*) from topics where round_id = $1 and person_id = $2", {round, person});
}

void insert(db::Connection& in, const Topic& topic) {
    in.execute(
        "insert into topics (id, round_id, person_id, title, why, theme, language, proposed_at) values ($1, "
        "$2, $3, $4, $5, $6, $7, $8)",
        {topic.id, topic.round, topic.person, topic.title, topic.why, topic.theme, topic.language,
         topic.proposed_at});
}

void remove_topic(db::Connection& in, std::string_view id) {
    in.execute("delete from topic_votes where topic_id = $1", {id});
    in.execute("delete from topics where id = $1", {id});
}

std::vector<Topic> topics_of_workshop(db::Connection& in, std::string_view workshop) {
    return topics(in, "where w.workshop_id = $1 order by coalesce(c.votes, 0) desc, t.proposed_at, t.id",
                  workshop);
}

void set_workshop(db::Connection& in, std::string_view topic, std::string_view workshop) {
    in.execute("delete from topic_workshops where topic_id = $1", {topic});
    if (workshop.empty()) return;
    in.execute("insert into topic_workshops (topic_id, workshop_id) values ($1, $2)", {topic, workshop});
}

std::vector<std::string> votes_of(db::Connection& in, std::string_view round, std::string_view person) {
    std::vector<std::string> found;
    in.query(
        "select v.topic_id from topic_votes v join topics t on t.id = v.topic_id where t.round_id = $1 and "
        "v.person_id = $2 order by v.topic_id",
        {round, person}, [&](const db::Row& row) { found.push_back(row.text(0)); });
    return found;
}

bool add_vote(db::Connection& in, std::string_view topic, std::string_view person) {
    return in.execute("insert into topic_votes (topic_id, person_id) values ($1, $2) on conflict do nothing",
                      {topic, person}) > 0;
}

bool drop_vote(db::Connection& in, std::string_view topic, std::string_view person) {
    return in.execute("delete from topic_votes where topic_id = $1 and person_id = $2", {topic, person}) > 0;
}

std::int64_t most_votes(db::Connection& in, std::string_view round) {
    return in.count(
        "select count(*) as votes from topic_votes v join topics t on t.id = v.topic_id where t.round_id = "
        "$1 group by v.person_id order by votes desc limit 1",
        {round});
}

std::int64_t count_people(db::Connection& in, std::string_view round) {
    return in.count(
        "select count(distinct v.person_id) from topic_votes v join topics t on t.id = v.topic_id where "
        "t.round_id = $1",
        {round});
}

void write_counts(db::Connection& in, std::string_view round) {
    in.execute(
        "insert into topic_counts (topic_id, votes) select t.id, (select count(*) from topic_votes v where "
        "v.topic_id = t.id) from topics t where t.round_id = $1",
        {round});
}

void forget_votes(db::Connection& in, std::string_view round) {
    in.execute("delete from topic_votes where topic_id in (select id from topics where round_id = $1)",
               {round});
}

void insert(db::Connection& in, std::string_view round, const Outcome& outcome,
            const std::vector<Voter>& all) {
    in.execute(
        "insert into topic_outcomes (round_id, closed_at, closed_by, could_vote, did_vote, hash) values "
        "($1, $2, $3, $4, $5, $6)",
        {round, outcome.closed_at, db::text_or_null(outcome.closed_by), outcome.could_vote, outcome.did_vote,
         outcome.hash});
    for (const Voter& voter : all) {
        in.execute("insert into topic_voters (round_id, person_id, name) values ($1, $2, $3)",
                   {round, voter.person, voter.name});
    }
}

std::optional<Outcome> find_outcome(db::Connection& in, std::string_view round) {
    std::optional<Outcome> found;
    in.query(
        "select closed_at, closed_by, could_vote, did_vote, hash from topic_outcomes where round_id = $1",
        {round}, [&](const db::Row& row) {
            found = Outcome{row.time(0), row.text(1), row.integer(2), row.integer(3), row.text(4)};
        });
    return found;
}

std::vector<Voter> voters_of(db::Connection& in, std::string_view round) {
    return voters(in, "select person_id, name from topic_voters where round_id = $1 order by name, person_id",
                  round);
}

std::vector<Voter> active_members(db::Connection& in, std::string_view network) {
    return voters(in,
                  "select p.id, p.name from memberships m join people p on p.id = m.person_id where "
                  "m.network_id = $1 and p.state = 'active' order by p.name, p.id",
                  network);
}

}  // namespace kring::topic
