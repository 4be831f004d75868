// SPDX-License-Identifier: EUPL-1.2
#include "platform/press/chromium.hpp"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <stdexcept>

#include "platform/base/process.hpp"
#include "platform/base/text.hpp"

namespace kring::press {
namespace {

constexpr int most_seconds = 60;
constexpr std::size_t most_complaint = 400;

constexpr std::string_view policy = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'";

std::string in_path(std::string_view program) {
    const char* path = std::getenv("PATH");
    for (const std::string_view folder :
         split(path != nullptr ? path : "/usr/local/bin:/usr/bin:/bin", ':')) {
        const std::string candidate = std::string(folder) + "/" + std::string(program);
        if (::access(candidate.c_str(), X_OK) == 0) return candidate;
    }
    return {};
}

std::string browser() {
    if (const char* chosen = std::getenv("KRING_CHROMIUM"); chosen != nullptr && *chosen != '\0')
        return chosen;
    for (const std::string_view name : {"chromium", "chromium-browser", "google-chrome"}) {
        if (std::string found = in_path(name); !found.empty()) return found;
    }
    throw std::runtime_error("press: no Chromium found: install the package chromium or set KRING_CHROMIUM");
}

std::vector<std::string> orders(const std::string& folder, const std::string& name) {
    std::vector<std::string> argv = {
        browser(), "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions",
        "--disable-background-networking", "--disable-component-update", "--disable-breakpad",
        "--no-first-run", "--no-default-browser-check", "--host-resolver-rules=MAP * ~NOTFOUND",
        "--user-data-dir=" + folder + "/profile",
        // Chromium signs the PDF with the name of the agent.
        "--user-agent=Kring", "--no-pdf-header-footer", "--export-tagged-pdf",
        "--generate-pdf-document-outline", "--print-to-pdf=" + folder + "/" + name + ".pdf"};
    // The sandbox refuses to start for root, as in a build container; the service never runs as root.
    if (::geteuid() == 0) argv.emplace_back("--no-sandbox");
    argv.push_back("file://" + folder + "/" + name + ".html");
    return argv;
}

}  // namespace

std::string run_tool(const std::string& folder, const std::vector<std::string>& argv, int seconds) {
    const std::string tool = std::filesystem::path(argv.at(0)).filename();
    Finished finished;
    try {
        finished = run_program(argv, folder, seconds);
    } catch (const std::runtime_error& error) {
        throw std::runtime_error("press: " + tool + ": " + error.what());
    }
    if (finished.exit_code == 0) return std::move(finished.output);
    const std::string_view said = trim(finished.errors);
    throw std::runtime_error("press: " + tool + " ended with " + std::to_string(finished.exit_code) + ": " +
                             std::string(said.substr(said.size() - std::min(said.size(), most_complaint))));
}

void stage_page(const std::string& folder, const std::string& name, std::string_view language,
                std::string_view head, std::string_view body) {
    std::string page = "<!doctype html>\n<html lang=\"";
    page.append(language);
    page += "\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"";
    page.append(policy).append("\">\n").append(head).append("</head>\n<body>\n");
    page.append(body).append("\n</body></html>\n");
    write_file(folder + "/" + name + ".html", page);
}

void print_page(const std::string& folder, const std::string& name) {
    static std::mutex one_at_a_time;
    const std::lock_guard lock(one_at_a_time);
    std::filesystem::remove_all(folder + "/profile");
    std::filesystem::remove(folder + "/" + name + ".pdf");
    run_tool(folder, orders(folder, name), most_seconds);
    std::filesystem::remove_all(folder + "/profile");
    if (!std::filesystem::exists(folder + "/" + name + ".pdf")) {
        throw std::runtime_error("press: Chromium wrote no PDF");
    }
}

}  // namespace kring::press
