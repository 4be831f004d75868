// SPDX-License-Identifier: EUPL-1.2
// The inputs of a plan drawn by lot, block by block. An input is drawn by a stream that its parameter and the
// id of its owner name, so neither the order of lines nor what stands in other options changes its draws.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/impact/plan.hpp"
#include "engine/impact/row.hpp"

namespace kring::impact {

/// Something drawn by itself, on which inputs depend.
struct Cause {
    std::uint64_t stream = 0;
    Parameter parameter = Parameter::embodied;
    Ref input = absent;              ///< the first that is drawn by it
    std::size_t method = 0;          ///< of a shared cause Parameter::method: in Lots::methods
    std::vector<double> boundaries;  ///< of bins of equal chance
};

/// How one input is drawn.
struct Lot {
    std::optional<chance::Sampler> sampler;  ///< none: it is fixed, or drawn as `same_as`
    chance::Stream stream{0, 0};
    Ref same_as = absent;
    std::optional<std::size_t> method;  ///< correlates with others counted by this method
};

/// Made once, then read by all threads.
class Lots {
public:
    explicit Lots(const Plan& plan);

    const Plan& plan() const { return plan_; }
    const Lot& lot(Ref ref) const { return lots_[static_cast<std::size_t>(ref)]; }
    /// Inputs that no later part needs, by part.
    const std::vector<Ref>& ending_with(std::size_t part) const { return ending_[part]; }
    const std::vector<std::string>& methods() const { return methods_; }
    chance::Stream method_stream(std::size_t method) const;
    chance::Stream burden_stream() const;

    /// What varies, each with bins.
    std::vector<Cause> causes(std::size_t bins) const;

private:
    void join_methods();
    void find_endings();

    const Plan& plan_;
    std::vector<std::string> methods_;  ///< that several uncertain devices share
    std::vector<std::uint64_t> keys_;
    std::vector<Lot> lots_;
    std::vector<std::vector<Ref>> ending_;
};

/// The values of one block.
class BlockValues {
public:
    /// `keeps`: rows stay for `cause` until the next block begins.
    BlockValues(const Lots& lots, bool keeps);

    void begin(std::size_t block);
    void end_part(std::size_t part);

    const Row& at(Ref ref);
    /// 1 in draws in which the life share applies, else 0.
    const Row& life_share();
    /// What was drawn for a cause in this block; drawn now when nothing needed it.
    const Row& cause(const Cause& cause);

private:
    void draw(Ref ref, Row& row);
    const Row& method(std::size_t method);

    const Lots& lots_;
    bool keeps_;
    std::uint64_t first_ = 0;
    std::vector<Row> rows_;
    std::vector<char> is_drawn_;
    std::vector<Row> own_;  ///< of inputs that correlate: their own part, a normal
    std::vector<std::optional<Row>> methods_;
    std::optional<Row> life_share_;
};

}  // namespace kring::impact
