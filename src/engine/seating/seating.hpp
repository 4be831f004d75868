// SPDX-License-Identifier: EUPL-1.2
// Who sits where: break-out tables × rounds, planned so that people meet others than before, and re-planned
// when somebody comes late or leaves. Pure: the same request with the same seed gives the same plan in every
// build; it knows no database, no clock and no web. Method, bound and results: docs/seating.md.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "platform/base/result.hpp"

namespace kring::seating {

enum class Side { purchaser, supplier, adviser };

/// What the facilitator wants of purchasers, suppliers and advisers.
enum class Mix {
    even,      ///< each side is spread over the tables in proportion
    separate,  ///< purchasers and suppliers do not share a table; advisers sit anywhere
    any        ///< no matter
};

struct Person {
    std::string id;
    Side side = Side::purchaser;
    std::string organisation;  ///< "" for somebody who comes alone
    std::vector<std::string>
        groups;               ///< competitors, say: who share a group are kept apart, but for colleagues
    std::string hosts;        ///< id of the table this person stays at in every round, "" for none
    std::vector<int> absent;  ///< rounds, from 0, in which this person is not there
};

struct Table {
    std::string id;
    int capacity = 0;  ///< chairs, 1 to chairs_max
};

/// Two people, or two organisations, that are kept apart. A name that is not in the request has no effect.
struct Apart {
    std::string one;
    std::string other;
};

/// Who sits at one table in one round, by id.
struct Seated {
    std::string table;
    std::vector<std::string> people;
};

using Round = std::vector<Seated>;

inline constexpr int people_max = 200;
inline constexpr int tables_max = 40;
inline constexpr int rounds_max = 12;
inline constexpr int chairs_max = 100;

struct Request {
    std::vector<Person> people;
    std::vector<Table> tables;
    int rounds = 1;
    Mix mix = Mix::even;
    std::vector<Apart> apart_people;
    std::vector<Apart> apart_organisations;
    std::vector<Round> earlier;   ///< rounds of former days: who shared a table there has met
    std::vector<Round> standing;  ///< the plan announced for these rounds, from round 0; empty when new
    int held = 0;                 ///< the first so many rounds of `standing` are over and stay as they were
    std::uint64_t seed = 1;
};

/// The hard rules, the gravest first.
enum class Rule {
    seat,                 ///< everybody present has one seat, and nobody absent has any
    host,                 ///< a host sits at the own table
    capacity,             ///< nobody sits without a chair
    apart_people,         ///< two named people
    apart_organisations,  ///< people of two named organisations
    apart_group,          ///< two who share a group
    even_sizes            ///< table sizes differ by one at most, but for tables that are full
};

/// Why a rule is broken. All but the last two are proofs: no seating keeps the rules in that round.
enum class Why {
    too_few_chairs,    ///< more people are present than there are chairs
    too_many_hosts,    ///< the hosts of one table have too few chairs there
    hosts_apart,       ///< both host the same table
    too_many_apart,    ///< those in `because` must all be apart and are more than there are tables
    every_way_failed,  ///< every seating of this round was tried; the rules together cannot be kept
    none_found,        ///< no seating that keeps them was found; that there is none was not proven
    avoidable          ///< another seating of this round keeps them: only in plans made by hand
};

/// One broken rule in one round that is not yet held.
struct Violation {
    Rule rule = Rule::seat;
    int round = 0;
    std::string table;                ///< id, "" when it concerns no table
    std::vector<std::string> people;  ///< whom it concerns; for chairs and sizes everybody at the table
    int by = 1;                       ///< how many people too many or too few at the table, else 1
    Why why = Why::none_found;
    std::vector<std::string> because;  ///< for too_many_apart
};

/// Somebody whose seat is another than in `standing`.
struct Move {
    std::string person;
    int round = 0;
    std::string from;
    std::string to;
};

/// Counts over all rounds, held ones included, in the order in which they weigh: less is better in each but
/// `new_meetings`. With Mix::separate `sides` comes before `new_meetings`: it would mean nothing after it.
struct Score {
    int broken = 0;        ///< hard rules, in rounds to come: once for each pair, or person without a chair
    int uneven = 0;        ///< people by which table sizes miss being equal within one, in rounds to come
    int moved = 0;         ///< seats that differ from `standing`
    int new_meetings = 0;  ///< pairs that share a table for the first time and are neither colleagues nor to
                           ///< be kept apart (nor, with Mix::separate, a purchaser and a supplier)
    int sides = 0;         ///< even: people by which tables miss their share of a side, rounded up or down;
                           ///< separate: times that a purchaser and a supplier share a table
    int colleagues = 0;    ///< times that two of one organisation share a table
};

/// Whether the first weighs better than the second.
bool is_better(const Score& one, const Score& other, Mix mix);

struct Plan {
    std::vector<Round> rounds;  ///< tables and, at each, people in the order of the request
    Score score;
    int bound = 0;     ///< no plan that keeps the hard rules has more new meetings; when sizes are uneven: no
                       ///< plan with these sizes
    int repeated = 0;  ///< times that two share a table who did so before, in this plan or in `earlier`
    std::vector<Violation> violations;
    std::vector<Move> moves;
};

/// Plans, or re-plans when the request has a standing plan: then as few seats change as the rules allow.
/// Always gives a plan when the request makes sense; what it cannot keep is in `violations`.
/// Problems: `invalid`, with phrases seating.problem.*, when names are double or unknown or numbers out of
/// range.
Result<Plan> make_plan(const Request& request);

/// Judges rounds that somebody made by hand: the same counts, bound and violations. Unknown names are left
/// out.
Result<Plan> judge(const Request& request, const std::vector<Round>& rounds);

}  // namespace kring::seating
