// SPDX-License-Identifier: EUPL-1.2
#include "tests/domain/registration/waiting_list_model.hpp"

#include <algorithm>
#include <set>

namespace kring::registration {

namespace {

constexpr std::int64_t hour = 3600 * 1000;

bool has_place(const WaitingListModel::One& one) {
    return one.state == "confirmed" || one.state == "offered";
}
bool is_in(const WaitingListModel::One& one) { return has_place(one) || one.state == "waiting"; }

}  // namespace

std::string WaitingListModel::terms(std::int64_t room, std::int64_t online, std::int64_t most, bool is_open,
                                    std::int64_t now) {
    settle(now);
    for (const auto& [pool, wanted] :
         {std::pair<std::string, std::int64_t>{"room", room}, {"online", online}}) {
        if (wanted < held(pool)) return "places_held";
        for (const auto& [person, one] : people_) {
            if (most > 0 && !one.organisation.empty() && held(pool, one.organisation) > most)
                return "organisation_held";
        }
    }
    places_ = {{"room", room}, {"online", online}};
    most_ = most;
    is_open_ = is_open;
    settle(now);
    return "";
}

std::string WaitingListModel::registers(const std::string& person, const std::string& organisation,
                                        const std::string& pool, bool by_facilitator, std::int64_t now) {
    if (now >= begins_) return "begun";
    if (!is_open_ && !by_facilitator) return "closed";
    settle(now);
    if (people_.count(person) > 0 && is_in(people_[person])) return "";
    if (places_[pool] == 0) return "pool";
    One one;
    one.organisation = organisation;
    one.pool = pool;
    one.number = ++last_number_;
    people_[person] = one;
    const bool is_full = held(pool) >= places_[pool];
    const bool has_all = most_ > 0 && !organisation.empty() && held(pool, organisation) >= most_;
    move(person, is_full || has_all ? "waiting" : "confirmed", now);
    return "";
}

std::string WaitingListModel::cancels(const std::string& person, bool by_facilitator, std::int64_t now) {
    if (now >= begins_ && !by_facilitator) return "begun";
    if (people_.count(person) == 0) return "not_found";
    settle(now);
    if (!is_in(people_[person])) return "";
    move(person, "cancelled", now);
    settle(now);
    return "";
}

std::string WaitingListModel::accepts(const std::string& person, std::int64_t now) {
    if (people_.count(person) == 0) return "not_found";
    settle(now);
    const std::string& state = people_[person].state;
    if (state == "confirmed") return "";
    if (state != "offered") return "offer_over";
    move(person, "confirmed", now);
    return "";
}

std::string WaitingListModel::passes_over(const std::string& person, bool back, std::int64_t now) {
    settle(now);
    One& one = people_[person];
    if (one.state != "waiting") return "not_waiting";
    if (back && !one.is_passed_over) return "";
    one.is_passed_over = !back;
    ++letters_[{person, back ? "put_back" : "passed_over"}];
    return "";
}

void WaitingListModel::time_passes(std::int64_t now) { settle(now); }

int WaitingListModel::position(const std::string& person) const {
    const One& mine = people_.at(person);
    int before = 0;
    for (const auto& [id, one] : people_) {
        const bool waits_here = one.state == "waiting" && one.pool == mine.pool;
        if (waits_here && goes_first(one, mine)) ++before;
    }
    return before + 1;
}

std::vector<std::string> WaitingListModel::faults(const std::map<std::string, One>& found) const {
    std::vector<std::string> faults;
    std::set<std::int64_t> numbers;
    std::map<std::string, std::int64_t> taken;
    std::map<std::string, std::int64_t> taken_by;
    for (const auto& [person, one] : found) {
        if (!numbers.insert(one.number).second) faults.push_back("a number twice");
        if (!has_place(one)) continue;
        ++taken[one.pool];
        if (!one.organisation.empty()) ++taken_by[one.pool + " " + one.organisation];
    }
    for (const auto& [pool, count] : taken) {
        if (count > places_.at(pool)) faults.push_back("more held than there is " + pool);
    }
    for (const auto& [who, count] : taken_by) {
        if (most_ > 0 && count > most_) faults.push_back("an organisation has more than it may: " + who);
    }
    return faults;
}

void WaitingListModel::settle(std::int64_t now) {
    std::vector<std::string> over;
    for (const auto& [person, one] : people_) {
        if (one.state == "offered" && (now >= one.until || now >= begins_)) over.push_back(person);
    }
    for (const std::string& person : over) move(person, "expired", now);
    if (now >= begins_) return;
    for (const std::string pool : {"room", "online"}) {
        for (std::string person = next(pool); held(pool) < places_[pool] && !person.empty();
             person = next(pool))
            move(person, "offered", now);
    }
}

void WaitingListModel::move(const std::string& person, const std::string& state, std::int64_t now) {
    One& one = people_[person];
    one.state = state;
    one.is_passed_over = false;
    one.until = state == "offered" ? std::min(now + (now >= near_ ? 2 : 24) * hour, begins_) : 0;
    ++letters_[{person, state}];
}

std::string WaitingListModel::next(const std::string& pool) const {
    std::string first;
    for (const auto& [person, one] : people_) {
        if (one.state != "waiting" || one.pool != pool) continue;
        if (most_ > 0 && !one.organisation.empty() && held(pool, one.organisation) >= most_) continue;
        if (first.empty() || goes_first(one, people_.at(first))) first = person;
    }
    return first;
}

std::int64_t WaitingListModel::held(const std::string& pool, const std::string& organisation) const {
    std::int64_t count = 0;
    for (const auto& [person, one] : people_) {
        const bool is_theirs = organisation.empty() || one.organisation == organisation;
        if (has_place(one) && one.pool == pool && is_theirs) ++count;
    }
    return count;
}

bool WaitingListModel::goes_first(const One& one, const One& other) const {
    if (one.is_passed_over != other.is_passed_over) return other.is_passed_over;
    return one.number < other.number;
}

}  // namespace kring::registration
