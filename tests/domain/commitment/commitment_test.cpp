// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "domain/commitment/acts.hpp"
#include "domain/commitment/deadlines.hpp"
#include "domain/commitment/store.hpp"
#include "domain/people/people.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::commitment {
namespace {

using fixtures::phrases_of;
using fixtures::world_time;
using Words = std::vector<std::string>;

// In winter eight in the morning in Amsterdam is seven in UTC.
Time moment(std::string_view day, std::string_view clock = "09:00") {
    return parse_time(std::string(day) + "T" + std::string(clock) + ":00.000Z").value();
}

Commitment due_for(std::string_view day, Time changed) {
    Commitment one;
    one.due_on = day;
    one.record.updated_at = changed;
    return one;
}

TEST(CommitmentReminders, come_two_weeks_and_two_days_before_from_eight_in_the_morning) {
    Commitment one = due_for("2027-02-15", world_time);
    EXPECT_EQ(reminder_due(one, moment("2027-01-31")), Reminder::none);
    EXPECT_EQ(reminder_due(one, moment("2027-02-01", "06:59")), Reminder::none);
    EXPECT_EQ(reminder_due(one, moment("2027-02-01", "07:00")), Reminder::early);
    one.reminded = Reminder::early;
    EXPECT_EQ(reminder_due(one, moment("2027-02-12")), Reminder::none);
    EXPECT_EQ(reminder_due(one, moment("2027-02-13", "06:59")), Reminder::none);
    EXPECT_EQ(reminder_due(one, moment("2027-02-13", "07:00")), Reminder::late);
    one.reminded = Reminder::late;
    EXPECT_EQ(reminder_due(one, moment("2027-02-14")), Reminder::none);
}

TEST(CommitmentReminders, come_late_rather_than_never_and_not_after_the_day) {
    const Commitment one = due_for("2027-02-15", world_time);
    EXPECT_EQ(reminder_due(one, moment("2027-02-05")), Reminder::early);
    EXPECT_EQ(reminder_due(one, moment("2027-02-15")), Reminder::late);
    EXPECT_EQ(reminder_due(one, moment("2027-02-16")), Reminder::none);
}

TEST(CommitmentReminders, do_not_come_for_what_was_just_made) {
    const Commitment near = due_for("2027-02-15", moment("2027-02-01", "10:00"));
    EXPECT_EQ(reminder_due(near, moment("2027-02-02")), Reminder::none);
    EXPECT_EQ(reminder_due(near, moment("2027-02-13")), Reminder::late);
    const Commitment nearer = due_for("2027-02-15", moment("2027-02-13", "10:00"));
    EXPECT_EQ(reminder_due(nearer, moment("2027-02-14")), Reminder::none);
}

TEST(CommitmentReminders, fall_on_days_of_Amsterdam_over_the_change_of_the_clock) {
    const Commitment one = due_for("2027-04-05", world_time);
    EXPECT_EQ(reminder_due(one, moment("2027-04-03", "05:59")), Reminder::none);
    EXPECT_EQ(reminder_due(one, moment("2027-04-03", "06:00")), Reminder::late)
        << "summer time since 28 March";
    EXPECT_EQ(days_between("2027-03-22", "2027-04-05"), 14);
    EXPECT_EQ(days_between("2027-10-30", "2027-11-01"), 2);
}

class Commitments : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), {}};

    static Draft draft(std::string what = "Levensduur in de uitvraag", std::string audience = "workshop") {
        return {std::move(what), "2027-02-15", "Met *drie* maten.", "nl", std::move(audience)};
    }
    std::string made(std::string_view who, const Draft& given) {
        const auto id = desk.act(who, [&](const Act& act) { return make(act, "ict-2", "", given); });
        return id ? *id : "refused: " + phrases_of(id).front();
    }
    template <class F>
    Words refused(std::string_view who, F&& f, Time when = world_time) {
        return phrases_of(desk.act(who, std::forward<F>(f), when));
    }
    Words read_by(std::string_view who, Time when = world_time) {
        return desk.read([&](db::Connection& in) {
            Words titles;
            const Actor actor = who.empty() ? Actor{} : fixtures::actor(in, who);
            for (const Commitment& one : of_workshop(in, actor, "ict-2", when))
                titles.push_back(one.record.title);
            std::sort(titles.begin(), titles.end());  // all are for the same day
            return titles;
        });
    }
    Commitment kept(std::string_view id) {
        return desk.read([&](db::Connection& in) { return find(in, id).value(); });
    }
    int reminded(Time when) {
        const bool is_due = desk.read([&](db::Connection& in) { return has_reminders(in, when); });
        const int count = *desk.act("", [&](const Act& act) { return remind(act, desk.site()); }, when);
        EXPECT_EQ(is_due, count > 0);
        return count;
    }
    Words mail(std::string_view person) {
        Words all;
        desk.read([&](db::Connection& in) {
            in.query("select subject, body from outbox where person_id = $1 order by id", {person},
                     [&](const db::Row& row) { all.push_back(row.text(0) + "\n" + row.text(1)); });
        });
        return all;
    }
    void sql(std::string_view statement) {
        ASSERT_TRUE(desk.act("", [&](const Act& act) {
            act.in.execute(statement);
            return Result<Done>(Done{});
        }));
    }
};
KRING_ON_BOTH_ENGINES(Commitments);

