// SPDX-License-Identifier: EUPL-1.2
#include <libpq-fe.h>

#include <array>
#include <charconv>
#include <stdexcept>

#include "platform/db/engines.hpp"
#include "platform/db/statements.hpp"

namespace kring::db {
namespace {

constexpr std::size_t most_statements = 256;
constexpr std::int64_t writers_lock = 461481012839;  // "kring" read as a number; any other would do
constexpr Oid bytea_type = 17;                       // pg_type.dat: fixed since 1996

using Answer = std::unique_ptr<PGresult, void (*)(PGresult*)>;

/// SQLSTATE, PostgreSQL 15 appendix A. None at all means that the server never answered.
Fault fault_of(std::string_view state) {
    if (state == "23505" || state == "23P01") return Fault::unique;
    if (state == "23503") return Fault::foreign_key;
    if (state == "23502") return Fault::not_null;
    if (state == "23514") return Fault::check;
    if (state == "40001" || state == "40P01") return Fault::serialization;
    if (state == "55P03" || state == "57014") return Fault::busy;
    if (state == "53100") return Fault::full;
    if (state == "08P01") return Fault::other;  // a wrong number of parameters
    if (state.empty() || state == "53300" || state.substr(0, 2) == "08") return Fault::connection;
    if (state == "57P01" || state == "57P02" || state == "57P03") return Fault::connection;
    return Fault::other;
}

std::string_view state_of(const PGresult* answer) {
    const char* state = PQresultErrorField(answer, PG_DIAG_SQLSTATE);
    return state == nullptr ? std::string_view() : std::string_view(state);
}

/// What went wrong, without what anybody typed: class 22 quotes the value it could not read.
std::string message_of(const PGresult* answer) {
    const std::string_view state = state_of(answer);
    if (state.empty()) return "PostgreSQL: lost connection";
    const char* message = PQresultErrorField(answer, PG_DIAG_MESSAGE_PRIMARY);
    const bool is_quoting = state.substr(0, 2) == "22" || message == nullptr;
    return "PostgreSQL " + std::string(state) + (is_quoting ? ": unfit value" : std::string(": ") + message);
}

int nibble(char digit) { return digit <= '9' ? digit - '0' : digit - 'a' + 10; }

/// "\x6b72" as the server writes bytes (bytea_output = hex).
std::string from_hex(std::string_view text) {
    std::string bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t at = 2; at + 1 < text.size(); at += 2) {
        bytes += static_cast<char>(nibble(text[at]) * 16 + nibble(text[at + 1]));
    }
    return bytes;
}

template <class Number>
Number number_in(std::string_view text) {
    if (text.empty() || text == "f") return 0;
    if (text == "t") return 1;
    Number number = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, failure] = std::from_chars(text.data(), end, number);
    // A sum or average comes as numeric, with a fraction that an integer leaves off, as in SQLite.
    if (failure != std::errc() || (stopped != end && *stopped != '.'))
        throw Error(Fault::other, "not a number");
    return number;
}

class PostgresRow final : public Row {
public:
    PostgresRow(const PGresult* answer, int row) : answer_(answer), row_(row) {}

    bool is_null(int column) const override { return PQgetisnull(answer_, row_, checked(column)) != 0; }
    std::string_view view(int column) const override {
        const char* text = PQgetvalue(answer_, row_, checked(column));
        return std::string_view(text, static_cast<std::size_t>(PQgetlength(answer_, row_, column)));
    }
    std::int64_t integer(int column) const override { return number_in<std::int64_t>(view(column)); }
    double real(int column) const override { return number_in<double>(view(column)); }
    std::string bytes(int column) const override {
        const std::string_view text = view(column);
        return PQftype(answer_, column) == bytea_type ? from_hex(text) : std::string(text);
    }

private:
    int checked(int column) const {
        KRING_ASSERT(column >= 0 && column < PQnfields(answer_));
        return column;
    }

    const PGresult* answer_;
    int row_;
};

/// Parameters as libpq wants them: texts end in NUL, bytes are sent as they are.
struct Bound {
    explicit Bound(const std::vector<Param>& params) : texts(params.size()) {
        for (std::size_t i = 0; i < params.size(); ++i) add(params[i], texts[i]);
    }

    void add(const Param& param, std::string& text) {
        const auto* blob = std::get_if<Bytes>(&param.value);
        const bool is_bytes = blob != nullptr && param.held.empty();
        if (const auto view = text_of(param)) {
            text = *view;
        } else if (const auto* number = std::get_if<std::int64_t>(&param.value)) {
            text = std::to_string(*number);
        } else if (const auto* real = std::get_if<double>(&param.value)) {
            std::array<char, 32> digits{};
            text.assign(digits.data(),
                        std::to_chars(digits.data(), digits.data() + digits.size(), *real).ptr);
        } else if (!is_bytes) {
            return push(nullptr, 0, false);
        }
        is_bytes ? push(blob->bytes.data(), blob->bytes.size(), true)
                 : push(text.c_str(), text.size(), false);
    }

    void push(const char* value, std::size_t size, bool is_binary) {
        values.push_back(value);
        sizes.push_back(static_cast<int>(size));
        formats.push_back(is_binary ? 1 : 0);
    }

    std::vector<std::string> texts;
    std::vector<const char*> values;
    std::vector<int> sizes;
    std::vector<int> formats;
};

class PostgresLine final : public Line {
public:
    explicit PostgresLine(const std::string& address);

    Engine engine() const override { return Engine::postgres; }
    std::int64_t run(std::string_view sql, const std::vector<Param>& params, const EachRow& each) override;
    void script(std::string_view sql) override;

