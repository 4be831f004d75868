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

/// Told of the parts in order. Every open… is answered by one close().
class MarkdownWriter {
public:
    virtual ~MarkdownWriter() = default;
    virtual void open(Part part) = 0;
    virtual void open_numbered(unsigned first) = 0;
    virtual void open_heading(int level) = 0;
    virtual void open_link(const std::string& address) = 0;
    virtual void open_image(const std::string& address) = 0;
    virtual void close() = 0;
    virtual void rule() = 0;
    virtual void line_break() = 0;
    virtual void text(std::string_view text) = 0;
    virtual void reference(std::string_view reference) = 0;

    /// True once the output is too large or too deep: the parser then stops.
    bool is_full() const { return is_full_; }
    std::string take() { return std::move(out_); }

protected:
    std::string out_;
    bool is_full_ = false;
};

class MarkdownMarkup : public MarkdownWriter {
public:
    explicit MarkdownMarkup(int heading_level)
        : heading_level_(heading_level), last_level_(heading_level - 1) {}
    void open(Part part) override;
    void open_numbered(unsigned first) override;
    void open_heading(int level) override;
    void open_link(const std::string& address) override;
    void open_image(const std::string& address) override;
    void close() override;
    void rule() override;
    void line_break() override;
    void text(std::string_view text) override;
    void reference(std::string_view reference) override;

private:
    struct Opened {
        Part part;
        std::size_t outside;  ///< where its start tag begins
        std::size_t inside;   ///< where its content begins
        std::string end;      ///< its end tag
        std::string address;  ///< of a link: its words when it has none
        int level = 0;        ///< of a heading
    };

    void push(Part part, std::string_view start, std::string_view end);
    void open_anchor(Part part, const std::string& address);
    void close_empty(const Opened& opened);
    void check_size();

    int heading_level_;
    int last_level_;
    int links_ = 0;
    int images_ = 0;
    std::vector<Opened> opened_;
};

class MarkdownWords : public MarkdownWriter {
public:
    void open(Part part) override;
    void open_numbered(unsigned) override { open(Part::numbered_list); }
    void open_heading(int) override { open(Part::heading); }
    void open_link(const std::string&) override { open(Part::link); }
    void open_image(const std::string&) override { open(Part::image); }
    void close() override;
    void rule() override { out_ += '\n'; }
    void line_break() override { text(" "); }
    void text(std::string_view text) override;
    void reference(std::string_view reference) override { text(resolved_reference(reference)); }

private:
    std::vector<Part> opened_;
    int code_blocks_ = 0;
};

}  // namespace kring::html
