// SPDX-License-Identifier: EUPL-1.2
// Our own archetypes against the data that they were taken from, and the table of facts.
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "engine/catalogue/facts.hpp"
#include "tests/engine/catalogue/shared_data.hpp"

namespace kring::catalogue {

namespace {

constexpr const char* us_name = "boavizta/boavizta-data-us.csv";

/// The extract holds 981 of the 1 226 rows: medians within a twelfth, spreads within a tenth.
void expect_close(const std::optional<Spread>& built_in, const std::optional<Spread>& computed) {
    ASSERT_EQ(built_in.has_value(), computed.has_value());
    if (!built_in) return;
    EXPECT_NEAR(built_in->median / computed->median, 1, 0.085);
    EXPECT_GE(built_in->count, computed->count);
    EXPECT_LE(built_in->count, computed->count * 1.36 + 3);
    if (built_in->gsd && computed->count >= 20) EXPECT_NEAR(*built_in->gsd / computed->gsd.value(), 1, 0.1);
    if (built_in->low && computed->count >= 100) EXPECT_NEAR(*built_in->low / computed->low.value(), 1, 0.1);
}

TEST(Archetype, that_is_built_in_is_what_the_data_gives) {
    NEEDS_SHARED(us_name);
    const std::vector<Archetype> computed = archetypes_of(read_boavizta(shared_bytes(us_name)).rows);
    for (const Archetype& one : built_in_archetypes()) {
        SCOPED_TRACE(std::string(name(one.device)));
        const Archetype* same = find(computed, one.device);
        ASSERT_NE(same, nullptr);
        expect_close(one.embodied_kg, same->embodied_kg);
        expect_close(one.tec_kwh, same->tec_kwh);
        expect_close(one.mass_kg, same->mass_kg);
        expect_close(one.life_years, same->life_years);
        expect_close(one.error_ratio, same->error_ratio);
    }
}

TEST(Archetype, holds_its_median_within_its_range_and_a_spread_above_one) {
    EXPECT_GE(built_in_archetypes().size(), 7U);
    for (const Archetype& one : built_in_archetypes()) {
        SCOPED_TRACE(std::string(name(one.device)));
        ASSERT_TRUE(one.embodied_kg);
        for (const auto& spread : {one.embodied_kg, one.tec_kwh, one.mass_kg, one.life_years}) {
            if (!spread) continue;
            EXPECT_GT(spread->median, 0);
            EXPECT_GT(spread->count, 0);
            EXPECT_EQ(spread->low.has_value(), spread->high.has_value());
            if (spread->low) EXPECT_LE(*spread->low, spread->median);
            if (spread->high) EXPECT_GE(*spread->high, spread->median);
            if (spread->gsd) EXPECT_GT(*spread->gsd, 1);
            if (spread->count < 5) EXPECT_FALSE(spread->gsd);
        }
    }
    EXPECT_EQ(find(built_in_archetypes(), DeviceClass::gaming), nullptr);
}

TEST(Archetype, of_few_rows_has_no_spread_and_little_certainty) {
    PcfRow row;
    row.device = DeviceClass::tablet;
    row.total_kg = 100;
    row.use_share = 0.25;
    const std::vector<Archetype> made = archetypes_of({row, row});
    ASSERT_EQ(made.size(), 1U);
    EXPECT_EQ(made[0].embodied_kg->median, 75);
    EXPECT_EQ(made[0].embodied_kg->count, 2);
    EXPECT_FALSE(made[0].embodied_kg->gsd);
    EXPECT_FALSE(made[0].tec_kwh);
    EXPECT_EQ(made[0].certainty, Certainty::low);
}

TEST(Fact, has_a_name_of_its_own_a_unit_and_a_source) {
    std::set<std::string_view> ids;
    for (const Fact& fact : facts()) {
        EXPECT_TRUE(ids.insert(fact.id).second) << fact.id;
        EXPECT_FALSE(fact.unit.empty() || fact.source.empty()) << fact.id;
        EXPECT_LE(fact.low.value_or(fact.value), fact.value) << fact.id;
        EXPECT_GE(fact.high.value_or(fact.value), fact.value) << fact.id;
        EXPECT_EQ(find_fact(fact.id), &fact);
    }
    EXPECT_EQ(find_fact("nothing"), nullptr);
}

TEST(Fact, that_no_source_confirms_is_marked_so) {
    for (const char* id : {"co2_price_mki_a1", "co2_price_mki_a2", "co2_price_handbook",
                           "grid_netherlands_grey", "remanufactured_share_laptop", "cobalt_laptop_battery"}) {
        ASSERT_NE(find_fact(id), nullptr) << id;
        EXPECT_EQ(find_fact(id)->certainty, Certainty::unverified) << id;
    }
    EXPECT_TRUE(find_fact("remanufactured_share_laptop")->is_only_for_illustration);
}

}  // namespace
}  // namespace kring::catalogue
