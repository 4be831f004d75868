// SPDX-License-Identifier: EUPL-1.2
#include "domain/desk/frame.hpp"

#include <array>

#include "domain/chain/links.hpp"
#include "domain/desk/addresses.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"

namespace kring::desk {

namespace {

using html::List;
using html::View;

struct MenuItem {
    std::string_view pattern;
    std::string_view phrase;
    std::string_view section;
};

constexpr std::array menu = {
    MenuItem{"/netwerken", "menu.networks", "netwerken"},
    MenuItem{"/agenda", "menu.calendar", "agenda"},
    MenuItem{"/vragen", "menu.questions", "vragen"},
    MenuItem{"/praktijk", "menu.cases", "praktijk"},
    MenuItem{"/leerpunten", "menu.lessons", "leerpunten"},
    MenuItem{"/rekenhulp", "menu.calculator", "rekenhulp"},
    MenuItem{"/publicaties", "menu.publications", "publicaties"},
};

View link_view(std::string_view href, std::string label) {
    View view;
    view.set("href", href).set("label", std::move(label));
    return view;
}

List menu_of(const Visit& visit, std::string_view section) {
    List items;
    for (const MenuItem& item : menu) {
        View view = link_view(address(visit, item.pattern), visit.say(item.phrase));
        view.set("current", item.section == section);
        items.push_back(std::move(view));
    }
    return items;
}

List crumbs_of(const Visit& visit, const std::vector<Crumb>& crumbs) {
    List items;
    if (crumbs.empty()) return items;
    items.push_back(link_view(address(visit, "/"), visit.say("menu.home")));
    for (const Crumb& crumb : crumbs) items.push_back(link_view(crumb.href, crumb.label));
    return items;
}

List account_of(const Visit& visit) {
    List items;
    if (!visit.who.is_signed_in()) {
        items.push_back(link_view(address(visit, "/aanmelden"), visit.say("menu.sign_in")));
        return items;
    }
    items.push_back(link_view(address(visit, "/mijn"), visit.say("menu.my")));
    if (visit.who.is_administrator)
        items.push_back(link_view(address(visit, "/beheer"), visit.say("menu.admin")));
    return items;
}

List footer_of(const Visit& visit) {
    const auto group = [&](std::string_view heading,
                           std::initializer_list<std::pair<std::string_view, std::string_view>> links) {
        View view;
        List items;
        for (const auto& [pattern, phrase] : links)
            items.push_back(link_view(address(visit, pattern), visit.say(phrase)));
        view.set("heading", visit.say(heading)).set("links", std::move(items));
        return view;
    };
    return {
        group("footer.help", {{"/hulp", "footer.how"},
                              {"/woordenlijst", "footer.glossary"},
                              {"/kengetallen", "factor.title"}}),
        group("footer.about", {{"/toegankelijkheid", "footer.accessibility"},
                               {"/privacy", "footer.privacy"},
                               {"/kwetsbaarheid-melden", "footer.vulnerability"}}),
        group("footer.follow", {{"/publicaties.atom", "footer.atom"}}),
    };
}

// The same page in the other language: the pattern is known, the parts are the request's own.
std::string other_language_href(const Visit& visit) {
    if (visit.pattern.empty()) return visit.is_english() ? "/" : "/en";
    std::string dutch;
    for (const std::string_view segment : split(visit.pattern, '/')) {
        if (segment.empty()) continue;
        const bool is_part = segment.front() == '{';
        dutch += '/';
        dutch += is_part ? url_encoded(visit.request.part(segment.substr(1, segment.size() - 2)))
                         : std::string(segment);
    }
    if (visit.is_english()) return dutch.empty() ? "/" : dutch;
    std::string english = english_pattern(visit.pattern);
    for (const auto& [name, value] : visit.request.parts) {
        const std::string brace = "{" + name + "}";
        if (const auto at = english.find(brace); at != std::string::npos)
            english.replace(at, brace.size(), url_encoded(value));
    }
    return english;
}

std::string query_text(const Visit& visit) {
    const bool is_search = visit.pattern == "/zoeken";
    return is_search ? std::string(web::value_of(visit.request.query, "q")) : "";
}

std::string flash_of(const Visit& visit) {
    const std::string_view message = web::value_of(visit.request.query, "m");
    if (message.empty() || message.size() > 60) return "";
    const std::string key = "flash." + std::string(message);
    return visit.site.phrases.has(key, visit.language) ? visit.say(key) : "";
}

View layout_view(const Visit& visit, const Frame& frame) {
    const Site& site = visit.site;
    const html::Language other = visit.is_english() ? html::Language::nl : html::Language::en;
    View view;
    view.set("language", visit.code())
        .set("title", (frame.has_errors ? visit.say("page.error_prefix") + " " : "") + frame.title)
        .set("description", frame.description)
        .set("css", site.asset("kring.css"))
        .set("icon", site.asset("kring.svg"))
        .set("script", site.asset("kring.js"))
        .set("home", address(visit, "/"))
        .set("nav", menu_of(visit, frame.section))
        .set("crumbs", crumbs_of(visit, frame.crumbs))
        .set("flash", flash_of(visit))
        .set("flash_undo", html::Html())
        .set("visible_for", visit.say(frame.visible_for.phrase, frame.visible_for.values))
        .set("search_address", address(visit, "/zoeken"))
        .set("query", query_text(visit))
        .set("account", account_of(visit))
        .set("other_language_href", other_language_href(visit))
        .set("other_language_label", std::string(visit.is_english() ? "Nederlands" : "English"))
        .set("other_language_code", html::code(other))
        .set("refreshes", frame.refreshes)
        .set("footer_groups", footer_of(visit));
    List feeds;
    for (const auto& [title, href] : frame.head_links) {
        View feed;
        feed.set("title", title).set("href", href);
        feeds.push_back(std::move(feed));
    }
    view.set("head_links", std::move(feeds));
    return view;
}

}  // namespace

chain::VisibleFor visible_to_everyone() { return {"visible.everyone", {}}; }
chain::VisibleFor visible_to_you() { return {"visible.you", {}}; }
chain::VisibleFor visible_to_administrators() { return {"visible.administrators", {}}; }

web::Response show(const Visit& visit, const Frame& frame, std::string_view template_name, View view,
                   int status) {
    view.set("csrf", masked(visit.csrf)).set("page_title", frame.title);
    View layout = layout_view(visit, frame);
    layout.set("content", visit.site.templates.render_part(template_name, view, visit.language));
    web::Response response = web::page(visit.site.templates.render("layout", layout, visit.language), status);
    response.holds_secret = !visit.csrf.empty() && response.body.find(visit.csrf) != std::string::npos;
    response.is_personal = visit.who.is_signed_in() || !visit.csrf.empty() || status != 200;
    if (!response.is_personal) response.with("Cache-Control", "no-cache");
    return response;
}

web::Response go(const Visit& visit, std::string_view path, std::string_view message) {
    if (message.empty()) return web::see_other(path);
    KRING_ASSERT(visit.site.phrases.has("flash." + std::string(message), visit.language));
    const auto hash = path.find('#');
    std::string target(path.substr(0, hash));
    target += (target.find('?') == std::string::npos ? "?m=" : "&m=") + url_encoded(message);
    if (hash != std::string_view::npos) target += path.substr(hash);
    return web::see_other(target);
}

int status_of(Trouble trouble) {
    switch (trouble) {
        case Trouble::invalid:
            return 400;
        case Trouble::forbidden:
            return 403;
        case Trouble::not_found:
            return 404;
        case Trouble::conflict:
            return 409;
        case Trouble::too_many:
            return 429;
    }
    return 500;
}

web::Response trouble(const Visit& visit, const Problems& problems) {
    KRING_ASSERT(!problems.empty());
    const Trouble first = problems.front().trouble;
    const int status = status_of(first);
    const std::string key = "trouble." + std::to_string(status);
    Frame frame;
    frame.title = visit.say(key + ".title");
    frame.visible_for = visible_to_everyone();
    View view;
    List reasons;
    for (const Problem& problem : problems) {
        if (problem.phrase == "problem.not_found" || problem.phrase == "problem.forbidden") continue;
        View reason;
        reason.set("text", visit.say(problem.phrase, problem.values));
        reasons.push_back(std::move(reason));
    }
    List actions = {link_view(address(visit, "/"), visit.say("trouble.home")),
                    link_view(address(visit, "/zoeken"), visit.say("trouble.search"))};
    view.set("heading", frame.title)
        .set("text", visit.say(key + ".text"))
        .set("reasons", std::move(reasons))
        .set("actions", std::move(actions));
    web::Response response = show(visit, frame, "message_page", std::move(view), status);
    if (status == 429) response.with("Retry-After", "60");
    return response;
}

web::Response not_found(const Visit& visit) {
    return trouble(visit, {Problem{Trouble::not_found, "problem.not_found", "", {}}});
}

}  // namespace kring::desk
