// SPDX-License-Identifier: EUPL-1.2
#include "domain/calendar/event.hpp"

#include "domain/calendar/deadline.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/network/bilingual.hpp"
#include "platform/base/text.hpp"
#include "platform/html/markdown.hpp"

namespace kring::calendar {

namespace {

constexpr std::size_t about_length_max = 2000;  // Google shows no more than some thousands
constexpr std::int64_t minutes_without_end = 60;
constexpr std::int64_t deadline_ms = 30 * minute_ms;

std::string host_of(std::string_view address) {
    const auto start = address.find("://");
    const std::string_view host = start == std::string_view::npos ? address : address.substr(start + 3);
    return std::string(host.substr(0, host.find_first_of(":/")));
}

icalendar::When when_of(const workshop::Workshop& workshop) {
    if (workshop.starts.empty()) return icalendar::WholeDay{workshop.day};
    std::string ends = workshop.ends;
    if (ends.empty()) ends = workshop::clock_after(workshop.starts, minutes_without_end);
    if (ends.empty()) ends = "23:59";
    if (ends <= workshop.starts) return icalendar::WholeDay{workshop.day};
    return icalendar::Hours{workshop.day, workshop.starts, ends};
}

class Teller {
public:
    Teller(const desk::Site& site, html::Language language, const workshop::Workshop& workshop)
        : site_(site), language_(language), workshop_(workshop) {}

    std::string title() const {
        const std::string text = own(workshop_.title());
        const bool is_off = workshop_.is_cancelled() || workshop_.record.is_withdrawn;
        // In words too: Outlook shows the events of a feed whatever their status is.
        return is_off ? say("calendar.event.off", {{"title", text}}) : text;
    }

    std::string place() const {
        return workshop_.place.empty() ? own(workshop_.place_note) : workshop_.place;
    }

    std::string address() const {
        return site_.public_address + desk::address(language_, "/bijeenkomsten/{id}", {workshop_.record.id});
    }

    std::string about() const {
        std::string text;
        const auto add = [&](const std::string& part) {
            if (!part.empty()) text += (text.empty() ? "" : "\n\n") + part;
        };
        if (workshop_.is_cancelled())
            add(say("calendar.event.cancelled", {{"why", own(workshop_.cancelled_why)}}));
        if (workshop_.record.is_withdrawn) add(say("calendar.event.withdrawn"));
        if (workshop_.starts.empty()) add(say("calendar.event.no_start"));
        if (!workshop_.starts.empty() && workshop_.ends.empty()) add(say("calendar.event.no_end"));
        add(own(workshop_.day_note));
        if (!workshop_.place.empty()) add(own(workshop_.place_note));
        add(shortened(html::markdown_words(own(workshop_.about)), about_length_max));
        // Google and Outlook do not show the address of an event elsewhere.
        add(say("calendar.event.more", {{"address", address()}}));
        return text;
    }

    std::string say(std::string_view key, const html::PhraseValues& values = {}) const {
        return site_.phrases.say(key, language_, values);
    }

private:
    std::string own(const Bilingual& text) const { return in_language(text, language_).text; }

    const desk::Site& site_;
    const html::Language language_;
    const workshop::Workshop& workshop_;
};

}  // namespace

std::string uid_of(const desk::Site& site, std::string_view id) {
    return std::string(id) + "@" + host_of(site.public_address);
}

icalendar::Event event_of(const desk::Site& site, html::Language language, const workshop::Workshop& workshop,
                          std::string_view network) {
    const Teller teller(site, language, workshop);
    icalendar::Event event;
    event.uid = uid_of(site, workshop.record.id);
    event.sequence = workshop.sequence;
    event.created_at = workshop.record.created_at;
    event.changed_at = workshop.record.updated_at;
    event.when = when_of(workshop);
    event.title = teller.title();
    event.place = teller.place();
    event.about = teller.about();
    event.address = teller.address();
    event.categories = {teller.say("kind.workshop")};
    if (!network.empty()) event.categories.emplace_back(network);
    event.is_cancelled = workshop.is_cancelled() || workshop.record.is_withdrawn;
    return event;
}

icalendar::Event event_of(const Asking& asking, const Deadline& deadline) {
    icalendar::Event event;
    event.uid = uid_of(asking.site, deadline.id);
    event.sequence = deadline.changed_at.ms / minute_ms;
    event.created_at = event.changed_at = deadline.changed_at;
    event.when = icalendar::Moments{deadline.ends - deadline_ms, deadline.ends};
    event.title = deadline.title;
    event.about = deadline.about;
    event.address = asking.site.public_address + deadline.path;
    event.categories = {asking.site.phrases.say("calendar.deadline", asking.language)};
    event.is_busy = false;
    return event;
}

}  // namespace kring::calendar
