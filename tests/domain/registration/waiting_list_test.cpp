// SPDX-License-Identifier: EUPL-1.2
// The waiting list against a model of its rules: hundreds of random steps, compared after each, on both
// databases, with a clock that runs towards the workshop and now and then jumps back.
#include <random>

#include "domain/registration/acts.hpp"
#include "domain/registration/store.hpp"
#include "domain/workshop/store.hpp"
#include "tests/domain/registration/waiting_list_model.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::registration {
namespace {

constexpr std::int64_t begins = 1799928000000;               // 14 January 2027, 13.00 in Amsterdam
constexpr std::int64_t near = begins - (13 + 24) * hour_ms;  // the day before begins, in Amsterdam
constexpr std::int64_t first_moment = begins - 4 * day_ms;
constexpr int crowd = 30;
constexpr int steps = 300;

using Found = std::map<std::string, WaitingListModel::One>;

class WaitingList : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), {}};
    WaitingListModel model{begins, near};
    std::mt19937 random;
    Terms terms{"ict-2", true, 3, 1, {}, 0};
    Time when{first_moment};
    std::map<std::string, int> done;

    // Thirty members: twelve of one organisation, twelve of another, six of none.
    void make_crowd() {
        ASSERT_TRUE(desk.act("", [](const Act& act) {
            act.in.execute("delete from participants");
            for (int i = 0; i < crowd; ++i) insert_member(act.in, id_of(i), organisation_of(i));
            return Result<Done>(Done{});
        }));
    }
    static std::string id_of(int i) { return "lid-" + std::to_string(i); }
    static std::string organisation_of(int i) { return i % 5 == 4 ? "" : i % 5 < 2 ? "linderdam" : "ommer"; }
    static void insert_member(db::Connection& in, const std::string& id, const std::string& organisation) {
        in.execute(
            "insert into people (id, email, name, organisation_id, language, state, created_at) "
            "values ($1, $2, $1, $3, 'nl', 'active', '2026-09-01T08:00:00.000Z')",
            {id, id + "@leden.example", db::text_or_null(organisation)});
        in.execute(
            "insert into memberships (id, network_id, person_id, side, joined_at) "
            "values ($1, 'ict', $1, 'purchaser', '2026-09-01T08:00:00.000Z')",
            {id});
    }

    std::int64_t drawn(std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution<std::int64_t>(low, high)(random);
    }
    template <class F>
    std::string act(std::string_view who, F&& f) {
        const auto result = desk.act(who, std::forward<F>(f), when);
        if (result) return "";
        const std::string& phrase = result.problems().front().phrase;
        return phrase.substr(phrase.rfind('.') + 1);
    }
    std::string one_step(int what, const std::string& person, const std::string& organisation);
    int person_for(int what);
    std::string set_terms_at_random();
    std::string register_at_random(const std::string& person, const std::string& organisation);
    std::string expected_;  // what the model said of the same step

    Found found();
    WaitingListModel::Letters letters();
    void compare(const std::string& after);
    void let_time_pass();
};
KRING_ON_BOTH_ENGINES(WaitingList);

// Mostly a place or two more; now and then fewer, a maximum for organisations, or closed.
std::string WaitingList::set_terms_at_random() {
    Terms wanted = terms;
    const std::int64_t most = drawn(0, 3) > 0 ? 0 : drawn(2, 5);
    wanted.is_open = drawn(0, 9) > 0;
    wanted.room_places = std::clamp<std::int64_t>(wanted.room_places + drawn(-1, 2), 1, 7);
    wanted.online_places = std::clamp<std::int64_t>(wanted.online_places + drawn(-1, 1), 0, 3);
    wanted.organisation_most.reset();
    if (most > 0) wanted.organisation_most = most;
    expected_ = model.terms(wanted.room_places, wanted.online_places, most, wanted.is_open, when.ms);
    const std::string got = act("femke", [&](const Act& one) { return set_terms(one, desk.site(), wanted); });
    if (got.empty()) terms = wanted;
    return got;
}

std::string WaitingList::register_at_random(const std::string& person, const std::string& organisation) {
    const std::string pool = drawn(0, 2) > 0 ? "room" : "online";
    const bool by_facilitator = drawn(0, 3) == 0;
    expected_ = model.registers(person, organisation, pool, by_facilitator, when.ms);
    return act(by_facilitator ? "femke" : person, [&](const Act& one) {
        return register_for(one, desk.site(), {"ict-2", by_facilitator ? person : "", pool, {}});
    });
}

// Half the time somebody with whom there is something to do: who is offered a place, or waits.
int WaitingList::person_for(int what) {
    const int anybody = static_cast<int>(drawn(0, crowd - 1));
    const std::string state = what >= 18 ? "waiting" : what >= 13 ? "offered" : "";
    if (state.empty() || drawn(0, 1) == 0) return anybody;
    for (int i = 0; i < crowd; ++i) {
        const int who = (anybody + i) % crowd;
        const auto known = model.people().find(id_of(who));
        if (known != model.people().end() && known->second.state == state) return who;
    }
    return anybody;
}

std::string WaitingList::one_step(int what, const std::string& person, const std::string& organisation) {
    const auto number = [&] {
        const auto known = model.people().find(person);
        return known == model.people().end() ? 0 : known->second.number;
    };
    if (what < 8) return register_at_random(person, organisation);
    if (what < 10) return set_terms_at_random();
    if (what < 13) {
        expected_ = model.cancels(person, false, when.ms);
        return act(person, [&](const Act& one) { return cancel(one, desk.site(), "ict-2"); });
    }
    if (what < 17) {
        expected_ = model.accepts(person, when.ms);
        return act(person, [&](const Act& one) { return accept(one, desk.site(), "ict-2"); });
    }
    if (number() == 0) return expected_ = "";
    if (what == 17) {
        expected_ = model.cancels(person, true, when.ms);
        return act("femke",
                   [&](const Act& one) { return cancel_numbered(one, desk.site(), "ict-2", number()); });
    }
    const bool back = what == 19;
    expected_ = model.passes_over(person, back, when.ms);
    return act("femke", [&](const Act& one) {
        return back ? put_back(one, desk.site(), "ict-2", number())
                    : pass_over(one, desk.site(), "ict-2", number(), "Anderen eerst.");
    });
}

