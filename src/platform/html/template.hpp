// SPDX-License-Identifier: EUPL-1.2
// The template engine: Mustache-like tags in real HTML. At load it walks the HTML around each
// tag to choose the escaper, and refuses what cannot be made safe. At render an unknown name
// throws, so a missing field cannot ship.
//
//   {{name}}                    text, escaped for where it stands; Html only between tags
//   {{#if name}}…{{else}}…{{/if}}   truth, non-empty text or Html, non-empty list
//   {{#each name}}…{{/each}}        list of views; inner names first, then outer ones
//   {{#with name}}…{{/with}}        one nested view
//   {{>partial}}                another template, in the same view
//   {{t "room.page.phrase"}}        a phrase; {{t "key" count=n who=name}} names view values to fill in
//   {{t name}}                  the phrase whose key is the view's text `name`
//   {{date name}} {{day name}}      a moment or a day in the reader's form
//   {{! a comment }}
//
// Addresses are put in the view by pages: a whole one (href="{{href}}") is checked against an
// allow-list, a part of one (href="/vragen/{{id}}") is percent-encoded. <link href> takes local
// paths, <script src> our own assets. No values elsewhere in <script>, <style>, comments,
// unquoted attributes, or attributes that are not on the list in html_names.cpp.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/phrases.hpp"
#include "platform/html/view.hpp"

namespace kring::html {

struct TemplateFile {
    std::string_view name;  ///< "question_show", without ".html"
    std::string_view text;
};

/// All templates of the house, compiled. Throws std::runtime_error "name:line: …" on a template
/// it refuses, an unknown partial, or a phrase key that is missing from a language.
class Templates {
public:
    Templates(const std::vector<TemplateFile>& files, const Phrases& phrases);
    ~Templates();

    /// Renders by name. Throws std::runtime_error on an unknown template or name.
    std::string render(std::string_view name, const View& view, Language language) const;
    Html render_part(std::string_view name, const View& view, Language language) const;
    std::vector<std::string> names() const;

private:
    struct Compiled;
    std::unique_ptr<Compiled> compiled_;
};

}  // namespace kring::html
