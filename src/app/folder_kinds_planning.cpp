// SPDX-License-Identifier: EUPL-1.2
// How topics and messages stand in a folder. Votes that were not counted yet are never exported: whose they
// are is nobody's business. Which letter in the outbox carried a message stays behind with the outbox.
#include "app/folder_kinds.hpp"

namespace kring::app {

namespace {

using F = FieldKind;
constexpr bool required = true;
constexpr bool optional = false;

constexpr std::string_view of_round =
    "exists (select 1 from topic_rounds o join series s on s.id = o.series_id where o.id = t.round_id and "
    "{facilitated:s.network_id})";
constexpr std::string_view of_topic =
    "exists (select 1 from topics x join topic_rounds o on o.id = x.round_id join series s on s.id = "
    "o.series_id where x.id = t.topic_id and {facilitated:s.network_id})";

}  // namespace

// clang-format off: a table reads by its rows
std::vector<FolderKind> planning_kinds() {
    return {
        {"topic-rounds", "topic_rounds", "", "a round in which members choose topics for a series",
         {{"series", "series_id", F::reference, required, "series", "series"},
          {"audience", "audience", F::choice, required, "network purchasers", "who proposes and votes"},
          {"votes_each", "votes_each", F::number, required, "", "votes of each"},
          {"opened_at", "opened_at", F::moment, required, "", "when it opened"},
          {"opened_by", "opened_by", F::reference, required, "people", "who opened it"},
          {"closes_at", "closes_at", F::moment, required, "", "until when"}},
         "exists (select 1 from series s where s.id = t.series_id and {facilitated:s.network_id})"},
        {"topics", "topics", "", "a topic that a member proposed",
         {{"round", "round_id", F::reference, required, "topic-rounds", "round"},
          {"person", "person_id", F::reference, required, "people", "who proposed it"},
          {"title", "title", F::line, required, "", "topic"},
          {"theme", "theme", F::line, optional, "", "theme"},
          {"language", "language", F::choice, required, "nl en", "language of title and text"},
          {"proposed_at", "proposed_at", F::moment, required, "", "when"},
          {"why", "why", F::text, required, "", "why this topic, Markdown"}}, of_round},
        {"topic-outcomes", "topic_outcomes", "", "what a round came to",
         {{"round", "round_id", F::reference, required, "topic-rounds", "round"},
          {"closed_at", "closed_at", F::moment, required, "", "when it closed"},
          {"closed_by", "closed_by", F::reference, optional, "people", "who closed it, if not its deadline"},
          {"could_vote", "could_vote", F::number, required, "", "how many could vote"},
          {"did_vote", "did_vote", F::number, required, "", "how many did"},
          {"hash", "hash", F::line, required, "", "SHA-256 of the outcome"}}, of_round, "round_id"},
        {"topic-counts", "topic_counts", "", "votes for a topic, once counted",
         {{"topic", "topic_id", F::reference, required, "topics", "topic"},
          {"votes", "votes", F::number, required, "", "votes"}}, of_topic, "topic_id"},
        {"topic-voters", "topic_voters", "", "who could vote when a round closed",
         {{"round", "round_id", F::reference, required, "topic-rounds", "round"},
          {"person", "person_id", F::reference, required, "people", "who"},
          {"name", "name", F::line, required, "", "name on that day"}}, of_round, "round_id person_id"},
        {"topic-workshops", "topic_workshops", "", "which workshop takes a topic up",
         {{"topic", "topic_id", F::reference, required, "topics", "topic"},
          {"workshop", "workshop_id", F::reference, required, "workshops", "workshop"}},
         "{record:workshop_id} and exists (select 1 from topics x join topic_rounds o on o.id = x.round_id "
         "join series s on s.id = o.series_id where x.id = t.topic_id and {facilitated:s.network_id})",
         "topic_id"},
        {"messages", "messages", "", "what a facilitator wrote to a group",
         {{"network", "network_id", F::reference, required, "networks", "network"},
          {"series", "series_id", F::reference, required, "series", "series"},
          {"workshop", "workshop_id", F::reference, optional, "workshops", "workshop, if about one"},
          {"people", "people", F::choice, required, "members registered waiting unregistered", "the group"},
          {"invitation", "is_invitation", F::yes_no, optional, "", "it was the invitation"},
          {"subject_nl", "subject_nl", F::line, optional, "", "subject"},
          {"subject_en", "subject_en", F::line, optional, "", "subject in English"},
          {"form_number", "form_number", F::line, required, "", "of the form it was written in"},
          {"sent_by", "sent_by", F::reference, required, "people", "who sent it"},
          {"sent_at", "sent_at", F::moment, required, "", "when"},
          {"body_nl", "body_nl", F::text, optional, "", "text, Markdown"},
          {"body_en", "body_en", F::text, optional, "", "the same in English"}},
         "{facilitated:network_id} and (t.workshop_id is null or {record:workshop_id})"},
        {"message-people", "message_people", "", "whom a message was for",
         {{"message", "message_id", F::reference, required, "messages", "message"},
          {"person", "person_id", F::reference, required, "people", "who"},
          {"left_out", "left_out", F::line, optional, "", "why it did not go to them"}},
         "exists (select 1 from messages m where m.id = t.message_id and {facilitated:m.network_id} and "
         "(m.workshop_id is null or {record:m.workshop_id}))", "message_id person_id"},
    };
}
// clang-format on

}  // namespace kring::app
