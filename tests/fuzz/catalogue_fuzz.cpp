// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a file of factors, in each form: reading ends, what is refused leaves no rows, and no number
// is negative, infinite or without the limits of what it measures. The first byte chooses the reader.
#include <cmath>
#include <cstdint>
#include <cstdlib>

#include "engine/catalogue/archetypes.hpp"
#include "engine/compatibility/compatibility.hpp"

using namespace kring;

namespace {

void expect(bool claim) {
    if (!claim) std::abort();
}

bool is_sound(std::optional<double> value, double most) {
    return !value || (std::isfinite(*value) && *value >= 0 && *value <= most);
}

void read_footprints(std::string_view bytes) {
    const catalogue::PcfFile file = catalogue::read_boavizta(bytes);
    expect(!catalogue::is_refused(file.oddities) || file.rows.empty());
    expect(file.oddities.size() <= catalogue::most_oddities + 10);
    for (const catalogue::PcfRow& row : file.rows) {
        expect(!row.maker.empty() && !row.product.empty());
        expect(is_sound(row.total_kg, 1e7) && is_sound(row.use_share, 1) && is_sound(row.tec_kwh, 1e6));
        expect(is_sound(row.life_years, 50) && is_sound(row.weight_kg, 5000));
        expect(is_sound(catalogue::embodied_kg(row), 1e7));
    }
    for (const catalogue::Archetype& one : catalogue::archetypes_of(file.rows))
        expect(!one.embodied_kg || one.embodied_kg->median > 0);
}

void read_grid(std::string_view bytes) {
    const catalogue::GridFactors file = catalogue::read_grid(bytes, "yearly_2024.js");
    expect(!catalogue::is_refused(file.oddities) || file.rows.empty());
    for (const catalogue::GridRow& row : file.rows) {
        expect(!row.area.empty() && row.licence != catalogue::Licence::unknown);
        expect(is_sound(row.g_per_kwh, 3000) && is_sound(row.renewable_share, 1));
    }
}

void read_own(std::string_view bytes) {
    for (const catalogue::OwnFigure& own : catalogue::read_own_figures(bytes).rows) {
        expect(is_sound(own.value, 1e7) && !own.source.empty() && own.year >= 1990);
        expect(!own.low || *own.low <= own.value);
    }
}

void read_other_tool(std::string_view bytes) {
    compatibility::Figures figures = compatibility::built_in();
    std::vector<compatibility::FileFault> faults;
    expect(compatibility::read_factors(bytes, figures, faults) == faults.empty());
    faults.clear();
    expect(compatibility::read_archetypes(bytes, figures, faults) == faults.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    switch (data[0] % 4) {
        case 0:
            read_footprints(bytes);
            break;
        case 1:
            read_grid(bytes);
            break;
        case 2:
            read_own(bytes);
            break;
        default:
            read_other_tool(bytes);
            break;
    }
    return 0;
}
