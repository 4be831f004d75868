// SPDX-License-Identifier: EUPL-1.2
#include <stdexcept>

#include "platform/html/template_inside.hpp"

namespace kring::html {

namespace {

constexpr std::size_t scopes_max = 64;  // {{#each}} and {{#with}} inside one another
constexpr std::size_t partials_max = 32;

class Rendering {
public:
    Rendering(const std::vector<Program>& programs, const Phrases& phrases, Language language,
              std::string& out)
        : programs_(programs), phrases_(phrases), language_(language), out_(out) {}

    void run(const Program& program, const View& view) {
        program_ = &program;
        scopes_[depth_++] = &view;
        run(0, program.instructions.size());
    }

private:
    void run(std::size_t from, std::size_t end);
    void write(const Instruction& step);
    void write_value(const Instruction& step);
    void write_phrase(const Instruction& step);
    void run_each(const Instruction& step, std::size_t from);
    void run_with(const Instruction& step, std::size_t from);
    void run_partial(const Instruction& step);
    void run_body(const Instruction& step, std::size_t from, const View& view);

    const View::Slot& slot(const Instruction& step, std::string_view name) const;
    const View::Slot& slot(const Instruction& step) const { return slot(step, name(step)); }
    const std::string& text(const Instruction& step, std::string_view name) const;
    const std::string& text(const Instruction& step) const { return text(step, name(step)); }
    std::string_view name(const Instruction& step) const { return program_->names[step.at]; }
    bool holds(const Instruction& step) const;
    [[noreturn]] void fault(const Instruction& step, const std::string& why) const {
        template_fault(program_->name, step.line, why);
    }

    const std::vector<Program>& programs_;
    const Phrases& phrases_;
    Language language_;
    std::string& out_;
    const Program* program_ = nullptr;
    const View* scopes_[scopes_max + 1] = {};
    std::size_t depth_ = 0;
    std::size_t partials_ = 0;
};

void Rendering::run(std::size_t from, std::size_t end) {
    for (std::size_t next = from; next < end;) {
        const Instruction& step = program_->instructions[next++];
        switch (step.step) {
            case Step::branch:
                if (!holds(step)) next = step.to;
                break;
            case Step::jump:
                next = step.to;
                break;
            case Step::each:
                run_each(step, next);
                next = step.to;
                break;
            case Step::with:
                run_with(step, next);
                next = step.to;
                break;
            case Step::partial:
                run_partial(step);
                break;
            default:
                write(step);
        }
    }
}

void Rendering::write(const Instruction& step) {
    switch (step.step) {
        case Step::literal:
            out_.append(program_->literals, step.at, step.to - step.at);
            return;
        case Step::value:
            return write_value(step);
        case Step::fixed_phrase:
            out_ += program_->fixed[step.at][language_ == Language::nl ? 0 : 1];
            return;
        case Step::phrase:
            return write_phrase(step);
        default:
            break;
    }
    const std::string& given = text(step);
    try {
        if (step.step == Step::phrase_of) return write_escaped(out_, phrases_.say(given, language_));
        if (step.step == Step::day) return write_escaped(out_, phrases_.long_date(given, language_));
        const auto time = parse_time(given);
        if (!time) throw std::runtime_error("not a moment: " + given);
        write_escaped(out_, phrases_.moment(*time, language_));
    } catch (const std::runtime_error& error) {
        fault(step, "\"" + std::string(name(step)) + "\": " + error.what());
    }
}

void Rendering::write_value(const Instruction& step) {
    const View::Slot& held = slot(step);
    if (const auto* plain = std::get_if<std::string>(&held)) {
        if (step.escaper == Escaper::script_own && !is_own_script(*plain))
            fault(step, "not a script of our own");
        return write_as(out_, step.escaper, *plain);
    }
    const auto* markup = std::get_if<Html>(&held);
    if (!markup) fault(step, "\"" + std::string(name(step)) + "\" is no text");
    if (step.escaper != Escaper::markup) {
        fault(step, "\"" + std::string(name(step)) + "\" is markup and can only stand between tags");
    }
    out_ += markup->markup();
}

void Rendering::write_phrase(const Instruction& step) {
    const PhraseCall& call = program_->calls[step.at];
    PhraseValues values;
    values.reserve(call.values.size());
    for (const auto& [in_phrase, in_view] : call.values) values.emplace_back(in_phrase, text(step, in_view));
    try {
        write_escaped(out_, phrases_.say(call.key, language_, values));
    } catch (const std::runtime_error& error) {
        fault(step, error.what());
    }
}

void Rendering::run_each(const Instruction& step, std::size_t from) {
    const auto* list = std::get_if<List>(&slot(step));
    if (!list) fault(step, "\"" + std::string(name(step)) + "\" is no list");
    for (const View& item : *list) run_body(step, from, item);
}

void Rendering::run_with(const Instruction& step, std::size_t from) {
    const auto* view = std::get_if<std::shared_ptr<const View>>(&slot(step));
    if (!view) fault(step, "\"" + std::string(name(step)) + "\" is no view");
    run_body(step, from, **view);
}

void Rendering::run_body(const Instruction& step, std::size_t from, const View& view) {
    if (depth_ > scopes_max) fault(step, "more than 64 blocks inside one another");
    scopes_[depth_++] = &view;
    run(from, step.to);
    --depth_;
}

void Rendering::run_partial(const Instruction& step) {
    if (partials_ == partials_max) fault(step, "more than 32 partials inside one another");
    const Program* const outer = program_;
    program_ = &programs_[step.to];
    ++partials_;
    run(0, program_->instructions.size());
    --partials_;
    program_ = outer;
}

const View::Slot& Rendering::slot(const Instruction& step, std::string_view name) const {
    for (std::size_t i = depth_; i-- > 0;) {
        if (const View::Slot* found = scopes_[i]->find(name)) return *found;
    }
    fault(step, "unknown name \"" + std::string(name) + "\"");
}

const std::string& Rendering::text(const Instruction& step, std::string_view name) const {
    const auto* held = std::get_if<std::string>(&slot(step, name));
    if (!held) fault(step, "\"" + std::string(name) + "\" is no text");
    return *held;
}

bool Rendering::holds(const Instruction& step) const {
    const View::Slot& held = slot(step);
    if (const auto* truth = std::get_if<bool>(&held)) return *truth;
    if (const auto* text = std::get_if<std::string>(&held)) return !text->empty();
    if (const auto* markup = std::get_if<Html>(&held)) return !markup->empty();
    if (const auto* list = std::get_if<List>(&held)) return !list->empty();
    return std::get<std::shared_ptr<const View>>(held) != nullptr;
}

}  // namespace

void run_template(const std::vector<Program>& programs, const Phrases& phrases, const Program& program,
                  const View& view, Language language, std::string& out) {
    Rendering(programs, phrases, language, out).run(program, view);
}

}  // namespace kring::html
