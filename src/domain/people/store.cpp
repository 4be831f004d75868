// SPDX-License-Identifier: EUPL-1.2
#include "domain/people/store.hpp"

#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"

namespace kring::people {

namespace {

constexpr std::string_view person_columns = R"(
    select p.id, p.email, p.name, p.organisation_id, o.name, p.job, p.language, p.state, p.is_administrator,
           p.password_hash
    from people p left join organisations o on o.id = p.organisation_id )";

std::string people_where(std::string_view condition) {
    return std::string(person_columns) + std::string(condition);
}

Person read_person(const db::Row& row) {
    Person person;
    person.id = row.text(0);
    person.email = row.text(1);
    person.name = row.text(2);
    person.organisation_id = row.text(3);
    person.organisation_name = row.text(4);
    person.job = row.text(5);
    person.language = row.text(6);
    person.state = row.text(7);
    person.is_administrator = row.truth(8);
    person.password_hash = row.text(9);
    return person;
}

std::optional<Person> first_person(db::Connection& in, std::string_view condition, std::string_view value) {
    std::optional<Person> found;
    in.query(people_where(condition), {value}, [&](const db::Row& row) { found = read_person(row); });
    return found;
}

std::optional<Organisation> first_organisation(db::Connection& in, std::string_view condition,
                                               std::string_view value) {
    std::optional<Organisation> found;
    in.query("select id, name, kind from organisations where " + std::string(condition), {value},
             [&](const db::Row& row) { found = Organisation{row.text(0), row.text(1), row.text(2)}; });
    return found;
}

/// A pattern for LIKE in which what was typed has no special meaning.
std::string anywhere(std::string_view typed) {
    std::string pattern = "%";
    for (const char c : ascii_lower(typed)) {
        if (c == '%' || c == '_' || c == '\\') pattern += '\\';
        pattern += c;
    }
    return pattern + "%";
}

}  // namespace

void insert_organisation(db::Connection& in, const Organisation& organisation, Time when) {
    in.execute("insert into organisations (id, name, kind, created_at) values ($1, $2, $3, $4)",
               {organisation.id, organisation.name, organisation.kind, when});
}

void update_organisation(db::Connection& in, const Organisation& organisation) {
    in.execute("update organisations set name = $2, kind = $3 where id = $1",
               {organisation.id, organisation.name, organisation.kind});
}

void insert_person(db::Connection& in, const Person& person, Time when) {
    in.execute(R"(
        insert into people (id, email, name, organisation_id, job, language, state, is_administrator,
                            password_hash, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))",
               {person.id, person.email, person.name, db::text_or_null(person.organisation_id), person.job,
                person.language, person.state, person.is_administrator,
                db::text_or_null(person.password_hash), when});
}

void update_person(db::Connection& in, const Person& person) {
    in.execute(R"(
        update people set name = $2, organisation_id = $3, job = $4, language = $5, state = $6,
                          is_administrator = $7
        where id = $1)",
               {person.id, person.name, db::text_or_null(person.organisation_id), person.job, person.language,
                person.state, person.is_administrator});
}

void set_password_hash(db::Connection& in, std::string_view person_id, std::string_view hash) {
    in.execute("update people set password_hash = $2 where id = $1", {person_id, hash});
}

std::optional<Person> find_person(db::Connection& in, std::string_view id) {
    return first_person(in, "where p.id = $1", id);
}

std::optional<Person> find_by_email(db::Connection& in, std::string_view email) {
    return first_person(in, "where p.email = $1", canonical_email(email));
}

std::vector<Person> all_people(db::Connection& in) {
    std::vector<Person> found;
    in.query(people_where("order by p.id"), {},
             [&](const db::Row& row) { found.push_back(read_person(row)); });
    return found;
}

std::vector<Organisation> all_organisations(db::Connection& in) {
    std::vector<Organisation> found;
    in.query(
        "select id, name, kind from organisations order by lower(name), id", {},
        [&](const db::Row& row) { found.push_back(Organisation{row.text(0), row.text(1), row.text(2)}); });
    return found;
}

std::optional<Organisation> find_organisation(db::Connection& in, std::string_view id) {
    return first_organisation(in, "id = $1", id);
}

