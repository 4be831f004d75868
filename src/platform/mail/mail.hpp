// SPDX-License-Identifier: EUPL-1.2
// One outgoing message: made whole and safe here (RFC 5322, RFC 2047, RFC 3834, RFC 2369, RFC 2919,
// RFC 8058), then handed to SMTP through libcurl or laid down as a file.
#pragma once

#include <string>
#include <string_view>

namespace kring::mail {

struct Message {
    std::string id;  ///< the outbox id; becomes the Message-ID, stable over retries
    std::string to_name;
    std::string to_email;
    std::string subject;
    std::string text;           ///< plain text, LF; stands on its own
    std::string language;       ///< "nl" or "en"
    std::string date;           ///< RFC 5322 date
    std::string calendar = {};  ///< iCalendar, sent along as a file to open (RFC 5545, 8.1); "" for none

    // Mail that people chose to get, and can answer; each "" when it does not apply.
    std::string reply_to;     ///< address that takes answers
    std::string list_id;      ///< "ict.kring.example"
    std::string unsubscribe;  ///< address that stops this list by one POST (RFC 8058)
    std::string thread;       ///< id of what it is about: mail readers keep such mails together
};

struct Postbox {
    std::string sink_folder;  ///< when not empty: write <id>.eml there instead of sending
    std::string smtp_url;     ///< "smtp://host:587" or "smtps://host:465"
    std::string smtp_user;
    std::string smtp_password;
    std::string from_email;
    std::string from_name;
    bool require_tls = true;
};

/// What stands behind the "@"; "localhost" when nothing does.
std::string domain_of(std::string_view email);

/// The full message with CRLF line ends. Header values lose CR and LF; non-ASCII is encoded.
std::string compose(const Message& message, const Postbox& postbox);

/// Hands the message on. Throws std::runtime_error with the server's answer on failure.
void send(const Message& message, const Postbox& postbox);

}  // namespace kring::mail
