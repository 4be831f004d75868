// SPDX-License-Identifier: EUPL-1.2
#include <map>

#include "tests/engine/inventory/lists.hpp"

namespace kring::inventory {
namespace {

std::string named(std::string_view text) {
    const auto device = device_named(text);
    return device ? std::string(id(*device)) : "";
}

TEST(Kinds, are_known_in_four_languages_and_by_product_line) {
    const std::map<std::string, std::vector<std::string>> texts = {
        {"laptop",
         {"Laptop", "LAPTOPS", "Notebook 14\"", "thuiswerklaptop", "ordinateur portable", "PC portable",
          "Mobile Workstation", "ThinkPad T14 Gen 2", "HP EliteBook 840 G8", "Dell Latitude 5420",
          "MacBook Air", "Chromebooks", "2-in-1"}},
        {"desktop",
         {"Desktop", "PC", "computers", "Vaste PC", "All-in-One", "Unité centrale", "OptiPlex 7070",
          "Mac mini", "Arbeitsplatzrechner", "mini-PC", "ordinateurs de bureau"}},
        {"workstation", {"Workstation", "werkstation", "ThinkStation P340", "station de travail"}},
        {"thin_client",
         {"Thin client", "thin-clients", "Thinclient", "client léger", "Dell Wyse 5070", "Zero Client"}},
        {"monitor",
         {"Monitor", "monitoren", "Beeldscherm", "beeldschermen", "scherm 24\"", "Bildschirme", "Écran",
          "écrans", "Moniteurs", "Dell P2419H", "Dell UltraSharp U2722DE", "ThinkVision T24",
          "Desktop monitor", "PC-scherm", "LCD-monitor"}},
        {"smartphone",
         {"Smartphone", "Mobiele telefoons", "iPhone 13", "Galaxy A52", "Mobiltelefone", "Handy",
          "téléphone portable", "GSM", "Fairphone 4", "telefoon"}},
        {"tablet",
         {"Tablet", "tablets", "Tablet-PC", "iPad Air", "tablette", "Galaxy Tab S7", "Surface Pro 8"}},
        {"server", {"Server", "servers", "Serveurs", "PowerEdge R740", "fileserver", "blade server"}},
        {"storage", {"NAS", "Storage array", "Synology DS920"}},
        {"network", {"Switch", "Switches", "Router", "Access points", "Firewall", "Cisco Catalyst 9200"}},
        {"printer",
         {"Printer", "Multifunctionals", "MFP", "Drucker", "imprimantes", "LaserJet Pro", "labelprinters"}},
        {"dock",
         {"Dock", "Docking station", "dockingstations", "Laptop dock", "docking-station voor laptop",
          "Dell WD19", "stations d'accueil"}},
        {"television", {"TV", "Televisie", "presentatiescherm", "digiborden", "Smart TV", "téléviseurs"}},
        {"phone", {"Vaste telefoon", "IP-telefoon", "Yealink T46", "VoIP"}},
        {"peripheral",
         {"Toetsenborden", "muis", "headsets", "laptoptas", "Laptop oplader", "monitorarm", "HDMI-kabel",
          "Beamer", "Webcam"}}};
    for (const auto& [device, names] : texts) {
        for (const std::string& name : names) EXPECT_EQ(named(name), device) << name;
    }
}

TEST(Kinds, what_names_none_or_several_is_left_open) {
    for (const char* text : {"", "Overig", "HP", "Laptop + monitor", "laptop/tablet", "bureaustoel",
                             "licentie", "14", "server en NAS"}) {
        EXPECT_EQ(named(text), "") << text;
    }
}

TEST(Kinds, have_ids_that_come_back) {
    for (const Device device : all_devices()) EXPECT_EQ(device_of(id(device)), device);
    EXPECT_FALSE(device_of("car"));
    for (int i = 0; i < 10; ++i) EXPECT_EQ(meaning_of(id(static_cast<Meaning>(i))), static_cast<Meaning>(i));
    EXPECT_FALSE(meaning_of(""));
}

TEST(Folding, leaves_letters_and_digits) {
    EXPECT_EQ(folded("  Été\u00a0– ÀÉÎ/ŒŁß_14\"  "), "ete aei oelss 14");
    EXPECT_EQ(folded("e\u0301cran"), "ecran");
    EXPECT_EQ(folded("+-/"), "");
    EXPECT_EQ(folded("林 X"), "林 x");
}

}  // namespace
}  // namespace kring::inventory
