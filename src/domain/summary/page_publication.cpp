// SPDX-License-Identifier: EUPL-1.2
// Published versions as everyone reads them.
#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/network/store.hpp"
#include "domain/summary/page_functions.hpp"
#include "domain/summary/printing.hpp"
#include "platform/base/text.hpp"

namespace kring::summary {

namespace {

using html::List;
using html::View;

constexpr int publications_most = 200;

std::string language_name(const desk::Visit& visit, std::string_view language) {
    return visit.say("language." + std::string(language));
}

std::string languages_in_words(const desk::Visit& visit, std::string_view languages) {
    std::vector<std::string> names;
    for (const std::string_view one : words(languages)) names.push_back(language_name(visit, one));
    return join(names, ", ");
}

View publication_row(const desk::Visit& visit, const Version& version) {
    const html::Language text = text_language(version, visit.language);
    View view;
    view.set("title", title_of(version, visit.language))
        .set("title_language", html::code(text))
        .set("href", desk::address(visit, "/publicaties/{id}", {version.summary_id}))
        .set("meta", visit.say("summary.version.line",
                               {{"number", std::to_string(version.number)},
                                {"day", visit.site.phrases.long_date(day_of(version), visit.language)}}))
        .set("languages", languages_in_words(visit, version.languages))
        .set("lead", shortened(split_lead(in_language(version.preface, text).text).first, 240));
    return view;
}

// Each language with its four forms, whether they are printed yet or not.
List downloads_of(const desk::Visit& visit, const Version& version, const std::vector<VersionFile>& files) {
    List groups;
    for (const std::string_view language : words(version.languages)) {
        List links;
        for (const press::Format format :
             {press::Format::pdf, press::Format::odt, press::Format::docx, press::Format::epub}) {
            std::string size;
            for (const VersionFile& file : files) {
                if (file.language == language && file.format == extension(format)) {
                    size = visit.site.phrases.file_size(file.bytes, visit.language);
                }
            }
            const std::string ending(extension(format));
            View link;
            link.set("label", visit.say("summary.format." + ending))
                .set("size", size)
                .set("href", size.empty() ? std::string()
                                          : version_address(visit.language, version) + "/" +
                                                std::string(language) + "." + ending);
            links.push_back(std::move(link));
        }
        View group;
        group.set("heading", language_name(visit, language)).set("links", std::move(links));
        groups.push_back(std::move(group));
    }
    return groups;
}

List history_of(const desk::Visit& visit, const std::vector<Version>& versions, std::int64_t shown) {
    List list;
    for (const Version& one : versions) {
        View view;
        view.set("href", version_address(visit.language, one))
            .set("label", visit.say("summary.version.number", {{"number", std::to_string(one.number)}}))
            .set("day", day_of(one))
            .set("reason", one.reason)
            .set("current", one.number == shown);
        list.push_back(std::move(view));
    }
    return list;
}

std::string successor_reason(const std::vector<Version>& versions, std::int64_t number) {
    for (const Version& one : versions) {
        if (one.number == number) return one.reason;
    }
    return "";
}

struct VersionPage {
    Version version;
    std::vector<Version> all;
    std::vector<VersionFile> files;
    std::map<std::string, chain::Record> readable;
    std::string network;
};

VersionPage read_page(db::Connection& in, const desk::Visit& visit, Version version) {
    VersionPage page;
    const std::string& id = version.record.id;
    page.files = files_of(in, id);
    page.readable = readable_sources(in, visit.who, id, visit.when);
    version.successor = 0;
    for (Version& one : versions_of(in, version.summary_id)) {
        if (!chain::find_readable(in, visit.who, one.record.id, visit.when)) continue;
        // Newest first: the last one above it is the next. A successor that is not for the reader is none.
        if (one.number > version.number) version.successor = one.number;
        page.all.push_back(std::move(one));
    }
    const auto network = network::find(in, version.record.network);
    if (network) page.network = network::name(*network, visit.code());
    page.version = std::move(version);
    return page;
}

web::Response show(const desk::Visit& visit, VersionPage page) {
    const Version& version = page.version;
    Looking looking{visit.site, visit.language, "", std::move(page.readable)};
    const std::string successor = version.successor == 0 ? "" : std::to_string(version.successor);
    View view;
    set_version(view, looking, version);
    set_chart_table(view, looking, version);
    view.set("network", page.network)
        .set("chart", html::Html::trusted(chart_svg(looking, version)))
        .set("chart_title", chart_title(looking))
        .set("downloads", downloads_of(visit, version, page.files))
        .set("versions", history_of(visit, page.all, version.number))
        .set("languages", languages_in_words(visit, version.languages))
        .set("only_language", text_language(version, visit.language) == visit.language
                                  ? std::string()
                                  : visit.say("summary.only." + std::string(html::code(
                                                                    text_language(version, visit.language)))))
        .set("successor", successor)
        .set("successor_href", successor.empty() ? std::string()
                                                 : desk::address(visit, "/publicaties/{id}/{nummer}",
                                                                 {version.summary_id, successor}))
        .set("successor_reason", successor_reason(page.all, version.successor))
        .set("permanent_href", version_address(visit.language, version))
        .set("feed_href", desk::address(visit, "/publicaties.atom"));
    desk::Frame frame;
    frame.title = title_of(version, visit.language);
    frame.section = "publicaties";
    frame.crumbs = {{visit.say("menu.publications"), desk::address(visit, "/publicaties")},
                    {frame.title, ""}};
    frame.visible_for = desk::visible_to_everyone();
    frame.description = visit.say("summary.version.description", {{"network", page.network}});
    frame.head_links = {{visit.say("summary.feed.title"), desk::address(visit, "/publicaties.atom")}};
    return desk::show(visit, frame, "publication_show", std::move(view));
}

}  // namespace

web::Response list_publications(const desk::Visit& visit) {
    const auto versions = visit.read([&](db::Connection& in) {
        return readable_versions(in, visit.who, visit.when, true, publications_most);
    });
    List rows;
    for (const Version& one : versions) rows.push_back(publication_row(visit, one));
    desk::Frame frame;
    frame.title = visit.say("menu.publications");
    frame.section = "publicaties";
    frame.crumbs = {{frame.title, ""}};
    frame.visible_for = desk::visible_to_everyone();
    frame.head_links = {{visit.say("summary.feed.title"), desk::address(visit, "/publicaties.atom")}};
    View view;
    view.set("rows", std::move(rows))
        .set("feed_href", desk::address(visit, "/publicaties.atom"))
        .set("empty_text", visit.say("summary.publications.empty"))
        .set("empty_href", desk::address(visit, "/netwerken"))
        .set("empty_label", visit.say("summary.publications.empty_label"));
    return desk::show(visit, frame, "publication_list", std::move(view));
}

web::Response show_newest(const desk::Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) -> std::optional<VersionPage> {
        for (const Version& one : versions_of(in, visit.request.part("id"))) {
            if (!chain::find_readable(in, visit.who, one.record.id, visit.when)) continue;
            return read_page(in, visit, find_version(in, one.record.id).value());
        }
        return std::nullopt;
    });
    return page ? show(visit, *page) : desk::not_found(visit);
}

web::Response show_version(const desk::Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) -> std::optional<VersionPage> {
        std::int64_t number = 0;
        if (!read_number(visit.request.part("nummer"), 1, INT64_MAX, number)) return std::nullopt;
        auto version = find_version(in, visit.request.part("id"), number);
        if (!version || !chain::find_readable(in, visit.who, version->record.id, visit.when))
            return std::nullopt;
        return read_page(in, visit, std::move(*version));
    });
    return page ? show(visit, *page) : desk::not_found(visit);
}

web::Response go_to_version(const desk::Visit& visit) {
    const auto version = visit.read([&](db::Connection& in) -> std::optional<Version> {
        const auto record = chain::find_readable(in, visit.who, visit.request.part("id"), visit.when);
        return record ? find_version(in, record->id) : std::nullopt;
    });
    if (!version) return desk::not_found(visit);
    return web::see_other(version_address(visit.language, *version));
}

}  // namespace kring::summary
