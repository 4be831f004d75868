// SPDX-License-Identifier: EUPL-1.2
// What is said of Boavizta's rows beyond their single cells: figures of one row that contradict each other,
// and rows that are there twice.
#pragma once

#include <vector>

#include "engine/catalogue/catalogue.hpp"
#include "engine/reading/notes.hpp"

namespace kring::catalogue {

/// Notes what is odd; changes nothing.
void check_rows(const std::vector<PcfRow>& rows, reading::Notes& notes);

}  // namespace kring::catalogue
