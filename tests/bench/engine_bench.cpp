// SPDX-License-Identifier: EUPL-1.2
// Measures the engines by themselves, as they are served: build with release flags. Usage:
// kring_engine_bench ROW SIZE THREADS REPEATS; prints the best wall time and processor time in seconds, and
// the result. scripts/bench_engines.py sets it beside the reference programs.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string_view>

#include "tests/bench/rows.hpp"

namespace {

using namespace kring::bench;

struct Named {
    std::string_view name;
    Row row;
};

constexpr std::array<Named, 5> rows{{{"fleet_tri", fleet_tri},
                                     {"fleet_mix", fleet_mix},
                                     {"one_device", one_device},
                                     {"award_tally", award_tally},
                                     {"award_study", award_study}}};

double wall() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double processor() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

}  // namespace

int main(int count, char** words) {
    const std::string_view wanted = count == 5 ? words[1] : "";
    for (const Named& one : rows) {
        if (one.name != wanted) continue;
        const Load load{std::strtoull(words[2], nullptr, 10),
                        static_cast<unsigned>(std::strtoul(words[3], nullptr, 10))};
        double best_wall = 1e9;
        double best_processor = 1e9;
        std::string told;
        for (long repeat = std::strtol(words[4], nullptr, 10); repeat > 0; --repeat) {
            const double begun = wall();
            const double used = processor();
            told = one.row(load);
            best_processor = std::min(best_processor, processor() - used);
            best_wall = std::min(best_wall, wall() - begun);
        }
        std::printf("%.6f %.6f %s\n", best_wall, best_processor, told.c_str());
        return 0;
    }
    std::fputs("usage: kring_engine_bench ROW SIZE THREADS REPEATS\n", stderr);
    return 2;
}
