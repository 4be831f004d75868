// SPDX-License-Identifier: EUPL-1.2
// Every route of the house, room by room. Reading the lists named here is reading the product.
#include "app/api.hpp"
#include "app/door.hpp"
#include "app/pages.hpp"
#include "domain/acquaintance/pages.hpp"
#include "domain/attendance/pages.hpp"
#include "domain/breakout/pages.hpp"
#include "domain/calendar/pages.hpp"
#include "domain/commitment/pages.hpp"
#include "domain/contribution/pages.hpp"
#include "domain/evaluation/pages.hpp"
#include "domain/letters/pages.hpp"
#include "domain/live/pages.hpp"
#include "domain/network/pages.hpp"
#include "domain/preparation/pages.hpp"
#include "domain/registration/pages.hpp"
#include "domain/report/pages.hpp"
#include "domain/speaker/pages.hpp"
#include "domain/summary/pages.hpp"
#include "domain/topic/pages.hpp"
#include "domain/workshop/pages.hpp"

namespace kring::app {

std::vector<desk::Route> all_routes() {
    std::vector<desk::Route> all;
    for (const auto& routes : {
             home_routes(),           //
             search_routes(),         //
             network::routes(),       //
             workshop::routes(),      //
             workshop_routes(),       //
             registration::routes(),  //
             topic::routes(),         //
             speaker::routes(),       //
             preparation::routes(),   //
             attendance::routes(),    //
             live::routes(),          //
             breakout::routes(),      //
             commitment::routes(),    //
             evaluation::routes(),    //
             report::routes(),        //
             calendar::routes(),      //
             own_calendar_routes(),   //
             contribution::routes(),  //
             letters::routes(),       //
             acquaintance::routes(),  //
             summary::routes(),       //
             chain_routes(),          //
             sign_in_routes(),        //
             account_routes(),        //
             admin_routes(),          //
             about_routes(),          //
             api_routes(),            //
         }) {
        all.insert(all.end(), routes.begin(), routes.end());
    }
    return all;
}

}  // namespace kring::app
