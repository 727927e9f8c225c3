// SPDX-License-Identifier: EUPL-1.2
// Shows: the checker takes every shipped scheme, explains each fault once with its line, and refuses by the name of the
// principle what makes an offer compulsory, drops the hardship clause or pays a placement too little.
#include "scheme/scheme_file.hpp"

#include <random>

#include "shipped_schemes.hpp"

namespace passend::scheme {
namespace {

struct Wrong {
  const char* what;
  const char* head;
  const char* tables;
  FaultCode code;
  const char* column;
  const char* reason;
};

void PrintTo(const Wrong& wrong, std::ostream* out) { *out << wrong.what; }

class WrongFile : public testing::TestWithParam<Wrong> {};

TEST_P(WrongFile, GivesOneFaultWithItsPlace) {
  const Wrong& wrong = GetParam();
  const auto read = read_scheme(version_text(wrong.head, wrong.tables), "proef.toml");
  ASSERT_FALSE(read) << wrong.what;
  ASSERT_EQ(read.error().size(), 1u) << wrong.what;
  const Fault& fault = read.error()[0];
  EXPECT_EQ(name_of(fault.code), name_of(wrong.code)) << wrong.what;
  EXPECT_EQ(fault.column, wrong.column) << wrong.what;
  EXPECT_GT(fault.line, 0) << wrong.what;
  EXPECT_EQ(fault.args.contains("reason") ? fault.args.at("reason") : "", wrong.reason) << wrong.what;
}

constexpr const char* kTarget = "[[version.target]]\n";

INSTANTIATE_TEST_SUITE_P(
    Every, WrongFile,
    testing::Values(
        Wrong{"compulsory", "voluntary = false", "", FaultCode::kRuleRefused, "voluntary", "compulsory"},
        Wrong{"no hardship clause", "hardship = false", "", FaultCode::kRuleRefused, "hardship", "no-hardship"},
        Wrong{"empty hardship clause", "hardship = \"\"", "", FaultCode::kRuleRefused, "hardship", "no-hardship"},
        Wrong{"a benefit is touched", "",
              "[[version.obligation]]\nwho = \"aanvrager\"\nwhat = \"komt\"\nconsequence = \"maatregel\"\n",
              FaultCode::kRuleRefused, "consequence", "consequence-for-benefit"},
        Wrong{"placement below the floor", "",
              "[[version.offer]]\nkind = \"work\"\nwork = \"basisbaan\"\nhours_week = 30\nwage_per_mille_of_floor = "
              "900\n",
              FaultCode::kRuleRefused, "wage_per_mille_of_floor", "placement-below-floor"},
        Wrong{"placement without wage", "",
              "[[version.offer]]\nkind = \"work\"\nwork = \"beschut\"\nhours_week = 30\nwage_per_mille_of_floor = "
              "\"none\"\n",
              FaultCode::kRuleRefused, "wage_per_mille_of_floor", "placement-below-floor"},
        Wrong{"unpaid called a placement", "",
              "[[version.offer]]\nkind = \"work\"\nwork = \"proefplaatsing\"\nhours_week = 30\nmost_months = 2\n"
              "counts_as_placement = true\n",
              FaultCode::kRuleRefused, "counts_as_placement", "unpaid-as-placement"},
        Wrong{"unpaid without end", "",
              "[[version.offer]]\nkind = \"work\"\nwork = \"werkervaringsplaats\"\nhours_week = 30\n",
              FaultCode::kRuleRefused, "most_months", "unpaid-without-end"},
        Wrong{"age without ground", "", "[[version.target]]\npredicate = \"age\"\nbelow = 27\n",
              FaultCode::kRuleRefused, "ground", "age-without-ground"},
        Wrong{"ceiling without division", "", "[[version.ceiling]]\nyear = 2026\neurocent = 100\n",
              FaultCode::kRuleRefused, "division", "ceiling-without-division"},
        Wrong{"aid unsaid", "",
              "[[version.offer]]\nkind = \"employer_subsidy\"\nsubsidy = \"measured\"\nleast_contract_months = "
              "\"none\"\n",
              FaultCode::kRuleRefused, "de_minimis", "de-minimis-unsaid"},
        Wrong{"group by origin", "", "[[version.aim]]\nwhat = \"banen\"\ngroup = \"herkomst\"\nnumber = 5\n",
              FaultCode::kNotInList, "group", ""},
        Wrong{"unknown predicate", "", "[[version.target]]\npredicate = \"motivation\"\nis = true\n",
              FaultCode::kNotInList, "predicate", ""},
        Wrong{"unknown word", "", "[[version.target]]\npredicate = \"benefit\"\nany_of = [\"uitkering\"]\n",
              FaultCode::kNotInList, "any_of", ""},
        Wrong{"word in both", "",
              "[[version.target]]\npredicate = \"benefit\"\nany_of = [\"ww\"]\nnone_of = [\"ww\"]\n",
              FaultCode::kContradiction, "none_of", "word-in-both"},
        Wrong{"nobody left", "",
              "[[version.target]]\npredicate = \"leerplichtig\"\nis = true\n[[version.target]]\npredicate = "
              "\"leerplichtig\"\n"
              "is = false\n",
              FaultCode::kContradiction, "leerplichtig", "target-empty"},
        Wrong{"ranges apart", "",
              "[[version.target]]\npredicate = \"education\"\nat_most = 2\n[[version.target]]\npredicate = "
              "\"education\"\n"
              "at_least = 3\n",
              FaultCode::kContradiction, "education", "target-empty"},
        Wrong{"bounds reversed", "", "[[version.target]]\npredicate = \"wage_value\"\nat_least = 800\nat_most = 300\n",
              FaultCode::kIntervalReversed, "at_most", ""},
        Wrong{"no bound", "", "[[version.target]]\npredicate = \"wage_value\"\n", FaultCode::kTomlKeyMissing,
              "at_least", ""},
        Wrong{"ends before it begins", "until = 2025-01-01", "", FaultCode::kIntervalReversed, "until", ""},
        Wrong{"narrow cap above the wide", "",
              "[[version.offer]]\nkind = \"training\"\ncap_trajectory_eurocent = 300\ncap_year_eurocent = \"none\"\n"
              "cap_person_eurocent = 200\n",
              FaultCode::kContradiction, "cap_trajectory_eurocent", "cap-above-wider"},
        Wrong{"a cap left out", "",
              "[[version.offer]]\nkind = \"training\"\ncap_trajectory_eurocent = 300\ncap_year_eurocent = \"none\"\n",
              FaultCode::kTomlKeyMissing, "cap_person_eurocent", ""},
        Wrong{"a number in words", "", "[[version.offer]]\nkind = \"coaching\"\ncoaching_hours_week = \"veel\"\n",
              FaultCode::kTomlType, "coaching_hours_week", ""},
        Wrong{"blank kind of work", "",
              "[[version.offer]]\nkind = \"work\"\nwork = \" \"\nhours_week = 30\nwage_per_mille_of_floor = 100\n",
              FaultCode::kTomlType, "work", ""},
        Wrong{"blank kind of offer", "", "[[version.offer]]\nkind = \"\"\nhours_week = 30\n", FaultCode::kTomlType,
              "kind", ""},
        Wrong{"blank consequence", "",
              "[[version.obligation]]\nwho = \"aanvrager\"\nwhat = \"komt\"\nconsequence = \"\"\n",
              FaultCode::kTomlType, "consequence", ""},
        Wrong{"hardship of spaces", "hardship = \" \"", "", FaultCode::kRuleRefused, "hardship", "no-hardship"},
        Wrong{"hardship as a number", "hardship = 5", "", FaultCode::kTomlType, "hardship", ""},
        Wrong{"unpaid, extended without end", "",
              "[[version.offer]]\nkind = \"work\"\nwork = \"participatieplaats\"\nhours_week = 30\nmost_months = 6\n"
              "extended_months = \"none\"\n",
              FaultCode::kRuleRefused, "extended_months", "unpaid-without-end"},
        Wrong{"a fraction of a cent", "",
              "[version.division]\nrule = \"lot\"\npublished = \"x\"\n[[version.ceiling]]\neurocent = 60000000.0\n",
              FaultCode::kTomlType, "eurocent", ""},
        Wrong{"a decision without a term", "", "[version.decision]\narticle = \"art. 6\"\n", FaultCode::kTomlKeyMissing,
              "weeks", ""},
        Wrong{"a key misspelt", "", "[[version.target]]\npredicat = \"benefit\"\n", FaultCode::kTomlKeyMissing,
              "predicate", ""},
        Wrong{"an end that is no day", "until = \"later\"", "", FaultCode::kNotADate, "until", ""},
        Wrong{"a year too far", "until = 4030-01-01", "", FaultCode::kNotADate, "until", ""},
        Wrong{"unknown key", "streng = true", "", FaultCode::kTomlKeyUnknown, "streng", ""},
        Wrong{"unknown indicator", "indicators = [\"maatregelen\"]", "", FaultCode::kNotInList, "indicators", ""},
        Wrong{"the same year twice", "",
              "[version.division]\nrule = \"lot\"\npublished = \"x\"\n[[version.ceiling]]\nyear = 2026\neurocent = 1\n"
              "[[version.ceiling]]\nyear = 2026\neurocent = 2\n",
              FaultCode::kKeyTwice, "year", ""}),
    [](const auto& one) { return "Case" + std::to_string(one.index); });

TEST(SchemeFile, EveryPredicateReadsWithItsOwnKeys) {
  for (const PredicateRow& row : kPredicateTable) {
    std::string keys;
    switch (row.form) {
      case PredicateForm::kAge:
        keys = "from = 18\nuntil_aow = true\nground = \"WGBL art. 7\"\n";
        break;
      case PredicateForm::kWords: {
        const auto words = words_of(row.fact);
        keys = "any_of = [\"" + std::string(words.empty() ? "Voorbeeld" : words.front()) + "\"]\n";
        break;
      }
      case PredicateForm::kRange:
      case PredicateForm::kMonths:
        keys = "at_least = 1\n";
        break;
      case PredicateForm::kYesNo:
        keys = "is = true\n";
        break;
      case PredicateForm::kNotStated:
        keys = "what = \"langdurig werkloos\"\n";
    }
    const Scheme scheme =
        scheme_of("", std::string(kTarget) + "predicate = \"" + std::string(row.name) + "\"\n" + keys);
    EXPECT_EQ(scheme.versions[0].target[0].predicate.row, &row);
  }
}

TEST(SchemeFile, VersionsMayNotShareADay) {
  const std::string one = version_text("until = 2026-06-30");
  const auto second = [&](const std::string& from, const std::string& name) {
    std::string text = version_text();
    text = text.substr(text.find("[[version]]"));
    text.replace(text.find("2026-01-01"), 10, from);
    text.replace(text.find("\"een\""), 5, "\"" + name + "\"");
    return read_scheme(one + text, "proef.toml");
  };
  EXPECT_TRUE(second("2026-07-01", "twee"));
  const auto overlap = second("2026-06-30", "twee");
  ASSERT_FALSE(overlap);
  ASSERT_EQ(overlap.error().size(), 1u);
  EXPECT_EQ(overlap.error()[0].code, FaultCode::kOverlap);
  EXPECT_GT(overlap.error()[0].line, 5);
  const auto twice = second("2026-07-01", "een");
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error()[0].code, FaultCode::kKeyTwice);
}

TEST(SchemeFile, WithoutAVersionThereIsNoScheme) {
  for (const char* versions : {"version = []\n", ""}) {
    const auto read =
        read_scheme(std::string("id = \"x\"\ntitle = \"x\"\nmunicipality = \"x\"\n") + versions, "x.toml");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().size(), 1u);
    EXPECT_EQ(read.error()[0].column, "version");
  }
}

