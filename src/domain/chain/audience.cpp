// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/audience.hpp"

#include <algorithm>

namespace kring::chain {

namespace {

bool reads_purchasers(const Membership& membership) {
    if (membership.side == Side::supplier) return false;
    if (membership.side == Side::purchaser) return true;
    return membership.is_facilitator || membership.is_editor || membership.is_expert;
}

bool edits(const Membership& membership) { return membership.is_editor || membership.is_facilitator; }

// A working summary is its editors' and facilitators' alone: not even of whoever made it, once they
// are neither.
bool is_of_kind_for(const Actor& actor, const Record& record) {
    if (record.kind != Kind::summary) return true;
    const Membership* membership = actor.in(record.network);
    return membership && edits(*membership);
}

bool is_in_audience(const Actor& actor, const Record& record) {
    const Membership* membership = actor.in(record.network);
    switch (record.audience) {
        case Audience::everyone:
            return true;
        case Audience::network:
            return membership != nullptr;
        case Audience::purchasers:
            return membership && reads_purchasers(*membership);
        case Audience::workshop:
            return membership && (membership->is_facilitator || actor.takes_part_in(record.audience_of));
        case Audience::organisation:
            return !actor.organisation.empty() && actor.organisation == record.audience_of;
        case Audience::persons:
            return actor.is_signed_in() && std::find(record.readers.begin(), record.readers.end(),
                                                     actor.person) != record.readers.end();
    }
    return false;
}

bool parent_is_open(db::Connection& in, const Record& record) {
    if (record.parent.empty()) return true;
    return in.exists("select 1 from records where id = $1 and state = 'open'", {record.parent});
}

bool is_own(const Actor& actor, const Record& record) {
    return actor.is_signed_in() && record.owner == actor.person;
}

// The SQL twin is put together from pieces; each adds its parameter and names it by number.
class Condition {
public:
    Condition(std::vector<db::Param>& params, std::string_view alias) : params_(params), alias_(alias) {}

    std::string column(std::string_view name) const { return alias_ + "." + std::string(name); }

    std::string given(db::Param param) {
        params_.push_back(std::move(param));
        return "$" + std::to_string(params_.size());
    }

