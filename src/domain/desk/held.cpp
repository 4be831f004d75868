// SPDX-License-Identifier: EUPL-1.2
#include "domain/desk/held.hpp"

#include <algorithm>
#include <limits>

namespace kring::desk {

bool HeldForms::hold(web::Fields fields, Time until) {
    const std::lock_guard lock(mutex_);
    if (held_.size() >= most) return false;
    held_.push_back({std::move(fields), until});
    return true;
}

std::vector<web::Fields> HeldForms::take_due(Time when) {
    const std::lock_guard lock(mutex_);
    const auto due =
        std::partition(held_.begin(), held_.end(), [&](const Held& one) { return one.until > when; });
    std::vector<web::Fields> taken;
    for (auto one = due; one != held_.end(); ++one) taken.push_back(std::move(one->fields));
    held_.erase(due, held_.end());
    return taken;
}

std::vector<web::Fields> HeldForms::take_all() {
    return take_due(Time{std::numeric_limits<std::int64_t>::max()});
}

Time shared_moment(Time when) {
    const std::int64_t earliest = when.ms + shared_after_ms;
    return Time{(earliest + shared_every_ms - 1) / shared_every_ms * shared_every_ms};
}

}  // namespace kring::desk