TEST(SchemeFile, MoreVersionsThanAnyoneHasIsOneFault) {
  std::string text = "id = \"x\"\ntitle = \"x\"\nmunicipality = \"x\"\n";
  for (int i = 0; i <= 1000; ++i) text += "[[version]]\nname = \"a\"\n";
  const auto read = read_scheme(text, "x.toml");
  ASSERT_FALSE(read);
  ASSERT_EQ(read.error().size(), 1u);
  EXPECT_EQ(read.error()[0].code, FaultCode::kTooLarge);
}

TEST(SchemeFile, TheLibraryIsInOrder) {
  EXPECT_GE(shipped_schemes().size(), 20u);
  for (const Scheme& scheme : shipped_schemes()) {
    EXPECT_EQ(std::filesystem::path(scheme.file).stem(), scheme.id);
    for (const SchemeVersion& version : scheme.versions) {
      EXPECT_FALSE(version.source.empty()) << scheme.id;
      for (const Condition& condition : version.target) EXPECT_FALSE(condition.article.empty()) << scheme.id;
    }
  }
}

// Files cut short, bytes changed, lines doubled or left out: never a crash, and each fault has a place.
TEST(SchemeFile, DamagedFilesGiveFaultsWithAPlace) {
  std::mt19937 random(7);
  int refused = 0;
  for (const Scheme& scheme : shipped_schemes()) {
    const std::string bytes = read_file(scheme.file).value();
    for (int i = 0; i < 40; ++i) {
      std::string damaged = bytes;
      const std::size_t at = random() % damaged.size();
      switch (random() % 4) {
        case 0:
          damaged.resize(at);
          break;
        case 1:
          damaged[at] = static_cast<char>(32 + random() % 90);
          break;
        case 2:
          damaged.erase(at, damaged.find('\n', at) - at);
          break;
        default:
          damaged.insert(at, damaged.substr(at, 40));
      }
      const auto read = read_scheme(damaged, "proef.toml");
      if (read) continue;
      ++refused;
      for (const Fault& fault : read.error()) {
        EXPECT_EQ(fault.file, "proef.toml");
        EXPECT_GT(fault.line, 0) << name_of(fault.code);
      }
    }
  }
  EXPECT_GT(refused, 200);
}

}  // namespace
}  // namespace passend::scheme
