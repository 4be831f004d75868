// SPDX-License-Identifier: EUPL-1.2
// Format: APPNOTE.TXT 6.3, sections 4.3.7 (local header), 4.3.12 (directory), 4.3.16 (its end).
#include "platform/press/archive.hpp"

#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <stdexcept>

#include "platform/base/text.hpp"

namespace kring::press {
namespace {

constexpr std::uint32_t local_mark = 0x04034b50;
constexpr std::uint32_t directory_mark = 0x02014b50;
constexpr std::uint32_t end_mark = 0x06054b50;
constexpr std::size_t local_size = 30;
constexpr std::size_t directory_size = 46;
constexpr std::size_t end_size = 22;
constexpr std::size_t most_unpacked = 256u << 20;
constexpr std::uint64_t stored = 0;
constexpr std::uint64_t deflated = 8;
constexpr std::uint64_t utf8_names = 0x0800;

[[noreturn]] void broken(const std::string& why) { throw std::runtime_error("zip archive: " + why); }

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
    if (at > bytes.size() || bytes.size() - at < size) broken("cut short");
    std::uint64_t number = 0;
    for (std::size_t i = size; i-- > 0;) number = (number << 8) | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

void put(std::string& bytes, std::uint64_t number, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i, number >>= 8) bytes += static_cast<char>(number & 0xff);
}

std::string_view slice(std::string_view bytes, std::size_t at, std::size_t size) {
    if (at > bytes.size() || bytes.size() - at < size) broken("cut short");
    return bytes.substr(at, size);
}

Bytef* bytes_of(std::string& text) { return reinterpret_cast<Bytef*>(text.data()); }
Bytef* bytes_of(std::string_view text) { return reinterpret_cast<Bytef*>(const_cast<char*>(text.data())); }

std::uint32_t checksum(std::string_view text) {
    return static_cast<std::uint32_t>(::crc32(0, bytes_of(text), static_cast<uInt>(text.size())));
}

std::string inflated(std::string_view packed, std::size_t size) {
    std::string text(size, '\0');
    z_stream stream{};
    if (::inflateInit2(&stream, -MAX_WBITS) != Z_OK) broken("no memory");
    stream.next_in = bytes_of(packed);
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = bytes_of(text);
    stream.avail_out = static_cast<uInt>(size);
    const int result = ::inflate(&stream, Z_FINISH);
    const bool is_whole = result == Z_STREAM_END && stream.total_out == size;
    ::inflateEnd(&stream);
    if (!is_whole) broken("a member does not unpack");
    return text;
}

std::string packed(std::string_view text) {
    z_stream stream{};
    if (::deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        broken("no memory");
    }
    std::string out(::deflateBound(&stream, text.size()), '\0');
    stream.next_in = bytes_of(text);
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = bytes_of(out);
    stream.avail_out = static_cast<uInt>(out.size());
    const int result = ::deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    ::deflateEnd(&stream);
    if (result != Z_STREAM_END) broken("a member does not pack");
    return out;
}

ArchiveMember read_member(std::string_view bytes, std::size_t entry) {
    const std::uint64_t method = number_at(bytes, entry + 10, 2);
    const std::uint64_t crc = number_at(bytes, entry + 16, 4);
    const std::size_t packed_size = number_at(bytes, entry + 20, 4);
    const std::size_t size = number_at(bytes, entry + 24, 4);
    const std::size_t local = number_at(bytes, entry + 42, 4);
    if (number_at(bytes, local, 4) != local_mark) broken("no member where one is announced");
    const std::size_t start =
        local + local_size + number_at(bytes, local + 26, 2) + number_at(bytes, local + 28, 2);
    const std::string_view content = slice(bytes, start, packed_size);
    if (size > most_unpacked) broken("too large");
    ArchiveMember read;
    read.name = slice(bytes, entry + directory_size, number_at(bytes, entry + 28, 2));
    if (method == stored)
        read.content = content;
    else if (method == deflated)
        read.content = inflated(content, size);
    else
        broken("unknown packing");
    if (read.content.size() != size || checksum(read.content) != crc) broken("a member is damaged");
    return read;
}

/// Day as MS-DOS packs it: years since 1980, month, day.
std::uint64_t dos_day(std::string_view day) {
    std::int64_t year = 0;
    std::int64_t month = 0;
    std::int64_t date = 0;
    const bool is_read = day.size() == 10 && read_number(day.substr(0, 4), 1980, 2107, year) &&
                         read_number(day.substr(5, 2), 1, 12, month) &&
                         read_number(day.substr(8, 2), 1, 31, date);
    if (!is_read) broken("no such day: " + std::string(day));
    return static_cast<std::uint64_t>(((year - 1980) << 9) | (month << 5) | date);
}

/// The fields that local header and directory share, from "version needed" to the length of the name.
std::string shared_fields(const ArchiveMember& each, std::uint64_t method, std::uint64_t day,
                          std::size_t size) {
    std::string fields;
    put(fields, 20, 2);
    put(fields, utf8_names, 2);
    put(fields, method, 2);
    put(fields, 0, 2);
    put(fields, day, 2);
    put(fields, checksum(each.content), 4);
    put(fields, size, 4);
    put(fields, each.content.size(), 4);
    put(fields, each.name.size(), 2);
    return fields;
}

}  // namespace

