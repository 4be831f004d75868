// SPDX-License-Identifier: EUPL-1.2
#include "app/folder_file.hpp"

#include <algorithm>

#include "platform/base/text.hpp"

namespace kring::app {

namespace {

constexpr std::string_view fence = "---";
constexpr std::string_view marker_start = "<!-- field: ";
constexpr std::string_view marker_end = " -->";

bool is_field_name(std::string_view name) {
    return !name.empty() && name.size() <= 40 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

// "" unless the line is a marker "<!-- field: NAME -->".
std::string_view marked_name(std::string_view line) {
    if (!line.starts_with(marker_start) || !line.ends_with(marker_end)) return "";
    if (line.size() < marker_start.size() + marker_end.size()) return "";
    return line.substr(marker_start.size(), line.size() - marker_start.size() - marker_end.size());
}

// A line of text that looks like a marker, behind any number of "\", gets one more when written.
bool looks_like_marker(std::string_view line) {
    const auto start = line.find_first_not_of('\\');
    return start != std::string_view::npos && line.substr(start).starts_with(marker_start);
}

class Parser {
public:
    Parser(std::string_view bytes, const std::string& path, std::vector<FolderFault>& faults)
        : lines_(split(bytes, '\n')), path_(path), faults_(faults) {
        // A file ends with a line end; the nothing behind it is not a line.
        if (!lines_.empty() && lines_.back().empty()) lines_.pop_back();
    }

    FolderFile parse() {
        if (lines_.empty() || lines_[0] != fence) {
            fault(1, "the file must begin with a line \"---\"");
            return std::move(file_);
        }
        std::size_t at = 1;
        while (at < lines_.size() && lines_[at] != fence) header_line(at++);
        if (at == lines_.size()) {
            fault(static_cast<int>(at), "the header is not closed: add a line \"---\" after it");
            return std::move(file_);
        }
        texts(at + 1);
        return std::move(file_);
    }

private:
    void fault(int line, std::string what) { faults_.push_back({path_, line, std::move(what)}); }

    void header_line(std::size_t at) {
        const std::string_view line = lines_[at];
        const int number = static_cast<int>(at) + 1;
        const auto colon = line.find(": ");
        const std::string_view name = line.substr(0, colon);
        if (colon == std::string_view::npos || !is_field_name(name)) {
            fault(number, "expected \"name: value\"");
            return;
        }
        const std::string_view value = line.substr(colon + 2);
        if (value.empty() || trim(value) != value) {
            fault(number, value.empty() ? "a field without a value must be left out"
                                        : "the value begins or ends with a space");
            return;
        }
        file_.header.push_back({std::string(name), std::string(value), number});
    }

    void texts(std::size_t at) {
        if (at < lines_.size() && marked_name(lines_[at]).empty()) {
            fault(static_cast<int>(at) + 1,
                  "text stands outside a field: put a line \"<!-- field: NAME -->\" before it");
        }
        FolderLine* open = nullptr;
        bool is_first = true;
        for (; at < lines_.size(); ++at) {
            const std::string_view name = marked_name(lines_[at]);
            if (!name.empty()) {
                if (!is_field_name(name))
                    fault(static_cast<int>(at) + 1, "the field name may hold a-z 0-9 _ only");
                file_.texts.push_back({std::string(name), "", static_cast<int>(at) + 1});
                open = &file_.texts.back();
                is_first = true;
                continue;
            }
            if (!open) continue;
            if (!is_first) open->value += '\n';
            is_first = false;
            open->value += looks_like_marker(lines_[at]) && lines_[at].front() == '\\' ? lines_[at].substr(1)
                                                                                       : lines_[at];
        }
    }

    std::vector<std::string_view> lines_;
    const std::string& path_;
    std::vector<FolderFault>& faults_;
    FolderFile file_;
};

}  // namespace

FolderFile parse_folder_file(std::string_view bytes, const std::string& path,
                             std::vector<FolderFault>& faults) {
    if (bytes.size() > folder_file_bytes_max) {
        faults.push_back({path, 0, "the file is larger than 1 MiB"});
        return {};
    }
    if (!is_clean_text(bytes) || bytes.find('\r') != std::string_view::npos) {
        faults.push_back({path, 0, "the file must be UTF-8 with LF line ends, without control characters"});
        return {};
    }
    return Parser(bytes, path, faults).parse();
}

std::string write_folder_file(const FolderFile& file) {
    std::string bytes(fence);
    bytes += '\n';
    for (const FolderLine& line : file.header) bytes += line.name + ": " + line.value + "\n";
    bytes += fence;
    bytes += '\n';
    for (const FolderLine& text : file.texts) {
        bytes += std::string(marker_start) + text.name + std::string(marker_end) + "\n";
        for (const std::string_view line : split(text.value, '\n')) {
            if (looks_like_marker(line)) bytes += '\\';
            bytes += line;
            bytes += '\n';
        }
    }
    return bytes;
}

}  // namespace kring::app
