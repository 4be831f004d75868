// SPDX-License-Identifier: EUPL-1.2
// Mail on its way out: letters are posted about what the journal tells, claimed, worded at the last
// moment by the rights of that moment, handed to the mail server, and marked.
#include <ctime>
#include <filesystem>

#include "app/jobs.hpp"
#include "domain/acquaintance/acts.hpp"
#include "domain/letters/acts.hpp"
#include "domain/preparation/acts.hpp"
#include "platform/base/log.hpp"
#include "platform/base/process.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"
#include "platform/mail/mail.hpp"

namespace kring::app {

namespace {

constexpr int rounds_max = 25;  // at a stretch; a job that is told to stop ends after that many at most

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

Time day_of(Time time) { return parse_time(to_text(time).substr(0, 10) + "T00:00:00.000Z").value(); }

class Delivery {
public:
    explicit Delivery(House& house)
        : house_(house), postbox_(postbox_of(house.config)), head_(letterhead_of(house)) {
        make_sink(postbox_.sink_folder);
    }

    /// Claims and sends; hands back how many were claimed.
    std::size_t round() {
        const auto claimed = *house_.database.write([&](db::Connection& in) {
            return Result<std::vector<journal::Waiting>>(journal::claim_due(in, claim_, now()));
        });
        for (const journal::Waiting& waiting : claimed) deliver(waiting);
        return claimed.size();
    }

    int delivered() const { return delivered_; }

private:
    void deliver(const journal::Waiting& waiting) {
        letters::Written written = house_.database.read([&](db::Connection& in) {
            auto own = preparation::write(in, head_, waiting, now());
            if (!own) own = acquaintance::write(in, head_, waiting, now());
            return own ? *own : letters::write(in, head_, waiting, now());
        });
        if (!written.message) {
            (void)house_.operate([&](const Act& act) { return letters::withhold(act, waiting.id, written); },
                                 "job");
            return;
        }
        // Words of this moment bear its date; words that waited the date of when they were written.
        written.message->date = mail_date(written.record.empty() ? waiting.made_at : now());
        const std::string fault = send(*written.message);
        (void)house_.database.write([&](db::Connection& in) {
            const Time when = now();
            if (fault.empty())
                journal::mark_sent(in, waiting.id, written.keeps_day_alone ? day_of(when) : when);
            else
                journal::mark_refused(in, waiting.id, claim_, shortened(fault, 300),
                                      when + pause_after(waiting.tries));
            return Result<Done>(Done{});
        });
    }

    std::string send(const mail::Message& message) {
        try {
            mail::send(message, postbox_);
            ++delivered_;
            return "";
        } catch (const std::exception& error) {
            log_line("warning", "mail.waits", {{"outbox", message.id}, {"what", error.what()}});
            return error.what();
        }
    }

    House& house_;
    mail::Postbox postbox_;
    letters::Letterhead head_;
    const std::string claim_ = new_token();
    int delivered_ = 0;
};

}  // namespace

letters::Letterhead letterhead_of(const House& house) {
    return {house.phrases,
            house.site.name,
            house.site.public_address,
            house.config.text("mail_from"),
            house.config.text("reply_address"),
            house.config.text("mail_authserv")};
}

int deliver_mail(House& house) {
    const auto has_due = [&] {
        return house.database.read([](db::Connection& in) { return journal::has_due(in, now()); });
    };
    if (!has_due()) return 0;
    Delivery delivery(house);
    int round = 0;
    while (round < rounds_max && delivery.round() > 0) ++round;
    return delivery.delivered();
}

int announce_news(House& house) {
    int posted = 0;
    const auto has_news = [&] {
        return house.database.read([](db::Connection& in) { return letters::has_news(in); });
    };
    for (int round = 0; round < rounds_max && has_news(); ++round) {
        posted += *house.operate([](const Act& act) { return letters::announce(act); }, "job");
    }
    return posted;
}

int make_digests(House& house) {
    int posted = 0;
    const auto has_due = [&] {
        return house.database.read([](db::Connection& in) { return letters::has_due_digests(in, now()); });
    };
    for (int round = 0; round < rounds_max && has_due(); ++round) {
        posted += *house.operate([](const Act& act) { return letters::make_digests(act); }, "job");
    }
    return posted;
}

}  // namespace kring::app
