// SPDX-License-Identifier: EUPL-1.2
// The result with its account, signing it, and signed sheets: on the page, and as files.
#include <algorithm>

#include "domain/bid/page_functions.hpp"
#include "domain/bid/pages.hpp"
#include "domain/bid/store.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/form.hpp"
#include "domain/network/network_view.hpp"
#include "domain/tender/tender_view.hpp"
#include "platform/base/text.hpp"
#include "platform/sheet/sheet.hpp"

namespace kring::bid {

namespace {

using desk::Visit;
using html::List;
using html::View;

constexpr std::string_view pdf_file = "gunning.pdf";
constexpr std::string_view csv_file = "gunning.csv";
constexpr std::string_view ods_file = "gunning.ods";

std::string fault_in_words(const Visit& visit, const Problem& problem) {
    if (visit.site.phrases.has(problem.phrase, visit.language)) return desk::worded(visit, problem);
    return visit.say("tender.simulator.fault", {{"where", problem.field}});
}

View signing_form(const Visit& visit, const Account& account, bool is_correction, const Problems& problems) {
    desk::Form form(visit, bid_address(visit, "/ondertekening"), "bid.sign.submit");
    form.hidden("seen", seal_of(account.document));
    if (is_correction) {
        desk::Extra reason;
        reason.rows = 3;
        reason.hint = visit.say("bid.sign.reason_hint");
        form.area("reason", "bid.sign.reason", visit.request.field("reason"), reason);
    }
    // What changed since was not read yet: that asks for a tick of its own.
    const bool has_changed = std::any_of(problems.begin(), problems.end(), [](const Problem& one) {
        return one.phrase == "bid.problem.changed";
    });
    form.checkbox("confirm", "bid.sign.confirm", !has_changed && visit.request.field("confirm") == "yes")
        .problems(problems);
    return form.view();
}

web::Response show_result(const Visit& visit, const Problems& problems) {
    const auto room = visit.read([&](db::Connection& in) { return room_here(in, visit); });
    if (!room) return desk::trouble(visit, room.problems());
    const bool is_signed =
        visit.read([&](db::Connection& in) { return !sheets_of(in, room->tender.record.id).empty(); });
    const Wording wording{visit.site.phrases, visit.language};
    const auto account = account_of(wording, room->tender, room->bids);
    View view;
    view.set("has_account", static_cast<bool>(account))
        .set("may_sign", account && room->may_run)
        .set("bids_href", bid_address(visit, "/offertes"));
    if (account) {
        view.set("sections", sections_view(account->document));
        if (room->may_run) view.set("form", signing_form(visit, *account, is_signed, problems));
    } else {
        List faults;
        for (const Problem& problem : account.problems())
            faults.push_back(std::move(View().set("text", fault_in_words(visit, problem))));
        view.set("faults", std::move(faults));
    }
    desk::Frame frame = frame_of(visit, *room, visit.say("bid.award"));
    frame.has_errors = !problems.empty();
    return desk::show(visit, frame, "bid_award", std::move(view), network::status_of_form(problems));
}

struct SheetPage {
    Room room;
    Sheet sheet;
    Document document;
    std::string paper;
    bool is_latest = false;
    bool has_failed = false;
};

Result<SheetPage> read_sheet_page(db::Connection& in, const Visit& visit) {
    TRY(room, room_here(in, visit));
    std::int64_t number = 0;
    const bool is_number = read_number(visit.request.part("nummer"), 1, 1'000'000, number);
    auto sheet = is_number ? find_sheet(in, room.tender.record.id, number) : std::nullopt;
    auto document = sheet ? read_document(sheet->content) : std::nullopt;
    if (!sheet || !document) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    std::string paper = paper_of(in, sheet->id);
    const bool is_latest = sheets_of(in, room.tender.record.id).front().number == sheet->number;
    const bool is_failed = has_failed(in, sheet->id);
    return SheetPage{std::move(room),  std::move(*sheet), std::move(*document),
                     std::move(paper), is_latest,         is_failed};
}

// Who signed, when, why, and the hashes, in the sheet's language.
List signature_of(const html::Phrases& phrases, html::Language language, const Sheet& sheet) {
    List facts;
    const auto add = [&](std::string_view label, const std::string& value) {
        if (value.empty()) return;
        View fact;
        fact.set("label", phrases.say(label, language)).set("value", value);
        facts.push_back(std::move(fact));
    };
    add("bid.sheet.number", std::to_string(sheet.number));
    add("bid.sheet.signer", sheet.signer_name);
    add("bid.sheet.when", phrases.moment(sheet.signed_at, language));
    add("bid.sheet.reason", sheet.reason);
    add("bid.sheet.hash", sheet.hash);
    add("bid.sheet.previous", sheet.previous_hash);
    return facts;
}

sheet::Sheet table_of(const Visit& visit, const SheetPage& page) {
    sheet::Sheet table = flat(page.document, visit.say("bid.file.part"), visit.say("bid.file.cell"));
    const std::size_t width = table.head.size();
    for (const View& fact : signature_of(visit.site.phrases, visit.language, page.sheet)) {
        sheet::Cells row(width, std::string());
        row[0] = visit.say("bid.sheet.signature");
        row[1] =
            std::get<std::string>(*fact.find("label")) + ": " + std::get<std::string>(*fact.find("value"));
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace

press::Paper printed(const desk::Site& site, const Sheet& sheet) {
    const html::Language language = sheet.language == "en" ? html::Language::en : html::Language::nl;
    const Document document = read_document(sheet.content).value();
    View view;
    view.set("title", document.title)
        .set("sections", sections_view(document))
        .set("facts", signature_of(site.phrases, language, sheet));
    return {document.title, sheet.language, "", site.templates.render("bid_paper", view, language)};
}

web::Response show_award(const Visit& visit) { return show_result(visit, {}); }

web::Response post_signing(const Visit& visit) {
    const Signing signing{std::string(visit.request.field("seen")), network::typed(visit, "reason"),
                          visit.request.field("confirm") == "yes"};
    const Wording wording{visit.site.phrases, visit.language};
    const auto number =
        visit.write([&](const Act& act) { return sign(act, wording, visit.request.part("id"), signing); });
    if (number)
        return desk::go(visit, bid_address(visit, "/staten/{nummer}", {std::to_string(*number)}),
                        "bid_signed");
    if (tender::is_beyond_the_form(number.problems())) return desk::trouble(visit, number.problems());
    return show_result(visit, number.problems());
}

web::Response show_sheet(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_sheet_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    const std::string number = std::to_string(page->sheet.number);
    const auto file = [&](std::string_view name) {
        return bid_address(visit, "/staten/{nummer}", {number}) + "/" + std::string(name);
    };
    View view;
    view.set("sections", sections_view(page->document))
        .set("document_title", page->document.title)
        .set("language", page->sheet.language)
        .set("facts", signature_of(visit.site.phrases, visit.language, page->sheet))
        .set("is_whole", is_whole(page->sheet))
        .set("is_latest", page->is_latest)
        .set("has_pdf", !page->paper.empty())
        .set("has_failed", page->has_failed)
        .set("pdf_href", file(pdf_file))
        .set("csv_href", file(csv_file))
        .set("ods_href", file(ods_file));
    auto response =
        desk::show(visit, frame_of(visit, page->room, visit.say("bid.sheet.title", {{"number", number}})),
                   "bid_sheet", std::move(view));
    return response;
}

web::Response send_sheet_file(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_sheet_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    const std::string_view name = visit.request.part("bestand");
    if (name == pdf_file && !page->paper.empty()) return web::bytes(page->paper, "application/pdf", name);
    if (name == csv_file) return web::bytes(sheet::csv(table_of(visit, *page)), sheet::csv_type, name);
    if (name == ods_file) {
        return web::bytes(sheet::ods(table_of(visit, *page), amsterdam_day(page->sheet.signed_at)),
                          sheet::ods_type, name);
    }
    return desk::not_found(visit);
}

}  // namespace kring::bid
