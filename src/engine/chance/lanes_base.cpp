// SPDX-License-Identifier: EUPL-1.2
#include "engine/chance/kernels.hpp"

#define KRING_LANES lanes_base
#define KRING_LANE_BYTES 16

#include "engine/chance/lanes.hpp"

namespace kring::chance {

const Kernels kernels_base{lanes_base::uniforms,     lanes_base::normals,    lanes_base::least_and_greatest,
                           lanes_base::exponentials, lanes_base::logarithms, lanes_base::lines,
                           lanes_base::blend,        lanes_base::multiply,   lanes_base::divide};

}  // namespace kring::chance
