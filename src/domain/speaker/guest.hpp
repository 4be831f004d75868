// SPDX-License-Identifier: EUPL-1.2
// A guest speaker: somebody from outside who tells something in one session, without an account. They say
// themselves what is shown of them, and take it back when they like; nothing is shown that they did not
// agree to.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.hpp"
#include "platform/base/time.hpp"

namespace kring::speaker {

/// How a guest wants to be named: with everything, without a name, by their organisation alone, or not.
enum class Naming { name, role, organisation, none };
inline constexpr Naming namings[] = {Naming::name, Naming::role, Naming::organisation, Naming::none};
std::string_view word(Naming naming);
std::optional<Naming> naming_of(std::string_view word);

enum class Purpose { photo, slides };
std::string_view word(Purpose purpose);

/// A file that a guest handed in; its bytes lie under the hash.
struct Kept {
    Purpose purpose = Purpose::slides;
    std::string kind;  ///< "pdf", "odp", "pptx", "jpg" or "png"
    std::string name;  ///< to hand it out by
    std::int64_t bytes = 0;
    std::string hash;  ///< SHA-256
};

/// What a guest tells; all of it may be empty.
struct Talk {
    std::string title;
    std::string about;
    std::string biography;
};

/// Each by itself; all of it is "no" until they say otherwise.
struct Consent {
    Naming naming = Naming::none;
    bool may_name = false;     ///< be shown to the readers of the session, in the way of `naming`
    bool may_quote = false;    ///< be quoted in report and summary
    bool may_publish = false;  ///< their slides be had by the readers of the session
};

struct Guest {
    std::string id;
    std::string session;
    std::string workshop;
    std::string network;
    std::string email;
    std::string language = "nl";
    std::string name;
    std::string organisation;
    std::string job;
    Talk talk;
    std::string photo_alt;
    Consent consent;
    Time invited_at;
    bool has_link = false;  ///< one that was not revoked
    std::optional<Time> expires_at;
    std::optional<Time> opened_at;  ///< when they first used it
    std::vector<Kept> files;

    const Kept* file(Purpose purpose) const;

    /// Their biography and photo are shown: only with a name, since a face is one.
    bool shows_person() const;
    /// How they are named; "" when they do not want to be.
    std::string named_as() const;
};

inline constexpr std::size_t line_length_max = 120;
inline constexpr std::size_t title_length_max = 160;
inline constexpr std::size_t about_length_max = 4000;
inline constexpr std::size_t biography_length_max = 1500;
inline constexpr std::size_t alt_length_max = 300;

/// How long a link works; it is renewed with each new one.
inline constexpr std::int64_t link_ms = 90 * day_ms;

/// Whether the link lets in at this moment.
bool is_open(const Guest& guest, Time when);

/// What a facilitator still waits for: the words talk, biography, photo, slides, consent.
std::vector<std::string> missing(const Guest& guest);

/// What is wrong with an invitation (fields name, email) and with what a guest typed.
Problems problems_of_invitation(std::string_view name, std::string_view email);
Problems problems_of(const Talk& talk);
Problems problems_of_self(const Guest& guest);
/// A photo without words is nothing to who cannot see it.
Problems problems_of_alt(std::string_view alt);

}  // namespace kring::speaker
