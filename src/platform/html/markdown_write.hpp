// SPDX-License-Identifier: EUPL-1.2
// What becomes of a member's Markdown once it is parsed: elements off a short list, or the
// words alone. Knows no Markdown library. Private to platform/html.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kring::html {

enum class Part {
    nothing,
    paragraph,
    quote,
    list,
    numbered_list,
    item,
    heading,
    code_block,
    table,
    table_head,
    table_body,
    row,
    head_cell,
    cell,
    emphasis,
    strong,
    deleted,
    code,
    link,
    image,
};

/// "&amp;" and "&#106;" become their characters; any other named reference stays as written.
std::string resolved_reference(std::string_view reference);

/// A part as it begins: `number` is the level of a heading or the first of a numbered list.
struct Opening {
    Part part = Part::nothing;
    int number = 0;
    std::string address = {};
};

/// Told of the parts in order. Sees to it that what is opened is closed, in the right order and
/// once: md4c 0.4.8 itself does not, for "[x](a*b)*".
class MarkdownWriter {
public:
    virtual ~MarkdownWriter() = default;
    void enter(const Opening& opening);
    void leave(Part part);
    virtual void rule() = 0;
    virtual void line_break() = 0;
    virtual void text(std::string_view text) = 0;
    virtual void reference(std::string_view reference) = 0;

    /// Every part, and every address the parser puts together for one, costs. Output alone is no
    /// measure: short rows under a wide head, or one long address named often, make little of it.
    void spend(std::size_t address_bytes);

    /// True once the output is too large or too deep, or the work too much: the parser then stops.
    bool is_full() const { return is_full_; }
    std::string take() { return std::move(out_); }

protected:
    virtual void open(const Opening& opening) = 0;
    virtual void close() = 0;
    void check_size();

    std::string out_;

private:
    std::vector<Part> entered_;
    std::size_t spent_ = 0;
    bool is_full_ = false;
};

class MarkdownMarkup : public MarkdownWriter {
public:
    explicit MarkdownMarkup(int heading_level)
        : heading_level_(heading_level), last_level_(heading_level - 1) {}
    void rule() override;
    void line_break() override;
    void text(std::string_view text) override;
    void reference(std::string_view reference) override;

private:
    void open(const Opening& opening) override;
    void close() override;

    struct Opened {
        Part part;
        std::size_t outside;  ///< where its start tag begins
        std::size_t inside;   ///< where its content begins
        std::string end;      ///< its end tag
        std::string address;  ///< of a link: its words when it has none
        int level = 0;        ///< of a heading
    };

    void push(Part part, std::string_view start, std::string_view end);
    void open_heading(int level);
    void open_anchor(const Opening& opening);
    void close_empty(const Opened& opened);

    int heading_level_;
    int last_level_;
    int links_ = 0;
    int images_ = 0;
    std::vector<Opened> opened_;
};

class MarkdownWords : public MarkdownWriter {
public:
    void rule() override { out_ += '\n'; }
    void line_break() override { text(" "); }
    void text(std::string_view text) override;
    void reference(std::string_view reference) override { text(resolved_reference(reference)); }

private:
    void open(const Opening& opening) override;
    void close() override;

    std::vector<Part> opened_;
    int code_blocks_ = 0;
};

}  // namespace kring::html
