// SPDX-License-Identifier: EUPL-1.2
// The API through the door: what it answers, how it refuses, and that it opens nothing else.
#include "app/api.hpp"

#include <filesystem>

#include "domain/exchange/exchange.hpp"
#include "platform/base/process.hpp"
#include "tests/app/front_door.hpp"

namespace kring::app {
namespace {

class ApiDoor : public FrontDoor {
protected:
    ApiDoor() : ApiDoor("0") {}
    explicit ApiDoor(const std::string& documents_per_second)
        : FrontDoor({"--requests_per_second", "0", "--documents_per_second", documents_per_second}) {}

    web::Response send(std::string_view path, std::string body, web::Fields headers = {},
                       std::string_view session = "") {
        web::Request asked = request(path, session);
        asked.method = web::Method::post;
        asked.is_json = true;
        asked.body = std::move(body);
        asked.headers.insert(asked.headers.end(), headers.begin(), headers.end());
        return door.answer(asked);
    }
    web::Response ask(std::string_view path, web::Fields headers = {}) {
        web::Request asked = request(path);
        asked.headers.insert(asked.headers.end(), headers.begin(), headers.end());
        return door.answer(asked);
    }
    static json::Value read(const web::Response& response) {
        auto read_body = json::read(response.body, {64 * 1024 * 1024, 64, 4'000'000});
        if (const json::Value* value = std::get_if<json::Value>(&read_body)) return *value;
        ADD_FAILURE() << "no JSON: " << response.body.substr(0, 200);
        return {};
    }
    static std::string example(const std::string& name) {
        return read_file("data/example/reckoning/" + name + ".json");
    }
    /// "404 application/problem+json 1.0.0"
    static std::string manner(const web::Response& response) {
        return std::to_string(response.status) + " " + header(response, "Content-Type") + " " +
               header(response, "API-Version");
    }
};
KRING_ON_BOTH_ENGINES(ApiDoor);

constexpr std::string_view problem_type = " application/problem+json 1.0.0";

TEST_P(ApiDoor, answers_documents) {
    const web::Response assessed = send("/api/v1/assess", example("fleet-exact"));
    EXPECT_EQ(manner(assessed), "200 application/json 1.0.0");
    EXPECT_EQ(*read(assessed).find("format")->text(), "kring.assessment/1");
    const web::Response awarded = send("/api/v1/award", example("award-lowest"));
    EXPECT_EQ(manner(awarded), "200 application/json 1.0.0");
    EXPECT_EQ(json::write(*read(awarded).find("award")->find("winners")), R"(["C"])");
    EXPECT_EQ(send("/api/v1/assess", example("fleet-drawn")).body,
              send("/api/v1/assess", example("fleet-drawn")).body);
}

TEST_P(ApiDoor, refuses_by_problem_documents_with_everything_wrong_in_the_reader_s_language) {
    const std::string bad = R"({"format":"kring.award/1","criteria":[],"method":{"formula":"F9"},"x":1})";
    const web::Response dutch =
        send("/api/v1/award", bad, {{"accept-language", "fr, nl-BE;q=0.8, en;q=0.5"}});
    EXPECT_EQ(manner(dutch), "422" + std::string(problem_type));
    EXPECT_EQ(header(dutch, "Content-Language"), "nl");
    const json::Value document = read(dutch);
    EXPECT_EQ(*document.find("title")->text(), "Het document is niet geaccepteerd");
    const json::Array& errors = *document.find("errors")->array();
    ASSERT_EQ(errors.size(), 4u);
    EXPECT_EQ(
        json::write(errors[1]),
        R"({"pointer":"/method/formula","code":"exchange.problem.no_such","detail":"F9 bestaat niet."})");
    const web::Response english = send("/api/v1/award", "{\"a\": [1,\n 2,,3]}");
    EXPECT_EQ(manner(english), "400" + std::string(problem_type));
    EXPECT_EQ(*read(english).find("detail")->text(), "This is no JSON: see line 2, column 4.");
    EXPECT_EQ(read(english).find("errors")->array()->front().find("pointer")->text()->substr(0, 4), "/a/2");
}

TEST_P(ApiDoor, keeps_to_the_rules_for_addresses_methods_and_media) {
    EXPECT_EQ(manner(ask("/api/v1/nothing")), "404" + std::string(problem_type));
    EXPECT_EQ(manner(ask("/api/v1/openapi.json/")), "404" + std::string(problem_type))
        << "no slash at the end";
    EXPECT_EQ(manner(ask("/api")), "404" + std::string(problem_type));
    const web::Response wrong_method = ask("/api/v1/assess");
    EXPECT_EQ(manner(wrong_method), "405" + std::string(problem_type));
    EXPECT_EQ(header(wrong_method, "Allow"), "POST");
    EXPECT_EQ(header(send("/api/v1/openapi.json", "{}"), "Allow"), "GET, HEAD");
    EXPECT_EQ(manner(send("/api/v1/assess", "{}", {{"accept", "text/html, image/png"}})),
              "406" + std::string(problem_type));
    EXPECT_EQ(send("/api/v1/award", example("award-lowest"), {{"accept", "text/html, */*;q=0.1"}}).status,
              200);
    web::Request refused = request("/api/v1/assess");
    EXPECT_EQ(header(door.refuse(405, refused), "Allow"), "POST") << "as the server asks for PUT";
    refused.method = web::Method::post;
    EXPECT_EQ(manner(door.refuse(413, refused)), "413" + std::string(problem_type));
    EXPECT_EQ(manner(post("/api/v1/assess", "", {{"format", "kring.assess/1"}})),
              "415" + std::string(problem_type))
        << "a form is no document";
}

TEST_P(ApiDoor, takes_few_documents_with_many_draws) {
    int answered = 0;
    for (int i = 0; i < 7; ++i)
        answered += send("/api/v1/award", example("award-study")).status == 200 ? 1 : 0;
    EXPECT_GE(answered, 3);
    EXPECT_LT(answered, 7);
    const web::Response late = send("/api/v1/award", example("award-study"));
    EXPECT_EQ(manner(late), "429" + std::string(problem_type));
    EXPECT_EQ(header(late, "Retry-After"), "2");
    EXPECT_EQ(send("/api/v1/award", example("award-lowest")).status, 200) << "those without draws go on";
}

TEST_P(ApiDoor, computes_two_documents_with_draws_at_a_time) {
    {
        const DrawingPlace first;
        const DrawingPlace second;
        EXPECT_TRUE(first.is_free() && second.is_free());
        EXPECT_FALSE(DrawingPlace().is_free());
        const web::Response busy = send("/api/v1/award", example("award-study"));
        EXPECT_EQ(manner(busy), "503" + std::string(problem_type));
        EXPECT_EQ(header(busy, "Retry-After"), "2");
        EXPECT_EQ(send("/api/v1/award", example("award-lowest")).status, 200);
    }
    EXPECT_EQ(send("/api/v1/award", example("award-study")).status, 200);
}

class ApiDoorLimits : public ApiDoor {
protected:
    ApiDoorLimits() : ApiDoor("1") {}
};
KRING_ON_BOTH_ENGINES(ApiDoorLimits);

TEST_P(ApiDoorLimits, takes_few_documents_of_any_kind_from_one_network) {
    int answered = 0;
    for (int i = 0; i < 12; ++i) answered += send("/api/v1/assess", "{}").status == 422 ? 1 : 0;
    EXPECT_GE(answered, 4);
    EXPECT_LT(answered, 12);
    const web::Response late = send("/api/v1/award", example("award-lowest"));
    EXPECT_EQ(manner(late), "429" + std::string(problem_type));
    EXPECT_EQ(header(late, "Retry-After"), "2");
    EXPECT_EQ(ask("/api/v1/openapi.json").status, 200) << "reading goes on";
}

TEST_P(ApiDoor, opens_no_page_to_json_and_knows_no_session) {
    const Browser anna = signed_in("anna");
    const std::int64_t lines = count("select count(*) from journal");
    for (const desk::Route& route : all_routes()) {
        if (route.method != web::Method::post || route.api) continue;
        const web::Response response = send(route.pattern, R"({"csrf":")" + anna.csrf + R"("})",
                                            {{"origin", "http://kring.example"}}, anna.session);
        EXPECT_EQ(response.status, 415) << route.pattern;
    }
    EXPECT_EQ(count("select count(*) from journal"), lines);
    const web::Response answer = send("/api/v1/award", example("award-lowest"), {}, anna.session);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(header(answer, "Set-Cookie"), "");
    EXPECT_EQ(header(answer, "Access-Control-Allow-Origin"), "") << "no other site may read it";
}

TEST(Api, routes_are_for_everyone_and_described) {
    for (const desk::Route& route : all_routes()) {
        EXPECT_EQ(is_of_api(route.pattern), route.api != nullptr) << route.pattern;
        if (route.api) EXPECT_EQ(route.rule, desk::Rule::everyone);
    }
}

TEST(Api, its_description_is_valid_OpenAPI) {
    const std::string validator = "node_modules/@seriousme/openapi-schema-validator/bin/validate-api-cli.js";
    ASSERT_TRUE(std::filesystem::exists(validator)) << "npm ci";
    const ScratchFolder folder;
    const std::string file = folder.path() + "/openapi.json";
    write_file(file,
               json::write(openapi_document(all_routes(), "https://kring.example"), json::Layout::indented));
    const Finished done = run_program({"node", validator, file}, std::filesystem::current_path(), 60);
    EXPECT_EQ(done.exit_code, 0) << done.output << done.errors;
}

TEST(Api, examples_and_their_answers_fit_the_schemas) {
    const ScratchFolder folder;
    write_file(folder.path() + "/openapi.json",
               json::write(openapi_document(all_routes(), "https://kring.example")));
    const html::Phrases phrases(embedded_catalogue_nl(), embedded_catalogue_en());
    for (const auto& entry : std::filesystem::directory_iterator("data/example/reckoning")) {
        const std::string name = entry.path().stem();
        const std::string text = read_file(entry.path());
        const auto document = json::read(text);
        const bool is_award = name.starts_with("award");
        const auto answer = is_award ? exchange::award(std::get<json::Value>(document), {})
                                     : exchange::assess(std::get<json::Value>(document), {});
        ASSERT_TRUE(answer) << name;
        write_file(folder.path() + "/" + (is_award ? "Award" : "Assess") + "Request." + name, text);
        write_file(folder.path() + "/" + (is_award ? "AwardResult." : "Assessment.") + name,
                   json::write(*answer));
    }
    const Finished done = run_program(
        {"/usr/bin/python3", "-c",
         "import json, glob, jsonschema\n"
         "api = json.load(open('openapi.json'))\n"
         "count = 0\n"
         "for path in glob.glob('A*.*'):\n"
         "    schema = {'$ref': '#/components/schemas/' + path.split('.')[0], 'components': "
         "api['components']}\n"
         "    for error in jsonschema.Draft202012Validator(schema).iter_errors(json.load(open(path))):\n"
         "        print(path, list(error.absolute_path), error.message[:200])\n"
         "    count += 1\n"
         "bad = {'$ref': '#/components/schemas/AwardRequest', 'components': api['components']}\n"
         "assert not jsonschema.Draft202012Validator(bad).is_valid({'format': 'kring.award/1', 'oops': 1})\n"
         "print(count, 'documents')\n"},
        folder.path(), 60);
    EXPECT_EQ(done.output, "16 documents\n") << done.errors;
}

}  // namespace
}  // namespace kring::app
