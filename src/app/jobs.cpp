// SPDX-License-Identifier: EUPL-1.2
#include "app/jobs.hpp"

#include <exception>

#include "app/embedded.hpp"
#include "domain/commitment/acts.hpp"
#include "domain/contribution/acts.hpp"
#include "domain/contribution/forms.hpp"
#include "domain/desk/once.hpp"
#include "domain/evaluation/acts.hpp"
#include "domain/letters/acts.hpp"
#include "domain/live/acts.hpp"
#include "domain/people/acts.hpp"
#include "domain/registration/acts.hpp"
#include "domain/scenario/store.hpp"
#include "domain/speaker/acts.hpp"
#include "domain/summary/printing.hpp"
#include "domain/summary/store.hpp"
#include "domain/topic/acts.hpp"
#include "platform/base/log.hpp"

namespace kring::app {

int show_waiting_questions(House& house) {
    const bool is_due = house.database.read([](db::Connection& in) {
        return in.exists("select 1 from waiting_questions where show_after <= $1", {now()});
    });
    if (!is_due) return 0;
    const auto shown = house.operate([](const Act& act) { return contribution::show_waiting(act); }, "job");
    return shown ? *shown : 0;
}

namespace {

// All of one moment in one transaction; if that fails, they wait for the next moment.
int show_forms(House& house, std::vector<web::Fields> forms) {
    if (forms.empty()) return 0;
    std::vector<contribution::HeldQuestion> held;
    for (const web::Fields& fields : forms)
        held.push_back({contribution::read_question(fields), std::string(web::value_of(fields, "key_hash"))});
    try {
        const auto shown =
            house.operate([&](const Act& act) { return contribution::show_held(act, held); }, "job");
        return shown ? *shown : 0;
    } catch (const db::Error&) {
        for (web::Fields& fields : forms) (void)house.site.held->hold(std::move(fields), now());
        throw;
    }
}

}  // namespace

int show_held_questions(House& house) { return show_forms(house, house.site.held->take_due(now())); }

int close_forgotten_rooms(House& house) {
    const bool is_due =
        house.database.read([](db::Connection& in) { return live::has_forgotten(in, now()); });
    if (!is_due) return 0;
    const auto closed = house.operate([](const Act& act) { return live::close_forgotten(act); }, "job");
    return closed ? *closed : 0;
}

int pass_on_places(House& house) {
    const bool is_due = house.database.read(
        [](db::Connection& in) { return registration::has_places_to_pass_on(in, now()); });
    if (!is_due) return 0;
    const auto settled =
        house.operate([&](const Act& act) { return registration::pass_on_places(act, house.site); }, "job");
    return settled ? *settled : 0;
}

int tend_registrations(House& house) {
    const bool is_due = house.database.read(
        [](db::Connection& in) { return registration::has_registrations_to_tend(in, now()); });
    if (!is_due) return 0;
    const auto tended = house.operate(
        [&](const Act& act) { return registration::tend_registrations(act, house.site); }, "job");
    return tended ? *tended : 0;
}

int close_rounds(House& house) {
    const bool is_due =
        house.database.read([](db::Connection& in) { return topic::has_rounds_to_close(in, now()); });
    if (!is_due) return 0;
    const auto closed = house.operate([](const Act& act) { return topic::close_rounds(act); }, "job");
    return closed ? *closed : 0;
}

int remind_of_commitments(House& house) {
    const bool is_due =
        house.database.read([](db::Connection& in) { return commitment::has_reminders(in, now()); });
    if (!is_due) return 0;
    const auto reminded =
        house.operate([&](const Act& act) { return commitment::remind(act, house.site); }, "job");
    return reminded ? *reminded : 0;
}

int tend_evaluations(House& house) {
    const bool is_due =
        house.database.read([](db::Connection& in) { return evaluation::has_work(in, now()); });
    if (!is_due) return 0;
    const auto tended =
        house.operate([&](const Act& act) { return evaluation::tend(act, house.site); }, "job");
    return tended ? *tended : 0;
}

namespace {

int print_file(House& house, const summary::Unprinted& file) {
    const auto version =
        house.database.read([&](db::Connection& in) { return summary::find_version(in, file.version_id); });
    if (!version) return 0;
    press::Publication publication = summary::publication(house.site, *version, file.language);
    publication.css = embedded_press_file("press.css");
    const std::string bytes = press::print(publication, file.format);
    (void)house.operate([&](const Act& act) { return summary::keep_file(act, file, bytes); }, "job");
    return 1;
}

}  // namespace

int print_publications(House& house) {
    const auto missing = house.database.read([](db::Connection& in) { return summary::unprinted(in); });
    int printed = 0;
    std::exception_ptr failure;
    for (const summary::Unprinted& file : missing) {
        try {
            printed += print_file(house, file);
        } catch (const std::exception&) {
            failure = std::current_exception();  // one that cannot be printed does not keep back the others
        }
    }
    if (failure) std::rethrow_exception(failure);
    return printed;
}

int sweep_expired(House& house) {
    (void)house.database.write([](db::Connection& in) { return people::drop_expired(in, now()); });
    (void)house.database.write([](db::Connection& in) { return letters::drop_expired(in, now()); });
    (void)house.database.write([](db::Connection& in) { return speaker::drop_orphans(in); });
    (void)house.database.write([](db::Connection& in) { return desk::drop_old_submissions(in, now()); });
    (void)house.database.write([](db::Connection& in) { return scenario::drop_old_runs(in, now()); });
    return 0;
}

int run_due_jobs(House& house) {
    // In this order: what shows is told of, what is told of is sent.
    int done = show_waiting_questions(house);
    done += pass_on_places(house);
    done += tend_registrations(house);
    done += tend_attendance(house);
    done += compute_scenarios(house) + print_scenarios(house);
    done += print_sheets(house);
    done += close_rounds(house);
    done += remind_of_commitments(house);
    done += tend_evaluations(house);
    done += announce_news(house);
    done += make_digests(house);
    done += deliver_mail(house);
    done += show_held_questions(house) + close_forgotten_rooms(house);
    done += reckon_tenders(house) + print_award_sheets(house);
    return done + print_publications(house) + sweep_expired(house);
}

Jobs::Jobs(House& house) : house_(house) {
    threads_.emplace_back([this] { repeat(deliver_mail, 1); });
    threads_.emplace_back([this] { repeat(show_waiting_questions, 1); });
    threads_.emplace_back([this] { repeat(pass_on_places, 1); });
    threads_.emplace_back([this] { repeat(tend_registrations, 60); });
    threads_.emplace_back([this] { repeat(tend_attendance, 60); });
    threads_.emplace_back([this] { repeat(print_sheets, 1); });
    threads_.emplace_back([this] { repeat(compute_scenarios, 1); });
    threads_.emplace_back([this] { repeat(print_scenarios, 1); });
    threads_.emplace_back([this] { repeat(close_rounds, 1); });
    threads_.emplace_back([this] { repeat(remind_of_commitments, 60); });
    threads_.emplace_back([this] { repeat(tend_evaluations, 60); });
    threads_.emplace_back([this] { repeat(announce_news, 2); });
    threads_.emplace_back([this] { repeat(make_digests, 60); });
    threads_.emplace_back([this] { repeat(print_publications, 2); });
    threads_.emplace_back([this] { repeat(sweep_expired, 3600); });
    threads_.emplace_back([this] { repeat(reckon_tenders, 1); });
    threads_.emplace_back([this] { repeat(print_award_sheets, 2); });
    threads_.emplace_back([this] { repeat(show_held_questions, 1); });
    threads_.emplace_back([this] { repeat(close_forgotten_rooms, 60); });
}

Jobs::~Jobs() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    house_.is_stopping = true;
    stopped_.notify_all();
    save_held();  // first: a thread that is slow to end may be killed
    for (std::thread& thread : threads_) thread.join();
    save_held();
    house_.is_stopping = false;
}

void Jobs::save_held() {
    try {
        show_forms(house_, house_.site.held->take_all());  // memory does not outlive the program
    } catch (const std::exception& error) {
        log_line("error", "job", {{"what", error.what()}});
    }
}

bool Jobs::wait(int seconds) {
    std::unique_lock lock(mutex_);
    return !stopped_.wait_for(lock, std::chrono::seconds(seconds), [this] { return is_stopping_; });
}

void Jobs::repeat(int (*job)(House&), int seconds) {
    do {
        try {
            job(house_);
        } catch (const std::exception& error) {
            // The work is still in the database; it is tried again, not too soon.
            log_line("error", "job", {{"what", error.what()}});
            if (!wait(30)) return;
        }
    } while (wait(seconds));
}

}  // namespace kring::app
