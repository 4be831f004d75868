// SPDX-License-Identifier: EUPL-1.2
#include "engine/award/lead.hpp"

#define KRING_LANES lanes_base
#define KRING_LANE_BYTES 16
#include "engine/award/lead_lanes.hpp"

#if defined(__x86_64__)

#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#else
#pragma GCC push_options
#pragma GCC target("avx2")
#endif
#define KRING_LANES lanes_avx2
#define KRING_LANE_BYTES 32
#include "engine/award/lead_lanes.hpp"
#if defined(__clang__)
#pragma clang attribute pop
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512vl"))), apply_to = function)
#else
#pragma GCC pop_options
#pragma GCC push_options
#pragma GCC target("avx512f,avx512dq,avx512vl")
#endif
#define KRING_LANES lanes_avx512
#define KRING_LANE_BYTES 64
#include "engine/award/lead_lanes.hpp"
#if defined(__clang__)
#pragma clang attribute pop
#else
#pragma GCC pop_options
#endif

#endif

namespace kring::award {

void find_leaders(const Lead& lead, const Leaders& leaders, std::size_t count) {
#if defined(__x86_64__)
    if (chance::width() == chance::Width::avx512) return lanes_avx512::find_any(lead, leaders, count);
    if (chance::width() == chance::Width::avx2) return lanes_avx2::find_any(lead, leaders, count);
#endif
    lanes_base::find_any(lead, leaders, count);
}

}  // namespace kring::award
