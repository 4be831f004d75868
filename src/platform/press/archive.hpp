// SPDX-License-Identifier: EUPL-1.2
// Reads and writes zip archives whole, in memory: ODT, DOCX and EPUB are such archives. Written ones
// carry one fixed time, so the same content gives the same bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kring::press {

struct ArchiveMember {
    std::string name;
    std::string content;
};

using Archive = std::vector<ArchiveMember>;  ///< in the order of the archive's directory

/// Throws std::runtime_error when the bytes are no sound zip archive, or unpack to over 256 MiB.
Archive read_archive(std::string_view bytes);

/// A member named "mimetype" is stored, the others are deflated (ODF 1.2 part 3, EPUB OCF 3).
/// `day` is "2026-11-23". Zip64 is not written: throws std::runtime_error over 4 GiB.
std::string write_archive(const Archive& archive, std::string_view day);

/// The member of that name; throws std::runtime_error when there is none.
std::string& member(Archive& archive, std::string_view name);

}  // namespace kring::press
