// SPDX-License-Identifier: EUPL-1.2
// The door for mail that comes in: a mail server pipes one message to `kring receive` and reads what to
// do with it from the exit status (sysexits.h) and, when it goes back, from what is printed.
#include <iostream>
#include <iterator>

#include "app/commands.hpp"
#include "app/house.hpp"
#include "app/jobs.hpp"
#include "domain/letters/acts.hpp"
#include "platform/mail/incoming.hpp"

namespace kring::app {

namespace {

constexpr int taken = 0;
constexpr int data_error = 65;     // EX_DATAERR
constexpr int not_permitted = 77;  // EX_NOPERM

// A byte more than is let in, so that what is too big shows as such. The rest is read and dropped: a
// mail server takes a pipe that closes early for a failure.
std::string read_message(std::istream& in) {
    std::string bytes;
    char piece[64 * 1024];
    while (in.read(piece, sizeof piece) || in.gcount() > 0) {
        const auto room = mail::incoming_bytes_max + 1 - bytes.size();
        bytes.append(piece, std::min(room, static_cast<std::size_t>(in.gcount())));
    }
    return bytes;
}

int exit_status(const letters::Received& received) {
    switch (received.reaction) {
        case letters::Reaction::placed:
        case letters::Reaction::held:
        case letters::Reaction::silence:
            return taken;
        case letters::Reaction::bounce:
            return received.text.starts_with("5.7.") ? not_permitted : data_error;
        case letters::Reaction::wait:
            return mail_try_again;
    }
    return mail_try_again;
}

}  // namespace

int receive_mail(const Call& call) {
    const std::string bytes = read_message(std::cin);
    need_database(call);
    House house(call.config);
    const letters::Received received = letters::receive(house.database, letterhead_of(house), bytes, now());
    if (!received.text.empty()) std::cout << received.text << "\n";
    return exit_status(received);
}

}  // namespace kring::app
