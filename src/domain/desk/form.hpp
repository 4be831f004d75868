// SPDX-License-Identifier: EUPL-1.2
// Forms, built field by field for the component templates: labels, hints, what was typed, all
// errors at once, a summary on top. The names here are those of component_form.html.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/desk/visit.hpp"
#include "platform/base/result.hpp"
#include "platform/html/view.hpp"

namespace kring::desk {

struct Option {
    std::string value;
    std::string label;
    std::string hint;
};

/// More of a field than most need.
struct Extra {
    std::string hint;         ///< text, already worded
    bool is_required = true;  ///< others get "(niet verplicht)" behind the label
    std::string autocomplete;
    std::string type;  ///< text, email, password, search, date, time, number
    int rows = 6;
    std::string language;             ///< lang of the content typed, when not the page's
    html::PhraseValues label_values;  ///< what the label's phrase names
};

class Form {
public:
    /// `action`: address the form posts to. `submit`: phrase key of the button.
    Form(const Visit& visit, std::string action, std::string_view submit);

    /// `label` is a phrase key; `value` what stands in the field.
    Form& text(std::string_view name, std::string_view label, std::string_view value,
               const Extra& extra = {});
    Form& area(std::string_view name, std::string_view label, std::string_view value,
               const Extra& extra = {});
    Form& select(std::string_view name, std::string_view label, std::string_view value,
                 const std::vector<Option>& options, const Extra& extra = {});
    Form& radios(std::string_view name, std::string_view label, std::string_view value,
                 const std::vector<Option>& options, const Extra& extra = {});
    Form& checkbox(std::string_view name, std::string_view label, bool is_checked, Extra extra = {});
    /// A file to send; the route must take files.
    Form& file(std::string_view name, std::string_view label, const Extra& extra = {});
    Form& hidden(std::string_view name, std::string_view value);
    /// A group heading inside a long form; `values`: what the phrase names.
    Form& heading(std::string_view key, std::string_view intro = "", const html::PhraseValues& values = {});

    /// Another submit button: sends name=value too ("preview", "keep").
    Form& button(std::string_view name, std::string_view value, std::string_view label);

    /// Where the script may keep this form as a draft.
    Form& draft(std::string_view address);

    /// Kept on the device while there is no connection, and sent once when there is (once.hpp); the page that
    /// takes it must use desk::once.
    Form& once();

    /// Problems with a field stand at that field and in the summary; others in the summary alone.
    Form& problems(const Problems& problems);

    /// What stands above the problems, a phrase key, when "Nog niet bewaard" is not what happened.
    Form& refusal(std::string_view heading);

    bool has_problems() const { return !problems_.empty(); }
    html::View view() const;  ///< to be set as "form" in a page's view, shown by {{>component_form}}

private:
    html::View& add(std::string_view kind, std::string_view name, std::string_view label, const Extra& extra);

    const Visit& visit_;
    std::string action_;
    std::string submit_;
    std::string draft_;
    bool has_files_ = false;
    bool is_once_ = false;
    std::string refusal_ = "form.not_saved";
    std::vector<html::View> fields_;
    html::List hidden_;
    html::List buttons_;
    Problems problems_;
};

/// A phrase for a problem, worded.
std::string worded(const Visit& visit, const Problem& problem);

/// Checks that come back in every room; each adds a Problem and returns false when it fails.
bool need_text(std::string_view value, std::string_view field, std::size_t most, Problems& problems);
bool allow_text(std::string_view value, std::string_view field, std::size_t most, Problems& problems);

}  // namespace kring::desk
