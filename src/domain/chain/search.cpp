// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/search.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "domain/chain/audience.hpp"
#include "domain/chain/mending.hpp"
#include "domain/chain/search_condition.hpp"
#include "domain/chain/snippet.hpp"
#include "domain/chain/store_search.hpp"
#include "platform/base/text.hpp"

namespace kring::chain {
namespace {

// Of what a query matches, only so many readable records, the newest, are ordered and counted.
constexpr int ranked_most = 1000;
constexpr int per_page_max = 100;
constexpr int longer_words_max = 200;
constexpr std::size_t longer_keys_max = 12;
constexpr std::size_t compared_words_max = 10;
constexpr int compared_records_max = 100;

// False when a filter holds what no record can have.
bool filters_are_sound(const Query& query) {
    const auto is_word = [](std::string_view text) { return text.empty() || is_id(text); };
    return (query.kind.empty() || kind_of(query.kind)) && is_word(query.network) && is_word(query.workshop);
}

bool holds_any(const std::vector<std::string>& keys, const std::vector<std::string>& wanted_keys) {
    return std::find_first_of(keys.begin(), keys.end(), wanted_keys.begin(), wanted_keys.end()) != keys.end();
}

// A compound is found by its parts already.
bool is_found_by(const Spelling& spelling, const std::vector<std::string>& keys) {
    return holds_any({spelling.key}, keys) ||
           holds_any(keys_of(spelling.word, spelling.key.front() == '+' ? "en" : "nl"), keys);
}

// Finds the words that begin as a term does: the shortest, since the others are mostly made of those.
void lengthen(db::Connection& in, Term& term) {
    const auto& word = term.words.front();
    const auto beyond = word + "{";  // in ASCII the one after "z"
    std::vector<Spelling> longer;
    in.query("select entry from search_words where entry >= $1 and entry < $2 order by entry limit $3",
             {word, beyond, longer_words_max},
             [&](const db::Row& row) { longer.push_back(spelling_of(row.view(0))); });
    std::sort(longer.begin(), longer.end(), [](const Spelling& a, const Spelling& b) {
        return a.word.size() != b.word.size() ? a.word.size() < b.word.size() : a < b;
    });
    for (auto& spelling : longer) {
        if (term.longer_keys.size() == longer_keys_max) return;
        const bool is_known = holds_any({spelling.key}, term.longer_keys);
        if (!is_known && !is_found_by(spelling, term.keys.front())) term.longer_keys.push_back(spelling.key);
    }
}

std::vector<Term> lengthened(db::Connection& in, std::vector<Term> terms) {
    for (auto& term : terms) {
        if (term.is_prefix) lengthen(in, term);
    }
    return terms;
}

// Records with these ids and the text of each, in the order of the ids.
struct Text {
    Record record;
    std::string body;
};

std::vector<Text> texts_of(db::Connection& in, const std::vector<std::string>& ids) {
    if (ids.empty()) return {};
    const std::vector<db::Param> params(ids.begin(), ids.end());
    std::string list;
    for (std::size_t i = 1; i <= ids.size(); ++i) list += (i == 1 ? "$" : ", $") + std::to_string(i);
    std::map<std::string, Text> by_id;
    in.query("select t.body, " + std::string(record_columns) + " " + std::string(record_joins) +
                 " join search_texts t on t.record_id = r.id where r.id in (" + list + ")",
             params, [&](const db::Row& row) {
                 auto record = read_record(row, 1);
                 auto id = record.id;
                 by_id.emplace(std::move(id), Text{std::move(record), row.text(0)});
             });
    std::vector<Text> texts;
    for (const auto& id : ids) texts.push_back(std::move(by_id.at(id)));
    return texts;
}

// A record found, and how well it fits: whole words before longer ones, then words in the title,
// then words that stand in the body often, then the newest.
struct Candidate {
    std::string id;
    std::string created_at;
    bool is_wide = false;
    int score = 0;

    bool operator<(const Candidate& other) const {
        if (is_wide != other.is_wide) return other.is_wide;
        return std::tie(other.score, other.created_at, other.id) < std::tie(score, created_at, id);
    }
};

// The keys of each word asked for, as they stand in a list of keys.
using Listed = std::vector<std::vector<std::string>>;

Listed listed(const std::vector<Term>& terms) {
    Listed words;
    for (const auto& term : terms) {
        if (term.is_excluded) continue;
        for (const auto& keys : term.keys) {
            auto& word = words.emplace_back();
            for (const auto& key : keys) word.push_back(" " + key + " ");
        }
    }
    return words;
}

bool holds_any(std::string_view list, const std::vector<std::string>& keys) {
    const auto is_there = [&](const std::string& key) { return list.find(key) != std::string_view::npos; };
    return std::any_of(keys.begin(), keys.end(), is_there);
}

int score_of(std::string_view title_keys, std::string_view main_keys, const Listed& words) {
    int score = 0;
    for (const auto& keys : words) {
        if (holds_any(title_keys, keys))
            score += 3;
        else if (holds_any(main_keys, keys))
            score += 1;
    }
    return score;
}

// All that is found, at most `ranked_most`, the best first.
class Search {
public:
    Search(db::Connection& in, const Actor& actor, const Query& query, Time when)
        : in_(in), actor_(actor), query_(query), when_(when) {}

