// SPDX-License-Identifier: EUPL-1.2
#include "domain/bid/acts.hpp"
#include "domain/bid/store.hpp"
#include "domain/desk/form.hpp"
#include "platform/base/secret.hpp"

namespace kring::bid {

std::string seal_of(const Document& document) { return sha256_hex(written(document)); }

Result<std::int64_t> sign(const Act& act, const Wording& wording, std::string_view tender,
                          const Signing& signing) {
    TRY(room, find_room(act.in, act.who, tender, act.when));
    if (!room.may_run) return Problem{Trouble::forbidden, "bid.problem.not_yours", "", {}};
    TRY(account, account_of(wording, room.tender, room.bids));
    const auto before = sheets_of(act.in, tender);
    Problems problems;
    if (!signing.is_confirmed) problems.push_back({Trouble::invalid, "bid.problem.confirm", "confirm", {}});
    if (!before.empty())
        tender::need_words(signing.reason, "reason", reason_length_max, "bid.problem.reason", problems);
    if (!problems.empty()) return problems;
    if (signing.seen != seal_of(account.document))
        return Problem{Trouble::conflict, "bid.problem.changed", "confirm", {}};
    Sheet sheet;
    sheet.id = new_id(act.when);
    sheet.tender = tender;
    sheet.number = before.empty() ? 1 : before.front().number + 1;
    sheet.language = html::code(wording.language);
    sheet.signed_by = act.who.person;
    sheet.signer_name = act.who.name;
    sheet.signed_at = act.when;
    sheet.reason = before.empty() ? "" : signing.reason;
    sheet.previous_hash = before.empty() ? "" : before.front().hash;
    sheet.content = written(account.document);
    sheet.hash = hash_of(sheet);
    insert_sheet(act.in, sheet);
    journal::record(act, "bid.sheet_signed", tender,
                    "number=" + std::to_string(sheet.number) + " sha256=" + sheet.hash);
    return sheet.number;
}

}  // namespace kring::bid
