// SPDX-License-Identifier: EUPL-1.2
#include "platform/html/catalogue.hpp"

#include <cstdint>
#include <stdexcept>

#include "platform/base/text.hpp"

namespace kring::html {

namespace {

constexpr std::uint32_t magic = 0x950412de;
constexpr std::size_t header_bytes = 28;

[[noreturn]] void broken(const std::string& why) {
    throw std::runtime_error("broken phrase catalogue: " + why);
}

class Reader {
public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {
        if (bytes.size() < header_bytes) broken("too short");
        if (word(0) == magic) return;
        big_endian_ = true;
        if (word(0) != magic) broken("not a .mo file");
    }

    std::uint32_t word(std::size_t at) const {
        if (at > bytes_.size() || bytes_.size() - at < 4) broken("cut off");
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const auto byte = static_cast<unsigned char>(bytes_[at + (big_endian_ ? i : 3 - i)]);
            value = value << 8 | byte;
        }
        return value;
    }

    /// The text that the pair (length, offset) at `at` points to.
    std::string_view text(std::size_t at) const {
        const std::size_t length = word(at);
        const std::size_t offset = word(at + 4);
        if (offset > bytes_.size() || bytes_.size() - offset < length) broken("a text lies outside the file");
        return bytes_.substr(offset, length);
    }

private:
    std::string_view bytes_;
    bool big_endian_ = false;
};

void check_header(std::string_view header) {
    if (ascii_lower(header).find("charset=utf-8") == std::string::npos) broken("not in UTF-8");
    const auto rule = header.find("Plural-Forms:");
    if (rule == std::string_view::npos) return;
    std::string packed;
    for (const char c : header.substr(rule, header.find('\n', rule) - rule)) {
        if (c != ' ' && c != '(' && c != ')') packed += c;
    }
    if (packed != "Plural-Forms:nplurals=2;plural=n!=1;") broken("another plural rule than n != 1");
}

CatalogueEntry entry_of(std::string_view original, std::string_view translation) {
    const auto end_of_key = original.find('\0');
    CatalogueEntry entry{std::string(original.substr(0, end_of_key)), {}};
    if (end_of_key == std::string_view::npos) {
        entry.forms.emplace_back(translation);
        return entry;
    }
    for (const auto form : split(translation, '\0')) entry.forms.emplace_back(form);
    if (entry.forms.size() != 2) broken("\"" + entry.key + "\" has not two plural forms");
    return entry;
}

}  // namespace

std::vector<CatalogueEntry> read_catalogue(std::string_view mo) {
    const Reader reader(mo);
    const std::size_t count = reader.word(8);
    const std::size_t originals = reader.word(12);
    const std::size_t translations = reader.word(16);
    if (count > mo.size() / 16) broken("more entries than fit");

    std::vector<CatalogueEntry> entries;
    bool has_header = false;
    for (std::size_t i = 0; i < count; ++i) {
        const auto original = reader.text(originals + 8 * i);
        const auto translation = reader.text(translations + 8 * i);
        if (original.empty()) {
            check_header(translation);
            has_header = true;
            continue;
        }
        entries.push_back(entry_of(original, translation));
    }
    if (!has_header) broken("no header");
    return entries;
}

}  // namespace kring::html
