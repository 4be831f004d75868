// SPDX-License-Identifier: EUPL-1.2
#include <curl/curl.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string_view>

#include "platform/base/text.hpp"
#include "platform/mail/mail.hpp"

namespace kring::mail {
namespace {

constexpr long most_connect_seconds = 10;
constexpr long most_seconds = 30;

[[noreturn]] void fail(const std::string& what) { throw std::runtime_error("mail: " + what); }

[[noreturn]] void fail_on(const std::string& path) { fail(path + ": " + std::strerror(errno)); }

void write_whole(int file, std::string_view bytes, const std::string& path) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail_on(path);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(file) != 0) fail_on(path);
}

/// Under a temporary name first, so whoever watches the folder never sees half a message.
void lay_down(const Message& message, const std::string& folder, std::string_view bytes) {
    if (!is_id(message.id)) fail("no id to name a file by");
    const std::string path = folder + "/" + message.id + ".eml";
    const std::string unfinished = folder + "/." + message.id + ".part";
    const int file = ::open(unfinished.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0) fail_on(unfinished);
    try {
        write_whole(file, bytes, unfinished);
    } catch (...) {
        ::close(file);
        ::unlink(unfinished.c_str());
        throw;
    }
    ::close(file);
    if (::rename(unfinished.c_str(), path.c_str()) != 0) fail_on(path);
}

struct CloseHandle {
    void operator()(CURL* handle) const { ::curl_easy_cleanup(handle); }
    void operator()(curl_slist* list) const { ::curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, CloseHandle>;
using Receivers = std::unique_ptr<curl_slist, CloseHandle>;

std::size_t hand_over(char* buffer, std::size_t size, std::size_t count, void* rest) {
    auto& left = *static_cast<std::string_view*>(rest);
    const std::size_t taken = std::min(size * count, left.size());
    std::copy_n(left.data(), taken, buffer);
    left.remove_prefix(taken);
    return taken;
}

/// Keeps the server's last answer: libcurl's own error text tells only its number.
std::size_t keep_answer(char* buffer, std::size_t size, std::size_t count, void* answer) {
    *static_cast<std::string*>(answer) = trim(std::string_view(buffer, size * count));
    return size * count;
}

template <class Value>
void set(CURL* handle, CURLoption option, Value value) {
    if (::curl_easy_setopt(handle, option, value) != CURLE_OK) fail("libcurl refuses a setting");
}

void set_server(CURL* handle, const Postbox& postbox) {
    set(handle, CURLOPT_URL, postbox.smtp_url.c_str());
    set(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(handle, CURLOPT_USE_SSL, static_cast<long>(postbox.require_tls ? CURLUSESSL_ALL : CURLUSESSL_TRY));
    set(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(handle, CURLOPT_PROXY, "");
    set(handle, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    set(handle, CURLOPT_CONNECTTIMEOUT, most_connect_seconds);
    set(handle, CURLOPT_TIMEOUT, most_seconds);
    set(handle, CURLOPT_NOSIGNAL, 1L);
    if (postbox.smtp_user.empty()) return;
    set(handle, CURLOPT_USERNAME, postbox.smtp_user.c_str());
    set(handle, CURLOPT_PASSWORD, postbox.smtp_password.c_str());
}

bool is_envelope_address(const std::string& email) {
    return is_email(email) && email.find_first_of("<>,\"\\") == std::string::npos;
}

void hand_to_server(const Message& message, const Postbox& postbox, std::string_view bytes) {
    if (!is_envelope_address(message.to_email)) fail("no address to send to");
    if (!is_envelope_address(postbox.from_email)) fail("no address to send from");
    static std::once_flag is_set_up;
    std::call_once(is_set_up, [] { ::curl_global_init(CURL_GLOBAL_DEFAULT); });
    const Handle handle(::curl_easy_init());
    const std::string from = "<" + postbox.from_email + ">";
    const std::string to = "<" + message.to_email + ">";
    const Receivers receivers(::curl_slist_append(nullptr, to.c_str()));
    if (!handle || !receivers) fail("no memory");

    std::array<char, CURL_ERROR_SIZE> error{};
    std::string answer;
    set_server(handle.get(), postbox);
    set(handle.get(), CURLOPT_MAIL_FROM, from.c_str());
    set(handle.get(), CURLOPT_MAIL_RCPT, receivers.get());
    set(handle.get(), CURLOPT_UPLOAD, 1L);
    set(handle.get(), CURLOPT_READFUNCTION, &hand_over);
    set(handle.get(), CURLOPT_READDATA, static_cast<void*>(&bytes));
    set(handle.get(), CURLOPT_HEADERFUNCTION, &keep_answer);
    set(handle.get(), CURLOPT_HEADERDATA, static_cast<void*>(&answer));
    set(handle.get(), CURLOPT_ERRORBUFFER, error.data());
    const CURLcode result = ::curl_easy_perform(handle.get());
    if (result == CURLE_OK) return;
    const std::string_view why = error[0] != '\0' ? error.data() : ::curl_easy_strerror(result);
    fail(std::string(why) + (answer.empty() ? "" : " (" + answer + ")"));
}

}  // namespace

void send(const Message& message, const Postbox& postbox) {
    const std::string bytes = compose(message, postbox);
    if (!postbox.sink_folder.empty()) return lay_down(message, postbox.sink_folder, bytes);
    hand_to_server(message, postbox, bytes);
}

}  // namespace kring::mail
