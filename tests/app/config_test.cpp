// SPDX-License-Identifier: EUPL-1.2
#include "app/config.hpp"

#include <gtest/gtest.h>

#include "platform/base/process.hpp"

namespace kring::app {
namespace {

TEST(Config, lets_a_flag_beat_the_environment_the_file_and_the_default) {
    const ScratchFolder scratch;
    const std::string file = scratch.path() + "/k.conf";
    write_file(file, "# comment\nport = 1\nname = Uit het bestand\nworkers = 3\n");
    const Loaded loaded = load_config({"serve", "--config", file, "--port", "3"},
                                      {"KRING_PORT=2", "KRING_NAME=Uit de omgeving"});
    EXPECT_TRUE(loaded.faults.empty());
    EXPECT_EQ(loaded.arguments, std::vector<std::string>{"serve"});
    EXPECT_EQ(loaded.config.number("port"), 3);
    EXPECT_EQ(loaded.config.text("name"), "Uit de omgeving");
    EXPECT_EQ(loaded.config.number("workers"), 3);
    EXPECT_EQ(loaded.config.text("address"), "127.0.0.1");
}

TEST(Config, refuses_every_wrong_line_with_its_place) {
    const ScratchFolder scratch;
    const std::string file = scratch.path() + "/k.conf";
    write_file(file,
               "prot = 80\nport = 70000\njobs = maybe\npublic_address = kring.example\nonzin\nworkers = 0\n");
    const Loaded loaded = load_config({"serve", "--config", file}, {});
    EXPECT_EQ(loaded.faults,
              (std::vector<std::string>{
                  file + ":1: unknown setting \"prot\". Did you mean \"port\"?",
                  file + ":2: port must be a port, 0 to 65535.", file + ":3: jobs must be yes or no.",
                  file + ":4: public_address must begin with http:// or https:// and not end with /.",
                  file + ":5: expected `name = value`.",
                  file + ":6: workers must be a whole number from 1 to 256."}));
}

TEST(Config, tells_a_missing_file_and_a_flag_without_value) {
    EXPECT_EQ(load_config({"serve", "--config", "/bestaat/niet"}, {}).faults,
              std::vector<std::string>{"/bestaat/niet: cannot be read."});
    EXPECT_EQ(load_config({"serve", "--port"}, {}).faults,
              std::vector<std::string>{"command line: --port needs a value."});
}

TEST(Config, masks_every_secret_when_shown) {
    const Loaded loaded = load_config(
        {"config", "--smtp_password", "geheim", "--database", "postgresql://kring:geheim@host/kring"}, {});
    const std::string shown = loaded.config.shown();
    EXPECT_EQ(shown.find("geheim"), std::string::npos);
    EXPECT_NE(shown.find("smtp_password = ********  # command line\n"), std::string::npos);
    EXPECT_NE(shown.find("database = postgresql://kring:********@host/kring  # command line\n"),
              std::string::npos);
}

}  // namespace
}  // namespace kring::app
