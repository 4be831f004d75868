// SPDX-License-Identifier: EUPL-1.2
#include "domain/report/checks.hpp"

namespace kring::report {

namespace {

std::vector<Check> all(db::Connection& in, std::string_view condition, const std::vector<db::Param>& params) {
    std::vector<Check> found;
    in.query(
        "select c.id, c.workshop_id, c.part, c.person_id, p.name, c.text_hash, c.decision, c.remark from "
        "report_checks c join people p on p.id = c.person_id where " +
            std::string(condition) + " order by c.part, p.name, c.id",
        params, [&](const db::Row& row) {
            Check check;
            check.id = row.text(0);
            check.workshop = row.text(1);
            check.part = part_of(row.view(2)).value();
            check.person = row.text(3);
            check.person_name = row.text(4);
            check.text_hash = row.text(5);
            check.decision = row.text(6);
            check.remark = row.text(7);
            found.push_back(std::move(check));
        });
    return found;
}

}  // namespace

std::vector<Check> checks_of(db::Connection& in, std::string_view workshop) {
    return all(in, "c.workshop_id = $1", {workshop});
}

std::optional<Check> find_check(db::Connection& in, std::string_view workshop, PartKind part,
                                std::string_view person) {
    auto found =
        all(in, "c.workshop_id = $1 and c.part = $2 and c.person_id = $3", {workshop, word(part), person});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

void put(db::Connection& in, const Check& check, Time when) {
    in.execute(R"(
        insert into report_checks (id, workshop_id, part, person_id, text_hash, asked_at, decision, remark)
        values ($1, $2, $3, $4, $5, $6, 'asked', '')
        on conflict (workshop_id, part, person_id) do update set text_hash = excluded.text_hash,
          asked_at = excluded.asked_at, decision = 'asked', decided_at = null, remark = '')",
               {check.id, check.workshop, word(check.part), check.person, check.text_hash, when});
}

void set_decision(db::Connection& in, const Check& check, Time when) {
    in.execute(
        "update report_checks set text_hash = $2, decision = $3, remark = $4, decided_at = $5 where id = $1",
        {check.id, check.text_hash, check.decision, check.remark, when});
}

}  // namespace kring::report
