// SPDX-License-Identifier: EUPL-1.2
// Where a number comes from. There is no Estimate without the id of a source, and no such id but from a list
// of sources, which travels with the result.
#pragma once

#include <compare>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/chance/chance.hpp"
#include "engine/impact/quantity.hpp"

namespace kring::impact {

/// How sure: `high` is measured or a primary source; `medium` an excerpt or a good secondary source; `low` a
/// seller's claim, old or unconfirmed; `unverified` is to be shown as such; `chosen` is a user's assumption.
enum class Certainty { high, medium, low, unverified, chosen };

struct Provenance {
    std::string source;   ///< title or name, not empty
    std::string version;  ///< release, commit or date of the source
    std::string row;      ///< row key or hash in it
    int year = 0;         ///< that the number is about; 0 unknown
    std::string licence;  ///< SPDX id or words
    Certainty certainty = Certainty::unverified;
    std::string entered_by;  ///< who put it in; "" for what is built in
    bool operator==(const Provenance&) const = default;
};

/// The place of a source in one list of sources; only Sources makes one.
class SourceId {
public:
    std::size_t index() const { return index_; }
    auto operator<=>(const SourceId&) const = default;

private:
    friend class Sources;
    explicit SourceId(std::size_t index) : index_(index) {}
    std::size_t index_;
};

/// Copies share one list until one of them is added to.
class Sources {
public:
    /// The id of this source, which is added when it is not there yet.
    SourceId add(const Provenance& provenance) {
        for (std::size_t index = 0; index < list_->size(); ++index) {
            if ((*list_)[index] == provenance) return SourceId(index);
        }
        auto longer = std::make_shared<std::vector<Provenance>>(*list_);
        longer->push_back(provenance);
        list_ = std::move(longer);
        return SourceId(list_->size() - 1);
    }
    const Provenance& operator[](SourceId id) const { return list_->at(id.index()); }
    bool has(SourceId id) const { return id.index() < list_->size(); }
    const std::vector<Provenance>& list() const { return *list_; }

private:
    std::shared_ptr<const std::vector<Provenance>> list_ = std::make_shared<std::vector<Provenance>>();
};

/// A number as it is known: a distribution in a unit, and where it comes from.
template <class U>
class Estimate {
public:
    Estimate(chance::Distribution distribution, SourceId source)
        : distribution_(std::move(distribution)), source_(source) {}
    Estimate(Quantity<U> value, SourceId source)
        : Estimate(chance::Distribution::fixed(value.value()), source) {}

    const chance::Distribution& distribution() const { return distribution_; }
    SourceId source() const { return source_; }

private:
    chance::Distribution distribution_;
    SourceId source_;
};

}  // namespace kring::impact
