// SPDX-License-Identifier: EUPL-1.2
#include "domain/letters/acts.hpp"
#include "domain/letters/may.hpp"
#include "domain/letters/store.hpp"
#include "domain/people/people.hpp"

namespace kring::letters {

namespace {

// Each may be told to hundreds; more at once would keep other writers waiting.
constexpr int lines_at_once = 20;

std::optional<Kind> kind_told_by(std::string_view journal_word) {
    if (journal_word == "question.asked") return Kind::question;
    if (journal_word == "answer.given") return Kind::answer;
    return std::nullopt;
}

// Of an anonymous question only the day is kept: neither id nor time of a letter may tell more.
Act without_moment(const Act& act) {
    Act coarse = act;
    coarse.when = parse_time(to_text(act.when).substr(0, 10) + "T00:00:00.000Z").value();
    return coarse;
}

class Announcement {
public:
    Announcement(const Act& act, Kind kind, chain::Record record)
        : act_(act), kind_(kind), record_(std::move(record)) {}

    int post() {
        make_key(act_.in, act_.when);
        int posted = 0;
        for (const std::string& person : active_members(act_.in, record_.network)) {
            posted += post_to(person) ? 1 : 0;
        }
        return posted;
    }

private:
    bool post_to(const std::string& person_id) {
        const auto actor = people::actor_of(act_.in, person_id);
        if (!actor || wish_for(act_.in, *actor, record_, act_.when) != Wish::wanted) return false;
        if (posted_since(act_.in, person_id, act_.when - hour_ms) >= letters_an_hour_max) return false;
        const auto person = people::find_person(act_.in, person_id).value();
        make_stop(act_.in, person_id, record_.network, act_.when);
        const std::string question = kind_ == Kind::question ? record_.id : record_.parent;
        make_reply_address(act_.in, person_id, question, act_.when);
        const std::string id =
            journal::post(act_, {person_id, person.name, person.email, person.language, "", ""});
        insert(act_.in, LetterRow{id, kind_, record_.id, 0, 0});
        return true;
    }

    const Act& act_;
    Kind kind_;
    chain::Record record_;
};

int announce_line(const Act& act, Kind kind, const std::string& id) {
    const auto record = chain::find(act.in, id);
    if (!record || record->is_withdrawn) return 0;
    const bool is_nameless = kind == Kind::question && is_anonymous(act.in, id);
    const Act told = is_nameless ? without_moment(act) : act;
    const int posted = Announcement(told, kind, *record).post();
    if (posted == 0) return 0;
    if (is_nameless)
        journal::record_anonymously(told, "letters.posted", id);
    else
        journal::record(told, "letters.posted", id, std::to_string(posted));
    return posted;
}

}  // namespace

bool has_news(db::Connection& in) { return journal::last_sequence(in) > announced(in); }

Result<int> announce(const Act& act) {
    const auto lines = journal::lines_after(act.in, announced(act.in), lines_at_once);
    if (lines.empty()) return 0;
    int posted = 0;
    for (const journal::Line& line : lines) {
        const auto kind = kind_told_by(line.word);
        if (kind && line.result == "done") posted += announce_line(act, *kind, line.object);
    }
    set_announced(act.in, lines.back().sequence);
    return posted;
}

}  // namespace kring::letters
