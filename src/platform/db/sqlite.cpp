// SPDX-License-Identifier: EUPL-1.2
#include <sqlite3.h>

#include <algorithm>
#include <stdexcept>

#include "platform/base/text.hpp"
#include "platform/db/engines.hpp"
#include "platform/db/statements.hpp"

namespace kring::db {
namespace {

constexpr std::size_t most_statements = 256;
constexpr int busy_ms = 5000;
constexpr int checkpoint_busy_ms = 200;
constexpr int wal_pages_wanted = 1000;  // SQLite copies them back by itself from here on
constexpr int wal_pages_most = 8000;    // 32 MiB: from here on readers are asked to step aside

Fault fault_of(int code) {
    switch (code) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_ROWID:
            return Fault::unique;
        case SQLITE_CONSTRAINT_FOREIGNKEY:
            return Fault::foreign_key;
        case SQLITE_CONSTRAINT_NOTNULL:
            return Fault::not_null;
        case SQLITE_CONSTRAINT_CHECK:
            return Fault::check;
        case SQLITE_BUSY_SNAPSHOT:
            return Fault::serialization;
        default:
            break;
    }
    switch (code & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return Fault::busy;
        case SQLITE_FULL:
            return Fault::full;
        case SQLITE_CANTOPEN:
            return Fault::connection;
        default:
            return Fault::other;
    }
}

[[noreturn]] void fail(sqlite3* handle) {
    throw Error(fault_of(sqlite3_extended_errcode(handle)), std::string("SQLite: ") + sqlite3_errmsg(handle));
}

struct Statement {
    explicit Statement(sqlite3_stmt* prepared) : owned(prepared, &sqlite3_finalize), handle(prepared) {
        for (int i = 1; i <= sqlite3_bind_parameter_count(handle); ++i) places.push_back(place(i));
        if (!places.empty()) expected = *std::max_element(places.begin(), places.end());
    }

    /// SQLite takes "$2" for a name, the same one wherever it stands; we read the number in it.
    std::size_t place(int index) const {
        const char* name = sqlite3_bind_parameter_name(handle, index);
        std::int64_t number = 0;
        if (name == nullptr || *name != '$' || !read_number(name + 1, 1, 32766, number)) {
            throw Error(Fault::other, "a parameter that is not $1, $2 …");
        }
        return static_cast<std::size_t>(number);
    }

    std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> owned;
    sqlite3_stmt* handle;
    std::vector<std::size_t> places;  // of each parameter of SQLite, which one of ours
    std::size_t expected = 0;
    bool is_running = false;
};

/// Sets a statement back when its run ends, however it ends.
class Run {
public:
    explicit Run(Statement& statement) : statement_(statement) { statement_.is_running = true; }
    ~Run() {
        sqlite3_reset(statement_.handle);
        sqlite3_clear_bindings(statement_.handle);
        statement_.is_running = false;
    }
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;

private:
    Statement& statement_;
};

class SqliteRow final : public Row {
public:
    explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}

    bool is_null(int column) const override {
        return sqlite3_column_type(statement_, checked(column)) == SQLITE_NULL;
    }
    std::string_view view(int column) const override {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, checked(column)));
        return text == nullptr ? std::string_view() : std::string_view(text, size(column));
    }
    std::int64_t integer(int column) const override {
        return sqlite3_column_int64(statement_, checked(column));
    }
    double real(int column) const override { return sqlite3_column_double(statement_, checked(column)); }
    std::string bytes(int column) const override {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, checked(column)));
        return bytes == nullptr ? std::string() : std::string(bytes, size(column));
    }

private:
    int checked(int column) const {
        KRING_ASSERT(column >= 0 && column < sqlite3_data_count(statement_));
        return column;
    }
    std::size_t size(int column) const {
        return static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    }

    sqlite3_stmt* statement_;
};

class SqliteLine final : public Line {
public:
    SqliteLine(const std::string& path, Role role, bool is_durable);

