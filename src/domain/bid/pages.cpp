// SPDX-License-Identifier: EUPL-1.2
#include "domain/bid/pages.hpp"

#include "domain/bid/page_functions.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/tender/tender_view.hpp"

namespace kring::bid {

using desk::Visit;

Result<Room> room_here(db::Connection& in, const Visit& visit) {
    return find_room(in, visit.who, visit.request.part("id"), visit.when);
}

Result<Room> room_to_run_here(db::Connection& in, const Visit& visit) {
    TRY(room, room_here(in, visit));
    if (!room.may_run) return Problem{Trouble::forbidden, "bid.problem.not_yours", "", {}};
    return std::move(room);
}

std::string bid_address(const Visit& visit, std::string_view rest,
                        std::initializer_list<std::string_view> parts) {
    const std::string pattern = "/aanbestedingen/{id}" + std::string(rest);
    const std::string_view id = visit.request.part("id");
    if (parts.size() == 0) return desk::address(visit, pattern, {id});
    return desk::address(visit, pattern, {id, *parts.begin()});
}

desk::Frame frame_of(const Visit& visit, const Room& room, std::string title) {
    desk::Frame frame;
    frame.section = "netwerken";
    frame.crumbs = {{visit.say("tender.list"), desk::address(visit, "/aanbestedingen")},
                    {room.tender.record.title, tender::tender_address(visit, room.tender.record.id)}};
    frame.title = std::move(title);
    if (frame.title != visit.say("bid.list"))
        frame.crumbs.push_back({visit.say("bid.list"), bid_address(visit, "/offertes")});
    frame.crumbs.push_back({frame.title, ""});
    frame.visible_for = {"bid.visible", {}};
    return frame;
}

std::vector<desk::Route> routes() {
    using desk::Rule;
    using web::Method;
    return {
        {Method::get, "/aanbestedingen/{id}/offertes", list_bids, Rule::signed_in},
        {Method::get, "/aanbestedingen/{id}/offertes/nieuw", new_bid, Rule::signed_in},
        {Method::post, "/aanbestedingen/{id}/offertes/nieuw", post_new_bid, Rule::signed_in},
        {Method::get, "/aanbestedingen/{id}/offertes/{offerte}", edit_bid, Rule::signed_in},
        {Method::post, "/aanbestedingen/{id}/offertes/{offerte}", post_bid, Rule::signed_in},
        {Method::post, "/aanbestedingen/{id}/offertes/{offerte}/verwijdering", post_removal, Rule::signed_in},
        {Method::get, "/aanbestedingen/{id}/offertes/{offerte}/beoordeling", edit_assessment,
         Rule::signed_in},
        {Method::post, "/aanbestedingen/{id}/offertes/{offerte}/beoordeling", post_assessment,
         Rule::signed_in},
        {Method::get, "/aanbestedingen/{id}/beoordelaars", edit_assessors, Rule::signed_in},
        {Method::post, "/aanbestedingen/{id}/beoordelaars", post_assessors, Rule::signed_in},
        {Method::get, "/aanbestedingen/{id}/uitslag", show_award, Rule::signed_in},
        {Method::post, "/aanbestedingen/{id}/ondertekening", post_signing, Rule::signed_in},
        {Method::get, "/aanbestedingen/{id}/staten/{nummer}", show_sheet, Rule::signed_in},
        {Method::get, "/aanbestedingen/{id}/staten/{nummer}/{bestand}", send_sheet_file, Rule::signed_in},
    };
}

}  // namespace kring::bid
