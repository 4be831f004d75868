// SPDX-License-Identifier: EUPL-1.2
#include "domain/network/store.hpp"

#include "domain/network/may.hpp"
#include "domain/people/people.hpp"

namespace kring::network {

namespace {

constexpr std::string_view programme_columns =
    "select id, name_nl, name_en, funder, budget_line, starts, ends, goals_nl, goals_en from programmes ";

Programme read_programme(const db::Row& row) {
    return Programme{row.text(0), {row.text(1), row.text(2)}, row.text(3), row.text(4), row.text(5),
                     row.text(6), {row.text(7), row.text(8)}};
}

constexpr std::string_view network_columns =
    "select id, programme_id, name_nl, name_en, audience, about_nl, about_en, house_rules_nl, house_rules_en "
    "from networks ";

Network read_network(const db::Row& row) {
    return Network{row.text(0),
                   row.text(1),
                   {row.text(2), row.text(3)},
                   row.view(4) == "everyone",
                   {row.text(5), row.text(6)},
                   {row.text(7), row.text(8)}};
}

std::string audience_word(const Network& network) { return network.is_open ? "everyone" : "network"; }

}  // namespace

std::optional<Programme> find_programme(db::Connection& in, std::string_view id) {
    std::optional<Programme> found;
    in.query(std::string(programme_columns) + "where id = $1", {id},
             [&](const db::Row& row) { found = read_programme(row); });
    return found;
}

std::vector<Programme> all_programmes(db::Connection& in) {
    std::vector<Programme> found;
    in.query(std::string(programme_columns) + "order by name_nl, id", {},
             [&](const db::Row& row) { found.push_back(read_programme(row)); });
    return found;
}

void insert_programme(db::Connection& in, const Programme& programme) {
    in.execute(
        "insert into programmes (id, name_nl, name_en, funder, budget_line, starts, ends, goals_nl, "
        "goals_en) "
        "values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        {programme.id, programme.name.nl, programme.name.en, programme.funder, programme.budget_line,
         programme.starts, programme.ends, programme.goals.nl, programme.goals.en});
}

void update_programme(db::Connection& in, const Programme& programme) {
    in.execute(
        "update programmes set name_nl = $2, name_en = $3, funder = $4, budget_line = $5, starts = $6, ends "
        "= $7, "
        "goals_nl = $8, goals_en = $9 where id = $1",
        {programme.id, programme.name.nl, programme.name.en, programme.funder, programme.budget_line,
         programme.starts, programme.ends, programme.goals.nl, programme.goals.en});
}

std::optional<Network> find(db::Connection& in, std::string_view id) {
    std::optional<Network> found;
    in.query(std::string(network_columns) + "where id = $1", {id},
             [&](const db::Row& row) { found = read_network(row); });
    return found;
}

Result<Network> find_visible(db::Connection& in, const Actor& actor, std::string_view id) {
    auto network = find(in, id);
    if (!network || !may_see(actor, *network))
        return Problem{Trouble::not_found, "problem.not_found", "", {}};
    return std::move(*network);
}

std::vector<Network> all(db::Connection& in, const Actor& actor) {
    std::vector<Network> found;
    in.query(std::string(network_columns) + "order by name_nl, id", {}, [&](const db::Row& row) {
        Network network = read_network(row);
        if (may_see(actor, network)) found.push_back(std::move(network));
    });
    return found;
}

void insert(db::Connection& in, const Network& network) {
    in.execute(
        "insert into networks (id, programme_id, name_nl, name_en, audience, about_nl, about_en, "
        "house_rules_nl, "
        "house_rules_en) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        {network.id, network.programme, network.name.nl, network.name.en, audience_word(network),
         network.about.nl, network.about.en, network.house_rules.nl, network.house_rules.en});
}

void update(db::Connection& in, const Network& network) {
    in.execute(
        "update networks set programme_id = $2, name_nl = $3, name_en = $4, audience = $5, about_nl = $6, "
        "about_en = $7, house_rules_nl = $8, house_rules_en = $9 where id = $1",
        {network.id, network.programme, network.name.nl, network.name.en, audience_word(network),
         network.about.nl, network.about.en, network.house_rules.nl, network.house_rules.en});
}

std::string name(const Network& network, std::string_view language) {
    return in_language(network.name, language == "en" ? html::Language::en : html::Language::nl).text;
}

std::vector<Member> members_of(db::Connection& in, std::string_view network) {
    std::vector<Member> found;
    in.query(R"(
        select p.id, p.name, o.name, p.job, m.side, m.is_facilitator, m.is_editor, m.is_expert
        from memberships m join people p on p.id = m.person_id
        left join organisations o on o.id = p.organisation_id
        where m.network_id = $1 and p.state <> 'suspended' order by lower(p.name), p.id)",
             {network}, [&](const db::Row& row) {
                 const Side side = people::side_of(row.view(4)).value_or(Side::adviser);
                 found.push_back(Member{
                     row.text(0), row.text(1), row.text(2), row.text(3),
                     Membership{std::string(network), side, row.truth(5), row.truth(6), row.truth(7)}});
             });
    return found;
}

std::vector<std::pair<std::string, std::int64_t>> member_counts(db::Connection& in) {
    std::vector<std::pair<std::string, std::int64_t>> counts;
    in.query(R"(
        select m.network_id, count(*) from memberships m join people p on p.id = m.person_id
        where p.state <> 'suspended' group by m.network_id)",
             {}, [&](const db::Row& row) { counts.emplace_back(row.text(0), row.integer(1)); });
    return counts;
}

}  // namespace kring::network
