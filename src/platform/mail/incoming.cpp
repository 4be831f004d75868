// SPDX-License-Identifier: EUPL-1.2
#include "platform/mail/incoming.hpp"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>
#include <mutex>

#include "platform/base/text.hpp"

namespace kring::mail {
namespace {

// What no honest message comes near; they keep the library's own recursion and memory small.
constexpr std::size_t most_lines = 250'000;
constexpr std::size_t most_dashed_lines = 5'000;
constexpr std::size_t most_nesting_words = 100;
constexpr std::size_t most_text_bytes = 1024 * 1024;

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Held = std::unique_ptr<T, Unref>;

/// Well-formed UTF-8 with LF and without controls; what is neither becomes a question mark or goes.
std::string clean(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t bytes = std::min(sequence_length(text), text.size());
        const auto first = static_cast<unsigned char>(text.front());
        const bool is_kept = bytes > 1 || (first >= 0x20 && first < 0x7f) || first == '\n' || first == '\t';
        if (bytes == 0)
            out += '?';
        else if (is_kept)
            out += text.substr(0, bytes);
        text.remove_prefix(std::max<std::size_t>(bytes, 1));
    }
    return out;
}

std::string text_of(const char* text, std::size_t most = std::string_view::npos) {
    return text ? clean(with_lf(std::string_view(text).substr(0, most))) : std::string();
}

bool is_attached(GMimeObject* part) {
    GMimeContentDisposition* shown = g_mime_object_get_content_disposition(part);
    return shown && ascii_lower(text_of(g_mime_content_disposition_get_disposition(shown))) == "attachment";
}

bool begins_with_word(std::string_view text, std::size_t at, std::string_view word) {
    if (text.size() - at < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if ((static_cast<unsigned char>(text[at + i]) | 0x20) != static_cast<unsigned char>(word[i]))
            return false;
    }
    return true;
}

/// Looks at the bytes alone, before anything is built of them.
std::string bomb_in(std::string_view bytes) {
    if (bytes.size() > incoming_bytes_max) return "too_big";
    std::size_t lines = 0;
    std::size_t dashed = 0;
    std::size_t nesting = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const char c = bytes[at];
        const bool begins_line = at == 0 || bytes[at - 1] == '\n';
        if (c == '\n') ++lines;
        if (begins_line && bytes.substr(at, 2) == "--") ++dashed;
        if ((c | 0x20) == 'b' && begins_with_word(bytes, at, "boundary")) ++nesting;
        if ((c | 0x20) == 'm' && begins_with_word(bytes, at, "message/")) ++nesting;
    }
    if (nesting > most_nesting_words) return "too_deep";
    if (dashed > most_dashed_lines || lines > most_lines) return "too_many_parts";
    return "";
}

/// Where the head ends: at the first empty line.
std::size_t head_size(std::string_view bytes) {
    const std::size_t unix_end = bytes.find("\n\n");
    const std::size_t crlf_end = bytes.find("\n\r\n");
    return std::min({unix_end, crlf_end, bytes.size()});
}

void add_addresses(InternetAddressList* list, std::vector<std::string>& found) {
    const int count = list ? internet_address_list_length(list) : 0;
    for (int i = 0; i < count && found.size() < 100; ++i) {
        InternetAddress* one = internet_address_list_get_address(list, i);
        if (!INTERNET_ADDRESS_IS_MAILBOX(one)) continue;
        const char* email = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(one));
        if (email) found.push_back(ascii_lower(clean(email)));
    }
}

class Reader {
public:
    explicit Reader(Incoming& message) : message_(message) {}

