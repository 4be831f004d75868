// SPDX-License-Identifier: EUPL-1.2
// The database as the rooms see it: one SQL text with $1 $2 … for SQLite and PostgreSQL,
// a Connection to ask, and a Database that lends connections. Writes of all threads are
// gathered into one transaction and one fsync; none is answered before it is on disk.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "platform/base/result.hpp"
#include "platform/base/time.hpp"

namespace kring::db {

enum class Engine { sqlite, postgres };

enum class Fault { unique, foreign_key, not_null, check, busy, serialization, connection, full, other };

/// The database refused or broke. Unique and foreign-key faults are for acts to map to a
/// Problem; the rest is a broken machine.
class Error : public std::runtime_error {
public:
    Error(Fault fault, const std::string& message) : std::runtime_error(message), fault_(fault) {}
    Fault fault() const { return fault_; }

private:
    Fault fault_;
};

/// Bytes, bound and read as BYTEA; declare the column BYTEA in both engines.
struct Bytes {
    std::string bytes;
};

/// A parameter. Views are not copied: they must outlive the call.
using Value = std::variant<std::monostate, std::int64_t, std::string_view, Bytes, double>;

Value text_or_null(const std::optional<std::string>& text);  ///< NULL when absent
Value text_or_null(const std::string& text);                 ///< NULL when empty

/// What one parameter may be given as.
struct Param {
    Param(std::nullptr_t) {}
    Param(int number) : value(static_cast<std::int64_t>(number)) {}
    Param(std::int64_t number) : value(number) {}
    Param(bool truth) : value(static_cast<std::int64_t>(truth ? 1 : 0)) {}
    Param(double number) : value(number) {}
    Param(const char* text) : value(std::string_view(text)) {}
    Param(std::string_view text) : value(text) {}
    Param(const std::string& text) : value(std::string_view(text)) {}
    Param(Bytes bytes) : value(std::move(bytes)) {}
    Param(Value given) : value(std::move(given)) {}
    Param(Time time) : held(to_text(time)) {}
    std::string_view text_view() const { return held; }

    Value value;
    std::string held;  ///< text made here (a Time); used when not empty
};

/// One row, valid only inside the callback that receives it.
class Row {
public:
    virtual ~Row() = default;
    virtual bool is_null(int column) const = 0;
    virtual std::string_view view(int column) const = 0;  ///< "" for NULL
    virtual std::int64_t integer(int column) const = 0;   ///< 0 for NULL
    virtual double real(int column) const = 0;
    virtual std::string bytes(int column) const = 0;

    std::string text(int column) const { return std::string(view(column)); }
    bool truth(int column) const { return integer(column) != 0; }
    Time time(int column) const;  ///< throws std::runtime_error when the column is not a moment
    std::optional<Time> time_or_none(int column) const;
};

using EachRow = std::function<void(const Row&)>;

/// The one virtual seam of the house.
class Connection {
public:
    virtual ~Connection() = default;
    virtual Engine engine() const = 0;

    /// Runs one statement; `each` sees every row in order. Returns rows seen or changed. Throws Error.
    virtual std::int64_t run(std::string_view sql, const std::vector<Param>& params, const EachRow& each) = 0;

    /// Runs several statements separated by ";" without parameters (migrations).
    virtual void script(std::string_view sql) = 0;

    std::int64_t execute(std::string_view sql, std::initializer_list<Param> params = {});
    std::int64_t query(std::string_view sql, std::initializer_list<Param> params, const EachRow& each);
    std::int64_t query(std::string_view sql, const std::vector<Param>& params, const EachRow& each);
    std::int64_t count(
        std::string_view sql,
        std::initializer_list<Param> params = {});  ///< first column of first row, 0 without one
    std::optional<std::string> first_text(std::string_view sql, std::initializer_list<Param> params = {});
    bool exists(std::string_view sql, std::initializer_list<Param> params = {});  ///< any row at all

    std::int64_t statements = 0;  ///< run so far; tests count queries with it
};

struct Migration {
    std::string_view name;  ///< "0001_people.sql", or "0007_search.sqlite.sql" for one engine
    std::string_view sql;
};

/// False only for the path of an SQLite file that does not exist.
bool is_there(const std::string& address);

class Database {
public:
    /// "kring.db", a path, ":memory:", or "postgresql://…". Throws Error when it cannot be opened.
    explicit Database(const std::string& address, int readers = 4);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    Engine engine() const;

    /// Applies what is missing, each in its own transaction, in order of name; refuses a known
    /// name with another checksum. On PostgreSQL under an advisory lock; an existing SQLite file
    /// is first copied to "<file>.before-<name>". Returns how many were applied.
    int migrate(const std::vector<Migration>& migrations);

    /// Calls `f(Connection&)` in a read-only snapshot and hands back what it returns.
    template <class F>
    auto read(F&& f) -> decltype(f(std::declval<Connection&>())) {
        using R = decltype(f(std::declval<Connection&>()));
        if constexpr (std::is_void_v<R>) {
            read_with([&](Connection& in) { f(in); });
        } else {
            std::optional<R> result;
            read_with([&](Connection& in) { result.emplace(f(in)); });
            return std::move(*result);
        }
    }

    /// Calls `f(Connection&)`, which returns a Result, in a write transaction. Returns after the
    /// commit is durable; problems or an exception undo this call's changes alone. `f` may run on
    /// another thread, and once more after a lost connection or serialization fault.
    template <class F>
    auto write(F&& f) -> decltype(f(std::declval<Connection&>())) {
        using R = decltype(f(std::declval<Connection&>()));
        std::optional<R> result;
        write_with([&](Connection& in) {
            result.emplace(f(in));
            return static_cast<bool>(*result);
        });
        return std::move(*result);
    }

private:
    void read_with(const std::function<void(Connection&)>& job);
    void write_with(const std::function<bool(Connection&)>& job);

    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace kring::db
