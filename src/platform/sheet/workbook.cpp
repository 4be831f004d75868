// SPDX-License-Identifier: EUPL-1.2
// ECMA-376 part 1: 18.2 (workbook), 18.4 (shared strings), 18.8 (styles); part 2: 9 (relationships).
#include "platform/sheet/workbook.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "platform/base/text.hpp"
#include "platform/sheet/reading.hpp"

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
        has_too_many = sheets.size() == sheets_max;
        if (has_too_many) return;
        const std::string_view state = attribute_of(tag, "state");
        sheets.push_back(
            {std::string(attribute_of(tag, "name")), "", state == "hidden" || state == "veryHidden"});
        relations.emplace_back(tag.attribute("id"));
    }

    bool has_enough() const override { return has_too_many; }

    std::vector<Workbook::Sheet> sheets;
    std::vector<std::string> relations;
    bool has_too_many = false;
    bool begins_in_1904 = false;
};

// "_x000D_" is how a string holds what XML cannot (22.9.2.19).
std::string unescaped(std::string_view text) {
    constexpr std::size_t length = 7;
    std::string out;
    out.reserve(text.size());
    std::size_t from = 0;
    for (std::size_t at = text.find("_x00"); at != std::string_view::npos; at = text.find("_x00", from)) {
        out += text.substr(from, at - from);
        const bool is_whole = at + length <= text.size() && text[at + 6] == '_';
        const std::string code = is_whole ? ascii_lower(text.substr(at + 4, 2)) : std::string();
        const bool is_space = code == "0a" || code == "09";
        const bool is_known = is_space || code == "0d" || code == "5f";
        if (is_space) out += ' ';
        if (code == "5f" || !is_known) out += '_';
        from = at + (is_known ? length : 1);
    }
    out += text.substr(from);
    return out;
}

class Strings : public Looking {
public:
    void tag(const upload::Tag& tag) override {
        if (is_spreadsheet_name(tag.name, "si")) begin();
        if (is_spreadsheet_name(tag.name, "rPh")) ++sounds_;
        is_inside_ = is_spreadsheet_name(tag.name, "t") && sounds_ == 0 && !strings.empty();
    }
    void text(const upload::Name&, std::string_view text) override {
        if (!is_inside_ || has_too_much) return;
        // A string that is too long is refused where a cell shows it, so it is kept as such.
        std::string& string = strings.back();
        const std::string_view kept = text.substr(0, cell_max + 1 - std::min(cell_max + 1, string.size()));
        bytes_ += kept.size();
        has_too_much = bytes_ > text_max;
        if (!has_too_much) string += kept;
    }
    void ended(const upload::Name& name) override {
        is_inside_ = false;
        if (is_spreadsheet_name(name, "rPh")) --sounds_;
        if (!is_spreadsheet_name(name, "si") || strings.back().size() > cell_max) return;
        strings.back() = text_cell(unescaped(strings.back())).text;
    }
    bool has_enough() const override { return has_too_much; }

    bool has_too_much = false;
    std::vector<std::string> strings;

private:
    void begin() {
        has_too_much |= strings.size() == strings_max;
        if (!has_too_much) strings.emplace_back();
    }

    std::size_t bytes_ = 0;
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
    if (book.has_too_many) return Fault::bomb;
    Relations relations(folder);
    const std::string beside = folder + "_rels/" + main.substr(folder.size()) + ".rels";
    if (const auto fault = read_part(zip, entries, beside, relations)) return *fault;
    Strings strings;
    Styles styles;
    if (!relations.strings.empty()) {
        if (const auto fault = read_part(zip, entries, relations.strings, strings)) return *fault;
        if (strings.has_too_much) return Fault::too_much_text;
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
