// SPDX-License-Identifier: EUPL-1.2
// The built-in archetypes: figures that were taken from Boavizta's data, not the data.
#include <array>

#include "engine/catalogue/archetypes.hpp"

namespace kring::catalogue {

namespace {

/// 0 stands for unknown here, and only here.
struct Figures {
    double median = 0;
    double gsd = 0;
    double low = 0;
    double high = 0;
    int count = 0;
};

struct Line {
    DeviceClass device;
    Figures embodied;
    Figures tec;
    Figures mass;
    Figures life;
    Figures error;
    Certainty certainty;
};

// Embodied and electricity of laptop, desktop, monitor, smartphone, tablet and server: of all 1 226 rows, the
// spread of electricity from its 5th and 95th percentile. Everything else: of an extract of 981 rows.
constexpr auto lines = std::to_array<Line>({
    {DeviceClass::laptop,
     {241, 1.40, 135, 386, 422},
     {18.8, 1.34, 12.1, 31.8, 225},
     {1.67, 1.42, 1.1, 2.7, 325},
     {4, 1.22, 3, 5, 347},
     {0.20, 1.22, 0.14, 0.25, 378},
     Certainty::medium},
    {DeviceClass::desktop,
     {301, 1.47, 167, 549, 254},
     {56.6, 2.08, 16.2, 181.8, 149},
     {5.37, 2.23, 1.32, 13.1, 172},
     {4, 1.21, 3, 5, 195},
     {0.22, 1.36, 0.15, 0.41, 241},
     Certainty::medium},
    {DeviceClass::monitor,
     {357, 1.62, 151, 606, 257},
     {40.9, 1.57, 24.5, 107.0, 224},
     {5.73, 1.88, 2.51, 12.7, 232},
     {6, 1.22, 3, 6, 237},
     {0.21, 1.34, 0.16, 0.34, 275},
     Certainty::medium},
    {DeviceClass::smartphone,
     {56, 1.53, 21, 81, 50},
     {7.0, 1.28, 5.0, 11.3, 16},
     {0.169, 1.35, 0.143, 0.296, 12},
     {3, 1.18, 2, 3.5, 41},
     {},
     Certainty::medium},
    {DeviceClass::tablet,
     {74, 1.57, 31, 132, 22},
     {14.8, 1.22, 12.0, 23.0, 10},
     {0.753, 1.21, 0.59, 0.93, 6},
     {3, 1.21, 2, 3.5, 18},
     {},
     Certainty::low},
    {DeviceClass::thin_client,
     {47.6, 1.49, 42, 112, 16},
     {41.4, 1.58, 18.2, 79.4, 16},
     {1.0, 2.24, 0.37, 4.3, 15},
     {2, 0, 0, 0, 16},
     {0.39, 1.38, 0.28, 0.71, 16},
     Certainty::low},
    {DeviceClass::workstation,
     {1436, 0, 0, 0, 2},
     {195, 0, 0, 0, 1},
     {},
     {4, 0, 0, 0, 2},
     {},
     Certainty::low},
    {DeviceClass::server,
     {1278, 1.80, 588, 6050, 55},
     {1529, 1.50, 765, 2923, 48},
     {23.6, 1.92, 5.9, 43.4, 45},
     {4, 1.10, 3, 4, 45},
     {0.98, 1.70, 0.20, 1.11, 51},
     Certainty::medium},
    {DeviceClass::converged,
     {991, 0, 0, 0, 4},
     {1441, 0, 0, 0, 4},
     {5.88, 0, 0, 0, 4},
     {4, 0, 0, 0, 4},
     {0.53, 0, 0, 0, 4},
     Certainty::low},
    {DeviceClass::hard_drive,
     {21.1, 2.71, 9.4, 129.5, 10},
     {42.9, 1.72, 17.7, 70.2, 10},
     {},
     {5, 1.18, 3.9, 5, 10},
     {},
     Certainty::low},
    {DeviceClass::network,
     {19.0, 0, 0, 0, 4},
     {36.5, 0, 0, 0, 4},
     {0.379, 0, 0, 0, 3},
     {4, 0, 0, 0, 4},
     {},
     Certainty::low},
    {DeviceClass::printer, {130, 1.15, 110, 148, 5}, {}, {}, {5, 0, 0, 0, 5}, {}, Certainty::low},
    {DeviceClass::iot,
     {27.1, 1.78, 11.7, 60.0, 24},
     {18.5, 4.60, 1.0, 41.5, 8},
     {0.332, 2.36, 0.10, 1.26, 11},
     {4, 1.50, 3.5, 10, 24},
     {},
     Certainty::low},
});

std::optional<Spread> spread_of(const Figures& figures) {
    if (figures.count == 0) return std::nullopt;
    const auto known = [](double value) {
        return value > 0 ? std::optional<double>(value) : std::optional<double>();
    };
    return Spread{figures.median, known(figures.gsd), known(figures.low), known(figures.high), figures.count};
}

}  // namespace

const std::vector<Archetype>& built_in_archetypes() {
    static const std::vector<Archetype> archetypes = [] {
        std::vector<Archetype> made;
        for (const Line& line : lines) {
            made.push_back({line.device, spread_of(line.embodied), spread_of(line.tec), spread_of(line.mass),
                            spread_of(line.life), spread_of(line.error), line.certainty});
        }
        return made;
    }();
    return archetypes;
}

std::string_view archetype_derivation() {
    return "Own statistics of Boavizta environmental-footprint-data, version of 2023-02-23 (commit "
           "61323eb5): "
           "median, geometric standard deviation, 5th and 95th percentile per class. Embodied = total x (1 - "
           "use share); electricity as the sheets give it. Orders of magnitude, not fit to compare makers.";
}

}  // namespace kring::catalogue
