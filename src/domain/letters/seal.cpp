// SPDX-License-Identifier: EUPL-1.2
#include "domain/letters/seal.hpp"

#include "domain/letters/store.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"
#include "platform/mail/mail.hpp"

namespace kring::letters {

namespace {

constexpr std::size_t reply_seal_length = 24;  // 96 bits; what stands before "@" has at most 64 characters
constexpr std::size_t stop_seal_length = 32;

// No field can pass part of itself off as the next one: ids hold no line break.
std::string seal(std::string_view key, std::initializer_list<std::string_view> fields, std::size_t most) {
    std::string all;
    for (const std::string_view field : fields) all += std::string(field) + "\n";
    return hmac_hex(key, all).substr(0, most);
}

struct Token {
    std::string_view id;
    std::string_view seal;
};

Token token_of(std::string_view text) {
    const auto dot = text.find('.');
    if (dot == std::string_view::npos) return {};
    return {text.substr(0, dot), text.substr(dot + 1)};
}

std::string seal_of(std::string_view key, const ReplyAddress& address) {
    return seal(key, {"reply", address.id, address.person, address.question, to_text(address.expires_at)},
                reply_seal_length);
}

std::string seal_of(std::string_view key, const Stop& stop) {
    return seal(key, {"stop", stop.id, stop.person, stop.network}, stop_seal_length);
}

// Without a key nothing was ever sealed.
template <class Sealed>
std::optional<Sealed> unbroken(db::Connection& in, std::optional<Sealed> found, std::string_view given) {
    const std::string key = find_key(in);
    if (!found || key.empty() || !same_secret(seal_of(key, *found), given)) return std::nullopt;
    return found;
}

}  // namespace

std::string find_key(db::Connection& in) {
    return in.first_text("select key from seal_keys where name = 'letters'").value_or("");
}

std::string make_key(db::Connection& in, Time when) {
    std::string key = find_key(in);
    if (!key.empty()) return key;
    key = new_token();
    in.execute("insert into seal_keys (name, key, made_at) values ('letters', $1, $2)", {key, when});
    return key;
}

std::string written(const Letterhead& head, std::string_view key, const ReplyAddress& address) {
    const std::string& base = head.reply_address;
    const auto at = base.rfind('@');
    if (at == std::string::npos) return "";
    return base.substr(0, at) + "+" + address.id + "." + seal_of(key, address) + base.substr(at);
}

std::string_view token_in(const Letterhead& head, std::string_view email) {
    const std::string base = ascii_lower(head.reply_address);
    const auto at = base.rfind('@');
    if (at == std::string::npos) return {};
    const std::string begin = base.substr(0, at) + "+";
    const std::string end = base.substr(at);
    if (email.size() <= begin.size() + end.size()) return {};
    if (!email.starts_with(begin) || !email.ends_with(end)) return {};
    return email.substr(begin.size(), email.size() - begin.size() - end.size());
}

std::optional<ReplyAddress> find_reply_address(db::Connection& in, std::string_view token) {
    const Token given = token_of(token);
    return unbroken(in, reply_address(in, given.id), given.seal);
}

std::string written(std::string_view key, const Stop& stop) { return stop.id + "." + seal_of(key, stop); }

std::optional<Stop> find_stop(db::Connection& in, std::string_view token) {
    const Token given = token_of(token);
    return unbroken(in, stop_by_id(in, given.id), given.seal);
}

std::string list_id(const Letterhead& head, std::string_view key, std::string_view network, bool is_open) {
    const std::string label = is_open ? std::string(network) : "besloten-" + seal(key, {"list", network}, 12);
    return label + "." + mail::domain_of(head.mail_from);
}

}  // namespace kring::letters
