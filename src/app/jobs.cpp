// SPDX-License-Identifier: EUPL-1.2
#include "app/jobs.hpp"

#include <ctime>
#include <exception>
#include <filesystem>

#include "app/embedded.hpp"
#include "domain/contribution/acts.hpp"
#include "domain/people/acts.hpp"
#include "domain/registration/acts.hpp"
#include "domain/summary/printing.hpp"
#include "domain/summary/store.hpp"
#include "platform/base/log.hpp"
#include "platform/base/process.hpp"
#include "platform/base/text.hpp"
#include "platform/mail/mail.hpp"

namespace kring::app {

namespace {

mail::Postbox postbox_of(const Config& config) {
    mail::Postbox postbox;
    postbox.smtp_url = config.text("smtp_url");
    if (postbox.smtp_url.empty()) postbox.sink_folder = config.text("mail_sink");
    postbox.smtp_user = config.text("smtp_user");
    postbox.smtp_password = config.text("smtp_password");
    if (const std::string file = config.text("smtp_password_file"); !file.empty()) {
        postbox.smtp_password = trim(read_file(file));
    }
    postbox.from_email = config.text("mail_from");
    postbox.from_name = config.text("name");
    postbox.require_tls = config.is_on("smtp_require_tls");
    return postbox;
}

// Mail holds links that sign people in: the folder is for this account alone.
void make_sink(const std::string& folder) {
    if (folder.empty() || !std::filesystem::create_directories(folder)) return;
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
}

// RFC 5322 date in UTC, always with English names.
std::string mail_date(Time time) {
    const std::time_t seconds = time.ms / second_ms;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    static constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    char clock[16];
    std::strftime(clock, sizeof clock, "%H:%M:%S", &parts);
    return std::string(days[parts.tm_wday]) + ", " + std::to_string(parts.tm_mday) + " " +
           months[parts.tm_mon] + " " + std::to_string(1900 + parts.tm_year) + " " + clock + " +0000";
}

// A minute, two, four … up to six hours between tries.
std::int64_t pause_after(std::int64_t tries) {
    const std::int64_t minutes = tries >= 9 ? 360 : std::int64_t{1} << tries;
    return std::min<std::int64_t>(minutes, 360) * minute_ms;
}

struct Waiting {
    mail::Message message;
    std::int64_t tries = 0;
};

std::vector<Waiting> due_mail(House& house) {
    std::vector<Waiting> due;
    house.database.read([&](db::Connection& in) {
        in.query(
            "select id, to_name, to_email, language, subject, body, made_at, tries from outbox "
            "where sent_at is null and next_at <= $1 order by next_at, id limit 50",
            {now()}, [&](const db::Row& row) {
                due.push_back({{row.text(0), row.text(1), row.text(2), row.text(4), row.text(5), row.text(3),
                                mail_date(row.time(6))},
                               row.integer(7)});
            });
    });
    return due;
}

}  // namespace

int deliver_mail(House& house) {
    const std::vector<Waiting> due = due_mail(house);
    if (due.empty()) return 0;
    const mail::Postbox postbox = postbox_of(house.config);
    make_sink(postbox.sink_folder);
    int delivered = 0;
    for (const Waiting& waiting : due) {
        std::string fault;
        try {
            mail::send(waiting.message, postbox);
            ++delivered;
        } catch (const std::exception& error) {
            fault = error.what();
            log_line("warning", "mail.waits", {{"outbox", waiting.message.id}, {"what", fault}});
        }
        (void)house.database.write([&](db::Connection& in) {
            const Time when = now();
            if (fault.empty()) {
                // The words are in the reader's hands now; keeping them, and the links in them, serves
                // nobody.
                in.execute(
                    "update outbox set sent_at = $2, body = '', tries = tries + 1, last_error = '' where id "
                    "= $1",
                    {waiting.message.id, when});
            } else {
                in.execute("update outbox set tries = tries + 1, next_at = $2, last_error = $3 where id = $1",
                           {waiting.message.id, when + pause_after(waiting.tries), shortened(fault, 300)});
            }
            return Result<Done>(Done{});
        });
    }
    return delivered;
}

int show_waiting_questions(House& house) {
    const bool is_due = house.database.read([](db::Connection& in) {
        return in.exists("select 1 from waiting_questions where show_after <= $1", {now()});
    });
    if (!is_due) return 0;
    const auto shown = house.operate([](const Act& act) { return contribution::show_waiting(act); }, "job");
    return shown ? *shown : 0;
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
    return 0;
}

int run_due_jobs(House& house) {
    return deliver_mail(house) + show_waiting_questions(house) + pass_on_places(house) +
           tend_registrations(house) + print_publications(house) + sweep_expired(house);
}

Jobs::Jobs(House& house) : house_(house) {
    threads_.emplace_back([this] { repeat(deliver_mail, 1); });
    threads_.emplace_back([this] { repeat(show_waiting_questions, 1); });
    threads_.emplace_back([this] { repeat(pass_on_places, 1); });
    threads_.emplace_back([this] { repeat(tend_registrations, 60); });
    threads_.emplace_back([this] { repeat(print_publications, 2); });
    threads_.emplace_back([this] { repeat(sweep_expired, 3600); });
}

Jobs::~Jobs() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    stopped_.notify_all();
    for (std::thread& thread : threads_) thread.join();
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
