// SPDX-License-Identifier: EUPL-1.2
// What kring_engine_bench measures: one row a name. To add one: a function here, its name in
// engine_bench.cpp, and a line in scripts/bench_engines.py that says what it is compared with.
#pragma once

#include <cstddef>
#include <string>

namespace kring::bench {

/// How much to do, and on how many threads.
struct Load {
    std::size_t size = 0;
    unsigned threads = 1;
};

/// Does it once; gives a few words with the result, so that it can be seen to be right.
using Row = std::string (*)(const Load& load);

/// size: draws. impact::assess of the fleet of numpy_fleet.py, variant tri or mix: mean and three quantiles.
std::string fleet_tri(const Load& load);
std::string fleet_mix(const Load& load);
/// size: assessments of one laptop, one option, without draws.
std::string one_device(const Load& load);
/// size: tenders. award::tally of the bids of numpy_award.py; award::study of the same.
std::string award_tally(const Load& load);
std::string award_study(const Load& load);

}  // namespace kring::bench
