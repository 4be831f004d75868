// SPDX-License-Identifier: EUPL-1.2
// qpdf through its interface for C: the headers for C++ do not compile as C++20 with every compiler.
#include <qpdf/qpdf-c.h>
#define POINTERHOLDER_TRANSITION 4  // qpdf asks for it: none of its old pointers here
#include <algorithm>
#include <array>
#include <initializer_list>
#include <qpdf/Pipeline.hh>
#include <qpdf/Pl_Flate.hh>
#include <set>
#include <stdexcept>

#include "platform/upload/parsers.hpp"
#include "platform/upload/refusal.hpp"

namespace kring::upload {

namespace {

constexpr std::size_t objects_unpacked_max = 64 * 1024 * 1024;
constexpr std::size_t objects_max = 500'000;

struct TooLarge : std::runtime_error {
    TooLarge() : std::runtime_error("objects larger than allowed") {}
};

// Counts what comes out, and keeps none of it.
class Count final : public Pipeline {
public:
    explicit Count(std::size_t& count) : Pipeline("count", nullptr), count_(count) {}
    void write(unsigned char const*, std::size_t size) override {
        count_ += size;
        if (count_ > objects_unpacked_max) throw TooLarge();
    }
    void finish() override {}

private:
    std::size_t& count_;
};

// The streams that hold objects are unpacked on opening, so their size is looked at before. Whatever is
// compressed otherwise than by deflate the writer leaves as it is.
bool has_bomb(std::string_view pdf) {
    std::size_t count = 0;
    for (const std::string_view mark : {"/ObjStm", "/XRef"}) {
        for (auto at = pdf.find(mark); at != std::string_view::npos; at = pdf.find(mark, at + 1)) {
            auto begin = pdf.find("stream", at);
            const auto end = pdf.find("endstream", at);
            if (begin == std::string_view::npos || end == std::string_view::npos || begin > end) continue;
            begin += 6;
            while (begin < end && (pdf[begin] == '\r' || pdf[begin] == '\n')) ++begin;
            Count sink(count);
            Pl_Flate inflate("inflate", &sink, Pl_Flate::a_inflate);
            try {
                inflate.write(reinterpret_cast<const unsigned char*>(pdf.data()) + begin, end - begin);
            } catch (const TooLarge&) {
                return true;
            } catch (const std::exception&) {
                continue;  // not deflated, or broken: qpdf itself will say so
            }
        }
    }
    return false;
}

bool is_among(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

using Handle = qpdf_oh;

// A document, and what is asked of it; handles live as long as it does.
class Document {
public:
    Document() : data_(qpdf_init()) {
        qpdf_silence_errors(data_);
        qpdf_set_suppress_warnings(data_, QPDF_TRUE);
        qpdf_set_attempt_recovery(data_, QPDF_FALSE);
    }
    ~Document() {
        while (qpdf_has_error(data_)) qpdf_get_error(data_);  // one not asked for is printed
        qpdf_cleanup(&data_);
    }
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    bool read(std::string_view bytes) {
        return (qpdf_read_memory(data_, "upload", bytes.data(), bytes.size(), nullptr) & QPDF_ERRORS) == 0;
    }
    bool lacks_password() { return qpdf_get_error_code(data_, qpdf_get_error(data_)) == qpdf_e_password; }
    bool is_encrypted() { return qpdf_is_encrypted(data_) != QPDF_FALSE; }
    bool has_pages() { return qpdf_get_num_pages(data_) > 0; }

    Handle trailer() { return qpdf_get_trailer(data_); }
    int id(Handle object) { return qpdf_oh_get_object_id(data_, object); }
    bool is_dictionary(Handle object) { return qpdf_oh_is_dictionary(data_, object) != QPDF_FALSE; }
    bool is_array(Handle object) { return qpdf_oh_is_array(data_, object) != QPDF_FALSE; }
    bool is_string(Handle object) { return qpdf_oh_is_string(data_, object) != QPDF_FALSE; }

    /// A stream's dictionary, or the object itself.
    Handle dictionary_of(Handle object) {
        return qpdf_oh_is_stream(data_, object) ? qpdf_oh_get_dict(data_, object) : object;
    }
    std::vector<std::string> keys(Handle dictionary) {
        std::vector<std::string> found;
        qpdf_oh_begin_dict_key_iter(data_, dictionary);
        while (qpdf_oh_dict_more_keys(data_)) found.emplace_back(qpdf_oh_dict_next_key(data_));
        return found;
    }
    bool has(Handle dictionary, const char* key) {
        return qpdf_oh_has_key(data_, dictionary, key) != QPDF_FALSE;
    }
    Handle value(Handle dictionary, const std::string& key) {
        return qpdf_oh_get_key(data_, dictionary, key.c_str());
    }
    void remove(Handle dictionary, const char* key) { qpdf_oh_remove_key(data_, dictionary, key); }
    int size(Handle array) { return qpdf_oh_get_array_n_items(data_, array); }
    Handle item(Handle array, int at) { return qpdf_oh_get_array_item(data_, array, at); }
    std::string name(Handle object) {
        return qpdf_oh_is_name(data_, object) ? qpdf_oh_get_name(data_, object) : "";
    }
    std::string text(Handle object) { return is_string(object) ? qpdf_oh_get_utf8_value(data_, object) : ""; }
    void release(Handle object) { qpdf_oh_release(data_, object); }

    /// Anew, with the bytes of streams as they are; "" when that fails.
    std::string written() {
        qpdf_init_write_memory(data_);
        qpdf_set_stream_data_mode(data_, qpdf_s_preserve);
        qpdf_set_object_stream_mode(data_, qpdf_o_generate);
        qpdf_set_deterministic_ID(data_, QPDF_TRUE);
        if ((qpdf_write(data_) & QPDF_ERRORS) != 0) return "";
        return {reinterpret_cast<const char*>(qpdf_get_buffer(data_)), qpdf_get_buffer_length(data_)};
    }

private:
    qpdf_data data_;
};

// Why a dictionary is refused by this key and its value when that is a name; "" when it is not.
std::string_view fault_of(std::string_view key, std::string_view name) {
    if (is_among(key, {"/JS", "/JavaScript"})) return "script";
    if (is_among(key, {"/EmbeddedFiles", "/EF", "/AF", "/RichMediaContent", "/RichMediaSettings"}))
        return "embedded";
    if (key == "/XFA") return "active";
    if (!is_among(key, {"/S", "/Type", "/Subtype"})) return "";
    if (is_among(name, {"/JavaScript", "/Rendition"})) return "script";
    if (is_among(name, {"/Launch", "/ImportData", "/SubmitForm", "/GoToR", "/GoToE", "/Movie", "/Sound"}))
        return "active";
    if (is_among(name, {"/EmbeddedFile", "/FileAttachment", "/RichMedia", "/Screen", "/3D"}))
        return "embedded";
    return "";
}

struct Spoken {
    std::string_view key;
    std::string_view what;
};
constexpr std::array<Spoken, 8> spoken = {{{"/Author", "author"},
                                           {"/Creator", "program"},
                                           {"/Producer", "program"},
                                           {"/CreationDate", "moment"},
                                           {"/ModDate", "moment"},
                                           {"/Title", "title"},
                                           {"/Subject", "title"},
                                           {"/Keywords", "other"}}};

void take_notes(Document& pdf, std::vector<Found>& found) {
    const Handle trailer = pdf.trailer();
    if (!pdf.has(trailer, "/Info")) return;
    const Handle info = pdf.value(trailer, "/Info");
    for (const std::string& key : pdf.is_dictionary(info) ? pdf.keys(info) : std::vector<std::string>()) {
        const auto* one =
            std::find_if(spoken.begin(), spoken.end(), [&](const Spoken& s) { return s.key == key; });
        note(found, one == spoken.end() ? "other" : one->what, pdf.text(pdf.value(info, key)));
    }
    pdf.remove(trailer, "/Info");
}

// Notes of programs may hang from every object; and who wrote a remark in the margin.
void strip(Document& pdf, Handle dictionary, std::vector<Found>& found) {
    for (const char* key : {"/Metadata", "/PieceInfo", "/LastModified", "/SpiderInfo"}) {
        if (pdf.has(dictionary, key)) pdf.remove(dictionary, key);
    }
    const bool is_remark = pdf.has(dictionary, "/Subtype") && pdf.has(dictionary, "/Rect");
    if (!is_remark || !pdf.has(dictionary, "/T") || pdf.has(dictionary, "/FT")) return;
    note(found, "author", pdf.text(pdf.value(dictionary, "/T")));
    pdf.remove(dictionary, "/T");
}

// Goes from the trailer to all that hangs from it; what hangs from nothing is not written.
class Walk {
public:
    Walk(Document& pdf, std::vector<Found>& found) : pdf_(pdf), found_(found) {}

    std::string_view fault() {
        waiting_.push_back(pdf_.trailer());
        std::size_t count = 0;
        while (!waiting_.empty()) {
            if (++count > objects_max) return "bomb";
            const Handle object = waiting_.back();
            waiting_.pop_back();
            const std::string_view fault = look_at(object);
            if (!fault.empty()) return fault;
            pdf_.release(object);
        }
        return "";
    }

private:
    std::string_view look_at(Handle object) {
        const int id = pdf_.id(object);
        if (id != 0 && !seen_.insert(id).second) return "";
        if (pdf_.is_array(object)) {
            for (int i = 0; i < pdf_.size(object); ++i) waiting_.push_back(pdf_.item(object, i));
            return "";
        }
        const Handle dictionary = pdf_.dictionary_of(object);
        if (!pdf_.is_dictionary(dictionary)) return "";
        strip(pdf_, dictionary, found_);
        for (const std::string& key : pdf_.keys(dictionary)) {
            const Handle value = pdf_.value(dictionary, key);
            const std::string_view fault = fault_of(key, pdf_.name(value));
            if (!fault.empty()) return fault;
            waiting_.push_back(value);
        }
        return "";
    }

    Document& pdf_;
    std::vector<Found>& found_;
    std::vector<Handle> waiting_;
    std::set<int> seen_;
};

// Other formats may begin before a PDF or end behind it, and programs differ in what they take it for.
bool is_plain_pdf(std::string_view bytes) {
    const auto end = bytes.rfind("%%EOF");
    return bytes.starts_with("%PDF-") && end != std::string_view::npos && trim(bytes.substr(end + 5)).empty();
}

}  // namespace

Result<Accepted> accept_pdf(std::string_view bytes) {
    if (!is_plain_pdf(bytes)) return refusal("damaged");
    if (has_bomb(bytes)) return refusal("bomb");
    Document pdf;
    if (!pdf.read(bytes)) return refusal(pdf.lacks_password() ? "encrypted" : "damaged");
    if (pdf.is_encrypted()) return refusal("encrypted");
    if (!pdf.has_pages()) return refusal("damaged");
    Accepted accepted{Kind::pdf, "", {}};
    take_notes(pdf, accepted.found);
    const std::string_view fault = Walk(pdf, accepted.found).fault();
    if (!fault.empty()) return refusal(fault);
    accepted.bytes = pdf.written();
    if (accepted.bytes.empty()) return refusal("damaged");
    return accepted;
}

}  // namespace kring::upload
