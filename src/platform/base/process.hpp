// SPDX-License-Identifier: EUPL-1.2
// Runs another program (Chromium, pandoc) with an argument list, never through a shell.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kring {

struct Finished {
    int exit_code = -1;  ///< 128 + signal when killed; 124 when the time ran out
    std::string output;  ///< standard output, at most 4 MiB
    std::string errors;  ///< standard error, at most 64 KiB
};

/// Runs `argv` in `folder` with a bare environment (PATH, HOME=folder, LANG=C.UTF-8), waits at
/// most `seconds`, then kills its whole process group. Throws std::runtime_error when it cannot start.
Finished run_program(const std::vector<std::string>& argv, const std::string& folder, int seconds);

/// A new empty folder that is removed with its content when it goes out of scope. It stands in
/// `parent`, or where temporary files go ($TMPDIR, else /tmp).
class ScratchFolder {
public:
    explicit ScratchFolder(const std::string& parent = "");
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

/// Whole-file reading and writing; both throw std::runtime_error naming the path.
std::string read_file(const std::string& path);
void write_file(const std::string& path, std::string_view bytes);

}  // namespace kring
