// SPDX-License-Identifier: EUPL-1.2
#include "platform/html/memo.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <thread>
#include <vector>

namespace kring::html {
namespace {

struct Counted {
    int made = 0;
    std::string operator()(std::string_view text, int variant) {
        made += 1;
        return std::string(text) + "!" + std::to_string(variant);
    }
};

TEST(Memo, makes_the_same_text_once) {
    const auto memo = std::make_unique<Memo>();
    Counted make;
    for (int i = 0; i < 3; ++i) EXPECT_EQ(memo->get("laptop", 3, make), "laptop!3");
    EXPECT_EQ(make.made, 1);
    EXPECT_EQ(memo->get("laptop", 4, make), "laptop!4");
    EXPECT_EQ(memo->get("", 3, make), "!3");
    EXPECT_EQ(make.made, 3);
}

TEST(Memo, gives_each_of_many_texts_its_own) {
    const auto memo = std::make_unique<Memo>();
    Counted make;
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < 5000; ++i)
            EXPECT_EQ(memo->get(std::to_string(i), i % 3, make),
                      std::to_string(i) + "!" + std::to_string(i % 3));
    }
}

TEST(Memo, does_not_keep_what_is_long) {
    const auto memo = std::make_unique<Memo>();
    Counted make;
    const std::string fits(Memo::longest_bytes, 'a');
    for (int i = 0; i < 2; ++i) memo->get(fits, 1, make);
    EXPECT_EQ(make.made, 1);
    for (int i = 0; i < 2; ++i) memo->get(fits + "a", 1, make);
    EXPECT_EQ(make.made, 3);
}

TEST(Memo, may_be_asked_by_several_threads) {
    const auto memo = std::make_unique<Memo>();
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            Counted make;
            for (int i = 0; i < 3000; ++i)
                EXPECT_EQ(memo->get(std::to_string(i % 50), 1, make), std::to_string(i % 50) + "!1");
        });
    }
    for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace kring::html
