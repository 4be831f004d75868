// SPDX-License-Identifier: EUPL-1.2
// docs/assess-format.md, "The request".
#include <algorithm>
#include <map>
#include <set>

#include "domain/exchange/questions.hpp"

namespace kring::exchange {

namespace {

using impact::Estimate;

constexpr std::int64_t seed_most = 9'007'199'254'740'991;  // 2^53 - 1: what every JSON reader keeps
/// Numbers that sensitivity keeps for a cause and an option: 32 bins, of 8 parts and their sum.
constexpr std::size_t sensitivity_kept = 32 * 9;

class Reader {
public:
    Reader(Form& form, const Terms& terms) : form_(form), terms_(terms) {}

    impact::Question read() {
        question_.horizon = static_cast<int>(form_.whole("horizon", 1, impact::horizon_max, 1, Need::needed));
        question_.start_year = static_cast<int>(form_.whole("start_year", 0, 2100, 0));
        read_sources();
        read_devices();
        read_grids();
        read_fleet();
        read_options();
        read_economy();
        read_settings();
        check_kept();
        return std::move(question_);
    }

private:
    void read_sources() {
        each(form_, "sources", Need::optional, [this](Form& item) {
            const std::string id = item.text("id", Need::needed);
            impact::Provenance source;
            source.source = item.text("source", Need::needed);
            source.version = item.text("version");
            source.row = item.text("row");
            source.year = static_cast<int>(item.whole("year", 0, 2200, 0));
            source.licence = item.text("licence");
            const auto certainty = item.choice("certainty", certainty_names(),
                                               static_cast<std::size_t>(impact::Certainty::unverified));
            source.certainty = static_cast<impact::Certainty>(certainty);
            source.entered_by = item.text("entered_by");
            if (source.source.empty()) return;
            if (!sources_.emplace(id, question_.sources.add(source)).second) item.wrong("twice", "id");
        });
    }

    impact::SourceId source_of(const std::string& id, const std::string& pointer) {
        const auto found = sources_.find(id);
        if (found != sources_.end()) return found->second;
        if (!id.empty()) add(form_.problems(), problem_at("no_source", pointer + "/source", {{"name", id}}));
        impact::Provenance stated;
        stated.source = "stated in the request";
        stated.certainty = impact::Certainty::chosen;
        return question_.sources.add(stated);
    }

    template <class U>
    std::optional<Estimate<U>> take(Form& form, std::string_view name, Need need = Need::optional) {
        const json::Value* value = form.take(name, need);
        if (!value) return std::nullopt;
        std::string source;
        auto law = read_law(*value, form.at(name), form.problems(), &source);
        if (!law) return std::nullopt;
        if (law->family != chance::Family::fixed) ++uncertain_;
        return Estimate<U>(std::move(*law), source_of(source, form.at(name)));
    }

    /// Something to hold the place of what is missing, which is told already.
    template <class U>
    Estimate<U> need(Form& form, std::string_view name) {
        auto found = take<U>(form, name, Need::needed);
        if (found) return std::move(*found);
        return Estimate<U>(impact::Quantity<U>(1), source_of("", ""));
    }

    void read_devices() {
        each(form_, "devices", Need::needed, [this](Form& item) {
            const std::string id = item.text("id", Need::needed);
            auto embodied = need<impact::KgCo2e>(item, "embodied");
            auto energy = need<impact::KwhPerYear>(item, "energy");
            impact::Device device{
                id, std::move(embodied), std::move(energy), take<impact::Kilogram>(item, "mass"),
                {}, item.text("method")};
            each(item, "materials", Need::optional, [this, &device](Form& material) {
                const std::string element = material.text("element", Need::needed);
                auto content = need<impact::Gram>(material, "content");
                device.materials.push_back(
                    {element, std::move(content), take<impact::Ratio>(material, "recycled")});
            });
            devices_.add(id);
            question_.devices.push_back(std::move(device));
        });
    }

    void read_grids() {
        each(form_, "grids", Need::needed, [this](Form& item) {
            const std::string id = item.text("id", Need::needed);
            auto factor = need<impact::KgCo2ePerKwh>(item, "factor");
            grids_.add(id);
            question_.grids.push_back({id, std::move(factor), take<impact::Ratio>(item, "decline")});
        });
        each(form_, "uses", Need::optional, [this](Form& item) {
            const std::string id = item.text("id", Need::needed);
            uses_.add(id);
            question_.uses.push_back({id, need<impact::Ratio>(item, "intensity")});
        });
    }

