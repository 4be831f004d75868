// SPDX-License-Identifier: EUPL-1.2
// Sessions and their speakers, and the records tied to a part of the agenda.
#include "domain/chain/audience.hpp"
#include "domain/workshop/store.hpp"
#include "platform/base/secret.hpp"

namespace kring::workshop {

namespace {

std::string select_sessions() {
    return "select " + std::string(chain::record_columns) +
           ", s.position, s.form, s.title_en, s.starts, s.minutes, s.room, s.about_nl, s.about_en " +
           std::string(chain::record_joins) + "join sessions s on s.id = r.id ";
}

Session read_session(const db::Row& row) {
    int at = chain::record_column_count;
    Session session;
    session.record = chain::read_record(row);
    session.position = row.integer(at++);
    session.form = form_of(row.view(at++)).value();
    session.title_en = row.text(at++);
    session.starts = row.text(at++);
    if (!row.is_null(at)) session.minutes = row.integer(at);
    session.room = row.text(at + 1);
    session.about = {row.text(at + 2), row.text(at + 3)};
    return session;
}

Speaker read_speaker(const db::Row& row, int at) {
    return Speaker{row.text(at), row.text(at + 1), row.text(at + 2), {row.text(at + 3), row.text(at + 4)}};
}

// A form sends speakers without ids: then whoever stands in a place takes over the id of that place.
void write_speakers(db::Connection& in, const Session& session, const std::vector<std::string>& known_ids) {
    bool has_ids = false;
    for (const Speaker& speaker : session.speakers) has_ids = has_ids || !speaker.id.empty();
    std::size_t place = 0;
    for (const Speaker& speaker : session.speakers) {
        std::string id = speaker.id;
        if (!has_ids && place < known_ids.size()) id = known_ids[place];
        if (id.empty()) id = new_id(session.record.updated_at);
        place += 1;
        in.execute(
            "insert into speakers (id, session_id, position, name, organisation_name, role_nl, role_en) "
            "values ($1, $2, $3, $4, $5, $6, $7)",
            {id, session.record.id, static_cast<std::int64_t>(place), speaker.name, speaker.organisation,
             speaker.role.nl, speaker.role.en});
    }
}

std::string numbered(std::vector<db::Param>& params, const std::vector<std::string>& ids) {
    std::string text;
    for (const std::string& id : ids) {
        params.emplace_back(id);
        text += (text.empty() ? "$" : ", $") + std::to_string(params.size());
    }
    return text;
}

std::vector<chain::Record> list_records(db::Connection& in, const std::string& sql,
                                        const std::vector<db::Param>& params) {
    std::vector<chain::Record> found;
    in.query(sql, params, [&](const db::Row& row) { found.push_back(chain::read_record(row)); });
    return found;
}

}  // namespace

std::int64_t next_position(db::Connection& in, std::string_view workshop) {
    return in.count("select coalesce(max(position), 0) + 1 from sessions where workshop_id = $1", {workshop});
}

std::optional<Session> find_session(db::Connection& in, std::string_view id) {
    std::optional<Session> found;
    in.query(select_sessions() + "where r.id = $1", {id},
             [&](const db::Row& row) { found = read_session(row); });
    if (!found) return found;
    in.query(
        "select id, name, organisation_name, role_nl, role_en from speakers where session_id = $1 order by "
        "position, id",
        {id}, [&](const db::Row& row) { found->speakers.push_back(read_speaker(row, 0)); });
    return found;
}

std::vector<Session> sessions_of(db::Connection& in, const Actor& actor, std::string_view workshop,
                                 Time when) {
    std::vector<db::Param> params = {workshop};
    const std::string readable = chain::readable(actor, when, params);
    std::vector<Session> found;
    in.query(select_sessions() + "where s.workshop_id = $1 and r.state = 'open' and " + readable +
                 " order by s.position, s.starts, r.id",
             params, [&](const db::Row& row) { found.push_back(read_session(row)); });
    in.query(
        "select p.session_id, p.id, p.name, p.organisation_name, p.role_nl, p.role_en from speakers p "
        "join sessions s on s.id = p.session_id where s.workshop_id = $1 order by p.position, p.id",
        {workshop}, [&](const db::Row& row) {
            for (Session& session : found) {
                if (session.record.id == row.view(0)) session.speakers.push_back(read_speaker(row, 1));
            }
        });
    return found;
}

void insert(db::Connection& in, const Session& session) {
    chain::insert(in, session.record);
    in.execute(
        "insert into sessions (id, workshop_id, position, form, title_en, starts, minutes, room, about_nl, "
        "about_en) "
        "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        {session.record.id, session.workshop(), session.position, word(session.form), session.title_en,
         session.starts, session.minutes ? db::Param(*session.minutes) : db::Param(nullptr), session.room,
         session.about.nl, session.about.en});
    write_speakers(in, session, {});
}

void update(db::Connection& in, const Session& session) {
    chain::update(in, session.record);
    in.execute(
        "update sessions set position = $2, form = $3, title_en = $4, starts = $5, minutes = $6, room = $7, "
        "about_nl = $8, about_en = $9 where id = $1",
        {session.record.id, session.position, word(session.form), session.title_en, session.starts,
         session.minutes ? db::Param(*session.minutes) : db::Param(nullptr), session.room, session.about.nl,
         session.about.en});
    std::vector<std::string> known_ids;
    in.query("select id from speakers where session_id = $1 order by position, id", {session.record.id},
             [&](const db::Row& row) { known_ids.push_back(row.text(0)); });
    in.execute("delete from speakers where session_id = $1", {session.record.id});
    write_speakers(in, session, known_ids);
}

std::vector<chain::Record> tied_to(db::Connection& in, const Actor& actor,
                                   const std::vector<std::string>& ids, Time when) {
    if (ids.empty()) return {};
    std::vector<db::Param> params;
    const std::string among = numbered(params, ids);
    const std::string readable = chain::readable(actor, when, params);
    return list_records(in,
                        "select " + std::string(chain::record_columns) + " " +
                            std::string(chain::record_joins) +
                            "where r.id in (select from_id from links where to_id in (" + among +
                            ") union select to_id from links where from_id in (" + among +
                            ")) and r.kind in ('question', 'case', 'lesson') and r.state = 'open' and " +
                            readable + " order by r.created_at desc, r.id desc",
                        params);
}

std::vector<chain::Record> newest(db::Connection& in, const Actor& actor, std::string_view network,
                                  chain::Kind kind, int most, Time when) {
    std::vector<db::Param> params = {network, chain::word(kind), most};
    const std::string readable = chain::readable(actor, when, params);
    return list_records(in,
                        "select " + std::string(chain::record_columns) + " " +
                            std::string(chain::record_joins) +
                            "where r.network_id = $1 and r.kind = $2 and r.state = 'open' and " + readable +
                            " order by r.created_at desc, r.id desc limit $3",
                        params);
}

}  // namespace kring::workshop
