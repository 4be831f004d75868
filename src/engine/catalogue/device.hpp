// SPDX-License-Identifier: EUPL-1.2
// The classes of devices that figures are kept for, and what each is called in files.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace kring::catalogue {

enum class DeviceClass {
    laptop,
    desktop,
    monitor,
    smartphone,
    tablet,
    thin_client,
    workstation,
    server,
    converged,  ///< hyperconverged or edge systems of a data centre
    storage,    ///< SAN, NAS
    hard_drive,
    network,
    printer,
    iot,
    gaming,
    multimedia,
    entertainment,
    other,
};

/// "thin_client": in addresses, files and the database.
std::string_view name(DeviceClass device);
std::optional<DeviceClass> device_class(std::string_view name);
const std::vector<DeviceClass>& all_device_classes();

}  // namespace kring::catalogue
