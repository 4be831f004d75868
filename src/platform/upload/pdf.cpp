// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <qpdf/Pipeline.hh>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>
#include <stdexcept>

#include "platform/upload/parsers.hpp"
#include "platform/upload/refusal.hpp"

namespace kring::upload {

namespace {

constexpr std::size_t objects_unpacked_max = 64 * 1024 * 1024;
constexpr std::size_t objects_max = 500'000;
constexpr int depth_max = 100;

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

// Why a dictionary is refused by this key and value; "" when it is not.
std::string_view fault_of(const std::string& key, QPDFObjectHandle value) {
    if (is_among(key, {"/JS", "/JavaScript"})) return "script";
    if (is_among(key, {"/EmbeddedFiles", "/EF", "/AF", "/RichMediaContent", "/RichMediaSettings"}))
        return "embedded";
    if (key == "/XFA") return "active";
    const bool is_typed = key == "/S" || key == "/Type" || key == "/Subtype";
    if (!is_typed || !value.isName()) return "";
    const std::string name = value.getName();
    if (is_among(name, {"/JavaScript", "/Rendition"})) return "script";
    if (is_among(name, {"/Launch", "/ImportData", "/SubmitForm", "/GoToR", "/GoToE", "/Movie", "/Sound"}))
        return "active";
    if (is_among(name, {"/EmbeddedFile", "/FileAttachment", "/RichMedia", "/Screen", "/3D"}))
        return "embedded";
    return "";
}

std::string_view fault_in(QPDFObjectHandle object, int depth);

std::string_view fault_of_entries(QPDFObjectHandle dictionary, int depth) {
    for (const std::string& key : dictionary.getKeys()) {
        QPDFObjectHandle value = dictionary.getKey(key);
        const std::string_view fault = fault_of(key, value);
        if (!fault.empty()) return fault;
        if (value.isIndirect()) continue;  // comes by itself
        const std::string_view below = fault_in(value, depth + 1);
        if (!below.empty()) return below;
    }
    return "";
}

std::string_view fault_in(QPDFObjectHandle object, int depth) {
    if (depth > depth_max) return "damaged";
    if (object.isStream()) return fault_of_entries(object.getDict(), depth);
    if (object.isDictionary()) return fault_of_entries(object, depth);
    if (!object.isArray()) return "";
    for (int i = 0; i < object.getArrayNItems(); ++i) {
        QPDFObjectHandle item = object.getArrayItem(i);
        const std::string_view fault = item.isIndirect() ? "" : fault_in(item, depth + 1);
        if (!fault.empty()) return fault;
    }
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

void take_notes(QPDF& pdf, std::vector<Found>& found) {
    QPDFObjectHandle trailer = pdf.getTrailer();
    QPDFObjectHandle info = trailer.getKey("/Info");
    if (info.isDictionary()) {
        for (const std::string& key : info.getKeys()) {
            QPDFObjectHandle value = info.getKey(key);
            if (!value.isString()) continue;
            const auto* one =
                std::find_if(spoken.begin(), spoken.end(), [&](const Spoken& s) { return s.key == key; });
            note(found, one == spoken.end() ? "other" : one->what, value.getUTF8Value());
        }
    }
    if (trailer.hasKey("/Info")) trailer.removeKey("/Info");
}

// Notes of programs may hang from every object; and who wrote a remark in the margin.
void strip(QPDFObjectHandle object, std::vector<Found>& found) {
    QPDFObjectHandle dictionary = object.isStream() ? object.getDict() : object;
    if (!dictionary.isDictionary()) return;
    for (const char* key : {"/Metadata", "/PieceInfo", "/LastModified", "/SpiderInfo"}) {
        if (dictionary.hasKey(key)) dictionary.removeKey(key);
    }
    const bool is_remark = dictionary.getKey("/Subtype").isName() && dictionary.hasKey("/Rect");
    if (!is_remark || !dictionary.hasKey("/T") || dictionary.hasKey("/FT")) return;
    if (dictionary.getKey("/T").isString()) note(found, "author", dictionary.getKey("/T").getUTF8Value());
    dictionary.removeKey("/T");
}

std::string written(QPDF& pdf) {
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDecodeLevel(qpdf_dl_none);
    writer.setCompressStreams(true);
    writer.setRecompressFlate(false);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setDeterministicID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

// Other formats may begin before a PDF or end behind it, and programs differ in what they take it for.
bool is_plain_pdf(std::string_view bytes) {
    const auto end = bytes.rfind("%%EOF");
    return bytes.starts_with("%PDF-") && end != std::string_view::npos && trim(bytes.substr(end + 5)).empty();
}

Result<Accepted> rewritten(std::string_view bytes) {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.setAttemptRecovery(false);
    pdf.processMemoryFile("upload", bytes.data(), bytes.size());
    if (pdf.isEncrypted()) return refusal("encrypted");
    if (pdf.getObjectCount() > objects_max) return refusal("bomb");
    if (pdf.getAllPages().empty()) return refusal("damaged");
    Accepted accepted{Kind::pdf, "", {}};
    take_notes(pdf, accepted.found);
    for (QPDFObjectHandle& object : pdf.getAllObjects()) {
        const std::string_view fault = fault_in(object, 0);
        if (!fault.empty()) return refusal(fault);
        strip(object, accepted.found);
    }
    accepted.bytes = written(pdf);
    if (pdf.anyWarnings()) return refusal("damaged");
    return accepted;
}

}  // namespace

Result<Accepted> accept_pdf(std::string_view bytes) {
    if (!is_plain_pdf(bytes)) return refusal("damaged");
    if (has_bomb(bytes)) return refusal("bomb");
    try {
        return rewritten(bytes);
    } catch (const QPDFExc& fault) {
        return refusal(fault.getErrorCode() == qpdf_e_password ? "encrypted" : "damaged");
    } catch (const std::exception&) {
        return refusal("damaged");
    }
}

}  // namespace kring::upload
