// SPDX-License-Identifier: EUPL-1.2
#include "engine/chance/kernels.hpp"

#define KRING_LANES lanes_avx2
#define KRING_LANE_BYTES 32
#if defined(__x86_64__) && defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#elif defined(__x86_64__)
#pragma GCC push_options
#pragma GCC target("avx2")
#endif
#include "engine/chance/lanes.hpp"
#if defined(__x86_64__) && defined(__clang__)
#pragma clang attribute pop
#elif defined(__x86_64__)
#pragma GCC pop_options
#endif

namespace kring::chance {

const Kernels kernels_avx2{lanes_avx2::uniforms,     lanes_avx2::normals,    lanes_avx2::least_and_greatest,
                           lanes_avx2::exponentials, lanes_avx2::logarithms, lanes_avx2::lines,
                           lanes_avx2::blend,        lanes_avx2::multiply,   lanes_avx2::divide};

}  // namespace kring::chance
