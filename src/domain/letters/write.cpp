// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/audience.hpp"
#include "domain/contribution/store.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/letters/acts.hpp"
#include "domain/letters/may.hpp"
#include "domain/letters/store.hpp"
#include "domain/letters/wording.hpp"
#include "domain/network/store.hpp"
#include "domain/people/people.hpp"

namespace kring::letters {

namespace {

Written withheld(std::string why, const LetterRow& row) { return {std::nullopt, std::move(why), row.record}; }

class Writer {
public:
    Writer(db::Connection& in, const Letterhead& head, const LetterRow& row, Time when)
        : in_(in), head_(head), row_(row), when_(when) {}

    Written write(const std::string& person_id) {
        const auto person = people::find_person(in_, person_id);
        const auto actor = people::actor_of(in_, person_id);
        if (!person || !actor) return withheld("person", row_);
        wording_.emplace(head_, *person);
        return row_.kind == Kind::digest ? write_digest(*actor) : write_about(*actor);
    }

private:
    Written write_about(const Actor& actor) {
        const auto record = chain::find(in_, row_.record);
        const auto network = record ? network::find(in_, record->network) : std::nullopt;
        if (!record || !network) return withheld("rights", row_);
        const Wish wish = wish_for(in_, actor, *record, when_);
        if (wish == Wish::forbidden) return withheld("rights", row_);
        const auto stop = find_stop_of(in_, actor.person, record->network);
        if (wish == Wish::unwanted || !stop) return withheld("choice", row_);

        About about{row_.kind, *record, *record, "", *network};
        if (row_.kind == Kind::answer) {
            const auto question = chain::find_readable(in_, actor, record->parent, when_);
            if (!question) return withheld("rights", row_);
            about.question = *question;
        }
        about.text = text_of(*record);
        const std::string key = find_key(in_);
        Written done;
        done.record = row_.record;
        done.keeps_day_alone = row_.kind == Kind::question && is_anonymous(in_, record->id);
        mail::Message message;
        if (may_travel(*network, *record) && may_reply(in_, actor, about.question, when_))
            message.reply_to = reply_to(actor, about.question, key);
        message.thread = about.question.id;
        message.list_id = list_id(head_, key, network->id, network->is_open);
        message.unsubscribe = stop_address(head_, key, *stop, wording_->language());
        wording_->about(about, choice_of_person(in_, actor.person, network->id), message);
        done.message = std::move(message);
        return done;
    }

    Written write_digest(const Actor& actor) {
        const auto stop = find_stop_of(in_, actor.person, "");
        if (!stop || weekday_of_person(in_, actor.person) == never) return withheld("choice", row_);
        std::vector<News> items;
        for (const chain::Record& record : news(in_, actor, row_.after, row_.until, when_)) {
            const auto network = network::find(in_, record.network);
            if (network) items.push_back({record, *network});
        }
        if (items.empty()) return withheld("empty", row_);
        mail::Message message;
        message.list_id = "weekoverzicht." + mail::domain_of(head_.mail_from);
        message.unsubscribe = stop_address(head_, find_key(in_), *stop, wording_->language());
        wording_->digest(items, message);
        return {std::move(message), "", ""};
    }

    std::string text_of(const chain::Record& record) {
        if (row_.kind == Kind::question) {
            const auto question = contribution::find_question(in_, record);
            return question ? question->body : "";
        }
        const auto answer = contribution::find_answer(in_, record);
        return answer ? answer->body : "";
    }

    std::string reply_to(const Actor& actor, const chain::Record& question, const std::string& key) {
        if (head_.reply_address.empty() || key.empty()) return "";
        const auto address = reply_address_of(in_, actor.person, question.id);
        return address ? written(head_, key, *address) : "";
    }

    db::Connection& in_;
    const Letterhead& head_;
    const LetterRow& row_;
    Time when_;
    std::optional<Wording> wording_;
};

}  // namespace

Written write(db::Connection& in, const Letterhead& head, const journal::Waiting& waiting, Time when) {
    Written done;
    if (const auto row = find_letter(in, waiting.id)) {
        done = Writer(in, head, *row, when).write(waiting.person);
    } else {
        done.message.emplace();
        done.message->to_name = waiting.to_name;
        done.message->to_email = waiting.to_email;
        done.message->subject = waiting.subject;
        done.message->text = waiting.body;
        done.message->calendar = waiting.calendar;
        done.message->language = waiting.language;
    }
    if (done.message) done.message->id = waiting.id;
    return done;
}

Result<Done> withhold(const Act& act, std::string_view outbox_id, const Written& why) {
    journal::withhold(act.in, outbox_id, act.when);
    journal::record(act, "letters.withheld", why.record.empty() ? outbox_id : std::string_view(why.record),
                    why.withheld);
    return Done{};
}

}  // namespace kring::letters
