// SPDX-License-Identifier: EUPL-1.2
// Prints what the engines compute from a seed, bit by bit in hexadecimal, for
// tests/scripts/same_bits_test.py: every build must print the same. Usage: engine_bits THREADS.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include "engine/chance/chance.hpp"
#include "tests/engine/impact/questions.hpp"

namespace {

using namespace kring;

void print(std::string_view name, const std::vector<double>& numbers) {
    std::uint64_t sum = 0;
    for (const double number : numbers) {
        std::uint64_t bits = 0;
        std::memcpy(&bits, &number, sizeof bits);
        sum = (sum ^ bits) * 0x100000001B3U;
    }
    std::printf("%.*s %zu numbers %016lx\n", static_cast<int>(name.size()), name.data(), numbers.size(), sum);
}

void print_draws(std::string_view name, const chance::Distribution& distribution) {
    std::vector<double> draws(20000);
    chance::Sampler(distribution).draw(chance::Stream(1, 2), 0, draws);
    print(name, draws);
}

void print_answer(std::string_view name, impact::Question question, unsigned threads) {
    question.draws = 20000;
    question.threads = threads;
    question.with_sensitivity = true;
    const Result<impact::Assessment> found = impact::assess(question);
    print(name, found ? impact::example::numbers_of(*found) : std::vector<double>{});
}

}  // namespace

int main(int count, char** words) {
    using chance::Distribution;
    const auto threads = static_cast<unsigned>(count > 1 ? std::strtoul(words[1], nullptr, 10) : 1);
    for (const chance::Width width : {chance::Width::base, chance::Width::avx2, chance::Width::avx512}) {
        chance::set_width(width);
        print_draws("uniform", Distribution::uniform(-1, 3));
        print_draws("triangular", Distribution::triangular(1, 2, 4));
        print_draws("pert", Distribution::pert(3, 4, 6));
        print_draws("lognormal", Distribution::lognormal_mean(250, 0.2));
        print_draws("empirical", Distribution::empirical({{0, 1}, {0.25, 2}, {1, 10}}));
        print_answer("mixed", impact::example::mixed().question, threads);
        print_answer("triangular fleet", impact::example::triangular_fleet().question, threads);
        print_answer("mixed fleet", impact::example::mixed_fleet().question, threads);
    }
}
