// SPDX-License-Identifier: EUPL-1.2
#include "domain/tender/amount.hpp"

#include <gtest/gtest.h>

namespace kring::tender {
namespace {

using html::Language;
using Amount = std::optional<std::int64_t>;

TEST(Amount, is_read_as_each_language_writes_it) {
    EXPECT_EQ(read_amount("1250,50", 2, Language::nl), Amount(125050));
    EXPECT_EQ(read_amount("1.250,50", 2, Language::nl), Amount(125050));
    EXPECT_EQ(read_amount("80.000", 2, Language::nl), Amount(8000000));
    EXPECT_EQ(read_amount("80,000", 2, Language::en), Amount(8000000));
    EXPECT_EQ(read_amount("1,250.5", 2, Language::en), Amount(125050));
    EXPECT_EQ(read_amount("0.5", 3, Language::nl), Amount(500));
    EXPECT_EQ(read_amount("0,116", 3, Language::nl), Amount(116));
    EXPECT_EQ(read_amount("0.116", 3, Language::nl), Amount(116));
    EXPECT_EQ(read_amount("€ 1.000.000", 2, Language::nl), Amount(100000000));
    EXPECT_EQ(read_amount("-5 %", 3, Language::nl), Amount(-5000));
    EXPECT_EQ(read_amount("12", 0, Language::nl), Amount(12));
}

TEST(Amount, refuses_what_is_no_number_or_would_be_rounded) {
    for (const char* const typed :
         {"", "veel", "1,2,3", "1.2.3", "--5", "1e6", ",5", "12.34.567", "10000000000000"})
        EXPECT_EQ(read_amount(typed, 2, Language::nl), std::nullopt) << typed;
    EXPECT_EQ(read_amount("0,125", 2, Language::nl), std::nullopt);
    EXPECT_EQ(read_amount("0,120", 2, Language::nl), Amount(12));
    EXPECT_EQ(read_amount("1,5", 0, Language::nl), std::nullopt);
}

TEST(Amount, comes_back_from_its_field_as_it_was) {
    for (const std::int64_t amount : {0L, 1L, 12L, 500L, 116L, 100000L, 8000000L, -5000L, 123456789L, -1L}) {
        for (const Language language : html::languages) {
            const std::string field = amount_in_field(amount, 3, language);
            EXPECT_EQ(read_amount(field, 3, language), Amount(amount)) << field;
        }
    }
}

TEST(Amount, is_shown_with_groups_and_no_more_decimals_than_it_has) {
    EXPECT_EQ(euros(8000000, Language::nl), "€ 80.000");
    EXPECT_EQ(euros(8000050, Language::nl), "€ 80.000,50");
    EXPECT_EQ(euros(123456789, Language::en), "€ 1,234,567.89");
    EXPECT_EQ(amount_in_words(60000, 3, 0, Language::nl), "60");
    EXPECT_EQ(amount_in_words(33333, 3, 0, Language::nl), "33,333");
    EXPECT_EQ(amount_in_words(130, 3, 2, Language::nl), "0,13");
}

}  // namespace
}  // namespace kring::tender
