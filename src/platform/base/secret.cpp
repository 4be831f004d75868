// SPDX-License-Identifier: EUPL-1.2
#include "platform/base/secret.hpp"

#include <sodium.h>

#include <array>
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <stdexcept>

namespace kring {
namespace {

constexpr int most_at_once = 2;
constexpr int most_waiting = 16;

void ready_sodium() {
    static const bool is_ready = sodium_init() >= 0;
    if (!is_ready) throw std::runtime_error("libsodium cannot start: no source of randomness");
}

const unsigned char* octets(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

template <std::size_t size>
std::string hex(const std::array<unsigned char, size>& bytes) {
    std::string text(size * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), size);
    text.pop_back();
    return text;
}

constexpr std::size_t token_length = 43;
constexpr std::string_view base64url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Crockford's alphabet: in ASCII order, so that ids sort as their bits do, and without i l o u.
constexpr std::string_view base32 = "0123456789abcdefghjkmnpqrstvwxyz";

std::string id_at(std::int64_t ms) {
    ready_sodium();
    std::string id(20, '0');
    auto rest = static_cast<std::uint64_t>(ms < 0 ? 0 : ms);
    for (std::size_t i = 10; i-- > 0; rest >>= 5) id[i] = base32[rest & 31];
    std::array<unsigned char, 10> noise{};
    randombytes_buf(noise.data(), noise.size());
    for (std::size_t i = 0; i < noise.size(); ++i) id[10 + i] = base32[noise[i] & 31];
    return id;
}

/// Holds one of the two places at which Argon2id may run: each takes 64 MiB and a whole core.
class Turn {
public:
    Turn() {
        std::unique_lock lock(mutex_);
        ++waiting_;
        free_.wait(lock, [] { return running_ < most_at_once; });
        --waiting_;
        ++running_;
    }
    ~Turn() {
        {
            const std::lock_guard lock(mutex_);
            --running_;
        }
        free_.notify_one();
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

    static bool is_crowded() {
        const std::lock_guard lock(mutex_);
        return waiting_ > most_waiting;
    }

private:
    inline static std::mutex mutex_;
    inline static std::condition_variable free_;
    inline static int running_ = 0;
    inline static int waiting_ = 0;
};

using Encoded = std::array<char, crypto_pwhash_STRBYTES>;

/// libsodium reads a hash as a C string in a buffer of fixed size; false when it cannot be one.
bool encoded(std::string_view hash, Encoded& into) {
    if (hash.size() >= into.size() || hash.find('\0') != std::string_view::npos) return false;
    into.fill('\0');
    std::memcpy(into.data(), hash.data(), hash.size());
    return true;
}

}  // namespace

std::string new_id(Time time) { return id_at(time.ms); }

std::string new_coarse_id(Time time) { return id_at(time.ms - time.ms % day_ms); }

std::string new_token() {
    ready_sodium();
    std::array<unsigned char, 32> noise{};
    randombytes_buf(noise.data(), noise.size());
    constexpr auto variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string token(sodium_base64_ENCODED_LEN(noise.size(), variant), '\0');
    sodium_bin2base64(token.data(), token.size(), noise.data(), noise.size(), variant);
    token.pop_back();
    return token;
}

std::string masked(std::string_view token) {
    if (token.size() != token_length) return std::string(token);
    const std::string mask = new_token();
    std::string text = mask;
    for (std::size_t i = 0; i < token_length; ++i) {
        const std::size_t value = base64url.find(token[i]);
        if (value == std::string_view::npos) return std::string(token);
        text += base64url[(value + base64url.find(mask[i])) % base64url.size()];
    }
    return text;
}

std::string unmasked(std::string_view text) {
    if (text.size() != 2 * token_length) return std::string(text);
    std::string token;
    for (std::size_t i = 0; i < token_length; ++i) {
        const std::size_t mask = base64url.find(text[i]);
        const std::size_t value = base64url.find(text[token_length + i]);
        if (mask == std::string_view::npos || value == std::string_view::npos) return std::string(text);
        token += base64url[(value + base64url.size() - mask) % base64url.size()];
    }
    return token;
}

std::string sha256_hex(std::string_view bytes) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), octets(bytes), bytes.size());
    return hex(hash);
}

std::string hmac_hex(std::string_view key, std::string_view bytes) {
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> code{};
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, octets(key), key.size());
    crypto_auth_hmacsha256_update(&state, octets(bytes), bytes.size());
    crypto_auth_hmacsha256_final(&state, code.data());
    return hex(code);
}

bool same_secret(std::string_view left, std::string_view right) {
    return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

std::string password_hash(std::string_view password) {
    ready_sodium();
    const Turn turn;
    Encoded hash{};
    const int failed = crypto_pwhash_str_alg(
        hash.data(), password.data(), password.size(), crypto_pwhash_argon2id_OPSLIMIT_INTERACTIVE,
        crypto_pwhash_argon2id_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13);
    if (failed != 0) throw std::runtime_error("no memory to hash a password");
    return hash.data();
}

bool password_matches(std::string_view hash, std::string_view password) {
    ready_sodium();
    Encoded known;
    if (!encoded(hash, known)) return false;
    const Turn turn;
    errno = 0;
    if (crypto_pwhash_str_verify(known.data(), password.data(), password.size()) == 0) return true;
    // A wrong password and a lack of memory look alike but for errno; only one is the person's doing.
    if (errno == ENOMEM) throw std::runtime_error("no memory to check a password");
    return false;
}

bool password_needs_rehash(std::string_view hash) {
    ready_sodium();
    Encoded known;
    if (!encoded(hash, known)) return true;
    return crypto_pwhash_str_needs_rehash(known.data(), crypto_pwhash_argon2id_OPSLIMIT_INTERACTIVE,
                                          crypto_pwhash_argon2id_MEMLIMIT_INTERACTIVE) != 0;
}

bool password_queue_is_full() { return Turn::is_crowded(); }

}  // namespace kring
