// SPDX-License-Identifier: EUPL-1.2
// Bytes that somebody sends become a file that the house hands on, or a refusal with its reason (R22, R24).
// What is accepted was taken apart as a whole, holds nothing that runs or fetches, and says nothing of who
// made it: the bytes that come out are not those that went in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.hpp"

namespace kring::upload {

enum class Kind { pdf, odt, ods, odp, docx, xlsx, pptx, csv, txt, png, jpg };

std::string_view ending(Kind kind);  ///< "pdf"
std::optional<Kind> kind_of(std::string_view ending);
std::string_view media_type(Kind kind);

/// Most bytes of one file.
inline constexpr std::size_t bytes_max = 25 * 1024 * 1024;

/// What a file told of itself, and tells no more: `what` is one of author, company, moment, program, place,
/// device, title, other; `value` is what stood there, at most 200 characters.
struct Found {
    std::string what;
    std::string value;
};

struct Accepted {
    Kind kind = Kind::pdf;
    std::string bytes;         ///< to keep and to hand on
    std::vector<Found> found;  ///< in what was sent; at most 20
};

/// Looks for viruses through a running clamd. An address: "" for none, "/run/clamav/clamd.ctl", or
/// "127.0.0.1:3310".
struct Scanner {
    std::string address;
};

/// Takes the file apart. `name`: as its owner calls it; its ending must be one of `allowed` and agree with
/// the content. Problems are `invalid` at the field "file"; when a scanner is set but does not answer the
/// file is refused as well. One file at a time is looked into, so that memory stays bounded.
Result<Accepted> accept(std::string_view bytes, std::string_view name, const std::vector<Kind>& allowed,
                        const Scanner& scanner);

/// A name to hand a file out by: what is left of `name` without its folders, endings, controls, marks that
/// turn writing around and signs that systems stumble over, at most 80 characters, with the kind's ending.
std::string tame_name(std::string_view name, Kind kind);

}  // namespace kring::upload
