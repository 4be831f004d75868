// SPDX-License-Identifier: EUPL-1.2
// ECMA-376 part 1: 18.2 (workbook), 18.4 (shared strings), 18.8 (styles); part 2: 9 (relationships).
#include "platform/sheet/workbook.hpp"

#include <map>
#include <set>

#include "platform/base/text.hpp"

namespace kring::sheet {

namespace {

constexpr std::string_view content_types = "[Content_Types].xml";

class Types : public Looking {
public:
    void tag(const upload::Tag& tag) override {
        const std::string_view type = attribute_of(tag, "ContentType");
        has_macros |= type.find("macroEnabled") != std::string_view::npos ||
                      type.find("vbaProject") != std::string_view::npos;
        is_binary |= type.find("sheet.binary") != std::string_view::npos;
        const bool is_main = type.ends_with("spreadsheetml.sheet.main+xml") ||
                             type.ends_with("spreadsheetml.template.main+xml");
        std::string_view part = attribute_of(tag, "PartName");
        if (is_main && part.starts_with('/')) workbook = part.substr(1);
    }

    bool has_macros = false;
    bool is_binary = false;
    std::string workbook;
};

class Relations : public Looking {
public:
    explicit Relations(std::string_view folder) : folder_(folder) {}

    void tag(const upload::Tag& tag) override {
        const std::string_view target = attribute_of(tag, "Target");
        if (tag.name.local != "Relationship" || attribute_of(tag, "TargetMode") == "External") return;
        const bool is_absolute = target.starts_with('/');
        const std::string part = is_absolute ? std::string(target.substr(1)) : folder_ + std::string(target);
        const std::string_view type = attribute_of(tag, "Type");
        parts[std::string(attribute_of(tag, "Id"))] = {part, type.ends_with("/worksheet")};
        if (type.ends_with("/sharedStrings")) strings = part;
        if (type.ends_with("/styles")) styles = part;
    }

    struct Part {
        std::string name;
        bool is_worksheet = false;
    };
    std::map<std::string, Part> parts;  // by id
    std::string strings;
    std::string styles;

private:
    std::string folder_;
};

class Book : public Looking {
public:
    void tag(const upload::Tag& tag) override {
        if (is_spreadsheet_name(tag.name, "workbookPr")) {
            const std::string_view told = attribute_of(tag, "date1904");
            begins_in_1904 = told == "1" || told == "true";
        }
        if (!is_spreadsheet_name(tag.name, "sheet")) return;
        const std::string_view state = attribute_of(tag, "state");
        sheets.push_back(
            {std::string(attribute_of(tag, "name")), "", state == "hidden" || state == "veryHidden"});
        relations.emplace_back(tag.attribute("id"));
    }

    std::vector<Workbook::Sheet> sheets;
    std::vector<std::string> relations;
    bool begins_in_1904 = false;
};

// "_x000D_" is how a string holds what XML cannot (22.9.2.19).
std::string unescaped(std::string text) {
    for (std::size_t at = text.find("_x00"); at != std::string::npos; at = text.find("_x00", at + 1)) {
        if (at + 7 > text.size() || text.compare(at + 6, 1, "_") != 0) continue;
        const std::string code = ascii_lower(text.substr(at + 4, 2));
        if (code == "0d") text.erase(at, 7);
        if (code == "0a" || code == "09") text.replace(at, 7, " ");
        if (code == "5f") text.replace(at, 7, "_");
        if (at >= text.size()) break;
    }
    return text;
}

class Strings : public Looking {
public:
    void tag(const upload::Tag& tag) override {
        if (is_spreadsheet_name(tag.name, "si")) strings.emplace_back();
        if (is_spreadsheet_name(tag.name, "rPh")) ++sounds_;
        is_inside_ = is_spreadsheet_name(tag.name, "t") && sounds_ == 0 && !strings.empty();
    }
    void text(const upload::Name&, std::string_view text) override {
        if (is_inside_) strings.back() += text;
    }
    void ended(const upload::Name& name) override {
        is_inside_ = false;
        if (is_spreadsheet_name(name, "rPh")) --sounds_;
        if (is_spreadsheet_name(name, "si")) strings.back() = unescaped(std::move(strings.back()));
    }

