// SPDX-License-Identifier: EUPL-1.2
// Messages that come in, many of them made by Python's email package: text, parts, charsets, bombs.
#include "platform/mail/incoming.hpp"

#include <gtest/gtest.h>

#include <chrono>

#include "platform/base/process.hpp"

namespace kring::mail {
namespace {

using Words = std::vector<std::string>;

const std::string head =
    "Return-Path: <bram@ommer.example>\r\nDelivered-To: Antwoord+abc.def@kring.example\r\n"
    "From: Bram Hoekstra <Bram@Ommer.example>\r\nTo: \"Kring\" <antwoord+abc.def@kring.example>, "
    "anna@linderdam.example\r\nCc: x@y.example\r\nSubject: =?utf-8?q?Re=3A_Hoe_lang=3F_=C3=A9?=\r\n"
    "Message-ID: <een.twee@ommer.example>\r\n";

Incoming plain(const std::string& body, const std::string& more = "") {
    return read_incoming(head + more + "\r\n" + body);
}

/// A message of Python's making: `script` builds `m`.
Incoming by_python(const std::string& script) {
    const ScratchFolder folder;
    const std::string program =
        "from email.message import EmailMessage\nfrom email import policy\nm = "
        "EmailMessage(policy=policy.SMTP)\n"
        "m['From'] = 'bram@ommer.example'\nm['To'] = 'antwoord+x.y@kring.example'\nm['Subject'] = 'Re: é'\n" +
        script + "\nopen('m.eml', 'wb').write(m.as_bytes())\n";
    const Finished made = run_program({"/usr/bin/python3", "-c", program}, folder.path(), 30);
    EXPECT_EQ(made.exit_code, 0) << made.errors;
    return read_incoming(read_file(folder.path() + "/m.eml"));
}

TEST(Incoming, reads_who_sent_it_to_whom_and_about_what) {
    const Incoming message = plain("Ja.\r\n");
    EXPECT_EQ(message.fault, "");
    EXPECT_EQ(message.from, Words{"bram@ommer.example"});
    EXPECT_EQ(message.recipients, (Words{"antwoord+abc.def@kring.example", "antwoord+abc.def@kring.example",
                                         "anna@linderdam.example", "x@y.example"}));
    EXPECT_EQ(message.subject, "Re: Hoe lang? é");
    EXPECT_EQ(message.message_id, "een.twee@ommer.example");
    EXPECT_EQ(message.header("return-path"), "<bram@ommer.example>");
    EXPECT_EQ(message.text, "Ja.\n");
    EXPECT_TRUE(message.has("delivered-to"));
    EXPECT_FALSE(message.has("list-id"));
}

TEST(Incoming, keeps_headers_in_order_and_unfolded) {
    const Incoming message = plain("x", "X-Een: a\r\n b\r\nX-Twee: \r\nX-Een: c\r\n");
    Words held;
    for (const auto& [name, value] : message.headers) {
        if (name.starts_with("x-")) held.push_back(name + "=" + value);
    }
    EXPECT_EQ(held, (Words{"x-een=a b", "x-twee=", "x-een=c"}));
}

TEST(Incoming, knows_no_sender_when_there_are_two_of_that_header) {
    EXPECT_EQ(plain("x", "From: anna@linderdam.example\r\n").from, Words{});
    EXPECT_EQ(read_incoming("From: a@x.example, b@x.example\n\nx").from,
              (Words{"a@x.example", "b@x.example"}));
    EXPECT_EQ(read_incoming("To: a@x.example\n\nx").from, Words{});
}

TEST(Incoming, skips_the_line_of_a_mailbox_file) {
    EXPECT_EQ(
        read_incoming("From bram@ommer.example Mon Nov 23 10:00:00 2026\nFrom: a@x.example\n\nJa.\n").from,
        Words{"a@x.example"});
}

TEST(Incoming, reads_every_charset_and_encoding_as_utf8) {
    for (const std::string charset : {"utf-8", "iso-8859-15", "windows-1252"}) {
        for (const std::string encoding : {"base64", "quoted-printable"}) {
            const Incoming message = by_python("m.set_content('Prijs: €5, café', charset='" + charset +
                                               "', cte='" + encoding + "')");
            EXPECT_EQ(message.text, "Prijs: €5, café\n") << charset << " " << encoding;
        }
    }
    EXPECT_EQ(plain("caf\xe9\r\n", "Content-Type: text/plain; charset=bestaat-niet\r\n").text.substr(0, 3),
              "caf");
}

TEST(Incoming, hands_on_clean_text_whatever_the_bytes_are) {
    std::string bytes = "a";
    for (int byte = 0; byte < 256; ++byte) bytes += static_cast<char>(byte);
    const Incoming message = plain(bytes + "z",
                                   "Content-Type: text/plain; charset=utf-8\r\n"
                                   "Content-Transfer-Encoding: 8bit\r\n");
    EXPECT_TRUE(message.text.starts_with("a"));
    for (const char c : message.text)
        EXPECT_TRUE(static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t');
}

TEST(Incoming, prefers_the_plain_text_and_falls_back_on_html) {
    EXPECT_EQ(
        by_python("m.set_content('Gewoon.')\nm.add_alternative('<p>Opgemaakt.</p>', subtype='html')").text,
        "Gewoon.\n");
    EXPECT_EQ(by_python("m.set_content('<p>Alleen <b>HTML</b>.</p>', subtype='html')").text, "Alleen HTML.");
    EXPECT_EQ(by_python("m.set_content(' \\n')\nm.add_alternative('<p>Toch.</p>', subtype='html')").text,
              "Toch.");
}

TEST(Incoming, drops_attachments_and_counts_them) {
    const Incoming message = by_python(
        "m.set_content('Zie bijlage.')\nm.add_attachment(b'%PDF', maintype='application', subtype='pdf', "
        "filename='a.pdf')\nm.add_attachment('geheim', filename='b.txt')\n"
        "m.add_attachment(b'GIF89a', maintype='image', subtype='gif', filename='c.gif')");
    EXPECT_EQ(message.text, "Zie bijlage.\n");
    EXPECT_EQ(message.attachments, 3);
}

TEST(Incoming, counts_no_logo_in_a_signature) {
    const Incoming message = by_python(
        "m.set_content('Ja.')\nm.add_alternative('<p>Ja.<img src=\"cid:logo\"></p>', subtype='html')\n"
        "m.get_payload()[1].add_related(b'PNG', 'image', 'png', cid='<logo>')");
    EXPECT_EQ(message.text, "Ja.\n");
    EXPECT_EQ(message.attachments, 0);
}

TEST(Incoming, leaves_a_forwarded_message_out) {
    const Incoming message = by_python(
        "m.set_content('Kijk.')\ni = "
        "EmailMessage(policy=policy.SMTP)\ni.set_content('Binnenin.')\nm.add_attachment(i)");
    EXPECT_EQ(message.text, "Kijk.\n");
    EXPECT_EQ(message.attachments, 1);
}

TEST(Incoming, knows_a_report) {
    EXPECT_TRUE(plain("--x\r\n\r\nText\r\n--x--\r\n",
                      "Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n")
                    .is_report);
    EXPECT_FALSE(plain("x").is_report);
}

std::string nested(int depth, const std::string& type = "multipart/mixed") {
    std::string message;
    for (int i = 0; i < depth; ++i) {
        const std::string boundary = "b" + std::to_string(i);
        message += "Content-Type: " + type + "; boundary=" + boundary + "\r\n\r\n--" + boundary + "\r\n";
    }
    return message + "\r\nBinnenin.\r\n";
}

std::string in_parts(int parts) {
    std::string message = "Content-Type: multipart/mixed; boundary=b\r\n\r\n";
    for (int i = 0; i < parts; ++i) message += "--b\r\n\r\nx\r\n";
    return message + "--b--\r\n";
}

TEST(Incoming, reads_what_is_nested_within_reason) {
    EXPECT_EQ(read_incoming(head + nested(incoming_depth_max - 1)).fault, "");
    EXPECT_EQ(read_incoming(head + nested(incoming_depth_max - 1)).text, "Binnenin.\n");
    EXPECT_EQ(read_incoming(head + in_parts(incoming_parts_max - 1)).fault, "");
}

TEST(Incoming, refuses_bombs_and_still_tells_whom_they_were_for) {
    const std::string line(70, 'x');
    std::string long_mail;
    while (long_mail.size() <= incoming_bytes_max) long_mail += line + "\r\n";
    std::string forwards;
    for (int i = 0; i < 50'000; ++i) forwards += "Content-Type: message/rfc822\r\n\r\n";
    std::string many_lines(300'000, '\n');
    std::string broad_head;
    while (broad_head.size() < 2 * incoming_head_bytes_max) broad_head += "X-Veel: " + line + "\r\n";
    const std::vector<std::pair<std::string, std::string>> bombs = {
        {nested(incoming_depth_max + 1), "too_deep"},
        {nested(60'000), "too_deep"},
        {forwards, "too_deep"},
        {in_parts(incoming_parts_max + 1), "too_many_parts"},
        {in_parts(500'000), "too_many_parts"},
        {"\r\n" + many_lines, "too_many_parts"},
        {"\r\n" + long_mail, "too_big"},
        {broad_head + "\r\nx", "too_big"},
    };
    for (const auto& [bomb, fault] : bombs) {
        const auto begin = std::chrono::steady_clock::now();
        const Incoming message = read_incoming(head + bomb);
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
        EXPECT_EQ(message.fault, fault) << bomb.size();
        EXPECT_EQ(message.text, "");
        EXPECT_EQ(message.from, Words{"bram@ommer.example"});
        EXPECT_EQ(message.recipients.front(), "antwoord+abc.def@kring.example");
        EXPECT_LT(taken.count(), 5.0) << fault;
    }
}

TEST(Incoming, survives_what_is_no_message_at_all) {
    const std::vector<std::string> odd = {"",
                                          "\n",
                                          "\r\n\r\n",
                                          "x",
                                          ":",
                                          "From",
                                          "From ",
                                          "From x",
                                          std::string(5, '\0'),
                                          "a\nb\nc",
                                          "Content-Type: multipart/mixed\n\n--\n",
                                          "Content-Type: multipart/mixed; boundary=\"\"\n\n----\n"};
    for (const std::string& bytes : odd) {
        const Incoming message = read_incoming(bytes);
        EXPECT_EQ(message.recipients, Words{}) << bytes;
        EXPECT_EQ(message.from, Words{}) << bytes;
    }
}

std::string robot(const std::string& more, const std::string& subject = "Re: Hoe lang?") {
    return automatic_by(read_incoming("Return-Path: <a@x.example>\nFrom: a@x.example\nSubject: " + subject +
                                      "\n" + more + "\nJa.\n"));
}

TEST(Automatic, is_what_says_so) {
    EXPECT_EQ(robot(""), "");
    EXPECT_EQ(robot("Auto-Submitted: no\n"), "");
    EXPECT_EQ(robot("Auto-Submitted: auto-replied\n"), "auto-submitted");
    EXPECT_EQ(robot("Auto-Submitted: auto-generated (rejected)\n"), "auto-submitted");
    EXPECT_EQ(robot("Precedence: bulk\n"), "precedence");
    EXPECT_EQ(robot("Precedence: Auto_Reply\n"), "precedence");
    EXPECT_EQ(robot("Precedence: first-class\n"), "");
    EXPECT_EQ(robot("X-Auto-Response-Suppress: All\n"), "auto-response");
    EXPECT_EQ(robot("X-Autoreply: yes\n"), "auto-response");
    EXPECT_EQ(robot("List-Id: <ict.kring.example>\n"), "list");
    EXPECT_EQ(robot("List-Unsubscribe: <https://x.example>\n"), "list");
    EXPECT_EQ(robot("Content-Type: multipart/report; boundary=x\n"), "report");
}

TEST(Automatic, is_what_comes_from_nobody) {
    EXPECT_EQ(automatic_by(read_incoming("Return-Path: <>\nFrom: a@x.example\n\nx")), "null-sender");
    EXPECT_EQ(automatic_by(read_incoming("From: MAILER-DAEMON@x.example\n\nx")), "null-sender");
    // Only the line on top is our mail server's.
    EXPECT_EQ(
        automatic_by(read_incoming("Return-Path: <a@x.example>\nReturn-Path: <>\nFrom: a@x.example\n\nx")),
        "");
}

TEST(Automatic, is_what_begins_like_an_absence) {
    for (const char* subject :
         {"Automatisch antwoord: Hoe lang?", "Automatic reply: x", "Out of Office: x", "Afwezig: x",
          "Afwezigheidsbericht", "Undeliverable: x", "Delivery Status Notification (Failure)",
          "=?utf-8?B?QXV0b21hdGlzY2ggYW50d29vcmQ=?="}) {
        EXPECT_EQ(robot("", subject), "subject") << subject;
    }
    EXPECT_EQ(robot("", "Re: Afwezig bij de bijeenkomst"), "");
}

std::string dmarc(const std::string& headers, std::string_view authserv = "mx.kring.example") {
    return dmarc_result(read_incoming(headers + "From: bram@ommer.example\n\nx"), authserv,
                        "bram@ommer.example");
}

TEST(Dmarc, is_read_from_our_own_mail_server_alone) {
    const std::string ours =
        "Authentication-Results: mx.kring.example; dmarc=pass (p=reject dis=none) "
        "header.from=ommer.example\n";
    EXPECT_EQ(dmarc(ours), "pass");
    EXPECT_EQ(dmarc(ours, "MX.Kring.Example"), "pass");
    EXPECT_EQ(dmarc(ours, "mx2.kring.example"), "");
    EXPECT_EQ(dmarc(ours, ""), "");
    EXPECT_EQ(dmarc(""), "");
    EXPECT_EQ(dmarc("Authentication-Results: mx.elders.example; dmarc=pass header.from=ommer.example\n"), "");
    EXPECT_EQ(dmarc("Authentication-Results: mx.kring.example 1; dkim=pass;\n dmarc=fail "
                    "header.from=ommer.example\n"),
              "fail");
    EXPECT_EQ(dmarc("Authentication-Results: mx.kring.example; dmarc=none header.from=ommer.example\n"),
              "none");
}

TEST(Dmarc, is_what_stands_on_top) {
    const std::string forged =
        "Authentication-Results: mx.kring.example; dmarc=pass header.from=ommer.example\n";
    EXPECT_EQ(
        dmarc("Authentication-Results: mx.kring.example; dmarc=fail header.from=ommer.example\n" + forged),
        "fail");
    EXPECT_EQ(
        dmarc("Authentication-Results: mx.kring.example; spf=pass smtp.mailfrom=x\nAuthentication-Results: "
              "mx.kring.example; dmarc=fail\n" +
              forged),
        "fail");
}

TEST(Dmarc, cannot_be_slipped_into_what_senders_choose) {
    for (const char* trick :
         {"spf=fail smtp.mailfrom=\"x; dmarc=pass y\"@evil.example", "spf=fail (dmarc=pass; dmarc=pass)",
          "spf=fail reason=\"a\\\"; dmarc=pass\"", "spf=fail dmarc=pass", "dkim=fail header.d=dmarc=pass"}) {
        EXPECT_EQ(dmarc("Authentication-Results: mx.kring.example; " + std::string(trick) + "\n"), "")
            << trick;
    }
    EXPECT_EQ(dmarc("Authentication-Results: mx.kring.example; dmarc=pass header.from=evil.example\n"),
              "other-domain");
}

}  // namespace
}  // namespace kring::mail
