// SPDX-License-Identifier: EUPL-1.2
// OOXML: ECMA-376 part 2 (packages, relations, core properties) and part 1 (the markup languages).
#include <array>

#include "platform/upload/office.hpp"
#include "platform/upload/refusal.hpp"

namespace kring::upload {

namespace {

bool holds(std::string_view text, std::string_view piece) {
    return text.find(piece) != std::string_view::npos;
}

bool is_safe_link(std::string_view target) {
    const std::string lower = ascii_lower(target);
    return lower.starts_with("https://") || lower.starts_with("http://") || lower.starts_with("mailto:");
}

struct Spoken {
    std::string_view element;
    std::string_view what;
};
constexpr std::array<Spoken, 12> spoken = {{{"creator", "author"},
                                            {"lastModifiedBy", "author"},
                                            {"created", "moment"},
                                            {"modified", "moment"},
                                            {"lastPrinted", "moment"},
                                            {"Company", "company"},
                                            {"Manager", "author"},
                                            {"Application", "program"},
                                            {"title", "title"},
                                            {"subject", "title"},
                                            {"keywords", "other"},
                                            {"description", "other"}}};

// Names of people who commented or changed, and what their office knows them by.
constexpr std::array<std::string_view, 5> personal = {"author", "initials", "userId", "providerId",
                                                      "lastModifiedBy"};

class OoxmlRules final : public Rules {
public:
    OoxmlRules(std::vector<Found>& found, std::string_view main) : Rules(found), main_(main) {}

    void tag(const Tag& tag) override {
        if (tag.is_root) see_root(tag.name);
        if (tag.name.local == "Override" || tag.name.local == "Default")
            see_type(tag.attribute("ContentType"));
        if (tag.name.local == "Relationship") see_relation(tag);
        if (tag.name.local == "script") refuse("active");
        if (tag.name.local == "control" || tag.name.local == "oleObj" || tag.name.local == "OLEObject")
            refuse("embedded");
        for (const auto& [name, value] : tag.attributes) {
            if (empties(tag.name, name.local) && name.local != "userId" && name.local != "providerId")
                note(found(), "author", value);
            if (holds(value, "ppaction://macro") || holds(value, "ppaction://program")) refuse("macros");
        }
    }

    void text(const Name& inside, std::string_view text) override {
        if (!is_properties_) return;
        for (const Spoken& one : spoken) {
            if (one.element == inside.local) return note(found(), one.what, text);
        }
        if (is_custom_) note(found(), "other", text);
    }

    bool empties(const Name& tag, std::string_view attribute) override {
        if (attribute == "name") return tag.local == "cmAuthor" || tag.local == "person";
        if (attribute == "displayName") return tag.local == "person";
        for (const std::string_view one : personal) {
            if (attribute == one) return true;
        }
        return false;
    }

    bool empties_text(const Name& inside) override {
        return inside.local == "author" && holds(inside.space, "spreadsheetml");
    }

private:
    void see_root(const Name& root) {
        const bool is_core = holds(root.space, "metadata/core-properties");
        const bool is_extended = holds(root.space, "extended-properties");
        is_custom_ = holds(root.space, "custom-properties");
        is_properties_ = is_core || is_extended || is_custom_;
        if (!is_properties_) return;
        const std::string name = is_core ? "coreProperties" : "Properties";
        replace("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<" + name + " xmlns=\"" +
                std::string(root.space) + "\"/>");
    }

    void see_type(std::string_view type) {
        if (type == main_) has_main_type = true;
        if (holds(type, "macroEnabled") || holds(type, "vbaProject") || holds(type, "macrosheet") ||
            holds(type, "keyMapCustomizations"))
            refuse("macros");
        if (holds(type, "activeX") || holds(type, "controlproperties")) refuse("active");
        if (holds(type, "oleObject")) refuse("embedded");
    }

    void see_relation(const Tag& tag) {
        const std::string_view type = tag.attribute("Type");
        const std::string_view target = tag.attribute("Target");
        if (holds(type, "/vbaProject") || holds(type, "Macrosheet") || holds(type, "macrosheet"))
            refuse("macros");
        if (holds(type, "/oleObject") || type.ends_with("/package")) refuse("embedded");
        if (holds(type, "/control")) refuse("active");
        const bool is_link = type.ends_with("/hyperlink");
        const bool is_outside = tag.attribute("TargetMode") == "External";
        if (is_outside && !(is_link && is_safe_link(target))) refuse("external");
        // Without the mode it must be a path in the container.
        if (!is_outside && (holds(target, ":") || holds(target, "\\\\") || target.starts_with("//")))
            refuse("external");
    }

    std::string_view main_;
    bool is_properties_ = false;
    bool is_custom_ = false;
};

}  // namespace

std::unique_ptr<Rules> rules_of_ooxml(std::vector<Found>& found, std::string_view main) {
    return std::make_unique<OoxmlRules>(found, main);
}

}  // namespace kring::upload
