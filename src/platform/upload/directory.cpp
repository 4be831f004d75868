// SPDX-License-Identifier: EUPL-1.2
// APPNOTE.TXT 6.3.10, sections 4.3.7 (local header), 4.3.12 (directory) and 4.3.16 (its end).
#include "platform/upload/directory.hpp"

#include <algorithm>
#include <cstdint>
#include <set>

#include "platform/base/text.hpp"
#include "platform/upload/refusal.hpp"

namespace kring::upload {

namespace {

constexpr std::size_t end_bytes = 22;
constexpr std::size_t directory_entry_bytes = 46;
constexpr std::size_t local_bytes = 30;
constexpr std::size_t descriptor_bytes_max = 24;
constexpr std::size_t small_bytes = 1024 * 1024;  // below this a ratio says nothing

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t width) {
    std::uint32_t value = 0;
    for (std::size_t i = width; i > 0; --i) {
        value = (value << 8) | static_cast<unsigned char>(bytes[at + i - 1]);
    }
    return value;
}

bool is_signed(std::string_view bytes, std::size_t at, std::string_view mark) {
    return at <= bytes.size() && bytes.substr(at, mark.size()) == mark;
}

bool is_tame_path(std::string_view name) {
    if (name.empty() || name.size() > 250 || name.front() == '/' || !is_clean_text(name)) return false;
    if (name.find_first_of("\\:") != std::string_view::npos) return false;
    std::string_view path = name;
    if (path.back() == '/') path.remove_suffix(1);
    for (const std::string_view part : split(path, '/')) {
        if (part.empty() || part == "." || part == "..") return false;
    }
    return true;
}

bool is_link(std::uint32_t made_by, std::uint32_t attributes) {
    constexpr std::uint32_t unix_made = 3;
    constexpr std::uint32_t kind_mask = 0170000;
    constexpr std::uint32_t folder = 0040000;
    constexpr std::uint32_t plain = 0100000;
    const std::uint32_t kind = (attributes >> 16) & kind_mask;
    return (made_by >> 8) == unix_made && kind != 0 && kind != folder && kind != plain;
}

// One entry of the directory with its local header; `at` moves past it.
std::optional<Problem> read_entry(std::string_view zip, std::size_t limit, std::size_t& at, Entry& entry) {
    if (!is_signed(zip, at, "PK\x01\x02") || at + directory_entry_bytes > limit) return refusal("damaged");
    const std::uint32_t flags = number(zip, at + 8, 2);
    const std::uint32_t method = number(zip, at + 10, 2);
    const std::size_t name_bytes = number(zip, at + 28, 2);
    const std::size_t more = number(zip, at + 30, 2) + number(zip, at + 32, 2);
    if (at + directory_entry_bytes + name_bytes + more > limit) return refusal("damaged");
    if ((flags & 0x2041) != 0) return refusal("encrypted");
    if (method != 0 && method != 8) return refusal("damaged");
    entry.name = zip.substr(at + directory_entry_bytes, name_bytes);
    entry.packed = number(zip, at + 20, 4);
    entry.unpacked = number(zip, at + 24, 4);
    entry.begin = number(zip, at + 42, 4);
    entry.is_stored = method == 0;
    if (!is_tame_path(entry.name)) return refusal("path");
    if (is_link(number(zip, at + 4, 2), number(zip, at + 38, 4))) return refusal("path");
    at += directory_entry_bytes + name_bytes + more;

    const std::size_t local = entry.begin;
    if (local + local_bytes > limit || !is_signed(zip, local, "PK\x03\x04")) return refusal("damaged");
    const std::size_t local_name = number(zip, local + 26, 2);
    const std::size_t data = local + local_bytes + local_name + number(zip, local + 28, 2);
    if (data > limit || zip.substr(local + local_bytes, local_name) != entry.name) return refusal("damaged");
    if (number(zip, local + 8, 2) != method) return refusal("damaged");
    if (entry.packed > limit - data) return refusal("damaged");
    entry.end = data + entry.packed;
    if (entry.is_stored && entry.packed != entry.unpacked) return refusal("damaged");
    return std::nullopt;
}

// Nothing before, between or behind the files, and no byte in two of them.
bool lie_side_by_side(const std::vector<Entry>& entries, std::size_t directory) {
    std::vector<std::pair<std::size_t, std::size_t>> places;
    for (const Entry& entry : entries) places.emplace_back(entry.begin, entry.end);
    std::sort(places.begin(), places.end());
    std::size_t at = 0;
    for (const auto& [begin, end] : places) {
        const std::size_t gap_most = at == 0 ? 0 : descriptor_bytes_max;
        if (begin < at || begin - at > gap_most) return false;
        at = end;
    }
    return at <= directory && directory - at <= descriptor_bytes_max;
}

bool is_bomb(const std::vector<Entry>& entries, std::size_t container) {
    std::size_t total = 0;
    for (const Entry& entry : entries) {
        total += entry.unpacked;
        if (entry.unpacked > small_bytes && entry.unpacked / ratio_max > entry.packed) return true;
    }
    return total > unpacked_max || (total > small_bytes && total / ratio_max > container);
}

}  // namespace

std::optional<Problem> check_directory(std::string_view zip, std::vector<Entry>& entries) {
    if (zip.size() < end_bytes || !is_signed(zip, 0, "PK\x03\x04")) return refusal("damaged");
    const std::size_t end = zip.size() - end_bytes;
    if (!is_signed(zip, end, "PK\x05\x06")) return refusal("damaged");
    const std::size_t count = number(zip, end + 10, 2);
    const std::size_t size = number(zip, end + 12, 4);
    const std::size_t begin = number(zip, end + 16, 4);
    const bool is_one_disk = number(zip, end + 4, 4) == 0 && number(zip, end + 8, 2) == count;
    if (!is_one_disk || number(zip, end + 20, 2) != 0) return refusal("damaged");
    if (begin > end || size != end - begin) return refusal("damaged");
    if (count > entries_max) return refusal("bomb");

    std::set<std::string> names;
    std::size_t at = begin;
    for (std::size_t i = 0; i < count; ++i) {
        Entry entry;
        if (auto problem = read_entry(zip, at < end ? end : at, at, entry)) return problem;
        if (!names.insert(ascii_lower(entry.name)).second) return refusal("damaged");
        entries.push_back(std::move(entry));
    }
    if (at != end) return refusal("damaged");
    if (is_bomb(entries, zip.size())) return refusal("bomb");
    if (!lie_side_by_side(entries, begin)) return refusal("bomb");
    return std::nullopt;
}

}  // namespace kring::upload
