// SPDX-License-Identifier: EUPL-1.2
// The whole house around the small world, asked through its door by a browser that keeps its cookies.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/door.hpp"
#include "app/embedded.hpp"
#include "domain/people/sign_in.hpp"
#include "domain/people/store.hpp"
#include "platform/base/secret.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::app {

using Words = std::vector<std::string>;

/// The small world's database with these settings on top of the defaults.
inline Config config_for(const std::string& address, std::vector<std::string> settings = {}) {
    settings.insert(settings.begin(), {"--database", address, "--readers", "2"});
    const Loaded loaded = load_config(settings, {});
    if (!loaded.faults.empty()) throw std::logic_error(loaded.faults.front());
    return loaded.config;
}

/// A fresh database with the small world in it.
class SettledDatabase {
public:
    explicit SettledDatabase(db::Engine engine) : fresh_(engine, embedded_migrations()) {
        db::Database database(fresh_.address(), 1);
        (void)database.write(
            [](db::Connection& in) { return Result<fixtures::World>(fixtures::make_world(in)); });
    }
    const std::string& address() const { return fresh_.address(); }

private:
    tests::FreshDatabase fresh_;
};

/// What a browser holds of one session.
struct Browser {
    std::string session;  ///< the cookie's token
    std::string csrf;     ///< of that session's forms
    std::string id;
};

class FrontDoor : public ::testing::TestWithParam<db::Engine> {
protected:
    explicit FrontDoor(std::vector<std::string> settings = {}, std::vector<desk::Route> more = {})
        : settled(GetParam()),
          house(config_for(settled.address(), std::move(settings))),
          door(house, routes(more)) {}

    SettledDatabase settled;
    House house;
    Door door;

    static std::vector<desk::Route> routes(const std::vector<desk::Route>& more) {
        std::vector<desk::Route> all = all_routes();
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }

    static web::Request request(std::string_view target, std::string_view session = "") {
        web::Request asked;
        asked.target = target;
        const auto question = target.find('?');
        asked.path = target.substr(0, question);
        if (question != std::string_view::npos)
            asked.query = web::parse_urlencoded(target.substr(question + 1)).value();
        asked.headers = {{"host", "kring.example"}, {"user-agent", "Firefox"}};
        if (!session.empty()) asked.cookies = {{"kring", std::string(session)}};
        asked.remote = "192.0.2.7";
        asked.id = "verzoek-17";
        return asked;
    }
    web::Response get(std::string_view target, std::string_view session = "",
                      web::Method method = web::Method::get) {
        web::Request asked = request(target, session);
        asked.method = method;
        return door.answer(asked);
    }
    web::Response post(std::string_view target, std::string_view session, web::Fields form,
                       const web::Fields& headers = {{"origin", "http://kring.example"}}) {
        web::Request asked = request(target, session);
        asked.method = web::Method::post;
        asked.form = std::move(form);
        asked.headers.insert(asked.headers.end(), headers.begin(), headers.end());
        return door.answer(asked);
    }

    Browser signed_in(std::string_view person, Time at = now()) {
        Browser browser;
        run([&](db::Connection& in) {
            const auto welcome = people::open_session(in, people::find_person(in, person).value(),
                                                      people::Visitor{}, false, at);
            browser = {welcome.session_token, welcome.csrf, ""};
        });
        return browser;
    }
    template <class F>
    void run(F&& f) {
        ASSERT_TRUE(house.database.write([&](db::Connection& in) {
            f(in);
            return Result<Done>(Done{});
        }));
    }
    void sql(std::string_view statement, std::initializer_list<db::Param> params = {}) {
        run([&](db::Connection& in) { in.execute(statement, params); });
    }
    std::int64_t count(std::string_view statement, std::initializer_list<db::Param> params = {}) {
        return house.database.read([&](db::Connection& in) { return in.count(statement, params); });
    }

    static std::string header(const web::Response& response, std::string_view wanted) {
        for (const auto& [name, value] : response.headers) {
            if (name == wanted) return value;
        }
        return "";
    }
    /// The value that the response sets this cookie to, "" when it does not.
    static std::string cookie(const web::Response& response, std::string_view wanted) {
        for (const auto& [name, value] : response.headers) {
            if (name != "Set-Cookie" || !value.starts_with(std::string(wanted) + "=")) continue;
            const auto begin = wanted.size() + 1;
            return value.substr(begin, value.find(';') - begin);
        }
        return "";
    }
    static Words headings(const web::Response& response) {
        return fixtures::texts_of(fixtures::parse_page(response.body), "h1");
    }
    /// What the page's own form would send, and where to.
    struct Sheet {
        std::string action;
        web::Fields fields;  ///< the form's token without its mask
    };
    static Sheet sheet_of(const web::Response& response) {
        Sheet sheet;
        const fixtures::HtmlNode page = fixtures::parse_page(response.body);
        for (const fixtures::HtmlNode* form : page.all("form")) {
            const std::string* held = form->attribute("class");
            if (!held || *held != "k-form") continue;
            sheet.action = *form->attribute("action");
            for (const fixtures::HtmlNode* input : form->all("input")) {
                const std::string& name = *input->attribute("name");
                const std::string& value = *input->attribute("value");
                sheet.fields.emplace_back(name, name == "csrf" ? unmasked(value) : value);
            }
        }
        return sheet;
    }
    static web::Fields with(web::Fields fields, std::string_view name, std::string_view value) {
        for (auto& [held, text] : fields) {
            if (held == name) text = value;
        }
        if (!web::has(fields, name)) fields.emplace_back(name, value);
        return fields;
    }
    static web::Fields question_form(std::string_view csrf) {
        return {{"csrf", std::string(csrf)},
                {"network", "ict"},
                {"title", "Hoe lang gaat een laptop mee?"},
                {"body", "Wij willen zeven jaar."},
                {"audience", "network"},
                {"language", "nl"},
                {"workshop", ""}};
    }
};

}  // namespace kring::app
