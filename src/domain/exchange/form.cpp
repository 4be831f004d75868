// SPDX-License-Identifier: EUPL-1.2
#include "domain/exchange/form.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "domain/exchange/exchange.hpp"
#include "platform/base/text.hpp"

namespace kring::exchange {

namespace {

constexpr std::size_t text_max = 2000;
constexpr std::size_t scanned_max = 16;  // members; of more an order is kept

struct Law {
    std::string_view name;
    chance::Family family;
    std::size_t numbers;
    std::array<std::string_view, 2> members;  // of an object; none for an array
};

constexpr Law laws[] = {{"value", chance::Family::fixed, 1, {}},
                        {"uniform", chance::Family::uniform, 2, {}},
                        {"triangular", chance::Family::triangular, 3, {}},
                        {"pert", chance::Family::pert, 3, {}},
                        {"lognormal", chance::Family::lognormal, 2, {"median", "gsd"}},
                        {"lognormal_mean", chance::Family::lognormal_mean, 2, {"mean", "cv"}},
                        {"normal", chance::Family::normal, 2, {"mean", "sd"}},
                        {"empirical", chance::Family::empirical, 0, {}}};

std::optional<std::vector<double>> numbers_of(const json::Value& value, std::size_t count) {
    const json::Array* items = value.array();
    if (!items || items->size() != count) return std::nullopt;
    std::vector<double> numbers;
    for (const json::Value& item : *items) {
        if (!item.number()) return std::nullopt;
        numbers.push_back(item.number()->value);
    }
    return numbers;
}

std::optional<chance::Distribution> quantile_table(const json::Value& value) {
    const json::Array* items = value.array();
    if (!items || items->size() > 1000) return std::nullopt;
    std::vector<chance::Quantile> table;
    for (const json::Value& item : *items) {
        const auto pair = numbers_of(item, 2);
        if (!pair) return std::nullopt;
        table.push_back({(*pair)[0], (*pair)[1]});
    }
    return chance::Distribution::empirical(std::move(table));
}

std::optional<chance::Distribution> numbers_law(const Law& law, const json::Value& value,
                                                const std::string& pointer, Problems& problems) {
    chance::Distribution distribution{law.family, {}, {}};
    if (law.family == chance::Family::empirical) return quantile_table(value);
    if (law.numbers == 1) {
        if (!value.number()) return std::nullopt;
        distribution.given[0] = value.number()->value;
        return distribution;
    }
    if (!law.members[0].empty()) {
        if (!value.object()) return std::nullopt;
        Form form(value, pointer, problems);
        for (std::size_t i = 0; i < law.members.size(); ++i)
            distribution.given[i] = form.number(law.members[i], 1, Need::needed);
        form.finish();
        return distribution;
    }
    const auto numbers = numbers_of(value, law.numbers);
    if (!numbers) return std::nullopt;
    std::copy(numbers->begin(), numbers->end(), distribution.given.begin());
    return distribution;
}

}  // namespace

Problem problem_at(std::string_view phrase, std::string pointer,
                   std::vector<std::pair<std::string, std::string>> values) {
    return {Trouble::invalid, "exchange.problem." + std::string(phrase), std::move(pointer),
            std::move(values)};
}

void add(Problems& problems, Problem problem) {
    if (problems.size() < problems_max) problems.push_back(std::move(problem));
}

Form::Form(const json::Value& value, std::string pointer, Problems& problems)
    : object_(value.object()), pointer_(std::move(pointer)), problems_(problems) {
    if (!object_) {
        add(problems_, problem_at("object", pointer_));
        return;
    }
    asked_.resize(object_->size());
    if (object_->size() <= scanned_max) return;
    // Sorted rather than hashed: nobody can choose names that make it slow.
    order_.resize(object_->size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::sort(order_.begin(), order_.end(),
              [this](std::size_t a, std::size_t b) { return (*object_)[a].first < (*object_)[b].first; });
}

std::size_t Form::place_of(std::string_view name) const {
    const std::size_t none = object_->size();
    if (order_.empty()) {
        const auto found = std::find_if(object_->begin(), object_->end(),
                                        [name](const auto& member) { return member.first == name; });
        return static_cast<std::size_t>(found - object_->begin());
    }
    const auto found = std::lower_bound(
        order_.begin(), order_.end(), name,
        [this](std::size_t place, std::string_view key) { return (*object_)[place].first < key; });
    return found != order_.end() && (*object_)[*found].first == name ? *found : none;
}

void Form::wrong(std::string_view phrase, std::string_view name,
                 std::vector<std::pair<std::string, std::string>> values) {
    add(problems_, problem_at(phrase, at(name), std::move(values)));
}

const json::Value* Form::take(std::string_view name, Need need) {
    if (!object_) return nullptr;
    const std::size_t place = place_of(name);
    if (place < object_->size()) {
        asked_[place] = true;
        const json::Value& value = (*object_)[place].second;
        if (!value.is_null()) return &value;
    }
    if (need == Need::needed) wrong("needed", name);
    return nullptr;
}

std::string Form::text(std::string_view name, Need need) {
    const json::Value* value = take(name, need);
    if (!value) return "";
    const bool is_fine = value->text() && value->text()->size() <= text_max && is_clean_text(*value->text());
    if (!is_fine) {
        wrong("text", name);
        return "";
    }
    return *value->text();
}

double Form::number(std::string_view name, double otherwise, Need need) {
    const json::Value* value = take(name, need);
    if (!value) return otherwise;
    if (value->number()) return value->number()->value;
    wrong("number", name);
    return otherwise;
}

std::int64_t Form::whole(std::string_view name, std::int64_t least, std::int64_t most, std::int64_t otherwise,
                         Need need) {
    const json::Value* value = take(name, need);
    if (!value) return otherwise;
    const double number = value->number() ? value->number()->value : std::nan("");
    const bool is_fine = number == std::floor(number) && number >= static_cast<double>(least) &&
                         number <= static_cast<double>(most);
    if (is_fine) return static_cast<std::int64_t>(number);
    wrong("whole", name, {{"least", std::to_string(least)}, {"most", std::to_string(most)}});
    return otherwise;
}

bool Form::truth(std::string_view name, bool otherwise) {
    const json::Value* value = take(name);
    if (!value) return otherwise;
    if (value->truth()) return *value->truth();
    wrong("truth", name);
    return otherwise;
}

std::size_t Form::choice(std::string_view name, const std::vector<std::string_view>& names,
                         std::size_t otherwise, Need need) {
    const json::Value* value = take(name, need);
    if (!value) return otherwise;
    const std::string given = value->text() ? *value->text() : "";
    const auto found = std::find(names.begin(), names.end(), given);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    std::vector<std::string> all(names.begin(), names.end());
    wrong("choice", name, {{"choices", join(all, ", ")}});
    return otherwise;
}

const json::Array& Form::list(std::string_view name, Need need) {
    static const json::Array none;
    const json::Value* value = take(name, need);
    if (!value) return none;
    if (!value->array()) {
        wrong("array", name);
        return none;
    }
    if (need == Need::needed && value->array()->empty()) wrong("empty_array", name);
    return *value->array();
}

void Form::finish() const {
    if (!object_) return;
    for (std::size_t place = 0; place < asked_.size() && problems_.size() < problems_max; ++place) {
        const std::string& key = (*object_)[place].first;
        if (!asked_[place]) add(problems_, problem_at("unknown", at(key), {{"name", shortened(key, 60)}}));
    }
}

std::optional<chance::Distribution> read_law(const json::Value& value, const std::string& pointer,
                                             Problems& problems, std::string* source) {
    if (value.number()) return chance::Distribution::fixed(value.number()->value);
    const json::Object* members = value.object();
    const auto refuse = [&] { add(problems, problem_at("estimate", pointer)); };
    if (!members) {
        refuse();
        return std::nullopt;
    }
    std::optional<chance::Distribution> found;
    Form form(value, pointer, problems);
    if (source) *source = form.text("source");
    std::size_t told = 0;
    for (const Law& law : laws) {
        const json::Value* given = form.take(law.name);
        if (!given) continue;
        ++told;
        found = numbers_law(law, *given, form.at(law.name), problems);
    }
    form.finish();
    if (told == 1 && found) return found;
    refuse();
    return std::nullopt;
}

std::string pointer_of(std::string_view field) {
    std::string pointer;
    for (const std::string_view part : split(field, '.')) {
        const auto bracket = part.find('[');
        if (!part.substr(0, bracket).empty()) pointer += json::step(part.substr(0, bracket));
        if (bracket != std::string_view::npos)
            pointer += json::step(part.substr(bracket + 1, part.find(']') - bracket - 1));
    }
    return pointer;
}

std::optional<std::size_t> Names::find(std::string_view id) const {
    const auto found = places_.find(id);
    if (found == places_.end()) return std::nullopt;
    return found->second;
}

Problem problem_of(const json::Fault& fault) {
    return problem_at("json_" + std::string(json::id(fault.wrong)), fault.pointer,
                      {{"line", std::to_string(fault.line)}, {"column", std::to_string(fault.column)}});
}

}  // namespace kring::exchange
