// SPDX-License-Identifier: EUPL-1.2
// OpenDocument 1.3 (ISO/IEC 26300): part 2 packages, part 3 schema.
#include <array>

#include "platform/upload/office.hpp"
#include "platform/upload/refusal.hpp"

namespace kring::upload {

namespace {

constexpr std::string_view no_meta =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-meta "
    "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" office:version=\"1.3\">"
    "<office:meta/></office:document-meta>";

bool holds(std::string_view text, std::string_view piece) {
    return text.find(piece) != std::string_view::npos;
}

bool has_scheme(std::string_view address) {
    const auto colon = address.find(':');
    const auto end = address.find_first_of("/?#");
    return colon != std::string_view::npos && (end == std::string_view::npos || colon < end);
}

bool is_safe_link(std::string_view target) {
    const std::string lower = ascii_lower(target);
    return lower.starts_with("https://") || lower.starts_with("http://") || lower.starts_with("mailto:");
}

bool leaves(std::string_view target) {
    return has_scheme(target) || target.starts_with("/") || target.starts_with("../") ||
           holds(target, "\\") || holds(target, "/../");
}

struct Spoken {
    std::string_view element;
    std::string_view what;
};
constexpr std::array<Spoken, 12> spoken = {{{"initial-creator", "author"},
                                            {"creator", "author"},
                                            {"printed-by", "author"},
                                            {"creation-date", "moment"},
                                            {"date", "moment"},
                                            {"print-date", "moment"},
                                            {"generator", "program"},
                                            {"title", "title"},
                                            {"subject", "title"},
                                            {"keyword", "other"},
                                            {"description", "other"},
                                            {"user-defined", "other"}}};

// In comments and tracked changes, which stand in the text itself.
constexpr std::array<std::string_view, 3> personal = {"creator", "creator-initials", "sender-initials"};

class OpenDocumentRules final : public Rules {
public:
    OpenDocumentRules(std::vector<Found>& found, std::string_view main) : Rules(found), main_(main) {}

    void tag(const Tag& tag) override {
        const std::string_view name = tag.name.local;
        if (tag.is_root && name == "document-meta") {
            is_meta_ = true;
            replace(no_meta);
        }
        if (holds(tag.name.space, "xmlns:manifest")) see_manifest(tag);
        if (name == "event-listener") see_listener(tag);
        if (holds(tag.name.space, "xmlns:script") || name == "script") refuse("macros");
        if (name == "object-ole" || name == "plugin" || name == "applet") refuse("embedded");
        if (name == "dde-source" || name == "dde-connection-decl") refuse("external");
        is_printer_ = name == "config-item" && tag.attribute("name").starts_with("Printer");
        const std::string_view target = tag.attribute("href");
        const bool is_link = name == "a" || name == "event-listener";
        if (is_link && has_scheme(target) && !is_safe_link(target)) refuse("external");
        if (!is_link && leaves(target)) refuse("external");
    }

    void text(const Name& inside, std::string_view text) override {
        if (!is_meta_ && !empties_text(inside)) return;
        if (is_printer_) return note(found(), "device", text);
        for (const Spoken& one : spoken) {
            if (one.element == inside.local) note(found(), one.what, text);
        }
    }

    bool empties(const Name&, std::string_view attribute) override { return attribute == "sender-initials"; }

    bool empties_text(const Name& inside) override {
        if (is_meta_) return false;
        if (is_printer_ && inside.local == "config-item") return true;
        for (const std::string_view one : personal) {
            if (inside.local == one) return true;
        }
        return false;
    }

private:
    void see_manifest(const Tag& tag) {
        const std::string_view type = tag.attribute("media-type");
        if (tag.name.local == "encryption-data") refuse("encrypted");
        if (holds(type, "oleobject")) refuse("embedded");
        if (holds(type, "sun.xml.ui.configuration") || tag.name.local != "file-entry") return;
        if (tag.attribute("full-path") == "/" && type == main_) has_main_type = true;
    }

    // A click may turn a page or follow a link, and nothing else.
    void see_listener(const Tag& tag) {
        const std::string_view action = tag.attribute("action");
        if (action == "execute" || action == "macro" || action == "verb" || action.empty()) refuse("macros");
    }

    std::string_view main_;
    bool is_meta_ = false;
    bool is_printer_ = false;
};

}  // namespace

std::unique_ptr<Rules> rules_of_open_document(std::vector<Found>& found, std::string_view main) {
    return std::make_unique<OpenDocumentRules>(found, main);
}

}  // namespace kring::upload
