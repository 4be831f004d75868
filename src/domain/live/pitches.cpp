// SPDX-License-Identifier: EUPL-1.2
#include "domain/live/acts.hpp"
#include "domain/live/change.hpp"
#include "domain/live/draw.hpp"
#include "domain/live/store.hpp"
#include "platform/base/secret.hpp"

namespace kring::live {

namespace {

struct Running {
    Led led;
    PitchRound round;
};

Result<Running> find_round(const Act& act, std::string_view workshop) {
    TRY(led, find_open(act, workshop));
    auto round = last_round(act.in, led.room.workshop);
    if (!round) return conflict("live.problem.no_round");
    return Running{std::move(led), std::move(*round)};
}

void move_to(const Act& act, const PitchRound& round, Pitch one, PitchState state) {
    one.used_ms = used_ms(one, act.when);
    one.state = state;
    one.running_since.reset();
    if (state == PitchState::running) one.running_since = act.when;
    update(act.in, round.id, one);
    journal::record(act, "live.pitch_" + std::string(word(state)), round.workshop,
                    "round=" + std::to_string(round.number) + " position=" + std::to_string(one.position) +
                        " used_ms=" + std::to_string(one.used_ms));
}

}  // namespace

void halt_pitch(const Act& act, std::string_view workshop) {
    const auto round = last_round(act.in, workshop);
    if (!round || round->current() == nullptr) return;
    move_to(act, *round, *round->current(), PitchState::done);
    raise_version(act.in, workshop);
}

Result<std::int64_t> draw(const Act& act, std::string_view workshop, const std::vector<std::string>& names,
                          std::int64_t seconds, std::string_view seed) {
    TRY(led, find_led(act, workshop));
    if (const Problems problems = problems_of_round(names, seconds); !problems.empty()) return problems;
    const auto before = last_round(act.in, led.room.workshop);
    if (before && before->current() != nullptr) return conflict("live.problem.pitch_runs");
    PitchRound round;
    round.id = new_id(act.when);
    round.workshop = led.room.workshop;
    round.number = before ? before->number + 1 : 1;
    round.seconds = seconds;
    round.seed = seed;
    round.drawn_at = act.when;
    for (const std::string& name : drawn_order(seed, names)) {
        Pitch one;
        one.position = static_cast<std::int64_t>(round.pitches.size()) + 1;
        one.name = name;
        round.pitches.push_back(one);
    }
    insert(act.in, round);
    raise_version(act.in, round.workshop);
    journal::record(act, "live.pitches_drawn", round.workshop,
                    "round=" + std::to_string(round.number) + " seed=" + round.seed +
                        " pitches=" + std::to_string(names.size()) + " seconds=" + std::to_string(seconds));
    return round.number;
}

Result<Done> start_pitch(const Act& act, std::string_view workshop) {
    TRY(running, find_round(act, workshop));
    const Pitch* current = running.round.current();
    if (current != nullptr && current->state == PitchState::running) return Done{};
    const Pitch* one = current != nullptr ? current : running.round.next();
    if (one == nullptr) return conflict("live.problem.round_done");
    move_to(act, running.round, *one, PitchState::running);
    show_first(act, running.led.room, Showing::pitch);
    return Done{};
}

Result<Done> stop_pitch(const Act& act, std::string_view workshop) {
    TRY(running, find_round(act, workshop));
    const Pitch* current = running.round.current();
    if (current == nullptr || current->state != PitchState::running) return Done{};
    move_to(act, running.round, *current, PitchState::stopped);
    raise_version(act.in, running.round.workshop);
    return Done{};
}

Result<Done> next_pitch(const Act& act, std::string_view workshop) {
    TRY(running, find_round(act, workshop));
    if (running.round.current() == nullptr) return conflict("live.problem.no_pitch");
    halt_pitch(act, running.round.workshop);
    return Done{};
}

}  // namespace kring::live
