// SPDX-License-Identifier: EUPL-1.2
// Forms that must not be written down when they come in, lest the moment tell who sent them (R19): held
// in memory alone until a moment that many share. What is held is gone when the program is killed;
// whoever sends one is told so.
#pragma once

#include <mutex>
#include <vector>

#include "platform/base/time.hpp"
#include "platform/web/request.hpp"

namespace kring::desk {

/// Thread-safe.
class HeldForms {
public:
    static constexpr std::size_t most = 5000;

    /// False when too many are held.
    bool hold(web::Fields fields, Time until);

    /// Those whose moment has come, no longer held here.
    std::vector<web::Fields> take_due(Time when);

    /// Everything, whatever its moment: before the program ends.
    std::vector<web::Fields> take_all();

private:
    struct Held {
        web::Fields fields;
        Time until;
    };
    std::mutex mutex_;
    std::vector<Held> held_;
};

/// The moments that all share: every two minutes by the clock, and at least one minute from now, so that
/// what somebody was just seen to send is never what appears.
Time shared_moment(Time when);
inline constexpr std::int64_t shared_every_ms = 2 * minute_ms;
inline constexpr std::int64_t shared_after_ms = minute_ms;

}  // namespace kring::desk