    Engine engine() const override { return Engine::sqlite; }
    std::int64_t run(std::string_view sql, const std::vector<Param>& params, const EachRow& each) override;
    void script(std::string_view sql) override;

    void begin_read() override { control("BEGIN DEFERRED"); }
    void begin_write() override { control("BEGIN IMMEDIATE"); }
    void commit() override;
    void undo() noexcept override;
    void control(std::string_view sql) override;
    bool is_lost() const override { return false; }
    bool is_in_transaction() const override { return sqlite3_get_autocommit(handle_.get()) == 0; }

private:
    std::shared_ptr<Statement> prepared(std::string_view sql);
    void bind(const Statement& statement, const std::vector<Param>& params);
    int bind_one(sqlite3_stmt* statement, int index, const Param& param);
    std::int64_t step(const Statement& statement, const EachRow& each);
    void shorten_wal();

    std::unique_ptr<sqlite3, int (*)(sqlite3*)> handle_{nullptr, &sqlite3_close_v2};
    Statements<Statement> statements_{most_statements};  // gone before the handle is
    int wal_pages_ = 0;
    int wal_pages_tried_ = 0;
};

SqliteLine::SqliteLine(const std::string& path, Role role, bool is_durable) {
    sqlite3* handle = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    const int result = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
    handle_.reset(handle);
    if (result != SQLITE_OK) throw Error(Fault::connection, "SQLite: cannot open " + path);
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, busy_ms);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    // A double-quoted word is a name, as in PostgreSQL, never a text.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);

    // No memory map: each connection would count the same pages again. LIKE minds case, as in PostgreSQL.
    // An untrusted schema also means that no trigger can feed FTS5: acts do that themselves.
    control(
        "PRAGMA trusted_schema = off; PRAGMA foreign_keys = on; PRAGMA cache_size = -2000;"
        "PRAGMA temp_store = memory; PRAGMA case_sensitive_like = on");
    if (role == Role::reader) {
        control("PRAGMA query_only = on");
        return;
    }
    if (first_text("PRAGMA journal_mode = wal") != "wal") {
        throw Error(Fault::connection, "SQLite: no write-ahead log possible beside " + path);
    }
    // What is deleted is overwritten: a draft with a name must not outlive itself in free space (R19).
    control("PRAGMA secure_delete = on; PRAGMA journal_size_limit = 33554432; PRAGMA wal_autocheckpoint = 0");
    control(is_durable ? "PRAGMA synchronous = full" : "PRAGMA synchronous = off");
    // The hook takes the place of SQLite's own checkpoint, so it is done in commit().
    sqlite3_wal_hook(
        handle,
        [](void* pages, sqlite3*, const char*, int count) {
            *static_cast<int*>(pages) = count;
            return SQLITE_OK;
        },
        &wal_pages_);
    statements = 0;
}

std::shared_ptr<Statement> SqliteLine::prepared(std::string_view sql) {
    std::shared_ptr<Statement> known = statements_.find(sql);
    if (known && !known->is_running) return known;
    sqlite3_stmt* handle = nullptr;
    const char* rest = nullptr;
    const int result = sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                          SQLITE_PREPARE_PERSISTENT, &handle, &rest);
    if (result != SQLITE_OK) fail(handle_.get());
    auto statement = std::make_shared<Statement>(handle);
    const std::string_view tail = trim(sql.substr(static_cast<std::size_t>(rest - sql.data())));
    if (handle == nullptr || !tail.empty()) throw Error(Fault::other, "SQLite: not one statement");
    // A statement that asks itself again for each of its rows runs twice; the second is not kept.
    if (!known) statements_.keep(sql, statement);
    return statement;
}