    std::size_t named(Form& form, std::string_view name, const Names& names) {
        const std::string id = form.text(name, Need::needed);
        const auto found = names.find(id);
        if (!found && !id.empty()) form.wrong("no_such", name, {{"name", id}});
        return found.value_or(0);
    }

    void read_fleet() {
        each(form_, "fleet", Need::needed, [this](Form& item) {
            impact::Line line;
            line.id = item.text("id", Need::needed);
            line.seats = item.number("seats", 1, Need::needed);
            line.grid = named(item, "grid", grids_);
            if (item.take("use")) line.use = named(item, "use", uses_);
            lines_.add(line.id);
            question_.fleet.push_back(std::move(line));
        });
    }

    void read_options() {
        each(form_, "options", Need::needed, [this](Form& item) {
            impact::Option option;
            option.id = item.text("id", Need::needed);
            each(item, "parts", Need::needed, [this, &option](Form& part) {
                const std::size_t line = named(part, "line", lines_);
                const std::size_t device = named(part, "device", devices_);
                const double share = part.number("share", 1);
                static const json::Value none{json::Object()};
                const json::Value* value = part.take("route", Need::needed);
                Form route(value ? *value : none, part.at("route"), part.problems());
                option.parts.push_back({line, device, share, read_route(route)});
                route.finish();
            });
            options_.add(option.id);
            question_.options.push_back(std::move(option));
        });
    }

    impact::Route read_route(Form& form) {
        const std::size_t kind = form.choice("kind", route_names(), 0, Need::needed);
        impact::Route route{.kind = static_cast<impact::RouteKind>(kind),
                            .life = need<impact::Year>(form, "life"),
                            .spare = take<impact::Ratio>(form, "spare"),
                            .parts = take<impact::KgCo2e>(form, "parts"),
                            .process = take<impact::KgCo2e>(form, "process"),
                            .transport = take<impact::KgCo2e>(form, "transport"),
                            .first_life = take<impact::Year>(form, "first_life"),
                            .remade = take<impact::Ratio>(form, "remade"),
                            .new_material = take<impact::Ratio>(form, "new_material"),
                            .energy = take<impact::KwhPerYear>(form, "energy"),
                            .take_back = {},
                            .costs = {}};
        if (const json::Value* value = form.take("take_back")) {
            Form inner(*value, form.at("take_back"), form.problems());
            auto reused = need<impact::Ratio>(inner, "reused");
            auto displaced = need<impact::Ratio>(inner, "displaced");
            auto second = need<impact::Year>(inner, "second_life");
            auto reference = need<impact::Year>(inner, "reference_life");
            auto process = need<impact::KgCo2e>(inner, "process");
            route.take_back = impact::TakeBack{std::move(reused), std::move(displaced), std::move(second),
                                               std::move(reference), std::move(process)};
            inner.finish();
        }
        if (const json::Value* value = form.take("costs")) {
            Form inner(*value, form.at("costs"), form.problems());
            read_costs(inner, route.costs);
            inner.finish();
        }
        return route;
    }

    void read_costs(Form& form, impact::Costs& costs) {
        costs.price = take<impact::Euro>(form, "price");
        costs.lease = take<impact::EuroPerYear>(form, "lease");
        costs.maintenance = take<impact::EuroPerYear>(form, "maintenance");
        costs.residual = take<impact::Euro>(form, "residual");
        const json::Value* value = form.take("ageing");
        if (!value) return;
        Form inner(*value, form.at("ageing"), form.problems());
        const auto age = static_cast<int>(inner.whole("from_age", 1, 100, 1, Need::needed));
        costs.ageing = impact::Ageing{age, need<impact::EuroPerYear>(inner, "maintenance")};
        inner.finish();
    }

    void read_economy() {
        const json::Value* value = form_.take("economy");
        if (!value) return;
        Form inner(*value, form_.at("economy"), form_.problems());
        question_.economy.discount = take<impact::Ratio>(inner, "discount");
        question_.economy.electricity = take<impact::EuroPerKwh>(inner, "electricity");
        question_.economy.shadow_price = take<impact::EuroPerKgCo2e>(inner, "shadow_price");
        inner.finish();
    }