// Up to four hours; sometimes the clock jumps back, as clocks do. Every other time the job looks.
void WaitingList::let_time_pass() {
    when = when + drawn(0, 60) * minute_ms + (drawn(0, 9) == 0 ? -90 * minute_ms : 0);
    if (drawn(0, 1) == 0) return;
    const bool is_due = desk.read([&](db::Connection& in) { return has_places_to_pass_on(in, when); });
    if (!is_due) return;
    model.time_passes(when.ms);
    EXPECT_EQ(act("", [&](const Act& one) { return pass_on_places(one, desk.site()); }), "");
}

Found WaitingList::found() {
    Found all;
    desk.read([&](db::Connection& in) {
        in.query(
            "select person_id, organisation_id, pool, state, number, is_passed_over, offered_until "
            "from registrations where workshop_id = 'ict-2'",
            {}, [&](const db::Row& row) {
                all[row.text(0)] = {row.text(1),    row.text(2),  row.text(3),
                                    row.integer(4), row.truth(5), row.is_null(6) ? 0 : row.time(6).ms};
            });
    });
    return all;
}

// By the first words of their subjects.
WaitingListModel::Letters WaitingList::letters() {
    static const std::map<std::string, std::string> kinds = {{"Je bent ingeschreven", "confirmed"},
                                                             {"Je staat op de wachtlijst", "waiting"},
                                                             {"Er is een plaats voor je", "offered"},
                                                             {"Het aanbod is verlopen", "expired"},
                                                             {"Afgezegd", "cancelled"},
                                                             {"Anderen gaan voor", "passed_over"},
                                                             {"Je staat weer op volgorde", "put_back"}};
    WaitingListModel::Letters all;
    desk.read([&](db::Connection& in) {
        in.query("select person_id, subject from outbox", {}, [&](const db::Row& row) {
            const std::string subject = row.text(1);
            ++all[{row.text(0), kinds.at(subject.substr(0, subject.find(':')))}];
        });
    });
    return all;
}

std::string in_words(const Found& all) {
    std::string text;
    for (const auto& [person, one] : all) {
        text += person + " " + one.pool + " " + one.state + " " + std::to_string(one.number) +
                (one.is_passed_over ? " passed over" : "") + " " + std::to_string(one.until) + "\n";
    }
    return text;
}

void WaitingList::compare(const std::string& after) {
    const Found all = found();
    ASSERT_EQ(in_words(all), in_words(model.people())) << after;
    ASSERT_EQ(model.faults(all), std::vector<std::string>{}) << after;
    ASSERT_EQ(letters(), model.letters()) << after;
    std::vector<std::string> confirmed;
    int told = 0;
    for (const auto& [person, one] : all) {
        if (one.state == "confirmed") confirmed.push_back(person);
    }
    for (const auto& [which, count] : model.letters()) told += count;
    desk.read([&](db::Connection& in) {
        EXPECT_EQ(workshop::participants_of(in, "ict-2"), confirmed) << after;
        EXPECT_EQ(in.count("select count(*) from journal where word like 'registration.%' and "
                           "word <> 'registration.terms_set'"),
                  told)
            << after << ": each is told once and journalled once";
        for (const auto& [person, one] : all) {
            if (one.state != "waiting") continue;
            EXPECT_EQ(position_of(in, find(in, "ict-2", person).value()), model.position(person)) << after;
        }
    });
}

TEST_P(WaitingList, does_what_the_model_of_its_rules_does) {
    ASSERT_NO_FATAL_FAILURE(make_crowd());
    for (const unsigned seed : {1U, 2U}) {
        random.seed(seed);
        when = Time{first_moment};
        terms = {"ict-2", true, terms.room_places, terms.online_places, {}, 0};
        ASSERT_EQ(set_terms_at_random(), expected_);
        for (int i = 0; i < steps; ++i) {
            let_time_pass();
            const int what = static_cast<int>(drawn(0, 19));
            const int who = person_for(what);
            const WaitingListModel before = model;
            const std::string got = one_step(what, id_of(who), organisation_of(who));
            const std::string step = "seed " + std::to_string(seed) + " step " + std::to_string(i) + " act " +
                                     std::to_string(what) + " by " + id_of(who) + " at " + to_text(when);
            ASSERT_EQ(got, expected_) << step;
            if (!got.empty()) model = before;  // what is refused changes nothing, not even what was due
            ASSERT_NO_FATAL_FAILURE(compare(step));
            ++done[std::to_string(what) + " " + (got.empty() ? "done" : got)];
        }
    }
    std::map<std::string, int> told;
    for (const auto& [which, count] : model.letters()) told[which.second] += count;
    for (const auto& [kind, count] : told) std::cout << "[ counted  ] " << kind << " " << count << "\n";
    for (const auto& [what, count] : done) std::cout << "[ counted  ] act " << what << " " << count << "\n";
    for (const char* kind : {"confirmed", "waiting", "offered", "expired", "cancelled", "passed_over"}) {
        EXPECT_GE(told[kind], 10) << kind << ": too few to mean anything";
    }
    EXPECT_GE(done["8 done"] + done["9 done"], 20) << "places were raised";
}

}  // namespace
}  // namespace kring::registration
