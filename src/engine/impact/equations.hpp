// SPDX-License-Identifier: EUPL-1.2
// The equations of docs/impact-method.md, written once: for exact numbers, for ranges and for rows of draws.
#pragma once

#include <optional>
#include <utility>

#include "engine/impact/plan.hpp"
#include "engine/impact/years.hpp"

namespace kring::impact {

/// Counts part by part. Values gives `const Number& at(Ref)` of what is there, and `const Number&
/// life_share()`, the share of draws in which the life share applies (0 or 1 in a draw). Ledger takes
/// `add(option, Output, Number)` and `add_material(option, element, Number)`.
template <class Number, class Values, class Ledger>
class Equations {
public:
    Equations(const Plan& plan, Values& values, Ledger& ledger)
        : plan_(plan), values_(values), ledger_(ledger), horizon_(plan.question->horizon) {}

    void count(const PartInputs& part) {
        const Number& life = values_.at(part.life);
        const Number acquired = Number(part.seats * horizon_) / life;
        const Number bought = part.spare == absent ? acquired : acquired * spared(part);
        const Number embodied = count_emissions(part, bought);
        if (plan_.wants(Output::bought)) count_bought(part, bought);
        if (plan_.wants(Output::reused_share)) {
            ledger_.add(part.option, Output::reused_share, Number(is_second_hand(part) ? part.seats : 0));
        }
        if (plan_.devices[part.device].mass != absent) count_mass(part, acquired, bought);
        if (!plan_.elements.empty()) count_materials(part, bought);
        if (part.reused != absent && plan_.wants(Output::credit)) count_credit(part, acquired);
        if (plan_.counts_money) count_money(part, embodied);
    }

private:
    static bool is_second_hand(const PartInputs& part) {
        return part.kind == RouteKind::refurbished || part.kind == RouteKind::remanufactured;
    }

    Number or_zero(Ref ref) { return ref == absent ? Number(0) : Number(values_.at(ref)); }
    Number spared(const PartInputs& part) { return or_zero(part.spare) + 1; }

    /// [E-NEW] … [E-REM]: of one device, without the share that a life-share rule adds.
    Number per_device(const PartInputs& part) {
        const Number& fresh = values_.at(plan_.devices[part.device].embodied);
        switch (part.kind) {
            case RouteKind::extended:
                return part.parts == absent ? fresh : fresh + values_.at(part.parts);
            case RouteKind::refurbished:
                return or_zero(part.process) + or_zero(part.parts) + or_zero(part.transport);
            case RouteKind::remanufactured:
                return fresh * values_.at(part.remade);
            default:
                return fresh;
        }
    }

    /// [E-SHARE]: b e_new, b = L2 / (L1 + L2).
    Number shared_with_first(const PartInputs& part) {
        const Number& life = values_.at(part.life);
        return values_.at(plan_.devices[part.device].embodied) *
               (life / (life + values_.at(part.first_life)));
    }

    /// Adds embodied, use and totals; gives embodied and use together when money needs them.
    Number count_emissions(const PartInputs& part, const Number& bought) {
        const bool is_shared = part.kind == RouteKind::refurbished && part.first_life != absent;
        Number embodied = per_device(part) * bought;
        std::optional<Number> by_share;
        if (is_shared) by_share = shared_with_first(part) * bought;
        const Number use = count_use(part);
        if (plan_.wants(Output::other_rule)) {
            Number other = use + embodied;
            if (by_share && plan_.question->burden != Burden::life_share) other = other + *by_share;
            ledger_.add(part.option, Output::other_rule, other);
        }
        if (by_share && plan_.question->burden == Burden::life_share)
            embodied = std::move(embodied) + *by_share;
        if (by_share && plan_.question->burden == Burden::drawn) {
            embodied = std::move(embodied) + *by_share * values_.life_share();
        }
        if (plan_.wants(Output::embodied)) ledger_.add(part.option, Output::embodied, embodied);
        embodied = std::move(embodied) + use;
        if (plan_.wants(Output::total)) ledger_.add(part.option, Output::total, embodied);
        return embodied;
    }

