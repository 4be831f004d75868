// SPDX-License-Identifier: EUPL-1.2
#include "domain/speaker/store.hpp"

#include "platform/base/secret.hpp"

namespace kring::speaker {

namespace {

constexpr std::string_view columns =
    "g.id, g.session_id, s.workshop_id, r.network_id, g.email, g.language, g.name, g.organisation, g.job, "
    "g.talk_title, g.talk_about, g.biography, g.photo_alt, g.naming, g.may_name, g.may_quote, g.may_publish, "
    "g.invited_at, g.token_hash, g.expires_at, g.opened_at "
    "from guests g join sessions s on s.id = g.session_id join records r on r.id = s.id "
    "join records w on w.id = s.workshop_id ";

Guest read_guest(const db::Row& row) {
    Guest guest;
    guest.id = row.text(0);
    guest.session = row.text(1);
    guest.workshop = row.text(2);
    guest.network = row.text(3);
    guest.email = row.text(4);
    guest.language = row.text(5);
    guest.name = row.text(6);
    guest.organisation = row.text(7);
    guest.job = row.text(8);
    guest.talk = {row.text(9), row.text(10), row.text(11)};
    guest.photo_alt = row.text(12);
    guest.consent.naming = naming_of(row.view(13)).value();
    guest.consent.may_name = row.truth(14);
    guest.consent.may_quote = row.truth(15);
    guest.consent.may_publish = row.truth(16);
    guest.invited_at = row.time(17);
    guest.has_link = !row.is_null(18);
    if (!row.is_null(19)) guest.expires_at = row.time(19);
    if (!row.is_null(20)) guest.opened_at = row.time(20);
    return guest;
}

struct FileOfGuest {
    std::string guest;
    Kept file;
};

std::vector<FileOfGuest> files_where(db::Connection& in, std::string_view where, std::string_view value) {
    std::vector<FileOfGuest> found;
    in.query(
        "select f.guest_id, f.purpose, f.kind, f.name, f.bytes, f.hash from guest_files f "
        "join guests g on g.id = f.guest_id join sessions s on s.id = g.session_id where " +
            std::string(where) + " = $1 order by f.guest_id, f.purpose",
        {value}, [&](const db::Row& row) {
            const Purpose purpose = row.view(1) == "photo" ? Purpose::photo : Purpose::slides;
            found.push_back({row.text(0), {purpose, row.text(2), row.text(3), row.integer(4), row.text(5)}});
        });
    return found;
}

std::vector<Guest> list(db::Connection& in, const std::string& rest, const std::vector<db::Param>& params) {
    std::vector<Guest> guests;
    in.query("select " + std::string(columns) + rest, params,
             [&](const db::Row& row) { guests.push_back(read_guest(row)); });
    return guests;
}

std::optional<Guest> first(db::Connection& in, const std::string& rest,
                           const std::vector<db::Param>& params) {
    std::vector<Guest> guests = list(in, rest, params);
    if (guests.empty()) return std::nullopt;
    for (FileOfGuest& one : files_where(in, "g.id", guests.front().id))
        guests.front().files.push_back(std::move(one.file));
    return std::move(guests.front());
}

}  // namespace

std::optional<Guest> find(db::Connection& in, std::string_view id) {
    return first(in, "where g.id = $1", {id});
}

std::optional<Guest> find_by_token(db::Connection& in, std::string_view token, Time when) {
    if (token.empty()) return std::nullopt;
    const std::string hash = sha256_hex(token);
    return first(in,
                 "where g.token_hash = $1 and g.expires_at > $2 and r.state = 'open' and w.state = 'open'",
                 {hash, when});
}

std::vector<Guest> of_workshop(db::Connection& in, std::string_view workshop) {
    std::vector<Guest> guests =
        list(in, "where s.workshop_id = $1 order by s.position, s.id, g.invited_at, g.id", {workshop});
    for (const FileOfGuest& one : files_where(in, "s.workshop_id", workshop)) {
        for (Guest& guest : guests) {
            if (guest.id == one.guest) guest.files.push_back(one.file);
        }
    }
    return guests;
}

bool has_guests(db::Connection& in, std::string_view workshop) {
    return in.exists("select 1 from guests g join sessions s on s.id = g.session_id where s.workshop_id = $1",
                     {workshop});
}

bool is_invited(db::Connection& in, std::string_view session, std::string_view email) {
    return in.exists("select 1 from guests where session_id = $1 and email = $2", {session, email});
}

void insert(db::Connection& in, const Guest& guest, std::string_view by) {
    in.execute(
        "insert into guests (id, session_id, invited_by, invited_at, email, language, name) "
        "values ($1, $2, $3, $4, $5, $6, $7)",
        {guest.id, guest.session, db::text_or_null(std::string(by)), guest.invited_at, guest.email,
         guest.language, guest.name});
}

void update(db::Connection& in, const Guest& guest) {
    in.execute(R"(
        update guests set name = $2, organisation = $3, job = $4, talk_title = $5, talk_about = $6,
          biography = $7, naming = $8, may_name = $9, may_quote = $10, may_publish = $11 where id = $1)",
               {guest.id, guest.name, guest.organisation, guest.job, guest.talk.title, guest.talk.about,
                guest.talk.biography, word(guest.consent.naming), guest.consent.may_name,
                guest.consent.may_quote, guest.consent.may_publish});
}

void set_link(db::Connection& in, std::string_view id, std::string_view token_hash, Time expires_at) {
    in.execute("update guests set token_hash = $2, expires_at = $3 where id = $1",
               {id, db::text_or_null(std::string(token_hash)), expires_at});
}

void set_opened(db::Connection& in, std::string_view id, Time when) {
    in.execute("update guests set opened_at = $2 where id = $1 and opened_at is null", {id, when});
}

void put_file(db::Connection& in, std::string_view guest, const Kept& file, std::string bytes, Time when) {
    in.execute("insert into files (hash, content) values ($1, $2) on conflict do nothing",
               {file.hash, db::Bytes{std::move(bytes)}});
    in.execute(R"(
        insert into guest_files (guest_id, purpose, kind, name, bytes, hash, kept_at)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (guest_id, purpose) do update set kind = excluded.kind, name = excluded.name,
          bytes = excluded.bytes, hash = excluded.hash, kept_at = excluded.kept_at)",
               {guest, word(file.purpose), file.kind, file.name, file.bytes, file.hash, when});
}

bool drop_file(db::Connection& in, std::string_view guest, Purpose purpose) {
    return in.execute("delete from guest_files where guest_id = $1 and purpose = $2",
                      {guest, word(purpose)}) > 0;
}

void set_photo_alt(db::Connection& in, std::string_view guest, std::string_view alt) {
    in.execute("update guests set photo_alt = $2 where id = $1", {guest, alt});
}

std::string bytes_of(db::Connection& in, std::string_view hash) {
    std::string bytes;
    in.query("select content from files where hash = $1", {hash},
             [&](const db::Row& row) { bytes = row.bytes(0); });
    return bytes;
}

}  // namespace kring::speaker
