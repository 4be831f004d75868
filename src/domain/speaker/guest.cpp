// SPDX-License-Identifier: EUPL-1.2
#include "domain/speaker/guest.hpp"

#include <algorithm>

#include "domain/desk/form.hpp"
#include "platform/base/text.hpp"

namespace kring::speaker {

namespace {

// Name first, then what they do and where.
std::string in_a_line(const std::vector<std::string>& parts) {
    std::vector<std::string> said;
    for (const std::string& part : parts) {
        if (!part.empty()) said.push_back(part);
    }
    return join(said, ", ");
}

}  // namespace

std::string_view word(Naming naming) {
    switch (naming) {
        case Naming::name:
            return "name";
        case Naming::role:
            return "role";
        case Naming::organisation:
            return "organisation";
        case Naming::none:
            return "none";
    }
    return "";
}

std::optional<Naming> naming_of(std::string_view text) {
    for (const Naming naming : namings) {
        if (word(naming) == text) return naming;
    }
    return std::nullopt;
}

std::string_view word(Purpose purpose) { return purpose == Purpose::photo ? "photo" : "slides"; }

const Kept* Guest::file(Purpose purpose) const {
    const auto found =
        std::find_if(files.begin(), files.end(), [&](const Kept& one) { return one.purpose == purpose; });
    return found == files.end() ? nullptr : &*found;
}

bool Guest::shows_person() const { return consent.may_name && consent.naming == Naming::name; }

std::string Guest::named_as() const {
    if (!consent.may_name) return "";
    switch (consent.naming) {
        case Naming::name:
            return in_a_line({name, job, organisation});
        case Naming::role:
            return in_a_line({job, organisation});
        case Naming::organisation:
            return organisation;
        case Naming::none:
            return "";
    }
    return "";
}

bool is_open(const Guest& guest, Time when) {
    return guest.has_link && guest.expires_at && *guest.expires_at > when;
}

std::vector<std::string> missing(const Guest& guest) {
    std::vector<std::string> words;
    if (guest.talk.title.empty() || guest.talk.about.empty()) words.emplace_back("talk");
    if (guest.talk.biography.empty()) words.emplace_back("biography");
    if (!guest.file(Purpose::photo)) words.emplace_back("photo");
    if (!guest.file(Purpose::slides)) words.emplace_back("slides");
    const Consent& said = guest.consent;
    if (!said.may_name && !said.may_quote && !said.may_publish) words.emplace_back("consent");
    return words;
}

Problems problems_of_invitation(std::string_view name, std::string_view email) {
    Problems problems;
    desk::need_text(name, "guest", line_length_max, problems);
    if (!is_email(email)) problems.push_back({Trouble::invalid, "people.email.invalid", "email", {}});
    return problems;
}

Problems problems_of(const Talk& talk) {
    Problems problems;
    desk::allow_text(talk.title, "talk_title", title_length_max, problems);
    desk::allow_text(talk.about, "talk_about", about_length_max, problems);
    desk::allow_text(talk.biography, "biography", biography_length_max, problems);
    return problems;
}

Problems problems_of_self(const Guest& guest) {
    Problems problems;
    desk::need_text(guest.name, "guest", line_length_max, problems);
    desk::allow_text(guest.job, "job", line_length_max, problems);
    desk::allow_text(guest.organisation, "organisation", line_length_max, problems);
    return problems;
}

Problems problems_of_alt(std::string_view alt) {
    Problems problems;
    desk::need_text(alt, "photo_alt", alt_length_max, problems);
    return problems;
}

}  // namespace kring::speaker
