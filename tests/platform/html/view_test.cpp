// SPDX-License-Identifier: EUPL-1.2
#include "platform/html/view.hpp"

#include <gtest/gtest.h>

#include "platform/html/escape.hpp"

using namespace kring::html;

TEST(View, gives_back_what_was_set_under_a_name) {
    View view;
    view.set("title", "Laptops").set("count", 3).set("is_open", true);
    EXPECT_EQ(std::get<std::string>(*view.find("title")), "Laptops");
    EXPECT_EQ(std::get<std::string>(*view.find("count")), "3");
    EXPECT_TRUE(std::get<bool>(*view.find("is_open")));
    EXPECT_EQ(view.find("other"), nullptr);
}

TEST(View, keeps_the_last_value_of_a_name_in_its_first_place) {
    View view;
    view.set("a", "1").set("b", "2").set("a", "3");
    ASSERT_EQ(view.slots().size(), 2u);
    EXPECT_EQ(view.slots()[0].first, "a");
    EXPECT_EQ(std::get<std::string>(view.slots()[0].second), "3");
}

TEST(View, holds_lists_and_views_in_one_another) {
    View view;
    view.set("rows", List{View().set("name", "Anna"), View().set("name", "Bram")});
    view.set("owner", View().set("name", "Chris"));
    EXPECT_EQ(std::get<List>(*view.find("rows")).size(), 2u);
    const auto& owner = std::get<std::shared_ptr<const View>>(*view.find("owner"));
    EXPECT_EQ(std::get<std::string>(*owner->find("name")), "Chris");
}

TEST(Escaped, replaces_exactly_the_five_characters_of_markup) {
    EXPECT_EQ(escaped("a & b < c > d \" e ' f"), "a &amp; b &lt; c &gt; d &quot; e &#39; f");
    EXPECT_EQ(escaped("één – 💡 `$%\\/"), "één – 💡 `$%\\/");
    EXPECT_EQ(escaped("<<"), "&lt;&lt;");
    EXPECT_EQ(escaped(""), "");
}

TEST(Address, is_known_by_what_a_browser_makes_of_it) {
    const std::pair<const char*, Address> known[] = {
        {"https://voorbeeld.nl/a", Address::web},
        {"HTTP://voorbeeld.nl", Address::web},
        {"https://[::1]/", Address::web},
        {"mailto:anna@voorbeeld.nl", Address::mail},
        {"/vragen/12?pagina=2#antwoord", Address::local},
        {"/", Address::local},
        {"?pagina=2", Address::query},
        {"#inhoud", Address::fragment},
        {"", Address::refused},
        {"//voorbeeld.nl", Address::refused},
        {"/\\voorbeeld.nl", Address::refused},
        {"/\t/voorbeeld.nl", Address::refused},
        {"\n//voorbeeld.nl", Address::refused},
        {"javascript:alert(1)", Address::refused},
        {"JaVaScRiPt:alert(1)", Address::refused},
        {" javascript:alert(1)", Address::refused},
        {"java\nscript:alert(1)", Address::refused},
        {"data:text/html,x", Address::refused},
        {"data:image/png;base64,x", Address::refused},
        {"vbscript:x", Address::refused},
        {"https:voorbeeld.nl", Address::refused},
        {"https:///voorbeeld.nl", Address::refused},
        {"https://", Address::refused},
        {"ftp://voorbeeld.nl", Address::refused},
        {"mailto:", Address::refused},
        {"vragen/12", Address::refused},
    };
    for (const auto& [address, kind] : known) EXPECT_EQ(kind_of_address(address), kind) << address;
}

TEST(Address, of_a_script_is_one_of_our_own_files) {
    EXPECT_TRUE(is_own_script("/static/kring.1a2b3c4d5e.js"));
    for (const char* other :
         {"/static/.js/../x.js", "/static//voorbeeld.nl/x.js", "/static/x.css", "/static/.js",
          "https://voorbeeld.nl/static/x.js", "/bestand/x.js", "/static/x.js?y", ""}) {
        EXPECT_FALSE(is_own_script(other)) << other;
    }
}
