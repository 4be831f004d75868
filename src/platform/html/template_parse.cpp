// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <optional>
#include <stdexcept>

#include "platform/base/text.hpp"
#include "platform/html/html_walk.hpp"
#include "platform/html/template_inside.hpp"

namespace kring::html {

namespace {

bool is_name(std::string_view text) {
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789_";
    return !text.empty() && text.find_first_not_of(allowed) == std::string_view::npos && text[0] > '9';
}

[[noreturn]] void refuse(const std::string& why) { throw Refusal(why); }

std::uint32_t narrow(std::size_t number) { return static_cast<std::uint32_t>(number); }

class Parser {
public:
    Parser(const TemplateFile& file, const Phrases& phrases) : text_(file.text), phrases_(phrases) {
        program_.name = file.name;
    }

    Program parse();

private:
    struct Block {
        std::string_view kind;
        std::uint32_t line;
        std::size_t instruction;
        Place start;
        std::optional<Place> end_of_then;
    };

    void read_literal(std::size_t end);
    void read_tag();
    void stand_alone(std::string_view tag, std::size_t begin);
    void dispatch(std::string_view tag);
    void open_block(std::string_view kind, std::string_view name);
    void turn_block();
    void close_block(std::string_view kind);
    void add_value(std::string_view name);
    void add_partial(std::string_view name);
    void add_words(Step step, std::string_view name);
    void add_phrase(const std::vector<std::string_view>& parts);
    void check_phrase(const PhraseCall& call) const;
    void check_phrase(const PhraseCall& call, Language language) const;
    void before_value();

    std::size_t add(Step step, std::size_t at);
    std::size_t add_name(Step step, std::string_view name);
    void flush();