    // An empty list is never matched; SQL has no empty `in ()`.
    std::string is_among(std::string_view name, const std::vector<std::string_view>& values) {
        if (values.empty()) return "1 = 0";
        std::string list;
        for (const std::string_view value : values) list += (list.empty() ? "" : ", ") + given(value);
        return column(name) + " in (" + list + ")";
    }

private:
    std::vector<db::Param>& params_;
    std::string alias_;
};

template <class Test>
std::vector<std::string_view> networks_where(const Actor& actor, Test test) {
    std::vector<std::string_view> found;
    for (const Membership& membership : actor.memberships) {
        if (test(membership)) found.push_back(membership.network);
    }
    return found;
}

std::string kind_condition(const Actor& actor, Condition& c) {
    return "(" + c.column("kind") + " <> 'summary' or " +
           c.is_among("network_id", networks_where(actor, edits)) + ")";
}

std::string audience_condition(const Actor& actor, Condition& c) {
    std::string sql = "(" + c.column("audience") + " = 'everyone'";
    if (!actor.is_signed_in()) return sql + ")";
    const auto all = networks_where(actor, [](const Membership&) { return true; });
    const auto purchasing = networks_where(actor, reads_purchasers);
    const auto facilitated = networks_where(actor, [](const Membership& m) { return m.is_facilitator; });
    const std::vector<std::string_view> workshops(actor.workshops.begin(), actor.workshops.end());
    const std::string audience = c.column("audience");
    sql += " or (" + audience + " = 'network' and " + c.is_among("network_id", all) + ")";
    sql += " or (" + audience + " = 'purchasers' and " + c.is_among("network_id", purchasing) + ")";
    sql += " or (" + audience + " = 'workshop' and (" + c.is_among("network_id", facilitated) + " or (" +
           c.is_among("network_id", all) + " and " + c.is_among("audience_of", workshops) + ")))";
    if (!actor.organisation.empty()) {
        sql += " or (" + audience + " = 'organisation' and " + c.column("audience_of") + " = " +
               c.given(actor.organisation) + ")";
    }
    sql += " or (" + audience +
           " = 'persons' and exists (select 1 from record_readers rr where rr.record_id = " + c.column("id") +
           " and rr.person_id = " + c.given(actor.person) + "))";
    return sql + ")";
}

}  // namespace

bool may_read(db::Connection& in, const Actor& actor, const Record& record, Time when) {
    if (actor.is_operator) return true;
    if (!is_of_kind_for(actor, record) || !parent_is_open(in, record)) return false;
    if (record.is_withdrawn) return is_own(actor, record) && *record.withdrawn_at + undo_ms > when;
    return is_own(actor, record) || is_in_audience(actor, record);
}

Result<Record> find_readable(db::Connection& in, const Actor& actor, std::string_view id, Time when) {
    auto record = find(in, id);
    if (!record || !may_read(in, actor, *record, when)) {
        return Problem{Trouble::not_found, "problem.not_found", "", {}};
    }
    return std::move(*record);
}

std::string readable(const Actor& actor, Time when, std::vector<db::Param>& params, std::string_view alias) {
    if (actor.is_operator) return "1 = 1";
    Condition c(params, alias);
    std::string sql = "(" + c.column("state") + " = 'open' and " + audience_condition(actor, c) + ")";
    if (actor.is_signed_in()) {
        sql += " or (" + c.column("owner_id") + " = " + c.given(actor.person) + " and (" + c.column("state") +
               " = 'open' or " + c.column("withdrawn_at") + " > " + c.given(when - undo_ms) + "))";
    }
    return "((" + sql + ") and " + kind_condition(actor, c) + " and (" + c.column("parent_id") +
           " is null or exists (select 1 from records parent where parent.id = " + c.column("parent_id") +
           " and parent.state = 'open')))";
}

bool may_read_network(const Actor& actor, std::string_view network, bool is_public) {
    return is_public || actor.is_operator || actor.is_member(network);
}

std::vector<std::string> purchaser_networks(const Actor& actor) {
    const auto found = networks_where(actor, reads_purchasers);
    return {found.begin(), found.end()};
}

std::vector<Audience> audiences_open_to(const Actor& actor, std::string_view network) {
    const Membership* membership = actor.in(network);
    if (!membership) return {};
    std::vector<Audience> open = {Audience::network};
    if (reads_purchasers(*membership)) open.push_back(Audience::purchasers);
    if (!actor.workshops.empty() || membership->is_facilitator) open.push_back(Audience::workshop);
    if (!actor.organisation.empty()) open.push_back(Audience::organisation);
    open.push_back(Audience::everyone);
    return open;
}

VisibleFor visible_for(db::Connection& in, const Record& record, std::string_view language) {
    if (record.is_withdrawn) return {"visible.withdrawn", {}};
    const std::string name = language == "en" ? "name_en" : "name_nl";
    const auto network = [&] {
        return in.first_text("select " + name + " from networks where id = $1", {record.network})
            .value_or("");
    };
    const auto members = [&](std::string_view condition) {
        return std::to_string(
            in.count("select count(*) from memberships m join people p on p.id = m.person_id and p.state <> "
                     "'suspended' where m.network_id = $1 " +
                         std::string(condition),
                     {record.network}));
    };
    switch (record.audience) {
        case Audience::everyone:
            return {"visible.everyone", {}};
        case Audience::network:
            return {"visible.network", {{"network", network()}, {"count", members("")}}};
        case Audience::purchasers:
            return {"visible.purchasers",
                    {{"network", network()},
                     {"count", members("and (m.side = 'purchaser' or (m.side = 'adviser' and "
                                       "(m.is_facilitator = 1 or m.is_editor = 1 or m.is_expert = 1)))")}}};
        case Audience::workshop:
            return {
                "visible.workshop",
                {{"workshop", in.first_text("select title from records where id = $1", {record.audience_of})
                                  .value_or("")}}};
        case Audience::organisation:
            return {"visible.organisation",
                    {{"organisation",
                      in.first_text("select name from organisations where id = $1", {record.audience_of})
                          .value_or("")}}};
        case Audience::persons:
            return {"visible.persons", {{"count", std::to_string(record.readers.size())}}};
    }
    return {"visible.everyone", {}};
}

}  // namespace kring::chain
