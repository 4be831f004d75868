// SPDX-License-Identifier: EUPL-1.2
#include "domain/factor/lookup.hpp"

#include "domain/factor/acts.hpp"
#include "domain/factor/store.hpp"
#include "tests/domain/factor/files.hpp"
#include "tests/engine/catalogue/shared_data.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::factor {
namespace {

using fixtures::phrases_of;
using Words = std::vector<std::string>;

OwnDraft own_laptop(std::string value = "250") {
    OwnDraft draft;
    draft.name = "Laptop, gemeten";
    draft.quantity = "embodied";
    draft.device_class = "laptop";
    draft.value = std::move(value);
    draft.low = "200";
    draft.high = "400";
    draft.year = "2025";
    draft.source = "Eigen meting";
    return draft;
}

OwnDraft own_grid() {
    OwnDraft draft;
    draft.name = "Stroom, co2emissiefactoren.nl";
    draft.quantity = "intensity";
    draft.area = "NLD";
    draft.value = "0,268";
    draft.year = "2025";
    draft.source = "co2emissiefactoren.nl";
    return draft;
}

class FactorLookup : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), {}};

    void import(const std::vector<File>& files) {
        const auto readings = read_files(files);
        ASSERT_TRUE(readings) << readings.problems().front().phrase;
        ASSERT_TRUE(desk.act("beheer", [&](const Act& act) { return take(act, *readings); }));
    }
    OwnPlace add(const OwnDraft& draft) {
        const auto place = desk.act("beheer", [&](const Act& act) { return add_own(act, draft); });
        if (!place) throw std::logic_error(place.problems().front().phrase);
        return *place;
    }
    template <class F>
    auto now(F&& f) {
        return desk.read([&](db::Connection& in) { return f(in, current(in)); });
    }
};
KRING_ON_BOTH_ENGINES(FactorLookup);

TEST_P(FactorLookup, works_without_any_import) {
    EXPECT_EQ(now([](db::Connection&, const Versions& versions) { return to_text(versions); }),
              "kring-archetypes@1 kring-facts@1 kring-grid@1");
    const auto laptop = now(
        [](db::Connection& in, const Versions& versions) { return device_class(in, versions, "laptop"); });
    ASSERT_TRUE(laptop && laptop->embodied && laptop->energy);
    EXPECT_EQ(laptop->embodied->from.licence, Licence::odbl);
    EXPECT_GT(laptop->embodied->spread, 1.2);
    const GridFigure grid_figure =
        now([](db::Connection& in, const Versions& v) { return default_grid(in, v); });
    EXPECT_DOUBLE_EQ(grid_figure.figure.value, 0.2527);
    EXPECT_DOUBLE_EQ(grid_figure.figure.low, 0.251);
    EXPECT_DOUBLE_EQ(grid_figure.figure.high, 0.374);
    EXPECT_EQ(grid_figure.figure.from.year, "2024");
    const auto prices = now([](db::Connection& in, const Versions& v) { return carbon_prices(in, v); });
    ASSERT_FALSE(prices.empty());
    for (const Figure& price : prices) EXPECT_EQ(price.from.certainty, Certainty::unverified) << price.id;
    EXPECT_FALSE(now([](db::Connection& in, const Versions& v) {
        return predict(in, v, {"laptop", "Lenovo", "", 14, 1.5, 2022, 0});
    }));
}

TEST_P(FactorLookup, puts_an_own_figure_before_the_built_in_one) {
    const OwnPlace place = add(own_laptop());
    EXPECT_EQ(place.set + " " + place.key, "own embodied-laptop");
    const auto laptop =
        now([](db::Connection& in, const Versions& v) { return device_class(in, v, "laptop"); });
    EXPECT_EQ(laptop->embodied->id, "own@1/embodied-laptop/embodied");
    EXPECT_DOUBLE_EQ(laptop->embodied->low, 200);
    EXPECT_EQ(laptop->embodied->from.entered_by, "beheer");
    EXPECT_TRUE(laptop->energy->from.set.starts_with("kring-"));
    add(own_grid());
    EXPECT_DOUBLE_EQ(
        now([](db::Connection& in, const Versions& v) { return default_grid(in, v); }).figure.value, 0.268);
}

