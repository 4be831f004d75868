// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "domain/live/acts.hpp"
#include "domain/live/change.hpp"
#include "domain/live/may.hpp"
#include "domain/live/store.hpp"
#include "platform/base/secret.hpp"

namespace kring::live {

namespace {

struct Found {
    Led led;
    Statement statement;
};

Result<Statement> find_numbered(const Act& act, const Led& led, std::int64_t number) {
    auto statement = find_statement(act.in, led.room.workshop, number);
    if (!statement) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    return std::move(*statement);
}

Result<Found> find_led_statement(const Act& act, std::string_view workshop, std::int64_t number) {
    TRY(led, find_led(act, workshop));
    TRY(statement, find_numbered(act, led, number));
    return Found{std::move(led), std::move(statement)};
}

std::string in_words(const Statement& one) { return "number=" + std::to_string(one.number); }

Result<std::int64_t> add(const Act& act, const Led& led, const Bilingual& text,
                         std::optional<std::int64_t> repeats) {
    Statement one;
    one.id = new_id(act.when);
    one.workshop = led.room.workshop;
    one.number = next_statement_number(act.in, one.workshop);
    one.repeats = repeats;
    one.text = text;
    insert(act.in, one);
    raise_version(act.in, one.workshop);
    journal::record(act, "live.statement_prepared", one.workshop, in_words(one));
    return one.number;
}

Result<Done> allow_another(const Act& act, const Led& led) {
    if (statements_of(act.in, led.room.workshop).size() < statements_max) return Done{};
    return conflict("live.problem.too_many_statements");
}

}  // namespace

// The division is not written where single people could be told from it, and who chose what goes at once.
void end_statement(const Act& act, Statement one) {
    const Split split = count_choices(act.in, one.id);
    one.state = StatementState::closed;
    one.voted = split.total();
    one.could = std::max(count_present(act.in, one.workshop), one.voted);
    one.split = kept_split(split);
    forget_choices(act.in, one.id);
    update(act.in, one, act.when);
    raise_version(act.in, one.workshop);
    journal::record(
        act, "live.statement_closed", one.workshop,
        in_words(one) + " voted=" + std::to_string(one.voted) + " could=" + std::to_string(one.could));
}

Result<std::int64_t> prepare(const Act& act, std::string_view workshop, const Bilingual& text) {
    TRY(led, find_led(act, workshop));
    if (const Problems problems = problems_of_statement(text); !problems.empty()) return problems;
    TRY_DONE(allow_another(act, led));
    return add(act, led, text, std::nullopt);
}

Result<std::int64_t> repeat(const Act& act, std::string_view workshop, std::int64_t number) {
    TRY(found, find_led_statement(act, workshop, number));
    if (found.statement.state != StatementState::closed) return conflict("live.problem.not_closed");
    TRY_DONE(allow_another(act, found.led));
    return add(act, found.led, found.statement.text, found.statement.repeats.value_or(number));
}

Result<Done> remove(const Act& act, std::string_view workshop, std::int64_t number) {
    TRY(found, find_led_statement(act, workshop, number));
    if (found.statement.state != StatementState::prepared) return conflict("live.problem.was_open");
    drop_statement(act.in, found.statement.id);
    raise_version(act.in, found.statement.workshop);
    journal::record(act, "live.statement_removed", found.statement.workshop, in_words(found.statement));
    return Done{};
}

Result<Done> open_statement(const Act& act, std::string_view workshop, std::int64_t number) {
    TRY(found, find_led_statement(act, workshop, number));
    if (!found.led.room.is_open) return conflict("live.problem.not_open");
    Statement& one = found.statement;
    if (one.state == StatementState::open) return Done{};
    if (one.state == StatementState::closed) return conflict("live.problem.statement_closed");
    for (const Statement& other : statements_of(act.in, one.workshop)) {
        if (other.state == StatementState::open) end_statement(act, other);
    }
    one.state = StatementState::open;
    update(act.in, one, act.when);
    show_first(act, found.led.room, Showing::statement);
    journal::record(act, "live.statement_opened", one.workshop, in_words(one));
    return Done{};
}

Result<Done> close_statement(const Act& act, std::string_view workshop, std::int64_t number) {
    TRY(found, find_led_statement(act, workshop, number));
    if (found.statement.state == StatementState::prepared) return conflict("live.problem.not_opened");
    if (found.statement.state == StatementState::open) end_statement(act, found.statement);
    return Done{};
}

Result<Done> show_result(const Act& act, std::string_view workshop, std::int64_t number, bool is_shown) {
    TRY(found, find_led_statement(act, workshop, number));
    Statement& one = found.statement;
    if (one.state != StatementState::closed) return conflict("live.problem.not_closed");
    if (one.is_shown == is_shown) return Done{};
    one.is_shown = is_shown;
    update(act.in, one, act.when);
    raise_version(act.in, one.workshop);
    journal::record(act, is_shown ? "live.result_shown" : "live.result_hidden", one.workshop, in_words(one));
    return Done{};
}

Result<Done> choose(const Act& act, std::string_view workshop, std::int64_t number, Choice choice) {
    TRY(led, find_workshop(act, workshop));
    if (!may_choose(act.in, act.who, led.room.workshop))
        return Problem{Trouble::forbidden, "live.problem.not_present", "", {}};
    TRY(one, find_numbered(act, led, number));
    if (!led.room.is_open || one.state != StatementState::open)
        return conflict("live.problem.statement_closed");
    // The journal tells that somebody chose, so that a count can be explained; never what.
    if (put_choice(act.in, one.id, act.who.person, choice))
        journal::record(act, "live.chose", one.workshop, in_words(one));
    return Done{};
}

}  // namespace kring::live
