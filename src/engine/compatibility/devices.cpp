// SPDX-License-Identifier: EUPL-1.2
// The devices of BoaviztAPI 2.4.1 as facts: data/archetypes/user_terminal.csv and the embedded factors of
// data/factors.yml, commit 15878f04. Used for nothing but to reproduce that tool.
#include <array>

#include "engine/compatibility/compatibility.hpp"

namespace kring::compatibility {

namespace {

struct Device {
    std::string_view id;
    std::string_view device;
    std::string_view type;
    std::string_view router;
    double ratio;
    double life_hours;
    Interval watt;
};

constexpr auto devices = std::to_array<Device>({
    {"laptop-pro", "laptop", "pro", "terminal", 0.3, 35040, {75, 50, 100}},
    {"laptop-perso", "laptop", "perso", "terminal", 0.3, 43800, {75, 50, 100}},
    {"desktop-pro", "desktop", "pro", "terminal", 0.3, 52560, {175, 100, 450}},
    {"desktop-perso", "desktop", "perso", "terminal", 0.3, 52560, {175, 100, 450}},
    {"smartphone-default", "smartphone", "default", "terminal", 0.3, 21900, {1, 0.5, 3}},
    {"tablet-default", "tablet", "default", "terminal", 0.3, 26280, {7.5, 5, 10}},
    {"tv-pro", "television", "pro", "terminal", 0.3, 70080, {300, 17, 1200}},
    {"tv-perso", "television", "perso", "terminal", 0.3, 70080, {300, 60, 1200}},
    {"monitor-default", "monitor", "default", "peripheral", 0.3, 57816, {55, 20, 100}},
    {"box-default", "box", "default", "terminal", 1, 43800, {10, 5, 20}},
    {"usb-stick-default", "usb_stick", "default", "peripheral", 0.05, 43800, {0.3, 0.12, 0.63}},
    {"external-ssd-default", "external_ssd", "default", "peripheral", 0.05, 43800, {2.5, 0.5, 5}},
    {"hdd-default", "external_hdd", "default", "peripheral", 0.05, 43800, {7.75, 6.5, 9}},
    {"vr-headset-oled", "vr_headset", "oled", "terminal", 0.01, 43800, {710, 710, 710}},
    {"vr-headset-lcd", "vr_headset", "lcd", "terminal", 0.01, 43800, {692, 692, 692}},
    {"vr-controller-default", "vr_controller", "default", "peripheral", 0.01, 43800, {7.9, 7.9, 7.9}},
});

struct Embedded {
    std::string_view device;
    std::string_view type;
    double gwp;   ///< kg CO2e
    double adpe;  ///< kg Sb eq.
};

constexpr auto embedded = std::to_array<Embedded>({
    {"LAPTOP", "pro", 181, 0.0086},
    {"LAPTOP", "perso", 175, 0.0080},
    {"DESKTOP", "pro", 277, 0.00852},
    {"DESKTOP", "perso", 277, 0.00852},
    {"MONITOR", "default", 64.7, 0.0108},
    {"SMARTPHONE", "default", 84.0, 0.00205},
    {"TABLET", "default", 75.9, 0.00375},
    {"TELEVISION", "pro", 152, 0.0249},
    {"TELEVISION", "perso", 360, 0.0383},
    {"BOX", "default", 36.1, 4.41e-5},
    {"USB_STICK", "default", 6.25, 9.6e-5},
    {"EXTERNAL_SSD", "default", 109, 3.97e-4},
    {"EXTERNAL_HDD", "default", 15.8, 2.34e-3},
});

Figures figures_of_tables() {
    Figures figures;
    for (const Device& one : devices) {
        figures.archetypes.push_back({std::string(one.id), std::string(one.device), std::string(one.type),
                                      std::string(one.router), Interval{one.ratio, one.ratio, one.ratio},
                                      one.life_hours, one.watt});
    }
    for (const Embedded& one : embedded) {
        figures.embedded.push_back(
            {std::string(one.device), std::string(one.type), {{"adpe", one.adpe}, {"gwp", one.gwp}}});
    }
    return figures;
}

}  // namespace

const Figures& built_in() {
    static const Figures figures = figures_of_tables();
    return figures;
}

}  // namespace kring::compatibility
