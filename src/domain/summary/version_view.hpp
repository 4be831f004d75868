// SPDX-License-Identifier: EUPL-1.2
// A frozen version as its page and its printed document both show it: chapters with their
// statements, under each where it came from, the picture of the chain and the same as a table.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/desk/visit.hpp"
#include "domain/summary/summary.hpp"
#include "platform/html/view.hpp"

namespace kring::summary {

/// Who looks at a version: in which language, and what of its sources they may read today.
struct Looking {
    const desk::Site& site;
    html::Language page = html::Language::nl;  ///< of the words around it
    std::string prefix;  ///< in front of addresses: "" on a page, the public address in print
    std::map<std::string, chain::Record> readable;

    std::string say(std::string_view key, const html::PhraseValues& values = {}) const {
        return site.phrases.say(key, page, values);
    }
};

/// The language in which a version is shown: the page's when it has that, else the one it has.
html::Language text_language(const Version& version, html::Language page);

/// Its title in that language.
std::string title_of(const Version& version, html::Language page);

/// "/publicaties/{id}/{nummer}" in the language.
std::string version_address(html::Language language, const Version& version);

/// The day it was frozen, "2026-11-23".
std::string day_of(const Version& version);

/// Sets title with text_language ("" when it is the page's), page_language, preface, number, day, chapters
/// (id, number, title, intro, statements with id, number, text, sources) and the colophon's words:
/// version_text, reason, address, text_address, hash. Each text has its name_language beside it, as set_prose
/// does.
void set_version(html::View& view, const Looking& looking, const Version& version);

/// The picture, for <figure>.
std::string chart_svg(const Looking& looking, const Version& version);
std::string chart_title(const Looking& looking);
std::string chart_description(const Looking& looking, const Version& version);

/// The same as the names of component_table.
void set_chart_table(html::View& view, const Looking& looking, const Version& version);

/// A source as it stands under a statement; also the kind's word for a closed record.
html::View source_view(const Looking& looking, const FrozenSource& source);

}  // namespace kring::summary
