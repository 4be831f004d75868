// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/links.hpp"

#include <array>

#include "domain/chain/audience.hpp"

namespace kring::chain {

namespace {

constexpr std::array<std::string_view, 9> relation_words = {"asked_at",       "answers",      "illustrates",
                                                            "distilled_into", "founded_on",   "uses",
                                                            "measured_by",    "follows_from", "published_in"};

struct Legal {
    Kind from;
    Relation relation;
    Kind to;
};

// The closed table: the chain question → workshop → case → lesson → version, and what ties across.
constexpr std::array legal = {
    Legal{Kind::question, Relation::asked_at, Kind::workshop},
    Legal{Kind::question, Relation::asked_at, Kind::session},
    Legal{Kind::answer, Relation::answers, Kind::question},
    Legal{Kind::case_, Relation::illustrates, Kind::question},
    Legal{Kind::case_, Relation::illustrates, Kind::session},
    Legal{Kind::case_, Relation::illustrates, Kind::workshop},
    Legal{Kind::question, Relation::distilled_into, Kind::lesson},
    Legal{Kind::case_, Relation::distilled_into, Kind::lesson},
    Legal{Kind::answer, Relation::distilled_into, Kind::lesson},
    Legal{Kind::session, Relation::distilled_into, Kind::lesson},
    Legal{Kind::workshop, Relation::distilled_into, Kind::lesson},
    Legal{Kind::question, Relation::follows_from, Kind::question},
    Legal{Kind::lesson, Relation::follows_from, Kind::lesson},
    Legal{Kind::version, Relation::follows_from, Kind::version},
    Legal{Kind::commitment, Relation::follows_from, Kind::workshop},
    Legal{Kind::commitment, Relation::follows_from, Kind::lesson},
    Legal{Kind::report, Relation::follows_from, Kind::workshop},
    Legal{Kind::question, Relation::measured_by, Kind::scenario},
    Legal{Kind::case_, Relation::measured_by, Kind::scenario},
    Legal{Kind::lesson, Relation::measured_by, Kind::scenario},
    Legal{Kind::commitment, Relation::measured_by, Kind::scenario},
    Legal{Kind::question, Relation::measured_by, Kind::tender},
    Legal{Kind::case_, Relation::measured_by, Kind::tender},
    Legal{Kind::lesson, Relation::measured_by, Kind::tender},
    Legal{Kind::commitment, Relation::measured_by, Kind::tender},
    Legal{Kind::tender, Relation::uses, Kind::scenario},
    Legal{Kind::scenario, Relation::follows_from, Kind::scenario},
    Legal{Kind::tender, Relation::follows_from, Kind::tender},
    Legal{Kind::scenario, Relation::published_in, Kind::version},
    Legal{Kind::tender, Relation::published_in, Kind::version},
    Legal{Kind::commitment, Relation::published_in, Kind::version},
    Legal{Kind::report, Relation::published_in, Kind::version},
    Legal{Kind::question, Relation::published_in, Kind::version},
    Legal{Kind::answer, Relation::published_in, Kind::version},
    Legal{Kind::case_, Relation::published_in, Kind::version},
    Legal{Kind::lesson, Relation::published_in, Kind::version},
    Legal{Kind::session, Relation::published_in, Kind::version},
    Legal{Kind::workshop, Relation::published_in, Kind::version},
};

Problem not_found() { return Problem{Trouble::not_found, "problem.not_found", "", {}}; }

struct Ends {
    Record from;
    Record to;
};

Result<Ends> ends_for(const Act& act, std::string_view from, Relation relation, std::string_view to) {
    TRY(start, find_readable(act.in, act.who, from, act.when));
    TRY(end, find_readable(act.in, act.who, to, act.when));
    if (!is_legal(start.kind, relation, end.kind) || start.id == end.id || start.network != end.network) {
        return Problem{Trouble::invalid, "link.not_legal", "", {}};
    }
    if (!may_tie(act.who, start) && !may_tie(act.who, end)) {
        return Problem{Trouble::forbidden, "link.not_yours", "", {}};
    }
    return Ends{std::move(start), std::move(end)};
}

}  // namespace

std::string_view word(Relation relation) { return relation_words[static_cast<std::size_t>(relation)]; }

std::optional<Relation> relation_of(std::string_view text) {
    for (std::size_t i = 0; i < relation_words.size(); ++i) {
        if (relation_words[i] == text) return static_cast<Relation>(i);
    }
    return std::nullopt;
}

bool is_legal(Kind from, Relation relation, Kind to) {
    for (const Legal& one : legal) {
        if (one.from == from && one.relation == relation && one.to == to) return true;
    }
    return false;
}

bool may_tie(const Actor& actor, const Record& record) {
    const bool is_own = actor.is_signed_in() && record.owner == actor.person;
    return is_own || actor.is_facilitator(record.network) || actor.is_editor(record.network);
}

Result<Done> tie(const Act& act, std::string_view from, Relation relation, std::string_view to) {
    TRY(ends, ends_for(act, from, relation, to));
    const auto tied = act.in.execute(
        "insert into links (from_id, relation, to_id) values ($1, $2, $3) on conflict do nothing",
        {ends.from.id, word(relation), ends.to.id});
    if (tied > 0)
        journal::record(act, "link.tied", from, std::string(word(relation)) + " " + std::string(to));
    return Done{};
}

Result<Done> untie(const Act& act, std::string_view from, Relation relation, std::string_view to) {
    TRY(ends, ends_for(act, from, relation, to));
    const auto untied =
        act.in.execute("delete from links where from_id = $1 and relation = $2 and to_id = $3",
                       {ends.from.id, word(relation), ends.to.id});
    if (untied == 0) return not_found();
    journal::record(act, "link.untied", from, std::string(word(relation)) + " " + std::string(to));
    return Done{};
}

std::vector<Neighbour> neighbours(db::Connection& in, const Actor& actor, std::string_view id, Time when,
                                  bool but_answers) {
    std::vector<Neighbour> found;
    const auto gather = [&](std::string_view mine, std::string_view other, bool is_outgoing) {
        std::vector<db::Param> params = {id};
        const std::string condition = readable(actor, when, params);
        const std::string sql = "select " + std::string(record_columns) + ", l.relation " +
                                std::string(record_joins) + "join links l on l." + std::string(other) +
                                " = r.id where l." + std::string(mine) + " = $1 and " +
                                (but_answers ? "l.relation <> 'answers' and " : "") + condition +
                                " order by l.relation, r.created_at, r.id";
        in.query(sql, params, [&](const db::Row& row) {
            found.push_back(
                {relation_of(row.view(record_column_count)).value(), is_outgoing, read_record(row)});
        });
    };
    gather("from_id", "to_id", true);
    gather("to_id", "from_id", false);
    return found;
}

}  // namespace kring::chain
