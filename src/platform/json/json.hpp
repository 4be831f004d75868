// SPDX-License-Identifier: EUPL-1.2
// JSON (RFC 8259) in and out. The reader is strict and bounded: no member twice, no number that is changed by
// reading, every fault with its line, column and pointer (RFC 6901). The writer gives the same bits for the
// same value.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace kring::json {

class Value;
using Array = std::vector<Value>;
using Object = std::vector<std::pair<std::string, Value>>;  ///< in the order written

/// A number as it is written; `text` is in JSON's own spelling.
struct Number {
    std::string text;
    double value = 0;  ///< the nearest double; finite
    bool operator==(const Number&) const = default;
};

class Value {
public:
    Value() = default;  ///< null
    Value(std::string text) : held_(std::move(text)) {}
    Value(std::string_view text) : held_(std::string(text)) {}
    Value(const char* text) : held_(std::string(text)) {}
    Value(Array array) : held_(std::move(array)) {}
    Value(Object object) : held_(std::move(object)) {}
    Value(Number number) : held_(std::move(number)) {}
    Value(std::same_as<bool> auto truth) : held_(truth) {}
    Value(std::integral auto whole)
        requires(!std::same_as<decltype(whole), bool>)
        : held_(Number{std::to_string(whole), static_cast<double>(whole)}) {}
    /// In the shortest spelling that reads back the same; null when it is not finite.
    Value(double number);

    bool is_null() const { return held_.index() == 0; }
    const bool* truth() const { return std::get_if<bool>(&held_); }
    const Number* number() const { return std::get_if<Number>(&held_); }
    const std::string* text() const { return std::get_if<std::string>(&held_); }
    const Array* array() const { return std::get_if<Array>(&held_); }
    const Object* object() const { return std::get_if<Object>(&held_); }
    Array* array() { return std::get_if<Array>(&held_); }
    Object* object() { return std::get_if<Object>(&held_); }

    /// A member of an object; nothing when it is absent, or this is no object.
    const Value* find(std::string_view name) const;

    bool operator==(const Value&) const = default;

private:
    std::variant<std::monostate, bool, Number, std::string, Array, Object> held_;
};

struct Limits {
    std::size_t bytes = 1024 * 1024;
    std::size_t depth = 32;
    std::size_t values = 200'000;
};

enum class Wrong {
    too_big,  ///< more bytes or values than the limits
    too_deep,
    no_json,     ///< bad syntax, or something behind the end
    incomplete,  ///< it ends too early
    encoding,    ///< no UTF-8
    number,      ///< too big for a double
    twice        ///< a member that stands twice in its object
};
/// "too_big" …
std::string_view id(Wrong wrong);

struct Fault {
    Wrong wrong = Wrong::no_json;
    std::size_t line = 1;    ///< from 1
    std::size_t column = 1;  ///< in bytes, from 1
    std::string pointer;     ///< of what was being read; "" is the whole
};

std::variant<Value, Fault> read(std::string_view text, const Limits& limits = {});

enum class Layout { line, indented };
std::string write(const Value& value, Layout layout = Layout::line);

/// One step of a pointer: "~" and "/" escaped.
std::string step(std::string_view name);

}  // namespace kring::json
