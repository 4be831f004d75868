// SPDX-License-Identifier: EUPL-1.2
#include "domain/attendance/may.hpp"

#include "domain/registration/may.hpp"

namespace kring::attendance {

bool may_note(const Actor& actor, std::string_view network) { return registration::may_run(actor, network); }

bool may_check_in(db::Connection& in, std::string_view person, std::string_view workshop) {
    return in.exists("select 1 from participants where workshop_id = $1 and person_id = $2",
                     {workshop, person});
}

}  // namespace kring::attendance