int SqliteLine::bind_one(sqlite3_stmt* statement, int index, const Param& param) {
    if (const auto text = text_of(param)) {
        // An empty view may have no address, which SQLite would take for NULL.
        const char* start = text->empty() ? "" : text->data();
        return sqlite3_bind_text64(statement, index, start, text->size(), SQLITE_STATIC, SQLITE_UTF8);
    }
    if (const auto* number = std::get_if<std::int64_t>(&param.value)) {
        return sqlite3_bind_int64(statement, index, *number);
    }
    if (const auto* number = std::get_if<double>(&param.value))
        return sqlite3_bind_double(statement, index, *number);
    if (const auto* blob = std::get_if<Bytes>(&param.value)) {
        return sqlite3_bind_blob64(statement, index, blob->bytes.data(), blob->bytes.size(), SQLITE_STATIC);
    }
    return sqlite3_bind_null(statement, index);
}

void SqliteLine::bind(const Statement& statement, const std::vector<Param>& params) {
    if (params.size() != statement.expected) throw Error(Fault::other, "SQLite: wrong number of parameters");
    for (std::size_t i = 0; i < statement.places.size(); ++i) {
        const Param& param = params[statement.places[i] - 1];
        if (bind_one(statement.handle, static_cast<int>(i) + 1, param) != SQLITE_OK) fail(handle_.get());
    }
}

std::int64_t SqliteLine::step(const Statement& statement, const EachRow& each) {
    const std::int64_t changes_before = sqlite3_total_changes64(handle_.get());
    const SqliteRow row(statement.handle);
    std::int64_t rows = 0;
    for (;;) {
        const int result = sqlite3_step(statement.handle);
        if (result == SQLITE_DONE) break;
        if (result != SQLITE_ROW) fail(handle_.get());
        ++rows;
        if (each) each(row);
    }
    if (sqlite3_column_count(statement.handle) > 0) return rows;
    const bool has_changed = sqlite3_total_changes64(handle_.get()) != changes_before;
    return has_changed ? sqlite3_changes64(handle_.get()) : 0;
}

std::int64_t SqliteLine::run(std::string_view sql, const std::vector<Param>& params,
                             const EachRow& each) try {
    ++statements;
    const std::shared_ptr<Statement> statement = prepared(sql);
    const Run running(*statement);
    bind(*statement, params);
    return step(*statement, each);
} catch (const Error&) {
    has_failed = true;
    throw;
}

void SqliteLine::control(std::string_view sql) {
    if (sqlite3_exec(handle_.get(), std::string(sql).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        fail(handle_.get());
    }
}

void SqliteLine::script(std::string_view sql) try {
    ++statements;
    control(sql);
} catch (const Error&) {
    has_failed = true;
    throw;
}

void SqliteLine::commit() {
    control("COMMIT");
    if (wal_pages_ >= wal_pages_wanted) shorten_wal();
}

/// Copies the log back into the database. Readers of an old snapshot keep it from starting over;
/// only when it has grown long do we wait for them, and not for long. A failure is no harm: the
/// commit before it stands, and the next one tries again.
void SqliteLine::shorten_wal() {
    int left = 0;
    int copied = 0;
    const bool is_long = wal_pages_ >= wal_pages_most && wal_pages_ - wal_pages_tried_ >= wal_pages_wanted;
    if (is_long) {
        wal_pages_tried_ = wal_pages_;
        sqlite3_busy_timeout(handle_.get(), checkpoint_busy_ms);
    }
    const int mode = is_long ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_PASSIVE;
    sqlite3_wal_checkpoint_v2(handle_.get(), nullptr, mode, &left, &copied);
    if (is_long) sqlite3_busy_timeout(handle_.get(), busy_ms);
    if (wal_pages_ < wal_pages_most) wal_pages_tried_ = 0;
}

void SqliteLine::undo() noexcept {
    if (is_in_transaction()) sqlite3_exec(handle_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

}  // namespace

std::unique_ptr<Line> open_sqlite(const std::string& path, Role role, bool is_durable) {
    return std::make_unique<SqliteLine>(path, role, is_durable);
}

}  // namespace kring::db
