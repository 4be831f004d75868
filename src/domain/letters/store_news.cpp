// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/audience.hpp"
#include "domain/letters/store.hpp"

namespace kring::letters {

namespace {

constexpr int most_news = 200;

}  // namespace

std::vector<chain::Record> news(db::Connection& in, const Actor& actor, std::int64_t after,
                                std::int64_t until, Time when) {
    std::vector<chain::Record> found;
    // An overview is about one's own networks; that everyone may read elsewhere is no reason to send it.
    std::vector<db::Param> params = {after, until, actor.person, most_news};
    const std::string readable = chain::readable(actor, when, params);
    in.query(
        "select " + std::string(chain::record_columns) + " " + std::string(chain::record_joins) +
            "join journal j on j.object_id = r.id where j.sequence > $1 and j.sequence <= $2 and "
            "j.word in ('question.asked', 'answer.given', 'case.brought', 'lesson.distilled') and "
            "j.result = 'done' and r.state = 'open' and (r.owner_id is null or r.owner_id <> $3) and "
            "exists (select 1 from memberships m where m.network_id = r.network_id and m.person_id = $3) "
            "and not exists (select 1 from letter_choices c where c.network_id = r.network_id and "
            "c.person_id = $3 and c.choice = 'nothing') and " +
            readable + " order by j.sequence limit $4",
        params, [&](const db::Row& row) { found.push_back(chain::read_record(row)); });
    return found;
}

}  // namespace kring::letters
