// SPDX-License-Identifier: EUPL-1.2
// Mail with a file for a calendar, judged by Python's email package.
#include <gtest/gtest.h>

#include "platform/base/process.hpp"
#include "platform/mail/mail.hpp"

namespace kring::mail {
namespace {

constexpr const char* reading = R"py(
import email, email.policy
m = email.message_from_bytes(open('message.eml', 'rb').read(), policy=email.policy.default)
text, calendar = m.iter_parts()
assert not m.defects and not text.defects and not calendar.defects
print(m.get_content_type(), text.get_content_type(), calendar.get_content_type(),
      calendar.get_param('method'), calendar.get_content_disposition(), calendar.get_filename(), sep='\n')
open('text', 'w').write(text.get_content().replace('\r\n', '\n'))
open('calendar', 'wb').write(calendar.get_payload(decode=True))
)py";

TEST(MailWithCalendar, holds_its_text_and_its_file_byte_for_byte) {
    Message message;
    message.id = "01hgx0ab2cdefgh34567";
    message.to_email = "jan@voorbeeld.example";
    message.subject = "Je bent ingeschreven";
    message.text = "Dag Jan,\n\n=_kring_calendar\n--=_kring_calendar--\nTot donderdag, café!\n";
    message.calendar = "BEGIN:VCALENDAR\r\nSUMMARY:Café aan zee\r\n--=_kring_calendar--\r\n" +
                       std::string(200, 'x') + "\r\nEND:VCALENDAR\r\n";
    Postbox box;
    box.from_email = "kring@netwerk.example";
    const ScratchFolder folder;
    write_file(folder.path() + "/message.eml", compose(message, box));
    const Finished finished = run_program({"/usr/bin/python3", "-c", reading}, folder.path(), 20);
    ASSERT_EQ(finished.exit_code, 0) << finished.errors;
    EXPECT_EQ(finished.output,
              "multipart/mixed\ntext/plain\ntext/calendar\nPUBLISH\nattachment\nkring.ics\n");
    EXPECT_EQ(read_file(folder.path() + "/text"), message.text);
    EXPECT_EQ(read_file(folder.path() + "/calendar"), message.calendar);
}

}  // namespace
}  // namespace kring::mail
