// SPDX-License-Identifier: EUPL-1.2
#include "domain/breakout/may.hpp"
#include "domain/breakout/pages.hpp"
#include "domain/breakout/store.hpp"
#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"

namespace kring::breakout {

namespace {

using desk::Visit;

std::string below(const Visit& visit, std::string_view workshop, std::string_view what) {
    return desk::address(visit, "/bijeenkomsten/{id}/tafels" + std::string(what), {workshop});
}

// Where the visitor sits in the round that goes on.
const Table* own_table(const Breakout& breakout, const std::vector<Seat>& seats, std::string_view person) {
    for (const Seat& seat : seats) {
        if (seat.round == breakout.round && seat.person == person) return breakout.table(seat.table);
    }
    return nullptr;
}

void add_notes(const Visit& visit, db::Connection& in, const Breakout& breakout, workshop::Beside& beside) {
    if (!breakout.has_begun() || breakout.is_over() || breakout.is_closed()) return;
    const Table* table = own_table(breakout, seats_of(in, breakout.workshop), visit.who.person);
    if (!table) return;
    beside.day.push_back(
        {desk::address(visit, "/bijeenkomsten/{id}/tafels/{tafel}/notities/{ronde}",
                       {breakout.workshop, std::to_string(table->number), std::to_string(breakout.round)}),
         visit.say("breakout.own.notes")});
}

}  // namespace

void add_doors(const Visit& visit, std::string_view workshop, workshop::Beside& beside) {
    visit.read([&](db::Connection& in) {
        const auto record = chain::find_readable(in, visit.who, workshop, visit.when);
        if (!record || !may_see(visit.who, record->network, workshop)) return;
        if (may_run(visit.who, record->network))
            beside.plan.push_back({below(visit, workshop, "/indeling"), visit.say("breakout.tables")});
        const auto breakout = find(in, workshop);
        if (!breakout || !breakout->is_published) return;
        beside.day.push_back({below(visit, workshop, ""), visit.say("breakout.door.own")});
        add_notes(visit, in, *breakout, beside);
    });
}

}  // namespace kring::breakout
