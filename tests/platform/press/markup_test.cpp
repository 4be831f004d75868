// SPDX-License-Identifier: EUPL-1.2
#include "platform/press/markup.hpp"

#include <gtest/gtest.h>

#include <chrono>

#include "platform/press/copy.hpp"

namespace kring::press {
namespace {

std::string same(std::string_view html) {
    return rewritten(html, Markup::html, [](Tag& tag) { return to_text(tag); });
}

Copy copy_of(const std::string& html, Medium medium) {
    Publication publication;
    publication.html = html;
    publication.pictures = {{"plaat.svg", "<svg viewBox=\"0 0 640 250\"/>", "uit de lijst"}};
    return copy_for(publication, medium, {{"c1", 7}});
}

TEST(Markup, writes_each_tag_back_with_quoted_values) {
    EXPECT_EQ(same("<P CLASS=a id='b\"c' hidden>x &amp; y</P>"),
              "<p class=\"a\" id=\"b&quot;c\" hidden=\"\">x &amp; y</p>");
    EXPECT_EQ(same("a < b <3 </ c"), "a &lt; b &lt;3 &lt;/ c");
    EXPECT_EQ(same("<a title='a>b'>x</a>"), "<a title=\"a&gt;b\">x</a>");
    EXPECT_EQ(same("<br/><br />"), "<br/><br/>");
}

TEST(Markup, drops_comments_declarations_and_what_is_no_text) {
    EXPECT_EQ(same("<!doctype html><!-- <p> -->a<?php b ?><![CDATA[c]]>d"), "ad");
    EXPECT_EQ(same("a<script>if (a</b/) '</scrip>'</script>b<style>p{}</STYLE >c"), "abc");
    EXPECT_EQ(same("<head><title>x</title></head>a<textarea><img src=x></textarea>b"), "ab");
}

TEST(Markup, drops_a_tag_that_never_ends) {
    EXPECT_EQ(same("a<p class=\"x"), "a");
    EXPECT_EQ(same("a<script>b"), "a");
    EXPECT_EQ(same("a<!-- b"), "a");
}

TEST(Markup, takes_time_in_step_with_the_length) {
    std::string hostile;
    for (int i = 0; i < 200000; ++i) hostile += "<a b";
    for (int i = 0; i < 200000; ++i) hostile += "<!--<script><";
    const auto start = std::chrono::steady_clock::now();
    same(hostile);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

TEST(CleanSvg, keeps_a_drawing_as_it_is) {
    const std::string drawing =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><defs><linearGradient id=\"a\"><stop "
        "offset=\"0\"/></linearGradient></defs><style>.x{fill:url(#a)}</style><rect class=\"x\" "
        "fill=\"url(#a)\"/><use href=\"#b\"/><text>url(1) &lt;b&gt;</text></svg>";
    EXPECT_EQ(clean_svg(drawing), drawing);
}

TEST(CleanSvg, takes_out_what_runs_or_fetches) {
    EXPECT_EQ(
        clean_svg(
            "<svg onload=\"x\"><script>y</script><script/><foreignObject><p>z</p></foreignObject></svg>"),
        "<svg>z</svg>");
    EXPECT_EQ(clean_svg("<svg><image href=\"http://a/b\"/><use xlink:href=\"file:///a\"/></svg>"),
              "<svg><use/></svg>");
    EXPECT_EQ(
        clean_svg("<svg><style>@import 'a';</style><rect fill=\"URL('a')\" stroke=\"url&#40;a)\"/></svg>"),
        "<svg><rect/></svg>");
    EXPECT_EQ(clean_svg("<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><svg/>"), "]><svg/>");
}

TEST(Copy, fills_page_numbers_on_paper_and_nowhere_else) {
    const std::string html = "<a href=\"#c1\">Een <span class=\"k-blz\" data-for=\"c1\"></span></a>";
    EXPECT_EQ(copy_of(html, Medium::paper).body,
              "<a href=\"#c1\">Een <span class=\"k-blz\" data-for=\"c1\">7</span></a>");
    EXPECT_TRUE(copy_of(html, Medium::paper).wants_pages);
    EXPECT_EQ(copy_of(html, Medium::office).body, "<a href=\"#c1\">Een </a>");
}

TEST(Copy, takes_pictures_from_the_publication_alone) {
    const std::string html = "<img src=plaat.svg alt='een \"plaat\"'><img src=plaat.svg><img src=ander.svg>";
    const Copy copy = copy_of(html, Medium::office);
    EXPECT_EQ(copy.body,
              "<img src=\"picture1.png\" alt=\"een &quot;plaat&quot;\" width=\"605px\"/>"
              "<img src=\"picture1.png\" alt=\"uit de lijst\" width=\"605px\"/>");
    EXPECT_EQ(copy.alts.size(), 2u);
}

TEST(Copy, keeps_only_links_that_lead_to_a_page_a_mailbox_or_within) {
    const std::string body =
        copy_of(
            "<a href='https://a.example'>a</a><a href='#b'>b</a><a href='JAVAscript:c'>c</a>"
            "<a href=' https://d'>d</a><p href='#e' onclick='f' style='g'>h</p>",
            Medium::paper)
            .body;
    EXPECT_EQ(body, "<a href=\"https://a.example\">a</a><a href=\"#b\">b</a><a>c</a><a>d</a><p>h</p>");
}

TEST(Copy, tells_the_size_of_a_drawing) {
    const auto size = [](std::string_view svg) { return std::pair(size_of(svg).width, size_of(svg).height); };
    EXPECT_EQ(size("<?xml version='1.0'?><svg viewBox='0 0 640 250'><svg width='9'/></svg>"),
              std::pair(640, 250));
    EXPECT_EQ(size("<svg width='300px' height='200.5' viewBox='0 0 1 1'/>"), std::pair(300, 200));
    EXPECT_EQ(size("<svg width='100%' height='9cm'/>"), std::pair(640, 400));
}

}  // namespace
}  // namespace kring::press
