// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/record.hpp"

#include "tests/fixtures/desk.hpp"

namespace kring::chain {
namespace {

using fixtures::phrases_of;
using Words = std::vector<std::string>;

constexpr Time when = fixtures::world_time;

class Records : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), {}};

    static Record example(std::string_view id) {
        Record record;
        record.id = id;
        record.kind = Kind::lesson;
        record.network = "ict";
        record.title = "Begin bij de behoefte";
        record.owner = "anna";
        record.created_at = record.updated_at = when;
        return record;
    }
    void write(const Record& record) {
        ASSERT_TRUE(desk.act("", [&](const Act& act) {
            insert(act.in, record);
            return Result<Done>(Done{});
        }));
    }
    std::optional<Record> found(std::string_view id) {
        return desk.read([&](db::Connection& in) { return find(in, id); });
    }
    Result<Done> doing(std::string_view by, Result<Done> (*what)(const Act&, std::string_view),
                       std::string_view id, Time at = when) {
        return desk.act(by, [&](const Act& act) { return what(act, id); }, at);
    }
    db::Fault fault_of(const Record& record) {
        try {
            write(record);
        } catch (const db::Error& error) {
            return error.fault();
        }
        return db::Fault::other;
    }
};
KRING_ON_BOTH_ENGINES(Records);

TEST(RecordWords, name_every_kind_and_audience_both_ways) {
    const std::vector<std::pair<Kind, std::string_view>> kinds = {
        {Kind::workshop, "workshop"}, {Kind::session, "session"}, {Kind::question, "question"},
        {Kind::answer, "answer"},     {Kind::case_, "case"},      {Kind::lesson, "lesson"},
        {Kind::summary, "summary"},   {Kind::version, "version"}};
    for (const auto& [kind, text] : kinds) {
        EXPECT_EQ(word(kind), text);
        EXPECT_EQ(kind_of(text), kind);
    }
    const std::vector<std::pair<Audience, std::string_view>> audiences = {
        {Audience::everyone, "everyone"},         {Audience::network, "network"},
        {Audience::purchasers, "purchasers"},     {Audience::workshop, "workshop"},
        {Audience::organisation, "organisation"}, {Audience::persons, "persons"}};
    for (const auto& [audience, text] : audiences) {
        EXPECT_EQ(word(audience), text);
        EXPECT_EQ(audience_of(text), audience);
    }
    for (const char* wrong : {"", "case_", "Question", "question ", "public"}) {
        EXPECT_FALSE(kind_of(wrong)) << wrong;
        EXPECT_FALSE(audience_of(wrong)) << wrong;
    }
}

TEST_P(Records, keep_every_field_of_the_header) {
    Record record = example("les-1");
    record.title = "Één ‘behoefte’ <b>'; drop table records";
    record.language = "en";
    record.audience = Audience::organisation;
    record.audience_of = "linderdam";
    record.updated_at = when + hour_ms;
    record.source = {"Verslag", "https://x.example/", "2026-01-31", "partly"};
    write(record);
    const Record kept = found("les-1").value();
    EXPECT_EQ(kept.kind, Kind::lesson);
    EXPECT_EQ(kept.network + "|" + kept.parent + "|" + kept.title + "|" + kept.language,
              "ict||Één ‘behoefte’ <b>'; drop table records|en");
    EXPECT_EQ(kept.audience, Audience::organisation);
    EXPECT_EQ(kept.audience_of, "linderdam");
    EXPECT_EQ(kept.owner + "|" + kept.owner_name + "|" + kept.owner_organisation,
              "anna|Anna de Wit|Gemeente Linderdam");
    EXPECT_EQ(kept.created_at, when);
    EXPECT_EQ(kept.updated_at, when + hour_ms);
    EXPECT_FALSE(kept.is_withdrawn || kept.withdrawn_at);
    EXPECT_EQ(
        kept.source.title + "|" + kept.source.url + "|" + kept.source.read_on + "|" + kept.source.certainty,
        "Verslag|https://x.example/|2026-01-31|partly");
    EXPECT_FALSE(found("les-2"));
}

TEST_P(Records, may_have_no_owner_or_one_without_an_organisation) {
    Record record = example("les-1");
    record.owner.clear();
    write(record);
    EXPECT_EQ(found("les-1")->owner + found("les-1")->owner_name, "");
    record.id = "les-2";
    record.owner = "beheer";
    write(record);
    EXPECT_EQ(found("les-2")->owner_name + "|" + found("les-2")->owner_organisation, "Beheerder|");
}

TEST_P(Records, keep_the_readers_of_an_audience_of_persons) {
    Record record = example("les-1");
    record.audience = Audience::persons;
    record.readers = {"sami", "bram"};
    write(record);
    EXPECT_EQ(found("les-1")->readers, (Words{"bram", "sami"}));
}

