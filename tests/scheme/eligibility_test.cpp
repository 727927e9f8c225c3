// SPDX-License-Identifier: EUPL-1.2
// Shows: the same person belongs to one year's scheme and not to the next, by article; what is not known refuses to
// compute; three values join as they should; and what each predicate says at its borders.
#include "scheme/eligibility.hpp"

#include "shipped_schemes.hpp"

namespace passend::scheme {
namespace {

const Scheme& shipped(std::string_view id) {
  const Scheme* found = find_scheme(shipped_schemes(), id);
  if (found == nullptr) ADD_FAILURE() << id;
  return *found;
}

Facts example() {
  const auto path = std::filesystem::path(PASSEND_SOURCE_DIR) / "data/examples/facts.toml";
  return read_facts(read_file(path).value(), path.string()).value();
}

Eligibility answer_on(std::string_view id, Facts facts, Date on) {
  facts.date = on;
  return eligible(*shipped(id).version_on(on), facts, aow_age_on(shipped_law(), on));
}

TEST(Eligibility, ABijstandRecipientGetsAVoucherIn2021AndNotIn2022) {
  const auto in_2021 = answer_on("rotterdams_scholingsfonds", example(), day("2021-05-10"));
  EXPECT_EQ(in_2021.outcome, Outcome::kYes);
  const auto in_2022 = answer_on("rotterdams_scholingsfonds", example(), day("2022-05-10"));
  EXPECT_EQ(in_2022.outcome, Outcome::kNo);
  const auto refusing = std::ranges::find(in_2022.each, Outcome::kNo, &PredicateOutcome::outcome);
  ASSERT_NE(refusing, in_2022.each.end());
  EXPECT_EQ(refusing->predicate->row->name, "benefit");
  EXPECT_NE(refusing->article.find("2022"), std::string_view::npos);
  for (const auto& row : in_2021.each) EXPECT_FALSE(row.article.empty());
}

TEST(Eligibility, TheTwenteCapRefusesToCompute) {
  const Scheme& scheme = shipped("twents_fonds_voor_vakmanschap");
  const auto grant = grant_of(scheme, scheme.versions[0], scheme.versions[0].offers[0], Eurocent{100000});
  ASSERT_FALSE(grant);
  EXPECT_EQ(grant.error()[0].code, FaultCode::kNotStated);
  EXPECT_EQ(exit_of(grant.error()[0].code), Exit::kNoValue);
}

TEST(Eligibility, GrantsStopAtTheNarrowestCap) {
  const Scheme& scheme = shipped("rotterdams_scholingsfonds");
  const SchemeVersion& of_2021 = *scheme.version_on(day("2021-05-10"));
  const auto first = grant_of(scheme, of_2021, of_2021.offers[0], Eurocent{310000});
  EXPECT_EQ(first->amount.value, 250000);
  EXPECT_EQ(first->own_part.value, 60000);
  EXPECT_EQ(first->limited_by, Figure::kCapTrajectory);
  // A second one asks for the cap per year, which was not found.
  EXPECT_FALSE(grant_of(scheme, of_2021, of_2021.offers[0], Eurocent{1000}, {.this_year = {100}, .ever = {100}}));
  const SchemeVersion& of_2022 = *scheme.version_on(day("2022-05-10"));
  const auto second =
      grant_of(scheme, of_2022, of_2022.offers[0], Eurocent{200000}, {.this_year = {100000}, .ever = {900000}});
  EXPECT_EQ(second->amount.value, 150000);
  EXPECT_EQ(second->limited_by, Figure::kCapYear);
}

Outcome one(const std::string& target, const std::string& facts) {
  const Scheme scheme = scheme_of("", "[[version.target]]\n" + target + "\n");
  return eligible(scheme.versions[0], facts_of("date = 2026-06-15\n" + facts),
                  aow_age_on(shipped_law(), day("2026-06-15")))
      .outcome;
}

TEST(Eligibility, BordersOfEachForm) {
  const std::string age = "predicate = \"age\"\nfrom = 18\nbelow = 27\nground = \"x\"";
  EXPECT_EQ(one(age, "[person]\nbirth_date = 2008-06-15"), Outcome::kYes);  // 18 today
  EXPECT_EQ(one(age, "[person]\nbirth_date = 2008-06-16"), Outcome::kNo);
  EXPECT_EQ(one(age, "[person]\nbirth_date = 1999-06-16"), Outcome::kYes);
  EXPECT_EQ(one(age, "[person]\nbirth_date = 1999-06-15"), Outcome::kNo);  // 27 today
  const std::string aow = "predicate = \"age\"\nuntil_aow = true\nground = \"x\"";
  EXPECT_EQ(one(aow, "[person]\nbirth_date = 1959-06-16"), Outcome::kYes);
  EXPECT_EQ(one(aow, "[person]\nbirth_date = 1959-06-15"), Outcome::kNo);
  const std::string months = "predicate = \"benefit_duration\"\nat_least = 36";
  EXPECT_EQ(one(months, "[person]\nbenefit_since = 2023-06-15"), Outcome::kYes);
  EXPECT_EQ(one(months, "[person]\nbenefit_since = 2023-06-16"), Outcome::kNo);
  EXPECT_EQ(one(months, ""), Outcome::kUnknown);
  const std::string below = "predicate = \"benefit_duration\"\nbelow = 24";
  EXPECT_EQ(one(below, "[person]\nbenefit_since = 2024-06-16"), Outcome::kYes);
  EXPECT_EQ(one(below, "[person]\nbenefit_since = 2024-06-15"), Outcome::kNo);
  const std::string range = "predicate = \"wage_value\"\nat_least = 300\nat_most = 800";
  EXPECT_EQ(one(range, "[person]\nwage_value_per_mille = 300"), Outcome::kYes);
  EXPECT_EQ(one(range, "[person]\nwage_value_per_mille = 800"), Outcome::kYes);
  EXPECT_EQ(one(range, "[person]\nwage_value_per_mille = 801"), Outcome::kNo);
  EXPECT_EQ(one("predicate = \"benefit\"\nnone_of = [\"bijstand\"]", "[person]\nbenefit = [\"ww\", \"bijstand\"]"),
            Outcome::kNo);
  EXPECT_EQ(one("predicate = \"benefit\"\nany_of = [\"ww\"]", "[person]\nbenefit = [\"ww\", \"bijstand\"]"),
            Outcome::kYes);
  EXPECT_EQ(one("predicate = \"benefit\"\nany_of = [\"ww\"]", "[person]\nbenefit = \"geen\""), Outcome::kNo);
}

TEST(Eligibility, ThreeValuesJoinAsInLogic) {
  const auto part = [](char value) {
    const char* fact = value == '?' ? "job_guarantee" : "sector_prospects";
    return std::string("{predicate = \"") + fact + "\", is = " + (value == 'n' ? "false" : "true") + "}";
  };
  const auto joined = [&](const char* join, char a, char b) {
    return one(std::string(join) + " = [" + part(a) + ", " + part(b) + "]", "[training]\nsector_prospects = true");
  };
  EXPECT_EQ(joined("any", 'j', '?'), Outcome::kYes);
  EXPECT_EQ(joined("any", 'n', '?'), Outcome::kUnknown);
  EXPECT_EQ(joined("any", 'n', 'n'), Outcome::kNo);
  EXPECT_EQ(joined("all", 'j', '?'), Outcome::kUnknown);
  EXPECT_EQ(joined("all", 'n', '?'), Outcome::kNo);
}

// More known never turns a yes into a no or back.
TEST(Eligibility, KnowingMoreOnlySettlesWhatWasOpen) {
  const Facts full = example();
  const auto aow = aow_age_on(shipped_law(), full.date);
  for (const Scheme& scheme : shipped_schemes())
    for (const SchemeVersion& version : scheme.versions) {
      const Outcome settled = eligibility_of(version, full, aow);
      for (std::size_t f = 0; f < kFacts; ++f) {
        Facts less = full;
        less.values[f].reset();
        const Outcome open = eligible(version, less, aow).outcome;
        EXPECT_TRUE(open == settled || open == Outcome::kUnknown || settled == Outcome::kUnknown) << scheme.id;
        if (open != Outcome::kUnknown) {
          EXPECT_EQ(open, settled) << scheme.id;
        }
      }
    }
}

TEST(Eligibility, DeMinimisAidKeepsWithinTheCeilingOfItsDay) {
  const auto before = de_minimis_check(shipped_law(), day("2023-12-31"), Eurocent{19'900'000}, Eurocent{250'000});
  EXPECT_FALSE(before->fits());
  const auto after = de_minimis_check(shipped_law(), day("2024-01-01"), Eurocent{29'750'000}, Eurocent{250'000});
  EXPECT_TRUE(after->fits());
  EXPECT_EQ(after->left.value, 0);
}

TEST(Eligibility, NothingMayLieAfterTheDayOfTheApplication) {
  Facts facts = facts_of("date = 2026-01-01\n[person]\nbirth_date = 2000-01-01\nbenefit_since = 2026-01-01\n");
  EXPECT_TRUE(facts_after_their_date(facts, "f").empty());
  facts.date = day("2025-12-31");
  EXPECT_EQ(facts_after_their_date(facts, "f").size(), 1u);
}

TEST(Eligibility, AFileOfFactsTellsItsFaults) {
  for (const auto& [text, code] :
       {std::pair{"[person]\nbenefit = \"ww\"", FaultCode::kTomlKeyMissing},
        std::pair{"date = 2026-01-01\n[person]\nherkomst = \"x\"", FaultCode::kTomlKeyUnknown},
        std::pair{"date = 2026-01-01\n[person]\nbenefit = \"y\"", FaultCode::kNotInList},
        std::pair{"date = 2026-01-01\n[person]\nbenefit = []", FaultCode::kTomlType},
        std::pair{"date = 2026-01-01\n[person]\nbirth_date = \"jong\"", FaultCode::kNotADate},
        std::pair{"date = 2026-01-01\nperson = 3", FaultCode::kTomlType}}) {
    const auto read = read_facts(text, "f.toml");
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error().size(), 1u) << text;
    EXPECT_EQ(read.error()[0].code, code) << text;
  }
}

}  // namespace
}  // namespace passend::scheme