    void read_settings() {
        question_.burden = static_cast<impact::Burden>(form_.choice("burden", burden_names(), 0));
        question_.life_share_chance = form_.number("life_share_chance", 0.5);
        question_.acquisition =
            static_cast<impact::Acquisition>(form_.choice("acquisition", {"annualised", "discrete"}, 0));
        question_.method_correlation = form_.number("method_correlation", 0.5);
        question_.with_materials = form_.truth("materials", false);
        question_.with_sensitivity = form_.truth("sensitivity", false);
        question_.compared = static_cast<impact::Output>(
            form_.choice("compared", output_names(), static_cast<std::size_t>(impact::Output::total)));
        read_outputs();
        read_draws();
        question_.threads = terms_.threads;
    }

    static const std::vector<std::string_view>& output_names() {
        static const std::vector<std::string_view> names = [] {
            std::vector<std::string_view> all;
            for (std::size_t i = 0; i < impact::output_count; ++i)
                all.push_back(impact::name_of(static_cast<impact::Output>(i)));
            return all;
        }();
        return names;
    }

    void read_outputs() {
        if (!form_.take("outputs")) return;
        const json::Array& items = form_.list("outputs");
        question_.wanted.clear();
        for (std::size_t at = 0; at < items.size(); ++at) {
            const std::string name = items[at].text() ? *items[at].text() : "";
            const auto found = std::find(output_names().begin(), output_names().end(), name);
            if (found == output_names().end()) {
                add(form_.problems(),
                    problem_at("no_such", form_.at("outputs") + json::step(std::to_string(at)),
                               {{"name", name}}));
                continue;
            }
            question_.wanted.push_back(static_cast<impact::Output>(found - output_names().begin()));
        }
    }

    void read_draws() {
        const auto most = static_cast<std::int64_t>(std::min(terms_.draws_max, impact::draws_max));
        question_.seed = static_cast<std::uint64_t>(form_.whole("seed", 0, seed_most, 1));
        const std::string mode = form_.text("mode");
        question_.draws = static_cast<std::size_t>(
            form_.whole("draws", 0, most, 0, mode == "draws" ? Need::needed : Need::optional));
        if (mode == "draws" && question_.draws == 0) form_.wrong("draws_needed", "draws");
        if (mode == "deterministic" && question_.draws > 0) form_.wrong("no_draws", "draws");
    }

    void check_kept() {
        if (question_.draws == 0) return;
        std::set<std::string_view> elements;
        for (const impact::Device& device : question_.devices) {
            for (const auto& material : device.materials) elements.insert(material.element);
        }
        if (!question_.with_materials) elements.clear();
        const std::size_t options = question_.options.size();
        const std::size_t outcomes = options * (question_.wanted.size() + 1 + elements.size());
        if (outcomes * question_.draws > terms_.kept_max) form_.wrong("too_much_kept", "draws");
        if (!question_.with_sensitivity) return;
        // At most: a cause for each figure, and one for the method of each device.
        const std::size_t causes = uncertain_ + question_.devices.size();
        if (causes * options * sensitivity_kept > terms_.kept_max)
            form_.wrong("too_many_causes", "sensitivity");
    }

    Form& form_;
    const Terms& terms_;
    std::size_t uncertain_ = 0;  ///< figures that are no fixed number
    impact::Question question_;
    std::map<std::string, impact::SourceId> sources_;
    Names devices_;
    Names grids_;
    Names uses_;
    Names lines_;
    Names options_;
};

}  // namespace

const std::vector<std::string_view>& route_names() {
    static const std::vector<std::string_view> names = {"new", "extended", "refurbished", "remanufactured",
                                                        "leased"};
    return names;
}

const std::vector<std::string_view>& burden_names() {
    static const std::vector<std::string_view> names = {"cut_off", "life_share", "drawn"};
    return names;
}

const std::vector<std::string_view>& certainty_names() {
    static const std::vector<std::string_view> names = {"high", "medium", "low", "unverified", "chosen"};
    return names;
}

impact::Question read_question(Form& form, const Terms& terms) { return Reader(form, terms).read(); }

}  // namespace kring::exchange