TEST_P(FactorLookup, finds_the_same_figures_again_in_an_older_version) {
    const OwnPlace place = add(own_laptop("250"));
    import({boavizta_file({{"X1"}}), ember_file("252.7")});
    const Versions then = now([](db::Connection&, const Versions& versions) { return versions; });
    const auto all = [&](const Versions& versions) {
        return desk.read([&](db::Connection& in) {
            Words told;
            for (const DeviceFigures& one : device_classes(in, versions))
                told.push_back(one.embodied ? one.embodied->id + number_text(one.embodied->value) : "");
            for (const DeviceFigures& one : find_devices(in, versions, "", ""))
                told.push_back(one.row + number_text(one.embodied->value));
            for (const GridFigure& one : grid(in, versions))
                told.push_back(one.figure.id + number_text(one.figure.value));
            return told;
        });
    };
    const Words before = all(then);
    ASSERT_TRUE(desk.act(
        "beheer", [&](const Act& act) { return correct_own(act, place.set, place.key, own_laptop("260")); }));
    import({boavizta_file({{"X1", "Lenovo", "400", "9"}, {"X9"}}), ember_file("240")});
    EXPECT_EQ(all(then), before);
    const Words after = all(now([](db::Connection&, const Versions& versions) { return versions; }));
    EXPECT_NE(after, before);
    const auto old =
        desk.read([](db::Connection& in) { return figure(in, "boavizta@1/lenovo-x1/embodied"); });
    ASSERT_TRUE(old);
    EXPECT_DOUBLE_EQ(old->value, 240);
    EXPECT_EQ(
        desk.read([](db::Connection& in) { return figure(in, "boavizta@2/lenovo-x1/embodied"); })->value,
        320);
    EXPECT_FALSE(desk.read([](db::Connection& in) { return figure(in, "boavizta@3/lenovo-x1/embodied"); }));
    EXPECT_FALSE(desk.read([](db::Connection& in) { return figure(in, "boavizta@1/lenovo-x9/embodied"); }));
}

TEST_P(FactorLookup, finds_devices_by_words_and_class) {
    import({boavizta_file({{"ThinkPad X1 50% off_"},
                           {"ThinkCentre M70", "Lenovo", "300", "20", "Desktop"},
                           {"Latitude 7420", "Dell"}})});
    const auto found = [&](std::string_view of_class, std::string_view asked, int most = 50) {
        return now([&](db::Connection& in, const Versions& v) {
            Words names;
            for (const DeviceFigures& one : find_devices(in, v, of_class, asked, most))
                names.push_back(one.name);
            return names;
        });
    };
    EXPECT_EQ(found("", "LENOVO think").size(), 2U);
    EXPECT_EQ(found("laptop", "think"), Words{"ThinkPad X1 50% off_"});
    EXPECT_EQ(found("", "7420 dell"), Words{"Latitude 7420"});
    EXPECT_EQ(found("", "0%"), Words{"ThinkPad X1 50% off_"}) << "a sign stands for itself";
    EXPECT_EQ(found("", "f_").size(), 1U);
    EXPECT_EQ(found("", "' or 1=1 --"), Words{});
    EXPECT_EQ(found("", "", 2).size(), 2U);
    const auto again =
        desk.read([](db::Connection& in) { return device(in, "boavizta@1/dell-latitude-7420"); });
    ASSERT_TRUE(again);
    EXPECT_EQ(again->maker, "Dell");
    for (const char* wrong : {"", "boavizta@1", "boavizta@9/dell-latitude-7420", "x/y"})
        EXPECT_FALSE(desk.read([&](db::Connection& in) { return device(in, wrong); })) << wrong;
}

TEST_P(FactorLookup, tells_electricity_by_area_year_and_method) {
    import({ember_file(), yearly_file(2024, 251), yearly_file(2025, 253)});
    const auto all = now([](db::Connection& in, const Versions& v) { return grid(in, v, "NL"); });
    Words told;
    for (const GridFigure& one : all)
        told.push_back(one.area + " " + one.figure.from.year + " " + one.method + " " + one.figure.from.set);
    EXPECT_EQ(told, (Words{"NL 2025 consumption_average electricity-maps",
                           "NL 2024 consumption_average electricity-maps",
                           "NLD 2024 generation_average ember", "NLD 2024 generation_average kring-grid"}));
    const GridFigure first = now([](db::Connection& in, const Versions& v) { return default_grid(in, v); });
    EXPECT_EQ(first.figure.id, "ember@1/nld/intensity");
    EXPECT_DOUBLE_EQ(first.figure.high, 0.374);
}

TEST_P(FactorLookup, gives_a_notice_for_each_set_that_was_used) {
    import({boavizta_file({{"X1"}}), ember_file()});
    const auto used = now([](db::Connection& in, const Versions& v) {
        std::vector<Provenance> from;
        for (const DeviceFigures& one : find_devices(in, v, "", "")) from.push_back(one.embodied->from);
        from.push_back(default_grid(in, v).figure.from);
        for (const Figure& one : carbon_prices(in, v)) from.push_back(one.from);
        return notices(in, from);
    });
    ASSERT_EQ(used.size(), 2U) << "facts ask for none";
    EXPECT_EQ(used[0].set, "boavizta");
    EXPECT_EQ(word(used[0].licence), "ODbL-1.0");
    EXPECT_EQ(word(used[1].licence), "CC-BY-SA-4.0");
    EXPECT_NE(used[0].text.find("Open Database License"), std::string::npos);
}

