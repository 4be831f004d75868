// SPDX-License-Identifier: EUPL-1.2
#include "domain/topic/topic.hpp"

#include <algorithm>

#include "domain/desk/form.hpp"
#include "platform/base/secret.hpp"

namespace kring::topic {

namespace {

void wrong(Problems& problems, std::string_view phrase, std::string_view field) {
    problems.push_back({Trouble::invalid, std::string(phrase), std::string(field), {}});
}

// Length first, so that no text can pass for another one and what follows it.
void add(std::string& all, std::string_view text) {
    all += std::to_string(text.size()) + ":";
    all += text;
}

}  // namespace

Problems problems_of(const Round& round, Time when) {
    Problems problems;
    const bool is_for_some =
        round.audience == chain::Audience::network || round.audience == chain::Audience::purchasers;
    if (!is_for_some) wrong(problems, "problem.choice", "audience");
    if (round.votes_each < 1 || round.votes_each > votes_each_max)
        wrong(problems, "topic.problem.votes_each", "votes_each");
    if (round.closes_at <= when)
        wrong(problems, "topic.problem.closes", "day");
    else if (round.closes_at > when + round_ms_max)
        wrong(problems, "topic.problem.closes_late", "day");
    return problems;
}

Problems problems_of(const Topic& topic) {
    Problems problems;
    desk::need_text(topic.title, "title", chain::title_length_max, problems);
    desk::need_text(topic.why, "because", why_length_max, problems);
    desk::allow_text(topic.theme, "theme", theme_length_max, problems);
    return problems;
}

bool is_open(const Round& round, Time when) { return !round.closed_at && when < round.closes_at; }

chain::Record header_of(const Round& round) {
    chain::Record header;
    header.id = round.id;
    header.network = round.network;
    header.audience = round.audience;
    header.created_at = header.updated_at = round.opened_at;
    return header;
}

std::string seal_of(const Round& round, const Outcome& outcome, const std::vector<Topic>& topics,
                    const std::vector<Voter>& voters) {
    std::string all;
    for (const std::string& text :
         {round.id, round.series, std::string(chain::word(round.audience)), std::to_string(round.votes_each),
          to_text(round.opened_at), round.opened_by, to_text(round.closes_at), to_text(outcome.closed_at),
          outcome.closed_by, std::to_string(outcome.could_vote), std::to_string(outcome.did_vote)}) {
        add(all, text);
    }
    std::vector<std::string> lines;
    for (const Topic& topic : topics) {
        std::string line = "topic";
        for (const std::string& text : {topic.id, topic.person, topic.title, topic.why, topic.theme,
                                        to_text(topic.proposed_at), std::to_string(topic.votes)}) {
            add(line, text);
        }
        lines.push_back(std::move(line));
    }
    for (const Voter& voter : voters) {
        std::string line = "voter";
        add(line, voter.person);
        add(line, voter.name);
        lines.push_back(std::move(line));
    }
    std::sort(lines.begin(), lines.end());
    for (const std::string& line : lines) add(all, line);
    return sha256_hex(all);
}

}  // namespace kring::topic