TEST_P(Records, refuse_what_the_tables_cannot_hold) {
    write(example("les-1"));
    EXPECT_EQ(fault_of(example("les-1")), db::Fault::unique);
    Record record = example("les-2");
    record.network = "nergens";
    EXPECT_EQ(fault_of(record), db::Fault::foreign_key);
    record = example("les-2");
    record.owner = "niemand";
    EXPECT_EQ(fault_of(record), db::Fault::foreign_key);
    record = example("les-2");
    record.audience = Audience::workshop;
    EXPECT_EQ(fault_of(record), db::Fault::check);
    record = example("les-2");
    record.audience_of = "ict-2";
    EXPECT_EQ(fault_of(record), db::Fault::check);
    record = example("les-2");
    record.language = "de";
    EXPECT_EQ(fault_of(record), db::Fault::check);
    EXPECT_FALSE(found("les-2"));
}

TEST_P(Records, change_with_what_hangs_under_them) {
    write(example("les-1"));
    Record child = example("les-2");
    child.parent = "les-1";
    write(child);
    Record changed = found("les-1").value();
    changed.title = "Anders";
    changed.audience = Audience::purchasers;
    changed.owner = "bram";
    changed.created_at = when - day_ms;
    changed.updated_at = when + 1;
    changed.source.title = "Bron";
    ASSERT_TRUE(desk.act("", [&](const Act& act) {
        update(act.in, changed);
        return Result<Done>(Done{});
    }));
    const Record kept = found("les-1").value();
    EXPECT_EQ(kept.title + "|" + kept.source.title, "Anders|Bron");
    EXPECT_EQ(kept.updated_at, when + 1);
    EXPECT_EQ(kept.owner, "anna") << "a record does not change hands";
    EXPECT_EQ(kept.created_at, when);
    EXPECT_EQ(found("les-2")->audience, Audience::purchasers);
    EXPECT_EQ(found("les-2")->title, "Begin bij de behoefte");
}

TEST_P(Records, are_taken_back_by_their_owner_or_a_facilitator_who_could_read_them) {
    write(example("les-1"));
    for (const char* other : {"bram", "eva", "sami"}) {
        EXPECT_EQ(phrases_of(doing(other, withdraw, "les-1")), Words{"record.withdraw.not_yours"}) << other;
    }
    for (const char* other : {"olga", "beheer", ""}) {
        EXPECT_EQ(phrases_of(doing(other, withdraw, "les-1")), Words{"problem.not_found"}) << other;
    }
    ASSERT_TRUE(doing("femke", withdraw, "les-1", when + 5));
    EXPECT_TRUE(found("les-1")->is_withdrawn);
    EXPECT_EQ(*found("les-1")->withdrawn_at, when + 5);
    EXPECT_EQ(found("les-1")->updated_at, when + 5);
    EXPECT_EQ(desk.journalled(), Words{"lesson.withdrawn les-1"});
}

TEST_P(Records, that_a_facilitator_could_not_read_are_not_theirs_to_take_back) {
    Record record = example("les-1");
    record.audience = Audience::organisation;
    record.audience_of = "linderdam";
    write(record);
    EXPECT_EQ(phrases_of(doing("femke", withdraw, "les-1")), Words{"problem.not_found"});
    ASSERT_TRUE(doing("anna", withdraw, "les-1"));
    EXPECT_EQ(phrases_of(doing("femke", restore, "les-1")), Words{"problem.not_found"});
}

TEST_P(Records, without_an_owner_belong_to_no_visitor) {
    Record record = example("les-1");
    record.owner.clear();
    record.audience = Audience::everyone;
    write(record);
    EXPECT_EQ(phrases_of(doing("", withdraw, "les-1")), Words{"record.withdraw.not_yours"});
    ASSERT_TRUE(doing("femke", withdraw, "les-1"));
    EXPECT_EQ(phrases_of(doing("", restore, "les-1")), Words{"problem.not_found"});
}

TEST_P(Records, come_back_within_thirty_days) {
    write(example("les-1"));
    EXPECT_EQ(phrases_of(doing("anna", restore, "les-1")), Words{"record.restore.is_open"});
    ASSERT_TRUE(doing("anna", withdraw, "les-1"));
    EXPECT_EQ(phrases_of(doing("anna", withdraw, "les-1")), Words{"record.withdraw.already"});
    EXPECT_EQ(phrases_of(doing("anna", restore, "les-1", when + undo_ms + 1)),
              Words{"record.restore.too_late"});
    EXPECT_EQ(phrases_of(doing("femke", restore, "les-1", when + undo_ms + 1)),
              Words{"record.restore.too_late"});
    ASSERT_TRUE(doing("anna", restore, "les-1", when + undo_ms - 1));
    EXPECT_FALSE(found("les-1")->is_withdrawn || found("les-1")->withdrawn_at);
    EXPECT_EQ(desk.journalled(), (Words{"lesson.withdrawn les-1", "lesson.restored les-1"}));
}

}  // namespace
}  // namespace kring::chain
