// SPDX-License-Identifier: EUPL-1.2
#include "domain/preparation/message.hpp"

#include <array>

#include "domain/desk/form.hpp"
#include "platform/base/secret.hpp"

namespace kring::preparation {

namespace {

constexpr std::array<std::string_view, 4> people_words = {"members", "registered", "waiting", "unregistered"};
constexpr std::array<std::string_view, 5> left_out_words = {"", "suspended", "invited", "rights", "choice"};

void check_language(const Message& message, bool is_dutch, Problems& problems) {
    const std::string& subject = is_dutch ? message.subject.nl : message.subject.en;
    const std::string& body = is_dutch ? message.body.nl : message.body.en;
    const std::string ending = is_dutch ? "_nl" : "_en";
    if (subject.empty() && body.empty()) return;
    desk::need_text(subject, "subject" + ending, subject_length_max, problems);
    desk::need_text(body, "body" + ending, body_length_max, problems);
}

// Length first, so that no text can pass for another one and what follows it.
void add(std::string& all, std::string_view text) {
    all += std::to_string(text.size()) + ":";
    all += text;
}

}  // namespace

chain::Record header_of(const Subject& subject) {
    if (subject.workshop) return subject.workshop->record;
    chain::Record header;
    header.id = subject.series.id;
    header.network = subject.network.id;
    header.audience = chain::Audience::network;
    return header;
}

std::string_view word(People people) { return people_words[static_cast<std::size_t>(people)]; }

std::optional<People> people_of(std::string_view text) {
    for (const People people : groups) {
        if (word(people) == text) return people;
    }
    return std::nullopt;
}

std::string_view word(LeftOut left_out) { return left_out_words[static_cast<std::size_t>(left_out)]; }

std::optional<LeftOut> left_out_of(std::string_view text) {
    for (std::size_t i = 0; i < left_out_words.size(); ++i) {
        if (left_out_words[i] == text) return static_cast<LeftOut>(i);
    }
    return std::nullopt;
}

Problems problems_of(const Message& message) {
    Problems problems;
    if (message.subject.empty() && message.body.empty())
        problems.push_back({Trouble::invalid, "preparation.problem.empty", "subject_nl", {}});
    check_language(message, true, problems);
    check_language(message, false, problems);
    if (message.form_number.empty() || message.form_number.size() > 64)
        problems.push_back({Trouble::invalid, "problem.choice", "", {}});
    return problems;
}

std::string print_of(const Message& message, const std::vector<Reached>& all) {
    std::string text;
    for (const std::string_view one :
         {std::string_view(message.series), std::string_view(message.workshop), word(message.people),
          std::string_view(message.subject.nl), std::string_view(message.subject.en),
          std::string_view(message.body.nl), std::string_view(message.body.en)}) {
        add(text, one);
    }
    for (const Reached& one : all) {
        add(text, one.person);
        add(text, word(one.left_out));
    }
    return sha256_hex(text);
}

}  // namespace kring::preparation
