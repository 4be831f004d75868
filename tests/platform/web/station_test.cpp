// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/station.hpp"

#include <gtest/gtest.h>

#include "platform/base/secret.hpp"

namespace kring::web {
namespace {

TEST(PathForLog, keeps_ids_and_the_words_of_our_addresses) {
    for (const char* path : {"/", "/en", "/agenda.ics", "/bijeenkomsten/ict-2018-bijeenkomst-4/agenda.ics",
                             "/vragen/01hgx0ab2cdefgh34567", "/static/kring.1a2b3c4d5e.css",
                             "/.well-known/security.txt", "/mijn/beveiliging/sessies/intrekking"}) {
        EXPECT_EQ(path_for_log(path), path);
    }
}

TEST(PathForLog, hides_every_token_wherever_it_stands) {
    for (int i = 0; i < 200; ++i) {
        const std::string token = new_token();
        EXPECT_EQ(path_for_log("/agenda/" + token + "/kring.ics"), "/agenda/***/kring.ics");
        EXPECT_EQ(path_for_log("/en/calendar/" + token), "/en/calendar/***");
        EXPECT_EQ(path_for_log("/" + token.substr(0, 30) + "/x"), "/***/x");
        EXPECT_EQ(path_for_log("/agenda/" + masked(token) + "/"), "/agenda/***/");
    }
}

TEST(PathForLog, hides_what_somebody_typed_in_letters_of_their_own) {
    EXPECT_EQ(path_for_log("/vragen/Hoe lang gaat een laptop mee?"), "/vragen/***");
    EXPECT_EQ(path_for_log("/vragen/\xC3\xA9\xC3\xA9n-twee-drie"), "/vragen/***");
    EXPECT_EQ(path_for_log(""), "/");
}

TEST(PathForLog, is_what_the_log_holds) {
    const std::string token = new_token();
    Request request;
    request.path = "/agenda/" + token + "/kring.ics";
    request.target = request.path + "?x=" + token;
    testing::internal::CaptureStderr();
    log_request(request, 200, 3);
    const std::string line = testing::internal::GetCapturedStderr();
    EXPECT_NE(line.find("\"path\":\"/agenda/***/kring.ics\""), std::string::npos) << line;
    EXPECT_EQ(line.find(token), std::string::npos);
}

}  // namespace
}  // namespace kring::web
