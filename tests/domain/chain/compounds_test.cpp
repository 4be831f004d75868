// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/compounds.hpp"

#include <gtest/gtest.h>

#include "domain/chain/words.hpp"

namespace kring::chain {
namespace {

using Parts = std::vector<std::string>;

Parts parts(std::string_view word) { return parts_of(word, stem(word, "nl")); }

TEST(Compound, comes_apart_at_a_listed_word) {
    EXPECT_EQ(parts("levensduurverlenging"), (Parts{"levensduur", "verlenging"}));
    EXPECT_EQ(parts("werkplekhardware"), (Parts{"werkplek", "hardware"}));
    EXPECT_EQ(parts("marktconsultaties"), (Parts{"markt", "consultaties"}));
}

TEST(Compound, loses_the_letters_that_join_it) {
    EXPECT_EQ(parts("aanbestedingswet"), (Parts{"aanbesteding", "wet"}));
    EXPECT_EQ(parts("kwaliteitseisen"), (Parts{"kwaliteit", "eisen"}));
    EXPECT_EQ(parts("gunningscriteria"), (Parts{"gunning", "criteria"}));
}

TEST(Compound, comes_apart_again_in_its_parts) {
    EXPECT_EQ(parts("inkoopvoorwaardenlijst"),
              (Parts{"inkoopvoorwaarden", "lijst", "inkoop", "voorwaarden"}));
}

TEST(Compound, may_have_one_part_that_is_not_listed) {
    EXPECT_EQ(parts("beatrixgebouw"), (Parts{"beatrix", "gebouw"}));
    EXPECT_EQ(parts("productpagina"), (Parts{"product", "pagina"}));
}

TEST(Compound, is_not_seen_in_a_word_with_a_prefix_or_an_ending) {
    for (const auto word :
         {"begeleiding", "samenwerking", "overeenkomst", "bijvoorbeeld", "verdienst", "verantwoording",
          "beoordelen", "maatschappelijk", "partnerschap", "ondersteuning"}) {
        EXPECT_EQ(parts(word), Parts{}) << word;
    }
}

TEST(Compound, is_not_seen_in_short_listed_or_foreign_words) {
    for (const auto word : {"laptop", "levensduur", "levensduren", "iwr2021boek", "москва"})
        EXPECT_EQ(parts(word), Parts{}) << word;
}

}  // namespace
}  // namespace kring::chain