    std::vector<std::string> strings;

private:
    bool is_inside_ = false;
    int sounds_ = 0;  // how it is pronounced is no part of the text
};

// Whether a format shows a day: y or d, or a month without hours, outside quotes and brackets.
bool shows_day(std::string_view code) {
    bool has_day = false;
    bool has_month = false;
    bool has_time = false;
    for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
        const char c = code[at];
        if (c == '"') at = std::min(code.find('"', at + 1), code.size() - 1);
        if (c == '[') at = std::min(code.find(']', at + 1), code.size() - 1);
        if (c == '\\' || c == '_' || c == '*') ++at;
        has_day |= c == 'y' || c == 'Y' || c == 'd' || c == 'D';
        has_month |= c == 'm' || c == 'M';
        has_time |= c == 'h' || c == 'H' || c == 's' || c == 'S';
    }
    return has_day || (has_month && !has_time);
}

// 18.8.30; 27 to 36 and 50 to 58 are days in East Asian settings.
bool is_built_in_day(std::size_t format) {
    return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 31) || format == 36 ||
           (format >= 50 && format <= 58);
}

class Styles : public Looking {
public:
    void tag(const upload::Tag& tag) override {
        if (is_spreadsheet_name(tag.name, "numFmt") && shows_day(attribute_of(tag, "formatCode")) &&
            ascii_lower(attribute_of(tag, "formatCode")) != "general")
            own_days_.insert(std::string(attribute_of(tag, "numFmtId")));
        if (is_spreadsheet_name(tag.name, "cellXfs")) is_inside_ = true;
        if (!is_inside_ || !is_spreadsheet_name(tag.name, "xf")) return;
        const std::string format(attribute_of(tag, "numFmtId"));
        is_day.push_back(is_built_in_day(count_of(format, 0)) || own_days_.contains(format));
    }
    void ended(const upload::Name& name) override {
        if (is_spreadsheet_name(name, "cellXfs")) is_inside_ = false;
    }

    std::vector<bool> is_day;

private:
    std::set<std::string> own_days_;
    bool is_inside_ = false;
};

std::string folder_of(const std::string& part) {
    const auto slash = part.rfind('/');
    return slash == std::string::npos ? "" : part.substr(0, slash + 1);
}

using Entries = std::vector<upload::Entry>;

std::variant<Types, Fault> read_types(std::string_view zip, const Entries& entries) {
    Types types;
    if (const auto fault = read_part(zip, entries, content_types, types)) return *fault;
    if (types.is_binary) return Fault::other_document;
    for (const upload::Entry& entry : entries) {
        types.has_macros |= ascii_lower(entry.name).ends_with("vbaproject.bin");
    }
    if (types.has_macros) return Fault::macros;
    if (types.workbook.empty()) return Fault::other_document;
    return types;
}

}  // namespace

bool is_spreadsheet_name(const upload::Name& name, std::string_view local) {
    if (name.local != local) return false;
    return name.space == "http://schemas.openxmlformats.org/spreadsheetml/2006/main" ||
           name.space == "http://purl.oclc.org/ooxml/spreadsheetml/main";
}

std::variant<Workbook, Fault> read_workbook(std::string_view zip, const Entries& entries) {
    const auto types_or = read_types(zip, entries);
    if (const Fault* fault = std::get_if<Fault>(&types_or)) return *fault;
    const std::string main = std::get<Types>(types_or).workbook;
    const std::string folder = folder_of(main);
    Book book;
    if (const auto fault = read_part(zip, entries, main, book)) return *fault;
    Relations relations(folder);
    const std::string beside = folder + "_rels/" + main.substr(folder.size()) + ".rels";
    if (const auto fault = read_part(zip, entries, beside, relations)) return *fault;
    Strings strings;
    Styles styles;
    if (!relations.strings.empty()) {
        if (const auto fault = read_part(zip, entries, relations.strings, strings)) return *fault;
    }
    if (!relations.styles.empty()) {
        if (const auto fault = read_part(zip, entries, relations.styles, styles)) return *fault;
    }
    Workbook out{std::move(book.sheets), std::move(strings.strings), std::move(styles.is_day),
                 book.begins_in_1904};
    for (std::size_t i = 0; i < out.sheets.size(); ++i) {
        const auto part = relations.parts.find(book.relations[i]);
        if (part != relations.parts.end() && part->second.is_worksheet)
            out.sheets[i].part = part->second.name;
    }
    return out;
}

}  // namespace kring::sheet
