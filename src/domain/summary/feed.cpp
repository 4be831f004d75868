// SPDX-License-Identifier: EUPL-1.2
#include "domain/summary/feed.hpp"

#include "domain/desk/addresses.hpp"
#include "domain/summary/printing.hpp"
#include "domain/summary/version_view.hpp"
#include "platform/base/text.hpp"
#include "platform/html/markdown.hpp"

namespace kring::summary {

namespace {

// "2026-01-01" is the day from which this installation's tags count (RFC 4151 asks for one).
constexpr std::string_view tag_day = "2026-01-01";

std::string host_of(std::string_view address) {
    const auto start = address.find("://");
    std::string_view host = start == std::string_view::npos ? address : address.substr(start + 3);
    host = host.substr(0, host.find_first_of(":/"));
    return std::string(host);
}

std::string tag(const desk::Site& site, std::string_view what) {
    return "tag:" + host_of(site.public_address) + "," + std::string(tag_day) + ":" + std::string(what);
}

std::string element(std::string_view name, std::string_view text) {
    return "<" + std::string(name) + ">" + html::escaped(text) + "</" + std::string(name) + ">\n";
}

std::string link(std::string_view rel, std::string_view type, std::string_view href,
                 std::string_view language, std::int64_t bytes = 0) {
    std::string out = "<link rel=\"" + std::string(rel) + "\" type=\"" + std::string(type) + "\" href=\"" +
                      html::escaped(href) + "\"";
    if (!language.empty()) out += " hreflang=\"" + std::string(language) + "\"";
    if (bytes > 0) out += " length=\"" + std::to_string(bytes) + "\"";
    return out + "/>\n";
}

std::string text_of(const desk::Site& site, html::Language language, const Version& version) {
    std::string text =
        html::markdown_words(in_language(version.preface, text_language(version, language)).text);
    if (!version.reason.empty()) {
        text = site.phrases.say("summary.feed.reason", language, {{"reason", version.reason}}) + "\n" + text;
    }
    return shortened(text, 1000);
}

std::string entry(const desk::Site& site, html::Language language, const Version& version,
                  const std::vector<VersionFile>& files) {
    const html::Language text = text_language(version, language);
    const std::string address = site.public_address + version_address(language, version);
    const std::string title = site.phrases.say(
        "summary.feed.entry", language,
        {{"title", title_of(version, language)}, {"number", std::to_string(version.number)}});
    std::string out = "<entry xml:lang=\"" + std::string(html::code(text)) + "\">\n";
    out += element("id", tag(site, "version/" + version.record.id)) + element("title", title);
    out += element("published", version.frozen_at) + element("updated", version.frozen_at);
    for (const html::Language one : html::languages) {
        if (!has_language(version.languages, html::code(one))) continue;
        out += link("alternate", "text/html", site.public_address + version_address(one, version),
                    html::code(one));
    }
    for (const VersionFile& file : files) {
        const auto format = format_of(file.format);
        if (file.version_id != version.record.id || !format) continue;
        out += link("enclosure", media_type(*format), address + "/" + file.language + "." + file.format,
                    file.language, file.bytes);
    }
    return out + element("summary", text_of(site, language, version)) + "</entry>\n";
}

}  // namespace

std::string atom_feed(const desk::Site& site, html::Language language, const std::vector<Version>& versions,
                      const std::vector<VersionFile>& files) {
    const std::string own = site.public_address + desk::address(language, "/publicaties.atom");
    std::string out =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" "
        "xml:lang=\"" +
        std::string(html::code(language)) + "\">\n";
    out += element("id", tag(site, "publications/" + std::string(html::code(language))));
    out += element("title", site.phrases.say("summary.feed.title", language));
    // An empty feed has never changed; RFC 4287 wants a moment all the same.
    out += element("updated",
                   versions.empty() ? std::string(tag_day) + "T00:00:00.000Z" : versions.front().frozen_at);
    out += "<author>" + element("name", site.name) + "</author>\n";
    out += link("self", "application/atom+xml", own, "");
    out += link("alternate", "text/html", site.public_address + desk::address(language, "/publicaties"),
                html::code(language));
    for (const Version& version : versions) out += entry(site, language, version, files);
    return out + "</feed>\n";
}

}  // namespace kring::summary
