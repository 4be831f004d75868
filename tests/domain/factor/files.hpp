// SPDX-License-Identifier: EUPL-1.2
// Small files with factors, made for a test.
#pragma once

#include <string>
#include <vector>

#include "domain/factor/reading.hpp"

namespace kring::factor {

/// One device of a Boavizta file: what tests tell apart, the rest as an ordinary laptop.
struct Device {
    std::string name;
    std::string maker = "Lenovo";
    std::string total = "300";
    std::string tec = "20";
    std::string subcategory = "Laptop";
};

/// boavizta-data-us.csv with these rows.
File boavizta_file(const std::vector<Device>& devices);

/// Two areas of Ember, with years, in grams.
File ember_file(const std::string& netherlands = "252.7");

/// A year of Electricity Maps as CO2.js writes it.
File yearly_file(int year, int grams);

/// The rules of a file of own figures, each a line of cells: class, figure, unit, value, low, high, source,
/// year, licence.
File own_file(const std::vector<std::string>& lines);

}  // namespace kring::factor
