// SPDX-License-Identifier: EUPL-1.2
#include "domain/breakout/plan.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "platform/base/secret.hpp"

namespace kring::breakout {

namespace {

seating::Side side_of(std::string_view word) {
    if (word == "purchaser") return seating::Side::purchaser;
    if (word == "supplier") return seating::Side::supplier;
    return seating::Side::adviser;
}

std::vector<seating::Round> standing_of(const Breakout& breakout, const std::vector<Seat>& seats) {
    if (!breakout.is_published) return {};
    std::vector<seating::Round> rounds(static_cast<std::size_t>(breakout.rounds));
    for (seating::Round& round : rounds) {
        for (const Table& table : breakout.tables) round.push_back({table.id, {}});
    }
    for (const Seat& seat : seats) {
        for (seating::Seated& seated : rounds.at(static_cast<std::size_t>(seat.round - 1))) {
            if (seated.table == seat.table) seated.people.push_back(seat.person);
        }
    }
    return rounds;
}

/// Who had a seat in which rounds.
using Seated = std::map<std::string, std::set<std::int64_t>>;

Seated seated_in(const std::vector<Seat>& seats) {
    Seated seated;
    for (const Seat& seat : seats) seated[seat.person].insert(seat.round);
    return seated;
}

std::string host_of(const Breakout& breakout, std::string_view person) {
    for (const Table& table : breakout.tables) {
        if (table.host == person) return table.id;
    }
    return "";
}

bool sits(const Breakout& breakout, const Sitter& sitter, std::string_view hosts) {
    const bool is_away =
        std::find(breakout.away.begin(), breakout.away.end(), sitter.person) != breakout.away.end();
    return !is_away && (sitter.is_here || !hosts.empty());
}

std::vector<int> absent_rounds(const Breakout& breakout, const std::set<std::int64_t>& seated, bool is_here) {
    std::vector<int> absent;
    for (std::int64_t round = 1; round <= breakout.rounds; ++round) {
        const bool is_held = round <= breakout.held();
        const bool is_there = is_held ? seated.count(round) > 0 : is_here;
        if (!is_there) absent.push_back(static_cast<int>(round - 1));
    }
    return absent;
}

std::string text_of(const std::vector<seating::Round>& rounds) {
    std::string text;
    for (const seating::Round& round : rounds) {
        text += "round\n";
        for (const seating::Seated& seated : round) {
            text += seated.table + ":";
            for (const std::string& person : seated.people) text += " " + person;
            text += "\n";
        }
    }
    return text;
}

bool has_seat_to_come(const std::vector<seating::Round>& rounds, int held, const std::string& person) {
    for (std::size_t round = static_cast<std::size_t>(held); round < rounds.size(); ++round) {
        for (const seating::Seated& seated : rounds[round]) {
            if (std::find(seated.people.begin(), seated.people.end(), person) != seated.people.end())
                return true;
        }
    }
    return false;
}

void count_changes(const Breakout& breakout, Proposal& proposal) {
    if (!breakout.is_published) return;
    std::set<std::string> people;
    for (const auto* rounds : {&proposal.request.standing, &proposal.plan.rounds}) {
        for (const seating::Round& round : *rounds) {
            for (const seating::Seated& seated : round)
                people.insert(seated.people.begin(), seated.people.end());
        }
    }
    const int held = proposal.request.held;
    for (const std::string& person : people) {
        const bool had = has_seat_to_come(proposal.request.standing, held, person);
        const bool has = has_seat_to_come(proposal.plan.rounds, held, person);
        if (has && !had) ++proposal.newcomers;
        if (had && !has) ++proposal.leavers;
    }
}

}  // namespace

seating::Request request_of(db::Connection& in, const Breakout& breakout, std::string_view network) {
    seating::Request request;
    request.rounds = static_cast<int>(breakout.rounds);
    request.mix = breakout.mix;
    request.seed = static_cast<std::uint64_t>(breakout.seed);
    for (const Table& table : breakout.tables) {
        const auto chairs = breakout.chairs > 0 ? static_cast<int>(breakout.chairs) : seating::chairs_max;
        request.tables.push_back({table.id, chairs});
    }
    for (const Apart& pair : breakout.apart) request.apart_organisations.push_back({pair.one, pair.other});
    const std::vector<Seat> seats = seats_of(in, breakout.workshop);
    const Seated seated = seated_in(seats);
    request.standing = standing_of(breakout, seats);
    if (breakout.is_published) request.held = static_cast<int>(std::min(breakout.held(), breakout.rounds));
    for (const Sitter& sitter : sitters(in, breakout.workshop, network)) {
        seating::Person person;
        person.id = sitter.person;
        person.side = side_of(sitter.side);
        person.organisation = sitter.organisation;
        person.hosts = host_of(breakout, sitter.person);
        const auto had = seated.find(sitter.person);
        const std::set<std::int64_t> rounds = had == seated.end() ? std::set<std::int64_t>() : had->second;
        const bool is_here = sits(breakout, sitter, person.hosts);
        person.absent = absent_rounds(breakout, rounds, is_here);
        if (person.absent.size() == static_cast<std::size_t>(breakout.rounds)) continue;
        request.people.push_back(std::move(person));
    }
    request.earlier = earlier_rounds(in, breakout.workshop);
    return request;
}

std::string mark_of(const Breakout& breakout, const seating::Request& request) {
    std::string text = breakout.workshop + " " + std::to_string(breakout.version) + " " +
                       std::to_string(request.seed) + " " + std::to_string(request.rounds) + " " +
                       std::to_string(request.held) + " " + std::string(word(request.mix)) + "\n";
    for (const seating::Person& person : request.people) {
        text += person.id + " " + std::to_string(static_cast<int>(person.side)) + " " + person.organisation +
                " " + person.hosts;
        for (const int round : person.absent) text += " -" + std::to_string(round);
        text += "\n";
    }
    for (const seating::Table& table : request.tables)
        text += table.id + " " + std::to_string(table.capacity) + "\n";
    for (const seating::Apart& pair : request.apart_organisations) text += pair.one + " " + pair.other + "\n";
    return sha256_hex(text + text_of(request.standing) + text_of(request.earlier));
}

Result<Proposal> propose(db::Connection& in, const Breakout& breakout, std::string_view network) {
    Proposal proposal;
    proposal.request = request_of(in, breakout, network);
    proposal.mark = mark_of(breakout, proposal.request);
    TRY(plan, seating::make_plan(proposal.request));
    proposal.plan = std::move(plan);
    count_changes(breakout, proposal);
    return proposal;
}

std::vector<Seat> seats_of(const seating::Plan& plan) {
    std::vector<Seat> seats;
    for (std::size_t round = 0; round < plan.rounds.size(); ++round) {
        for (const seating::Seated& seated : plan.rounds[round]) {
            for (const std::string& person : seated.people)
                seats.push_back({static_cast<std::int64_t>(round) + 1, seated.table, person});
        }
    }
    return seats;
}

}  // namespace kring::breakout
