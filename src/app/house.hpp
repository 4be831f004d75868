// SPDX-License-Identifier: EUPL-1.2
// Everything that lives as long as the program runs, made in the right order.
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <string_view>

#include "app/config.hpp"
#include "domain/desk/visit.hpp"

namespace kring::app {

struct House {
    /// Opens the database, brings its tables up to date, loads phrases and templates. Throws on any fault.
    explicit House(const Config& config);

    Config config;
    db::Database database;
    html::Phrases phrases;
    html::Templates templates;
    web::Limits limits;
    desk::Site site;
    /// Long computations hear it and put back what they were at.
    std::atomic<bool> is_stopping{false};

    /// An act of the machine's own operator, outside any request; `origin` "cli" or "job".
    template <class F>
    auto operate(F&& f, std::string_view origin = "cli") -> decltype(f(std::declval<const Act&>())) {
        return database.write([&](db::Connection& in) {
            const Act act{operator_(), now(), in, std::string(origin)};
            return f(act);
        });
    }
    static Actor operator_();
};

}  // namespace kring::app
