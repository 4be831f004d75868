// SPDX-License-Identifier: EUPL-1.2
// The chain of the journal against somebody who can write to its table (R34). The hashes of a forger
// are computed here anew from the documented form, not by the code under test.
#include "domain/journal/journal.hpp"
#include "platform/base/secret.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::journal {
namespace {

class JournalChain : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), {}};

    void SetUp() override {
        for (int i = 1; i <= 6; ++i) add("vraag-" + std::to_string(i));
    }
    void add(std::string_view object, std::string_view detail = "") {
        ASSERT_TRUE(desk.act("anna", [&](const Act& act) {
            record(act, "question.asked", object, detail);
            return Result<Done>(Done{});
        }));
    }
    void sql(std::string_view statement, std::initializer_list<db::Param> params = {}) {
        ASSERT_TRUE(desk.act("", [&](const Act& act) {
            act.in.execute(statement, params);
            return Result<Done>(Done{});
        }));
    }
    Verdict verdict(std::int64_t anchor = 0, std::string_view hash = "") {
        return desk.read([&](db::Connection& in) { return verify(in, anchor, hash); });
    }
    std::string text(std::string_view column, std::int64_t sequence) {
        return desk.read([&](db::Connection& in) {
            return in
                .first_text("select " + std::string(column) + " from journal where sequence = $1", {sequence})
                .value();
        });
    }
    /// Somebody who knows how hashes are made writes the chain anew from this line on.
    void forge_from(std::int64_t first) {
        const auto newest_first = desk.read([](db::Connection& in) { return lines(in, 0, 1000); });
        std::string previous;
        for (auto line = newest_first.rbegin(); line != newest_first.rend(); ++line) {
            if (line->sequence < first) {
                previous = line->hash;
                continue;
            }
            std::string all = previous;
            for (const std::string& field :
                 {std::to_string(line->sequence), line->at, line->actor, line->word, line->object,
                  line->result, line->origin, line->detail}) {
                all += '\x1f' + field;
            }
            const std::string hash = sha256_hex(all);
            sql("update journal set previous_hash = $2, hash = $3 where sequence = $1",
                {line->sequence, previous, hash});
            previous = hash;
        }
    }
};
KRING_ON_BOTH_ENGINES(JournalChain);

TEST_P(JournalChain, is_whole_and_names_its_head) {
    const Verdict found = verdict();
    EXPECT_EQ(found.lines, 6);
    EXPECT_EQ(found.first_bad, 0) << found.why;
    EXPECT_EQ(found.head, text("hash", 6));
    EXPECT_EQ(verdict(6, found.head).first_bad, 0);
    add("vraag-7");
    EXPECT_EQ(verdict(6, found.head).first_bad, 0);
    EXPECT_NE(verdict().head, found.head);
}

TEST_P(JournalChain, of_an_empty_journal_is_whole_unless_an_anchor_says_otherwise) {
    const std::string head = verdict().head;
    sql("delete from journal");
    EXPECT_EQ(verdict().lines, 0);
    EXPECT_EQ(verdict().first_bad, 0);
    EXPECT_EQ(verdict(6, head).first_bad, 1);
}

TEST_P(JournalChain, shows_a_change_of_any_column) {
    const std::vector<std::pair<std::string, std::string>> changes = {{"at", "2026-11-23T09:00:00.001Z"},
                                                                      {"actor_id", "bram"},
                                                                      {"word", "question.changed"},
                                                                      {"object_id", "vraag-5"},
                                                                      {"result", "refused"},
                                                                      {"origin", "cli"},
                                                                      {"detail", "x"},
                                                                      {"hash", std::string(64, 'a')}};
    for (const auto& [column, value] : changes) {
        const std::string before = text(column, 4);
        sql("update journal set " + column + " = $1 where sequence = 4", {value});
        EXPECT_EQ(verdict().first_bad, 4) << column;
        EXPECT_NE(verdict().why, "") << column;
        sql("update journal set " + column + " = $1 where sequence = 4", {before});
    }
    sql("update journal set previous_hash = $1 where sequence = 4", {std::string(64, 'a')});
    EXPECT_EQ(verdict().first_bad, 4);
}

