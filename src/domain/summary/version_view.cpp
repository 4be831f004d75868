// SPDX-License-Identifier: EUPL-1.2
#include "domain/summary/version_view.hpp"

#include "domain/desk/addresses.hpp"
#include "domain/summary/chart.hpp"
#include "platform/base/text.hpp"
#include "platform/html/markdown.hpp"

namespace kring::summary {

namespace {

using html::List;
using html::View;

std::string other_than(html::Language page, html::Language text) {
    return text == page ? "" : std::string(html::code(text));
}

List sources_of(const Looking& looking, const FrozenStatement& statement) {
    List sources;
    for (const FrozenSource& source : statement.sources) sources.push_back(source_view(looking, source));
    return sources;
}

View statement_view(const Looking& looking, const FrozenStatement& statement, const std::string& chapter,
                    const std::string& number) {
    View view;
    set_prose(view, "text", statement.text, looking.page, 3);
    view.set("id", "c" + chapter + "-s" + number)
        .set("number", chapter + "." + number)
        .set("sources", sources_of(looking, statement));
    return view;
}

View chapter_view(const Looking& looking, const FrozenChapter& chapter, std::size_t place) {
    const std::string number = std::to_string(place);
    List statements;
    for (std::size_t s = 0; s < chapter.statements.size(); ++s) {
        statements.push_back(statement_view(looking, chapter.statements[s], number, std::to_string(s + 1)));
    }
    View view;
    set_worded(view, "title", chapter.title, looking.page);
    set_prose(view, "intro", chapter.intro, looking.page, 3);
    view.set("id", "c" + number).set("number", number).set("statements", std::move(statements));
    return view;
}

// A record's page; a closed one's only for who may read it.
std::string href_of(const Looking& looking, const std::string& id) {
    const auto found = looking.readable.find(id);
    if (found == looking.readable.end()) return "";
    return looking.prefix + desk::address_of(looking.page, found->second);
}

std::string kind_word(const Looking& looking, std::string_view kind) {
    return looking.say("kind." + std::string(kind));
}

std::vector<std::string> chapter_labels(const Version& version, html::Language page) {
    std::vector<std::string> labels;
    for (std::size_t c = 0; c < version.chapters.size(); ++c) {
        labels.push_back(std::to_string(c + 1) + ". " + in_language(version.chapters[c].title, page).text);
    }
    return labels;
}

View cell(std::string text, bool is_head, bool is_number) {
    View view;
    view.set("text", std::move(text)).set("href", "").set("is_head", is_head).set("is_number", is_number);
    return view;
}

View head(std::string label, bool is_number) {
    View view;
    view.set("label", std::move(label)).set("is_number", is_number);
    return view;
}

}  // namespace

html::Language text_language(const Version& version, html::Language page) {
    if (has_language(version.languages, html::code(page))) return page;
    return page == html::Language::nl ? html::Language::en : html::Language::nl;
}

std::string title_of(const Version& version, html::Language page) {
    return in_language(version.title, text_language(version, page)).text;
}

std::string version_address(html::Language language, const Version& version) {
    return desk::address(language, "/publicaties/{id}/{nummer}",
                         {version.summary_id, std::to_string(version.number)});
}

std::string day_of(const Version& version) { return amsterdam_day(parse_time(version.frozen_at).value()); }

View source_view(const Looking& looking, const FrozenSource& source) {
    const auto open = looking.readable.find(source.record_id);
    const bool is_titled = !source.title.empty() || open != looking.readable.end();
    const std::string title = source.title.empty() && is_titled ? open->second.title : source.title;
    const std::string language =
        source.title.empty() && is_titled ? open->second.language : source.title_language;
    const bool is_doubtful = !source.certainty.empty() && source.certainty != "read";
    View view;
    set_worded(view, "workshop", source.workshop_id == source.record_id ? Bilingual{} : source.workshop,
               looking.page);
    view.set("kind_label", kind_word(looking, source.kind))
        .set("title", title)
        .set("title_language", language)
        .set("href", href_of(looking, source.record_id))
        .set("is_closed", !is_titled)
        .set("workshop_href", href_of(looking, source.workshop_id))
        .set("named_as", source.named_as)
        .set("certainty", is_doubtful ? looking.say("certainty." + source.certainty) : std::string())
        .set("source_title", source.source_title)
        .set("source_href", source.source_url);
    return view;
}

void set_version(View& view, const Looking& looking, const Version& version) {
    const html::Language text = text_language(version, looking.page);
    const std::string number = std::to_string(version.number);
    List chapters;
    for (std::size_t c = 0; c < version.chapters.size(); ++c) {
        chapters.push_back(chapter_view(looking, version.chapters[c], c + 1));
    }
    set_prose(view, "preface", version.preface, looking.page, 2);
    view.set("title", in_language(version.title, text).text)
        .set("text_language", other_than(looking.page, text))
        .set("page_language", html::code(looking.page))
        .set("chapters", std::move(chapters))
        .set("number", number)
        .set("day", day_of(version))
        .set("version_text",
             looking.say("summary.version.line",
                         {{"number", number},
                          {"day", looking.site.phrases.long_date(day_of(version), looking.page)}}))
        .set("reason", version.reason)
        .set("address", looking.site.public_address + version_address(looking.page, version))
        .set("text_address", looking.site.public_address + version_address(looking.page, version) + "/" +
                                 looking.say("summary.version.text_name"))
        .set("hash", version.hash);
}

std::string chart_title(const Looking& looking) { return looking.say("summary.chart.title"); }

std::string chart_description(const Looking& looking, const Version& version) {
    std::int64_t records = 0;
    for (const auto& kind : chain_picture(version.chapters).kinds) records += kind.records;
    return looking.say("summary.chart.description", {{"records", std::to_string(records)},
                                                     {"chapters", std::to_string(version.chapters.size())}});
}

std::string chart_svg(const Looking& looking, const Version& version) {
    const ChainPicture picture = chain_picture(version.chapters);
    ChartWords words;
    words.title = chart_title(looking);
    words.description = chart_description(looking, version);
    for (const auto& kind : picture.kinds) {
        words.kinds.push_back(
            looking.say("summary.chart.count." + kind.kind, {{"count", std::to_string(kind.records)}}));
    }
    words.chapters = chapter_labels(version, looking.page);
    return draw(picture, words);
}

void set_chart_table(View& view, const Looking& looking, const Version& version) {
    const ChainPicture picture = chain_picture(version.chapters);
    const auto labels = chapter_labels(version, looking.page);
    List heads = {head(looking.say("summary.chart.chapter"), false)};
    for (const auto& kind : picture.kinds) heads.push_back(head(kind_word(looking, kind.kind), true));
    List rows;
    for (std::size_t c = 0; c < labels.size(); ++c) {
        List cells = {cell(labels[c], true, false)};
        for (const std::int64_t amount : picture.placements[c]) {
            cells.push_back(cell(std::to_string(amount), false, true));
        }
        View row;
        row.set("cells", std::move(cells));
        rows.push_back(std::move(row));
    }
    view.set("table_id", "chain-table")
        .set("caption", looking.say("summary.chart.caption"))
        .set("head", std::move(heads))
        .set("rows", std::move(rows));
}

}  // namespace kring::summary
