// SPDX-License-Identifier: EUPL-1.2
// Making what was outlined: the series with its workshops and their agendas, all or nothing.
#include <algorithm>

#include "domain/chain/audience.hpp"
#include "domain/network/store.hpp"
#include "domain/workshop/acts.hpp"
#include "domain/workshop/may.hpp"
#include "domain/workshop/store.hpp"

namespace kring::workshop {

namespace {

// What somebody may not choose for a new workshop becomes what members read.
chain::Audience audience_of_copy(const Actor& who, std::string_view network, chain::Audience known) {
    const auto open = audiences_for(who, network);
    const bool fits = std::find(open.begin(), open.end(), known) != open.end();
    return fits ? known : chain::Audience::network;
}

void take_over(Outlined& outlined, const Facts& facts) {
    begin_at(outlined, facts.starts);
    Workshop& workshop = outlined.workshop;
    workshop.record.title = facts.title.nl;
    workshop.title_en = facts.title.en;
    workshop.day = facts.day;
    workshop.ends = facts.ends;
    workshop.place = facts.place;
}

void add_with_prefix(const Problems& found, const std::string& prefix, Problems& problems) {
    for (Problem problem : found) {
        if (!problem.field.empty()) problem.field = prefix + problem.field;
        problems.push_back(std::move(problem));
    }
}

Result<Workshop> plan(const Act& act, const Outlined& outlined) {
    TRY(made, plan_workshop(act, outlined.workshop));
    for (Session session : outlined.sessions) {
        session.record.parent = made.record.id;
        TRY_DONE(plan_session(act, session));
    }
    return std::move(made);
}

// From the first to the last day that is known.
void set_period(Series& series, const std::vector<Facts>& workshops) {
    for (const Facts& facts : workshops) {
        if (!is_day(facts.day)) continue;
        if (series.starts.empty() || facts.day < series.starts) series.starts = facts.day;
        if (facts.day > series.ends) series.ends = facts.day;
    }
}

}  // namespace

std::string prefix_of(std::size_t index) { return "w" + std::to_string(index + 1) + "_"; }

Result<Series> make_outlined(const Act& act, const html::Phrases& phrases, const OutlineWish& wish) {
    TRY(network, network::find_visible(act.in, act.who, wish.series.network));
    if (!may_plan(act.who, network.id)) return Problem{Trouble::forbidden, "problem.forbidden", "", {}};
    TRY(outline, outline_of(act.in, act.who, network.id, wish.from, act.when, phrases));
    if (outline.size() != wish.workshops.size())
        return Problem{Trouble::invalid, "workshop.problem.outline_changed", "", {}};

    Series series = wish.series;
    series.number = next_series_number(act.in, network.id);
    set_period(series, wish.workshops);
    Problems problems = problems_of(series);
    for (std::size_t i = 0; i < outline.size(); ++i) {
        take_over(outline[i], wish.workshops[i]);
        chain::Record& record = outline[i].workshop.record;
        record.audience = audience_of_copy(act.who, network.id, record.audience);
        add_with_prefix(problems_of(outline[i].workshop), prefix_of(i), problems);
    }
    if (!problems.empty()) return problems;

    TRY(made, make_series(act, series));
    for (Outlined& one : outline) {
        one.workshop.series = made.id;
        TRY_DONE(plan(act, one));
    }
    journal::record(act, "series.outlined", made.id, wish.from);
    return std::move(made);
}

Result<Workshop> copy_workshop(const Act& act, std::string_view from, std::string_view into,
                               const Facts& facts) {
    TRY(outlined, outline_of_workshop(act.in, act.who, from, act.when));
    const auto known = find(act.in, from).value();
    const auto series = find_series(act.in, into);
    if (!may_plan(act.who, known.record.network))
        return Problem{Trouble::forbidden, "problem.forbidden", "", {}};
    if (!series || series->network != known.record.network)
        return Problem{Trouble::invalid, "problem.choice", "series", {}};
    take_over(outlined, facts);
    Workshop& workshop = outlined.workshop;
    workshop.series = series->id;
    workshop.number = next_workshop_number(act.in, series->id);
    workshop.record.audience = audience_of_copy(act.who, known.record.network, workshop.record.audience);
    TRY(made, plan(act, outlined));
    journal::record(act, "workshop.copied", made.record.id, from);
    return std::move(made);
}

}  // namespace kring::workshop