TEST_P(Commitments, are_made_by_who_takes_part_and_read_by_their_audience) {
    const std::string id = made("anna", draft());
    const Commitment one = kept(id);
    EXPECT_EQ(one.record.title, "Levensduur in de uitvraag");
    EXPECT_EQ(one.record.owner, "anna");
    EXPECT_EQ(one.organisation, "linderdam");
    EXPECT_EQ(one.workshop, "ict-2");
    EXPECT_EQ(one.due_on, "2027-02-15");
    EXPECT_EQ(word(one.state), "open");
    EXPECT_EQ(desk.journalled().back(), "commitment.made " + id);
    made("anna", draft("Alleen voor mijzelf", "persons"));
    made("anna", draft("Voor mijn collega's", "organisation"));
    made("sami", draft("Reparatie aanbieden"));
    EXPECT_EQ(read_by("anna").size(), 4U);
    EXPECT_EQ(read_by("sami"), (Words{"Levensduur in de uitvraag", "Reparatie aanbieden"}));
    EXPECT_EQ(read_by("femke").size(), 2U) << "the facilitator reads what is for the participants";
    EXPECT_EQ(read_by("bram"), Words{}) << "no participant";
    EXPECT_EQ(read_by(""), Words{});
    EXPECT_EQ(made("bram", draft()), "refused: commitment.problem.not_there");
    EXPECT_EQ(made("olga", draft()), "refused: commitment.problem.not_there");
    EXPECT_EQ(made("", draft()), "refused: commitment.problem.not_there");
}

TEST_P(Commitments, name_every_fault_at_once) {
    Draft wrong = draft("", "everyone");
    wrong.due_on = "morgen";
    EXPECT_EQ(refused("anna", [&](const Act& act) { return make(act, "ict-2", "", wrong); }),
              (Words{"problem.needed.what", "commitment.problem.day", "commitment.problem.audience"}));
    wrong = draft();
    wrong.due_on = "2026-11-22";
    EXPECT_EQ(refused("anna", [&](const Act& act) { return make(act, "ict-2", "", wrong); }),
              Words{"commitment.problem.past"});
    EXPECT_EQ(refused("anna", [&](const Act& act) { return make(act, "meubels-1", "", draft()); }),
              Words{"problem.not_found"});
    EXPECT_EQ(desk.read([](db::Connection& in) { return in.count("select count(*) from commitments"); }), 0);
}

TEST_P(Commitments, are_changed_and_closed_by_their_owner_alone) {
    const std::string id = made("anna", draft());
    const auto finish_by = [&](std::string_view who, std::string_view result) {
        return refused(who, [&](const Act& act) { return finish(act, id, result); });
    };
    EXPECT_EQ(finish_by("femke", "Gelukt"), Words{"commitment.problem.not_yours"});
    EXPECT_EQ(finish_by("sami", "Gelukt"), Words{"commitment.problem.not_yours"});
    EXPECT_EQ(finish_by("bram", "Gelukt"), Words{"problem.not_found"});
    EXPECT_EQ(finish_by("anna", " "), Words{"problem.needed.result"});
    EXPECT_EQ(finish_by("anna", "Vijf jaar in plaats van drie"), Words{});
    EXPECT_EQ(word(kept(id).state), "done");
    EXPECT_EQ(kept(id).outcome, "Vijf jaar in plaats van drie");
    EXPECT_EQ(finish_by("anna", "Nog eens"), Words{"commitment.problem.closed"});
    EXPECT_EQ(refused("anna", [&](const Act& act) { return change(act, id, draft()); }),
              Words{"commitment.problem.closed"});
    EXPECT_EQ(refused("anna", [&](const Act& act) { return reopen(act, id); }), Words{});
    EXPECT_EQ(refused("anna", [&](const Act& act) { return reopen(act, id); }),
              Words{"commitment.problem.open"});
    EXPECT_EQ(refused("anna", [&](const Act& act) { return drop(act, id, ""); }),
              Words{"problem.needed.drop_reason"});
    EXPECT_EQ(refused("anna", [&](const Act& act) { return drop(act, id, "Geen uitvraag dit jaar"); }),
              Words{});
    EXPECT_EQ(word(kept(id).state), "dropped");
    EXPECT_EQ(desk.journalled().back(), "commitment.dropped " + id);
}

