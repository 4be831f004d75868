// SPDX-License-Identifier: EUPL-1.2
// What a record must be to be found, as SQL on `records r` with its parameters: the audience rule
// always, the filters of a query, its phrases. The same for both databases.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "domain/chain/search.hpp"
#include "domain/chain/terms.hpp"

namespace kring::chain {

class Condition {
public:
    Condition(const Actor& actor, Time when) : actor_(actor), when_(when) {}

    /// Adds a parameter, as "$3". A view must stay where it is until the query has run.
    std::string given(const db::Param& value);

    void keep_readable();
    void keep(std::string_view claim, const db::Param& value);  ///< such as "r.kind = "
    void keep_filtered(const Query& query);
    void keep_phrases(const std::vector<Term>& terms);
    void keep_letters(std::string_view letters);  ///< that stand somewhere in the text, folded

    const std::string& sql() const { return sql_; }
    const std::vector<db::Param>& params() const { return params_; }

private:
    void keep_workshop(std::string_view id);
    std::string rule(std::string_view alias);
    std::string text_like(std::string pattern);

    const Actor& actor_;
    Time when_;
    std::vector<db::Param> params_;
    std::deque<std::string> texts_;  // parameters made here; a deque leaves them where they are
    std::string sql_;
};

}  // namespace kring::chain
