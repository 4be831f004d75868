// SPDX-License-Identifier: EUPL-1.2
// Every quirk of Boavizta's file, each in a small file of its own, and the two languages of the whole file.
#include <gtest/gtest.h>

#include "tests/engine/catalogue/shared_data.hpp"
#include "tests/engine/catalogue/tables.hpp"

namespace kring::catalogue {
namespace {

using Told = std::vector<std::string>;

PcfRow only_row(const std::string& bytes) {
    const PcfFile read = read_boavizta(bytes);
    EXPECT_EQ(read.rows.size(), 1U);
    return read.rows.empty() ? PcfRow{} : read.rows.front();
}

Told told_of(const CellsOf& cells) { return codes(read_boavizta(file({cells})).oddities); }

TEST(Boavizta, reads_a_row_without_anything_odd) {
    const PcfFile read = read_boavizta(file({{}}));
    EXPECT_EQ(codes(read.oddities), Told{});
    ASSERT_EQ(read.rows.size(), 1U);
    const PcfRow& one = read.rows.front();
    EXPECT_EQ(one.line, 2);
    EXPECT_EQ(one.maker, "Maker");
    EXPECT_EQ(one.device, DeviceClass::laptop);
    EXPECT_EQ(one.total_kg, 300.0);
    EXPECT_EQ(one.tec_kwh, 20.5);
    EXPECT_EQ(one.life_years, 4.0);
    EXPECT_EQ(one.reported, (Date{2020, 11, 0}));
    EXPECT_EQ(one.added, (Date{2022, 4, 7}));
}

TEST(Boavizta, takes_embodied_and_never_the_use_phase_of_the_sheet) {
    const PcfRow one = only_row(file({{}}));
    EXPECT_DOUBLE_EQ(embodied_kg(one).value(), 300 * 0.85);
    EXPECT_DOUBLE_EQ(implied_use_factor(one).value(), 300 * 0.15 / (20.5 * 4));
}

TEST(Boavizta, reads_french_spelling_the_same) {
    const PcfFile read = read_boavizta(french_file({{}}));
    EXPECT_EQ(read.dialect, Dialect::fr);
    EXPECT_EQ(codes(read.oddities), Told{});
    EXPECT_EQ(read.rows, read_boavizta(file({{}})).rows);
}

TEST(Boavizta, puts_the_points_back_that_french_spelling_took_from_texts) {
    const PcfFile read = read_boavizta(french_file({{{"name", "Book (1,1GHz) 13,5-inch 1,92 TB"},
                                                     {"hard_drive", "SSD 1,5TB"},
                                                     {"sources", "https://a.example/21,5-inch_v2,2.pdf"},
                                                     {"comment", "of 12,9 inch"}}}));
    const PcfRow& one = read.rows.at(0);
    EXPECT_EQ(one.product, "Book (1.1GHz) 13.5-inch 1.92 TB");
    EXPECT_EQ(one.disks, "SSD 1.5TB");
    EXPECT_EQ(one.source, "https://a.example/21.5-inch_v2.2.pdf");
    EXPECT_EQ(one.comment, "of 12.9 inch");
    EXPECT_EQ(codes(read.oddities), (Told{"text_repaired:name", "text_repaired:comment",
                                          "text_repaired:sources", "text_repaired:hard_drive"}));
    EXPECT_EQ(read.oddities[0].value, "Book (1,1GHz) 13,5-inch 1,92 TB");
    EXPECT_EQ(read.oddities[0].other, "Book (1.1GHz) 13.5-inch 1.92 TB");
}

TEST(Boavizta, leaves_a_comma_that_may_be_a_thousand_and_says_so) {
    const PcfFile read = read_boavizta(french_file({{{"name", "Printer of 1,200 pages"}}}));
    EXPECT_EQ(read.rows.at(0).product, "Printer of 1,200 pages");
    EXPECT_EQ(codes(read.oddities), Told{"text_in_doubt:name"});
}

TEST(Boavizta, puts_no_break_spaces_right_and_keeps_other_unusual_characters) {
    const PcfFile read = read_boavizta(file({{{"name",
                                               "Pixel\xC2\xA0"
                                               "5"}},
                                             {{"name", "Fortis 14\xE2\x80\x9D G10"}},
                                             {{"name", "Alcantara\xC2\xAE palm rest"}}}));
    EXPECT_EQ(read.rows.at(0).product, "Pixel 5");
    EXPECT_EQ(read.rows.at(1).product, "Fortis 14\xE2\x80\x9D G10");
    const Told told = codes(read.oddities);
    EXPECT_EQ(told, (Told{"blank_repaired:name", "unusual_character:name", "shared_sheet:sources",
                          "unusual_character:name", "shared_sheet:sources"}));
    EXPECT_EQ(read.oddities[1].value, "\xE2\x80\x9D");
}

TEST(Boavizta, knows_nothing_of_an_empty_cell) {
    const PcfFile read = read_boavizta(file({{{"yearly_tec", ""},
                                              {"gwp_use_ratio", ""},
                                              {"lifetime", ""},
                                              {"weight", ""},
                                              {"report_date", ""},
                                              {"use_location", ""},
                                              {"gwp_error_ratio", ""}}}));
    const PcfRow& one = read.rows.at(0);
    EXPECT_FALSE(one.tec_kwh || one.use_share || one.life_years || one.weight_kg || one.reported ||
                 one.error_ratio || embodied_kg(one) || implied_use_factor(one));
    EXPECT_EQ(codes(read.oddities), Told{"embodied_unknown"});
}

TEST(Boavizta, takes_an_error_ratio_of_zero_for_not_given_and_flags_one_above_one) {
    EXPECT_FALSE(only_row(file({{{"gwp_error_ratio", "0.0000"}}})).error_ratio);
    EXPECT_EQ(told_of({{"gwp_error_ratio", "0.0000"}}), Told{"zero_is_unknown:gwp_error_ratio"});
    EXPECT_EQ(only_row(file({{{"gwp_error_ratio", "3.2796"}}})).error_ratio, 3.2796);
    EXPECT_EQ(told_of({{"gwp_error_ratio", "3.2796"}}), Told{"error_ratio_above_one:gwp_error_ratio"});
}

TEST(Boavizta, flags_shares_that_do_not_add_up) {
    EXPECT_EQ(told_of({{"gwp_manufacturing_ratio", "0.85"}}), Told{});
    EXPECT_EQ(told_of({{"gwp_manufacturing_ratio", "0.82"}}), Told{});  // 0.97, just within
    const PcfFile read = read_boavizta(file({{{"gwp_manufacturing_ratio", "0.7"}}}));
    EXPECT_EQ(only(read.oddities, Code::shares_do_not_add_up).value, "0.85");
    EXPECT_EQ(embodied_kg(read.rows.at(0)), 300 * 0.85);
}

TEST(Boavizta, refuses_a_share_above_one_as_a_typing_error) {
    const PcfFile read = read_boavizta(file({{{"name", "OptiPlex 7070 Ultra"}, {"gwp_use_ratio", "7.760"}}}));
    const Oddity odd = only(read.oddities, Code::share_above_one);
    EXPECT_EQ(odd.line, 2);
    EXPECT_EQ(odd.column, "gwp_use_ratio");
    EXPECT_EQ(odd.value, "7.760");
    EXPECT_FALSE(read.rows.at(0).use_share);
    EXPECT_FALSE(embodied_kg(read.rows.at(0)));
}

TEST(Boavizta, flags_a_use_phase_on_an_unlikely_grid) {
    EXPECT_EQ(
        only(read_boavizta(file({{{"gwp_use_ratio", "0.8"}}})).oddities, Code::implied_factor_outside).value,
        "2.92683");
    EXPECT_EQ(told_of({{"gwp_use_ratio", "0.02"}}), Told{"implied_factor_outside"});
}

TEST(Boavizta, never_takes_the_week_of_a_printer_for_a_year) {
    const PcfFile read = read_boavizta(file({{{"subcategory", "Printer"},
                                              {"yearly_tec", "16.12"},
                                              {"gwp_total", "5750"},
                                              {"gwp_use_ratio", "0.9774"},
                                              {"server_type", "Laser Couleur"},
                                              {"hard_drive", "26ppm"},
                                              {"screen_size", ""}}}));
    const PcfRow& one = read.rows.at(0);
    EXPECT_FALSE(one.tec_kwh);
    EXPECT_EQ(one.weekly_kwh, 16.12);
    EXPECT_EQ(one.pages_per_minute, 26);
    EXPECT_EQ(one.disks, "");
    EXPECT_EQ(codes(read.oddities), (Told{"weekly_tec:yearly_tec", "field_of_other_meaning:server_type",
                                          "field_of_other_meaning:hard_drive", "implied_factor_outside"}));
}

TEST(Boavizta, reads_what_disks_put_in_the_columns_of_servers) {
    const PcfFile read = read_boavizta(file(
        {{{"subcategory", "Hard drive"}, {"server_type", "3.5in"}, {"hard_drive", "14TB HDD"}},
         {{"subcategory", "Hard drive"}, {"server_type", "1.9TB SSD"}, {"sources", "https://b.example"}}}));
    EXPECT_EQ(read.rows.at(0).form, "3.5in");
    EXPECT_EQ(read.rows.at(0).disks, "14TB HDD");
    EXPECT_EQ(read.rows.at(1).form, "");
    EXPECT_EQ(read.rows.at(1).disks, "1.9TB SSD");
    EXPECT_EQ(codes(read.oddities), (Told{"field_of_other_meaning:server_type",
                                          "field_of_other_meaning:server_type", "repeated_product:name"}));
}

TEST(Boavizta, reads_a_life_with_and_without_point) {
    EXPECT_EQ(only_row(file({{{"lifetime", "4"}}})), only_row(file({{{"lifetime", "4.0"}}})));
    EXPECT_EQ(only_row(file({{{"lifetime", "3.5"}}})).life_years, 3.5);
}

TEST(Boavizta, gives_a_region_one_name) {
    const auto place = [](const char* found) {
        return only_row(file({{{"use_location", found}}})).use_location;
    };
    EXPECT_EQ(place("Worldwide"), "WW");
    EXPECT_EQ(place("WW"), "WW");
    EXPECT_EQ(place("North America"), "US");
    EXPECT_EQ(place("Asia"), "Asia");
    EXPECT_EQ(only_row(file({{{"assembly_location", "China"}}})).assembly_location, "CN");
    EXPECT_EQ(only_row(file({{{"assembly_location", "default"}}})).assembly_location, "");
    EXPECT_EQ(told_of({{"use_location", "Worldwide"}}), Told{"location_unified:use_location"});
    EXPECT_EQ(told_of({{"use_location", "WW"}}), Told{});
}

TEST(Boavizta, reads_dates_in_every_spelling) {
    const auto day = [](const char* found) { return only_row(file({{{"report_date", found}}})).reported; };
    for (const char* found :
         {"June 6 2022", "2022-6-6", "2022-06-06", "06/06/2022", "06-06-2022", "6 June 2022", "Jun 6 2022"})
        EXPECT_EQ(day(found), (Date{2022, 6, 6})) << found;
    EXPECT_EQ(day("26/07/2019"), (Date{2019, 7, 26}));
    for (const char* found : {"Feb 2021", "February 2021", "2021-02", "2021-2", "02/2021"})
        EXPECT_EQ(day(found), (Date{2021, 2, 0})) << found;
    EXPECT_EQ(day("2013"), (Date{2013, 0, 0}));
    for (const char* found :
         {"soon", "2021-13-01", "31 February 2021", "20211", "07/26/2019", "2021-00", "May", "1850"}) {
        EXPECT_FALSE(day(found)) << found;
        EXPECT_EQ(told_of({{"report_date", found}}), Told{"unreadable_date:report_date"}) << found;
    }
}

TEST(Boavizta, flags_products_and_sheets_that_stand_there_twice_and_keeps_them) {
    const std::string hash(32, 'a');
    const PcfFile read = read_boavizta(file({{{"name", "A"}, {"sources_hash", hash}},
                                             {{"name", "B"}, {"sources_hash", hash}},
                                             {{"name", "a"}, {"sources_hash", std::string(32, 'b')}}}));
    EXPECT_EQ(read.rows.size(), 3U);
    EXPECT_EQ(only(read.oddities, Code::shared_sheet).line, 3);
    EXPECT_EQ(only(read.oddities, Code::shared_sheet).other, "2");
    EXPECT_EQ(only(read.oddities, Code::repeated_product).line, 4);
    EXPECT_EQ(only(read.oddities, Code::repeated_product).other, "2");
}

TEST(Boavizta, takes_a_screen_of_zero_for_unknown) {
    EXPECT_FALSE(only_row(file({{{"screen_size", "0"}}})).screen_inch);
    EXPECT_EQ(told_of({{"screen_size", "0"}}), Told{"zero_is_unknown:screen_size"});
}

TEST(Boavizta, flags_a_storage_cabinet_of_190_tonnes) {
    EXPECT_EQ(told_of({{"subcategory", "SAN/NAS"}, {"gwp_total", "190000"}, {"yearly_tec", ""}}),
              Told{"extreme_total:gwp_total"});
}

TEST(Boavizta, gives_a_kind_of_device_one_spelling) {
    const PcfFile read = read_boavizta(file({{{"subcategory", "Thin client"}}}));
    EXPECT_EQ(read.rows.at(0).subcategory, "Thin Client");
    EXPECT_EQ(read.rows.at(0).device, DeviceClass::thin_client);
    EXPECT_EQ(codes(read.oddities), Told{"subcategory_unified"
                                         ":subcategory"});
    EXPECT_EQ(only_row(file({{{"subcategory", "EntertainmentT"}}})).device, DeviceClass::entertainment);
    EXPECT_EQ(only_row(file({{{"subcategory", "Toaster"}}})).device, DeviceClass::other);
    EXPECT_EQ(told_of({{"subcategory", "Toaster"}}), Told{"class_unknown:subcategory"});
}

// ---------------------------------------------------------------- the whole file

constexpr const char* us_name = "boavizta/boavizta-data-us.csv";
constexpr const char* fr_name = "boavizta/boavizta-data-fr.csv";

TEST(BoaviztaFile, gives_the_same_table_in_both_languages) {
    NEEDS_SHARED(us_name);
    const PcfFile us = read_boavizta(shared_bytes(us_name));
    const PcfFile fr = read_boavizta(shared_bytes(fr_name));
    EXPECT_EQ(us.dialect, Dialect::us);
    EXPECT_EQ(fr.dialect, Dialect::fr);
    ASSERT_EQ(us.rows.size(), 981U);
    ASSERT_EQ(fr.rows.size(), 981U);
    EXPECT_EQ(us.rows_refused + fr.rows_refused, 0);
    for (std::size_t at = 0; at < us.rows.size(); ++at)
        EXPECT_EQ(us.rows[at], fr.rows[at]) << "line " << at + 2;
}

TEST(BoaviztaFile, has_the_oddities_that_were_counted_by_other_means) {
    NEEDS_SHARED(us_name);
    const auto count = [](const PcfFile& read, Code code, std::string_view column) {
        return std::count_if(read.oddities.begin(), read.oddities.end(), [&](const Oddity& odd) {
            return odd.code == code && (column.empty() || odd.column == column);
        });
    };
    const PcfFile us = read_boavizta(shared_bytes(us_name));
    const PcfFile fr = read_boavizta(shared_bytes(fr_name));
    EXPECT_EQ(count(fr, Code::text_repaired, "name"), 37);
    EXPECT_EQ(count(fr, Code::text_repaired, "hard_drive"), 37);
    EXPECT_EQ(count(fr, Code::text_repaired, "server_type"), 7);
    EXPECT_EQ(count(fr, Code::text_repaired, "sources"), 3);
    EXPECT_EQ(count(fr, Code::text_repaired, "comment"), 1);
    EXPECT_EQ(count(fr, Code::text_in_doubt, ""), 0);
    EXPECT_EQ(count(us, Code::text_repaired, ""), 0);
    EXPECT_EQ(count(us, Code::unreadable_date, ""), 0);
    EXPECT_EQ(count(us, Code::class_unknown, ""), 0);
    EXPECT_EQ(count(us, Code::blank_repaired, "name"), 1);
    EXPECT_EQ(count(us, Code::unusual_character, "name"), 4);
    EXPECT_EQ(count(us, Code::zero_is_unknown, "screen_size"), 51);
    EXPECT_EQ(count(us, Code::location_unified, "use_location"), 86);
    EXPECT_EQ(count(us, Code::location_unified, "assembly_location"), 288);
    EXPECT_EQ(count(us, Code::subcategory_unified, ""), 5);
    EXPECT_EQ(count(us, Code::extreme_total, ""), 1);
    EXPECT_EQ(count(us, Code::weekly_tec, ""), 5);
    EXPECT_EQ(count(us, Code::embodied_unknown, ""), 55);
    // Of the same bytes, by a program in another language.
    EXPECT_EQ(count(us, Code::zero_is_unknown, "gwp_error_ratio"), 47);
    EXPECT_EQ(count(us, Code::error_ratio_above_one, ""), 18);
    EXPECT_EQ(count(us, Code::shares_do_not_add_up, ""), 250);
    EXPECT_EQ(count(us, Code::implied_factor_outside, ""), 55);
    EXPECT_EQ(count(us, Code::repeated_product, ""), 3);
    EXPECT_EQ(count(us, Code::shared_sheet, ""), 36);
}

}  // namespace
}  // namespace kring::catalogue
