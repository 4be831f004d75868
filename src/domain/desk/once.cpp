// SPDX-License-Identifier: EUPL-1.2
#include "domain/desk/once.hpp"

#include "domain/desk/frame.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"

namespace kring::desk {

std::string submission_key(const Visit& visit) {
    const std::string_view key = visit.request.field("submission");
    return is_id(key) && key.size() >= 16 ? std::string(key) : std::string();
}

Result<std::string> once(const Act& act, std::string_view key,
                         const std::function<Result<std::string>()>& deed) {
    if (key.empty() || !act.who.is_signed_in()) return deed();
    // Of two at the same moment the second waits here for the first, on either engine.
    const auto is_first = act.in.execute(
        "insert into submissions (person_id, submission_key, sent_at) values ($1, $2, $3) "
        "on conflict do nothing",
        {act.who.person, key, act.when});
    if (is_first == 0) {
        return act.in
            .first_text("select made from submissions where person_id = $1 and submission_key = $2",
                        {act.who.person, key})
            .value_or("");
    }
    TRY(made, deed());
    act.in.execute("update submissions set made = $3 where person_id = $1 and submission_key = $2",
                   {act.who.person, key, made});
    return made;
}

web::Response sent(const Visit& visit, std::string_view path, std::string_view message) {
    if (visit.request.field("by_script") != "yes") return go(visit, path, message);
    web::Response response;
    response.status = 204;
    return response;
}

std::string sender_mark(const Visit& visit) {
    return visit.who.is_signed_in() ? sha256_hex("sender " + visit.who.person).substr(0, 16) : "";
}

Result<int> drop_old_submissions(db::Connection& in, Time when) {
    return static_cast<int>(in.execute("delete from submissions where sent_at < $1", {when - submission_ms}));
}

}  // namespace kring::desk
