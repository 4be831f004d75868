// SPDX-License-Identifier: EUPL-1.2
#include "platform/base/log.hpp"

#include <unistd.h>

#include <mutex>
#include <string>

#include "platform/base/text.hpp"
#include "platform/base/time.hpp"

namespace kring {
namespace {

constexpr std::size_t most_bytes = 1024;  // of one string, before escaping

void append_escape(std::string& line, char c) {
    static constexpr std::string_view digits = "0123456789abcdef";
    if (c == '"' || c == '\\') {
        line += '\\';
        line += c;
        return;
    }
    const auto byte = static_cast<unsigned char>(c);
    line += "\\u00";
    line += digits[byte >> 4];
    line += digits[byte & 15];
}

void append_string(std::string& line, std::string_view text) {
    line += '"';
    const bool is_cut = text.size() > most_bytes;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t size = sequence_length(text.substr(at));
        if (at + size > most_bytes || at >= most_bytes) break;
        const char c = text[at];
        if (size == 0) {
            line += "\\ufffd";
        } else if (c == '"' || c == '\\' || c == '\x7f' || (c >= 0 && c < ' ')) {
            append_escape(line, c);
        } else {
            line += text.substr(at, size);
        }
        at += size == 0 ? 1 : size;
    }
    if (is_cut) line += "…";
    line += '"';
}

void append_field(std::string& line, std::string_view name, std::string_view value) {
    line += line.size() > 1 ? "," : "";
    append_string(line, name);
    line += ':';
    append_string(line, value);
}

}  // namespace

void log_line(std::string_view level, std::string_view event, std::initializer_list<LogField> fields) {
    std::string line = "{";
    append_field(line, "time", to_text(now()));
    append_field(line, "level", level);
    append_field(line, "event", event);
    for (const auto& [name, value] : fields) append_field(line, name, value);
    line += "}\n";

    // Two threads must not mix their lines, also when one is longer than a pipe takes at once.
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    std::string_view rest = line;
    while (!rest.empty()) {
        const ssize_t written = ::write(STDERR_FILENO, rest.data(), rest.size());
        if (written <= 0) return;
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace kring
