// SPDX-License-Identifier: EUPL-1.2
#include "domain/network/network.hpp"

#include "domain/desk/form.hpp"
#include "platform/base/time.hpp"

namespace kring::network {

namespace {

void check_names(const Bilingual& name, Problems& problems) {
    desk::need_text(name.nl, "name_nl", name_length_max, problems);
    desk::need_text(name.en, "name_en", name_length_max, problems);
}

bool check_day(const std::string& day, std::string_view field, Problems& problems) {
    if (day.empty() || is_day(day)) return true;
    problems.push_back({Trouble::invalid, "network.problem.day", std::string(field), {}});
    return false;
}

}  // namespace

void check_days(const std::string& starts, const std::string& ends, Problems& problems) {
    const bool starts_well = check_day(starts, "starts", problems);
    const bool ends_well = check_day(ends, "ends", problems);
    if (!starts_well || !ends_well || starts.empty() || ends.empty() || starts <= ends) return;
    problems.push_back({Trouble::invalid, "network.problem.days_reversed", "ends", {}});
}

Problems problems_of(const Programme& programme) {
    Problems problems;
    check_names(programme.name, problems);
    desk::allow_text(programme.funder, "funder", name_length_max, problems);
    desk::allow_text(programme.budget_line, "budget_line", name_length_max, problems);
    check_days(programme.starts, programme.ends, problems);
    desk::allow_text(programme.goals.nl, "goals_nl", text_length_max, problems);
    desk::allow_text(programme.goals.en, "goals_en", text_length_max, problems);
    return problems;
}

Problems problems_of(const Network& network) {
    Problems problems;
    check_names(network.name, problems);
    desk::allow_text(network.about.nl, "about_nl", text_length_max, problems);
    desk::allow_text(network.about.en, "about_en", text_length_max, problems);
    desk::allow_text(network.house_rules.nl, "house_rules_nl", text_length_max, problems);
    desk::allow_text(network.house_rules.en, "house_rules_en", text_length_max, problems);
    return problems;
}

}  // namespace kring::network
