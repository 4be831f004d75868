// SPDX-License-Identifier: EUPL-1.2
// What db.cpp asks of an engine: a Connection that can also begin, commit and undo, and that
// knows whether it still stands. Private to this room; sqlite.cpp and postgres.cpp fill it in.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "platform/db/db.hpp"

namespace kring::db {

/// A connection with its transactions. Used by one thread at a time.
class Line : public Connection {
public:
    virtual void begin_read() = 0;   ///< a snapshot that cannot write
    virtual void begin_write() = 0;  ///< waits for every other writer, also on other nodes
    /// Durable when it returns. Fault::connection means that nobody knows whether it is.
    virtual void commit() = 0;
    virtual void undo() noexcept = 0;  ///< ends any transaction without its changes

    /// One statement of transaction control ("SAVEPOINT …"); not counted, allowed after a failure.
    virtual void control(std::string_view sql) = 0;

    virtual bool is_lost() const = 0;            ///< nothing will ever come from it again
    virtual bool is_in_transaction() const = 0;  ///< false after the engine undid it on its own

    /// True when a statement failed since this was last set to false. PostgreSQL refuses all
    /// further work then; so that both engines behave alike, so do we.
    bool has_failed = false;
};

using OpenLine = std::function<std::unique_ptr<Line>()>;

enum class Role { reader, writer };

/// `is_durable` false leaves out every fsync: for a database that is gone tomorrow.
std::unique_ptr<Line> open_sqlite(const std::string& path, Role role, bool is_durable);
std::unique_ptr<Line> open_postgres(const std::string& address);

/// Applies migrations through `write`, which runs a job in a write transaction of its own.
/// `keep_copy` is called once, with the name of the first one missing, before anything changes.
int apply_migrations(Engine engine, const std::vector<Migration>& migrations,
                     const std::function<void(const std::function<bool(Connection&)>&)>& write,
                     const std::function<void(const std::string&)>& keep_copy);

/// The text a parameter holds; nothing when it holds something else. Throws Error on a NUL byte:
/// PostgreSQL would cut the text off there.
std::optional<std::string_view> text_of(const Param& param);

}  // namespace kring::db
