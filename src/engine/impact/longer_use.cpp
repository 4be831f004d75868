// SPDX-License-Identifier: EUPL-1.2
#include "engine/impact/longer_use.hpp"

#include <array>

#include "engine/impact/equations.hpp"

namespace kring::impact {

namespace {

constexpr std::size_t blocks = 16;
constexpr std::size_t findings_max = 50;

double central_of(const Plan& plan, Ref ref) {
    return central_value(*plan.inputs[static_cast<std::size_t>(ref)].distribution);
}

struct CentralValues {
    double at(Ref ref) const { return central_of(plan, ref); }
    double life_share() const { return plan.question->life_share_chance; }

    const Plan& plan;
};

/// Keeps what one part emits.
template <class Number>
struct PartLedger {
    void add(std::size_t, Output output, const Number& number) {
        if (output == Output::total) total = number;
        if (output == Output::use) use = number;
    }
    void add_material(std::size_t, std::size_t, const Number&) {}

    Number total = 0;
    Number use = 0;
};

/// The plan with emissions alone.
Plan of_emissions(const Plan& plan) {
    Plan only = plan;
    only.wanted = {};
    only.wanted[static_cast<std::size_t>(Output::total)] = true;
    only.wanted[static_cast<std::size_t>(Output::use)] = true;
    only.counts_money = false;
    only.elements.clear();
    return only;
}

class LongerUse {
public:
    LongerUse(const Plan& plan, const Lots* lots) : plan_(of_emissions(plan)), lots_(lots), values_{plan_} {}

    void compare(const PartInputs& shorter, const PartInputs& longer, std::vector<Finding>& findings) {
        const PartLedger<double> one = emitted(shorter);
        const PartLedger<double> other = emitted(longer);
        const double scale_one = per_seat_year(shorter);
        const double scale_other = per_seat_year(longer);
        const double more = other.total * scale_other - one.total * scale_one;
        const double chance = lots_ == nullptr ? -1 : chance_better(shorter, longer);
        const bool is_worse = more > 0;
        if (!is_worse && (chance < 0 || chance >= 0.95)) return;
        const double use_added = other.use * scale_other - one.use * scale_one;
        Finding finding;
        // Worse in central values is not yet sure: it is said so only where few draws tell otherwise.
        finding.notice = is_worse && chance < 0.1 ? Notice::longer_is_worse : Notice::longer_is_unsure;
        const Question& question = *plan_.question;
        finding.texts = {{"option", question.options[longer.option].id},
                         {"against", question.options[shorter.option].id},
                         {"line", question.fleet[longer.line].id}};
        finding.numbers = {{"life", central_of(plan_, longer.life)},
                           {"against_life", central_of(plan_, shorter.life)},
                           {"embodied_saved", use_added - more},
                           {"use_added", use_added}};
        const double per_kwh = other.use * scale_other / energy_of(longer);
        if (per_kwh > 0) {
            finding.numbers.emplace_back("energy", energy_of(longer));
            finding.numbers.emplace_back("break_even_energy", energy_of(longer) - more / per_kwh);
        }
        if (longer.parts != absent) {
            const double spare = longer.spare == absent ? 0 : central_of(plan_, longer.spare);
            const double parts = central_of(plan_, longer.parts);
            finding.numbers.emplace_back("parts", parts);
            finding.numbers.emplace_back("break_even_parts",
                                         parts - more * central_of(plan_, longer.life) / (1 + spare));
        }
        if (chance >= 0) finding.numbers.emplace_back("chance", chance);
        findings.push_back(std::move(finding));
    }

private:
    double per_seat_year(const PartInputs& part) const { return 1 / (part.seats * plan_.question->horizon); }

    double energy_of(const PartInputs& part) const {
        return central_of(plan_, part.energy != absent ? part.energy : plan_.devices[part.device].energy);
    }

    PartLedger<double> emitted(const PartInputs& part) {
        PartLedger<double> ledger;
        Equations<double, CentralValues, PartLedger<double>>(plan_, values_, ledger).count(part);
        return ledger;
    }

    /// In how many draws the longer life emits less.
    double chance_better(const PartInputs& shorter, const PartInputs& longer) {
        BlockValues values(*lots_, true);
        std::size_t better = 0;
        for (std::size_t block = 0; block < blocks; ++block) {
            values.begin(block);
            PartLedger<Row> one;
            PartLedger<Row> other;
            Equations<Row, BlockValues, PartLedger<Row>>(plan_, values, one).count(shorter);
            Equations<Row, BlockValues, PartLedger<Row>>(plan_, values, other).count(longer);
            Row apart = other.total * per_seat_year(longer) - one.total * per_seat_year(shorter);
            for (const double more : apart.open()) better += more < 0 ? 1 : 0;
        }
        return static_cast<double>(better) / static_cast<double>(blocks * Row::length);
    }

    Plan plan_;
    const Lots* lots_;
    CentralValues values_;
};

bool is_cycle(const PartInputs& part) {
    return part.kind == RouteKind::bought_new || part.kind == RouteKind::extended ||
           part.kind == RouteKind::leased;
}

}  // namespace

void find_longer_use(const Plan& plan, const Lots* lots, std::vector<Finding>& findings) {
    LongerUse longer_use(plan, lots);
    std::size_t found = 0;
    for (const PartInputs& shorter : plan.parts) {
        for (const PartInputs& longer : plan.parts) {
            const bool is_pair = shorter.line == longer.line && shorter.option != longer.option &&
                                 is_cycle(shorter) && is_cycle(longer);
            if (!is_pair || central_of(plan, longer.life) <= central_of(plan, shorter.life)) continue;
            if (found >= findings_max) return;
            const std::size_t before = findings.size();
            longer_use.compare(shorter, longer, findings);
            found += findings.size() - before;
        }
    }
}

}  // namespace kring::impact
