// SPDX-License-Identifier: EUPL-1.2
// Documents of office programs: a zip container with XML in it. Refuses what runs (macros, controls), what
// fetches (external relations), what hides another file, and what is locked; takes out who made it.
// Private to platform/upload.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "platform/upload/archive.hpp"
#include "platform/upload/markup.hpp"
#include "platform/upload/upload.hpp"

namespace kring::upload {

/// odt, ods, odp, docx, xlsx or pptx.
Result<Accepted> accept_office(std::string_view bytes, Kind kind);

/// The media type of the main part in either family.
std::string_view main_type(Kind kind);
bool is_open_document(Kind kind);

/// What the documents of a family say that matters here; made anew for each part.
class Rules : public Reading {
public:
    explicit Rules(std::vector<Found>& found) : found_(found) {}

    /// Why the part is refused: "macros", "embedded", "external", "encrypted", "active"; "" when it is not.
    const std::string& fault() const { return fault_; }

    /// What to put in place of the whole part, when it holds nothing but who, when and with what; or "".
    const std::string& instead() const { return instead_; }

    bool has_main_type = false;

protected:
    void refuse(std::string_view fault) {
        if (fault_.empty()) fault_ = fault;
    }
    void replace(std::string_view instead) { instead_ = instead; }
    std::vector<Found>& found() { return found_; }

private:
    std::vector<Found>& found_;
    std::string fault_;
    std::string instead_;
};

/// OOXML (ECMA-376) and OpenDocument 1.3; `main` is the media type the document must be of.
std::unique_ptr<Rules> rules_of_ooxml(std::vector<Found>& found, std::string_view main);
std::unique_ptr<Rules> rules_of_open_document(std::vector<Found>& found, std::string_view main);

}  // namespace kring::upload
