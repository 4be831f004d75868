// SPDX-License-Identifier: EUPL-1.2
// A model of the waiting list, written from its rules in words (ux-and-standards 3.3) without looking at
// the code: plain lists and loops, no database, no SQL, times as numbers.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace kring::registration {

class WaitingListModel {
public:
    struct One {
        std::string organisation;
        std::string pool;
        std::string state;
        std::int64_t number = 0;
        bool is_passed_over = false;
        std::int64_t until = 0;  ///< 0 unless offered
    };
    using Letters = std::map<std::pair<std::string, std::string>, int>;  ///< person and kind, how often

    /// `begins`: when the workshop begins; `near`: the midnight that begins the day before. In ms.
    WaitingListModel(std::int64_t begins, std::int64_t near) : begins_(begins), near_(near) {}

    // Each does what is asked at this moment and says why not: "" when it was done. When it was not,
    // whoever asked goes on with the model as it was.
    std::string terms(std::int64_t room, std::int64_t online, std::int64_t most, bool is_open,
                      std::int64_t now);  ///< `most` 0: no maximum
    std::string registers(const std::string& person, const std::string& organisation, const std::string& pool,
                          bool by_facilitator, std::int64_t now);
    std::string cancels(const std::string& person, bool by_facilitator, std::int64_t now);
    std::string accepts(const std::string& person, std::int64_t now);
    std::string passes_over(const std::string& person, bool back, std::int64_t now);
    void time_passes(std::int64_t now);

    const std::map<std::string, One>& people() const { return people_; }
    const Letters& letters() const { return letters_; }
    int position(const std::string& person) const;

    /// What must hold whatever happened, checked on what the database says: faults in words.
    std::vector<std::string> faults(const std::map<std::string, One>& found) const;

private:
    void settle(std::int64_t now);
    void move(const std::string& person, const std::string& state, std::int64_t now);
    std::string next(const std::string& pool) const;
    std::int64_t held(const std::string& pool, const std::string& organisation = "") const;
    bool goes_first(const One& one, const One& other) const;

    std::int64_t begins_;
    std::int64_t near_;
    std::map<std::string, std::int64_t> places_ = {{"room", 0}, {"online", 0}};
    std::int64_t most_ = 0;
    bool is_open_ = false;
    std::int64_t last_number_ = 0;
    std::map<std::string, One> people_;
    Letters letters_;
};

}  // namespace kring::registration
