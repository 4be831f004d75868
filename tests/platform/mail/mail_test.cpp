// SPDX-License-Identifier: EUPL-1.2
// Mail is judged by a second reader, Python's email package, and by a real SMTP server, aiosmtpd.
#include "platform/mail/mail.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "platform/base/process.hpp"

namespace kring::mail {
namespace {

constexpr const char* python = "/usr/bin/python3";

Message example() {
    Message message;
    message.id = "01hgx0ab2cdefgh34567";
    message.to_name = "Jan Jansen";
    message.to_email = "jan@voorbeeld.example";
    message.subject = "Je bent ingeschreven";
    message.text = "Dag Jan,\n\nTot donderdag.\n";
    message.language = "nl";
    message.date = "Mon, 23 Nov 2026 10:00:00 +0100";
    return message;
}

Postbox postbox() {
    Postbox box;
    box.from_email = "kring@netwerk.example";
    box.from_name = "Leernetwerk";
    return box;
}

/// What Python reads in the message: a header's decoded value, or the body.
constexpr const char* reading = R"py(
import email, email.header, email.policy, email.utils, sys
m = email.message_from_bytes(open('message.eml', 'rb').read(), policy=email.policy.default)
what = sys.argv[1]
if what == 'body': out = m.get_content().replace('\r\n', '\n')
elif what == 'names':
    # The new policy of Python 3.11 puts a space between encoded words of a name; its older reader does not.
    old = email.message_from_bytes(open('message.eml', 'rb').read())
    names = [name for name, _ in email.utils.getaddresses([old['To']])]
    out = '\n'.join(str(email.header.make_header(email.header.decode_header(name))) for name in names)
elif what == 'addresses': out = '\n'.join(a.addr_spec for a in m['To'].addresses)
elif what == 'headers': out = '\n'.join(m.keys())
elif what == 'defects': out = repr(m.defects + [d for v in m.values() for d in getattr(v, 'defects', ())])
else: out = m[what]
open('read', 'wb').write(str(out).encode('utf-8'))
)py";

std::string read_by_python(const std::string& mail, const std::string& what) {
    const ScratchFolder folder;
    write_file(folder.path() + "/message.eml", mail);
    const Finished finished = run_program({python, "-c", reading, what}, folder.path(), 20);
    EXPECT_EQ(finished.exit_code, 0) << finished.errors;
    return read_file(folder.path() + "/read");
}

const std::string headers =
    "Date\nFrom\nTo\nMessage-ID\nSubject\nAuto-Submitted\nContent-Language\nMIME-Version\nContent-Type\n"
    "Content-Transfer-Encoding";

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

const std::vector<std::string> nasty = {
    "Éénmalig: café, naïef, coöperatie",
    "Feest 🎉👩‍👩‍👧‍👦 in Zuid-Holland",
    repeated("é", 300),
    repeated("lang", 200),
    repeated("word ", 60) + "end",
    "=?UTF-8?B?aGFja2Vk?=",
    "\"quotes\" and \\backslashes\\ <and@angles.example>, (and) comments; all",
    "two  spaces",
    "日本語の件名と長い長い長い長い長い長い長い長い長い長い長い長い件名",
};

TEST(Mail, is_read_back_as_it_was_written) {
    const std::string mail = compose(example(), postbox());
    EXPECT_EQ(read_by_python(mail, "headers"), headers);
    EXPECT_EQ(read_by_python(mail, "Subject"), "Je bent ingeschreven");
    EXPECT_EQ(read_by_python(mail, "names"), "Jan Jansen");
    EXPECT_EQ(read_by_python(mail, "addresses"), "jan@voorbeeld.example");
    EXPECT_EQ(read_by_python(mail, "From"), "Leernetwerk <kring@netwerk.example>");
    EXPECT_EQ(read_by_python(mail, "Message-ID"), "<01hgx0ab2cdefgh34567@netwerk.example>");
    EXPECT_EQ(read_by_python(mail, "Date"), "Mon, 23 Nov 2026 10:00:00 +0100");
    EXPECT_EQ(read_by_python(mail, "Auto-Submitted"), "auto-generated");
    EXPECT_EQ(read_by_python(mail, "Content-Language"), "nl");
    EXPECT_EQ(read_by_python(mail, "body"), "Dag Jan,\n\nTot donderdag.\n");
    EXPECT_EQ(read_by_python(mail, "defects"), "[]");
}

TEST(Mail, keeps_every_subject_and_name_exactly) {
    for (const std::string& text : nasty) {
        Message message = example();
        message.subject = text;
        message.to_name = text;
        const std::string mail = compose(message, postbox());
        EXPECT_EQ(read_by_python(mail, "Subject"), text);
        EXPECT_EQ(read_by_python(mail, "names"), text);
        EXPECT_EQ(read_by_python(mail, "addresses"), "jan@voorbeeld.example");
        EXPECT_EQ(read_by_python(mail, "headers"), headers);
    }
}

TEST(Mail, keeps_every_body_exactly) {
    const std::string body =
        "Dag José,\n\n.\n..twee punten\n.\nFrom hier\n= is geen code =3D\ttab \nregel met spatie \n" +
        repeated("lang", 300) + "\n" + repeated("é 🎉 ", 100) + "\n\n\n-- \neinde\n";
    Message message = example();
    message.text = body;
    const std::string mail = compose(message, postbox());
    EXPECT_EQ(read_by_python(mail, "body"), body);
    EXPECT_EQ(mail.find("\n."), std::string::npos);
    EXPECT_EQ(mail.find("\nFrom "), std::string::npos);
}

TEST(Mail, lets_no_header_in) {
    Message message = example();
    message.subject = "Hallo\r\nBcc: boef@voorbeeld.example\r\n\r\nNieuwe tekst";
    message.to_name = "Jan\nCc: boef@voorbeeld.example";
    message.to_email = "jan@voorbeeld.example>\r\nBcc: <boef@voorbeeld.example";
    message.language = "nl\r\nX-Boef: ja";
    message.date = "Mon, 23 Nov 2026 10:00:00 +0100\nX-Boef: ja";
    const std::string mail = compose(message, postbox());
    EXPECT_EQ(read_by_python(mail, "headers"), headers);
    EXPECT_EQ(read_by_python(mail, "Subject"), "Hallo  Bcc: boef@voorbeeld.example    Nieuwe tekst");
    EXPECT_EQ(read_by_python(mail, "body"), "Dag Jan,\n\nTot donderdag.\n");
}

TEST(Mail, has_short_ascii_lines_that_all_end_in_crlf) {
    for (const std::string& text : nasty) {
        Message message = example();
        message.subject = text;
        message.to_name = text;
        message.text = text + "\n" + text;
        std::istringstream lines(compose(message, postbox()));
        for (std::string line; std::getline(lines, line);) {
            ASSERT_TRUE(line.ends_with('\r')) << line;
            EXPECT_LE(line.size(), 79u) << line;
            for (const char c : line) EXPECT_TRUE(c == '\r' || c == '\t' || (c >= ' ' && c < 127)) << line;
        }
    }
}

TEST(Mail, is_the_same_on_every_try) {
    EXPECT_EQ(compose(example(), postbox()), compose(example(), postbox()));
}

TEST(Mail, of_a_list_can_be_answered_stopped_and_kept_together) {
    Message message = example();
    message.reply_to = "antwoord+01hgx.0123456789abcdef@netwerk.example";
    message.list_id = "ict.netwerk.example";
    message.unsubscribe = "https://netwerk.example/post/uitschrijven/01hgx.0123456789abcdef";
    message.thread = "01hgwquestion";
    const std::string mail = compose(message, postbox());
    EXPECT_EQ(read_by_python(mail, "Reply-To"), message.reply_to);
    EXPECT_EQ(read_by_python(mail, "List-Id"), "<ict.netwerk.example>");
    EXPECT_EQ(read_by_python(mail, "List-Unsubscribe"), "<" + message.unsubscribe + ">");
    EXPECT_EQ(read_by_python(mail, "List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
    EXPECT_EQ(read_by_python(mail, "References"), "<01hgwquestion@netwerk.example>");
    EXPECT_EQ(read_by_python(mail, "X-Auto-Response-Suppress"), "All");
    EXPECT_EQ(read_by_python(mail, "Auto-Submitted"), "auto-generated");
    EXPECT_EQ(read_by_python(mail, "body"), message.text);
    EXPECT_EQ(read_by_python(mail, "defects"), "[]");
}

TEST(Mail, lets_no_header_in_by_the_addresses_of_a_list) {
    Message message = example();
    const std::string trick = "x@y.example>\r\nBcc: boef@voorbeeld.example";
    message.reply_to = message.list_id = message.unsubscribe = message.thread = trick;
    const std::string mail = compose(message, postbox());
    EXPECT_EQ(read_by_python(mail, "Bcc"), "None");
    EXPECT_EQ(read_by_python(mail, "body"), message.text);
}

TEST(Mail, lies_in_the_sink_as_composed_and_for_the_owner_only) {
    const ScratchFolder folder;
    Postbox box = postbox();
    box.sink_folder = folder.path();
    send(example(), box);
    const std::string path = folder.path() + "/01hgx0ab2cdefgh34567.eml";
    EXPECT_EQ(read_file(path), compose(example(), box));
    struct stat about{};
    ASSERT_EQ(::stat(path.c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777, 0600u);
    const auto files = std::distance(std::filesystem::directory_iterator(folder.path()), {});
    EXPECT_EQ(files, 1);
}

TEST(Mail, names_no_file_outside_the_sink) {
    const ScratchFolder folder;
    Postbox box = postbox();
    box.sink_folder = folder.path();
    Message message = example();
    message.id = "../escaped";
    EXPECT_THROW(send(message, box), std::runtime_error);
}

/// Serves one connection: tells its port through a named pipe, keeps the message it got.
constexpr const char* server = R"py(
import asyncio, ssl, sys
from aiosmtpd.smtp import SMTP
done = None
class Keep:
    async def handle_DATA(self, server, session, envelope):
        if envelope.rcpt_tos == ['refused@voorbeeld.example']: return '554 5.7.1 not wanted here'
        open('received.eml', 'wb').write(envelope.original_content)
        open('envelope', 'w').write(envelope.mail_from + ' ' + ' '.join(envelope.rcpt_tos))
        return '250 kept'
class Once(SMTP):
    def connection_lost(self, error):
        super().connection_lost(error)
        done.set()
def make():
    if sys.argv[1] != 'tls': return Once(Keep(), enable_SMTPUTF8=False)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain('cert.pem', 'key.pem')
    return Once(Keep(), tls_context=context)
async def main():
    global done
    done = asyncio.Event()
    listening = await asyncio.get_running_loop().create_server(make, '127.0.0.1', 0)
    with open('port', 'w') as pipe: pipe.write(str(listening.sockets[0].getsockname()[1]))
    await asyncio.wait_for(done.wait(), 20)
    await asyncio.sleep(0)
asyncio.run(main())
)py";

class Sink {
public:
    explicit Sink(const std::string& kind) {
        EXPECT_EQ(::mkfifo((folder_.path() + "/port").c_str(), 0600), 0);
        if (kind == "tls") make_certificate();
        thread_ = std::thread([this, kind] { serve(kind); });
        std::ifstream pipe(folder_.path() + "/port");
        std::getline(pipe, port_);
    }
    ~Sink() { close(); }

    Postbox postbox_here() const {
        Postbox box = postbox();
        box.smtp_url = "smtp://127.0.0.1:" + port_;
        return box;
    }
    std::string received() { return close(), read_file(folder_.path() + "/received.eml"); }
    std::string envelope() { return close(), read_file(folder_.path() + "/envelope"); }
    bool has_received() { return close(), std::filesystem::exists(folder_.path() + "/received.eml"); }

private:
    void serve(const std::string& kind) {
        finished_ = run_program({python, "-c", server, kind}, folder_.path(), 30);
        // When the server never came up, this wakes the reader that still waits for its port.
        const int pipe = ::open((folder_.path() + "/port").c_str(), O_WRONLY | O_NONBLOCK);
        if (pipe >= 0) ::close(pipe);
    }
    void make_certificate() {
        const Finished made =
            run_program({"openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj",
                         "/CN=127.0.0.1", "-keyout", "key.pem", "-out", "cert.pem"},
                        folder_.path(), 30);
        EXPECT_EQ(made.exit_code, 0) << made.errors;
    }
    void close() {
        if (thread_.joinable()) thread_.join();
        EXPECT_EQ(finished_.exit_code, 0) << finished_.errors;
    }

    ScratchFolder folder_;
    std::thread thread_;
    Finished finished_;
    std::string port_;
};

std::string failure_of(const Message& message, const Postbox& box) {
    try {
        send(message, box);
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "sent";
}

TEST(Mail, reaches_a_server_byte_for_byte) {
    Sink sink("plain");
    Postbox box = sink.postbox_here();
    box.require_tls = false;
    Message message = example();
    message.text = ".\n..\n.einde\n" + repeated("é", 500) + "\n";
    send(message, box);
    EXPECT_EQ(sink.received(), compose(message, box));
    EXPECT_EQ(sink.envelope(), "kring@netwerk.example jan@voorbeeld.example");
}

TEST(Mail, stays_home_when_tls_is_required_and_not_offered) {
    Sink sink("plain");
    EXPECT_NE(failure_of(example(), sink.postbox_here()).find("mail: "), std::string::npos);
    EXPECT_FALSE(sink.has_received());
}

TEST(Mail, trusts_no_unknown_certificate) {
    Sink sink("tls");
    EXPECT_NE(failure_of(example(), sink.postbox_here()).find("certificate"), std::string::npos);
    EXPECT_FALSE(sink.has_received());
}

TEST(Mail, tells_what_the_server_answered) {
    Sink sink("plain");
    Postbox box = sink.postbox_here();
    box.require_tls = false;
    Message message = example();
    message.to_email = "refused@voorbeeld.example";
    EXPECT_NE(failure_of(message, box).find("554 5.7.1 not wanted here"), std::string::npos);
}

TEST(Mail, goes_by_smtp_only) {
    Postbox box = postbox();
    box.smtp_url = "file:///etc/passwd";
    EXPECT_NE(failure_of(example(), box), "sent");
    box.smtp_url = "http://127.0.0.1:9/";
    EXPECT_NE(failure_of(example(), box).find("rotocol"), std::string::npos);
}

TEST(Mail, has_one_receiver) {
    Postbox box = postbox();
    box.smtp_url = "smtp://127.0.0.1:9";
    Message message = example();
    message.to_email = "jan@voorbeeld.example>,<boef@voorbeeld.example";
    EXPECT_EQ(failure_of(message, box), "mail: no address to send to");
}

}  // namespace
}  // namespace kring::mail
