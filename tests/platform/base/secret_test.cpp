// SPDX-License-Identifier: EUPL-1.2
#include "platform/base/secret.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <thread>
#include <vector>

#include "platform/base/text.hpp"

namespace kring {
namespace {

TEST(Token, comes_back_from_below_its_mask) {
    const std::string token = new_token();
    EXPECT_EQ(masked(token).size(), 86u);
    EXPECT_EQ(unmasked(masked(token)), token);
    EXPECT_EQ(unmasked(token), token);
    EXPECT_EQ(unmasked(std::string(43, 'A') + token), token);
    EXPECT_EQ(unmasked(std::string(43, 'B') + std::string(43, 'A')), std::string(43, '_'));
}

TEST(Token, wears_another_mask_each_time) {
    const std::string token = new_token();
    const std::string one = masked(token);
    const std::string other = masked(token);
    EXPECT_NE(one.substr(0, 43), other.substr(0, 43));
    EXPECT_NE(one.substr(43), other.substr(43));
    EXPECT_EQ(one.find(token), std::string::npos);
}

TEST(Token, of_another_form_is_left_as_it_is) {
    EXPECT_EQ(masked("csrf-of-anna"), "csrf-of-anna");
    EXPECT_EQ(unmasked("csrf-of-anna"), "csrf-of-anna");
    EXPECT_EQ(unmasked(std::string(86, '!')), std::string(86, '!'));
}

// FIPS 180-2, appendix B.
TEST(Sha256, gives_the_published_digests) {
    EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(sha256_hex(std::string(1000000, 'a')),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

// RFC 4231, test cases 1, 2, 3 and 6.
TEST(Hmac, gives_the_published_codes) {
    EXPECT_EQ(hmac_hex(std::string(20, '\x0b'), "Hi There"),
              "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    EXPECT_EQ(hmac_hex("Jefe", "what do ya want for nothing?"),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    EXPECT_EQ(hmac_hex(std::string(20, '\xaa'), std::string(50, '\xdd')),
              "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
    EXPECT_EQ(hmac_hex(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First"),
              "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST(Secrets, are_the_same_only_when_they_are) {
    EXPECT_TRUE(same_secret("geheim", "geheim"));
    EXPECT_TRUE(same_secret("", ""));
    EXPECT_FALSE(same_secret("geheim", "geheiM"));
    EXPECT_FALSE(same_secret("geheim", "geheimer"));
}

TEST(Id, sorts_by_its_millisecond) {
    EXPECT_LT(new_id(Time{1732352400123}), new_id(Time{1732352400124}));
    EXPECT_LT(new_id(Time{31}), new_id(Time{32}));
    EXPECT_EQ(new_id(Time{0}).substr(0, 10), "0000000000");
    EXPECT_EQ(new_id(Time{1}).substr(0, 10), "0000000001");
    EXPECT_EQ(new_id(Time{32 * 32 - 1}).substr(0, 10), "00000000zz");
    EXPECT_EQ(new_id(Time{253402300799999}).size(), 20u);
    EXPECT_TRUE(is_id(new_id(Time{253402300799999})));
}

TEST(Id, is_never_given_twice) {
    std::set<std::string> ids;
    for (int i = 0; i < 1000; ++i) ids.insert(new_id(Time{0}));
    EXPECT_EQ(ids.size(), 1000u);
}

TEST(CoarseId, tells_no_more_than_the_day) {
    const Time morning{1732352400123};
    EXPECT_EQ(new_coarse_id(morning).substr(0, 10), new_coarse_id(morning + hour_ms).substr(0, 10));
    EXPECT_EQ(new_coarse_id(morning).substr(0, 10), new_id(Time{1732320000000}).substr(0, 10));
    EXPECT_NE(new_coarse_id(morning).substr(0, 10), new_coarse_id(morning + day_ms).substr(0, 10));
}

TEST(Token, is_43_characters_that_a_url_leaves_alone) {
    const std::string token = new_token();
    EXPECT_EQ(token.size(), 43u);
    EXPECT_EQ(url_encoded(token), token);
    EXPECT_NE(token, new_token());
}

TEST(Password, matches_its_own_hash_alone) {
    const std::string hash = password_hash("lang genoeg, dit");
    EXPECT_EQ(hash.substr(0, 31), "$argon2id$v=19$m=65536,t=2,p=1$");
    EXPECT_TRUE(password_matches(hash, "lang genoeg, dit"));
    EXPECT_FALSE(password_matches(hash, "lang genoeg, dat"));
    EXPECT_FALSE(password_matches("", "lang genoeg, dit"));
    EXPECT_FALSE(password_matches("$argon2id$nonsense", ""));
    EXPECT_FALSE(password_matches(std::string(500, 'x'), ""));
}

// From test.c of the reference implementation: "password", "somesalt", t = 2, m = 2^16, p = 1.
TEST(Password, matches_the_hash_of_the_reference_implementation) {
    const std::string hash =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    EXPECT_TRUE(password_matches(hash, "password"));
    EXPECT_FALSE(password_matches(hash, "Password"));
    EXPECT_FALSE(password_needs_rehash(hash));
}

TEST(Password, hashed_more_cheaply_is_to_be_hashed_again) {
    EXPECT_TRUE(password_needs_rehash(
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"));
    EXPECT_TRUE(password_needs_rehash("nonsense"));
}

TEST(Password, queue_fills_and_empties_again) {
    EXPECT_FALSE(password_queue_is_full());
    std::atomic<int> at_work = 30;
    std::vector<std::thread> crowd;
    for (int i = 0; i < 30; ++i) {
        crowd.emplace_back([&] {
            password_hash("iedereen tegelijk");
            --at_work;
        });
    }
    bool was_full = false;
    while (!was_full && at_work > 0) was_full = password_queue_is_full();
    for (std::thread& one : crowd) one.join();
    EXPECT_TRUE(was_full);
    EXPECT_FALSE(password_queue_is_full());
}

}  // namespace
}  // namespace kring
