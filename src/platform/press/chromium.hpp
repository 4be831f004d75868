// SPDX-License-Identifier: EUPL-1.2
// Prints a staged HTML file to PDF with headless Chromium: fresh profile, no network, a time limit,
// one at a time.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kring::press {

/// Lays `name`.html with a policy that forbids all but its own folder's pictures.
/// `head` is what else goes in <head>: title and style.
void stage_page(const std::string& folder, const std::string& name, std::string_view language,
                std::string_view head, std::string_view body);

/// Prints `name`.html in `folder` to `name`.pdf. Throws std::runtime_error when that fails.
void print_page(const std::string& folder, const std::string& name);

/// Runs another program in `folder` and hands back its output; throws std::runtime_error, naming the
/// program and its last complaint, when it is missing or fails.
std::string run_tool(const std::string& folder, const std::vector<std::string>& argv, int seconds = 60);

}  // namespace kring::press
