// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/parser.hpp"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include "platform/base/text.hpp"

namespace kring::web {
namespace {

namespace http = boost::beast::http;
using boost::system::error_code;
using Text = boost::beast::string_view;

std::string_view text_of(Text text) { return {text.data(), text.size()}; }

/// Only the head of a chunk is ever left for later. Beast waits for its CRLF and overlooks a lone LF.
bool has_bare_lf(std::string_view chunk_head) {
    const std::size_t at = chunk_head.find('\n');
    return at != std::string_view::npos && (at == 0 || chunk_head[at - 1] != '\r');
}

}  // namespace

/// Writes straight into our own fields, which spares a copy of every one.
struct Parser::Inside final : http::basic_parser<true> {
    explicit Inside(std::size_t most) : body_most(most) { body_limit(boost::none); }

    std::size_t body_most;
    Head head;
    Fields fields;
    std::string body;

private:
    void on_request_impl(http::verb, Text method, Text target, int version, error_code&) override {
        head.method = text_of(method);
        head.target = text_of(target);
        head.is_http_1_0 = version == 10;
    }
    void on_field_impl(http::field, Text name, Text value, error_code&) override {
        if (!is_header_done()) fields.emplace_back(ascii_lower(text_of(name)), text_of(value));
    }
    void on_body_init_impl(const boost::optional<std::uint64_t>& length, error_code&) override {
        constexpr std::uint64_t most_on_trust = 65536;
        body.reserve(static_cast<std::size_t>(std::min(length.value_or(0), most_on_trust)));
    }
    void on_chunk_header_impl(std::uint64_t size, Text, error_code& error) override {
        if (size > body_most - body.size()) error = http::error::body_limit;
    }
    std::size_t on_body_impl(Text part, error_code& error) override { return append(part, error); }
    std::size_t on_chunk_body_impl(std::uint64_t, Text part, error_code& error) override {
        return append(part, error);
    }
    void on_response_impl(int, Text, int, error_code&) override {}
    void on_header_impl(error_code&) override {}
    void on_finish_impl(error_code&) override {}

    std::size_t append(Text part, error_code& error) {
        if (part.size() > body_most - body.size()) {
            error = http::error::body_limit;
            return 0;
        }
        body.append(part.data(), part.size());
        return part.size();
    }
};

Parser::Parser(std::size_t body_most) : inside_(std::make_unique<Inside>(body_most)) {}
Parser::~Parser() = default;

void Parser::bound_body(std::size_t body_most) { inside_->body_most = body_most; }

bool Parser::read_head(std::string_view bytes) {
    error_code error;
    inside_->put(boost::asio::buffer(bytes), error);
    inside_->eager(true);
    return !error && inside_->is_header_done();
}

int Parser::read_body(std::string_view bytes, std::size_t& taken) {
    error_code error;
    taken = inside_->put(boost::asio::buffer(bytes), error);
    if (!error || error == http::error::need_more) return has_bare_lf(bytes.substr(taken)) ? 400 : 0;
    return error == http::error::body_limit ? 413 : 400;
}

bool Parser::is_done() const { return inside_->is_done(); }
bool Parser::keeps_alive() const { return inside_->is_header_done() && inside_->keep_alive(); }
const Head& Parser::head() const { return inside_->head; }
Fields& Parser::fields() { return inside_->fields; }
const std::string& Parser::body() const { return inside_->body; }

}  // namespace kring::web