    std::vector<Candidate> candidates(const std::vector<Term>& terms) {
        const auto words = listed(terms);
        const auto keys = wanted(terms, store_for(in_).notation);
        add(keys.whole, terms, words, false);
        if (!keys.wide.empty() && found_.size() < ranked_most) add(keys.wide, terms, words, true);
        if (found_.size() > ranked_most) found_.resize(ranked_most);
        std::sort(found_.begin(), found_.end());
        return std::move(found_);
    }

private:
    void add(const std::string& keys, const std::vector<Term>& terms, const Listed& words, bool is_wide) {
        Condition condition(actor_, when_);
        condition.given(keys);
        condition.keep_readable();
        condition.keep_filtered(query_);
        condition.keep_phrases(terms);
        const auto sql = store_for(in_).matching("r.id, r.created_at, d.title_keys, d.main_keys",
                                                 condition.sql(), ranked_most);
        in_.query(sql, condition.params(), [&](const db::Row& row) {
            if (!seen_.insert(row.text(0)).second) return;
            found_.push_back({row.text(0), row.text(1), is_wide, score_of(row.view(2), row.view(3), words)});
        });
    }

    db::Connection& in_;
    const Actor& actor_;
    const Query& query_;
    Time when_;
    std::unordered_set<std::string> seen_;
    std::vector<Candidate> found_;
};

Found found_as_typed(db::Connection& in, const Actor& actor, const Query& query, std::string_view words,
                     Time when) {
    const auto terms = lengthened(in, read_terms(words));
    if (terms.empty()) return {};
    const auto candidates = Search(in, actor, query, when).candidates(terms);

    Found found;
    found.total = static_cast<std::int64_t>(candidates.size());
    const auto per_page = static_cast<std::size_t>(std::clamp(query.per_page, 1, per_page_max));
    const auto skipped = (static_cast<std::size_t>(std::max(query.page, 1)) - 1) * per_page;
    std::vector<std::string> ids;
    for (auto at = skipped; at < candidates.size() && ids.size() < per_page; ++at)
        ids.push_back(candidates[at].id);
    for (auto& [record, body] : texts_of(in, ids)) {
        auto snippet = snippet_of(body, record.language, terms);
        found.hits.push_back({std::move(record), std::move(snippet)});
    }
    return found;
}

// The words that tell most about a text: the longest, each key once.
std::vector<Term> telling_terms(std::string_view text) {
    std::vector<Term> terms;
    for (auto& term : terms_of(text)) {
        const auto is_same = [&](const Term& other) { return other.keys == term.keys; };
        if (std::none_of(terms.begin(), terms.end(), is_same)) terms.push_back(std::move(term));
    }
    std::sort(terms.begin(), terms.end(), [](const Term& a, const Term& b) {
        const auto& left = a.words.front();
        const auto& right = b.words.front();
        return left.size() != right.size() ? left.size() > right.size() : left < right;
    });
    if (terms.size() > compared_words_max) terms.resize(compared_words_max);
    return terms;
}

}  // namespace

void index(db::Connection& in, const Record& record, std::string_view body) {
    const auto found_by = prepared(record.title, body, record.language);
    store_for(in).put(in, record.id, found_by);
    in.execute(
        "insert into search_texts (record_id, body, folded) values ($1, $2, $3) "
        "on conflict (record_id) do update set body = excluded.body, folded = excluded.folded",
        {record.id, body, found_by.folded});
}

void unindex(db::Connection& in, std::string_view record_id) {
    store_for(in).remove(in, record_id);
    in.execute("delete from search_texts where record_id = $1", {record_id});
}

Found search(db::Connection& in, const Actor& actor, const Query& query, Time when) {
    if (!filters_are_sound(query)) return {};
    auto found = found_as_typed(in, actor, query, query.words, when);
    if (found.total > 0) return found;

    auto suggestion = mended(in, actor, query.words, when);
    if (suggestion.empty()) return found;
    auto again = found_as_typed(in, actor, query, suggestion, when);
    if (again.total == 0) return found;
    again.suggestion = std::move(suggestion);
    again.corrected_from = query.words;
    return again;
}

std::vector<Record> similar(db::Connection& in, const Actor& actor, std::string_view text, Kind kind,
                            std::string_view network, int most, Time when, std::string_view but) {
    const auto& store = store_for(in);
    std::map<std::string, double> scores;
    for (const auto& term : telling_terms(text)) {
        const auto keys = wanted({term}, store.notation);
        Condition condition(actor, when);
        condition.given(keys.whole);
        condition.keep_readable();
        condition.keep("r.kind = ", word(kind));
        condition.keep("r.network_id = ", network);
        condition.keep("r.id <> ", but);
        std::vector<std::string> ids;
        in.query(store.matching("r.id", condition.sql(), compared_records_max), condition.params(),
                 [&](const db::Row& row) { ids.push_back(row.text(0)); });
        // A word weighs more the fewer readable records hold it; what others hold plays no part (R16).
        for (auto& id : ids)
            scores[id] += std::log(2.0 * compared_records_max / static_cast<double>(ids.size()));
    }
    std::vector<std::pair<double, std::string>> ranked;
    for (const auto& [id, score] : scores) ranked.emplace_back(score, id);
    std::sort(ranked.begin(), ranked.end(), std::greater<>());

    std::vector<std::string> ids;
    for (const auto& [score, id] : ranked) {
        if (ids.size() < static_cast<std::size_t>(std::max(most, 0))) ids.push_back(id);
    }
    std::vector<Record> records;
    for (auto& found : texts_of(in, ids)) records.push_back(std::move(found.record));
    return records;
}

}  // namespace kring::chain
