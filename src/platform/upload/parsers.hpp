// SPDX-License-Identifier: EUPL-1.2
// The kinds of file that are neither a picture nor of an office program, and the virus scanner. Private to
// platform/upload.
#pragma once

#include <string_view>

#include "platform/upload/upload.hpp"

namespace kring::upload {

/// PDF (ISO 32000-2): nothing that runs, opens, fills in or carries another file; written anew.
Result<Accepted> accept_pdf(std::string_view bytes);

/// Plain text in UTF-8; and a table in which no cell is a formula to a spreadsheet.
Result<Accepted> accept_text(std::string_view bytes);
Result<Accepted> accept_csv(std::string_view bytes);

/// What clamd says of the bytes (INSTREAM, clamd(8)); refused when it finds something, and as well when it
/// cannot be asked. Nothing is asked without an address.
Result<Done> scan(const Scanner& scanner, std::string_view bytes);

}  // namespace kring::upload
