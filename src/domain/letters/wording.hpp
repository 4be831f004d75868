// SPDX-License-Identifier: EUPL-1.2
// The words of letters, in their reader's language: plain text that stands on its own. What may not
// travel by mail is told of by a link alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/letters/letters.hpp"
#include "domain/letters/seal.hpp"
#include "domain/people/people.hpp"
#include "platform/mail/mail.hpp"

namespace kring::letters {

/// A question or an answer, with the question it belongs to (itself, when it is one).
struct About {
    Kind kind = Kind::question;
    chain::Record record;
    chain::Record question;
    std::string text;
    network::Network network;
};

struct News {
    chain::Record record;
    network::Network network;
};

/// The address that stops a list with one click.
std::string stop_address(const Letterhead& head, std::string_view key, const Stop& stop,
                         html::Language language);

/// Lines above which somebody writes an answer by mail, in every language.
std::vector<std::string> reply_markers(const html::Phrases& phrases);

class Wording {
public:
    Wording(const Letterhead& head, const people::Person& reader);

    html::Language language() const { return language_; }

    /// Fill in whom it is for, subject and text; the rest of the message stays as it is.
    void about(const About& about, Choice choice, mail::Message& message) const;
    void digest(const std::vector<News>& items, mail::Message& message) const;

    /// "letters.KIND.subject" and ".body", for the few letters that are written at once.
    std::string say(std::string_view key, html::PhraseValues values = {}) const;

    /// A full address of the site.
    std::string address(std::string_view path) const { return head_.public_address + std::string(path); }

private:
    void open(const About& about, mail::Message& message) const;
    void closed(const About& about, mail::Message& message) const;
    void end(mail::Message& message, const std::string& why, const std::string& list) const;
    std::string by(const chain::Record& record) const;
    std::string news_line(const News& item) const;
    std::string name_of(const network::Network& network) const;

    const Letterhead& head_;
    people::Person reader_;
    html::Language language_;
};

}  // namespace kring::letters
