// SPDX-License-Identifier: EUPL-1.2
#include "domain/desk/form.hpp"
#include "domain/registration/acts.hpp"
#include "domain/registration/change.hpp"
#include "domain/registration/letters.hpp"
#include "domain/registration/may.hpp"
#include "domain/registration/store.hpp"
#include "platform/base/text.hpp"

namespace kring::registration {

namespace {

struct Waiting {
    Running running;
    Registration one;
};

Result<Waiting> find_waiting(const Act& act, const desk::Site& site, std::string_view workshop,
                             std::int64_t number) {
    TRY(running, find_running(act, workshop));
    if (!may_run(act.who, running.workshop.record.network))
        return Problem{Trouble::forbidden, "problem.forbidden", "", {}};
    settle(act, site, running);
    auto one = find_numbered(act.in, running.workshop.record.id, number);
    if (!one) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    if (one->state != State::waiting) return conflict("registration.problem.not_waiting");
    return Waiting{std::move(running), std::move(*one)};
}

void keep(const Act& act, const desk::Site& site, Waiting& waiting, std::string_view what) {
    waiting.one.changed_at = act.when;
    put(act.in, waiting.one);
    note(act, waiting.one, what);
    post_letter(act, site, waiting.running.workshop, waiting.one, what);
}

}  // namespace

Result<Done> pass_over(const Act& act, const desk::Site& site, std::string_view workshop, std::int64_t number,
                       std::string_view reason) {
    TRY(waiting, find_waiting(act, site, workshop, number));
    Problems problems;
    if (!desk::need_text(reason, "reason", reason_length_max, problems)) return problems;
    waiting.one.is_passed_over = true;
    waiting.one.reason = trim(reason);
    keep(act, site, waiting, "passed_over");
    return Done{};
}

Result<Done> put_back(const Act& act, const desk::Site& site, std::string_view workshop,
                      std::int64_t number) {
    TRY(waiting, find_waiting(act, site, workshop, number));
    if (!waiting.one.is_passed_over) return Done{};
    waiting.one.is_passed_over = false;
    waiting.one.reason.clear();
    keep(act, site, waiting, "put_back");
    return Done{};
}

}  // namespace kring::registration
