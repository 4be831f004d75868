// SPDX-License-Identifier: EUPL-1.2
// What scripts/embed.py compiles into the binary: templates, migrations, phrases, assets.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/db.hpp"
#include "platform/html/template.hpp"

namespace kring::app {

struct Asset {
    std::string_view name;     ///< "kring.css"
    std::string_view address;  ///< "/static/kring.1a2b3c4d5e.css"
    std::string_view type;
    std::string_view content;
};

std::vector<html::TemplateFile> embedded_templates();
std::vector<db::Migration> embedded_migrations();
std::string_view embedded_catalogue_nl();
std::string_view embedded_catalogue_en();
const std::vector<Asset>& embedded_assets();
std::string_view embedded_press_file(
    std::string_view name);  ///< throws std::runtime_error on an unknown name

}  // namespace kring::app