    void begin_read() override { control("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"); }
    void begin_write() override;
    void commit() override;
    void undo() noexcept override;
    void control(std::string_view sql) override;
    bool is_lost() const override { return is_lost_ || PQstatus(handle_.get()) != CONNECTION_OK; }
    bool is_in_transaction() const override;

private:
    const std::string& prepared(std::string_view sql);
    void check(const PGresult* answer);

    std::unique_ptr<PGconn, void (*)(PGconn*)> handle_{nullptr, &PQfinish};
    Statements<std::string> statements_{most_statements};
    std::int64_t prepared_count_ = 0;
    bool is_lost_ = false;
};

PostgresLine::PostgresLine(const std::string& address) {
    // What stands before the address can be set otherwise by it; what stands after cannot.
    static constexpr std::array<const char*, 7> names = {
        "connect_timeout", "tcp_user_timeout", "gssencmode", "fallback_application_name",
        "dbname",          "client_encoding",  nullptr};
    const std::array<const char*, 7> values = {"5",    "15000", "disable", "kring", address.c_str(),
                                               "UTF8", nullptr};
    handle_.reset(PQconnectdbParams(names.data(), values.data(), 1));
    if (!handle_ || PQstatus(handle_.get()) != CONNECTION_OK) {
        throw Error(Fault::connection, handle_ ? PQerrorMessage(handle_.get()) : "PostgreSQL: no memory");
    }
    PQsetNoticeProcessor(handle_.get(), [](void*, const char*) {}, nullptr);
    // A node that vanished must not hold the writers' lock for the two hours TCP gives it.
    control(
        "SET standard_conforming_strings = on; SET synchronous_commit = on; SET TimeZone = 'UTC';"
        "SET bytea_output = hex; SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '5min';"
        "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3");
}

void PostgresLine::check(const PGresult* answer) {
    const ExecStatusType status = PQresultStatus(answer);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return;
    if (status == PGRES_EMPTY_QUERY) throw Error(Fault::other, "PostgreSQL: not one statement");
    const bool is_standing = PQstatus(handle_.get()) == CONNECTION_OK;
    const bool is_ours = state_of(answer).empty() && is_standing;  // refused by libpq, not by a broken line
    const Fault fault = is_ours ? Fault::other : fault_of(state_of(answer));
    if (fault == Fault::connection) is_lost_ = true;
    throw Error(fault, is_ours ? PQerrorMessage(handle_.get()) : message_of(answer));
}

const std::string& PostgresLine::prepared(std::string_view sql) {
    if (const auto known = statements_.find(sql)) return *known;
    auto name = std::make_shared<std::string>("s" + std::to_string(++prepared_count_));
    const Answer answer(PQprepare(handle_.get(), name->c_str(), std::string(sql).c_str(), 0, nullptr),
                        &PQclear);
    check(answer.get());
    if (const auto oldest = statements_.keep(sql, name)) control("DEALLOCATE " + *oldest);
    return *statements_.find(sql);
}

std::int64_t PostgresLine::run(std::string_view sql, const std::vector<Param>& params,
                               const EachRow& each) try {
    ++statements;
    const Bound bound(params);
    const std::string& name = prepared(sql);
    const Answer answer(PQexecPrepared(handle_.get(), name.c_str(), static_cast<int>(params.size()),
                                       bound.values.data(), bound.sizes.data(), bound.formats.data(), 0),
                        &PQclear);
    check(answer.get());
    if (PQresultStatus(answer.get()) == PGRES_COMMAND_OK) {
        return number_in<std::int64_t>(PQcmdTuples(answer.get()));
    }
    const int rows = PQntuples(answer.get());
    for (int i = 0; i < rows && each; ++i) each(PostgresRow(answer.get(), i));
    return rows;
} catch (const Error&) {
    has_failed = true;
    throw;
}

void PostgresLine::control(std::string_view sql) {
    const Answer answer(PQexec(handle_.get(), std::string(sql).c_str()), &PQclear);
    check(answer.get());
}

void PostgresLine::script(std::string_view sql) try {
    ++statements;
    control(sql);
} catch (const Error&) {
    has_failed = true;
    throw;
}

void PostgresLine::begin_write() try {
    // The lock comes before any snapshot: with READ COMMITTED each statement then sees all that
    // the writer before us committed, also on another node. The journal's hash chain needs that.
    control("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SELECT pg_advisory_xact_lock(" +
            std::to_string(writers_lock) + ")");
} catch (const Error&) {
    // After a switch of primaries the line may lead to a standby, which refuses to write.
    if (is_lost()) throw;
    const Answer in_recovery(PQexec(handle_.get(), "ROLLBACK; SELECT pg_is_in_recovery()"), &PQclear);
    if (PQntuples(in_recovery.get()) == 0 || *PQgetvalue(in_recovery.get(), 0, 0) != 't') throw;
    is_lost_ = true;
    throw Error(Fault::connection, "PostgreSQL: this server is a standby");
}

void PostgresLine::commit() {
    const Answer answer(PQexec(handle_.get(), "COMMIT"), &PQclear);
    check(answer.get());
    // A transaction that failed earlier answers COMMIT with a friendly ROLLBACK.
    if (std::string_view(PQcmdStatus(answer.get())) != "COMMIT") {
        throw Error(Fault::other, "PostgreSQL: the transaction had failed before its commit");
    }
}

void PostgresLine::undo() noexcept {
    if (is_in_transaction()) PQclear(PQexec(handle_.get(), "ROLLBACK"));
}

bool PostgresLine::is_in_transaction() const {
    const PGTransactionStatusType status = PQtransactionStatus(handle_.get());
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
}

}  // namespace

std::unique_ptr<Line> open_postgres(const std::string& address) {
    return std::make_unique<PostgresLine>(address);
}

}  // namespace kring::db
