// SPDX-License-Identifier: EUPL-1.2
#include "app/api.hpp"

namespace kring::app {

namespace {

using json::Array;
using json::Object;
using json::Value;

Value ref(std::string_view kind, std::string_view name) {
    return Object{{"$ref", "#/components/" + std::string(kind) + "/" + std::string(name)}};
}

Value content(std::string_view type, Value schema) {
    return Object{{std::string(type), Object{{"schema", std::move(schema)}}}};
}

Value answers(const desk::Api& api) {
    const Object headers{{"API-Version", ref("headers", "ApiVersion")}};
    Object all{{"200", Object{{"description", "The answer."},
                              {"headers", headers},
                              {"content", content("application/json", ref("schemas", api.gives))}}}};
    const bool takes_document = !api.takes.empty();
    if (takes_document) all.emplace_back("400", ref("responses", "Problem"));
    all.emplace_back("406", ref("responses", "Problem"));
    if (takes_document) {
        for (const char* status : {"413", "415", "422"})
            all.emplace_back(status, ref("responses", "Problem"));
    }
    all.emplace_back("429", ref("responses", "Problem"));
    all.emplace_back("503", ref("responses", "Problem"));
    return all;
}

Value operation(const desk::Api& api) {
    Object out{{"operationId", api.id}, {"summary", api.summary}, {"tags", Array{"reckoning"}}};
    if (!api.takes.empty()) {
        out.emplace_back(
            "requestBody",
            Object{{"required", true}, {"content", content("application/json", ref("schemas", api.takes))}});
    }
    out.emplace_back("responses", answers(api));
    return out;
}

Value components() {
    const Value version = Object{{"description", "Version of the API, of the answer as a whole."},
                                 {"schema", Object{{"type", "string"}}}};
    const Value problem = Object{{"description", "What is wrong, everything at once (RFC 9457)."},
                                 {"headers", Object{{"API-Version", ref("headers", "ApiVersion")}}},
                                 {"content", content("application/problem+json", ref("schemas", "Problem"))}};
    return Object{{"schemas", api_schemas()},
                  {"headers", Object{{"ApiVersion", version}}},
                  {"responses", Object{{"Problem", problem}}}};
}

}  // namespace

Value openapi_document(const std::vector<desk::Route>& routes, std::string_view address) {
    Object paths;
    for (const desk::Route& route : routes) {
        if (!route.api) continue;
        const std::string path(route.pattern.substr(std::string_view("/api/v1").size()));
        const char* method = route.method == web::Method::post ? "post" : "get";
        paths.emplace_back(path, Object{{method, operation(*route.api)}});
    }
    const Value info =
        Object{{"title", "Kring"},
               {"version", api_version},
               {"summary", "What ICT equipment emits and costs, and who wins a tender."},
               {"description",
                "Stateless: nothing is kept, no account is needed. The documents are described in "
                "docs/assess-format.md and docs/award-format.md."},
               {"license", Object{{"name", "EUPL-1.2"}, {"identifier", "EUPL-1.2"}}}};
    return Object{{"openapi", "3.1.0"},
                  {"info", info},
                  {"servers", Array{Object{{"url", std::string(address) + "/api/v1"}}}},
                  {"security", Array{}},
                  {"tags", Array{Object{{"name", "reckoning"}, {"description", "Effects and awards."}}}},
                  {"paths", std::move(paths)},
                  {"components", components()}};
}

}  // namespace kring::app
