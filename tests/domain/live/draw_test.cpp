// SPDX-License-Identifier: EUPL-1.2
#include "domain/live/draw.hpp"

#include <gtest/gtest.h>

#include <map>

#include "platform/base/process.hpp"
#include "platform/base/text.hpp"

namespace kring::live {
namespace {

using Words = std::vector<std::string>;

/// The same draw by other means: Python's own SHA-256 and sort.
Words drawn_by_python(const std::string& seed, const Words& names) {
    static const std::string program =
        "import hashlib, sys\n"
        "seed, *names = sys.argv[1:]\n"
        "print('\\n'.join(sorted(names, key=lambda n: hashlib.sha256((seed + '\\n' + "
        "n).encode()).hexdigest())))";
    const ScratchFolder folder;
    Words argv = {"python3", "-c", program, seed};
    argv.insert(argv.end(), names.begin(), names.end());
    Words order;
    const std::string output = run_program(argv, folder.path(), 30).output;
    for (const std::string_view line : split(trim(output), '\n')) order.emplace_back(line);
    return order;
}

TEST(Lots, fall_as_a_second_program_draws_them) {
    const Words names = {"Kringloop", "Tweede Leven", "Müller & Zoon",
                         "Ommer ICT", "Circle BV",    "De Wit, A."};
    for (const std::string seed : {"zaad", "0", "0gYpJm1v0n0s3Kq8r8m6m0m1m2m3m4m5m6m7m8m9m0m"})
        EXPECT_EQ(drawn_order(seed, names), drawn_by_python(seed, names)) << seed;
}

TEST(Lots, do_not_depend_on_the_order_in_which_names_are_given) {
    EXPECT_EQ(drawn_order("zaad", {"a", "b", "c", "d"}), drawn_order("zaad", {"d", "b", "a", "c"}));
    EXPECT_EQ(drawn_order("zaad", {}), Words{});
}

// Chi-squared with 23 degrees of freedom: above 49.7 once in a thousand fair draws. Seeds are fixed.
TEST(Lots, give_each_of_24_orders_alike) {
    std::map<Words, int> counts;
    constexpr int draws = 24000;
    for (int i = 0; i < draws; ++i) counts[drawn_order(std::to_string(i), {"a", "b", "c", "d"})] += 1;
    ASSERT_EQ(counts.size(), 24U);
    double chi_squared = 0;
    for (const auto& [order, count] : counts) chi_squared += (count - 1000.0) * (count - 1000.0) / 1000.0;
    EXPECT_LT(chi_squared, 49.7);
}

}  // namespace
}  // namespace kring::live
