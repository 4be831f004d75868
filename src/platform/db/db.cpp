// SPDX-License-Identifier: EUPL-1.2
#include "platform/db/db.hpp"

#include <filesystem>

#include "platform/base/process.hpp"
#include "platform/db/engines.hpp"
#include "platform/db/readers.hpp"
#include "platform/db/writes.hpp"

namespace kring::db {
namespace {

bool is_postgres(const std::string& address) {
    return address.starts_with("postgresql://") || address.starts_with("postgres://");
}

/// A database this thread is inside of, innermost first.
struct Frame {
    Frame(const void* of, Connection& in, bool writes)
        : database(of), connection(in), is_write(writes), outer(innermost) {
        innermost = this;
    }
    ~Frame() { innermost = outer; }
    Frame(const Frame&) = delete;
    Frame& operator=(const Frame&) = delete;

    static const Frame* find(const void* database) {
        const Frame* frame = innermost;
        while (frame != nullptr && frame->database != database) frame = frame->outer;
        return frame;
    }

    const void* database;
    Connection& connection;
    bool is_write;
    Frame* outer;
    static thread_local Frame* innermost;
};

thread_local Frame* Frame::innermost = nullptr;

}  // namespace

Value text_or_null(const std::optional<std::string>& text) {
    return text ? Value(std::string_view(*text)) : Value(std::monostate());
}

Value text_or_null(const std::string& text) {
    return text.empty() ? Value(std::monostate()) : Value(std::string_view(text));
}

std::optional<std::string_view> text_of(const Param& param) {
    const auto* given = std::get_if<std::string_view>(&param.value);
    if (given == nullptr && param.held.empty()) return std::nullopt;
    const std::string_view text = param.held.empty() ? *given : param.text_view();
    if (text.find('\0') != std::string_view::npos) throw Error(Fault::other, "a text with a NUL byte");
    return text;
}

Time Row::time(int column) const {
    const std::optional<Time> time = parse_time(view(column));
    if (!time) throw std::runtime_error("a column that is not a moment");
    return *time;
}

std::optional<Time> Row::time_or_none(int column) const {
    if (is_null(column)) return std::nullopt;
    return time(column);
}

std::int64_t Connection::execute(std::string_view sql, std::initializer_list<Param> params) {
    return run(sql, std::vector<Param>(params), nullptr);
}

std::int64_t Connection::query(std::string_view sql, std::initializer_list<Param> params,
                               const EachRow& each) {
    return run(sql, std::vector<Param>(params), each);
}

std::int64_t Connection::query(std::string_view sql, const std::vector<Param>& params, const EachRow& each) {
    return run(sql, params, each);
}

std::int64_t Connection::count(std::string_view sql, std::initializer_list<Param> params) {
    std::optional<std::int64_t> first;
    query(sql, params, [&](const Row& row) {
        if (!first) first = row.integer(0);
    });
    return first.value_or(0);
}

std::optional<std::string> Connection::first_text(std::string_view sql, std::initializer_list<Param> params) {
    std::optional<std::string> first;
    bool is_first = true;
    query(sql, params, [&](const Row& row) {
        if (is_first && !row.is_null(0)) first = row.text(0);
        is_first = false;
    });
    return first;
}

bool Connection::exists(std::string_view sql, std::initializer_list<Param> params) {
    return query(sql, params, nullptr) > 0;
}

struct Database::Inside {
    Inside(const std::string& address, int most_readers)
        : engine(is_postgres(address) ? Engine::postgres : Engine::sqlite),
          is_scratch(address == ":memory:"),
          folder(is_scratch ? std::make_unique<ScratchFolder>() : nullptr),
          path(folder ? folder->path() + "/kring.db" : address),
          writes([this] { return open(Role::writer); }),
          readers([this] { return open(Role::reader); }, most_readers) {}

    std::unique_ptr<Line> open(Role role) const {
        return engine == Engine::postgres ? open_postgres(path) : open_sqlite(path, role, !is_scratch);
    }

    void keep_copy(const std::string& migration) const;

    Engine engine;
    bool is_scratch;
    std::unique_ptr<ScratchFolder> folder;  // of ":memory:", which several connections must share
    std::string path;
    Writes writes;
    Readers readers;
};

/// Copies a SQLite file that holds anything at all; a half-written copy never bears the final name.
void Database::Inside::keep_copy(const std::string& migration) const {
    if (engine != Engine::sqlite || is_scratch) return;
    const std::unique_ptr<Line> line = open(Role::writer);
    if (!line->exists("SELECT 1 FROM sqlite_schema WHERE tbl_name <> 'migrations' LIMIT 1")) return;
    const std::string copy = path + ".before-" + migration;
    const std::string unfinished = copy + ".part";
    std::filesystem::remove(unfinished);
    line->execute("VACUUM INTO $1", {unfinished});
    std::filesystem::rename(unfinished, copy);
}

bool is_there(const std::string& address) {
    return is_postgres(address) || address == ":memory:" || std::filesystem::exists(address);
}

Database::Database(const std::string& address, int readers)
    : inside_(std::make_unique<Inside>(address, readers)) {}

Database::~Database() = default;

Engine Database::engine() const { return inside_->engine; }

int Database::migrate(const std::vector<Migration>& migrations) {
    return apply_migrations(
        inside_->engine, migrations, [this](const std::function<bool(Connection&)>& job) { write_with(job); },
        [this](const std::string& migration) { inside_->keep_copy(migration); });
}

void Database::read_with(const std::function<void(Connection&)>& job) {
    // A read within a read or a write shares its connection and what it sees. To wait for a
    // second connection while holding the first is how pools lock up.
    if (const Frame* outer = Frame::find(inside_.get())) return job(outer->connection);
    inside_->readers.run([&](Connection& in) {
        const Frame frame(inside_.get(), in, false);
        job(in);
    });
}

void Database::write_with(const std::function<bool(Connection&)>& job) {
    const Frame* outer = Frame::find(inside_.get());
    if (outer != nullptr && outer->is_write) throw std::logic_error("a write within a write");
    inside_->writes.run([&](Connection& in) {
        const Frame frame(inside_.get(), in, true);
        return job(in);
    });
}

}  // namespace kring::db