std::optional<Organisation> find_organisation_by_name(db::Connection& in, std::string_view name) {
    return first_organisation(in, "name = $1", name);
}

std::vector<Membership> memberships_of(db::Connection& in, std::string_view person_id) {
    std::vector<Membership> found;
    in.query(R"(
        select network_id, side, is_facilitator, is_editor, is_expert from memberships
        where person_id = $1 order by network_id)",
             {person_id}, [&](const db::Row& row) {
                 found.push_back(Membership{row.text(0), side_of(row.view(1)).value_or(Side::adviser),
                                            row.truth(2), row.truth(3), row.truth(4)});
             });
    return found;
}

void put_membership(db::Connection& in, std::string_view person_id, const Membership& membership, Time when) {
    in.execute(R"(
        insert into memberships (id, network_id, person_id, side, is_facilitator, is_editor, is_expert,
                                 joined_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (network_id, person_id) do update set
            side = excluded.side, is_facilitator = excluded.is_facilitator, is_editor = excluded.is_editor,
            is_expert = excluded.is_expert)",
               {new_id(when), membership.network, person_id, word(membership.side), membership.is_facilitator,
                membership.is_editor, membership.is_expert, when});
}

bool drop_membership(db::Connection& in, std::string_view person_id, std::string_view network) {
    return in.execute("delete from memberships where person_id = $1 and network_id = $2",
                      {person_id, network}) > 0;
}

void fill_rights(db::Connection& in, Actor& actor) {
    actor.memberships = memberships_of(in, actor.person);
    in.query("select workshop_id from participants where person_id = $1 order by workshop_id", {actor.person},
             [&](const db::Row& row) { actor.workshops.push_back(row.text(0)); });
}

std::optional<Actor> actor_of(db::Connection& in, std::string_view person_id) {
    const auto person = find_person(in, person_id);
    if (!person || person->state != "active") return std::nullopt;
    Actor actor;
    actor.person = person->id;
    actor.name = person->name;
    actor.organisation = person->organisation_id;
    actor.is_administrator = person->is_administrator;
    fill_rights(in, actor);
    return actor;
}

std::int64_t count_active_administrators(db::Connection& in) {
    return in.count("select count(*) from people where is_administrator = 1 and state = 'active'");
}

PeopleFound find_people(db::Connection& in, const PeopleFilter& filter) {
    constexpr std::string_view condition = R"(
        where ($1 = '%%' or lower(p.name) like $1 escape '\' or p.email like $1 escape '\')
          and ($2 = '' or p.state = $2)
          and ($3 = '' or p.organisation_id = $3)
          and ($4 = '' or exists (
              select 1 from memberships m where m.person_id = p.id and m.network_id = $4)))";
    const std::string pattern = anywhere(filter.words);
    PeopleFound found;
    found.total = in.count("select count(*) from people p" + std::string(condition),
                           {pattern, filter.state, filter.organisation, filter.network});
    in.query(people_where(std::string(condition) + " order by lower(p.name), p.id limit $5 offset $6"),
             {pattern, filter.state, filter.organisation, filter.network, filter.per_page,
              (filter.page - 1) * filter.per_page},
             [&](const db::Row& row) { found.people.push_back(read_person(row)); });
    return found;
}

std::vector<NamedNetwork> all_networks(db::Connection& in) {
    std::vector<NamedNetwork> found;
    in.query("select id, name_nl, name_en from networks order by name_nl, id", {}, [&](const db::Row& row) {
        found.push_back(NamedNetwork{row.text(0), row.text(1), row.text(2)});
    });
    return found;
}

std::vector<std::pair<std::string, std::string>> names_of(db::Connection& in,
                                                          const std::vector<std::string>& ids) {
    std::vector<std::pair<std::string, std::string>> names;
    if (ids.empty()) return names;
    std::string list;
    std::vector<db::Param> params;
    for (const std::string& id : ids) {
        params.emplace_back(id);
        list += (list.empty() ? "$" : ", $") + std::to_string(params.size());
    }
    const std::string sql = "select id, name from people where id in (" + list +
                            ") union all select id, name from organisations where id in (" + list + ")";
    in.query(sql, params, [&](const db::Row& row) { names.emplace_back(row.text(0), row.text(1)); });
    return names;
}

}  // namespace kring::people
