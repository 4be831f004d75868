// SPDX-License-Identifier: EUPL-1.2
// How an act fails when the person, not the machine, is the cause: a Result holds the
// thing asked for, or every Problem found, each a phrase key that the page words in the
// reader's language. A broken machine throws instead, and is caught once, at the door.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace kring {

/// What sort of trouble; platform/web maps each to one HTTP status.
enum class Trouble { invalid, forbidden, not_found, conflict, too_many };

/// One thing that is wrong: a phrase key, the form field it belongs to ("" when none),
/// and the values the phrase names.
struct Problem {
    Trouble trouble = Trouble::invalid;
    std::string phrase;
    std::string field;
    std::vector<std::pair<std::string, std::string>> values;
};

using Problems = std::vector<Problem>;

/// Nothing to hand back, but it did succeed.
struct Done {};

template <class T>
class [[nodiscard]] Result {
public:
    Result(T thing) : held_(std::move(thing)) {}
    Result(Problem problem) : held_(Problems{std::move(problem)}) {}
    Result(Problems problems) : held_(std::move(problems)) {}

    explicit operator bool() const { return held_.index() == 0; }
    T& operator*() { return std::get<0>(held_); }
    const T& operator*() const { return std::get<0>(held_); }
    T* operator->() { return &std::get<0>(held_); }
    const T* operator->() const { return &std::get<0>(held_); }
    const Problems& problems() const { return std::get<1>(held_); }

private:
    std::variant<T, Problems> held_;
};

}  // namespace kring

/// `TRY(name, expression)`: binds the thing, or returns the problems to the caller.
#define TRY(name, ...)                                   \
    auto name##_result = (__VA_ARGS__);                  \
    if (!name##_result) return name##_result.problems(); \
    auto& name = *name##_result

/// `TRY_DONE(expression)`: goes on, or returns the problems to the caller.
#define TRY_DONE(...) \
    if (auto done_result = (__VA_ARGS__); !done_result) return done_result.problems()

/// A claim that holds unless the program itself is wrong; kept in the release build.
#define KRING_ASSERT(claim)                                                            \
    do {                                                                               \
        if (!(claim)) throw std::logic_error("broken claim: " #claim " in " __FILE__); \
    } while (false)
