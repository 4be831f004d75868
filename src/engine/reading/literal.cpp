// SPDX-License-Identifier: EUPL-1.2
#include "engine/reading/literal.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace kring::reading {

namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

bool starts_name(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_' || byte == '$';
}

void append_utf8(std::string& text, std::uint32_t point) {
    const auto byte = [](std::uint32_t bits) { return static_cast<char>(bits); };
    if (point < 0x80) {
        text += byte(point);
    } else if (point < 0x800) {
        text += {byte(0xC0U | (point >> 6U)), byte(0x80U | (point & 0x3FU))};
    } else {
        text += {byte(0xE0U | (point >> 12U)), byte(0x80U | ((point >> 6U) & 0x3FU)),
                 byte(0x80U | (point & 0x3FU))};
    }
}

}  // namespace

const Literal* Literal::find(std::string_view name) const {
    for (const auto& [key, value] : members) {
        if (key == name) return &value;
    }
    return nullptr;
}

void LiteralReader::skip_blanks() {
    while (at_ < text_.size()) {
        const char byte = text_[at_];
        if (byte != ' ' && byte != '\t' && byte != '\r' && byte != '\n') return;
        if (byte == '\n') ++line_;
        ++at_;
    }
}

bool LiteralReader::is_done() {
    skip_blanks();
    return at_ >= text_.size();
}

bool LiteralReader::take(std::string_view token) {
    skip_blanks();
    if (!text_.substr(at_).starts_with(token)) return false;
    at_ += token.size();
    return true;
}

std::string_view LiteralReader::identifier() {
    skip_blanks();
    if (at_ >= text_.size() || !starts_name(text_[at_])) return {};
    const std::size_t begin = at_;
    while (at_ < text_.size() && (starts_name(text_[at_]) || is_digit(text_[at_]))) ++at_;
    return text_.substr(begin, at_ - begin);
}

void LiteralReader::fail(Code code) {
    if (has_failed_) return;
    has_failed_ = true;
    const std::string_view rest = text_.substr(std::min(at_, text_.size()));
    fault_ = {line_, code, shown(rest.substr(0, std::min<std::size_t>(rest.find('\n'), 60)))};
}

std::optional<Literal> LiteralReader::value() { return value_at(0); }

std::optional<Literal> LiteralReader::value_at(int depth) {
    skip_blanks();
    Literal read;
    read.line = line_;
    if (depth > most_depth) {
        fail(Code::too_deep);
        return std::nullopt;
    }
    const char first = at_ < text_.size() ? text_[at_] : '\0';
    bool is_read = true;
    if (first == '{') {
        read.kind = Literal::Kind::object;
        is_read = read_members(read, depth);
    } else if (first == '[') {
        read.kind = Literal::Kind::array;
        is_read = read_items(read, depth);
    } else if (first == '"') {
        read.kind = Literal::Kind::string;
        auto text = quoted();
        is_read = text.has_value();
        if (text) read.text = std::move(*text);
    } else if (first == '-' || is_digit(first)) {
        read.kind = Literal::Kind::number;
        is_read = read_number(read);
    } else {
        const std::string_view word = identifier();
        read.kind = word == "null" ? Literal::Kind::null : Literal::Kind::boolean;
        read.is_true = word == "true";
        is_read = word == "null" || word == "true" || word == "false";
        if (!is_read) at_ -= word.size();
    }
    if (is_read) return read;
    fail();
    return std::nullopt;
}

bool LiteralReader::read_members(Literal& object, int depth) {
    take("{");
    if (take("}")) return true;
    while (true) {
        skip_blanks();
        std::string key;
        if (at_ < text_.size() && text_[at_] == '"') {
            auto text = quoted();
            if (!text) return false;
            key = std::move(*text);
        } else {
            key = std::string(identifier());
            if (key.empty()) return false;
        }
        if (!take(":")) return false;
        std::optional<Literal> value = value_at(depth + 1);
        if (!value) return false;
        object.members.push_back({std::move(key), std::move(*value)});
        if (take("}")) return true;
        if (!take(",")) return false;
        if (take("}")) return true;  // a comma behind the last, as JavaScript allows
    }
}

bool LiteralReader::read_items(Literal& array, int depth) {
    take("[");
    if (take("]")) return true;
    while (true) {
        std::optional<Literal> value = value_at(depth + 1);
        if (!value) return false;
        array.members.push_back({{}, std::move(*value)});
        if (take("]")) return true;
        if (!take(",")) return false;
    }
}

