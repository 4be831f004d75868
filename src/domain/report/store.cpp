// SPDX-License-Identifier: EUPL-1.2
#include "domain/report/store.hpp"

#include "domain/chain/audience.hpp"
#include "domain/summary/store.hpp"
#include "platform/base/secret.hpp"

namespace kring::report {

namespace {

std::string select() {
    return "select " + std::string(chain::record_columns) +
           ", p.workshop_id, p.number, p.fixed_at, p.introduction " + std::string(chain::record_joins) +
           "join reports p on p.id = r.id ";
}

Report read_report(const db::Row& row) {
    const int at = chain::record_column_count;
    Report report;
    report.record = chain::read_record(row);
    report.workshop = row.text(at);
    report.number = row.integer(at + 1);
    report.fixed_at = row.time(at + 2);
    report.introduction = row.text(at + 3);
    return report;
}

std::vector<Part> read_parts(db::Connection& in, std::string_view id) {
    std::vector<Part> parts;
    in.query("select part, amount, remark from report_parts where report_id = $1 order by position", {id},
             [&](const db::Row& row) {
                 Part part;
                 part.kind = part_of(row.view(0)).value();
                 if (!row.is_null(1)) part.amount = row.integer(1);
                 part.remark = row.text(2);
                 parts.push_back(std::move(part));
             });
    in.query(
        "select part, text, detail, language, record_id from report_items where report_id = $1 "
        "order by part, position",
        {id}, [&](const db::Row& row) {
            for (Part& part : parts) {
                if (word(part.kind) == row.view(0))
                    part.items.push_back({row.text(1), row.text(2), row.text(3), row.text(4)});
            }
        });
    return parts;
}

}  // namespace

Draft find_draft(db::Connection& in, std::string_view workshop) {
    Draft draft;
    draft.workshop = workshop;
    in.query("select revision, introduction from report_drafts where workshop_id = $1", {workshop},
             [&](const db::Row& row) {
                 draft.revision = row.integer(0);
                 draft.introduction = row.text(1);
             });
    in.query("select part, is_left_out, remark from report_draft_parts where workshop_id = $1", {workshop},
             [&](const db::Row& row) {
                 Part part;
                 part.kind = part_of(row.view(0)).value();
                 part.is_left_out = row.truth(1);
                 part.remark = row.text(2);
                 draft.parts.push_back(std::move(part));
             });
    return draft;
}

void put(db::Connection& in, const Draft& draft) {
    in.execute(
        "insert into report_drafts (workshop_id, revision, introduction) values ($1, $2, $3) "
        "on conflict (workshop_id) do update set revision = excluded.revision, "
        "introduction = excluded.introduction",
        {draft.workshop, draft.revision + 1, draft.introduction});
    in.execute("delete from report_draft_parts where workshop_id = $1", {draft.workshop});
    for (const Part& part : draft.parts)
        in.execute(
            "insert into report_draft_parts (workshop_id, part, is_left_out, remark) values ($1, $2, $3, $4)",
            {draft.workshop, word(part.kind), part.is_left_out, part.remark});
}

std::optional<Report> find(db::Connection& in, std::string_view id) {
    std::optional<Report> found;
    in.query(select() + "where r.id = $1", {id}, [&](const db::Row& row) { found = read_report(row); });
    if (found) found->parts = read_parts(in, id);
    return found;
}

std::int64_t next_number(db::Connection& in, std::string_view workshop) {
    return in.count("select coalesce(max(number), 0) + 1 from reports where workshop_id = $1", {workshop});
}

std::vector<Report> of_workshop(db::Connection& in, const Actor& actor, std::string_view workshop,
                                Time when) {
    std::vector<db::Param> params = {workshop};
    const std::string condition = chain::readable(actor, when, params);
    std::vector<Report> found;
    in.query(select() + "where p.workshop_id = $1 and r.state = 'open' and " + condition +
                 " order by p.number desc",
             params, [&](const db::Row& row) {
                 found.push_back(read_report(row));
                 found.back().introduction.clear();
             });
    return found;
}

void insert(db::Connection& in, const Report& report) {
    const std::string& id = report.record.id;
    chain::insert(in, report.record);
    in.execute(
        "insert into reports (id, workshop_id, number, fixed_at, introduction) values ($1, $2, $3, $4, $5)",
        {id, report.workshop, report.number, report.fixed_at, report.introduction});
    std::int64_t position = 0;
    for (const Part& part : report.parts) {
        in.execute(
            "insert into report_parts (report_id, part, position, amount, remark) values ($1, $2, $3, $4, "
            "$5)",
            {id, word(part.kind), ++position, part.amount ? db::Param(*part.amount) : db::Param(nullptr),
             part.remark});
        std::int64_t line = 0;
        for (const Item& item : part.items)
            in.execute(
                "insert into report_items (report_id, part, position, text, detail, language, record_id) "
                "values ($1, $2, $3, $4, $5, $6, $7)",
                {id, word(part.kind), ++line, item.text, item.detail, item.language, item.record});
    }
}

// The id follows from the workshop, so that one chapter can be there at most, also after a move to another
// installation.
std::string chapter_id_for(std::string_view workshop) {
    return "report-" + sha256_hex("chapter of " + std::string(workshop)).substr(0, 32);
}

std::optional<std::string> chapter_of(db::Connection& in, std::string_view workshop) {
    std::string id = chapter_id_for(workshop);
    if (!summary::summary_of_chapter(in, id)) return std::nullopt;
    return id;
}

std::map<std::string, chain::Record> readable_of(db::Connection& in, const Actor& actor,
                                                 const std::vector<Part>& parts, Time when) {
    std::vector<db::Param> params;
    std::string list;
    for (const Part& part : parts) {
        for (const Item& item : part.items) {
            params.emplace_back(item.record);
            list += (list.empty() ? "$" : ", $") + std::to_string(params.size());
        }
    }
    std::map<std::string, chain::Record> found;
    if (list.empty()) return found;
    const std::string condition = chain::readable(actor, when, params);
    in.query("select " + std::string(chain::record_columns) + " " + std::string(chain::record_joins) +
                 "where r.id in (" + list + ") and r.state = 'open' and " + condition,
             params, [&](const db::Row& row) {
                 chain::Record record = chain::read_record(row);
                 found.emplace(record.id, std::move(record));
             });
    return found;
}

}  // namespace kring::report
