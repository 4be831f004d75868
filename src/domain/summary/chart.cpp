// SPDX-License-Identifier: EUPL-1.2
#include "domain/summary/chart.hpp"

#include <algorithm>
#include <set>

#include "platform/base/text.hpp"
#include "platform/html/view.hpp"

namespace kring::summary {

namespace {

struct Style {
    std::string_view kind;
    std::string_view colour;
};

// In the order of the chain.
constexpr std::array<Style, 6> styles = {{{"question", "#3a8588"},
                                          {"answer", "#6d7fb8"},
                                          {"workshop", "#a9702a"},
                                          {"session", "#8a6fa8"},
                                          {"case", "#b5617f"},
                                          {"lesson", "#5c8a3c"}}};

constexpr int width = 720;
constexpr int left_bar = 190;
constexpr int right_bar = 420;
constexpr int bar_width = 10;
constexpr int line_height = 19;
constexpr int gap = 14;
constexpr int band_most = 260;  // all bands together are about this high
constexpr std::size_t label_length_max = 30;
constexpr std::size_t label_lines_max = 3;

struct Node {
    std::vector<std::string> lines;
    std::int64_t top = 0;
    std::int64_t height = 0;
    std::int64_t used = 0;  // of its height, by bands drawn so far
};

std::vector<std::string> wrapped(std::string_view text) {
    std::vector<std::string> lines = {""};
    for (const std::string_view one : words(text)) {
        const bool fits = length(lines.back()) + 1 + length(one) <= label_length_max;
        if (!lines.back().empty() && !fits) lines.emplace_back();
        lines.back() += (lines.back().empty() ? "" : " ") + std::string(one);
    }
    if (lines.size() > label_lines_max) {
        lines.resize(label_lines_max);
        lines.back() += " …";
    }
    return lines;
}

std::int64_t room_for(const Node& node) {
    return std::max(node.height, static_cast<std::int64_t>(node.lines.size()) * line_height);
}

// Puts nodes under each other and returns how high they stand together.
std::int64_t stack(std::vector<Node>& nodes) {
    std::int64_t y = gap;
    for (Node& node : nodes) {
        const std::int64_t room = room_for(node);
        node.top = y + (room - node.height) / 2;
        y += room + gap;
    }
    return y;
}

std::string number(std::int64_t value) { return std::to_string(value); }

std::string bar(const Node& node, int x, std::string_view colour) {
    return "<rect x=\"" + number(x) + "\" y=\"" + number(node.top) + "\" width=\"" + number(bar_width) +
           "\" height=\"" + number(std::max<std::int64_t>(node.height, 2)) + "\" fill=\"" +
           std::string(colour) + "\"/>";
}

std::string label(const Node& node, int x) {
    const auto lines = static_cast<std::int64_t>(node.lines.size());
    std::int64_t y = node.top + node.height / 2 - (lines - 1) * line_height / 2 + 5;
    std::string out;
    for (const std::string& line : node.lines) {
        out += "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\">" + html::escaped(line) + "</text>";
        y += line_height;
    }
    return out;
}

std::string band(Node& from, Node& to, std::int64_t thickness, std::string_view colour) {
    const int start = left_bar + bar_width;
    const int middle = (start + right_bar) / 2;
    const std::string y1 = number(from.top + from.used + thickness / 2);
    const std::string y2 = number(to.top + to.used + thickness / 2);
    from.used += thickness;
    to.used += thickness;
    return "<path d=\"M" + number(start) + " " + y1 + "C" + number(middle) + " " + y1 + " " + number(middle) +
           " " + y2 + " " + number(right_bar) + " " + y2 + "\" stroke=\"" + std::string(colour) +
           "\" stroke-width=\"" + number(thickness) + "\"/>";
}

std::int64_t total_of(const ChainPicture& picture) {
    std::int64_t total = 0;
    for (const auto& kind : picture.kinds) total += kind.placements;
    return total;
}

std::vector<Node> nodes_of(const std::vector<std::string>& labels, const std::vector<std::int64_t>& amounts,
                           std::int64_t unit) {
    KRING_ASSERT(labels.size() == amounts.size());
    std::vector<Node> nodes;
    for (std::size_t i = 0; i < labels.size(); ++i)
        nodes.push_back({wrapped(labels[i]), 0, amounts[i] * unit, 0});
    return nodes;
}

// Placements of a kind in a chapter; the records themselves are gathered.
std::int64_t count_kind(const FrozenChapter& chapter, std::string_view kind, std::set<std::string>& records) {
    std::int64_t count = 0;
    for (const FrozenStatement& statement : chapter.statements) {
        for (const FrozenSource& source : statement.sources) {
            if (source.kind != kind) continue;
            records.insert(source.record_id);
            ++count;
        }
    }
    return count;
}

void shift(std::vector<Node>& nodes, std::int64_t down) {
    for (Node& node : nodes) node.top += down;
}

}  // namespace

std::string_view colour_of(std::string_view kind) {
    for (const Style& style : styles) {
        if (style.kind == kind) return style.colour;
    }
    return styles.front().colour;
}

ChainPicture chain_picture(const std::vector<FrozenChapter>& chapters) {
    ChainPicture picture;
    picture.placements.resize(chapters.size());
    for (const Style& style : styles) {
        std::set<std::string> records;
        ChainPicture::KindCount count{std::string(style.kind), 0, 0};
        std::vector<std::int64_t> in_chapter;
        for (const FrozenChapter& chapter : chapters) {
            in_chapter.push_back(count_kind(chapter, style.kind, records));
            count.placements += in_chapter.back();
        }
        if (count.placements == 0) continue;
        count.records = static_cast<std::int64_t>(records.size());
        picture.kinds.push_back(std::move(count));
        for (std::size_t c = 0; c < chapters.size(); ++c) picture.placements[c].push_back(in_chapter[c]);
    }
    return picture;
}

std::string draw(const ChainPicture& picture, const ChartWords& said) {
    const std::int64_t unit =
        std::clamp<std::int64_t>(band_most / std::max<std::int64_t>(total_of(picture), 1), 2, 12);
    std::vector<std::int64_t> by_kind;
    std::vector<std::int64_t> by_chapter;
    for (const auto& kind : picture.kinds) by_kind.push_back(kind.placements);
    for (const auto& row : picture.placements) {
        by_chapter.push_back(0);
        for (const std::int64_t amount : row) by_chapter.back() += amount;
    }
    std::vector<Node> left = nodes_of(said.kinds, by_kind, unit);
    std::vector<Node> right = nodes_of(said.chapters, by_chapter, unit);
    const std::int64_t left_height = stack(left);
    const std::int64_t right_height = stack(right);
    const std::int64_t height = std::max(left_height, right_height);
    shift(left, (height - left_height) / 2);
    shift(right, (height - right_height) / 2);

    std::string bands;
    for (std::size_t k = 0; k < left.size(); ++k) {
        for (std::size_t c = 0; c < right.size(); ++c) {
            const std::int64_t amount = picture.placements[c][k];
            if (amount > 0) bands += band(left[k], right[c], amount * unit, colour_of(picture.kinds[k].kind));
        }
    }
    std::string bars;
    std::string left_labels;
    std::string right_labels;
    for (std::size_t k = 0; k < left.size(); ++k) {
        bars += bar(left[k], left_bar, colour_of(picture.kinds[k].kind));
        left_labels += label(left[k], left_bar - 10);
    }
    for (const Node& node : right) {
        bars += bar(node, right_bar, "currentColor");
        right_labels += label(node, right_bar + bar_width + 10);
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"chain-title "
           "chain-text\" "
           "viewBox=\"0 0 " +
           number(width) + " " + number(height) + "\" width=\"" + number(width) + "\" height=\"" +
           number(height) +
           "\" font-family=\"Noto Sans, Liberation Sans, sans-serif\" font-size=\"15\" "
           "fill=\"currentColor\"><title id=\"chain-title\">" +
           html::escaped(said.title) + "</title><desc id=\"chain-text\">" + html::escaped(said.description) +
           "</desc><g fill=\"none\">" + bands + "</g>" + bars + "<g text-anchor=\"end\">" + left_labels +
           "</g><g>" + right_labels + "</g></svg>";
}

}  // namespace kring::summary
