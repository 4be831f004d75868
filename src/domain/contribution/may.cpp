// SPDX-License-Identifier: EUPL-1.2
#include "domain/contribution/may.hpp"

namespace kring::contribution {

namespace {

bool is_own(const Actor& actor, const chain::Record& record) {
    return actor.is_signed_in() && record.owner == actor.person;
}

}  // namespace

bool may_bring(const Actor& actor, std::string_view network) { return actor.is_member(network); }

bool may_answer(const Actor& actor, const chain::Record& question) {
    return actor.is_member(question.network) && !question.is_withdrawn;
}

bool may_vote(const Actor& actor, const chain::Record& question) {
    return actor.is_member(question.network) && !is_own(actor, question) && !question.is_withdrawn;
}

bool may_accept(const Actor& actor, const chain::Record& question) {
    return is_own(actor, question) || actor.is_facilitator(question.network);
}

// Nobody stamps their own words as checked.
bool may_check(const Actor& actor, const chain::Record& answer) {
    return actor.is_expert(answer.network) && !is_own(actor, answer);
}

bool may_rewrite(const Actor& actor, const chain::Record& record) {
    return is_own(actor, record) && actor.is_member(record.network) && !record.is_withdrawn;
}

bool may_withdraw(const Actor& actor, const chain::Record& record) {
    return is_own(actor, record) || actor.is_facilitator(record.network);
}

}  // namespace kring::contribution
