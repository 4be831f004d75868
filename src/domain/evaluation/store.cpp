// SPDX-License-Identifier: EUPL-1.2
#include "domain/evaluation/store.hpp"

#include <algorithm>

#include "domain/chain/audience.hpp"
#include "domain/letters/store.hpp"
#include "domain/workshop/store.hpp"
#include "platform/base/secret.hpp"

namespace kring::evaluation {

namespace {

constexpr std::string_view answer_columns =
    "id, useful, prepared, met, learned, intends, intends_by, better, named_as";

db::Param number_or_null(const std::optional<std::int64_t>& number) {
    return number ? db::Param(*number) : db::Param(nullptr);
}

Answer read_answer(const db::Row& row) {
    Answer answer;
    answer.id = row.text(0);
    for (int i = 0; i < 3; ++i) {
        if (!row.is_null(i + 1)) answer.scores[static_cast<std::size_t>(i)] = row.integer(i + 1);
    }
    answer.learned = row.text(4);
    answer.intends = row.text(5);
    answer.intends_by = row.text(6);
    answer.better = row.text(7);
    answer.named_as = row.text(8);
    return answer;
}

std::vector<Answer> all(db::Connection& in, std::string_view condition,
                        const std::vector<db::Param>& params) {
    std::vector<Answer> found;
    in.query("select " + std::string(answer_columns) + " from evaluation_answers where " +
                 std::string(condition) + " order by id",
             params, [&](const db::Row& row) { found.push_back(read_answer(row)); });
    return found;
}

void insert(db::Connection& in, std::string_view workshop, const std::string& finder, const Answer& answer) {
    in.execute(
        "insert into evaluation_answers (id, workshop_id, finder, useful, prepared, met, learned, intends, "
        "intends_by, better, named_as) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        {answer.id, workshop, db::text_or_null(finder), number_or_null(answer.scores[0]),
         number_or_null(answer.scores[1]), number_or_null(answer.scores[2]), answer.learned, answer.intends,
         answer.intends_by, answer.better, answer.named_as});
}

std::string finder_of(const Asked& asked, std::string_view person) { return hmac_hex(asked.key, person); }

std::vector<std::string> ids(db::Connection& in, std::string_view sql,
                             std::initializer_list<db::Param> params) {
    std::vector<std::string> found;
    in.query(sql, params, [&](const db::Row& row) { found.push_back(row.text(0)); });
    return found;
}

}  // namespace

std::optional<Asked> find_asked(db::Connection& in, std::string_view workshop) {
    std::optional<Asked> found;
    in.query("select workshop_id, asked_at, closes_at, answer_key from evaluations where workshop_id = $1",
             {workshop},
             [&](const db::Row& row) { found = Asked{row.text(0), row.time(1), row.time(2), row.text(3)}; });
    return found;
}

void insert(db::Connection& in, const Asked& asked) {
    in.execute(
        "insert into evaluations (workshop_id, asked_at, closes_at, answer_key) values ($1, $2, $3, $4)",
        {asked.workshop, asked.asked_at, asked.closes_at, asked.key});
}

std::vector<std::string> not_asked(db::Connection& in, std::string_view first_day, std::string_view today) {
    return ids(in, R"(
        select w.id from workshops w join records r on r.id = w.id and r.state = 'open'
        where w.day >= $1 and w.day <= $2 and w.cancelled_at is null
          and exists (select 1 from participants p where p.workshop_id = w.id)
          and not exists (select 1 from evaluations e where e.workshop_id = w.id)
        order by w.day, w.id)",
               {first_day, today});
}

std::vector<std::string> closed_with_key(db::Connection& in, Time when) {
    return ids(in,
               "select workshop_id from evaluations where answer_key is not null and closes_at <= $1 "
               "order by workshop_id",
               {when});
}

void forget_whose(db::Connection& in, std::string_view workshop) {
    const auto answers = answers_of(in, workshop);
    in.execute("delete from evaluation_answers where workshop_id = $1", {workshop});
    for (const Answer& answer : answers) insert(in, workshop, "", answer);
    in.execute("update evaluations set answer_key = null where workshop_id = $1", {workshop});
}

std::optional<Answer> find_answer(db::Connection& in, const Asked& asked, std::string_view person) {
    if (asked.key.empty()) return std::nullopt;
    const std::string finder = finder_of(asked, person);
    auto found = all(in, "finder = $1", {finder});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

void put(db::Connection& in, const Asked& asked, std::string_view person, const Answer& answer) {
    const std::string finder = finder_of(asked, person);
    in.execute("delete from evaluation_answers where finder = $1", {finder});
    insert(in, asked.workshop, finder, answer);
}

std::vector<Answer> answers_of(db::Connection& in, std::string_view workshop) {
    return all(in, "workshop_id = $1", {workshop});
}

std::int64_t count_answers(db::Connection& in, std::string_view workshop) {
    return in.count("select count(*) from evaluation_answers where workshop_id = $1", {workshop});
}

std::vector<people::Person> recipients(db::Connection& in, const workshop::Workshop& workshop, Time when) {
    std::vector<people::Person> found;
    for (const std::string& id : workshop::participants_of(in, workshop.record.id)) {
        const auto actor = people::actor_of(in, id);
        if (!actor || !actor->is_member(workshop.record.network)) continue;
        if (!chain::may_read(in, *actor, workshop.record, when)) continue;
        if (letters::choice_of_person(in, id, workshop.record.network) == letters::Choice::nothing) continue;
        found.push_back(people::find_person(in, id).value());
    }
    std::sort(found.begin(), found.end(), [](const people::Person& left, const people::Person& right) {
        return std::pair(left.name, left.id) < std::pair(right.name, right.id);
    });
    return found;
}

}  // namespace kring::evaluation
