// SPDX-License-Identifier: EUPL-1.2
#include <random>
#include <set>

#include "tests/engine/inventory/lists.hpp"

namespace kring::inventory {
namespace {

using Lines = std::vector<std::string>;

TEST(Fleet, a_summed_list_in_each_language) {
    const std::string expected = "laptop Dell Latitude 5420 1250, monitor Dell P2419H 40";
    for (const char* text :
         {"Soort|Merk|Model|Aantal\nLaptop|Dell|Latitude 5420|1.250\nBeeldscherm|Dell|P2419H|40",
          "Category|Manufacturer|Model|Quantity\nLaptop|Dell|Latitude 5420|1,250\nMonitor|Dell|P2419H|40.0",
          "Gerätetyp|Hersteller|Modell|Anzahl\nNotebook|Dell|Latitude 5420|1 250\nBildschirm|Dell|P2419H|40 "
          "St.",
          "Type d'appareil|Marque|Modèle|Quantité\nOrdinateur portable|Dell|Latitude "
          "5420|1250\nÉcran|Dell|P2419H|40,0"}) {
        const Fleet fleet = fleet_of(text);
        EXPECT_EQ(said(fleet), expected) << text;
        EXPECT_EQ(fleet.counting, Counting::by_quantity);
        EXPECT_TRUE(fleet.remarks.empty()) << text;
    }
}

TEST(Fleet, a_list_with_one_device_a_row_is_counted) {
    std::string text = "Serienummer|Soort|Merk|Type|Status|Aanschafdatum\n";
    for (int i = 0; i < 2500; ++i) {
        const bool is_laptop = i % 5 < 3;
        text += "SN" + std::to_string(100000 + i) +
                (is_laptop ? "|Laptop|HP|EliteBook 840|" : "|Monitor|HP|E24 G4|") +
                (i % 10 == 0 ? "Afgevoerd" : "In gebruik") + "|1-3-" + std::to_string(2018 + i % 4) + "\n";
    }
    const Fleet fleet = fleet_of(text);
    EXPECT_EQ(fleet.counting, Counting::one_a_row);
    EXPECT_EQ(said(fleet), "laptop HP EliteBook 840 1250, monitor HP E24 G4 1000");
    EXPECT_EQ(fleet.groups[0].year_first, 2018);
    EXPECT_EQ(fleet.groups[0].year_last, 2021);
    EXPECT_EQ(fleet.rows_counted, 2250u);
    EXPECT_EQ(fleet.rows_aside, 250u);
    EXPECT_EQ(fleet.quantity(), 2250);
    EXPECT_EQ(fleet.quantity(Device::monitor), 1000);
}

TEST(Fleet, headings_are_found_below_a_title_and_columns_by_their_units) {
    const Fleet fleet = fleet_of(
        "Inventaris gemeente Voorbeeld||\nPeildatum 1-1-2026\n\n"
        "Nr|Soort apparaat|Aantal (stuks)|Gewicht (gram)|Scherm (inch)|Jaar van aanschaf\n"
        "1|Laptop|10|1.400|14|2021\n2|laptop|30|1600 g|15,6\"|2023\n3|Tablet|5|0,5 kg|25,4 cm|mrt 2020");
    EXPECT_EQ(said(fleet), "laptop 40, tablet 5");
    EXPECT_DOUBLE_EQ(*fleet.groups[0].weight_kg, (10 * 1.4 + 30 * 1.6) / 40);
    EXPECT_DOUBLE_EQ(*fleet.groups[0].screen_inch, (10 * 14 + 30 * 15.6) / 40);
    EXPECT_DOUBLE_EQ(*fleet.groups[1].screen_inch, 10);
    EXPECT_DOUBLE_EQ(*fleet.groups[1].weight_kg, 0.5);
    EXPECT_EQ(fleet.groups[1].year_first, 2020);
    EXPECT_EQ(fleet.groups[0].lines, (std::vector<std::size_t>{5, 6}));
    EXPECT_TRUE(fleet.remarks.empty());
}

TEST(Fleet, type_is_the_kind_or_the_model_by_what_stands_below) {
    EXPECT_EQ(said(fleet_of("Type|Aantal\nLaptop|3\nMonitor|4")), "laptop 3, monitor 4");
    EXPECT_EQ(said(fleet_of("Soort|Type|Aantal\nLaptop|X1|3\nLaptop|T14|4")), "laptop T14 4, laptop X1 3");
    EXPECT_EQ(said(fleet_of("Merk|Type|Aantal\nLenovo|ThinkPad X1|3\nDell|OptiPlex 7070|4")),
              "laptop Lenovo ThinkPad X1 3, desktop Dell OptiPlex 7070 4");
}

TEST(Fleet, a_list_without_headings_is_read_by_its_content) {
    EXPECT_EQ(said(fleet_of("Laptop|120|2021\nMonitor|80|2020\nTablet|3|2022")),
              "laptop 120, monitor 80, tablet 3");
    const cells::Table strange = table_of("aap|noot\nmies|wim");
    EXPECT_EQ(obstacles(strange, guess(strange), {}), std::vector<Obstacle>{Obstacle::no_headings});
}

TEST(Fleet, a_product_line_overrules_a_word_that_says_little) {
    EXPECT_EQ(said(fleet_of("Soort|Model|Aantal\nComputer|Latitude 5420|3\nComputer|X|2\nTelefoon|Yealink "
                            "T46|4\nHardware|iPad|1")),
              "laptop Latitude 5420 3, desktop X 2, tablet iPad 1, phone Yealink T46 4");
}

// Each kind of bad row, by its line and column, and counted nowhere.
TEST(Fleet, every_bad_row_is_told_by_line_column_and_reason) {
    const Fleet fleet = fleet_of(
        "Soort|Model|Aantal|Jaar|Gewicht kg|Status\n"
        "|||||in gebruik\n"                            // 2
        "Gadget|ZX|4\n"                                // 3
        "Laptop + dock en tv|x|4\n"                    // 4
        "Laptop|x\n"                                   // 5
        "Laptop|x|een paar\n"                          // 6
        "Laptop|x|ca. 10\n"                            // 7
        "Laptop|x|10-15\n"                             // 8
        "Laptop|x|12,5\n"                              // 9
        "Laptop|x|-3\n"                                // 10
        "Laptop|x|2000000\n"                           // 11
        "Bureaustoel|x|8\n"                            // 12
        "Laptop|x|0\n"                                 // 13
        "Totaal||99\n"                                 // 14
        "Soort|Model|Aantal|Jaar|Gewicht kg|Status\n"  // 15
        "Laptop|x|5|2021|1,4|Verkocht\n"               // 16
        "Laptop|x|5|2021|1,4|In gebruik|iets\n"        // 17
        "Laptop|x|7|'21|900|In gebruik\n"              // 18
        "Monitor en laptop|x|2\n"                      // 19
        "Laptop|y|1.2.3");                             // 20
    EXPECT_EQ(
        remarks_of(fleet),
        (Lines{"2 C quantity_missing", "3 A kind_unknown", "5 C quantity_missing", "6 C quantity_no_number",
               "7 C quantity_about", "8 C quantity_about", "9 C quantity_fraction", "10 C quantity_negative",
               "11 C quantity_too_big", "12 A not_ict", "13 C quantity_zero", "14 total", "15 heading_again",
               "16 F status_gone", "17 row_ragged", "18 D year_unread", "18 E weight_unread",
               "19 A kind_ambiguous", "20 C quantity_no_number"}));
    EXPECT_EQ(said(fleet), "laptop x 7, dock x 4");
    EXPECT_EQ(fleet.rows_counted, 2u);
    EXPECT_EQ(fleet.rows_unread, 12u);
    EXPECT_EQ(fleet.rows_aside, 5u);
    EXPECT_EQ(fleet.remarks[3].value, "een paar");
    EXPECT_EQ(fleet.remarks[3].heading, "Aantal");
    EXPECT_EQ(fleet.remarks[3].row, "Laptop | x | een paar");
}

TEST(Fleet, faults_and_merged_numbers_of_a_spreadsheet_are_told) {
    cells::Table table = table_of("Soort|Aantal\nLaptop|#N/A\nLaptop|12\nMonitor|12\n#REF!|3");
    table.sheet = "Blad1";
    table.rows[1].cells[1].kind = cells::Kind::fault;
    table.rows[3].cells[1].is_merged = true;
    table.rows[4].cells[0].kind = cells::Kind::fault;
    EXPECT_EQ(remarks_of(fleet_of(table)),
              (Lines{"2 B cell_fault", "4 B quantity_merged", "5 A cell_fault"}));
    cells::Table notes = table_of("Soort|Aantal\nLaptop|12|navragen");
    notes.sheet = "Blad1";
    EXPECT_TRUE(fleet_of(notes).remarks.empty()) << "beside a sheet people write notes";
}

TEST(Fleet, the_same_serial_number_counts_once_and_unknown_ones_do_not_clash) {
    const Fleet fleet = fleet_of(
        "Soort|Serienummer\nLaptop|AB-1234\nLaptop|ab1234\nLaptop|AB 1234\nLaptop|onbekend\nLaptop|onbekend");
    EXPECT_EQ(remarks_of(fleet), (Lines{"4 B serial_again"}));
    EXPECT_EQ(fleet.remarks[0].other_line, 2u);
    EXPECT_EQ(fleet.quantity(), 4);
}

TEST(Fleet, a_row_is_corrected_left_out_or_counted_after_all) {
    const std::string text = "Soort|Aantal|Status\nGadget|4|\nLaptop|veel|\nMonitor|3|verkocht\nTablet|9|";
    Choices choices;
    choices.lines[2].device = Device::tablet;
    choices.lines[3].quantity = 25;
    choices.lines[4].is_counted = true;
    choices.lines[5].is_left_out = true;
    const Fleet fleet = fleet_of(text, choices);
    EXPECT_EQ(said(fleet), "laptop 25, monitor 3, tablet 4");
    EXPECT_EQ(remarks_of(fleet), (Lines{"5 left_out"}));
    choices.lines[3].quantity = -1;
    const cells::Table table = table_of(text);
    EXPECT_EQ(obstacles(table, guess(table), choices), std::vector<Obstacle>{Obstacle::bad_quantity});
}

TEST(Fleet, a_word_is_explained_once_for_all_its_rows) {
    const std::string text = "Soort|Aantal\nGadget|4\ngadget|6\nDing|veel\nLaptop+monitor|1";
    const Fleet before = fleet_of(text);
    ASSERT_EQ(before.unknown.size(), 3u);
    EXPECT_EQ(before.unknown[0].word, "Gadget");
    EXPECT_EQ(before.unknown[0].folded, "gadget");
    EXPECT_EQ(before.unknown[0].rows, 2u);
    EXPECT_EQ(before.unknown[0].quantity, 10);
    Choices choices;
    choices.words = {{"gadget", Device::smartphone}, {"laptop monitor", Device::laptop}};
    const Fleet after = fleet_of(text, choices);
    EXPECT_EQ(said(after), "laptop 1, smartphone 10");
    EXPECT_EQ(after.unknown.size(), 1u);
}

TEST(Fleet, columns_are_chosen_by_hand_and_clashes_refused) {
    const cells::Table table = table_of("Wat|Hoe vaak\nLaptop|3\nMonitor|4");
    Layout layout{1, {Meaning::kind, Meaning::quantity}, {"Wat", "Hoe vaak"}};
    EXPECT_EQ(said(read(table, layout, {})), "laptop 3, monitor 4");
    layout.columns[1] = Meaning::kind;
    EXPECT_EQ(obstacles(table, layout, {}), std::vector<Obstacle>{Obstacle::column_twice});
    layout.columns = {Meaning::unused, Meaning::quantity};
    EXPECT_EQ(obstacles(table, layout, {}), std::vector<Obstacle>{Obstacle::no_kind});
    layout.header_line = 3;
    EXPECT_EQ(obstacles(table, layout, {}), (std::vector<Obstacle>{Obstacle::no_rows, Obstacle::no_kind}));
    EXPECT_THROW(read(table, layout, {}), std::logic_error);
}

// Random lists of bad and good cells: no row is lost, whatever stands in it.
TEST(Fleet, no_row_is_ever_lost) {
    const std::vector<std::string> cells = {
        "Laptop", "Monitor", "Gadget",   "",     "12", "1.250", "ca. 5", "-1",
        "x",      "Totaal",  "Verkocht", "2021", "0",  "n/a",   "12,5",  "Laptop + monitor",
        "Soort",  "bureau"};
    std::mt19937 random(7);
    const auto any = [&] { return cells[random() % cells.size()]; };
    for (int list = 0; list < 200; ++list) {
        std::string text = "Soort|Model|Aantal|Jaar|Gewicht|Status|Serienummer\n";
        for (int row = 0; row < 40; ++row) {
            text += any();
            for (int column = 0; column < 6; ++column) text += "|" + any();
            text += "\n";
        }
        const cells::Table table = table_of(text);
        const Fleet fleet = fleet_of(table);
        const std::size_t rows = table.rows.size() - 1;
        ASSERT_EQ(fleet.rows_counted + fleet.rows_unread + fleet.rows_aside, rows) << text;
        std::set<std::size_t> lines;
        std::int64_t sum = 0;
        for (const Group& group : fleet.groups) {
            lines.insert(group.lines.begin(), group.lines.end());
            sum += group.quantity;
        }
        ASSERT_EQ(lines.size(), fleet.rows_counted);
        for (const Remark& remark : fleet.remarks) {
            if (standing_of(remark.reason) == Standing::counted) continue;
            ASSERT_TRUE(lines.insert(remark.line).second) << "line " << remark.line << " twice";
        }
        ASSERT_EQ(lines.size(), rows);
        ASSERT_EQ(sum, fleet.quantity());
    }
}

}  // namespace
}  // namespace kring::inventory
