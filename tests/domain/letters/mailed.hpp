// SPDX-License-Identifier: EUPL-1.2
// An answer by mail as our own mail server would hand it on, honest until a test changes it: bram answers
// from his own address, and the server found that to be true.
#pragma once

#include <string>

namespace kring::letters {

class Mailed {
public:
    explicit Mailed(std::string to) : to_(std::move(to)) {}

    Mailed& saying(std::string body) { return body_ = std::move(body), *this; }
    Mailed& with(const std::string& header) { return more_ += header + "\r\n", *this; }
    Mailed& with_id(std::string id) { return id_ = std::move(id), *this; }
    Mailed& titled(std::string subject) { return subject_ = std::move(subject), *this; }
    Mailed& returning_to(std::string path) { return return_path_ = std::move(path), *this; }
    Mailed& checked(std::string header) { return checked_ = std::move(header), *this; }
    Mailed& from(std::string email, const std::string& domain) {
        from_ = std::move(email);
        checked_ = "Authentication-Results: mx.kring.example; dmarc=pass header.from=" + domain;
        return *this;
    }

    std::string text() const {
        return "Return-Path: " + return_path_ + "\r\nDelivered-To: " + to_ + "\r\n" + checked_ +
               "\r\nReceived: from mx.ommer.example by mx.kring.example; Mon, 23 Nov 2026 10:00:00 "
               "+0100\r\nFrom: "
               "Bram Hoekstra <" +
               from_ + ">\r\nTo: <" + to_ + ">\r\nSubject: " + subject_ + "\r\n" +
               (id_.empty() ? "" : "Message-ID: <" + id_ + ">\r\n") + more_ + "\r\n" + body_;
    }

private:
    std::string to_;
    std::string from_ = "bram@ommer.example";
    std::string checked_ =
        "Authentication-Results: mx.kring.example; dmarc=pass (p=reject) header.from=ommer.example";
    std::string return_path_ = "<bram@ommer.example>";
    std::string subject_ = "Re: [Duurzame ICT] Hoe lang gaat een laptop mee?";
    std::string id_ = "een@ommer.example";
    std::string more_;
    std::string body_ = "Zeven jaar lukt.\r\n";
};

}  // namespace kring::letters