TEST_P(JournalChain, shows_a_change_whose_own_hash_was_made_anew) {
    const std::string after = text("previous_hash", 4);
    sql("update journal set actor_id = 'bram' where sequence = 3");
    forge_from(3);
    sql("update journal set previous_hash = $1 where sequence = 4", {after});
    EXPECT_EQ(verdict().first_bad, 4);
}

TEST_P(JournalChain, names_the_first_of_several_bad_lines) {
    sql("update journal set actor_id = 'bram' where sequence in (2, 3, 5)");
    EXPECT_EQ(verdict().first_bad, 2);
}

TEST_P(JournalChain, shows_a_line_dropped_from_the_middle) {
    sql("delete from journal where sequence = 3");
    EXPECT_EQ(verdict().first_bad, 3);
    sql("update journal set sequence = sequence - 1 where sequence = 4");
    EXPECT_EQ(verdict().first_bad, 3);
}

TEST_P(JournalChain, shows_a_dropped_first_line) {
    sql("delete from journal where sequence = 1");
    EXPECT_EQ(verdict().first_bad, 1);
}

TEST_P(JournalChain, shows_two_lines_that_changed_places) {
    sql("update journal set sequence = 99 where sequence = 2");
    sql("update journal set sequence = 2 where sequence = 3");
    sql("update journal set sequence = 3 where sequence = 99");
    EXPECT_EQ(verdict().first_bad, 2);
}

TEST_P(JournalChain, shows_a_line_slipped_in_at_the_end) {
    sql("insert into journal select 7, at, actor_id, word, object_id, result, origin, detail, previous_hash, "
        "hash "
        "from journal where sequence = 6");
    EXPECT_EQ(verdict().first_bad, 7);
    sql("update journal set sequence = 0 where sequence = 7");
    EXPECT_NE(verdict().first_bad, 0);
}

TEST_P(JournalChain, needs_an_anchor_to_show_a_tail_cut_off) {
    const std::string head = verdict().head;
    sql("delete from journal where sequence > 4");
    EXPECT_EQ(verdict().first_bad, 0);
    EXPECT_EQ(verdict(6, head).first_bad, 5);
    add("vraag-8");
    add("vraag-9");
    const Verdict grown = verdict(6, head);
    EXPECT_EQ(grown.lines, 6);
    EXPECT_EQ(grown.first_bad, 6);
}

TEST_P(JournalChain, needs_an_anchor_to_show_a_tail_written_anew) {
    const std::string head = verdict().head;
    const std::string fourth = text("hash", 4);
    sql("update journal set actor_id = 'bram' where sequence = 5");
    EXPECT_EQ(verdict().first_bad, 5);
    forge_from(5);
    EXPECT_EQ(verdict().first_bad, 0) << "the forger of this test does not forge well";
    EXPECT_EQ(verdict(4, fourth).first_bad, 0);
    EXPECT_EQ(verdict(6, head).first_bad, 6);
}

TEST_P(JournalChain, lets_no_odd_character_pass_one_field_off_as_another) {
    add("vraag-7",
        "a\x1f"
        "b");
    EXPECT_EQ(verdict().first_bad, 0) << verdict().why;
    sql("update journal set origin = $1, detail = 'b' where sequence = 7", {"web\x1f"
                                                                            "a"});
    EXPECT_EQ(verdict().first_bad, 7);
    sql("update journal set origin = 'web', detail = $1 where sequence = 7", {"a\x1f"
                                                                              "b"});
    EXPECT_EQ(verdict().first_bad, 0);
    add("x\x1f"
        "done");
    sql("update journal set object_id = 'x', result = 'done', origin = $1 where sequence = 8", {"done\x1f"
                                                                                                "web"});
    EXPECT_EQ(verdict().first_bad, 8);
    sql("update journal set object_id = $1, origin = 'web' where sequence = 8", {"x\x1f"
                                                                                 "done"});
    add("a|b\n\\c", "\xe2\x80\xa8 \x1b[31m \x1e");
    EXPECT_EQ(verdict().first_bad, 0) << verdict().why;
}

}  // namespace
}  // namespace kring::journal
