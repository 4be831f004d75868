// SPDX-License-Identifier: EUPL-1.2
#include "platform/upload/archive.hpp"

#include <zip.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace kring::upload {

namespace {

struct Discard {
    void operator()(zip_t* zip) const { zip_discard(zip); }
    void operator()(zip_file_t* file) const { zip_fclose(file); }
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Zip = std::unique_ptr<zip_t, Discard>;
using File = std::unique_ptr<zip_file_t, Discard>;
using Source = std::unique_ptr<zip_source_t, Discard>;

Zip open_zip(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* zip = source ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) : nullptr;
    if (!zip && source) zip_source_free(source);
    zip_error_fini(&error);
    return Zip(zip);
}

bool read_whole(zip_t* zip, zip_uint64_t index, std::size_t size, std::string& bytes) {
    const File file(zip_fopen_index(zip, index, ZIP_FL_UNCHANGED));
    if (!file) return false;
    bytes.resize(size);
    std::size_t read = 0;
    while (read < size) {
        const zip_int64_t count = zip_fread(file.get(), bytes.data() + read, size - read);
        if (count <= 0) return false;
        read += static_cast<std::size_t>(count);
    }
    // One more byte would be one too many; asking for it also has the checksum compared.
    char beyond = 0;
    return zip_fread(file.get(), &beyond, 1) == 0;
}

void add(zip_t* zip, const Part& part) {
    constexpr zip_uint16_t midnight = 0;
    constexpr zip_uint16_t first_day = (1 << 5) | 1;  // 1 January 1980, the first the format knows
    zip_source_t* source = zip_source_buffer(zip, part.bytes.data(), part.bytes.size(), 0);
    if (!source) throw std::runtime_error("no memory to pack a file");
    const zip_int64_t index = zip_file_add(zip, part.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        throw std::runtime_error("a file cannot be packed: " + std::string(zip_strerror(zip)));
    }
    const auto place = static_cast<zip_uint64_t>(index);
    zip_set_file_compression(zip, place, part.is_stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 6);
    zip_file_set_dostime(zip, place, midnight, first_day, 0);
}

std::string bytes_of(zip_source_t* source) {
    if (zip_source_open(source) < 0) throw std::runtime_error("what was packed cannot be read");
    std::string bytes;
    std::string buffer(1 << 16, '\0');
    zip_int64_t count = 0;
    while ((count = zip_source_read(source, buffer.data(), buffer.size())) > 0) {
        bytes.append(buffer, 0, static_cast<std::size_t>(count));
    }
    zip_source_close(source);
    if (count < 0) throw std::runtime_error("what was packed cannot be read");
    return bytes;
}

}  // namespace

std::optional<std::vector<Part>> unpack(std::string_view bytes, const std::vector<Entry>& entries) {
    const Zip zip = open_zip(bytes);
    if (!zip || static_cast<std::size_t>(zip_get_num_entries(zip.get(), 0)) != entries.size())
        return std::nullopt;
    std::vector<Part> parts;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Entry& entry = entries[i];
        const char* name = zip_get_name(zip.get(), i, ZIP_FL_ENC_RAW);
        if (!name || name != entry.name) return std::nullopt;
        if (entry.name.back() == '/') continue;
        Part part{entry.name, "", entry.is_stored};
        if (!read_whole(zip.get(), i, entry.unpacked, part.bytes)) return std::nullopt;
        parts.push_back(std::move(part));
    }
    return parts;
}

std::optional<std::string> unpack_one(std::string_view bytes, const std::vector<Entry>& entries,
                                      std::string_view name) {
    const auto entry =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& one) { return one.name == name; });
    if (entry == entries.end()) return std::nullopt;
    const Zip zip = open_zip(bytes);
    const auto index = static_cast<zip_uint64_t>(entry - entries.begin());
    const char* its_name = zip ? zip_get_name(zip.get(), index, ZIP_FL_ENC_RAW) : nullptr;
    if (!its_name || its_name != name) return std::nullopt;
    std::string content;
    if (!read_whole(zip.get(), index, entry->unpacked, content)) return std::nullopt;
    return content;
}

std::string pack(const std::vector<Part>& parts) {
    const Source source(zip_source_buffer_create(nullptr, 0, 0, nullptr));
    if (!source) throw std::runtime_error("no memory to pack");
    Zip zip(zip_open_from_source(source.get(), ZIP_TRUNCATE, nullptr));
    if (!zip) throw std::runtime_error("nothing can be packed");
    zip_source_keep(source.get());  // outlives the zip, which ends with its own hold on it
    for (const Part& part : parts) add(zip.get(), part);
    if (zip_close(zip.get()) < 0) throw std::runtime_error("packing failed");
    (void)zip.release();
    return bytes_of(source.get());
}

}  // namespace kring::upload
