// SPDX-License-Identifier: EUPL-1.2
#include "engine/chance/kernels.hpp"

#define KRING_LANES lanes_avx512
#define KRING_LANE_BYTES 64
#if defined(__x86_64__) && defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512vl"))), apply_to = function)
#elif defined(__x86_64__)
#pragma GCC push_options
#pragma GCC target("avx512f,avx512dq,avx512vl")
#endif
#include "engine/chance/lanes.hpp"
#if defined(__x86_64__) && defined(__clang__)
#pragma clang attribute pop
#elif defined(__x86_64__)
#pragma GCC pop_options
#endif

namespace kring::chance {

const Kernels kernels_avx512{
    lanes_avx512::uniforms,     lanes_avx512::normals,    lanes_avx512::least_and_greatest,
    lanes_avx512::exponentials, lanes_avx512::logarithms, lanes_avx512::lines,
    lanes_avx512::blend,        lanes_avx512::multiply,   lanes_avx512::divide};

}  // namespace kring::chance
