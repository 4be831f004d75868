// SPDX-License-Identifier: EUPL-1.2
#include <map>

#include "domain/chain/links.hpp"
#include "domain/chain/search.hpp"
#include "domain/contribution/acts.hpp"
#include "domain/contribution/compose.hpp"
#include "domain/contribution/store.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"
#include "platform/html/markdown.hpp"

namespace kring::contribution {

namespace {

// Inserts a composed question, ties it to its workshop and makes it findable.
void show(const Act& act, const Question& question, std::string_view withdraw_hash) {
    insert(act.in, question, withdraw_hash);
    if (!question.workshop.empty()) {
        act.in.execute("insert into links (from_id, relation, to_id) values ($1, 'asked_at', $2)",
                       {question.record.id, question.workshop});
    }
    chain::index(act.in, question.record, html::markdown_words(question.body));
}

Result<Done> check_workshop(const Act& act, const QuestionDraft& draft) {
    if (draft.workshop.empty()) return Done{};
    const auto workshop = find_of_kind(act, draft.workshop, chain::Kind::workshop);
    if (!workshop || workshop->network != draft.common.network) {
        return problem(Trouble::invalid, "contribution.workshop.unknown", "workshop");
    }
    return Done{};
}

// The wait is drawn anew for each question, so that the moment of asking cannot be told from the
// moment of showing.
Time drawn_moment(Time when, int delay_minutes) {
    if (delay_minutes <= 0) return when;
    const std::string draw = sha256_hex(new_token()).substr(0, 12);
    const auto random = std::stoll(draw, nullptr, 16);
    return when + random % (delay_minutes * minute_ms);
}

std::string day_of(Time when) { return to_text(when).substr(0, 10) + "T00:00:00.000Z"; }

Asked wait_anonymously(const Act& act, const QuestionDraft& draft, const chain::Record& record,
                       int delay_minutes) {
    const std::string key = new_token();
    const std::string id = new_coarse_id(act.when);
    act.in.execute(
        "insert into waiting_questions (id, network_id, title, language, audience, audience_of, workshop_id, "
        "body, "
        "withdraw_hash, show_after) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        {id, record.network, record.title, record.language, chain::word(record.audience),
         db::text_or_null(record.audience_of), db::text_or_null(draft.workshop), draft.body, sha256_hex(key),
         drawn_moment(act.when, delay_minutes)});
    return Asked{delay_minutes <= 0 ? id : "", key};
}

// A record of today, without a moment: only the day is kept.
void show_anonymously(const Act& act, Question question, std::string_view withdraw_hash) {
    question.is_anonymous = true;
    question.record.kind = chain::Kind::question;
    question.record.created_at = question.record.updated_at = parse_time(day_of(act.when)).value();
    show(act, question, withdraw_hash);
    journal::record_anonymously(act, "question.asked", question.record.id);
}

void show_one(const Act& act, const db::Row& row) {
    Question question;
    question.record.id = row.text(0);
    question.record.network = row.text(1);
    question.record.title = row.text(2);
    question.record.language = row.text(3);
    question.record.audience = chain::audience_of(row.view(4)).value();
    question.record.audience_of = row.text(5);
    question.workshop = row.text(6);
    question.body = row.text(7);
    show_anonymously(act, std::move(question), row.view(8));
}

Question held_question(const Act& act, const QuestionDraft& draft) {
    Question question;
    question.record.id = new_coarse_id(act.when);
    question.record.network = draft.common.network;
    question.record.title = trim(draft.common.title);
    question.record.language = draft.common.language;
    question.record.audience = chain::audience_of(draft.common.audience).value();
    if (question.record.audience == chain::Audience::workshop)
        question.record.audience_of = draft.common.audience_of;
    question.workshop = draft.workshop;
    question.body = draft.body;
    return question;
}

int show_due(const Act& act, Time until) {
    std::vector<std::string> due;
    act.in.query("select id from waiting_questions where show_after <= $1 order by id", {until},
                 [&](const db::Row& row) { due.push_back(row.text(0)); });
    for (const std::string& id : due) {
        act.in.query(
            "select id, network_id, title, language, audience, audience_of, workshop_id, body, withdraw_hash "
            "from waiting_questions where id = $1",
            {id}, [&](const db::Row& row) { show_one(act, row); });
        act.in.execute("delete from waiting_questions where id = $1", {id});
    }
    return static_cast<int>(due.size());
}

Result<chain::Record> checked(const Act& act, const QuestionDraft& draft) {
    if (const Problems faults = faults_of(draft); !faults.empty()) return faults;
    TRY(record, compose(act, chain::Kind::question, draft.common));
    TRY_DONE(check_workshop(act, draft));
    // "My organisation only" would tell who asked, or nearly.
    if (draft.is_anonymous && record.audience == chain::Audience::organisation)
        return problem(Trouble::invalid, "contribution.anonymous.organisation", "audience");
    return record;
}

}  // namespace

Result<Asked> ask(const Act& act, const QuestionDraft& draft, int delay_minutes) {
    TRY(record, checked(act, draft));
    if (draft.is_anonymous) {
        Asked asked = wait_anonymously(act, draft, record, delay_minutes);
        if (delay_minutes <= 0) show_due(act, act.when);
        return asked;
    }
    show(act, Question{record, draft.workshop, false, draft.body, 0, 0, ""}, "");
    journal::record(act, "question.asked", record.id);
    return Asked{record.id, ""};
}

Result<Done> check_anonymous(const Act& act, const QuestionDraft& draft) {
    KRING_ASSERT(draft.is_anonymous);
    TRY_DONE(checked(act, draft));
    return Done{};
}

Result<int> show_held(const Act& act, const std::vector<HeldQuestion>& held) {
    // By the ids that are drawn here: what is written first says nothing about what was asked first.
    std::map<std::string, std::pair<Question, std::string>> in_order;
    for (const HeldQuestion& one : held) {
        Question question = held_question(act, one.draft);
        std::string id = question.record.id;
        in_order.emplace(std::move(id), std::pair(std::move(question), one.key_hash));
    }
    for (auto& [id, one] : in_order) show_anonymously(act, std::move(one.first), one.second);
    return static_cast<int>(in_order.size());
}

Result<int> show_waiting(const Act& act) { return show_due(act, act.when); }

Result<Done> withdraw_by_key(const Act& act, std::string_view question, std::string_view key) {
    const std::string hash = sha256_hex(key);
    if (act.in.execute("delete from waiting_questions where withdraw_hash = $1", {hash}) > 0) return Done{};
    const auto changed = act.in.execute(
        "update records set state = 'withdrawn', withdrawn_at = $3, updated_at = $3 where id = $1 and state "
        "= 'open' "
        "and exists (select 1 from questions q where q.id = $1 and q.is_anonymous = 1 and q.withdraw_hash = "
        "$2)",
        {question, hash, day_of(act.when)});
    if (changed == 0) return problem(Trouble::not_found, "contribution.key.unknown", "key");
    act.in.execute("update questions set withdraw_hash = '' where id = $1", {question});
    journal::record_anonymously(act, "question.withdrawn", question);
    return Done{};
}

}  // namespace kring::contribution
