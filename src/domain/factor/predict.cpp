// SPDX-License-Identifier: EUPL-1.2
// Devices that no sheet tells about: the engine's model, fitted once for each version and kept in memory.
#include <map>
#include <memory>
#include <mutex>

#include "domain/factor/figures.hpp"
#include "domain/factor/lookup.hpp"
#include "domain/factor/store.hpp"
#include "engine/catalogue/predictor.hpp"

namespace kring::factor {

namespace {

struct Fitted {
    explicit Fitted(const std::vector<catalogue::PcfRow>& sheets)
        : embodied(sheets, catalogue::Target::embodied_kg), energy(sheets, catalogue::Target::tec_kwh) {}
    catalogue::Predictor embodied;
    catalogue::Predictor energy;
};

constexpr std::size_t fitted_most = 8;

// By the hash of the rows: the same rows give the same model, in whichever database they stand.
std::shared_ptr<const Fitted> fitted(db::Connection& in, const Version& version) {
    static std::mutex mutex;
    static std::map<std::string, std::shared_ptr<const Fitted>> kept;
    const std::lock_guard lock(mutex);
    if (const auto found = kept.find(version.rows_hash); found != kept.end()) return found->second;
    std::vector<catalogue::PcfRow> sheets;
    for (const Row& row : rows(in, version)) sheets.push_back(footprint_of(row));
    if (kept.size() == fitted_most) kept.clear();
    return kept[version.rows_hash] = std::make_shared<const Fitted>(sheets);
}

std::optional<Figure> predicted(const Provenance& from, const catalogue::Described& device,
                                const catalogue::Predictor& model, Quantity quantity) {
    const auto found = model.predict(device);
    if (!found) return std::nullopt;
    Figure figure;
    figure.id = figure_id({from.set, from.version, from.row, quantity});
    figure.subject = device.maker.empty() ? std::string(catalogue::name(device.device))
                                          : device.maker + " " + std::string(catalogue::name(device.device));
    figure.quantity = quantity;
    figure.value = found->median;
    set_bounds(figure, found->low, found->high);
    figure.count = found->rows;
    figure.unit = unit_of(quantity);
    figure.from = from;
    return figure;
}

template <class T>
std::optional<T> known(T value) {
    if (value > T{}) return value;
    return std::nullopt;
}

}  // namespace

std::optional<DeviceFigures> predict(db::Connection& in, const Versions& versions, const Unseen& device) {
    const auto of_class = catalogue::device_class(device.device_class);
    if (!of_class) return std::nullopt;
    std::optional<Set> set;
    std::optional<Version> version;
    for (const auto& [id, number] : versions) {
        const auto one = find_set(in, id);
        if (!one || one->is_built_in || one->kind != Kind::footprints) continue;
        auto found = find_version(in, id, number);
        if (!found || (version && found->made_at < version->made_at)) continue;
        set = one;
        version = std::move(found);
    }
    if (!version) return std::nullopt;
    const auto model = fitted(in, *version);
    Row row;
    row.key = "predicted-" + device.device_class;
    Provenance from = provenance_of(*set, version->number, row);
    from.row = slug(row.key);
    from.url = set->url;
    from.certainty = Certainty::low;
    from.derivation =
        "predicted from maker, screen, weight and year by a model fitted on the sheets of this version; low "
        "and high are its 90 % interval";
    const catalogue::Described described{*of_class,
                                         device.maker,
                                         device.name,
                                         known(device.screen_inch),
                                         known(device.weight_kg),
                                         known(device.year),
                                         known(device.storage_gb)};
    DeviceFigures made;
    made.device_class = device.device_class;
    made.maker = device.maker;
    made.name = device.name;
    made.embodied = predicted(from, described, model->embodied, Quantity::embodied);
    made.energy = predicted(from, described, model->energy, Quantity::energy);
    if (!made.embodied && !made.energy) return std::nullopt;
    return made;
}

}  // namespace kring::factor
