// SPDX-License-Identifier: EUPL-1.2
// Figures that are typed in: each change is a new version of their set.
#include <algorithm>

#include "domain/factor/next_version.hpp"
#include "platform/base/secret.hpp"

namespace kring::factor {

namespace {

constexpr Licence licences[] = {Licence::own, Licence::odbl, Licence::cc_by_sa};

bool is_own(std::string_view set) {
    return std::any_of(std::begin(licences), std::end(licences),
                       [&](Licence one) { return own_set(one).id == set; });
}

std::vector<Row>::iterator find_key(std::vector<Row>& rows, std::string_view key) {
    return std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.key == key; });
}

// About the same thing there is one own figure, whatever its licence. `but`: the one that is corrected.
bool is_there(db::Connection& in, std::string_view key, const OwnPlace& but) {
    for (const Licence licence : licences) {
        const std::string set = own_set(licence).id;
        if (set == but.set && key == but.key) continue;
        std::vector<Row> rows = newest_rows(in, set);
        if (find_key(rows, key) != rows.end()) return true;
    }
    return false;
}

Problem there_already(const OwnDraft& draft) {
    return {Trouble::conflict, "factor.problem.there_already", "name", {{"name", draft.name}}};
}

Problem not_found() { return {Trouble::not_found, "problem.not_found", "", {}}; }

void write_own(const Act& act, const Set& set, std::vector<Row> rows) {
    const std::string hash = sha256_hex(written(rows, {}));
    write_next(act, set, std::move(rows), {"", hash, 0, {}});
}

}  // namespace

Result<OwnPlace> add_own(const Act& act, const OwnDraft& draft) {
    TRY_DONE(check_may(act));
    if (Problems problems = problems_of(draft); !problems.empty()) return problems;
    const Set set = own_set(licence_of(draft.licence).value());
    Row row = row_of(draft, act.who.person);
    if (is_there(act.in, row.key, {})) return there_already(draft);
    OwnPlace place{set.id, row.key};
    std::vector<Row> rows = newest_rows(act.in, set.id);
    rows.push_back(std::move(row));
    write_own(act, set, std::move(rows));
    return place;
}

Result<OwnPlace> correct_own(const Act& act, std::string_view set, std::string_view key,
                             const OwnDraft& draft) {
    TRY_DONE(check_may(act));
    const auto old_set = is_own(set) ? find_set(act.in, set) : std::nullopt;
    std::vector<Row> rows = old_set ? newest_rows(act.in, set) : std::vector<Row>{};
    const auto old = find_key(rows, key);
    if (old == rows.end()) return not_found();
    if (Problems problems = problems_of(draft); !problems.empty()) return problems;
    const Set to = own_set(licence_of(draft.licence).value());
    Row row = row_of(draft, act.who.person);
    OwnPlace place{to.id, row.key};
    if (is_there(act.in, row.key, {std::string(set), std::string(key)})) return there_already(draft);
    if (to.id == set && row.cells == old->cells) return place;
    rows.erase(old);
    if (to.id == set) {
        rows.push_back(std::move(row));
        write_own(act, to, std::move(rows));
        return place;
    }
    write_own(act, *old_set, std::move(rows));
    std::vector<Row> others = newest_rows(act.in, to.id);
    others.push_back(std::move(row));
    write_own(act, to, std::move(others));
    return place;
}

Result<Done> withdraw_own(const Act& act, std::string_view set, std::string_view key) {
    TRY_DONE(check_may(act));
    const auto own = is_own(set) ? find_set(act.in, set) : std::nullopt;
    std::vector<Row> rows = own ? newest_rows(act.in, set) : std::vector<Row>{};
    const auto old = find_key(rows, key);
    if (old == rows.end()) return not_found();
    rows.erase(old);
    write_own(act, *own, std::move(rows));
    return Done{};
}

}  // namespace kring::factor
