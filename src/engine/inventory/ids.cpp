// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "engine/inventory/inventory.hpp"

namespace kring::inventory {

namespace {

constexpr std::array<std::string_view, devices_count> device_ids = {
    "laptop",  "desktop", "workstation", "thin_client", "monitor",    "smartphone", "tablet",    "server",
    "storage", "network", "printer",     "dock",        "television", "phone",      "peripheral"};

constexpr std::array<std::string_view, 10> meaning_ids = {"unused", "kind",   "maker",  "model",  "quantity",
                                                          "year",   "weight", "screen", "serial", "status"};

constexpr std::array<std::string_view, 22> reason_ids = {
    "kind_missing",       "kind_unknown",    "kind_ambiguous",    "quantity_missing",
    "quantity_no_number", "quantity_about",  "quantity_fraction", "quantity_negative",
    "quantity_too_big",   "quantity_merged", "cell_fault",        "row_ragged",
    "heading_again",      "total",           "status_gone",       "quantity_zero",
    "serial_again",       "not_ict",         "left_out",          "year_unread",
    "weight_unread",      "screen_unread"};

constexpr std::array<std::string_view, 5> obstacle_ids = {"no_rows", "no_headings", "no_kind", "column_twice",
                                                          "bad_quantity"};

template <class Value, std::size_t count>
std::optional<Value> value_of(const std::array<std::string_view, count>& ids, std::string_view id) {
    const auto found = std::find(ids.begin(), ids.end(), id);
    if (found == ids.end()) return std::nullopt;
    return static_cast<Value>(found - ids.begin());
}

}  // namespace

std::string_view id(Device device) { return device_ids.at(static_cast<std::size_t>(device)); }
std::string_view id(Meaning meaning) { return meaning_ids.at(static_cast<std::size_t>(meaning)); }
std::string_view id(Reason reason) { return reason_ids.at(static_cast<std::size_t>(reason)); }
std::string_view id(Obstacle obstacle) { return obstacle_ids.at(static_cast<std::size_t>(obstacle)); }

std::optional<Device> device_of(std::string_view id) { return value_of<Device>(device_ids, id); }
std::optional<Meaning> meaning_of(std::string_view id) { return value_of<Meaning>(meaning_ids, id); }

std::array<Device, devices_count> all_devices() {
    std::array<Device, devices_count> devices{};
    for (std::size_t i = 0; i < devices_count; ++i) devices[i] = static_cast<Device>(i);
    return devices;
}

Standing standing_of(Reason reason) {
    if (reason >= Reason::year_unread) return Standing::counted;
    return reason >= Reason::heading_again ? Standing::aside : Standing::unread;
}

std::optional<std::size_t> Layout::column(Meaning meaning) const {
    const auto found = std::find(columns.begin(), columns.end(), meaning);
    if (found == columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns.begin());
}

std::int64_t Fleet::quantity(Device device) const {
    std::int64_t sum = 0;
    for (const Group& group : groups) sum += group.device == device ? group.quantity : 0;
    return sum;
}

std::int64_t Fleet::quantity() const {
    std::int64_t sum = 0;
    for (const Group& group : groups) sum += group.quantity;
    return sum;
}

}  // namespace kring::inventory
