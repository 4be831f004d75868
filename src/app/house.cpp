// SPDX-License-Identifier: EUPL-1.2
#include "app/house.hpp"

#include "app/embedded.hpp"

namespace kring::app {

namespace {

std::string asset_address(std::string_view name) {
    for (const Asset& asset : embedded_assets()) {
        if (asset.name == name) return std::string(asset.address);
    }
    throw std::logic_error("no such asset: " + std::string(name));
}

}  // namespace

House::House(const Config& given)
    : config(given),
      database(given.text("database"), static_cast<int>(given.number("readers"))),
      phrases(embedded_catalogue_nl(), embedded_catalogue_en()),
      templates(embedded_templates(), phrases),
      site{database,
           templates,
           phrases,
           limits,
           given.text("name"),
           given.text("public_address"),
           given.text("contact_email"),
           static_cast<int>(given.number("anonymous_delay_minutes")),
           asset_address,
           given.text("virus_scanner")} {
    database.migrate(embedded_migrations());
}

Actor House::operator_() {
    Actor actor;
    actor.is_operator = true;
    actor.name = "operator";
    return actor;
}

}  // namespace kring::app
