// SPDX-License-Identifier: EUPL-1.2
// A strict reader of data literals: JSON, and the small JavaScript modules that hold nothing but data.
// Nothing is ever run. Linear in the bytes, its depth bounded.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/reading/notes.hpp"

namespace kring::reading {

inline constexpr int most_depth = 16;

struct Member;

struct Literal {
    enum class Kind { null, boolean, number, string, object, array };
    Kind kind = Kind::null;
    int line = 0;
    bool is_true = false;
    double number = 0;
    std::string text;             ///< of a string
    std::vector<Member> members;  ///< of an object, as written; of an array, their keys ""

    /// The member of that name, the first where there are more; nullptr when there is none.
    const Literal* find(std::string_view name) const;
};

struct Member {
    std::string key;
    Literal value;
};

/// Where a literal, or what stands around it, could not be read.
struct LiteralFault {
    int line = 0;
    Code code = Code::not_data_literal;
    std::string found;  ///< what stands there, shortened
};

class LiteralReader {
public:
    explicit LiteralReader(std::string_view text) : text_(text) {}

    /// Skips blanks and ends of line.
    void skip_blanks();
    bool is_done();
    int line() const { return line_; }

    /// Takes these very bytes when they come next, behind blanks.
    bool take(std::string_view token);
    /// A name of a variable or an unquoted key: letters, digits, _ and $, no digit in front; "" when none.
    std::string_view identifier();
    /// A whole literal; nothing when there is none or it is broken: then `fault` tells.
    std::optional<Literal> value();
    /// A quoted string; nothing when there is none.
    std::optional<std::string> quoted();
    const LiteralFault& fault() const { return fault_; }
    /// Remembers that here stands what cannot be read.
    void fail(Code code = Code::not_data_literal);

private:
    std::optional<Literal> value_at(int depth);
    bool read_members(Literal& object, int depth);
    bool read_items(Literal& array, int depth);
    bool read_number(Literal& number);
    bool read_escape(std::string& text);
    bool read_code(std::string& text, std::size_t digits);

    std::string_view text_;
    std::size_t at_ = 0;
    int line_ = 1;
    LiteralFault fault_;
    bool has_failed_ = false;
};

/// The constants of a module that only declares data and exports it, by name. Nothing, with the reason noted,
/// when it holds anything else.
std::optional<std::map<std::string, Literal>> read_module(std::string_view text, Notes& notes);

}  // namespace kring::reading
