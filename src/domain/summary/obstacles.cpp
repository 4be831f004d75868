// SPDX-License-Identifier: EUPL-1.2
// What stands in the way of freezing: each lack as a problem of its own, with the place in the text.
#include "domain/summary/acts.hpp"
#include "platform/base/text.hpp"

namespace kring::summary {

namespace {

class Obstacles {
public:
    Obstacles(const Actor& actor, const Summary& summary) : actor_(actor), summary_(summary) {}

    Problems find() {
        need_in_languages(summary_.title, "title", summary_.record.id, {});
        bool has_statement = false;
        for (std::size_t c = 0; c < summary_.chapters.size(); ++c) {
            look_at(summary_.chapters[c], std::to_string(c + 1));
            has_statement = has_statement || !summary_.chapters[c].statements.empty();
        }
        if (!has_statement) add("summary.obstacle.empty", summary_.record.id, {});
        return std::move(found_);
    }

private:
    using Values = std::vector<std::pair<std::string, std::string>>;

    void add(std::string phrase, const std::string& field, Values values) {
        found_.push_back({Trouble::invalid, std::move(phrase), field, std::move(values)});
    }

    void need_in_languages(const Bilingual& text, const std::string& what, const std::string& field,
                           const Values& values) {
        if (has_language(summary_.languages, "nl") && trim(text.nl).empty())
            add("summary.obstacle." + what + "_nl", field, values);
        if (has_language(summary_.languages, "en") && trim(text.en).empty())
            add("summary.obstacle." + what + "_en", field, values);
    }

    void look_at(const Chapter& chapter, const std::string& place) {
        need_in_languages(chapter.title, "chapter", chapter.id, {{"place", place}});
        for (std::size_t s = 0; s < chapter.statements.size(); ++s) {
            look_at(chapter.statements[s], place + "." + std::to_string(s + 1));
        }
    }

    void look_at(const Statement& statement, const std::string& place) {
        need_in_languages(statement.text, "text", statement.id, {{"place", place}});
        if (statement.placements.empty()) add("summary.obstacle.no_source", statement.id, {{"place", place}});
        for (std::size_t i = 0; i < statement.placements.size(); ++i) {
            look_at(statement.placements[i], statement.id,
                    {{"place", place}, {"source", std::to_string(i + 1)}});
        }
    }

    // Who freezes their own words has read them, and did not say no.
    void look_at(const Placement& placement, const std::string& statement, const Values& values) {
        if (placement.record.is_withdrawn) return add("summary.obstacle.withdrawn", statement, values);
        const bool is_own = actor_.is_signed_in() && placement.record.owner == actor_.person;
        if (is_own && placement.agreement != Agreement::refused) return;
        switch (placement.agreement) {
            case Agreement::not_needed:
            case Agreement::agreed:
                return;
            case Agreement::not_asked:
                return add("summary.obstacle.not_asked", statement, values);
            case Agreement::asked:
                return add("summary.obstacle.asked", statement, values);
            case Agreement::refused:
                return add("summary.obstacle.refused", statement, values);
        }
    }

    const Actor& actor_;
    const Summary& summary_;
    Problems found_;
};

}  // namespace

Problems obstacles(const Actor& actor, const Summary& summary) { return Obstacles(actor, summary).find(); }

}  // namespace kring::summary
