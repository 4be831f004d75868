// SPDX-License-Identifier: EUPL-1.2
// An answer that came by mail. Nobody learns anything from the reaction who does not hold an address
// that we mailed to a person: without an unbroken seal there is silence, so no mail of ours ever goes
// to somebody whose address was forged.
#include "domain/chain/audience.hpp"
#include "domain/contribution/acts.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/letters/acts.hpp"
#include "domain/letters/may.hpp"
#include "domain/letters/store.hpp"
#include "domain/letters/wording.hpp"
#include "domain/people/people.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"
#include "platform/mail/incoming.hpp"

namespace kring::letters {

namespace {

using mail::Incoming;

// RFC 3463: what is wrong, for mail programs that word it themselves.
std::string_view status_of(std::string_view why) {
    if (why == "too_big" || why == "too_long") return "5.3.4";
    if (why == "closed" || why == "expired") return "5.7.1";
    return "5.6.0";
}

// A message without an id of its own is known by all that it says.
std::string id_of(const Incoming& message, const ReplyAddress& address, std::string_view bytes) {
    const std::string own = message.message_id.empty() ? sha256_hex(bytes) : message.message_id;
    return sha256_hex(address.id + "\n" + own);
}

class Receiver {
public:
    Receiver(const Act& act, const Letterhead& head, const Incoming& message, std::string_view bytes)
        : act_(act), head_(head), message_(message), bytes_(bytes) {}

    Received judge() {
        const auto address = find_address();
        if (!address) return refuse(Reaction::silence, has_token_ ? "seal" : "no address");
        address_ = *address;
        id_ = id_of(message_, address_, bytes_);
        if (const std::string robot = mail::automatic_by(message_); !robot.empty())
            return refuse(Reaction::silence, "automatic: " + robot);
        if (is_our_own()) return refuse(Reaction::silence, "loop");
        if (is_taken(act_.in, id_)) return refuse(Reaction::silence, "taken");
        if (replies_since(act_.in, address_.person, act_.when - hour_ms) >= replies_an_hour_max)
            return refuse(Reaction::wait, "too many");
        if (!message_.fault.empty()) return bounce(message_.fault);
        if (address_.expires_at <= act_.when) return bounce("expired");
        return judge_answer();
    }

private:
    std::optional<ReplyAddress> find_address() {
        for (const std::string& email : message_.recipients) {
            const std::string_view token = token_in(head_, email);
            if (token.empty()) continue;
            has_token_ = true;
            if (auto found = find_reply_address(act_.in, token)) return found;
        }
        return std::nullopt;
    }

    // A message of ours that came back, with the Message-ID that it left with.
    bool is_our_own() {
        const auto at = message_.message_id.rfind('@');
        if (at == std::string::npos) return false;
        if (message_.message_id.substr(at + 1) != mail::domain_of(head_.mail_from)) return false;
        return act_.in.exists("select 1 from outbox where id = $1", {message_.message_id.substr(0, at)});
    }

    // A closed account, a closed room, another network, a question that is gone: one answer for all.
    Received judge_answer() {
        const auto actor = people::actor_of(act_.in, address_.person);
        if (!actor) return bounce("closed");
        const auto question = chain::find_readable(act_.in, *actor, address_.question, act_.when);
        if (!question || !may_reply(act_.in, *actor, *question, act_.when)) return bounce("closed");
        const std::string words = mail::own_words(message_.text, reply_markers(head_.phrases));
        if (words.empty()) return bounce("empty");
        if (length(words) > contribution::body_length_max) return bounce("too_long");
        const auto person = people::find_person(act_.in, address_.person).value();
        return is_proven(person) ? place(*actor, person, words) : hold(person, words);
    }

    // Written from the address we wrote to, by the word of our own mail server.
    bool is_proven(const people::Person& person) {
        if (message_.from.size() != 1 || people::canonical_email(message_.from[0]) != person.email)
            return false;
        return mail::dmarc_result(message_, head_.authserv, message_.from[0]) == "pass";
    }

    Received place(const Actor& actor, const people::Person& person, const std::string& words) {
        const Act theirs{actor, act_.when, act_.in, act_.origin};
        const auto placed = contribution::answer(theirs, {address_.question, person.language, words});
        if (!placed) return bounce("closed");
        insert_reply(act_.in, id_, person.id, act_.when);
        if (message_.attachments > 0) {
            post_now(person, "attachments", *placed, {{"count", std::to_string(message_.attachments)}});
        }
        return {Reaction::placed, "placed", ""};
    }

    Received hold(const people::Person& person, const std::string& words) {
        if (static_cast<int>(held_replies_of(act_.in, person.id).size()) >= held_replies_max)
            return refuse(Reaction::silence, "too many held");
        const HeldReply reply{new_id(act_.when), person.id, address_.question, words, act_.when};
        insert(act_.in, reply);
        insert_reply(act_.in, id_, person.id, act_.when);
        const Wording wording(head_, person);
        const std::string where =
            wording.address(desk::address(wording.language(), "/mijn/post/antwoorden/{id}", {reply.id}));
        post_letter(person, wording, "held", {{"address", where}});
        journal::record(act_, "reply.held", address_.question);
        return {Reaction::held, "held", ""};
    }

    void post_now(const people::Person& person, std::string_view kind, const std::string& answer,
                  html::PhraseValues values) {
        const Wording wording(head_, person);
        const auto record = chain::find(act_.in, answer).value();
        values.emplace_back("address", wording.address(desk::address_of(wording.language(), record)));
        post_letter(person, wording, kind, std::move(values));
    }

    void post_letter(const people::Person& person, const Wording& wording, std::string_view kind,
                     const html::PhraseValues& values) {
        const std::string key = "letters." + std::string(kind);
        journal::post(act_, {person.id, person.name, person.email, person.language,
                             wording.say(key + ".subject", values), wording.say(key + ".body", values)});
    }

    Received bounce(std::string_view why) {
        const auto person = people::find_person(act_.in, address_.person).value();
        const Wording wording(head_, person);
        const std::string address = wording.address(desk::address(wording.language(), "/vragen"));
        Received received = refuse(Reaction::bounce, why);
        received.text = std::string(status_of(why)) + " " +
                        wording.say("letters.bounce." + std::string(why), {{"address", address}});
        return received;
    }

    Received refuse(Reaction reaction, std::string_view why) {
        journal::record_refusal(act_, "reply.refused", address_.question, why);
        return {reaction, std::string(why), ""};
    }

    const Act& act_;
    const Letterhead& head_;
    const Incoming& message_;
    std::string_view bytes_;
    bool has_token_ = false;
    ReplyAddress address_;
    std::string id_;
};

Actor the_machine() {
    Actor machine;
    machine.is_operator = true;
    return machine;
}

}  // namespace

Received receive(db::Database& database, const Letterhead& head, std::string_view bytes, Time when) {
    const Incoming message = mail::read_incoming(bytes);
    const auto received = database.write([&](db::Connection& in) {
        const Act act{the_machine(), when, in, "mail"};
        return Result<Received>(Receiver(act, head, message, bytes).judge());
    });
    return *received;
}

}  // namespace kring::letters
