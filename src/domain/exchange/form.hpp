// SPDX-License-Identifier: EUPL-1.2
// One object of a document while it is read: each member is asked for by name, and what nobody asked for is
// told in the end. Problems carry JSON pointers. Private to domain/exchange.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/chance/chance.hpp"
#include "platform/base/result.hpp"
#include "platform/json/json.hpp"

namespace kring::exchange {

inline constexpr std::size_t problems_max = 200;  ///< told of a document; more help nobody

/// Adds a problem unless there are problems_max.
void add(Problems& problems, Problem problem);

enum class Need { optional, needed };

class Form {
public:
    /// `value` is told to be no object when it is none; then every member is absent.
    Form(const json::Value& value, std::string pointer, Problems& problems);

    const std::string& pointer() const { return pointer_; }
    std::string at(std::string_view name) const { return pointer_ + json::step(name); }
    Problems& problems() { return problems_; }
    bool is_object() const { return object_ != nullptr; }

    void wrong(std::string_view phrase, std::string_view name,
               std::vector<std::pair<std::string, std::string>> values = {});

    /// The member; null ones count as absent.
    const json::Value* take(std::string_view name, Need need = Need::optional);
    std::string text(std::string_view name, Need need = Need::optional);
    double number(std::string_view name, double otherwise, Need need = Need::optional);
    /// A whole number in the range.
    std::int64_t whole(std::string_view name, std::int64_t least, std::int64_t most, std::int64_t otherwise,
                       Need need = Need::optional);
    bool truth(std::string_view name, bool otherwise);
    /// The place of the text in `names`; `otherwise` when it is absent or none of them, which is told.
    std::size_t choice(std::string_view name, const std::vector<std::string_view>& names,
                       std::size_t otherwise, Need need = Need::optional);
    /// The items of an array; empty when it is absent or none. What is needed holds at least one.
    const json::Array& list(std::string_view name, Need need = Need::optional);

    /// Tells members that nobody asked for.
    void finish() const;

private:
    std::size_t place_of(std::string_view name) const;  ///< of the member; their count when there is none

    const json::Object* object_;
    std::string pointer_;
    Problems& problems_;
    std::vector<std::size_t> order_;  ///< places by name, of many members
    std::vector<bool> asked_;         ///< by place
};

/// Calls `read(Form&)` for each object of the list `name` of `in`.
template <class Read>
void each(Form& in, std::string_view name, Need need, const Read& read) {
    const json::Array& items = in.list(name, need);
    for (std::size_t at = 0; at < items.size(); ++at) {
        Form item(items[at], in.at(name) + json::step(std::to_string(at)), in.problems());
        read(item);
        item.finish();
    }
}

/// A law as docs/assess-format.md describes it; nothing when it is none, which is told. `source` is filled
/// when the object names one.
std::optional<chance::Distribution> read_law(const json::Value& value, const std::string& pointer,
                                             Problems& problems, std::string* source);

/// A problem's field as engines tell it ("options[0].parts[2].route.life") as a pointer.
std::string pointer_of(std::string_view field);

/// Ids of a list, to be found by name; of the same ids the first.
class Names {
public:
    void add(const std::string& id) { places_.emplace(id, count_++); }
    std::optional<std::size_t> find(std::string_view id) const;

private:
    std::map<std::string, std::size_t, std::less<>> places_;
    std::size_t count_ = 0;
};

Problem problem_at(std::string_view phrase, std::string pointer,
                   std::vector<std::pair<std::string, std::string>> values = {});

}  // namespace kring::exchange
