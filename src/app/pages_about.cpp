// SPDX-License-Identifier: EUPL-1.2
// What every public site must say: help, words, accessibility, privacy, how to report a weakness,
// whether it is up; and the two files that programs look for.
#include "app/glossary.hpp"
#include "app/pages.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/frame.hpp"
#include "platform/html/markdown.hpp"

namespace kring::app {

namespace {

using desk::Visit;
using html::List;
using html::View;

// A year is the most that RFC 9116 advises; half of it tells sooner that an installation stands still.
constexpr std::int64_t security_contact_ms = 180 * day_ms;

struct About {
    std::string_view prefix;  ///< phrases PREFIX.title and PREFIX.body
    std::vector<std::pair<std::string_view, std::string_view>> links;  ///< pattern, phrase
};

desk::Frame frame_of(std::string title) {
    desk::Frame frame;
    frame.title = std::move(title);
    frame.crumbs = {{frame.title, ""}};
    frame.visible_for = desk::visible_to_everyone();
    return frame;
}

// A text may name other pages in words alone: Markdown drops links within the site, so they follow below it.
web::Response show_text(const Visit& visit, const About& about, const html::PhraseValues& values = {}) {
    const std::string prefix(about.prefix);
    List links;
    for (const auto& [pattern, phrase] : about.links) {
        View link;
        link.set("href", desk::address(visit, pattern)).set("label", visit.say(phrase));
        links.push_back(std::move(link));
    }
    View view;
    view.set("body", html::markdown(visit.say(prefix + ".body", values), 2))
        .set("links", std::move(links))
        .set("mail", "mailto:" + visit.site.contact_email)
        .set("email", visit.site.contact_email);
    return desk::show(visit, frame_of(visit.say(prefix + ".title")), "about", std::move(view));
}

web::Response help(const Visit& visit) {
    return show_text(visit,
                     {"about.help",
                      {{"/woordenlijst", "footer.glossary"},
                       {"/vragen/sleutel", "about.help.key"},
                       {"/privacy", "footer.privacy"}}},
                     {{"minutes", std::to_string(visit.site.anonymous_delay_minutes)}});
}

web::Response accessibility(const Visit& visit) {
    return show_text(visit, {"about.accessibility", {{"/hulp", "footer.how"}}});
}

web::Response privacy(const Visit& visit) {
    return show_text(visit,
                     {"about.privacy",
                      {{"/mijn/gegevens", "about.privacy.details"},
                       {"/mijn/beveiliging", "about.privacy.sign_ins"},
                       {"/kwetsbaarheid-melden", "footer.vulnerability"}}},
                     {{"minutes", std::to_string(visit.site.anonymous_delay_minutes)}});
}

web::Response vulnerability(const Visit& visit) {
    return show_text(visit, {"about.vulnerability", {{"/privacy", "footer.privacy"}}});
}

// Says no more than a stranger may know; that it says anything means the database answered.
web::Response status(const Visit& visit) {
    visit.read([](db::Connection& in) { return in.count("select 1"); });
    const bool is_sqlite = visit.site.database.engine() == db::Engine::sqlite;
    return show_text(visit, {"about.status", {{"/hulp", "footer.how"}}},
                     {{"version", KRING_VERSION},
                      {"engine", is_sqlite ? "SQLite" : "PostgreSQL"},
                      {"moment", visit.site.phrases.moment(visit.when, visit.language)}});
}

web::Response show_glossary(const Visit& visit) {
    const html::Phrases& phrases = visit.site.phrases;
    List terms;
    for (const Term& term : glossary()) {
        const std::string key = "about.term." + std::string(term.key);
        View row;
        row.set("dutch", phrases.say(key + ".word", html::Language::nl))
            .set("english", phrases.say(key + ".word", html::Language::en))
            .set("meaning", visit.say(key + ".meaning"));
        terms.push_back(std::move(row));
    }
    View view;
    view.set("terms", std::move(terms));
    return desk::show(visit, frame_of(visit.say("about.glossary.title")), "about_glossary", std::move(view));
}

web::Response public_file(const std::string& text) {
    web::Response response = web::plain(200, text);
    response.is_personal = false;
    return response;
}

// Pages for people at work, not for search engines (RFC 9309). It closes nothing: that is the door's task.
web::Response robots(const Visit&) {
    std::string text = "User-agent: *\n";
    for (const std::string_view pattern : {"/aanmelden", "/uitnodiging", "/mijn", "/beheer", "/zoeken"}) {
        for (const html::Language language : html::languages) {
            text += "Disallow: " + desk::address(language, pattern) + "\n";
        }
    }
    return public_file(text);
}

web::Response security_contact(const Visit& visit) {
    const desk::Site& site = visit.site;
    const std::string expires = to_text(visit.when + security_contact_ms).substr(0, 10) + "T00:00:00Z";
    return public_file("Contact: mailto:" + site.contact_email + "\nExpires: " + expires +
                       "\nPreferred-Languages: nl, en\nCanonical: " + site.public_address +
                       "/.well-known/security.txt\nPolicy: " + site.public_address +
                       desk::address(html::Language::nl, "/kwetsbaarheid-melden") + "\n");
}

}  // namespace

std::vector<desk::Route> about_routes() {
    using desk::Rule;
    using web::Method;
    return {
        {Method::get, "/hulp", help, Rule::everyone},
        {Method::get, "/woordenlijst", show_glossary, Rule::everyone},
        {Method::get, "/toegankelijkheid", accessibility, Rule::everyone},
        {Method::get, "/privacy", privacy, Rule::everyone},
        {Method::get, "/kwetsbaarheid-melden", vulnerability, Rule::everyone},
        {Method::get, "/status", status, Rule::everyone},
        {Method::get, "/robots.txt", robots, Rule::everyone},
        {Method::get, "/.well-known/security.txt", security_contact, Rule::everyone},
    };
}

}  // namespace kring::app