    std::string_view text_;
    const Phrases& phrases_;
    Program program_;
    HtmlWalk walk_;
    std::vector<Block> blocks_;
    std::string pending_;
    std::size_t position_ = 0;
    std::uint32_t line_ = 1;
};

Program Parser::parse() {
    try {
        while (true) {
            const auto tag = text_.find("{{", position_);
            read_literal(std::min(tag, text_.size()));
            if (tag == std::string_view::npos) break;
            read_tag();
        }
        walk_.end();
        if (!blocks_.empty()) {
            line_ = blocks_.back().line;
            refuse("{{#" + std::string(blocks_.back().kind) + "}} is never closed");
        }
        flush();
    } catch (const Refusal& refusal) {
        template_fault(program_.name, line_, refusal.what());
    }
    return std::move(program_);
}

void Parser::read_literal(std::size_t end) {
    for (; position_ < end; ++position_) {
        walk_.feed(text_[position_]);
        pending_ += text_[position_];
        if (text_[position_] == '\n') ++line_;
    }
}

void Parser::read_tag() {
    const std::size_t begin = position_;
    const auto end = text_.find("}}", begin + 2);
    if (end == std::string_view::npos) refuse("{{ without }}");
    const auto tag = trim(text_.substr(begin + 2, end - begin - 2));
    if (tag.find('{') != std::string_view::npos && tag.substr(0, 1) != "!") refuse("a { inside a tag");
    position_ = end + 2;
    stand_alone(tag, begin);
    const auto lines_in_tag = std::count(text_.begin() + static_cast<std::ptrdiff_t>(begin),
                                         text_.begin() + static_cast<std::ptrdiff_t>(position_), '\n');
    dispatch(tag);
    line_ += static_cast<std::uint32_t>(lines_in_tag);
}

/// A block, comment or partial alone on its line takes the whole line with it: readable
/// templates, and no empty lines in the page.
void Parser::stand_alone(std::string_view tag, std::size_t begin) {
    const bool may =
        tag == "else" || (!tag.empty() && std::string_view("#/!>").find(tag[0]) != std::string_view::npos);
    if (!may || !walk_.in_text()) return;
    std::size_t indent = 0;
    while (indent < begin && (text_[begin - indent - 1] == ' ' || text_[begin - indent - 1] == '\t'))
        ++indent;
    if (indent < begin && text_[begin - indent - 1] != '\n') return;
    const auto rest = text_.find_first_not_of(" \t", position_);
    if (rest != std::string_view::npos && text_[rest] != '\n') return;
    pending_.resize(pending_.size() - std::min(indent, pending_.size()));
    position_ = rest == std::string_view::npos ? text_.size() : rest + 1;
}

void Parser::dispatch(std::string_view tag) {
    if (tag.substr(0, 1) == "!") return;
    if (tag.substr(0, 1) == ">") return add_partial(trim(tag.substr(1)));
    const auto parts = words(tag);
    if (parts.empty()) refuse("an empty tag");
    if (tag == "else") return turn_block();
    if (tag[0] == '/') return close_block(tag.substr(1));
    if (parts.size() == 1 && is_name(tag)) return add_value(tag);
    if (parts[0] == "t" && parts.size() > 1) return add_phrase(parts);
    const bool is_pair = parts.size() == 2 && is_name(parts[1]);
    if (is_pair && parts[0] == "date") return add_words(Step::moment, parts[1]);
    if (is_pair && parts[0] == "day") return add_words(Step::day, parts[1]);
    if (is_pair && parts[0][0] == '#') return open_block(parts[0].substr(1), parts[1]);
    refuse("unknown tag {{" + std::string(tag) + "}}");
}

void Parser::open_block(std::string_view kind, std::string_view name) {
    const Step step = kind == "if" ? Step::branch : kind == "each" ? Step::each : Step::with;
    if (step == Step::with && kind != "with") refuse("unknown tag {{#" + std::string(kind) + "}}");
    const Place start = walk_.block_here();
    if (walk_.takes_line_break()) pending_ += '\n';
    flush();
    blocks_.push_back({kind, line_, add_name(step, name), start, std::nullopt});
}

void Parser::turn_block() {
    if (blocks_.empty() || blocks_.back().kind != "if" || blocks_.back().end_of_then) {
        refuse("{{else}} without {{#if}}");
    }
    Block& block = blocks_.back();
    block.end_of_then = walk_.block_here();
    flush();
    const std::size_t jump = add(Step::jump, 0);
    program_.instructions[block.instruction].to = narrow(jump + 1);
    block.instruction = jump;
    walk_.go_to(block.start);
}

void Parser::close_block(std::string_view kind) {
    if (blocks_.empty() || blocks_.back().kind != kind) {
        refuse("{{/" + std::string(kind) + "}} closes no block that is open here");
    }
    const Block block = blocks_.back();
    blocks_.pop_back();
    const std::string what = "{{#" + std::string(kind) + "}} of line " + std::to_string(block.line);
    if (kind == "if")
        walk_.join(block.end_of_then.value_or(block.start), what);
    else
        walk_.close_loop(block.start, what);
    flush();
    program_.instructions[block.instruction].to = narrow(program_.instructions.size());
}

/// A browser drops a line break right behind <textarea>: one more, and the value's own is kept.
void Parser::before_value() {
    if (walk_.takes_line_break()) pending_ += '\n';
    flush();
}

void Parser::add_value(std::string_view name) {
    const char next = position_ < text_.size() ? text_[position_] : '\0';
    const Escaper escaper = walk_.value_here(next);
    before_value();
    const std::size_t added = add_name(Step::value, name);
    program_.instructions[added].escaper = escaper;
}

void Parser::add_partial(std::string_view name) {
    if (!is_name(name)) refuse("{{>}} needs the name of a template");
    if (!walk_.in_text()) refuse("a partial can only stand between tags");
    flush();
    add_name(Step::partial, name);
}

void Parser::add_words(Step step, std::string_view name) {
    walk_.words_here();
    before_value();
    add_name(step, name);
}

void Parser::add_phrase(const std::vector<std::string_view>& parts) {
    const auto quoted = parts[1];
    if (is_name(quoted)) {
        if (parts.size() > 2) refuse("{{t name}} takes no values");
        return add_words(Step::phrase_of, quoted);
    }
    if (quoted.size() < 3 || quoted.front() != '"' || quoted.back() != '"')
        refuse("{{t}} needs \"a.key\" or a name");
    PhraseCall call{std::string(quoted.substr(1, quoted.size() - 2)), {}};
    for (std::size_t i = 2; i < parts.size(); ++i) {
        const auto equals = parts[i].find('=');
        const auto in_phrase = parts[i].substr(0, equals);
        const auto in_view =
            equals == std::string_view::npos ? std::string_view() : parts[i].substr(equals + 1);
        if (!is_name(in_phrase) || !is_name(in_view)) refuse("{{t}} takes values as name=name");
        call.values.emplace_back(in_phrase, in_view);
    }
    check_phrase(call);
    walk_.words_here();
    before_value();
    if (!call.values.empty()) {
        add(Step::phrase, program_.calls.size());
        program_.calls.push_back(std::move(call));
        return;
    }
    add(Step::fixed_phrase, program_.fixed.size());
    program_.fixed.push_back(
        {escaped(phrases_.say(call.key, Language::nl)), escaped(phrases_.say(call.key, Language::en))});
}

/// A phrase that is missing, or that wants a value it does not get, stops the start, not a page.
void Parser::check_phrase(const PhraseCall& call) const {
    for (const Language language : languages) check_phrase(call, language);
}

void Parser::check_phrase(const PhraseCall& call, Language language) const {
    if (!phrases_.has(call.key, language)) {
        refuse("phrase \"" + call.key + "\" is missing in " + std::string(code(language)));
    }
    try {
        for (const char* count : {"1", "2"}) {
            PhraseValues values;
            for (const auto& [in_phrase, in_view] : call.values) values.emplace_back(in_phrase, count);
            phrases_.say(call.key, language, values);
        }
    } catch (const std::runtime_error& error) {
        refuse(error.what());
    }
}

std::size_t Parser::add(Step step, std::size_t at) {
    program_.instructions.push_back({step, Escaper::text, line_, narrow(at), 0});
    return program_.instructions.size() - 1;
}

std::size_t Parser::add_name(Step step, std::string_view name) {
    auto& names = program_.names;
    const auto held = std::find(names.begin(), names.end(), name);
    const auto place = static_cast<std::size_t>(held - names.begin());
    if (held == names.end()) names.emplace_back(name);
    return add(step, place);
}

void Parser::flush() {
    if (pending_.empty()) return;
    const std::size_t begin = program_.literals.size();
    program_.literals += pending_;
    pending_.clear();
    const std::size_t added = add(Step::literal, begin);
    program_.instructions[added].to = narrow(program_.literals.size());
}

}  // namespace

void template_fault(std::string_view name, std::uint32_t line, std::string_view why) {
    throw std::runtime_error(std::string(name) + ":" + std::to_string(line) + ": " + std::string(why));
}

Program parse_template(const TemplateFile& file, const Phrases& phrases) {
    return Parser(file, phrases).parse();
}

}  // namespace kring::html
