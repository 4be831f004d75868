// SPDX-License-Identifier: EUPL-1.2
#include "engine/impact/series.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/impact/equations.hpp"

namespace kring::impact {

namespace {

constexpr std::size_t blocks_in_part = 32;

/// Adds rows to one block of the series.
struct BlockLedger {
    void add(std::size_t option, Output output, const Row& row) {
        const std::size_t slot = slots[static_cast<std::size_t>(output)];
        if (slot != no_slot) add_to(part(option * per_option + slot), row);
    }
    void add_material(std::size_t option, std::size_t element, const Row& row) {
        add_to(part(option * per_option + first_element + element), row);
    }
    std::span<double> part(std::size_t place) const { return {numbers + place * draws + first, count}; }

    double* numbers;
    std::size_t draws;
    std::size_t first;
    std::size_t count;
    std::size_t per_option;
    std::size_t first_element;
    const std::array<std::size_t, output_count>& slots;
};

}  // namespace

void Moments::merge(const Moments& other) {
    if (other.count == 0) return;
    const double all = count + other.count;
    const double apart = other.mean - mean;
    squares += other.squares + apart * apart * (count * other.count / all);
    mean += apart * (other.count / all);
    count = all;
}

Moments moments_of(std::span<const double> values) {
    constexpr std::size_t lanes = 8;
    Moments all;
    for (std::size_t first = 0; first < values.size(); first += Row::length) {
        const std::span<const double> block =
            values.subspan(first, std::min(Row::length, values.size() - first));
        std::array<double, lanes> sums{};
        std::array<double, lanes> squares{};
        const double shift = block[0];
        const std::size_t whole = block.size() / lanes * lanes;
        for (std::size_t at = 0; at < whole; at += lanes) {
            for (std::size_t lane = 0; lane < lanes; ++lane) {
                const double apart = block[at + lane] - shift;
                sums[lane] += apart;
                squares[lane] += apart * apart;
            }
        }
        for (std::size_t at = whole; at < block.size(); ++at) {
            const double apart = block[at] - shift;
            sums[0] += apart;
            squares[0] += apart * apart;
        }
        double sum = 0;
        double square = 0;
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            sum += sums[lane];
            square += squares[lane];
        }
        const auto count = static_cast<double>(block.size());
        all.merge({count, shift + sum / count, std::max(0.0, square - sum * sum / count)});
    }
    return all;
}

Series::Series(const Lots& lots, const chance::Progress& progress)
    : lots_(lots), draws_(lots.plan().question->draws), options_(lots.plan().question->options.size()) {
    slots_.fill(no_slot);
    for (std::size_t output = 0; output < output_count; ++output) {
        if (static_cast<Output>(output) == Output::reused_share) continue;
        if (lots.plan().wanted[output]) slots_[output] = per_option_++;
    }
    first_element_ = per_option_;
    per_option_ += lots.plan().elements.size();
    numbers_ = std::make_unique_for_overwrite<double[]>(count() * draws_);
    const std::size_t blocks = (draws_ + Row::length - 1) / Row::length;
    const auto work = [&](std::size_t part) {
        BlockValues values(lots_, false);
        const std::size_t end = std::min(blocks, (part + 1) * blocks_in_part);
        for (std::size_t block = part * blocks_in_part; block < end; ++block) count_block(block, values);
    };
    const std::size_t parts = (blocks + blocks_in_part - 1) / blocks_in_part;
    is_complete_ = chance::for_each_part(parts, lots.plan().question->threads, work, progress);
}

std::size_t Series::place(std::size_t option, Output output) const {
    const std::size_t slot = slots_[static_cast<std::size_t>(output)];
    return slot == no_slot ? no_slot : option * per_option_ + slot;
}

std::size_t Series::place_of_element(std::size_t option, std::size_t element) const {
    return option * per_option_ + first_element_ + element;
}

void Series::count_block(std::size_t block, BlockValues& values) {
    const std::size_t first = block * Row::length;
    BlockLedger ledger{numbers_.get(), draws_,         first, std::min(Row::length, draws_ - first),
                       per_option_,    first_element_, slots_};
    for (std::size_t place = 0; place < count(); ++place) {
        const std::span<double> part = ledger.part(place);
        std::fill(part.begin(), part.end(), 0.0);
    }
    values.begin(block);
    Equations<Row, BlockValues, BlockLedger> equations(lots_.plan(), values, ledger);
    for (std::size_t part = 0; part < lots_.plan().parts.size(); ++part) {
        equations.count(lots_.plan().parts[part]);
        values.end_part(part);
    }
}

void describe(std::span<double> draws, Figure& figure) {
    const Moments moments = moments_of(draws);
    figure.mean = moments.mean;
    figure.sd = std::sqrt(moments.variance());
    figure.standard_error = figure.sd / std::sqrt(moments.count);
    constexpr std::array<double, 3> shares{0.05, 0.5, 0.95};
    const std::vector<double> found = chance::quantiles(draws, shares);
    figure.p5 = found[0];
    figure.p50 = found[1];
    figure.p95 = found[2];
}

}  // namespace kring::impact
