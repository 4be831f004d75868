// SPDX-License-Identifier: EUPL-1.2
#include "platform/json/json.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace kring::json {

namespace {

constexpr std::array<std::string_view, 7> wrong_ids = {"too_big",  "too_deep", "no_json", "incomplete",
                                                       "encoding", "number",   "twice"};

std::string shortest(double number) {
    const double size = std::fabs(number);
    const bool is_plain = number == 0 || (size >= 1e-6 && size < 1e17);
    char buffer[64];
    const auto format = is_plain ? std::chars_format::fixed : std::chars_format::scientific;
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, number, format).ptr;
    std::string text(buffer, end);
    if (text == "-0") text.erase(0, 1);
    return text;
}

void write_text(std::string_view text, std::string& out) {
    constexpr std::string_view digits = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (byte < 0x20) {
            out += "\\u00";
            out += digits[byte >> 4];
            out += digits[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

class Writer {
public:
    explicit Writer(Layout layout) : is_indented_(layout == Layout::indented) {}

    void write(const Value& value) {
        if (const Array* array = value.array()) {
            list('[', ']', array->size(), [&](std::size_t at) { write((*array)[at]); });
        } else if (const Object* object = value.object()) {
            list('{', '}', object->size(), [&](std::size_t at) {
                write_text((*object)[at].first, out_);
                out_ += is_indented_ ? ": " : ":";
                write((*object)[at].second);
            });
        } else if (const std::string* text = value.text()) {
            write_text(*text, out_);
        } else if (const Number* number = value.number()) {
            out_ += number->text;
        } else if (const bool* truth = value.truth()) {
            out_ += *truth ? "true" : "false";
        } else {
            out_ += "null";
        }
    }

    std::string take() { return std::move(out_); }

private:
    template <class Each>
    void list(char open, char close, std::size_t count, const Each& each) {
        out_ += open;
        ++depth_;
        for (std::size_t at = 0; at < count; ++at) {
            if (at > 0) out_ += ',';
            new_line();
            each(at);
        }
        --depth_;
        if (count > 0) new_line();
        out_ += close;
    }

    void new_line() {
        if (is_indented_) out_ += "\n" + std::string(depth_ * 2, ' ');
    }

    bool is_indented_;
    std::size_t depth_ = 0;
    std::string out_;
};

}  // namespace

Value::Value(double number) {
    if (std::isfinite(number)) held_ = Number{shortest(number), number};
}

const Value* Value::find(std::string_view name) const {
    const Object* members = object();
    if (!members) return nullptr;
    for (const auto& [key, value] : *members) {
        if (key == name) return &value;
    }
    return nullptr;
}

std::string_view id(Wrong wrong) { return wrong_ids.at(static_cast<std::size_t>(wrong)); }

std::string write(const Value& value, Layout layout) {
    Writer writer(layout);
    writer.write(value);
    std::string text = writer.take();
    if (layout == Layout::indented) text += '\n';
    return text;
}

std::string step(std::string_view name) {
    std::string out = "/";
    for (const char c : name) {
        if (c == '~') out += "~0";
        if (c == '/') out += "~1";
        if (c != '~' && c != '/') out += c;
    }
    return out;
}

}  // namespace kring::json
