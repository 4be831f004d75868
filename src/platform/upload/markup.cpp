// SPDX-License-Identifier: EUPL-1.2
#include "platform/upload/markup.hpp"

#include <expat.h>

#include <memory>
#include <stdexcept>

namespace kring::upload {

namespace {

constexpr XML_Char between = '\n';  // stands in no namespace: attribute values are normalised
constexpr std::size_t depth_max = 1000;

struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

Name name_of(const XML_Char* text) {
    const std::string_view whole(text);
    const auto at = whole.find(between);
    if (at == std::string_view::npos) return {"", whole};
    return {whole.substr(0, at), whole.substr(at + 1)};
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::string_view local_part(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

class Reader {
public:
    Reader(std::string_view xml, Reading& reading)
        : xml_(xml), reading_(reading), parser_(XML_ParserCreateNS("UTF-8", between)) {
        if (!parser_) throw std::runtime_error("no memory to read XML");
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(parser_.get(), started, ended);
        XML_SetCharacterDataHandler(parser_.get(), said);
        XML_SetStartDoctypeDeclHandler(parser_.get(), declared);
    }

    Form read(std::string& edited) {
        constexpr std::size_t step = 1 << 20;
        for (std::size_t at = 0; at < xml_.size() || at == 0; at += step) {
            const std::string_view piece = xml_.substr(at, step);
            const bool is_last = at + step >= xml_.size();
            const auto status =
                XML_Parse(parser_.get(), piece.data(), static_cast<int>(piece.size()), is_last);
            if (status != XML_STATUS_OK) return has_type_ ? Form::has_document_type : Form::broken;
        }
        edited.append(xml_.substr(kept_));
        edited.insert(0, out_);
        return Form::well;
    }

private:
    static void started(void* self, const XML_Char* name, const XML_Char** attributes) {
        static_cast<Reader*>(self)->start(name, attributes);
    }
    static void ended(void* self, const XML_Char* name) {
        static_cast<Reader*>(self)->reading_.ended(name_of(name));
        static_cast<Reader*>(self)->inside_.pop_back();
    }
    static void said(void* self, const XML_Char* text, int size) {
        static_cast<Reader*>(self)->say({text, static_cast<std::size_t>(size)});
    }
    static void declared(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
        auto* reader = static_cast<Reader*>(self);
        reader->has_type_ = true;
        XML_StopParser(reader->parser_.get(), XML_FALSE);
    }

    void start(const XML_Char* name, const XML_Char** attributes) {
        Tag tag{name_of(name), inside_.empty(), {}};
        bool is_changed = false;
        for (; *attributes; attributes += 2) {
            const Name attribute = name_of(attributes[0]);
            tag.attributes.emplace_back(attribute, attributes[1]);
            is_changed |= reading_.empties(tag.name, attribute.local);
        }
        reading_.tag(tag);
        if (is_changed) rewrite(tag.name);
        inside_.emplace_back(name);
        if (inside_.size() > depth_max || reading_.has_enough()) XML_StopParser(parser_.get(), XML_FALSE);
    }

    void say(std::string_view text) {
        const Name inside = name_of(inside_.back().c_str());
        reading_.text(inside, text);
        if (!reading_.empties_text(inside)) return;
        copy_up_to(here());
        kept_ = here() + bytes_here();
    }

    // What stands between quotes behind an attribute to be emptied is left out.
    void rewrite(const Name& tag) {
        std::size_t at = here() + 1;
        const std::size_t end = here() + bytes_here();
        while (at < end && !is_space(xml_[at])) ++at;
        while (at < end) {
            while (at < end && is_space(xml_[at])) ++at;
            const std::size_t equals = xml_.find('=', at);
            if (equals == std::string_view::npos || equals >= end) return;
            std::size_t name_end = equals;
            while (name_end > at && is_space(xml_[name_end - 1])) --name_end;
            const std::size_t open = xml_.find_first_of("\"'", equals);
            const std::size_t close = xml_.find(xml_[open], open + 1);
            const std::string_view name = xml_.substr(at, name_end - at);
            const bool is_declaration = name == "xmlns" || name.starts_with("xmlns:");
            if (!is_declaration && reading_.empties(tag, local_part(name))) {
                copy_up_to(open + 1);
                kept_ = close;
            }
            at = close + 1;
        }
    }

    void copy_up_to(std::size_t at) {
        out_.append(xml_.substr(kept_, at - kept_));
        kept_ = at;
    }

    std::size_t here() const { return static_cast<std::size_t>(XML_GetCurrentByteIndex(parser_.get())); }
    std::size_t bytes_here() const {
        return static_cast<std::size_t>(XML_GetCurrentByteCount(parser_.get()));
    }

    std::string_view xml_;
    Reading& reading_;
    std::unique_ptr<XML_ParserStruct, Free> parser_;
    std::vector<std::string> inside_;  // names of the elements we are in, as expat gives them
    std::string out_;
    std::size_t kept_ = 0;  // up to here the document stands in out_, or was left out
    bool has_type_ = false;
};

}  // namespace

std::string_view Tag::attribute(std::string_view local) const {
    for (const auto& [its_name, value] : attributes) {
        if (its_name.local == local) return value;
    }
    return "";
}

Form read_markup(std::string_view xml, Reading& reading, std::string& edited) {
    edited.clear();
    return Reader(xml, reading).read(edited);
}

}  // namespace kring::upload
