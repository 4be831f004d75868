// SPDX-License-Identifier: EUPL-1.2
#include "platform/html/template.hpp"

#include <algorithm>
#include <stdexcept>

#include "platform/html/template_inside.hpp"

namespace kring::html {

namespace {

using Programs = std::vector<Program>;

Programs::const_iterator place_of(const Programs& programs, std::string_view name) {
    const auto before = [](const Program& program, std::string_view wanted) { return program.name < wanted; };
    const auto found = std::lower_bound(programs.begin(), programs.end(), name, before);
    return found != programs.end() && found->name == name ? found : programs.end();
}

void link_partials(const Programs& programs, Program& program) {
    for (Instruction& step : program.instructions) {
        if (step.step != Step::partial) continue;
        const std::string& name = program.names[step.at];
        const auto found = place_of(programs, name);
        if (found == programs.end()) {
            template_fault(program.name, step.line, "unknown partial \"" + name + "\"");
        }
        step.to = static_cast<std::uint32_t>(found - programs.begin());
    }
}

}  // namespace

const Program& Templates::Compiled::find(std::string_view name) const {
    const auto found = place_of(programs, name);
    if (found == programs.end()) throw std::runtime_error("unknown template \"" + std::string(name) + "\"");
    return *found;
}

Templates::Templates(const std::vector<TemplateFile>& files, const Phrases& phrases)
    : compiled_(std::make_unique<Compiled>(phrases)) {
    Programs& programs = compiled_->programs;
    for (const TemplateFile& file : files) programs.push_back(parse_template(file, phrases));
    std::sort(programs.begin(), programs.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    const auto same = [](const auto& a, const auto& b) { return a.name == b.name; };
    const auto twice = std::adjacent_find(programs.begin(), programs.end(), same);
    if (twice != programs.end()) template_fault(twice->name, 1, "two templates have this name");
    for (Program& program : programs) link_partials(programs, program);
}

Templates::~Templates() = default;

std::string Templates::render(std::string_view name, const View& view, Language language) const {
    const Program& program = compiled_->find(name);
    std::string out;
    out.reserve(16 * 1024);
    run_template(compiled_->programs, compiled_->phrases, program, view, language, out);
    return out;
}

Html Templates::render_part(std::string_view name, const View& view, Language language) const {
    return Html::trusted(render(name, view, language));
}

std::vector<std::string> Templates::names() const {
    std::vector<std::string> all;
    for (const Program& program : compiled_->programs) all.push_back(program.name);
    return all;
}

}  // namespace kring::html