TEST_P(FactorLookup, predicts_a_device_that_no_sheet_tells_about) {
    NEEDS_SHARED("boavizta/boavizta-data-us.csv");
    import({{"boavizta-data-us.csv", catalogue::shared_bytes("boavizta/boavizta-data-us.csv")}});
    const auto ask = [&] {
        return now([](db::Connection& in, const Versions& v) {
            return predict(in, v, {"laptop", "Dell", "", 14, 1.5, 2022, 256});
        });
    };
    const auto one = ask();
    ASSERT_TRUE(one && one->embodied);
    EXPECT_LT(one->embodied->low, one->embodied->value);
    EXPECT_LT(one->embodied->value, one->embodied->high);
    EXPECT_GT(one->embodied->count, 100);
    EXPECT_EQ(word(one->embodied->from.certainty), "low");
    EXPECT_EQ(ask()->embodied->value, one->embodied->value);
}

class OwnFiguresKept : public FactorLookup {};
KRING_ON_BOTH_ENGINES(OwnFiguresKept);

TEST_P(OwnFiguresKept, are_of_administrators_alone) {
    for (const char* who : {"anna", "femke", ""}) {
        EXPECT_EQ(phrases_of(desk.act(who, [](const Act& act) { return add_own(act, own_laptop()); })),
                  Words{"factor.problem.not_yours"});
        EXPECT_EQ(phrases_of(desk.act(
                      who, [](const Act& act) { return withdraw_own(act, "own", "embodied-laptop"); })),
                  Words{"factor.problem.not_yours"});
    }
}

TEST_P(OwnFiguresKept, make_a_version_for_each_correction_and_none_for_nothing) {
    const OwnPlace place = add(own_laptop());
    EXPECT_EQ(
        phrases_of(desk.act("beheer", [](const Act& act) { return add_own(act, own_laptop("9")); })).front(),
        "factor.problem.low_above");
    EXPECT_EQ(phrases_of(desk.act("beheer", [](const Act& act) { return add_own(act, own_laptop("300")); })),
              Words{"factor.problem.there_already"});
    const auto correct = [&](const OwnDraft& draft) {
        return phrases_of(desk.act(
            "beheer", [&](const Act& act) { return correct_own(act, place.set, place.key, draft); }));
    };
    const auto numbers = [&] {
        return desk.read([](db::Connection& in) { return versions(in, "own").size(); });
    };
    EXPECT_EQ(correct(own_laptop()), Words{});
    EXPECT_EQ(numbers(), 1U) << "it said the same";
    EXPECT_EQ(correct(own_laptop("260")), Words{});
    EXPECT_EQ(numbers(), 2U);
    EXPECT_EQ(
        phrases_of(desk.act(
            "beheer", [](const Act& act) { return correct_own(act, "own", "mass-laptop", own_laptop()); })),
        Words{"problem.not_found"});
    EXPECT_EQ(phrases_of(desk.act("beheer",
                                  [](const Act& act) {
                                      return correct_own(act, "kring-facts", "co2-price-handbook",
                                                         own_laptop());
                                  })),
              Words{"problem.not_found"});
}

TEST_P(OwnFiguresKept, move_to_another_set_when_their_licence_changes) {
    const OwnPlace place = add(own_laptop());
    OwnDraft odbl = own_laptop();
    odbl.licence = "ODbL-1.0";
    const auto moved =
        desk.act("beheer", [&](const Act& act) { return correct_own(act, place.set, place.key, odbl); });
    ASSERT_TRUE(moved);
    EXPECT_EQ(moved->set, "own-odbl");
    const auto figures = now([](db::Connection& in, const Versions& v) { return own_figures(in, v); });
    ASSERT_EQ(figures.size(), 1U) << "in one set, with one licence";
    EXPECT_EQ(figures[0].from.licence, Licence::odbl);
}

TEST_P(OwnFiguresKept, are_taken_out_of_the_next_version_only) {
    const OwnPlace place = add(own_laptop());
    ASSERT_TRUE(desk.act("beheer", [&](const Act& act) { return withdraw_own(act, place.set, place.key); }));
    EXPECT_TRUE(now([](db::Connection& in, const Versions& v) { return own_figures(in, v); }).empty());
    EXPECT_TRUE(desk.read([](db::Connection& in) { return figure(in, "own@1/embodied-laptop/embodied"); }));
    EXPECT_EQ(phrases_of(desk.act("beheer",
                                  [&](const Act& act) { return withdraw_own(act, place.set, place.key); })),
              Words{"problem.not_found"});
    add(own_laptop("270"));
    EXPECT_EQ(
        now([](db::Connection& in, const Versions& v) { return own_figures(in, v); }).front().from.version,
        3);
}

}  // namespace
}  // namespace kring::factor
