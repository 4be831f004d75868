// SPDX-License-Identifier: EUPL-1.2
// The configuration: one table of settings. A flag beats the environment beats the file beats the
// default; unknown names and wrong values are refused at start, with file and line.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kring::app {

struct Setting {
    std::string_view name;      ///< in the file; "--name" as a flag, "KRING_NAME" in the environment
    std::string_view standard;  ///< the default
    bool is_secret;
    std::string_view kind;  ///< "text", "port", "number 0 1440", "yesno", "list", "address", "mailbox"
    std::string_view help;
};

const std::vector<Setting>& settings();

class Config {
public:
    std::string text(std::string_view name) const;  ///< throws std::logic_error on an unknown name
    std::int64_t number(std::string_view name) const;
    bool is_on(std::string_view name) const;
    std::vector<std::string> list(std::string_view name) const;

    /// "name = value  # from where", secrets as "********".
    std::string shown() const;

    /// Where each value came from, for shown() and for faults.
    struct Value {
        std::string text;
        std::string origin;
    };
    std::map<std::string, Value, std::less<>> values;
};

struct Loaded {
    Config config;
    std::vector<std::string> faults;     ///< worded for the person at the terminal; empty when all is well
    std::vector<std::string> arguments;  ///< what is left of the command line, in order
};

/// Reads flags (`--name value` or `--name=value`), environment ("KRING_NAME=value" strings) and the file
/// named by --config or KRING_CONFIG, else "kring.conf" when it exists.
Loaded load_config(const std::vector<std::string>& arguments, const std::vector<std::string>& environment);

/// docs/configuration.md, written from the table.
std::string configuration_page();

}  // namespace kring::app
