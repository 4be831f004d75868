// SPDX-License-Identifier: EUPL-1.2
// What goes on behind the pages: posting and delivering mail, showing anonymous questions whose wait is over,
// passing on places that were offered in vain, closing votes, reminding people, printing frozen versions,
// lists and badges, sweeping what expired. Each job finds its work in the database, so nothing is lost when
// the program stops half-way.
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "app/house.hpp"
#include "domain/letters/seal.hpp"

namespace kring::app {

/// What letters need of this house.
letters::Letterhead letterhead_of(const House& house);

/// Each does what is due and returns how much it did.
int deliver_mail(House& house);
int announce_news(House& house);
int make_digests(House& house);
int show_waiting_questions(House& house);
int pass_on_places(House& house);
int tend_registrations(House& house);
int tend_attendance(House& house);
int compute_scenarios(House& house);
int print_scenarios(House& house);
int print_sheets(House& house);
int close_rounds(House& house);

/// Shows anonymous questions asked during a workshop, all those of one moment together (R19).
int show_held_questions(House& house);

/// Closes live pages that were left open; what people chose about a statement goes with it.
int close_forgotten_rooms(House& house);
int remind_of_commitments(House& house);
int tend_evaluations(House& house);
int print_publications(House& house);
int reckon_tenders(House& house);
int print_award_sheets(House& house);
int sweep_expired(House& house);

/// All of them, once.
int run_due_jobs(House& house);

/// Runs the jobs on a thread of its own every second until it is destroyed; printing has its own
/// thread, so that a slow PDF does not hold up the mail.
class Jobs {
public:
    explicit Jobs(House& house);
    ~Jobs();
    Jobs(const Jobs&) = delete;
    Jobs& operator=(const Jobs&) = delete;

private:
    void repeat(int (*job)(House&), int seconds);
    bool wait(int seconds);
    void save_held();

    House& house_;
    std::mutex mutex_;
    std::condition_variable stopped_;
    bool is_stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace kring::app
