// SPDX-License-Identifier: EUPL-1.2
#include "domain/tender/warnings.hpp"

#include <algorithm>

#include "platform/base/text.hpp"

namespace kring::tender {

namespace {

// Every value that a notice's phrase may name; those it was not given are empty.
constexpr std::string_view value_names[] = {"bid",   "winner", "instead", "criterion", "value",
                                            "bound", "low",    "high",    "none",      "full",
                                            "bids",  "price",  "quality", "sum",       "formula"};

std::string named(std::string_view ids, const Names& names, html::Language language) {
    std::vector<std::string> words;
    for (const std::string_view part : split(ids, ',')) {
        const std::string id(trim(part));
        const auto found =
            std::find_if(names.begin(), names.end(), [&](const auto& one) { return one.first == id; });
        words.push_back(found == names.end() ? engine_number(id, language) : found->second);
    }
    return join(words, ", ");
}

void warn_of_criteria(const Tender& tender, html::Language language, std::vector<Warning>& warnings) {
    for (const Criterion& one : tender.criteria) {
        if (one.type != CriterionType::quality) continue;
        Problems ignored;
        const auto levels = levels_of(one.guide, language, "", ignored);
        if (levels.empty()) {
            warnings.push_back(
                {"tender.warn.no_guide", {{"criterion", one.name}}, "tender.source.article_67"});
            continue;
        }
        const auto lowest = std::min_element(
            levels.begin(), levels.end(), [](const Level& a, const Level& b) { return a.points < b.points; });
        if (lowest->points * 2 >= one.points) {
            warnings.push_back({"tender.warn.short_scale",
                                {{"criterion", one.name},
                                 {"low", amount_in_words(lowest->points, 3, 0, language)},
                                 {"high", amount_in_words(one.points, 3, 0, language)}},
                                ""});
        }
    }
}

}  // namespace

std::string engine_number(std::string_view text, html::Language language) {
    std::string shown(text);
    const bool is_number = !shown.empty() && shown.find_first_not_of("-0123456789.") == std::string::npos;
    const bool is_long = shown.size() > 4 && shown.size() < 16;
    if (is_long && shown.find_first_not_of("0123456789") == std::string::npos)
        return amount_in_words(std::stoll(shown), 0, 0, language);
    if (is_number && language == html::Language::nl) std::replace(shown.begin(), shown.end(), '.', ',');
    return shown;
}

std::vector<Warning> warnings_of(const Tender& tender, bool has_bids, html::Language language) {
    std::vector<Warning> warnings;
    const Milli total = weight_total(tender);
    if (has_bids) warnings.push_back({"tender.warn.bids_are_in", {}, "tender.source.article_67"});
    if (total != 100'000)
        warnings.push_back({"tender.warn.sum", {{"sum", amount_in_words(total, 3, 0, language)}}, ""});
    if (weight_of(tender, CriterionType::price) == total)
        warnings.push_back({"tender.warn.price_alone", {}, "tender.source.price_alone"});
    if (green_weight(tender) == 0) warnings.push_back({"tender.warn.nothing_green", {}, ""});
    warn_of_criteria(tender, language, warnings);
    const bool has_effect =
        std::any_of(tender.criteria.begin(), tender.criteria.end(),
                    [](const Criterion& one) { return one.type == CriterionType::effect; });
    if (tender.scoring.formula == Formula::f7 || has_effect)
        warnings.push_back({"tender.warn.method_known", {}, "tender.source.article_68"});
    if (tender.scoring.formula == Formula::f7 && !has_effect)
        warnings.push_back({"tender.warn.needs_effect", {}, ""});
    return warnings;
}

std::vector<Warning> notices_in_words(const std::vector<ShownNotice>& notices, const Names& names,
                                      html::Language language) {
    std::vector<Warning> warnings;
    for (const ShownNotice& notice : notices) {
        Warning warning;
        warning.phrase = "tender.notice." + notice.code;
        for (const auto& [name, value] : notice.values)
            warning.values.emplace_back(name, named(value, names, language));
        for (const std::string_view name : value_names) {
            const bool is_there = std::any_of(notice.values.begin(), notice.values.end(),
                                              [&](const auto& one) { return one.first == name; });
            if (!is_there) warning.values.emplace_back(std::string(name), "");
        }
        if (notice.code == "relative_reverses" || notice.code == "reversed")
            warning.source = "tender.source.relative";
        warnings.push_back(std::move(warning));
    }
    return warnings;
}

}  // namespace kring::tender
