// SPDX-License-Identifier: EUPL-1.2
#include "domain/people/acts.hpp"
#include "domain/people/lockout.hpp"
#include "domain/people/store.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"

namespace kring::people {

namespace {

std::optional<Link> find_link(db::Connection& in, std::string_view token, std::string_view purpose,
                              Time when) {
    std::optional<Link> found;
    in.query(R"(
        select person_id, browser_hash from login_links
        where token_hash = $1 and purpose = $2 and used_at is null and expires_at > $3)",
             {sha256_hex(token), purpose, when},
             [&](const db::Row& row) { found = Link{row.text(0), row.text(1)}; });
    return found;
}

std::vector<Counter> letter_counters(std::string_view email, const Visitor& visitor, bool is_known_device) {
    if (is_known_device) return {{"letter-device:" + visitor.device_token, letter_budget}};
    return {{"letter:" + std::string(email), letter_budget},
            {"letter-prefix:" + prefix_of(visitor.remote), prefix_budget}};
}

std::string with_token(const std::string& address, std::string_view token, std::string_view next = "") {
    return address + "?t=" + std::string(token) + (next.empty() ? "" : "&volgende=" + url_encoded(next));
}

}  // namespace

std::optional<Link> find_sign_in_link(db::Connection& in, std::string_view token, Time when) {
    return find_link(in, token, "sign_in", when);
}

std::optional<Link> find_invitation(db::Connection& in, std::string_view token, Time when) {
    return find_link(in, token, "invitation", when);
}

bool is_of_browser(const Link& link, std::string_view browser_token) {
    return !browser_token.empty() && same_secret(link.browser_hash, sha256_hex(browser_token));
}

std::string make_link(const Act& act, std::string_view person_id, std::string_view purpose,
                      std::string_view browser_token) {
    std::string token = new_token();
    const std::string browser_hash = browser_token.empty() ? "" : sha256_hex(browser_token);
    const std::int64_t lifetime = purpose == "invitation" ? invitation_ms : sign_in_link_ms;
    act.in.execute(R"(
        insert into login_links (token_hash, person_id, purpose, browser_hash, created_at, expires_at)
        values ($1, $2, $3, $4, $5, $6))",
                   {sha256_hex(token), person_id, purpose, db::text_or_null(browser_hash), act.when,
                    act.when + lifetime});
    return token;
}

Result<Done> ask_for_link(const Act& act, const Stationery& stationery, std::string_view email,
                          const Visitor& visitor, std::string_view browser_token, std::string_view next) {
    const std::string address = canonical_email(email);
    if (!is_email(address)) return Problem{Trouble::invalid, "people.email.invalid", "email", {}};
    const auto person = find_by_email(act.in, address);
    const bool is_known = is_known_device(act.in, person ? person->id : "", visitor.device_token, act.when);
    TRY_DONE(count_try(act.in, letter_counters(address, visitor, is_known), act.when));

    if (person && person->state == "active") {
        const std::string token = make_link(act, person->id, "sign_in", browser_token);
        post_letter(act, stationery, *person, "link",
                    {{"link", with_token(stationery.address(language_of(person->language), "/aanmelden/link"),
                                         token, next)},
                     {"minutes", std::to_string(sign_in_link_ms / minute_ms)}});
    }
    if (person && person->state == "invited") post_invitation(act, stationery, *person);
    // A line for nobody too: without one, a write that writes nothing would be quicker (R7).
    journal::record(act, "link.asked", person ? person->id : "");
    return Done{};
}

void post_invitation(const Act& act, const Stationery& stationery, const Person& person) {
    const std::string token = make_link(act, person.id, "invitation", "");
    post_letter(
        act, stationery, person, "invitation",
        {{"link", with_token(stationery.address(language_of(person.language), "/uitnodiging"), token)},
         {"days", std::to_string(invitation_ms / day_ms)}});
}

Result<Welcome> use_link(const Act& act, std::string_view token, const Visitor& visitor,
                         std::string_view browser_token, bool is_confirmed) {
    const auto link = find_sign_in_link(act.in, token, act.when);
    if (!link) return Problem{Trouble::not_found, "people.link.gone", "", {}};
    if (!is_confirmed && !is_of_browser(*link, browser_token)) {
        return Problem{Trouble::conflict, "people.link.other_browser", "", {}};
    }
    const auto person = find_person(act.in, link->person_id);
    if (!person || person->state != "active") return Problem{Trouble::not_found, "people.link.gone", "", {}};
    // Asked once more while writing: of two uses at the same moment, one finds it used.
    if (act.in.execute("update login_links set used_at = $2 where token_hash = $1 and used_at is null",
                       {sha256_hex(token), act.when}) == 0) {
        return Problem{Trouble::not_found, "people.link.gone", "", {}};
    }
    act.in.execute("delete from login_links where person_id = $1 and used_at is null", {person->id});
    forget_tries(act.in, {"account:" + person->email, account_budget});
    Welcome welcome = open_session(act.in, *person, visitor, true, act.when);
    Act own = act;
    own.who.person = person->id;
    journal::record(own, "sign_in.done", person->id, "link");
    return welcome;
}

}  // namespace kring::people
