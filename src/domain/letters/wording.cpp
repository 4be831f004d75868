// SPDX-License-Identifier: EUPL-1.2
#include "domain/letters/wording.hpp"

#include "domain/desk/addresses.hpp"
#include "domain/network/store.hpp"
#include "domain/people/letters.hpp"
#include "platform/base/text.hpp"

namespace kring::letters {

namespace {

constexpr std::size_t subject_length_max = 120;
constexpr std::size_t digest_items_max = 40;

/// No more than one empty line at a time: a part that is empty leaves two.
std::string without_gaps(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n' && out.ends_with("\n\n")) continue;
        out += c;
    }
    return out;
}

}  // namespace

std::string stop_address(const Letterhead& head, std::string_view key, const Stop& stop,
                         html::Language language) {
    return head.public_address +
           desk::address(language, "/post/uitschrijven/{sleutel}", {written(key, stop)});
}

std::vector<std::string> reply_markers(const html::Phrases& phrases) {
    std::vector<std::string> markers;
    for (const html::Language language : html::languages)
        markers.push_back(phrases.say("letters.reply_marker", language));
    return markers;
}

Wording::Wording(const Letterhead& head, const people::Person& reader)
    : head_(head), reader_(reader), language_(people::language_of(reader.language)) {}

std::string Wording::say(std::string_view key, html::PhraseValues values) const {
    values.emplace_back("name", reader_.name);
    values.emplace_back("site", head_.site_name);
    return head_.phrases.say(key, language_, values);
}

std::string Wording::name_of(const network::Network& network) const {
    return network::name(network, html::code(language_));
}

std::string Wording::by(const chain::Record& record) const {
    if (record.owner_name.empty()) return say("letters.by.nobody");
    if (record.owner_organisation.empty()) return record.owner_name;
    return record.owner_name + ", " + record.owner_organisation;
}

void Wording::about(const About& about, Choice choice, mail::Message& message) const {
    message.to_name = reader_.name;
    message.to_email = reader_.email;
    message.language = reader_.language;
    if (may_travel(about.network, about.record))
        open(about, message);
    else
        closed(about, message);
    message.subject = shortened(message.subject, subject_length_max);
    const std::string list = about.network.is_open ? name_of(about.network) : say("letters.closed.list");
    end(message, say("letters.why." + std::string(word(choice)), {{"list", list}}), list);
}

void Wording::open(const About& about, mail::Message& message) const {
    const std::string key = "letters." + std::string(word(about.kind));
    const bool takes_answers = !message.reply_to.empty();
    message.subject =
        say(key + ".subject", {{"network", name_of(about.network)}, {"title", about.question.title}});
    if (takes_answers) message.text = say("letters.reply_marker") + "\n\n";
    message.text += say(key + ".body", {{"network", name_of(about.network)},
                                        {"by", by(about.record)},
                                        {"title", about.question.title},
                                        {"text", about.text},
                                        {"answering", takes_answers ? say("letters.answering") : ""},
                                        {"address", address(desk::address_of(language_, about.record))}});
}

void Wording::closed(const About& about, mail::Message& message) const {
    const std::string key = "letters.closed." + std::string(word(about.kind));
    message.subject = say(key + ".subject");
    message.text = say(key + ".body", {{"address", address(desk::address_of(language_, about.record))}});
}

void Wording::end(mail::Message& message, const std::string& why, const std::string& list) const {
    const std::string settings = address(desk::address(language_, "/mijn/post"));
    const std::string footer =
        say("letters.footer",
            {{"why", why}, {"list", list}, {"stop", message.unsubscribe}, {"settings", settings}});
    const std::string text = without_gaps(message.text);
    message.text = std::string(trim(text)) + "\n\n-- \n" + footer + "\n";
}

std::string Wording::news_line(const News& item) const {
    const std::string where = address(desk::address_of(language_, item.record));
    const std::string kind = say("kind." + std::string(chain::word(item.record.kind)));
    if (!may_travel(item.network, item.record))
        return say("letters.digest.closed_line", {{"kind", kind}, {"address", where}});
    return say("letters.digest.line", {{"kind", kind}, {"title", item.record.title}, {"address", where}});
}

void Wording::digest(const std::vector<News>& items, mail::Message& message) const {
    message.to_name = reader_.name;
    message.to_email = reader_.email;
    message.language = reader_.language;
    std::vector<std::pair<std::string, std::string>> networks;  // heading and lines, in order of first news
    for (std::size_t i = 0; i < std::min(items.size(), digest_items_max); ++i) {
        const network::Network& network = items[i].network;
        const std::string heading = network.is_open ? name_of(network) : say("letters.digest.closed_network");
        auto at = std::find_if(networks.begin(), networks.end(),
                               [&](const auto& one) { return one.first == heading; });
        if (at == networks.end()) at = networks.insert(at, {heading, ""});
        at->second += news_line(items[i]) + "\n";
    }
    std::string lines;
    for (const auto& [heading, all] : networks) lines += heading + "\n\n" + all + "\n";
    const std::string count = std::to_string(items.size());
    const bool has_more = items.size() > digest_items_max;
    message.subject = say("letters.digest.subject", {{"count", count}});
    const std::string more = has_more ? say("letters.digest.more", {{"address", address("/")}}) : "";
    message.text = say("letters.digest.body", {{"lines", lines}, {"more", more}});
    end(message, say("letters.why.digest"), say("letters.digest.list"));
}

}  // namespace kring::letters