    /// [E-USE] and [ENERGY].
    Number count_use(const PartInputs& part) {
        const Ref route = part.energy;
        const Number& yearly = values_.at(route != absent ? route : plan_.devices[part.device].energy);
        Number energy = part.intensity == absent ? yearly : yearly * values_.at(part.intensity);
        if (plan_.wants(Output::energy)) {
            ledger_.add(part.option, Output::energy, energy * (part.seats * horizon_));
        }
        const Number& factor = values_.at(part.factor);
        Number use = std::move(energy) * factor;
        if (part.decline == absent) {
            use = std::move(use) * (part.seats * horizon_);
        } else {
            const Number path = powers_from_one(horizon_, Number(1) - values_.at(part.decline));
            use = std::move(use) * path * part.seats;
        }
        if (plan_.wants(Output::use)) ledger_.add(part.option, Output::use, use);
        return use;
    }

    void count_bought(const PartInputs& part, const Number& bought) {
        if (plan_.question->acquisition == Acquisition::annualised) {
            ledger_.add(part.option, Output::bought, bought);
            return;
        }
        const Number whole = lives(horizon_, values_.at(part.life)) * part.seats;
        ledger_.add(part.option, Output::bought, whole * spared(part));
    }

    /// Share of a device that is new material.
    Number new_share(const PartInputs& part) {
        return is_second_hand(part) ? or_zero(part.new_material) : Number(1);
    }

    void count_mass(const PartInputs& part, const Number& acquired, const Number& bought) {
        const Number& mass = values_.at(plan_.devices[part.device].mass);
        if (plan_.wants(Output::material)) {
            ledger_.add(part.option, Output::material, bought * mass * new_share(part));
        }
        if (plan_.wants(Output::reused) && is_second_hand(part)) {
            ledger_.add(part.option, Output::reused, bought * mass * (Number(1) - new_share(part)));
        }
        if (plan_.wants(Output::waste)) {
            ledger_.add(part.option, Output::waste, acquired * mass * (Number(1) - or_zero(part.reused)));
        }
    }

    void count_materials(const PartInputs& part, const Number& bought) {
        for (const MaterialInputs& material : plan_.devices[part.device].materials) {
            const Number grams = bought * new_share(part) * values_.at(material.content);
            ledger_.add_material(part.option, material.element,
                                 grams * (Number(1) - or_zero(material.recycled)));
        }
    }

    /// [CREDIT].
    void count_credit(const PartInputs& part, const Number& acquired) {
        const Number& fresh = values_.at(plan_.devices[part.device].embodied);
        const Number years = values_.at(part.second_life) / values_.at(part.reference_life);
        const Number saved = fresh * years - values_.at(part.take_back_process);
        const Number displaced = values_.at(part.reused) * values_.at(part.displaced);
        ledger_.add(part.option, Output::credit, saved * displaced * acquired);
    }

    /// [TCO] and [LCC].
    void count_money(const PartInputs& part, const Number& emitted) {
        const Number discount = or_zero(plan_.discount);
        const Number one_year = Number(1) / (discount + 1);
        const Number yearly = powers_from_one(horizon_, one_year) * one_year;
        Number cost = yearly * running(part);
        if (part.aged_maintenance != absent) {
            const Number aged =
                payments_when_aged(horizon_, part.aged_from, Number(values_.at(part.life)), discount);
            cost = std::move(cost) + aged * (values_.at(part.aged_maintenance) - or_zero(part.maintenance));
        }
        if (part.price != absent) {
            const Number times = payments_by_life(horizon_, Number(values_.at(part.life)), discount);
            cost = std::move(cost) + times * values_.at(part.price) * spared(part);
        }
        if (part.residual != absent) {
            cost = std::move(cost) - values_.at(part.residual) * power_at_end(horizon_, one_year);
        }
        cost = std::move(cost) * part.seats;
        if (plan_.wants(Output::ownership)) ledger_.add(part.option, Output::ownership, cost);
        if (plan_.wants(Output::life_cycle)) {
            ledger_.add(part.option, Output::life_cycle, cost + emitted * or_zero(plan_.shadow_price));
        }
    }

    /// EUR per seat and year.
    Number running(const PartInputs& part) {
        const Number& energy =
            values_.at(part.energy != absent ? part.energy : plan_.devices[part.device].energy);
        Number money = energy * or_zero(plan_.electricity);
        if (part.intensity != absent) money = money * values_.at(part.intensity);
        return money + or_zero(part.maintenance) + or_zero(part.lease);
    }

    const Plan& plan_;
    Values& values_;
    Ledger& ledger_;
    int horizon_;
};

}  // namespace kring::impact
