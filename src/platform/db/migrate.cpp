// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>

#include "platform/base/secret.hpp"
#include "platform/db/engines.hpp"

namespace kring::db {
namespace {

using Known = std::map<std::string, std::string, std::less<>>;  // name → checksum

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool is_for(Engine engine, std::string_view name) {
    if (ends_with(name, ".sqlite.sql")) return engine == Engine::sqlite;
    if (ends_with(name, ".postgres.sql")) return engine == Engine::postgres;
    return true;
}

Known known_in(Connection& in) {
    in.script(
        "CREATE TABLE IF NOT EXISTS migrations ("
        "name TEXT PRIMARY KEY, checksum TEXT NOT NULL, applied_at TEXT NOT NULL)");
    Known known;
    in.query("SELECT name, checksum FROM migrations", {},
             [&](const Row& row) { known.emplace(row.text(0), row.text(1)); });
    return known;
}

/// True when it is there; throws when it is there with another text.
bool is_applied(const Known& known, const Migration& migration) {
    const auto found = known.find(migration.name);
    if (found == known.end()) return false;
    if (found->second == sha256_hex(migration.sql)) return true;
    throw Error(Fault::other,
                "migration " + std::string(migration.name) + " has changed since it was applied");
}

/// Looks again inside the transaction: another process may have been first.
bool apply(Connection& in, const Migration& migration) {
    if (is_applied(known_in(in), migration)) return false;
    try {
        if (in.engine() == Engine::postgres) in.script("SET LOCAL lock_timeout = 0");
        in.script(migration.sql);
    } catch (const Error& error) {
        throw Error(error.fault(), "migration " + std::string(migration.name) + ": " + error.what());
    }
    in.execute("INSERT INTO migrations (name, checksum, applied_at) VALUES ($1, $2, $3)",
               {migration.name, sha256_hex(migration.sql), now()});
    return true;
}

}  // namespace

int apply_migrations(Engine engine, const std::vector<Migration>& migrations,
                     const std::function<void(const std::function<bool(Connection&)>&)>& write,
                     const std::function<void(const std::string&)>& keep_copy) {
    std::vector<Migration> ours;
    std::copy_if(migrations.begin(), migrations.end(), std::back_inserter(ours),
                 [&](const Migration& migration) { return is_for(engine, migration.name); });
    std::sort(ours.begin(), ours.end(),
              [](const auto& left, const auto& right) { return left.name < right.name; });

    Known known;
    write([&](Connection& in) {
        known = known_in(in);
        return true;
    });
    std::vector<Migration> missing;
    std::copy_if(ours.begin(), ours.end(), std::back_inserter(missing),
                 [&](const Migration& migration) { return !is_applied(known, migration); });
    if (missing.empty()) return 0;
    keep_copy(std::string(missing.front().name));

    int applied = 0;
    for (const Migration& migration : missing) {
        bool is_new = false;
        write([&](Connection& in) {
            is_new = apply(in, migration);
            return true;
        });
        applied += is_new ? 1 : 0;
    }
    return applied;
}

}  // namespace kring::db
