// SPDX-License-Identifier: EUPL-1.2
// What a device that no sheet tells about probably embodies and uses: from maker, screen, weight and year,
// with an interval that holds nine of ten. Fitted to the rows that were imported; the same rows give the same
// bits.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/catalogue/catalogue.hpp"

namespace kring::catalogue {

/// What is known of a device; everything but the class may be unknown.
struct Described {
    DeviceClass device = DeviceClass::laptop;
    std::string maker;
    std::string product;  ///< may tell its storage: "256GB"
    std::optional<double> screen_inch;
    std::optional<double> weight_kg;
    std::optional<int> year;           ///< of its sheet or its coming onto the market
    std::optional<double> storage_gb;  ///< else as the product's name tells it
};

enum class Target { embodied_kg, tec_kwh, total_kg };

std::string_view name(Target target);

/// A lognormal's median with the bounds of its 90 % interval.
struct Prediction {
    double median = 0;
    double low = 0;      ///< 5th percentile
    double high = 0;     ///< 95th percentile
    int rows = 0;        ///< of the class, that it was fitted to
    int maker_rows = 0;  ///< of the same maker among them
};

/// Rows of a class and target from which a model is made.
inline constexpr int fewest_rows = 30;

/// The classes that were shown to be predicted better than by their median: laptop, desktop, monitor,
/// smartphone.
const std::vector<DeviceClass>& predictable_classes();

/// A Gaussian process on the logarithm for each such class that has enough rows. Its width is set by how far
/// off predictions are for families of products that were left out.
class Predictor {
public:
    Predictor(const std::vector<PcfRow>& rows, Target target);
    ~Predictor();
    Predictor(Predictor&&) noexcept;
    Predictor& operator=(Predictor&&) noexcept;

    /// Nothing when the class has no model: take the archetype then.
    std::optional<Prediction> predict(const Described& device) const;

private:
    struct Models;
    std::unique_ptr<Models> models_;
};

/// What is known of the device of a sheet.
Described described(const PcfRow& row);

/// How rows are parted for trying a predictor on rows that it has not seen.
enum class Folds {
    plain,     ///< by lot, row by row
    families,  ///< rows of one sheet or one product family stay together
};

/// How good predictions are on rows that were not seen. The factor error is exp(median |ln(seen/predicted)|).
struct Tried {
    DeviceClass device = DeviceClass::laptop;
    Target target = Target::embodied_kg;
    Folds folds = Folds::plain;
    int rows = 0;
    double coverage = 0;  ///< share of rows inside their 90 % interval
    double factor_error = 0;
    double baseline_coverage = 0;  ///< one lognormal for the class, in the same folds
    double baseline_factor_error = 0;
};

/// What of the description is looked at when trying.
enum class Known { all, without_storage };

/// Tries it in ten folds; nothing when there are too few rows.
std::optional<Tried> cross_validate(const std::vector<PcfRow>& rows, DeviceClass device, Target target,
                                    Folds folds, Known known = Known::all);

}  // namespace kring::catalogue
