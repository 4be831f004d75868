// SPDX-License-Identifier: EUPL-1.2
#include "domain/people/lockout.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>

#include "platform/base/secret.hpp"

namespace kring::people {

namespace {

constexpr std::array<unsigned char, 12> mapped_ipv4 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

std::string ipv4_prefix(const unsigned char* bytes) {
    return std::to_string(bytes[0]) + "." + std::to_string(bytes[1]) + "." + std::to_string(bytes[2]) +
           ".0/24";
}

struct Counted {
    std::int64_t tries = 0;
    Time since;  ///< from here on the next try to be forgotten is waited for
    Time retry_at;
};

Counted counted(db::Connection& in, const Counter& counter, std::string_view name_hash, Time when) {
    Counted found{0, when, when};
    in.query("select tries, last_at, retry_at from login_failures where name_hash = $1", {name_hash},
             [&](const db::Row& row) {
                 const std::int64_t passed = std::max<std::int64_t>(when.ms - row.time(1).ms, 0);
                 const std::int64_t forgotten = passed / counter.budget.forgets_one_in_ms;
                 if (forgotten >= row.integer(0)) return;
                 // The part of a turn that has passed is kept, or a busy prefix would never forget.
                 // A wait longer than these tries bring is none: the clock was set back meanwhile.
                 const bool is_real = row.time(2) <= when + wait_after(counter.budget, row.integer(0));
                 found = {row.integer(0) - forgotten,
                          row.time(1) + forgotten * counter.budget.forgets_one_in_ms,
                          is_real ? row.time(2) : when};
             });
    return found;
}

Problem wait_problem(Time until, Time when) {
    const std::int64_t minutes = (until.ms - when.ms + minute_ms - 1) / minute_ms;
    return {Trouble::too_many, "people.wait", "", {{"count", std::to_string(minutes)}}};
}

}  // namespace

std::int64_t wait_after(const Budget& budget, std::int64_t tries) {
    std::int64_t wait = tries > budget.free_tries ? budget.first_wait_ms : 0;
    for (std::int64_t i = budget.free_tries + 1; i < tries && wait < budget.longest_wait_ms; ++i) wait *= 2;
    return std::min(wait, budget.longest_wait_ms);
}

std::string prefix_of(std::string_view remote) {
    std::string text(remote);
    std::array<unsigned char, 16> bytes{};
    if (inet_pton(AF_INET, text.c_str(), bytes.data()) == 1) return ipv4_prefix(bytes.data());
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) return text;
    if (std::memcmp(bytes.data(), mapped_ipv4.data(), mapped_ipv4.size()) == 0)
        return ipv4_prefix(&bytes[12]);
    std::fill(bytes.begin() + 6, bytes.end(), static_cast<unsigned char>(0));
    std::array<char, INET6_ADDRSTRLEN> written{};
    inet_ntop(AF_INET6, bytes.data(), written.data(), written.size());
    return std::string(written.data()) + "/48";
}

Result<Done> count_try(db::Connection& in, const std::vector<Counter>& counters, Time when) {
    Time until = when;
    std::vector<std::pair<std::string, Counted>> all;
    for (const Counter& counter : counters) {
        std::string name_hash = sha256_hex(counter.name);
        const Counted one = counted(in, counter, name_hash, when);
        until = std::max(until, one.retry_at);
        all.emplace_back(std::move(name_hash), one);
    }
    if (until > when) return wait_problem(until, when);

    for (std::size_t i = 0; i < counters.size(); ++i) {
        const std::int64_t tries = all[i].second.tries + 1;
        in.execute(R"(
            insert into login_failures (name_hash, tries, last_at, retry_at) values ($1, $2, $3, $4)
            on conflict (name_hash) do update set
                tries = excluded.tries, last_at = excluded.last_at, retry_at = excluded.retry_at)",
                   {all[i].first, tries, all[i].second.since, when + wait_after(counters[i].budget, tries)});
    }
    return Done{};
}

void forget_tries(db::Connection& in, const Counter& counter) {
    in.execute("delete from login_failures where name_hash = $1", {sha256_hex(counter.name)});
}

void give_back_try(db::Connection& in, const Counter& counter) {
    in.execute("update login_failures set tries = tries - 1 where name_hash = $1 and tries > 0",
               {sha256_hex(counter.name)});
}

}  // namespace kring::people
