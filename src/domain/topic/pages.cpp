// SPDX-License-Identifier: EUPL-1.2
#include "domain/topic/pages.hpp"

#include "domain/topic/may.hpp"
#include "domain/topic/page_functions.hpp"
#include "domain/topic/store.hpp"
#include "domain/workshop/store.hpp"

namespace kring::topic {

std::vector<desk::Route> routes() {
    using desk::Rule;
    using web::Method;
    constexpr std::string_view all = "/netwerken/{netwerk}/reeksen/{nummer}/onderwerpen";
    constexpr std::string_view round = "/netwerken/{netwerk}/reeksen/{nummer}/onderwerpen/ronde";
    constexpr std::string_view one_more = "/netwerken/{netwerk}/reeksen/{nummer}/onderwerpen/nieuw";
    return {
        {Method::get, all, show_topics, Rule::signed_in},
        {Method::get, round, edit_round, Rule::signed_in},
        {Method::post, round, post_round, Rule::signed_in},
        {Method::post, "/netwerken/{netwerk}/reeksen/{nummer}/onderwerpen/sluiting", post_closing,
         Rule::signed_in},
        {Method::get, one_more, new_topic, Rule::signed_in},
        {Method::post, one_more, post_topic, Rule::signed_in},
        {Method::post, "/onderwerpen/{id}/stem", post_vote, Rule::signed_in},
        {Method::post, "/onderwerpen/{id}/intrekking", post_taking_out, Rule::signed_in},
        {Method::post, "/onderwerpen/{id}/bijeenkomst", post_workshop, Rule::signed_in},
    };
}

void add_doors(const desk::Visit& visit, std::string_view workshop, workshop::Beside& beside) {
    visit.read([&](db::Connection& in) {
        const auto known = workshop::find(in, workshop);
        const auto series = known ? workshop::find_series(in, known->series) : std::nullopt;
        const auto round = series ? round_of_series(in, series->id) : std::nullopt;
        if (!round || !visit.who.is_signed_in() || !may_see(in, visit.who, *round, visit.when)) return;
        const std::string address = topics_address(visit, *series);
        if (is_open(*round, visit.when)) beside.join.push_back({address, visit.say("topic.door.choose")});
        for (const Topic& topic : topics_of_workshop(in, workshop))
            beside.read.push_back({address, visit.say("topic.door.chosen", {{"title", topic.title}})});
    });
}

}  // namespace kring::topic
