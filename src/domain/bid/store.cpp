// SPDX-License-Identifier: EUPL-1.2
#include "domain/bid/store.hpp"

#include "platform/base/secret.hpp"

namespace kring::bid {

namespace {

constexpr std::string_view sheet_columns =
    "select s.id, s.tender_id, s.number, s.language, s.signed_by, s.signer_name, s.signed_at, s.reason, "
    "s.previous_hash, s.hash, s.content from award_sheets s ";

Sheet read_sheet(const db::Row& row) {
    return Sheet{row.text(0), row.text(1), row.integer(2), row.text(3), row.text(4), row.text(5),
                 row.time(6), row.text(7), row.text(8),    row.text(9), row.text(10)};
}

std::vector<Sheet> sheets(db::Connection& in, const std::string& rest, const std::vector<db::Param>& params) {
    std::vector<Sheet> found;
    in.query(std::string(sheet_columns) + rest, params,
             [&](const db::Row& row) { found.push_back(read_sheet(row)); });
    return found;
}

}  // namespace

std::vector<Bid> of_tender(db::Connection& in, std::string_view tender) {
    std::vector<Bid> found;
    in.query("select id, name, price, lot from bids where tender_id = $1 order by position", {tender},
             [&](const db::Row& row) {
                 found.push_back({row.text(0), row.text(1), row.integer(2), row.integer(3), {}});
             });
    in.query(
        "select s.bid_id, s.criterion_id, s.assessor, coalesce(p.name, ''), s.points_milli, s.reason from "
        "bid_scores s join bids b on b.id = s.bid_id join tender_criteria c on c.id = s.criterion_id left "
        "join "
        "people p on p.id = s.assessor where b.tender_id = $1 order by b.position, c.position, s.assessor",
        {tender}, [&](const db::Row& row) {
            for (Bid& bid : found) {
                if (bid.id != row.view(0)) continue;
                bid.scores.push_back({row.text(1), row.text(2), row.text(3), row.integer(4), row.text(5)});
            }
        });
    return found;
}

std::vector<std::string> readers_of(db::Connection& in, std::string_view tender) {
    std::vector<std::string> found;
    in.query("select person_id from bid_readers where tender_id = $1 order by person_id", {tender},
             [&](const db::Row& row) { found.push_back(row.text(0)); });
    return found;
}

std::vector<Colleague> colleagues_of(db::Connection& in, const tender::Tender& tender) {
    std::vector<Colleague> found;
    in.query(
        "select p.id, p.name, (select count(*) from bid_readers br where br.tender_id = $1 and br.person_id "
        "= "
        "p.id) from people p join memberships m on m.person_id = p.id and m.network_id = $2 where "
        "p.organisation_id = $3 and p.id <> $4 and p.state <> 'suspended' and (m.side = 'purchaser' or "
        "(m.side "
        "= 'adviser' and (m.is_facilitator = 1 or m.is_editor = 1 or m.is_expert = 1))) order by p.name, "
        "p.id",
        {tender.record.id, tender.record.network, tender.organisation, tender.record.owner},
        [&](const db::Row& row) { found.push_back({row.text(0), row.text(1), row.truth(2)}); });
    return found;
}

void insert(db::Connection& in, std::string_view tender, const Bid& bid) {
    in.execute(
        "insert into bids (id, tender_id, position, name, price, lot) select $1, $2, coalesce(max(position), "
        "0) "
        "+ 1, $3, $4, $5 from bids where tender_id = $2",
        {bid.id, tender, bid.name, bid.price, bid.lot});
}

void update(db::Connection& in, const Bid& bid) {
    in.execute("update bids set name = $2, price = $3, lot = $4 where id = $1",
               {bid.id, bid.name, bid.price, bid.lot});
}

void remove(db::Connection& in, std::string_view bid) {
    in.execute("delete from bid_scores where bid_id = $1", {bid});
    in.execute("delete from bids where id = $1", {bid});
}

void replace_scores(db::Connection& in, std::string_view bid, std::string_view assessor,
                    const std::vector<Score>& scores, Time when) {
    in.execute("delete from bid_scores where bid_id = $1 and assessor = $2", {bid, assessor});
    for (const Score& score : scores) {
        in.execute(
            "insert into bid_scores (id, bid_id, criterion_id, assessor, points_milli, reason) values ($1, "
            "$2, "
            "$3, $4, $5, $6)",
            {new_id(when), bid, score.criterion, assessor, score.points, score.reason});
    }
}

void replace_readers(db::Connection& in, std::string_view tender, const std::vector<std::string>& persons) {
    in.execute("delete from bid_readers where tender_id = $1", {tender});
    for (const std::string& person : persons)
        in.execute("insert into bid_readers (tender_id, person_id) values ($1, $2)", {tender, person});
}

std::vector<Sheet> sheets_of(db::Connection& in, std::string_view tender) {
    return sheets(in, "where s.tender_id = $1 order by s.number desc", {tender});
}

std::optional<Sheet> find_sheet(db::Connection& in, std::string_view tender, std::int64_t number) {
    auto found = sheets(in, "where s.tender_id = $1 and s.number = $2", {tender, number});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

void insert_sheet(db::Connection& in, const Sheet& sheet) {
    in.execute(
        "insert into award_sheets (id, tender_id, number, language, signed_by, signer_name, signed_at, "
        "reason, "
        "previous_hash, hash, content) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        {sheet.id, sheet.tender, sheet.number, sheet.language, sheet.signed_by, sheet.signer_name,
         sheet.signed_at, sheet.reason, sheet.previous_hash, sheet.hash, sheet.content});
}

std::vector<Sheet> unprinted(db::Connection& in, Time when) {
    return sheets(
        in,
        "where not exists (select 1 from award_papers p where p.sheet_id = s.id and (p.bytes is not null or "
        "p.failed_at > $1)) order by s.signed_at, s.id",
        {when - print_again_ms});
}

void keep_paper(db::Connection& in, std::string_view sheet, const std::string& bytes) {
    in.execute(
        "insert into award_papers (sheet_id, bytes) values ($1, $2) on conflict (sheet_id) do update set "
        "bytes = excluded.bytes, failed_at = null where award_papers.bytes is null",
        {sheet, db::Bytes{bytes}});
}

void keep_failure(db::Connection& in, std::string_view sheet, Time when) {
    in.execute(
        "insert into award_papers (sheet_id, failed_at) values ($1, $2) on conflict (sheet_id) do update set "
        "failed_at = excluded.failed_at where award_papers.bytes is null",
        {sheet, when});
}

bool has_failed(db::Connection& in, std::string_view sheet) {
    return in.exists("select 1 from award_papers where sheet_id = $1 and failed_at is not null", {sheet});
}

std::string paper_of(db::Connection& in, std::string_view sheet) {
    std::string bytes;
    in.query("select bytes from award_papers where sheet_id = $1 and bytes is not null", {sheet},
             [&](const db::Row& row) { bytes = row.bytes(0); });
    return bytes;
}

}  // namespace kring::bid
