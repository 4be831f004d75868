// SPDX-License-Identifier: EUPL-1.2
#include <unistd.h>

#include "app/commands.hpp"

int main(int argc, char** argv) {
    std::vector<std::string> environment;
    for (char** entry = environ; entry && *entry; ++entry) environment.emplace_back(*entry);
    return kring::app::run_command({argv + 1, argv + argc}, environment);
}
