// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/router.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace kring::web {
namespace {

class RouterTest : public testing::Test {
protected:
    RouterTest() {
        router.add(Method::get, "/", 0);
        router.add(Method::get, "/vragen", 1);
        router.add(Method::get, "/vragen/{id}", 2);
        router.add(Method::post, "/vragen/{id}/stem", 3);
        router.add(Method::get, "/netwerken/{naam}/reeksen/{n}", 4);
        router.add(Method::post, "/vragen", 5);
        router.add(Method::get, "/agenda.ics", 6);
    }

    /// The route's number, -405 when only the method differs, -404 when nothing does.
    int found(Method method, std::string_view path) {
        bool is_known = false;
        if (router.find(method, path, match, is_known)) return static_cast<int>(match.route);
        return is_known ? -405 : -404;
    }

    Router router;
    Match match;
};

TEST_F(RouterTest, finds_a_route_by_method_and_path) {
    EXPECT_EQ(found(Method::get, "/"), 0);
    EXPECT_EQ(found(Method::get, "/vragen"), 1);
    EXPECT_EQ(found(Method::post, "/vragen"), 5);
    EXPECT_EQ(found(Method::get, "/agenda.ics"), 6);
}

TEST_F(RouterTest, names_the_parts) {
    EXPECT_EQ(found(Method::get, "/netwerken/duurzame-ict/reeksen/2"), 4);
    EXPECT_EQ(match.parts, (Fields{{"naam", "duurzame-ict"}, {"n", "2"}}));
    EXPECT_EQ(found(Method::get, "/vragen"), 1);
    EXPECT_EQ(match.parts, Fields{});
}

TEST_F(RouterTest, serves_head_by_get_routes_only) {
    EXPECT_EQ(found(Method::head, "/vragen/7"), 2);
    EXPECT_EQ(found(Method::head, "/vragen/7/stem"), -405);
}

TEST_F(RouterTest, tells_a_wrong_method_from_a_wrong_path) {
    EXPECT_EQ(found(Method::post, "/"), -405);
    EXPECT_EQ(found(Method::get, "/vragen/7/stem"), -405);
    EXPECT_EQ(found(Method::get, "/vraag"), -404);
}

TEST_F(RouterTest, takes_one_non_empty_segment_for_a_part) {
    for (const char* path :
         {"/vragen/", "/vragen/7/", "/vragen//stem", "/vragen/7/8", "/Vragen", "vragen", "", "//"}) {
        EXPECT_EQ(found(Method::get, path), -404) << path;
    }
}

TEST_F(RouterTest, refuses_two_patterns_that_cannot_be_told_apart) {
    for (const char* pattern : {"/", "/vragen", "/vragen/{ander}"}) {
        EXPECT_THROW(router.add(Method::get, pattern, 9), std::logic_error) << pattern;
    }
    EXPECT_NO_THROW(router.add(Method::post, "/vragen/{ander}", 9));
}

TEST_F(RouterTest, lets_a_fixed_word_go_before_a_part_whatever_the_order) {
    router.add(Method::get, "/vragen/nieuw", 9);
    router.add(Method::get, "/{wat}/nieuw", 10);
    router.add(Method::get, "/{wat}/{id}", 11);
    EXPECT_EQ(found(Method::get, "/vragen/nieuw"), 9);
    EXPECT_EQ(found(Method::get, "/vragen/7"), 2);
    EXPECT_EQ(found(Method::get, "/lessen/nieuw"), 10);
    EXPECT_EQ(found(Method::get, "/lessen/7"), 11);
}

TEST_F(RouterTest, refuses_a_broken_pattern) {
    for (const char* pattern : {"", "x", "//", "/x/", "/a//b", "/{", "/}", "/{}", "/a{b}", "/{b}c", "/{a}{b}",
                                "/{{a}}", "/{a}/{a}"}) {
        EXPECT_THROW(router.add(Method::get, pattern, 9), std::logic_error) << pattern;
    }
    EXPECT_THROW(router.add(Method::head, "/hoofd", 9), std::logic_error);
}

}  // namespace
}  // namespace kring::web
