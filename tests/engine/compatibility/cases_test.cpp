// SPDX-License-Identifier: EUPL-1.2
// The recorded cases of BoaviztAPI 2.4.1: unrounded to 1e-9, and rounded as it answered.
#include <gtest/gtest.h>

#include <cmath>
#include <iomanip>
#include <sstream>

#include "engine/compatibility/compatibility.hpp"
#include "engine/reading/literal.hpp"
#include "platform/base/text.hpp"
#include "tests/engine/catalogue/shared_data.hpp"

namespace kring::compatibility {
namespace {

using reading::Literal;
using reading::Member;

constexpr const char* cases_name = "boaviztapi_cases.json";

const std::vector<std::string>& criteria() {
    static const std::vector<std::string> three = {"gwp", "adpe", "pe"};
    return three;
}

double number(const Literal& held, const char* name) { return held.find(name)->number; }

Literal recorded() {
    const std::string bytes = catalogue::shared_bytes(cases_name);
    reading::LiteralReader reader(bytes);
    return *reader.value();
}

/// What stands behind a word of the address: "archetype=" in "...?archetype=laptop-perso&verbose=true".
std::optional<std::string> parameter(const std::string& path, const std::string& word) {
    const std::size_t at = path.find(word);
    if (at == std::string::npos) return std::nullopt;
    const std::size_t begin = at + word.size();
    return path.substr(begin, path.find('&', begin) - begin);
}

std::optional<double> given(const Literal* usage, const char* name) {
    const Literal* held = usage == nullptr ? nullptr : usage->find(name);
    return held == nullptr ? std::nullopt : std::optional<double>(held->number);
}

Request request_of(const Literal& one) {
    const Literal& asked = *one.find("request");
    const std::string path = asked.find("path")->text;
    const Literal* usage = asked.find("body")->find("usage");
    Request request;
    const std::size_t begin = path.rfind('/') + 1;
    request.device = path.substr(begin, path.find('?') - begin);
    request.archetype = parameter(path, "archetype=");
    if (const auto duration = parameter(path, "duration=")) request.duration_hours = std::stod(*duration);
    request.criteria = criteria();
    if (usage != nullptr && usage->find("usage_location") != nullptr)
        request.usage.location = usage->find("usage_location")->text;
    request.usage.power_watt = given(usage, "avg_power");
    request.usage.use_time_ratio = given(usage, "use_time_ratio");
    request.usage.life_hours = given(usage, "hours_life_time");
    const Literal* factors = usage == nullptr ? nullptr : usage->find("elec_factors");
    if (factors == nullptr) return request;
    for (const Member& factor : factors->members) request.usage.electricity[factor.key] = factor.value.number;
    return request;
}

/// A file as that tool's factors.yml, of the factors that stand in the verbose answers.
std::string factors_file(const Literal& cases) {
    std::map<std::string, std::map<std::string, double>> areas;
    std::map<std::string, std::pair<double, double>> world;
    for (const Member& one : cases.members) {
        const Literal& verbose = *one.value.find("response")->find("verbose");
        const std::string area = verbose.find("usage_location")->find("value")->text;
        for (const std::string& criterion : criteria()) {
            const Literal& factor = *verbose.find(criterion + "_factor");
            if (factor.find("status")->text == "INPUT") continue;
            areas[area][criterion] = number(factor, "value");
            if (area == "EEE") world[criterion] = {number(factor, "min"), number(factor, "max")};
        }
    }
    std::ostringstream text;
    text << std::setprecision(17) << "\"cpu\": {\"gwp\": {\"impact\": 9.14}}\n\n\"electricity\": {\n";
    for (const auto& [area, factors] : areas) {
        text << "  \"" << area << "\": {\"country\": \"" << area << "\"";
        for (const auto& [criterion, value] : factors)
            text << ", \"" << criterion << "\": {\"unit\": \"x\", \"priority\": 1.0, \"value\": " << value
                 << "}";
        text << "},\n";
    }
    text << "  \"min-max\": {";
    for (const auto& [criterion, bounds] : world)
        text << (criterion == world.begin()->first ? "" : ", ") << '"' << criterion
             << "\": {\"min\": " << bounds.first << ", \"max\": " << bounds.second << "}";
    text << "},\n  \"available_countries\": {\"Netherlands\": \"NLD\"}\n}\n";
    return text.str();
}

Figures figures_of(const Literal& cases) {
    Figures figures = built_in();
    std::vector<FileFault> faults;
    EXPECT_TRUE(read_factors(factors_file(cases), figures, faults)) << (faults.empty() ? "" : faults[0].what);
    return figures;
}

void expect_near(double found, double wanted) { EXPECT_NEAR(found, wanted, 1e-9 * std::fabs(wanted)); }

void expect_interval(const std::optional<Interval>& found, const Literal& wanted) {
    ASSERT_EQ(found.has_value(), wanted.kind == Literal::Kind::object);
    if (!found) return;
    expect_near(found->value, number(wanted, "value"));
    expect_near(found->min, number(wanted, "min"));
    expect_near(found->max, number(wanted, "max"));
}

TEST(RecordedCase, is_reproduced_without_rounding_to_1e_9) {
    NEEDS_SHARED(cases_name);
    const Literal all = recorded();
    const Literal& cases = *all.find("cases");
    const Figures figures = figures_of(cases);
    ASSERT_FALSE(cases.members.empty());
    for (const Member& one : cases.members) {
        SCOPED_TRACE(one.value.find("id")->text);
        const Answer answer = assess(figures, request_of(one.value));
        ASSERT_EQ(answer.impacts.size(), 3U);
        for (const Impact& impact : answer.impacts) {
            SCOPED_TRACE(impact.criterion);
            const Literal& wanted = *one.value.find("unrounded")->find(impact.criterion);
            expect_interval(impact.embedded, *wanted.find("embedded"));
            expect_interval(impact.use, *wanted.find("use"));
        }
    }
}

TEST(RecordedCase, is_reproduced_with_the_rounding_of_that_tool) {
    NEEDS_SHARED(cases_name);
    const Literal all = recorded();
    const Literal& cases = *all.find("cases");
    const Figures figures = figures_of(cases);
    for (const Member& one : cases.members) {
        SCOPED_TRACE(one.value.find("id")->text);
        for (const Impact& impact : assess(figures, request_of(one.value)).impacts) {
            SCOPED_TRACE(impact.criterion);
            const Literal& told = *one.value.find("response")->find("impacts")->find(impact.criterion);
            EXPECT_EQ(told.find("unit")->text, impact.unit);
            const Interval use = rounded(impact.use.value());
            EXPECT_EQ(use.value, number(*told.find("use"), "value"));
            EXPECT_EQ(use.min, number(*told.find("use"), "min"));
            EXPECT_EQ(use.max, number(*told.find("use"), "max"));
            EXPECT_EQ(impact.embedded.has_value(), told.find("embedded")->text != "not implemented");
            if (impact.embedded)
                EXPECT_EQ(rounded(*impact.embedded).value, number(*told.find("embedded"), "value"));
        }
    }
}

TEST(RecordedCase, fails_when_one_factor_is_a_hundredth_off) {
    NEEDS_SHARED(cases_name);
    const Literal all = recorded();
    const Literal& cases = *all.find("cases");
    Figures figures = figures_of(cases);
    figures.electricity["gwp"]["NLD"] *= 1.01;
    int differing = 0;
    for (const Member& one : cases.members) {
        const Answer answer = assess(figures, request_of(one.value));
        const double wanted = number(*one.value.find("unrounded")->find("gwp")->find("use"), "value");
        differing += std::fabs(answer.impacts[0].use->value - wanted) > 1e-9 * wanted ? 1 : 0;
    }
    EXPECT_EQ(differing, 3);  // the cases in NLD
}

}  // namespace
}  // namespace kring::compatibility
