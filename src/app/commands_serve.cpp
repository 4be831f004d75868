// SPDX-License-Identifier: EUPL-1.2
#include <csignal>
#include <iostream>
#include <optional>
#include <thread>

#include "app/commands.hpp"
#include "app/door.hpp"
#include "app/jobs.hpp"
#include "domain/desk/addresses.hpp"
#include "platform/base/log.hpp"
#include "platform/web/server.hpp"

namespace kring::app {

namespace {

web::ServerOptions options_of(const Config& config) {
    web::ServerOptions options;
    options.address = config.text("address");
    options.port = static_cast<std::uint16_t>(config.number("port"));
    options.workers = static_cast<int>(config.number("workers"));
    options.trusted_proxies = config.list("trusted_proxies");
    options.log_requests = config.is_on("log_requests");
    return options;
}

// Waits for the signal on a thread of its own, because little may be done inside a handler.
std::thread stop_on_signal(web::Server& server, const sigset_t& signals) {
    return std::thread([&server, signals] {
        int signal = 0;
        sigwait(&signals, &signal);
        server.stop();
    });
}

std::string_view rule_word(desk::Rule rule) {
    switch (rule) {
        case desk::Rule::everyone:
            return "everyone";
        case desk::Rule::signed_in:
            return "signed in";
        case desk::Rule::administrator:
            return "administrator";
    }
    return "";
}

}  // namespace

int serve(const Call& call) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    House house(call.config);
    Door door(house, all_routes());
    web::ServerOptions options = options_of(call.config);
    options.takes_files = [&](const web::Request& request) { return door.takes_files(request); };
    web::Server server(
        std::move(options), [&](const web::Request& request) { return door.answer(request); },
        [&](int status, const web::Request& request) { return door.refuse(status, request); });
    std::optional<Jobs> jobs;
    if (call.config.is_on("jobs")) jobs.emplace(house);
    std::thread stopper = stop_on_signal(server, signals);
    log_line("info", "serving",
             {{"address", call.config.text("address")}, {"port", std::to_string(server.port())}});
    std::cout << "Kring serves on port " << server.port() << "\n" << std::flush;
    server.run();
    // When the server stopped by itself the stopper still waits; wake it.
    pthread_kill(stopper.native_handle(), SIGTERM);
    stopper.join();
    log_line("info", "stopped", {});
    return 0;
}

int run_jobs(const Call& call) {
    need_database(call);
    House house(call.config);
    const int done = run_due_jobs(house);
    std::cout << done << " done\n";
    return 0;
}

int show_routes(const Call& call) {
    const bool is_page = !call.arguments.empty() && call.arguments[0] == "--page";
    if (is_page) {
        std::cout
            << "# Addresses\n\n<!-- Written by `kring routes --page`; a test fails when it lags. -->\n\n"
               "Every address Kring answers, in Dutch and below `/en`, with who may come at all. Each page "
               "then asks the\n"
               "finer rule of its room; what a visitor may not see answers as if it were not there (404).\n\n"
               "Addresses below `/api/v1` are asked by programs: they take and give JSON, know no session "
               "and "
               "change nothing,\nso they ask for no form token; `/api/v1/openapi.json` describes them.\n\n"
               "| method | Dutch | English | who may come |\n|---|---|---|---|\n";
    }
    for (const desk::Route& route : all_routes()) {
        const std::string method = route.method == web::Method::post ? "POST" : "GET";
        const bool is_translated = desk::has_english(route.pattern);
        const std::string english = is_translated ? desk::english_pattern(route.pattern) : "";
        if (is_page) {
            std::cout << "| " << method << " | `" << route.pattern << "` | "
                      << (english.empty() ? "" : "`" + english + "`") << " | " << rule_word(route.rule)
                      << " |\n";
        } else {
            std::cout << method << "\t" << route.pattern << "\t" << english << "\t" << rule_word(route.rule)
                      << "\n";
        }
    }
    return 0;
}

}  // namespace kring::app
