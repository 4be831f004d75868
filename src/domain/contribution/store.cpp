// SPDX-License-Identifier: EUPL-1.2
#include "domain/contribution/store.hpp"

#include <algorithm>
#include <tuple>

#include "platform/html/markdown.hpp"

namespace kring::contribution {

namespace {

using chain::read_record;
using chain::record_column_count;

constexpr std::string_view question_columns =
    "q.workshop_id, q.is_anonymous, q.body, q.vote_count, q.answer_count, q.accepted_answer_id";

Question read_question(const db::Row& row) {
    int at = record_column_count;
    Question question;
    question.record = read_record(row);
    question.workshop = row.text(at);
    question.is_anonymous = row.truth(at + 1);
    question.body = row.text(at + 2);
    question.votes = row.integer(at + 3);
    question.answers = row.integer(at + 4);
    question.accepted_answer = row.text(at + 5);
    return question;
}

// The accepted answer, those that were checked, the others, and last what is outdated.
int place_of(const Answer& answer, const Question& question) {
    if (answer.record.id == question.accepted_answer) return 0;
    if (!answer.outdated_on.empty()) return 3;
    return answer.checked_on.empty() ? 2 : 1;
}

constexpr std::string_view answer_columns =
    "a.body, cp.name, a.checked_on, op.name, a.outdated_on, a.outdated_why";
constexpr std::string_view answer_joins =
    "join answers a on a.id = r.id left join people cp on cp.id = a.checked_by "
    "left join people op on op.id = a.outdated_by ";

Answer read_answer(const db::Row& row) {
    const int at = record_column_count;
    return Answer{read_record(row), row.text(at),     row.text(at + 1), row.text(at + 2),
                  row.text(at + 3), row.text(at + 4), row.text(at + 5)};
}

CaseRange read_range(const db::Row& row, int at) {
    CaseRange range;
    if (!row.is_null(at)) range.low = row.integer(at);
    if (!row.is_null(at + 1)) range.high = row.integer(at + 1);
    range.source = row.text(at + 2);
    return range;
}

db::Param number_or_null(const std::optional<std::int64_t>& number) {
    return number ? db::Param(*number) : db::Param(nullptr);
}

// A condition per filter that is set; the numbers follow the parameters already there.
std::string filter_condition(const Filter& filter, std::vector<db::Param>& params) {
    std::string sql;
    const auto add = [&](std::string_view condition, std::string_view value) {
        if (value.empty()) return;
        params.emplace_back(value);
        std::string text(condition);
        const std::string number = "$" + std::to_string(params.size());
        for (auto at = text.find('?'); at != std::string::npos; at = text.find('?', at))
            text.replace(at, 1, number);
        sql += " and " + text;
    };
    add("r.network_id = ?", filter.network);
    return sql;
}

std::string state_condition(std::string_view state) {
    if (state == "open") return " and q.answer_count = 0";
    if (state == "answered") return " and q.answer_count > 0";
    if (state == "accepted") return " and q.accepted_answer_id is not null";
    return "";
}

std::string page_clause(const Filter& filter, std::vector<db::Param>& params) {
    params.emplace_back(filter.per_page);
    const std::string limit = "$" + std::to_string(params.size());
    params.emplace_back((filter.page - 1) * filter.per_page);
    return " limit " + limit + " offset $" + std::to_string(params.size());
}

}  // namespace

std::optional<Question> find_question(db::Connection& in, const chain::Record& record) {
    std::optional<Question> found;
    in.query(
        "select workshop_id, is_anonymous, body, vote_count, answer_count, accepted_answer_id from questions "
        "where id = $1",
        {record.id}, [&](const db::Row& row) {
            found = Question{record,         row.text(0),    row.truth(1), row.text(2),
                             row.integer(3), row.integer(4), row.text(5)};
        });
    return found;
}

std::optional<Answer> find_answer(db::Connection& in, const chain::Record& record) {
    std::optional<Answer> found;
    in.query("select " + std::string(answer_columns) + " from records r " + std::string(answer_joins) +
                 "where r.id = $1",
             {record.id}, [&](const db::Row& row) {
                 found = Answer{record,      row.text(0), row.text(1), row.text(2),
                                row.text(3), row.text(4), row.text(5)};
             });
    return found;
}

std::optional<Case> find_case(db::Connection& in, const chain::Record& record) {
    std::optional<Case> found;
    in.query(
        "select organisation_name, year, context, bought, approach, criteria_used, result, failed, again, "
        "documents, "
        "co2_low_kg, co2_high_kg, co2_source, material_low_kg, material_high_kg, material_source, "
        "money_low_eur, "
        "money_high_eur, money_source from cases where id = $1",
        {record.id}, [&](const db::Row& row) {
            found =
                Case{record,      row.text(0),         row.text(1),         row.text(2),        row.text(3),
                     row.text(4), row.text(5),         row.text(6),         row.text(7),        row.text(8),
                     row.text(9), read_range(row, 10), read_range(row, 13), read_range(row, 16)};
        });
    return found;
}

std::optional<Lesson> find_lesson(db::Connection& in, const chain::Record& record) {
    const auto body = in.first_text("select body from lessons where id = $1", {record.id});
    if (!body) return std::nullopt;
    return Lesson{record, *body};
}

Page<Question> questions(db::Connection& in, const Actor& actor, const Filter& filter, Time when) {
    Page<Question> page;
    std::vector<db::Param> params;
    std::string where = "where r.kind = 'question' and r.state = 'open' and " +
                        chain::readable(actor, when, params) + filter_condition(filter, params) +
                        state_condition(filter.state);
    if (!filter.workshop.empty()) {
        params.emplace_back(filter.workshop);
        const std::string number = "$" + std::to_string(params.size());
        where += " and (q.workshop_id = " + number +
                 " or exists (select 1 from links l left join sessions s on s.id = l.to_id where l.from_id = "
                 "r.id and "
                 "l.relation = 'asked_at' and (l.to_id = " +
                 number + " or s.workshop_id = " + number + ")))";
    }
    const std::string from = std::string(chain::record_joins) + "join questions q on q.id = r.id ";
    // Without a filter of its own, the count is read from an index of record headers alone.
    const bool needs_question = !filter.state.empty() || !filter.workshop.empty();
    const std::string counted = needs_question ? "records r join questions q on q.id = r.id " : "records r ";
    in.query("select count(*) from " + counted + where, params,
             [&](const db::Row& row) { page.total = row.integer(0); });
    const std::string order = filter.order == "votes"
                                  ? " order by q.vote_count desc, r.created_at desc, r.id desc"
                                  : " order by r.created_at desc, r.id desc";
    const std::string limit = page_clause(filter, params);
    in.query("select " + std::string(chain::record_columns) + ", " + std::string(question_columns) + " " +
                 from + where + order + limit,
             params, [&](const db::Row& row) { page.things.push_back(read_question(row)); });
    return page;
}

Page<chain::Record> records(db::Connection& in, const Actor& actor, chain::Kind kind, const Filter& filter,
                            Time when) {
    Page<chain::Record> page;
    std::vector<db::Param> params = {chain::word(kind)};
    const std::string where = "where r.kind = $1 and r.state = 'open' and " +
                              chain::readable(actor, when, params) + filter_condition(filter, params);
    in.query("select count(*) from records r " + where, params,
             [&](const db::Row& row) { page.total = row.integer(0); });
    const std::string limit = page_clause(filter, params);
    in.query("select " + std::string(chain::record_columns) + " " + std::string(chain::record_joins) + where +
                 " order by r.created_at desc, r.id desc" + limit,
             params, [&](const db::Row& row) { page.things.push_back(read_record(row)); });
    return page;
}

std::vector<Answer> answers_of(db::Connection& in, const Actor& actor, const Question& question, Time when) {
    std::vector<Answer> found;
    std::vector<db::Param> params = {question.record.id};
    const std::string where =
        "where a.question_id = $1 and r.state = 'open' and " + chain::readable(actor, when, params);
    in.query("select " + std::string(chain::record_columns) + ", " + std::string(answer_columns) + " " +
                 std::string(chain::record_joins) + std::string(answer_joins) + where,
             params, [&](const db::Row& row) { found.push_back(read_answer(row)); });
    // Here rather than in SQL, which would carry whole rows through its sorter.
    std::sort(found.begin(), found.end(), [&](const Answer& one, const Answer& other) {
        return std::tuple(place_of(one, question), one.record.created_at, std::string_view(one.record.id)) <
               std::tuple(place_of(other, question), other.record.created_at,
                          std::string_view(other.record.id));
    });
    return found;
}

std::vector<chain::Record> own(db::Connection& in, const Actor& actor, Time when) {
    std::vector<chain::Record> found;
    std::vector<db::Param> params = {actor.person};
    const std::string where =
        "where r.owner_id = $1 and r.kind in ('question', 'answer', 'case', 'lesson') and " +
        chain::readable(actor, when, params);
    in.query("select " + std::string(chain::record_columns) + " " + std::string(chain::record_joins) + where +
                 " order by r.created_at desc, r.id desc limit 200",
             params, [&](const db::Row& row) { found.push_back(read_record(row)); });
    return found;
}

bool has_voted(db::Connection& in, const Actor& actor, std::string_view question) {
    return in.exists("select 1 from votes where question_id = $1 and person_id = $2",
                     {question, actor.person});
}

void insert(db::Connection& in, const Question& question, std::string_view withdraw_hash) {
    chain::insert(in, question.record);
    const std::string hash(withdraw_hash);
    in.execute(
        "insert into questions (id, workshop_id, is_anonymous, withdraw_hash, body) values ($1, $2, $3, $4, "
        "$5)",
        {question.record.id, db::text_or_null(question.workshop), question.is_anonymous,
         db::text_or_null(hash), question.body});
}

void insert(db::Connection& in, const Answer& answer) {
    chain::insert(in, answer.record);
    in.execute("insert into answers (id, question_id, body) values ($1, $2, $3)",
               {answer.record.id, answer.record.parent, answer.body});
}

void insert(db::Connection& in, const Case& one) {
    chain::insert(in, one.record);
    in.execute(
        "insert into cases (id, context, bought, approach, criteria_used, failed, again) values ($1, '', '', "
        "'', '', '-', '')",
        {one.record.id});
    update(in, one);
}

void update(db::Connection& in, const Case& one) {
    in.execute(
        "update cases set organisation_name = $2, year = $3, context = $4, bought = $5, approach = $6, "
        "criteria_used = $7, result = $8, failed = $9, again = $10, documents = $11, co2_low_kg = $12, "
        "co2_high_kg = $13, co2_source = $14, material_low_kg = $15, material_high_kg = $16, material_source "
        "= $17, "
        "money_low_eur = $18, money_high_eur = $19, money_source = $20 where id = $1",
        {one.record.id,
         one.organisation_name,
         one.year,
         one.context,
         one.bought,
         one.approach,
         one.criteria_used,
         one.result,
         one.failed,
         one.again,
         one.documents,
         number_or_null(one.co2.low),
         number_or_null(one.co2.high),
         one.co2.source,
         number_or_null(one.material.low),
         number_or_null(one.material.high),
         one.material.source,
         number_or_null(one.money.low),
         number_or_null(one.money.high),
         one.money.source});
}

void insert(db::Connection& in, const Lesson& lesson) {
    chain::insert(in, lesson.record);
    in.execute("insert into lessons (id, body) values ($1, $2)", {lesson.record.id, lesson.body});
}

void recount_answers(db::Connection& in, std::string_view question) {
    in.execute(
        "update questions set answer_count = (select count(*) from answers a join records r on r.id = a.id "
        "where a.question_id = $1 and r.state = 'open') where id = $1",
        {question});
}

std::string words_of(const Case& one) {
    std::string all;
    for (const std::string* text :
         {&one.organisation_name, &one.context, &one.bought, &one.approach, &one.criteria_used, &one.result,
          &one.failed, &one.again, &one.documents}) {
        all += html::markdown_words(*text) + "\n";
    }
    return all;
}

}  // namespace kring::contribution
