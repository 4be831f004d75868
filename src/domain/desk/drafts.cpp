// SPDX-License-Identifier: EUPL-1.2
#include "domain/desk/drafts.hpp"

#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"

namespace kring::desk {

namespace {

constexpr std::size_t draft_bytes_max = 400 * 1024;

std::string encoded(const web::Fields& fields) {
    std::string text;
    for (const auto& [name, value] : fields) {
        if (name == "csrf" || name == "keep" || name == "preview") continue;
        text += (text.empty() ? "" : "&") + url_encoded(name) + "=" + url_encoded(value);
    }
    return text;
}

Draft read_draft(const db::Row& row) {
    return Draft{row.text(0),
                 row.text(1),
                 row.text(2),
                 row.text(3),
                 web::parse_urlencoded(row.view(4)).value_or(web::Fields{}),
                 row.time(5)};
}

}  // namespace

Result<Done> keep_draft(const Act& act, std::string_view form, std::string_view about, std::string_view title,
                        const web::Fields& fields) {
    if (!act.who.is_signed_in()) return Problem{Trouble::forbidden, "problem.forbidden", "", {}};
    const std::string text = encoded(fields);
    const bool is_too_much =
        text.size() > draft_bytes_max ||
        act.in.count("select count(*) from drafts where owner_id = $1 and not (form = $2 and about_id = $3)",
                     {act.who.person, form, about}) >= static_cast<std::int64_t>(drafts_per_person_max);
    if (is_too_much) return Problem{Trouble::too_many, "draft.too_many", "", {}};
    act.in.execute(
        "insert into drafts (id, owner_id, form, about_id, title, fields, updated_at) "
        "values ($1, $2, $3, $4, $5, $6, $7) on conflict (owner_id, form, about_id) "
        "do update set title = excluded.title, fields = excluded.fields, updated_at = excluded.updated_at",
        {new_id(act.when), act.who.person, form, about, shortened(title, 200), text, act.when});
    return Done{};
}

std::optional<Draft> find_draft(db::Connection& in, const Actor& who, std::string_view form,
                                std::string_view about) {
    std::optional<Draft> found;
    in.query(
        "select id, form, about_id, title, fields, updated_at from drafts "
        "where owner_id = $1 and form = $2 and about_id = $3",
        {who.person, form, about}, [&](const db::Row& row) { found = read_draft(row); });
    return found;
}

std::vector<Draft> drafts_of(db::Connection& in, const Actor& who) {
    std::vector<Draft> found;
    in.query(
        "select id, form, about_id, title, fields, updated_at from drafts "
        "where owner_id = $1 order by updated_at desc, id",
        {who.person}, [&](const db::Row& row) { found.push_back(read_draft(row)); });
    return found;
}

void drop_draft(const Act& act, std::string_view form, std::string_view about) {
    act.in.execute("delete from drafts where owner_id = $1 and form = $2 and about_id = $3",
                   {act.who.person, form, about});
}

Result<Done> drop_draft_by_id(const Act& act, std::string_view id) {
    if (act.in.execute("delete from drafts where id = $1 and owner_id = $2", {id, act.who.person}) == 0) {
        return Problem{Trouble::not_found, "problem.not_found", "", {}};
    }
    return Done{};
}

}  // namespace kring::desk
