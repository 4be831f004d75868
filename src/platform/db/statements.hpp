// SPDX-License-Identifier: EUPL-1.2
// The prepared statements of one connection, found by their SQL text. Bounded: the one used
// longest ago makes room.
#pragma once

#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace kring::db {

template <class Statement>
class Statements {
public:
    explicit Statements(std::size_t most) : most_(most) {}

    std::shared_ptr<Statement> find(std::string_view sql) {
        const auto found = by_sql_.find(sql);
        if (found == by_sql_.end()) return nullptr;
        in_order_.splice(in_order_.begin(), in_order_, found->second);
        return found->second->second;
    }

    /// Keeps a statement not kept yet; hands back the one that had to go, if any.
    std::shared_ptr<Statement> keep(std::string_view sql, std::shared_ptr<Statement> statement) {
        in_order_.emplace_front(std::string(sql), std::move(statement));
        by_sql_.emplace(in_order_.front().first, in_order_.begin());
        if (in_order_.size() <= most_) return nullptr;
        std::shared_ptr<Statement> oldest = std::move(in_order_.back().second);
        by_sql_.erase(in_order_.back().first);
        in_order_.pop_back();
        return oldest;
    }

    void clear() {
        by_sql_.clear();
        in_order_.clear();
    }

private:
    using Order = std::list<std::pair<std::string, std::shared_ptr<Statement>>>;

    std::size_t most_;
    Order in_order_;  // most recent first
    std::unordered_map<std::string_view, typename Order::iterator> by_sql_;
};

}  // namespace kring::db
