// SPDX-License-Identifier: EUPL-1.2
#include "tests/domain/people/people_world.hpp"

#include "app/embedded.hpp"
#include "domain/people/store.hpp"
#include "platform/base/secret.hpp"

namespace kring::people {

namespace {

std::string test_address(html::Language language, std::string_view pattern) {
    return "https://kring.example" + std::string(language == html::Language::en ? "/en" : "") +
           std::string(pattern);
}

}  // namespace

PeopleWorld::PeopleWorld()
    : phrases(app::embedded_catalogue_nl(), app::embedded_catalogue_en()),
      stationery{phrases, "Kring", test_address},
      fresh_(GetParam(), app::embedded_migrations()),
      database(fresh_.address()) {
    const auto filled = database.write([](db::Connection& in) -> Result<Done> {
        fixtures::make_world(in);
        return Done{};
    });
    EXPECT_TRUE(filled);
}

Person PeopleWorld::person(std::string_view id) {
    return database.read([&](db::Connection& in) { return find_person(in, id).value(); });
}

Actor PeopleWorld::actor(std::string_view id) {
    return database.read([&](db::Connection& in) { return fixtures::actor(in, id); });
}

void PeopleWorld::give_password(std::string_view id, std::string_view password) {
    static const std::string good_hash = password_hash(good_password);
    const std::string hash = password == good_password ? good_hash : password_hash(password);
    const auto given = database.write([&](db::Connection& in) -> Result<Done> {
        set_password_hash(in, id, hash);
        return Done{};
    });
    EXPECT_TRUE(given);
}

Welcome PeopleWorld::come_in(std::string_view id, Time when, const Visitor& visitor) {
    return *database.write([&](db::Connection& in) -> Result<Welcome> {
        return open_session(in, find_person(in, id).value(), visitor, false, when);
    });
}

bool PeopleWorld::is_in(const Welcome& welcome, Time when) {
    return database.read(
        [&](db::Connection& in) { return find_session(in, welcome.session_token, when).has_value(); });
}

std::vector<std::string> PeopleWorld::letters() {
    std::vector<std::string> found;
    database.read([&](db::Connection& in) {
        in.query("select body from outbox order by made_at, id", {},
                 [&](const db::Row& row) { found.push_back(row.text(0)); });
    });
    return found;
}

std::string PeopleWorld::mailed_token() {
    const std::string letter = letters().back();
    const std::size_t at = letter.find("?t=");
    return at == std::string::npos ? "" : letter.substr(at + 3, 43);
}

std::vector<std::string> PeopleWorld::journalled() {
    std::vector<std::string> found;
    database.read([&](db::Connection& in) {
        for (const journal::Line& line : journal::lines(in, 0, 1000)) {
            std::string text = line.word + " " + line.object;
            if (!line.detail.empty()) text += " " + line.detail;
            if (line.result != "done") text += " " + line.result;
            found.insert(found.begin(), text);
        }
    });
    return found;
}

}  // namespace kring::people
