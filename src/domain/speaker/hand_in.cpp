// SPDX-License-Identifier: EUPL-1.2
// Files come and go. They lie in the database, under their hash: so they come in and go out with the same
// transaction, backup and nodes as everything else (docs/adr).
#include "domain/speaker/acts.hpp"
#include "domain/speaker/store.hpp"
#include "platform/base/secret.hpp"

namespace kring::speaker {

namespace {

Problem not_found() { return Problem{Trouble::not_found, "problem.not_found", "", {}}; }

}  // namespace

Result<Done> hand_in(const Act& act, std::string_view id, HandedIn file) {
    const auto guest = find(act.in, id);
    if (!guest) return not_found();
    const bool is_photo = file.purpose == Purpose::photo;
    const Problems problems = is_photo ? problems_of_alt(file.alt) : Problems{};
    if (!problems.empty()) return problems;
    const Kept kept{file.purpose, file.kind, file.name, static_cast<std::int64_t>(file.bytes.size()),
                    sha256_hex(file.bytes)};
    put_file(act.in, guest->id, kept, std::move(file.bytes), act.when);
    if (is_photo) set_photo_alt(act.in, guest->id, file.alt);
    journal::record(act, "guest.handed_in", guest->id, std::string(word(kept.purpose)) + " " + kept.hash);
    return Done{};
}

Result<Done> describe_photo(const Act& act, std::string_view id, std::string_view alt) {
    const auto guest = find(act.in, id);
    if (!guest || !guest->file(Purpose::photo)) return not_found();
    const Problems problems = problems_of_alt(alt);
    if (!problems.empty()) return problems;
    set_photo_alt(act.in, guest->id, alt);
    journal::record(act, "guest.described_photo", guest->id);
    return Done{};
}

Result<Done> take_back(const Act& act, std::string_view id, Purpose purpose) {
    const auto guest = find(act.in, id);
    if (!guest) return not_found();
    if (!drop_file(act.in, guest->id, purpose)) return Done{};
    if (purpose == Purpose::photo) set_photo_alt(act.in, guest->id, "");
    journal::record(act, "guest.took_back", guest->id, word(purpose));
    return Done{};
}

Result<int> drop_orphans(db::Connection& in) {
    return static_cast<int>(in.execute(
        "delete from files where not exists (select 1 from guest_files g where g.hash = files.hash)"));
}

}  // namespace kring::speaker
