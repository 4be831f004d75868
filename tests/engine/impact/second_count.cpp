// SPDX-License-Identifier: EUPL-1.2
#include "tests/engine/impact/second_count.hpp"

#include <cmath>

namespace kring::impact::example {

namespace {

template <class U>
double value(const Estimate<U>& estimate) {
    return estimate.distribution().given[0];
}

template <class U>
double value(const std::optional<Estimate<U>>& estimate, double otherwise = 0) {
    return estimate ? value(*estimate) : otherwise;
}

/// One part, with plain names for what the equations name.
struct Counted {
    Counted(const Question& question, const Part& part)
        : q(question),
          route(part.route),
          device(question.devices[part.device]),
          line(question.fleet[part.line]) {
        n = line.seats * part.share;
        H = question.horizon;
        L = value(route.life);
        s = value(route.spare);
        A = H / L;
        e_new = value(device.embodied);
        tec = value(route.energy, value(device.energy));
        u = line.use ? value(question.uses[*line.use].intensity) : 1;
        is_second_hand = route.kind == RouteKind::refurbished || route.kind == RouteKind::remanufactured;
        virgin = is_second_hand ? value(route.new_material) : 1;
        p = route.take_back ? value(route.take_back->reused) : 0;
    }

    double embodied(Burden burden) const {
        double e = e_new;
        if (route.kind == RouteKind::extended) e = e_new + value(route.parts);
        if (route.kind == RouteKind::remanufactured) e = value(route.remade) * e_new;
        if (route.kind == RouteKind::refurbished) {
            const double b = burden == Burden::cut_off ? 0 : L / (value(route.first_life) + L);
            e = b * e_new + value(route.process) + value(route.parts) + value(route.transport);
        }
        return n * (1 + s) * A * e;
    }

    double use() const {
        double sum = 0;
        double g = value(q.grids[line.grid].factor);
        for (int t = 1; t <= q.horizon; ++t) {
            sum += n * tec * u * g;
            g *= 1 - value(q.grids[line.grid].decline);
        }
        return sum;
    }

    double ownership() const {
        const double i = value(q.economy.discount);
        double cost = 0;
        for (double bought = 0; bought < H - 1e-9 * L; bought += L) {
            cost += value(route.costs.price) * (1 + s) * std::pow(1 + i, -bought);
        }
        double age = 1;
        for (int t = 1; t <= q.horizon; ++t) {
            double yearly = tec * u * value(q.economy.electricity) + value(route.costs.lease);
            const bool is_aged = route.costs.ageing && std::floor(age + 1e-9) >= route.costs.ageing->from_age;
            yearly += is_aged ? value(route.costs.ageing->maintenance) : value(route.costs.maintenance);
            cost += yearly * std::pow(1 + i, -t);
            age += 1;
            while (age > L + 1 - 1e-9 * L) age -= L;
        }
        return n * (cost - value(route.costs.residual) * std::pow(1 + i, -H));
    }

    double credit() const {
        if (!route.take_back) return 0;
        const TakeBack& back = *route.take_back;
        return n * A * p * value(back.displaced) *
               (e_new * value(back.second_life) / value(back.reference_life) - value(back.process));
    }

    double bought() const {
        return n * (1 + s) * (q.acquisition == Acquisition::annualised ? A : std::ceil(A - 1e-9));
    }

    double count(Output output) const {
        const Burden other = q.burden == Burden::cut_off ? Burden::life_share : Burden::cut_off;
        const double mass = value(device.mass);
        switch (output) {
            case Output::embodied:
                return embodied(q.burden);
            case Output::use:
                return use();
            case Output::total:
                return embodied(q.burden) + use();
            case Output::other_rule:
                return embodied(other) + use();
            case Output::energy:
                return n * tec * u * H;
            case Output::bought:
                return bought();
            case Output::material:
                return n * (1 + s) * A * virgin * mass;
            case Output::reused:
                return is_second_hand ? n * (1 + s) * A * (1 - virgin) * mass : 0;
            case Output::reused_share:
                return is_second_hand ? n : 0;
            case Output::waste:
                return n * A * mass * (1 - p);
            case Output::credit:
                return credit();
            case Output::ownership:
                return ownership();
            default:
                return ownership() + value(q.economy.shadow_price) * (embodied(q.burden) + use());
        }
    }

    const Question& q;
    const Route& route;
    const Device& device;
    const Line& line;
    double n, H, L, s, A, e_new, tec, u, virgin, p;
    bool is_second_hand;
};

}  // namespace

double second_count(const Question& question, std::size_t option, Output output) {
    double sum = 0;
    double seats = 0;
    for (const Part& part : question.options[option].parts) sum += Counted(question, part).count(output);
    for (const Line& line : question.fleet) seats += line.seats;
    return output == Output::reused_share ? sum / seats : sum;
}

double second_count_of(const Question& question, std::size_t option, const std::string& element) {
    double sum = 0;
    for (const Part& part : question.options[option].parts) {
        const Counted counted(question, part);
        for (const Material& one : counted.device.materials) {
            if (one.element != element) continue;
            sum += counted.n * (1 + counted.s) * counted.A * counted.virgin * value(one.content) *
                   (1 - value(one.recycled));
        }
    }
    return sum;
}

}  // namespace kring::impact::example
