// SPDX-License-Identifier: EUPL-1.2
#include <array>
#include <utility>

#include "domain/people/acts.hpp"
#include "domain/people/store.hpp"
#include "platform/base/secret.hpp"

namespace kring::people {

namespace {

constexpr std::size_t sessions_per_person_max = 20;

using Mark = std::pair<std::string_view, std::string_view>;  // what a user agent holds, and what that means

// In this order: nearly every browser also claims to be the ones further down.
constexpr std::array browser_marks = {
    Mark{"Edg", "Edge"},        Mark{"OPR/", "Opera"},    Mark{"SamsungBrowser", "Samsung Internet"},
    Mark{"Firefox", "Firefox"}, Mark{"FxiOS", "Firefox"}, Mark{"CriOS", "Chrome"},
    Mark{"Chrome", "Chrome"},   Mark{"Safari", "Safari"},
};
constexpr std::array system_marks = {
    Mark{"iPhone", "iOS"},    Mark{"iPad", "iOS"},     Mark{"Android", "Android"}, Mark{"Windows", "Windows"},
    Mark{"CrOS", "ChromeOS"}, Mark{"Mac OS", "macOS"}, Mark{"Linux", "Linux"},
};

template <std::size_t size>
std::string_view meaning(const std::array<Mark, size>& marks, std::string_view user_agent) {
    for (const auto& [mark, what] : marks) {
        if (user_agent.find(mark) != std::string_view::npos) return what;
    }
    return "";
}

void drop_oldest_sessions(db::Connection& in, std::string_view person_id) {
    in.execute(R"(
        delete from login_sessions where person_id = $1 and id not in (
            select id from login_sessions where person_id = $1 order by created_at desc, id desc limit $2))",
               {person_id, static_cast<std::int64_t>(sessions_per_person_max)});
}

std::string device_for(db::Connection& in, std::string_view person_id, std::string_view device_token,
                       Time when) {
    if (is_known_device(in, person_id, device_token, when)) return "";
    std::string token = new_token();
    in.execute("insert into known_devices (token_hash, person_id, created_at) values ($1, $2, $3)",
               {sha256_hex(token), person_id, when});
    return token;
}

}  // namespace

std::optional<Session> find_session(db::Connection& in, std::string_view token, Time when) {
    if (token.empty()) return std::nullopt;
    std::optional<Session> found;
    const std::string token_hash = sha256_hex(token);
    in.query(R"(
        select s.id, s.csrf, s.seen_at, p.language, p.id, p.name, p.organisation_id, p.is_administrator
        from login_sessions s join people p on p.id = s.person_id
        where s.token_hash = $1 and s.expires_at > $2 and p.state = 'active')",
             {token_hash, when}, [&](const db::Row& row) {
                 Session session{row.text(0), row.text(1), token_hash, {}, row.text(3), row.time(2)};
                 session.who.person = row.text(4);
                 session.who.name = row.text(5);
                 session.who.organisation = row.text(6);
                 session.who.is_administrator = row.truth(7);
                 found = std::move(session);
             });
    if (found) fill_rights(in, found->who);
    return found;
}

void touch_session(db::Connection& in, std::string_view token_hash, Time when) {
    in.execute("update login_sessions set seen_at = $2 where token_hash = $1", {token_hash, when});
}

Welcome open_session(db::Connection& in, const Person& person, const Visitor& visitor, bool by_link,
                     Time when) {
    // A browser that was somebody else's begins anew: no token lives on across a sign-in (R9).
    in.execute("delete from login_sessions where id = $1", {visitor.session_id});
    Welcome welcome{person, new_token(), new_token(), device_for(in, person.id, visitor.device_token, when)};
    in.execute(R"(
        insert into login_sessions (token_hash, id, person_id, csrf, device, by_link, created_at, seen_at,
                                    expires_at)
        values ($1, $2, $3, $4, $5, $6, $7, $7, $8))",
               {sha256_hex(welcome.session_token), new_id(when), person.id, welcome.csrf,
                device_name(visitor.user_agent), by_link, when, when + session_ms});
    drop_oldest_sessions(in, person.id);
    return welcome;
}

bool is_known_device(db::Connection& in, std::string_view person_id, std::string_view device_token,
                     Time when) {
    if (device_token.empty()) return false;
    return in.exists(
        "select 1 from known_devices where token_hash = $1 and person_id = $2 and created_at > $3",
        {sha256_hex(device_token), person_id, when - device_ms});
}

bool is_fresh_by_link(db::Connection& in, std::string_view session_id, Time when) {
    return in.exists("select 1 from login_sessions where id = $1 and by_link = 1 and created_at > $2",
                     {session_id, when - fresh_ms});
}

std::vector<OpenSession> sessions_of(db::Connection& in, std::string_view person_id, Time when) {
    std::vector<OpenSession> found;
    in.query(R"(
        select id, device, created_at, seen_at from login_sessions
        where person_id = $1 and expires_at > $2 order by seen_at desc, id desc)",
             {person_id, when}, [&](const db::Row& row) {
                 found.push_back(OpenSession{row.text(0), row.text(1), row.time(2), row.time(3)});
             });
    return found;
}

std::string device_name(std::string_view user_agent) {
    const std::string browser(meaning(browser_marks, user_agent));
    const std::string system(meaning(system_marks, user_agent));
    if (browser.empty() || system.empty()) return browser + system;
    return browser + ", " + system;
}

Result<Done> sign_out(const Act& act, std::string_view session_id) {
    if (act.in.execute("delete from login_sessions where id = $1 and person_id = $2",
                       {session_id, act.who.person}) > 0) {
        journal::record(act, "sign_out.done", act.who.person);
    }
    return Done{};
}

Result<Done> revoke_session(const Act& act, std::string_view session_id) {
    if (act.in.execute("delete from login_sessions where id = $1 and person_id = $2",
                       {session_id, act.who.person}) == 0) {
        return Problem{Trouble::not_found, "people.session.gone", "", {}};
    }
    journal::record(act, "session.revoked", act.who.person);
    return Done{};
}

Result<Done> revoke_other_sessions(const Act& act, std::string_view but_session_id) {
    const std::int64_t ended = act.in.execute("delete from login_sessions where person_id = $1 and id <> $2",
                                              {act.who.person, but_session_id});
    journal::record(act, "session.revoked", act.who.person, "others=" + std::to_string(ended));
    return Done{};
}

void end_all_sessions(db::Connection& in, std::string_view person_id) {
    in.execute("delete from login_sessions where person_id = $1", {person_id});
}

Result<Done> drop_expired(db::Connection& in, Time when) {
    in.execute("delete from login_sessions where expires_at <= $1", {when});
    in.execute("delete from login_links where expires_at <= $1", {when});
    in.execute("delete from known_devices where created_at <= $1", {when - device_ms});
    // Every budget has forgotten its tries by then.
    in.execute("delete from login_failures where last_at <= $1 and retry_at <= $2",
               {when - 30 * day_ms, when});
    return Done{};
}

}  // namespace kring::people