TEST_P(Commitments, are_taken_back_and_put_back_within_thirty_days) {
    const std::string id = made("anna", draft());
    const auto taken = [&](std::string_view who) {
        return refused(who, [&](const Act& act) { return withdraw(act, id); });
    };
    EXPECT_EQ(taken("sami"), Words{"record.withdraw.not_yours"});
    EXPECT_EQ(taken("anna"), Words{});
    EXPECT_EQ(read_by("sami"), Words{});
    EXPECT_EQ(reminded(moment("2027-02-01")), 0) << "nobody is reminded of what was taken back";
    EXPECT_EQ(refused(
                  "anna", [&](const Act& act) { return restore(act, id); }, world_time + chain::undo_ms),
              Words{"record.restore.too_late"});
    EXPECT_EQ(refused("anna", [&](const Act& act) { return restore(act, id); }), Words{});
    EXPECT_EQ(read_by("sami"), Words{"Levensduur in de uitvraag"});
    EXPECT_EQ(refused("anna", [&](const Act& act) { return withdraw(act, "ict-2"); }),
              Words{"problem.not_found"});
}

TEST_P(Commitments, stand_at_the_beginning_of_the_next_workshop) {
    const std::string id = made("anna", draft());
    sql("update workshops set number = 1 where id = 'ict-1'");
    const auto before = [&](std::string_view who, std::string_view workshop) {
        return desk.read([&](db::Connection& in) {
            Words ids;
            for (const Commitment& one : from_before(in, fixtures::actor(in, who), workshop, world_time))
                ids.push_back(one.record.id);
            return ids;
        });
    };
    EXPECT_EQ(before("anna", "ict-3"), Words{id});
    EXPECT_EQ(before("anna", "ict-2"), Words{});
    EXPECT_EQ(before("bram", "ict-3"), Words{}) << "who was not there does not read it";
    EXPECT_EQ(desk.read([&](db::Connection& in) {
        return of_series(in, fixtures::actor(in, "sami"), "ict-reeks", world_time).size();
    }),
              1U);
}

TEST_P(Commitments, remind_their_owner_exactly_twice) {
    const std::string id = made("anna", draft());
    EXPECT_EQ(reminded(moment("2027-01-31")), 0);
    EXPECT_EQ(reminded(moment("2027-02-01")), 1);
    EXPECT_EQ(reminded(moment("2027-02-01")), 0);
    EXPECT_EQ(reminded(moment("2027-02-12")), 0);
    EXPECT_EQ(reminded(moment("2027-02-13")), 1);
    EXPECT_EQ(reminded(moment("2027-02-14")), 0);
    const Words letters = mail("anna");
    ASSERT_EQ(letters.size(), 2U);
    for (const std::string& letter : letters)
        EXPECT_NE(letter.find("/afspraken/" + id + "\n"), std::string::npos) << letter;
    EXPECT_EQ(desk.journalled().back(), "commitment.reminded " + id);
}

TEST_P(Commitments, remind_anew_when_they_move_to_another_day) {
    const std::string id = made("anna", draft());
    EXPECT_EQ(reminded(moment("2027-02-01")), 1);
    Draft later = draft();
    later.due_on = "2027-03-15";
    EXPECT_EQ(refused(
                  "anna", [&](const Act& act) { return change(act, id, later); }, moment("2027-02-02")),
              Words{});
    EXPECT_EQ(reminded(moment("2027-02-13")), 0);
    EXPECT_EQ(reminded(moment("2027-03-01")), 1);
    EXPECT_EQ(mail("anna").size(), 2U);
}

TEST_P(Commitments, send_nothing_to_who_wants_nothing_or_may_not_come_in) {
    made("anna", draft());
    made("sami", draft());
    sql("insert into letter_choices (id, person_id, network_id, choice) values ('c', 'anna', 'ict', "
        "'nothing')");
    sql("update people set state = 'suspended' where id = 'sami'");
    EXPECT_EQ(reminded(moment("2027-02-01")), 2);
    EXPECT_EQ(mail("anna"), Words{});
    EXPECT_EQ(mail("sami"), Words{});
    EXPECT_EQ(reminded(moment("2027-02-02")), 0);
}

TEST_P(Commitments, that_are_open_stand_in_the_owners_calendar) {
    const std::string id = made("anna", draft());
    const auto in_calendar = [&](std::string_view who) {
        return desk.read([&](db::Connection& in) {
            Words found;
            const Actor actor = fixtures::actor(in, who);
            const calendar::Asking asking{desk.site(), html::Language::nl, actor, world_time};
            for (const auto& one : deadlines(in, asking))
                found.push_back(one.title + " " + one.path + " " + to_text(one.ends));
            return found;
        });
    };
    EXPECT_EQ(in_calendar("anna"),
              Words{"Afspraak: Levensduur in de uitvraag /afspraken/" + id + " 2027-02-15T16:00:00.000Z"});
    EXPECT_EQ(in_calendar("sami"), Words{});
    EXPECT_EQ(refused("anna", [&](const Act& act) { return finish(act, id, "Gelukt"); }), Words{});
    EXPECT_EQ(in_calendar("anna"), Words{});
}

}  // namespace
}  // namespace kring::commitment
