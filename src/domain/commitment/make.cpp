// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/audience.hpp"
#include "domain/chain/links.hpp"
#include "domain/chain/search.hpp"
#include "domain/commitment/acts.hpp"
#include "domain/commitment/header.hpp"
#include "domain/commitment/may.hpp"
#include "domain/commitment/store.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"
#include "platform/html/markdown.hpp"

namespace kring::commitment {

Result<std::string> make(const Act& act, std::string_view workshop, std::string_view lesson,
                         const Draft& draft) {
    TRY(record, chain::find_readable(act.in, act.who, workshop, act.when));
    if (record.kind != chain::Kind::workshop) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    if (!may_commit(act.who, record))
        return Problem{Trouble::forbidden, "commitment.problem.not_there", "", {}};
    if (Problems problems = problems_of(draft, amsterdam_day(act.when)); !problems.empty()) return problems;
    Commitment one;
    one.record.id = new_id(act.when);
    one.record.kind = chain::Kind::commitment;
    one.record.network = record.network;
    one.record.owner = act.who.person;
    one.record.created_at = act.when;
    one.workshop = record.id;
    one.organisation = act.who.organisation;
    TRY_DONE(describe(act, draft, one));
    insert(act.in, one);
    TRY_DONE(chain::tie(act, one.record.id, chain::Relation::follows_from, record.id));
    if (!lesson.empty()) TRY_DONE(chain::tie(act, one.record.id, chain::Relation::follows_from, lesson));
    chain::index(act.in, one.record, html::markdown_words(one.body));
    journal::record(act, "commitment.made", one.record.id, "workshop=" + one.workshop);
    return one.record.id;
}

}  // namespace kring::commitment
