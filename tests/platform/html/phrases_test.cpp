// SPDX-License-Identifier: EUPL-1.2
#include "platform/html/phrases.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "app/embedded.hpp"
#include "tests/fixtures/catalogue_bytes.hpp"

using namespace kring;
using namespace kring::html;
using fixtures::catalogue_bytes;
using fixtures::plural;

namespace {

const std::string questions_key = plural("desk.questions", "desk.questions");

Phrases two_languages() {
    return {catalogue_bytes({{"desk.hello", "Dag {name}, welkom bij {network}."},
                             {"desk.only_dutch", "Alleen hier"},
                             {questions_key, plural("{count} vraag", "{count} vragen")}}),
            catalogue_bytes({{"desk.hello", "Welcome to {network}, {name}."},
                             {questions_key, plural("{count} question", "{count} questions")}})};
}

std::string fault_of(auto act) {
    try {
        act();
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "no fault";
}

/// The moment as text, for tests only.
Time at(const char* text) { return *parse_time(text); }

}  // namespace

TEST(Phrases, are_filled_in_where_each_language_wants_them) {
    const Phrases phrases = two_languages();
    const PhraseValues values = {{"name", "Anna"}, {"network", "Kring {x}"}};
    EXPECT_EQ(phrases.say("desk.hello", Language::nl, values), "Dag Anna, welkom bij Kring {x}.");
    EXPECT_EQ(phrases.say("desk.hello", Language::en, values), "Welcome to Kring {x}, Anna.");
}

TEST(Phrases, choose_the_plural_by_count) {
    const Phrases phrases = two_languages();
    const auto say = [&](const char* count, Language language) {
        return phrases.say("desk.questions", language, {{"count", count}});
    };
    EXPECT_EQ(say("0", Language::nl), "0 vragen");
    EXPECT_EQ(say("1", Language::nl), "1 vraag");
    EXPECT_EQ(say("5", Language::nl), "5 vragen");
    EXPECT_EQ(say("0", Language::en), "0 questions");
    EXPECT_EQ(say("1", Language::en), "1 question");
    EXPECT_EQ(say("5", Language::en), "5 questions");
}

TEST(Phrases, name_what_is_missing) {
    const Phrases phrases = two_languages();
    EXPECT_EQ(fault_of([&] { phrases.say("desk.nothing", Language::nl); }),
              "phrase \"desk.nothing\" (nl) is not in the catalogue");
    EXPECT_EQ(fault_of([&] { phrases.say("desk.only_dutch", Language::en); }),
              "phrase \"desk.only_dutch\" (en) is not in the catalogue");
    EXPECT_EQ(fault_of([&] { phrases.say("desk.hello", Language::en, {{"name", "Anna"}}); }),
              "phrase \"desk.hello\" (en) needs a value named network");
    EXPECT_EQ(fault_of([&] { phrases.say("desk.questions", Language::nl); }),
              "phrase \"desk.questions\" (nl) needs a value named count");
    EXPECT_EQ(fault_of([&] { phrases.say("desk.questions", Language::nl, {{"count", "1.000"}}); }),
              "phrase \"desk.questions\" (nl) needs a whole number as count");
}

TEST(Phrases, list_the_keys_of_both_languages_once) {
    const Phrases phrases = two_languages();
    EXPECT_EQ(phrases.keys(), (std::vector<std::string>{"desk.hello", "desk.only_dutch", "desk.questions"}));
    EXPECT_TRUE(phrases.has("desk.only_dutch", Language::nl));
    EXPECT_FALSE(phrases.has("desk.only_dutch", Language::en));
}

TEST(Phrases, are_read_as_msgfmt_writes_them) {
    const Phrases phrases(app::embedded_catalogue_nl(), app::embedded_catalogue_en());
    EXPECT_EQ(phrases.say("site.name", Language::nl), "Kring");
    EXPECT_EQ(phrases.say("site.name", Language::en), "Kring");
}

TEST(Phrases, are_read_in_either_byte_order) {
    const Phrases phrases(catalogue_bytes({{"a", "één"}}, fixtures::catalogue_header, true),
                          catalogue_bytes({{"a", "one"}}));
    EXPECT_EQ(phrases.say("a", Language::nl), "één");
}

TEST(Phrases, refuse_a_broken_catalogue) {
    const std::string good = catalogue_bytes({{"a", "b"}});
    const auto fault = [&](const std::string& bytes) { return fault_of([&] { Phrases(good, bytes); }); };
    const std::string header = "Content-Type: text/plain; charset=UTF-8\n";
    EXPECT_EQ(fault(""), "broken phrase catalogue: too short");
    EXPECT_EQ(fault(std::string(64, 'x')), "broken phrase catalogue: not a .mo file");
    EXPECT_EQ(fault(catalogue_bytes({{"a", "b"}}, "Content-Type: text/plain; charset=ISO-8859-1\n")),
              "broken phrase catalogue: not in UTF-8");
    EXPECT_EQ(fault(catalogue_bytes({}, header + "Plural-Forms: nplurals=2; plural=(n > 1);\n")),
              "broken phrase catalogue: another plural rule than n != 1");
    EXPECT_EQ(fault(catalogue_bytes({{plural("a", "a"), "one form"}})),
              "broken phrase catalogue: \"a\" has not two plural forms");
    EXPECT_EQ(fault(catalogue_bytes({{"a", "{who is there"}})), "phrase \"a\" has a broken placeholder");
    EXPECT_EQ(fault(catalogue_bytes({{"a", "who}"}})), "phrase \"a\" has a broken placeholder");
}

TEST(Phrases, never_read_beyond_a_catalogue_that_is_cut_off_or_changed) {
    const std::string good = catalogue_bytes({{"a.key", "A phrase"}, {questions_key, plural("one", "more")}});
    for (std::size_t length = 0; length < good.size() - 1; ++length) {
        EXPECT_NE(fault_of([&] { Phrases(good, good.substr(0, length)); }), "no fault") << length;
    }
    for (std::size_t i = 0; i < good.size(); ++i) {
        std::string changed = good;
        changed[i] = static_cast<char>(0xFF);
        fault_of([&] { Phrases(good, changed); });  // the sanitizers are the judge
    }
}

TEST(Dates, are_written_as_each_language_does) {
    const Phrases phrases = two_languages();
    EXPECT_EQ(phrases.long_date("2018-11-28", Language::nl), "woensdag 28 november 2018");
    EXPECT_EQ(phrases.long_date("2018-11-28", Language::en), "Wednesday 28 November 2018");
    EXPECT_EQ(phrases.short_date("2018-11-28", Language::nl), "28 nov 2018");
    EXPECT_EQ(phrases.short_date("2018-11-28", Language::en), "28 Nov 2018");
    EXPECT_EQ(phrases.short_date("2018-03-05", Language::nl), "5 mrt 2018");
    EXPECT_EQ(phrases.short_date("2018-10-10", Language::nl), "10 okt 2018");
}

// Expected values: date -d DAY "+%A %-d %B %Y" of GNU coreutils.
TEST(Dates, have_the_weekday_that_the_date_command_gives) {
    const Phrases phrases = two_languages();
    EXPECT_EQ(phrases.long_date("1970-01-01", Language::en), "Thursday 1 January 1970");
    EXPECT_EQ(phrases.long_date("2000-02-29", Language::en), "Tuesday 29 February 2000");
    EXPECT_EQ(phrases.long_date("2018-03-05", Language::en), "Monday 5 March 2018");
    EXPECT_EQ(phrases.long_date("2026-11-23", Language::nl), "maandag 23 november 2026");
    EXPECT_EQ(phrases.long_date("9999-12-31", Language::nl), "vrijdag 31 december 9999");
}

// Expected values: TZ=Europe/Amsterdam date -d MOMENT "+%-d %B %Y, %H:%M".
TEST(Dates, give_moments_in_amsterdam_across_the_change_of_the_clock) {
    const Phrases phrases = two_languages();
    EXPECT_EQ(phrases.moment(at("2018-11-28T12:00:00.000Z"), Language::nl), "28 november 2018, 13.00 uur");
    EXPECT_EQ(phrases.moment(at("2018-11-28T12:00:00.000Z"), Language::en), "28 November 2018, 13:00");
    EXPECT_EQ(phrases.moment(at("2027-03-28T00:59:00.000Z"), Language::en), "28 March 2027, 01:59");
    EXPECT_EQ(phrases.moment(at("2027-03-28T01:00:00.000Z"), Language::en), "28 March 2027, 03:00");
    EXPECT_EQ(phrases.moment(at("2027-10-31T00:59:00.000Z"), Language::en), "31 October 2027, 02:59");
    EXPECT_EQ(phrases.moment(at("2027-10-31T01:00:00.000Z"), Language::en), "31 October 2027, 02:00");
    EXPECT_EQ(phrases.moment(at("2018-12-31T23:30:00.000Z"), Language::nl), "1 januari 2019, 00.30 uur");
}

TEST(Dates, refuse_a_day_that_does_not_exist) {
    const Phrases phrases = two_languages();
    EXPECT_EQ(fault_of([&] { phrases.long_date("2018-02-29", Language::nl); }), "not a day: 2018-02-29");
    EXPECT_EQ(fault_of([&] { phrases.short_date("", Language::nl); }), "not a day: ");
}

TEST(Numbers, are_grouped_as_each_language_does) {
    const Phrases phrases = two_languages();
    EXPECT_EQ(phrases.number(1234.5, 1, Language::nl), "1.234,5");
    EXPECT_EQ(phrases.number(1234.5, 1, Language::en), "1,234.5");
    EXPECT_EQ(phrases.number(1234567.891, 2, Language::nl), "1.234.567,89");
    EXPECT_EQ(phrases.number(999, 0, Language::nl), "999");
    EXPECT_EQ(phrases.number(1000, 0, Language::nl), "1.000");
    EXPECT_EQ(phrases.number(-1234.5, 1, Language::nl), "-1.234,5");
    EXPECT_EQ(phrases.number(-0.01, 1, Language::nl), "0,0");
    EXPECT_EQ(phrases.number(0, 0, Language::en), "0");
    EXPECT_EQ(fault_of([&] { phrases.number(1.0 / 0.0, 0, Language::nl); }),
              "not a number that can be written");
}

TEST(Numbers, of_bytes_have_at_most_three_digits) {
    const Phrases phrases = two_languages();
    EXPECT_EQ(phrases.file_size(0, Language::nl), "0 bytes");
    EXPECT_EQ(phrases.file_size(1, Language::nl), "1 byte");
    EXPECT_EQ(phrases.file_size(999, Language::en), "999 bytes");
    EXPECT_EQ(phrases.file_size(1000, Language::nl), "1 kB");
    EXPECT_EQ(phrases.file_size(210'000, Language::nl), "210 kB");
    EXPECT_EQ(phrases.file_size(999'499, Language::nl), "999 kB");
    EXPECT_EQ(phrases.file_size(999'500, Language::nl), "1,0 MB");
    EXPECT_EQ(phrases.file_size(1'440'000, Language::en), "1.4 MB");
    EXPECT_EQ(phrases.file_size(25'000'000, Language::nl), "25 MB");
    EXPECT_EQ(phrases.file_size(3'200'000'000, Language::nl), "3,2 GB");
}
