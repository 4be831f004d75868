// SPDX-License-Identifier: EUPL-1.2
// Looking figures up, for whoever calculates: always in named versions, so that the same question asked of
// the same versions gives the same figures years later. Reading needs no right: figures are public.
#pragma once

#include "domain/factor/factor.hpp"
#include "platform/db/db.hpp"

namespace kring::factor {

/// The newest version of every set, built-in ones included: what a new calculation uses.
Versions current(db::Connection& in);

/// What is known of one device, or of a class of devices. What is not known is absent.
struct DeviceFigures {
    std::string device_class;         ///< "laptop", "desktop", "monitor", "tablet", "smartphone", "server" …
    std::string maker;                ///< "" for a class
    std::string name;                 ///< of the model; "" for a class
    std::string row;                  ///< "SET@VERSION/ROW": names it for ever, to look it up again
    std::optional<Figure> embodied;   ///< kg CO2e per device, whole life without use
    std::optional<Figure> energy;     ///< kWh per year (TEC)
    std::optional<Figure> mass;       ///< kg
    std::optional<Figure> life;       ///< years
    std::vector<Figure> others = {};  ///< price, processing, parts: typed in as own figures
};

/// One for each device class, in a fixed order: an own figure where there is one, else the built-in
/// archetype. Works without any import.
std::vector<DeviceFigures> device_classes(db::Connection& in, const Versions& versions);

/// The one of that name; nothing for a class that is not known.
std::optional<DeviceFigures> device_class(db::Connection& in, const Versions& versions,
                                          std::string_view name);

/// Devices of imported sets: every word must occur in maker or name, in any order, letters large or small.
/// `of_class` "" for all. Sorted by maker and name; at most `most`.
std::vector<DeviceFigures> find_devices(db::Connection& in, const Versions& versions,
                                        std::string_view of_class, std::string_view words, int most = 50);

/// One again, by DeviceFigures::row.
std::optional<DeviceFigures> device(db::Connection& in, std::string_view row);

/// A device that is in no set: what is known of it. 0 and "" are "not known".
struct Unseen {
    std::string device_class;
    std::string maker;
    std::string name;  ///< may tell its storage: "256GB"
    double screen_inch = 0;
    double weight_kg = 0;
    int year = 0;
    double storage_gb = 0;
};
/// Embodied and energy by the model of engine/catalogue, fitted on the newest footprints among the versions;
/// low and high are its 90 % interval. Nothing without footprints, or when the class has too few rows: the
/// class's own figures are then the best there is. What was fitted is kept in memory by set and version.
std::optional<DeviceFigures> predict(db::Connection& in, const Versions& versions, const Unseen& device);

/// An area's electricity, kg CO2e per kWh. `area` as the source writes it: "NLD" and "EU" (Ember), "NL"
/// (Electricity Maps).
struct GridFigure {
    std::string area;
    std::string area_name;  ///< "" when the source gives none
    std::string method;     ///< "generation_average", "consumption_average", "operating_margin"; "" of own
                            ///< figures. Methods are not to be mixed in one comparison
    Figure figure;
};
/// Those of one area in all sets, newest year first; "" for every area, in order of area. Codes of two
/// and three letters of one country are the same area here: "NL" finds "NLD".
std::vector<GridFigure> grid(db::Connection& in, const Versions& versions, std::string_view area = "");

/// What a calculation begins with: the newest Dutch own figure, else Ember's, imported or built in, with the
/// range of recent years and other methods.
GridFigure default_grid(db::Connection& in, const Versions& versions);

/// Prices of a kilogram CO2e, own figures first, then the three of the handbooks, which are unverified.
std::vector<Figure> carbon_prices(db::Connection& in, const Versions& versions);

/// Figures from reports and handbooks that an assumption may start from (engine/catalogue/facts.hpp); their
/// subject is the fact's id. Many are unverified.
std::vector<Figure> facts(db::Connection& in, const Versions& versions);

/// All figures typed in here.
std::vector<Figure> own_figures(db::Connection& in, const Versions& versions);

/// Any figure by its id; nothing when there is no such version, row or quantity, and for predicted ones.
std::optional<Figure> figure(db::Connection& in, std::string_view id);

/// What the licences ask to stand beside a result or a download that used these figures: one notice a set,
/// in order of set. Texts are in English, as their publishers word them.
struct Notice {
    std::string set;
    std::string set_name;
    int version = 0;
    Licence licence = Licence::own;
    std::string text;
};
std::vector<Notice> notices(db::Connection& in, const std::vector<Provenance>& used);

}  // namespace kring::factor
