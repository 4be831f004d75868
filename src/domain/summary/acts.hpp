// SPDX-License-Identifier: EUPL-1.2
// The menu: everything one can do with a summary.
#pragma once

#include <string>
#include <string_view>

#include "domain/journal/journal.hpp"
#include "domain/people/letters.hpp"
#include "domain/summary/summary.hpp"

namespace kring::summary {

/// Editors of a network make its working summary; `conflict` when it has one.
Result<std::string> make(const Act& act, std::string_view network, std::string_view languages,
                         const Bilingual& title);

/// Each change of the working summary names the revision it was based on; `conflict` when another editor
/// was first. All `forbidden` unless editor or facilitator of the network.
Result<Done> change(const Act& act, std::string_view summary, std::int64_t revision, const Bilingual& title,
                    const Bilingual& preface, std::string_view languages);
/// `id`: the one the chapter gets, for who must find it again; "" for any.
Result<std::string> add_chapter(const Act& act, std::string_view summary, std::int64_t revision,
                                const Bilingual& title, const Bilingual& intro, std::string id = "");
Result<Done> change_chapter(const Act& act, std::string_view chapter, std::int64_t revision,
                            const Bilingual& title, const Bilingual& intro);
Result<Done> remove_chapter(const Act& act, std::string_view chapter, std::int64_t revision);
Result<Done> move_chapter(const Act& act, std::string_view chapter, std::int64_t revision, int by);
Result<std::string> add_statement(const Act& act, std::string_view chapter, std::int64_t revision,
                                  const Bilingual& text);
/// A new text needs new consent: whoever agreed to the old one is asked again.
Result<Done> change_statement(const Act& act, const people::Stationery& stationery,
                              std::string_view statement, std::int64_t revision, const Bilingual& text);
Result<Done> remove_statement(const Act& act, std::string_view statement, std::int64_t revision);
Result<Done> move_statement(const Act& act, std::string_view statement, std::int64_t revision, int by);

/// Places a record under a statement, and asks its owner for consent, by mail and on "Mijn Kring".
/// Placing what stands there already changes its naming. `not_found` when the editor may not read the record.
Result<Done> place(const Act& act, const people::Stationery& stationery, std::string_view statement,
                   std::int64_t revision, std::string_view record, Naming naming);
Result<Done> take_out(const Act& act, std::string_view statement, std::int64_t revision,
                      std::string_view record);

/// Asks whom nobody asked yet, such as the owner of a record that came in with a folder. `conflict` when
/// there is nothing to ask.
Result<Done> ask(const Act& act, const people::Stationery& stationery, std::string_view statement,
                 std::string_view record);

/// The person asked agrees or refuses, with a remark; also later, until it is frozen.
Result<Done> decide(const Act& act, std::string_view consent, bool is_agreed, std::string_view remark);

/// What stands in the way of freezing, worded as problems with the statement's id as field; empty: nothing.
/// Values: `place` ("2.3") and `source`, its number there; never a title, which the actor may not know.
Problems obstacles(const Actor& actor, const Summary& summary);

/// Makes version `number` (the one the editor saw as next): copies what is shown, hashes it, ties the
/// records to it, opens it to everyone. `conflict` when somebody froze that number already; `invalid` with
/// all obstacles. From version 2 on a reason is required.
Result<Version> freeze(const Act& act, std::string_view summary, std::int64_t number,
                       std::string_view reason);

}  // namespace kring::summary
