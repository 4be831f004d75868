// SPDX-License-Identifier: EUPL-1.2
// Boost.JSON's parser, told to keep numbers as they are written; compiled in here, so that nothing is linked.
#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/src.hpp>
#include <cmath>
#include <set>

#include "platform/base/text.hpp"
#include "platform/json/json.hpp"

namespace kring::json {

namespace {

namespace boost_json = boost::json;
using Code = boost_json::error_code;

// Builds values as the parser tells of them; its names are those that the parser calls.
struct Handler {
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

    explicit Handler(std::size_t most) : values_left(most) {}

    bool on_document_begin(Code&) { return true; }
    bool on_document_end(Code&) { return true; }
    bool on_object_begin(Code& code) { return open(Value(Object()), code); }
    bool on_object_end(std::size_t, Code&) { return close(); }
    bool on_array_begin(Code& code) { return open(Value(Array()), code); }
    bool on_array_end(std::size_t, Code&) { return close(); }

    bool on_key_part(std::string_view part, std::size_t, Code&) {
        text += part;
        return true;
    }
    bool on_key(std::string_view part, std::size_t, Code& code) {
        text += part;
        Level& level = levels.back();
        level.key = std::exchange(text, "");
        return level.keys.insert(level.key).second || stop(Wrong::twice, code);
    }
    bool on_string_part(std::string_view part, std::size_t, Code&) {
        text += part;
        return true;
    }
    bool on_string(std::string_view part, std::size_t, Code& code) {
        text += part;
        return add(Value(std::exchange(text, "")), code);
    }
    bool on_number_part(std::string_view part, Code&) {
        text += part;
        return true;
    }
    bool on_int64(std::int64_t, std::string_view part, Code& code) { return number(part, code); }
    bool on_uint64(std::uint64_t, std::string_view part, Code& code) { return number(part, code); }
    bool on_double(double, std::string_view part, Code& code) { return number(part, code); }
    bool on_bool(bool truth, Code& code) { return add(Value(truth), code); }
    bool on_null(Code& code) { return add(Value(), code); }
    bool on_comment_part(std::string_view, Code&) { return true; }
    bool on_comment(std::string_view, Code&) { return true; }

    struct Level {
        Value value;
        std::string key;  // of the member that comes
        std::set<std::string> keys;
    };

    bool stop(Wrong what, Code& code) {
        wrong = what;
        code = boost_json::error::syntax;
        return false;
    }

    bool number(std::string_view part, Code& code) {
        text += part;
        Number one{std::exchange(text, ""), 0};
        one.value = std::strtod(one.text.c_str(), nullptr);
        if (!std::isfinite(one.value)) return stop(Wrong::number, code);
        return add(Value(std::move(one)), code);
    }

    bool open(Value value, Code& code) {
        if (values_left-- == 0) return stop(Wrong::too_big, code);
        levels.push_back({std::move(value), "", {}});
        return true;
    }

    bool close() {
        Value value = std::move(levels.back().value);
        levels.pop_back();
        put(std::move(value));
        return true;
    }

    bool add(Value value, Code& code) {
        if (values_left-- == 0) return stop(Wrong::too_big, code);
        put(std::move(value));
        return true;
    }

    void put(Value value) {
        if (levels.empty()) {
            whole = std::move(value);
        } else if (Array* array = levels.back().value.array()) {
            array->push_back(std::move(value));
        } else {
            levels.back().value.object()->emplace_back(levels.back().key, std::move(value));
        }
    }

    std::string pointer() const {
        std::string path;
        for (const Level& level : levels) {
            const Array* array = level.value.array();
            if (array) {
                path += step(std::to_string(array->size()));
            } else if (!level.key.empty()) {
                path += step(level.key);
            }
        }
        return path;
    }

    std::size_t values_left;
    std::vector<Level> levels;
    std::string text;
    Value whole;
    std::optional<Wrong> wrong;
};

Wrong wrong_of(const Code& code) {
    using boost_json::error;
    if (code == error::too_deep) return Wrong::too_deep;
    if (code == error::incomplete) return Wrong::incomplete;
    if (code == error::exponent_overflow) return Wrong::number;
    return Wrong::no_json;
}

Fault fault_at(std::string_view text, std::size_t at, Wrong wrong, std::string pointer) {
    at = std::min(at, text.size());
    const std::string_view before = text.substr(0, at);
    const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const auto last = before.rfind('\n');
    const std::size_t column = last == std::string_view::npos ? at : at - last - 1;
    return {wrong, lines + 1, column + 1, std::move(pointer)};
}

// Bytes up to the first that are no UTF-8.
std::size_t well_formed(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t size = sequence_length(text.substr(at, 4));
        if (size == 0) break;
        at += size;
    }
    return at;
}

}  // namespace

std::variant<Value, Fault> read(std::string_view text, const Limits& limits) {
    if (text.size() > limits.bytes) return Fault{Wrong::too_big, 1, 1, ""};
    const std::size_t clean = well_formed(text);
    if (clean < text.size()) return fault_at(text, clean, Wrong::encoding, "");
    boost_json::parse_options options;
    options.max_depth = limits.depth;
    boost_json::basic_parser<Handler> parser(options, limits.values);
    Code code;
    const std::size_t read = parser.write_some(false, text.data(), text.size(), code);
    Handler& handler = parser.handler();
    if (!code && text.substr(read).find_first_not_of(" \t\r\n") != std::string_view::npos)
        return fault_at(text, read, Wrong::no_json, "");
    if (!code) return std::move(handler.whole);
    const Wrong wrong = handler.wrong ? *handler.wrong : wrong_of(code);
    return fault_at(text, read, wrong, handler.pointer());
}

}  // namespace kring::json
