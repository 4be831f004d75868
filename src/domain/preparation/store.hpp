// SPDX-License-Identifier: EUPL-1.2
// The SQL of messages: what was sent to whom. Nothing here asks who may see that.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/preparation/message.hpp"
#include "platform/db/db.hpp"

namespace kring::preparation {

/// Somebody of a group, whatever they may read.
struct Candidate {
    std::string person;
    std::string name;
    std::string language;
    std::string state;  ///< as in people
};
/// By name.
std::vector<Candidate> candidates(db::Connection& in, const Subject& subject, People people);

void insert(db::Connection& in, const Message& message);
/// `outbox_id`: "" when it does not go to them.
void insert(db::Connection& in, std::string_view message, const Reached& reached, std::string_view outbox_id);

std::optional<Message> find(db::Connection& in, std::string_view id);
std::optional<Message> find_by_form(db::Connection& in, std::string_view form_number);
std::optional<Message> find_by_outbox(db::Connection& in, std::string_view outbox_id);

/// About the workshop, or about the whole series when it has none; newest first.
std::vector<Message> messages_about(db::Connection& in, const Subject& subject);
bool has_invitation(db::Connection& in, std::string_view workshop);

/// By name.
std::vector<Reached> people_of_message(db::Connection& in, std::string_view message);
bool went_to(db::Connection& in, std::string_view message, std::string_view person);

/// What a message is about; nothing when that is gone.
std::optional<Subject> subject_of(db::Connection& in, const Message& message);

}  // namespace kring::preparation
