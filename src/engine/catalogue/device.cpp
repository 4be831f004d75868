// SPDX-License-Identifier: EUPL-1.2
#include "engine/catalogue/device.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace kring::catalogue {

namespace {

constexpr auto names =
    std::to_array<std::string_view>({"laptop", "desktop", "monitor", "smartphone", "tablet", "thin_client",
                                     "workstation", "server", "converged", "storage", "hard_drive", "network",
                                     "printer", "iot", "gaming", "multimedia", "entertainment", "other"});
static_assert(names.size() == static_cast<std::size_t>(DeviceClass::other) + 1);

}  // namespace

std::string_view name(DeviceClass device) { return names[static_cast<std::size_t>(device)]; }

std::optional<DeviceClass> device_class(std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<DeviceClass>(found - names.begin());
}

const std::vector<DeviceClass>& all_device_classes() {
    static const std::vector<DeviceClass> classes = [] {
        std::vector<DeviceClass> all;
        for (std::size_t at = 0; at < names.size(); ++at) all.push_back(static_cast<DeviceClass>(at));
        return all;
    }();
    return classes;
}

}  // namespace kring::catalogue