    void read(std::string_view bytes, bool with_body) {
        const Held<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
        const Held<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
        const Held<GMimeMessage> parsed(g_mime_parser_construct_message(parser.get(), nullptr));
        if (!parsed) {
            message_.fault = "unreadable";
            return;
        }
        read_head(parsed.get());
        GMimeObject* body = g_mime_message_get_mime_part(parsed.get());
        if (!body) return;
        GMimeContentType* type = g_mime_object_get_content_type(body);
        message_.is_report = type && g_mime_content_type_is_type(type, "multipart", "report");
        if (!with_body) return;
        walk(body, 1);
        message_.text = trim(plain_).empty() ? html_words(html_) : plain_;
        if (!message_.fault.empty()) message_.text.clear();
    }

private:
    void read_head(GMimeMessage* parsed) {
        GMimeHeaderList* list = g_mime_object_get_header_list(GMIME_OBJECT(parsed));
        const int count = g_mime_header_list_get_count(list);
        int from_headers = 0;
        for (int i = 0; i < count; ++i) {
            GMimeHeader* header = g_mime_header_list_get_header_at(list, i);
            const std::string name = ascii_lower(text_of(g_mime_header_get_name(header)));
            from_headers += name == "from" ? 1 : 0;
            message_.headers.emplace_back(name, std::string(trim(text_of(g_mime_header_get_value(header)))));
        }
        // Two senders can be shown as one and checked as the other: then there is none.
        if (from_headers == 1) add_addresses(g_mime_message_get_from(parsed), message_.from);
        for (const char* name : {"delivered-to", "x-original-to"}) {
            for (const auto& [held, value] : message_.headers) {
                if (held == name) message_.recipients.push_back(ascii_lower(value));
            }
        }
        add_addresses(g_mime_message_get_to(parsed), message_.recipients);
        add_addresses(g_mime_message_get_cc(parsed), message_.recipients);
        message_.message_id = text_of(g_mime_message_get_message_id(parsed));
        message_.subject = trim(text_of(g_mime_message_get_subject(parsed)));
    }

    void walk(GMimeObject* part, int depth) {
        if (depth > incoming_depth_max) message_.fault = "too_deep";
        if (++parts_ > incoming_parts_max) message_.fault = "too_many_parts";
        if (!message_.fault.empty()) return;
        if (GMIME_IS_MULTIPART(part)) {
            GMimeMultipart* multipart = GMIME_MULTIPART(part);
            const int count = g_mime_multipart_get_count(multipart);
            for (int i = 0; i < count && message_.fault.empty(); ++i) {
                walk(g_mime_multipart_get_part(multipart, i), depth + 1);
            }
            return;
        }
        take(part);
    }

    // A message inside is somebody else's words, sent along.
    void take(GMimeObject* part) {
        GMimeContentType* type = g_mime_object_get_content_type(part);
        if (is_attached(part) || !GMIME_IS_TEXT_PART(part)) {
            // A picture within the text, such as a logo below it, is none that anybody attached.
            const bool is_picture = type && g_mime_content_type_is_type(type, "image", "*");
            if (is_attached(part) || !is_picture) ++message_.attachments;
            return;
        }
        char* raw = g_mime_text_part_get_text(GMIME_TEXT_PART(part));
        const std::string text = text_of(raw, most_text_bytes);
        g_free(raw);
        if (g_mime_content_type_is_type(type, "text", "plain"))
            plain_ += text;
        else if (g_mime_content_type_is_type(type, "text", "html"))
            html_ += text;
        else
            ++message_.attachments;
    }

    Incoming& message_;
    std::string plain_;
    std::string html_;
    int parts_ = 0;
};

}  // namespace

std::string_view Incoming::header(std::string_view name) const {
    for (const auto& [held, value] : headers) {
        if (held == name) return value;
    }
    return {};
}

bool Incoming::has(std::string_view name) const {
    return std::any_of(headers.begin(), headers.end(), [&](const auto& one) { return one.first == name; });
}

Incoming read_incoming(std::string_view bytes) {
    static std::once_flag is_set_up;
    std::call_once(is_set_up, [] { g_mime_init(); });
    Incoming message;
    // Some mail servers put the envelope's sender on a line of its own, as in a mailbox file.
    if (bytes.starts_with("From ")) bytes.remove_prefix(std::min(bytes.find('\n'), bytes.size() - 1) + 1);
    const std::size_t head = head_size(bytes);
    message.fault = bomb_in(bytes);
    if (head > incoming_head_bytes_max) message.fault = "too_big";
    const bool with_body = message.fault.empty();
    // Of a bomb only a head, cut to size, is read: to know whom to tell.
    const std::size_t taken = with_body ? bytes.size() : std::min(head, incoming_head_bytes_max);
    std::string content(bytes.substr(0, taken));
    if (!with_body) content += "\n\n";
    const std::string fault = message.fault;
    Reader(message).read(content, with_body);
    if (!fault.empty()) message.fault = fault;
    return message;
}

}  // namespace kring::mail
