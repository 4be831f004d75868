// SPDX-License-Identifier: EUPL-1.2
#include "platform/base/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace kring {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t most_output = 4 << 20;
constexpr std::size_t most_errors = 64 << 10;
constexpr int time_ran_out = 124;

[[noreturn]] void fail(const std::string& what, int error) {
    throw std::runtime_error(what + ": " + std::strerror(error));
}

/// The reading end of a child's output; what exceeds `most` is read and dropped, so the child never blocks.
struct Pipe {
    explicit Pipe(std::size_t most_bytes) : most(most_bytes) {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail("pipe", errno);
        reading = ends[0];
        writing = ends[1];
        ::fcntl(reading, F_SETFL, O_NONBLOCK);
    }
    ~Pipe() {
        close_end(reading);
        close_end(writing);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    static void close_end(int& end) {
        if (end >= 0) ::close(end);
        end = -1;
    }

    /// Takes what is there now and closes at end of file. Takes at most 4 MiB a time, so that an
    /// endless writer cannot outrun the clock.
    void drain() {
        std::array<char, 65536> buffer;
        for (int turn = 0; turn < 64 && reading >= 0; ++turn) {
            const ssize_t got = ::read(reading, buffer.data(), buffer.size());
            if (got < 0 && errno == EINTR) continue;
            if (got < 0 && errno == EAGAIN) return;
            if (got <= 0) return close_end(reading);
            text.append(buffer.data(), std::min(static_cast<std::size_t>(got), most - text.size()));
        }
    }

    std::size_t most;
    std::string text;
    int reading = -1;
    int writing = -1;
};

/// What posix_spawn is told: a group of its own, nothing on standard input, signals as by default.
struct Orders {
    Orders(const std::string& folder, const Pipe& output, const Pipe& errors) {
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        ::posix_spawn_file_actions_adddup2(&actions, output.writing, STDOUT_FILENO);
        ::posix_spawn_file_actions_adddup2(&actions, errors.writing, STDERR_FILENO);
        ::posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());
        ::posix_spawnattr_init(&attributes);
        sigset_t signals;
        ::sigemptyset(&signals);
        ::posix_spawnattr_setsigmask(&attributes, &signals);
        ::sigaddset(&signals, SIGPIPE);
        ::sigaddset(&signals, SIGINT);
        ::sigaddset(&signals, SIGTERM);
        ::sigaddset(&signals, SIGHUP);
        ::posix_spawnattr_setsigdefault(&attributes, &signals);
        ::posix_spawnattr_setpgroup(&attributes, 0);
        ::posix_spawnattr_setflags(&attributes,
                                   POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~Orders() {
        ::posix_spawnattr_destroy(&attributes);
        ::posix_spawn_file_actions_destroy(&actions);
    }
    Orders(const Orders&) = delete;
    Orders& operator=(const Orders&) = delete;

    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
};

pid_t start(const std::vector<std::string>& argv, const std::string& folder, const Orders& orders) {
    if (argv.empty()) throw std::runtime_error("no program given");
    std::vector<std::string> words = argv;
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);

    const char* path = std::getenv("PATH");
    std::string set_path = std::string("PATH=") + (path != nullptr ? path : "/usr/local/bin:/usr/bin:/bin");
    std::string set_home = "HOME=" + folder;
    std::string set_language = "LANG=C.UTF-8";
    std::array<char*, 4> environment = {set_path.data(), set_home.data(), set_language.data(), nullptr};

    pid_t child = -1;
    const int error = ::posix_spawnp(&child, words[0].c_str(), &orders.actions, &orders.attributes,
                                     arguments.data(), environment.data());
    if (error != 0) fail("cannot start " + argv[0], error);
    return child;
}

/// True once the child ended; it stays a zombie, so its group number cannot be given to another.
bool has_ended(pid_t child) {
    siginfo_t state{};
    ::waitid(P_PID, static_cast<id_t>(child), &state, WEXITED | WNOHANG | WNOWAIT);
    return state.si_pid == child;
}

int reap(pid_t child) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

Finished run_program(const std::vector<std::string>& argv, const std::string& folder, int seconds) {
    Pipe output(most_output);
    Pipe errors(most_errors);
    const pid_t child = start(argv, folder, Orders(folder, output, errors));
    Pipe::close_end(output.writing);
    Pipe::close_end(errors.writing);

    const auto deadline = Clock::now() + std::chrono::seconds(seconds);
    bool is_ended = false;
    while (!is_ended && Clock::now() < deadline) {
        std::array<pollfd, 2> watched = {pollfd{output.reading, POLLIN, 0},
                                         pollfd{errors.reading, POLLIN, 0}};
        ::poll(watched.data(), watched.size(), 5);
        output.drain();
        errors.drain();
        is_ended = has_ended(child);
    }
    // Also after a normal end: what the program left running in its group must not outlive it.
    ::kill(-child, SIGKILL);
    const int code = reap(child);
    output.drain();
    errors.drain();
    return Finished{is_ended ? code : time_ran_out, std::move(output.text), std::move(errors.text)};
}

ScratchFolder::ScratchFolder(const std::string& parent) {
    const char* usual = std::getenv("TMPDIR");
    path_ = usual != nullptr && *usual != '\0' ? usual : "/tmp";
    if (!parent.empty()) path_ = parent;
    path_ += "/kring-XXXXXX";
    if (::mkdtemp(path_.data()) == nullptr) fail("cannot make folder " + path_, errno);
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) fail("cannot read " + path, errno);
    std::string bytes;
    std::array<char, 65536> buffer;
    while (file.read(buffer.data(), buffer.size()) || file.gcount() > 0) {
        bytes.append(buffer.data(), static_cast<std::size_t>(file.gcount()));
    }
    if (file.bad()) fail("cannot read " + path, errno);
    return bytes;
}

void write_file(const std::string& path, std::string_view bytes) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) fail("cannot write " + path, errno);
}

}  // namespace kring
