// SPDX-License-Identifier: EUPL-1.2
// A template as the engine keeps it: a flat list of instructions over one string of literals.
// Private to platform/html.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/escape.hpp"
#include "platform/html/template.hpp"

namespace kring::html {

enum class Step : std::uint8_t {
    literal,       // `at`, `to`: begin and end in Program::literals
    value,         // `at`: name; `escaper`
    fixed_phrase,  // `at`: place in Program::fixed
    phrase,        // `at`: place in Program::calls
    phrase_of,     // `at`: name of the text that holds the key
    moment,        // `at`: name
    day,           // `at`: name
    branch,        // `at`: name; `to`: where to go on when it does not hold
    jump,          // `to`
    each,          // `at`: name; `to`: behind the body
    with,          // `at`: name; `to`: behind the body
    partial,       // `at`: name, then the place of the program
};

struct Instruction {
    Step step = Step::literal;
    Escaper escaper = Escaper::text;
    std::uint32_t line = 0;
    std::uint32_t at = 0;
    std::uint32_t to = 0;
};

/// A phrase that the view fills in: pairs of the phrase's name and the view's.
struct PhraseCall {
    std::string key;
    std::vector<std::pair<std::string, std::string>> values;
};

struct Program {
    std::string name;
    std::string literals;
    std::vector<Instruction> instructions;
    std::vector<std::string> names;
    std::vector<std::array<std::string, 2>> fixed;  ///< escaped phrases, in the order of `languages`
    std::vector<PhraseCall> calls;
};

/// Throws std::runtime_error "name:line: why" on a template that is refused. Partials are still names.
Program parse_template(const TemplateFile& file, const Phrases& phrases);

[[noreturn]] void template_fault(std::string_view name, std::uint32_t line, std::string_view why);

struct Templates::Compiled {
    explicit Compiled(const Phrases& said) : phrases(said) {}

    const Program& find(std::string_view name) const;

    const Phrases& phrases;
    std::vector<Program> programs;  ///< sorted by name
};

/// Carries out the program onto `out`.
void run_template(const std::vector<Program>& programs, const Phrases& phrases, const Program& program,
                  const View& view, Language language, std::string& out);

}  // namespace kring::html