/// As JSON writes numbers; a leading zero would be octal in JavaScript.
bool LiteralReader::read_number(Literal& number) {
    const std::size_t begin = at_;
    std::size_t end = at_;
    const auto digits = [&] {
        const std::size_t from = end;
        while (end < text_.size() && is_digit(text_[end])) ++end;
        return end - from;
    };
    const auto has = [&](std::string_view any) {
        return end < text_.size() && any.find(text_[end]) != std::string_view::npos;
    };
    if (has("-")) ++end;
    const bool has_zero = has("0");
    const std::size_t whole = digits();
    if (whole == 0 || (has_zero && whole > 1)) return false;
    if (has(".")) {
        ++end;
        if (digits() == 0) return false;
    }
    if (has("eE")) {
        ++end;
        if (has("+-")) ++end;
        if (digits() == 0) return false;
    }
    if (has("_$") || (end < text_.size() && starts_name(text_[end]))) return false;
    const auto read = std::from_chars(text_.data() + begin, text_.data() + end, number.number);
    if (read.ec != std::errc()) return false;
    at_ = end;
    return true;
}

std::optional<std::string> LiteralReader::quoted() {
    skip_blanks();
    if (at_ >= text_.size() || text_[at_] != '"') return std::nullopt;
    const std::size_t begin = at_++;
    std::string text;
    while (at_ < text_.size() && text_[at_] != '\n' && text_[at_] != '\r') {
        const char byte = text_[at_++];
        if (byte == '"') return text;
        if (byte != '\\') {
            text += byte;
        } else if (!read_escape(text)) {
            break;
        }
    }
    at_ = begin;
    fail();
    return std::nullopt;
}

bool LiteralReader::read_escape(std::string& text) {
    if (at_ >= text_.size()) return false;
    const char byte = text_[at_++];
    constexpr std::string_view codes = "\"\\/bfnrt";
    constexpr std::string_view bytes = "\"\\/\b\f\n\r\t";
    const std::size_t known = codes.find(byte);
    if (known != std::string_view::npos) {
        text += bytes[known];
        return true;
    }
    if (byte == 'u') return read_code(text, 4);
    return byte == 'x' && read_code(text, 2);  // JavaScript's, not JSON's
}

bool LiteralReader::read_code(std::string& text, std::size_t digits) {
    if (text_.size() - at_ < digits) return false;
    std::uint32_t point = 0;
    const char* begin = text_.data() + at_;
    const auto read = std::from_chars(begin, begin + digits, point, 16);
    if (read.ec != std::errc() || read.ptr != begin + digits) return false;
    // Halves of a pair and controls have no place in the names and numbers that these files hold.
    if (point < 0x20 || (point >= 0xD800 && point <= 0xDFFF)) return false;
    at_ += digits;
    append_utf8(text, point);
    return true;
}

namespace {

/// `{ data, type }` or `{ data, a as default }`: only names.
bool skip_names(LiteralReader& reader) {
    if (!reader.take("{")) return false;
    if (reader.take("}")) return true;
    while (true) {
        if (reader.identifier().empty()) return false;
        const std::string_view word = reader.identifier();
        if (!word.empty() && (word != "as" || reader.identifier().empty())) return false;
        if (reader.take("}")) return true;
        if (!reader.take(",")) return false;
    }
}

/// One statement; constants go into `found`. False where it is not data.
bool read_statement(LiteralReader& reader, std::map<std::string, Literal>& found) {
    const std::string_view word = reader.identifier();
    if (word == "export") {
        const bool is_read = reader.take("default") ? !reader.identifier().empty() : skip_names(reader);
        return is_read && reader.take(";");
    }
    if (word != "const" && word != "var" && word != "let") return false;
    const std::string name(reader.identifier());
    if (name.empty() || !reader.take("=")) return false;
    // What is exported as default gathers the constants again, by name.
    if (word == "var") return skip_names(reader) && reader.take(";");
    std::optional<Literal> value = reader.value();
    if (!value || !reader.take(";")) return false;
    return found.emplace(name, std::move(*value)).second;
}

}  // namespace

std::optional<std::map<std::string, Literal>> read_module(std::string_view text, Notes& notes) {
    LiteralReader reader(text);
    std::map<std::string, Literal> found;
    while (!reader.is_done()) {
        if (read_statement(reader, found)) continue;
        reader.fail();
        notes.add(reader.fault().code, reader.fault().line, "", reader.fault().found);
        return std::nullopt;
    }
    return found;
}

}  // namespace kring::reading
