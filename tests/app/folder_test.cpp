// SPDX-License-Identifier: EUPL-1.2
#include "app/folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "app/embedded.hpp"
#include "domain/people/people.hpp"
#include "platform/base/process.hpp"
#include "platform/base/secret.hpp"
#include "tests/fixtures/database.hpp"

namespace kring::app {
namespace {

constexpr Time when{1795424400000};
const std::string example = "data/example/leernetwerk-ict-2018";

Actor the_operator() {
    Actor actor;
    actor.is_operator = true;
    return actor;
}

class FolderOnBoth : public ::testing::TestWithParam<db::Engine> {
protected:
    std::unique_ptr<tests::FreshDatabase> fresh() {
        return std::make_unique<tests::FreshDatabase>(GetParam(), embedded_migrations());
    }
    static std::vector<FolderFault> load(db::Database& database, const std::string& path) {
        std::vector<FolderFault> faults;
        const Folder folder = read_folder(path, faults);
        database.read([&](db::Connection& in) { check_folder(folder, in, faults); });
        if (!faults.empty()) return faults;
        (void)database.write([&](db::Connection& in) {
            write_to_database(folder, Act{the_operator(), when, in, "cli"});
            return Result<Done>(Done{});
        });
        return faults;
    }
    static std::map<std::string, std::string> exported(db::Database& database, const Actor& actor) {
        return database.read([&](db::Connection& in) { return export_folder(in, actor, when, "Kring"); });
    }
    static void lay_down(const std::map<std::string, std::string>& files, const std::string& root) {
        for (const auto& [path, bytes] : files) {
            std::filesystem::create_directories(std::filesystem::path(root + "/" + path).parent_path());
            write_file(root + "/" + path, bytes);
        }
    }
    static void load_without_fault(db::Database& database, const std::map<std::string, std::string>& files) {
        const ScratchFolder scratch;
        lay_down(files, scratch.path());
        for (const FolderFault& fault : load(database, scratch.path()))
            ADD_FAILURE() << fault.file << ":" << fault.line << ": " << fault.what;
    }
    // What was exported, loaded into an empty database and exported again.
    void expect_the_same_elsewhere(const std::map<std::string, std::string>& files) {
        const auto place = fresh();
        db::Database other(place->address());
        load_without_fault(other, files);
        EXPECT_EQ(exported(other, the_operator()), files);
    }
};

TEST_P(FolderOnBoth, gives_identical_bytes_after_export_load_and_export) {
    const auto first_place = fresh();
    db::Database first(first_place->address());
    ASSERT_TRUE(load(first, example).empty());
    const auto files = exported(first, the_operator());
    EXPECT_GT(files.size(), 150U);
    expect_the_same_elsewhere(files);
}

// A registration in every state; what people need on the day stays behind.
void register_some(db::Database& database) {
    (void)database.write([](db::Connection& in) {
        const std::string workshop = "ict-2018-bijeenkomst-4";
        in.execute("update workshops set takes_registrations = 1 where id = $1", {workshop});
        in.execute(
            "insert into registration_terms (workshop_id, is_open, room_places, online_places, "
            "organisation_most, last_number) values ($1, 1, 2, 5, 3, 9)",
            {workshop});
        in.execute(
            "insert into registrations (id, workshop_id, person_id, organisation_id, pool, state, number, "
            "is_passed_over, reason, offered_until, changed_at, reminded) values "
            "('reg-1', $1, 'anna', 'gemeente-linderdam', 'room', 'confirmed', 1, 0, '', null, $2, 'week'), "
            "('reg-2', $1, 'sami', null, 'room', 'waiting', 4, 1, 'Anderen eerst.', null, $2, ''), "
            "('reg-3', $1, 'bram', null, 'online', 'offered', 5, 0, '', $3, $2, ''), "
            "('reg-4', $1, 'noor', null, 'room', 'expired', 8, 0, '', null, $2, ''), "
            "('reg-5', $1, 'eva', null, 'room', 'cancelled', 9, 0, '', null, $2, '')",
            {workshop, when - day_ms, when + day_ms});
        in.execute(
            "insert into registration_needs (registration_id, diet, access) "
            "values ('reg-1', 'geen-schaaldieren', '')");
        return Result<Done>(Done{});
    });
}

// Who was there: somebody with an account, and a guest without.
TEST_P(FolderOnBoth, takes_along_who_was_at_a_workshop) {
    const auto first_place = fresh();
    db::Database first(first_place->address());
    ASSERT_TRUE(load(first, example).empty());
    (void)first.write([](db::Connection& in) {
        in.execute(
            "insert into attendances (id, workshop_id, person_id, organisation_id, guest_name, "
            "guest_organisation, pool, how, is_walk_in, came_at, left_at) values "
            "('att-1', $1, 'anna', 'gemeente-linderdam', '', '', 'online', 'scanned', 1, $2, '15:10'), "
            "('att-2', $1, null, null, 'Ina: Boer', '# Zuid', 'room', 'ticked', 0, $2, '')",
            {"ict-2018-bijeenkomst-4", when});
        return Result<Done>(Done{});
    });
    const auto files = exported(first, the_operator());
    EXPECT_EQ(files.count("attendances/att-1.md") + files.count("attendances/att-2.md"), 2U);
    expect_the_same_elsewhere(files);
    const auto anna = first.read([](db::Connection& in) { return people::actor_of(in, "anna"); });
    const auto own = exported(first, *anna);
    EXPECT_EQ(own.count("attendances/att-1.md"), 1U);
    EXPECT_EQ(own.count("attendances/att-2.md"), 0U) << "not hers";
}

TEST_P(FolderOnBoth, takes_registrations_along_but_not_what_people_need) {
    const auto first_place = fresh();
    db::Database first(first_place->address());
    ASSERT_TRUE(load(first, example).empty());
    register_some(first);
    const auto files = exported(first, the_operator());
    EXPECT_EQ(files.count("registrations/reg-5.md"), 1U);
    for (const auto& [path, bytes] : files)
        EXPECT_EQ(bytes.find("geen-schaaldieren"), std::string::npos) << path;
    expect_the_same_elsewhere(files);
    const auto sami = first.read([](db::Connection& in) { return people::actor_of(in, "sami"); });
    const auto own = exported(first, *sami);
    EXPECT_EQ(own.count("registrations/reg-2.md") + own.count("registrations/reg-1.md"), 1U) << "their own";
}

// A guest who brought slides, and answered about a passage.
void invite_somebody(db::Database& database) {
    (void)database.write([](db::Connection& in) {
        const std::string slides("%PDF-1.7\n\0\xFF", 11);
        in.execute(
            "insert into guests (id, session_id, invited_by, invited_at, email, language, token_hash, "
            "expires_at, "
            "name, talk_title, biography, naming, may_publish) values ('gast-1', 'b4-opening', 'femke', $1, "
            "'gast@elders.example', 'nl', 'geheime-link', $1, 'Gerda Gast', 'Hergebruik', 'Wie ik ben', "
            "'role', 1)",
            {when});
        in.execute("insert into files (hash, content) values ($1, $2)",
                   {sha256_hex(slides), db::Bytes{slides}});
        in.execute(
            "insert into guest_files (guest_id, purpose, kind, name, bytes, hash, kept_at) "
            "values ('gast-1', 'slides', 'pdf', 'Praatje.pdf', 11, $1, $2)",
            {sha256_hex(slides), when});
        in.execute(
            "insert into guest_passages (guest_id, statement_id, text_hash, asked_at, decision, remark) "
            "select 'gast-1', min(id), 'hash', $1, 'refused', 'Niet zo.' from statements",
            {when});
        return Result<Done>(Done{});
    });
}

TEST_P(FolderOnBoth, takes_guest_speakers_and_their_files_along_but_not_their_link) {
    const auto first_place = fresh();
    db::Database first(first_place->address());
    ASSERT_TRUE(load(first, example).empty());
    invite_somebody(first);
    auto files = exported(first, the_operator());
    EXPECT_EQ(files.count("guests/gast-1.md"), 1U);
    EXPECT_EQ(files.count("guest-files/gast-1--slides.md"), 1U);
    for (const auto& [path, bytes] : files) EXPECT_EQ(bytes.find("geheime-link"), std::string::npos) << path;
    expect_the_same_elsewhere(files);
    const auto sami = first.read([](db::Connection& in) { return people::actor_of(in, "sami"); });
    for (const auto& [path, bytes] : exported(first, *sami))
        EXPECT_FALSE(path.starts_with("guest") || path.starts_with("files/")) << path;
}

// Tables with everything that hangs from them.
void lay_tables(db::Database& database) {
    (void)database.write([](db::Connection& in) {
        const std::string workshop = "ict-2018-bijeenkomst-4";
        in.execute(
            "insert into breakouts (workshop_id, round_count, minutes, mix, seed, version, is_published, "
            "current_round, round_began_at, closed_at) values ($1, 3, 15, 'separate', 4, 9, 1, 2, $2, $2)",
            {workshop, when});
        in.execute(
            "insert into breakout_tables (id, workshop_id, number, host_id) values ('tafel-1', $1, 1, "
            "'anna'), ('tafel-2', $1, 2, null)",
            {workshop});
        in.execute(
            "insert into breakout_questions (table_id, question_id) values "
            "('tafel-1', 'vraag-juridische-ruimte')");
        in.execute("insert into breakout_away (workshop_id, person_id) values ($1, 'femke')", {workshop});
        in.execute(
            "insert into breakout_apart (workshop_id, one_id, other_id) select $1, min(id), max(id) from "
            "organisations",
            {workshop});
        in.execute(
            "insert into breakout_seats (workshop_id, round, person_id, table_id) values "
            "($1, 1, 'anna', 'tafel-1'), ($1, 1, 'sami', 'tafel-2')",
            {workshop});
        in.execute(
            "insert into breakout_notes (lesson_id, table_id, round, question_id) values "
            "('les-r-ladder', 'tafel-1', 1, 'vraag-juridische-ruimte')");
        return Result<Done>(Done{});
    });
}

TEST_P(FolderOnBoth, takes_break_out_tables_along_for_facilitators_alone) {
    const auto first_place = fresh();
    db::Database first(first_place->address());
    ASSERT_TRUE(load(first, example).empty());
    lay_tables(first);
    const auto files = exported(first, the_operator());
    EXPECT_EQ(files.count("breakout-notes/les-r-ladder.md"), 1U);
    expect_the_same_elsewhere(files);
    for (const std::string& who : {std::string("sami"), std::string("femke")}) {
        const auto actor = first.read([&](db::Connection& in) { return people::actor_of(in, who); });
        const auto own = exported(first, *actor);
        std::size_t tables = 0;
        for (const auto& [path, bytes] : own) tables += path.starts_with("breakout") ? 1 : 0;
        EXPECT_EQ(tables, who == "femke" ? 9U : 0U) << who;
    }
}

// A live workshop with two questions put together, statements closed and prepared, and a pitch that runs.
void go_live(db::Database& database) {
    (void)database.write([](db::Connection& in) {
        const std::string workshop = "ict-2018-bijeenkomst-4";
        std::vector<std::string> questions;
        in.query("select id from questions order by id limit 2", {},
                 [&](const db::Row& row) { questions.push_back(row.text(0)); });
        in.execute(
            "insert into live_rooms (workshop_id, is_open, showing, version) values ($1, 1, 'pitch', 4)",
            {workshop});
        in.execute(
            "insert into live_turns (workshop_id, question_id, turn, answered_by, merged_into) values ($1, "
            "$2, 'answered', 'Bram', null), ($1, $3, 'merged', '', $2)",
            {workshop, questions.at(0), questions.at(1)});
        in.execute(
            "insert into live_statements (id, workshop_id, number, text_nl, text_en, state, could, voted, "
            "agreed, disagreed, no_opinion, opened_at, closed_at) values ('stelling-1', $1, 1, 'Ja', '', "
            "'closed', 9, 6, 3, 2, 1, $2, $2), ('stelling-2', $1, 2, 'Nee', '', 'prepared', 0, 0, null, "
            "null, null, null, null)",
            {workshop, when});
        in.execute(
            "insert into live_choices (statement_id, person_id, choice) values ('stelling-2', 'anna', "
            "'no_opinion')");
        in.execute(
            "insert into live_pitch_rounds (id, workshop_id, number, seconds, seed, drawn_at) values "
            "('ronde-1', $1, 1, 60, 'zaad', $2)",
            {workshop, when});
        in.execute(
            "insert into live_pitches (round_id, position, name, state, used_ms, running_since) values "
            "('ronde-1', 1, 'Kringloop', 'done', 61000, null), ('ronde-1', 2, 'Tweede Leven', 'running', 5, "
            "$1)",
            {when});
        return Result<Done>(Done{});
    });
}

TEST_P(FolderOnBoth, takes_live_workshops_along_but_not_who_chose_what) {
    const auto first_place = fresh();
    db::Database first(first_place->address());
    ASSERT_TRUE(load(first, example).empty());
    go_live(first);
    const auto files = exported(first, the_operator());
    EXPECT_EQ(files.count("live-pitches/ronde-1--2.md"), 1U);
    EXPECT_EQ(files.at("live-statements/stelling-2.md").find("anna"), std::string::npos);
    expect_the_same_elsewhere(files);
    const auto sami = first.read([](db::Connection& in) { return people::actor_of(in, "sami"); });
    for (const auto& [path, bytes] : exported(first, *sami)) EXPECT_FALSE(path.starts_with("live-")) << path;
}

TEST_P(FolderOnBoth, can_load_again_what_one_member_may_see) {
    const auto first_place = fresh();
    const auto second_place = fresh();
    db::Database first(first_place->address());
    db::Database second(second_place->address());
    ASSERT_TRUE(load(first, example).empty());
    const auto sami = first.read([](db::Connection& in) { return people::actor_of(in, "sami"); });
    ASSERT_TRUE(sami.has_value());
    const auto files = exported(first, *sami);
    EXPECT_EQ(files.count("people/sami.md"), 1U);
    EXPECT_EQ(files.count("summaries/ict-2018-samenvatting.md"), 0U);
    load_without_fault(second, files);
}

TEST_P(FolderOnBoth, refuses_a_folder_with_one_fault_as_a_whole) {
    const auto place = fresh();
    db::Database database(place->address());
    const ScratchFolder scratch;
    std::filesystem::copy(example, scratch.path(), std::filesystem::copy_options::recursive);
    write_file(scratch.path() + "/lessons/les-fout.md",
               "---\nnetwork: bestaat-niet\ntitle: x\nlanguage: de\naudience: everyone\nstate: open\nlink: "
               "answers les-fout\n---\n");
    const auto faults = load(database, scratch.path());
    std::vector<std::string> told;
    for (const FolderFault& fault : faults)
        told.push_back(fault.file + ":" + std::to_string(fault.line) + ": " + fault.what);
    EXPECT_EQ(told, (std::vector<std::string>{
                        "lessons/les-fout.md:2: network: there is no \"bestaat-niet\" in networks",
                        "lessons/les-fout.md:4: language must be one of: nl en",
                        "lessons/les-fout.md:7: link: a lesson cannot be answers a lesson",
                        "lessons/les-fout.md:0: body is missing: text, Markdown"}));
    EXPECT_EQ(database.read([](db::Connection& in) { return in.count("select count(*) from records"); }), 0);
}

TEST_P(FolderOnBoth, refuses_to_load_the_same_folder_twice) {
    const auto place = fresh();
    db::Database database(place->address());
    ASSERT_TRUE(load(database, example).empty());
    const auto faults = load(database, example);
    ASSERT_FALSE(faults.empty());
    EXPECT_EQ(faults[0].what, "this id is in the database already");
}

KRING_ON_BOTH_ENGINES(FolderOnBoth);

}  // namespace
}  // namespace kring::app