Archive read_archive(std::string_view bytes) {
    if (bytes.size() < end_size) broken("cut short");
    std::size_t end = bytes.size() - end_size;
    while (number_at(bytes, end, 4) != end_mark) {
        if (end-- == 0) broken("no directory");
    }
    const std::size_t count = number_at(bytes, end + 10, 2);
    std::size_t entry = number_at(bytes, end + 16, 4);
    std::size_t unpacked = 0;
    Archive archive;
    for (std::size_t i = 0; i < count; ++i) {
        if (number_at(bytes, entry, 4) != directory_mark) broken("directory is damaged");
        archive.push_back(read_member(bytes, entry));
        unpacked += archive.back().content.size();
        if (unpacked > most_unpacked) broken("too large");
        entry += directory_size + number_at(bytes, entry + 28, 2) + number_at(bytes, entry + 30, 2) +
                 number_at(bytes, entry + 32, 2);
    }
    return archive;
}

std::string write_archive(const Archive& archive, std::string_view day) {
    const std::uint64_t packed_day = dos_day(day);
    std::string bytes;
    std::string directory;
    for (const ArchiveMember& each : archive) {
        const std::uint64_t method = each.name == "mimetype" || each.content.empty() ? stored : deflated;
        const std::string content = method == stored ? each.content : packed(each.content);
        const std::string fields = shared_fields(each, method, packed_day, content.size());
        put(directory, directory_mark, 4);
        put(directory, 20, 2);
        directory += fields;
        put(directory, 0, 12);
        put(directory, bytes.size(), 4);
        directory += each.name;
        put(bytes, local_mark, 4);
        bytes += fields;
        put(bytes, 0, 2);
        bytes += each.name + content;
        if (bytes.size() > std::numeric_limits<std::uint32_t>::max()) broken("too large");
    }
    const std::size_t start = bytes.size();
    bytes += directory;
    put(bytes, end_mark, 4);
    put(bytes, 0, 4);
    put(bytes, archive.size(), 2);
    put(bytes, archive.size(), 2);
    put(bytes, directory.size(), 4);
    put(bytes, start, 4);
    put(bytes, 0, 2);
    return bytes;
}

std::string& member(Archive& archive, std::string_view name) {
    const auto found =
        std::find_if(archive.begin(), archive.end(), [&](const auto& each) { return each.name == name; });
    if (found == archive.end()) broken("no member " + std::string(name));
    return found->content;
}

}  // namespace kring::press
