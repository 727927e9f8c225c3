// SPDX-License-Identifier: EUPL-1.2
// Shows: a population in the form this program writes and in any other form of CSV is the same one; a wrong cell in
// either is one fault with its file, line and column.
#include <gtest/gtest.h>

#include "base/text_file.hpp"
#include "insight/population_files.hpp"

namespace passend::insight {
namespace {

const std::string kHead = R"({"schema": "passend-population/1", "date": "2026-01-01", "seed": 1})";
const std::string kHouseholds =
    "household,type,tenure,bare_rent_eurocent,assets_eurocent,residents\n"
    "1,single,social_rent,60000,0,1\n"
    "2,couple_with_children,own,,1200000,3\n";
const std::string kResidents =
    "household,role,birth_date,benefit,benefit_since,benefit_gross_month_eurocent,wajong,hours_week,hourly_eurocent,"
    "disability,student\n"
    "1,adult1,1986-05-01,wajong,2015-02-03,120000,2015,,,geen,nee\n"
    "2,adult1,1980-01-31,geen,,,,36.50,1850,geen,nee\n"
    "2,adult2,1982-12-31,geen,,,,,,geen,ja\n"
    "2,child,2020-02-29,geen,,,,,,geen,nee\n";

class PopulationReader : public testing::Test {
 protected:
  Result<Population> read(const std::string& households, const std::string& residents) const {
    EXPECT_TRUE(replace_folder(
        folder_, {{"population.json", kHead}, {"households.csv", households}, {"residents.csv", residents}}));
    return read_population(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  static std::string with(std::string text, const std::string& from, const std::string& to) {
    const auto place = text.find(from);
    EXPECT_NE(place, std::string::npos) << from;
    return text.replace(place, from.size(), to);
  }
  static std::string everywhere(std::string text, char from, const std::string& to) {
    for (std::size_t i = 0; (i = text.find(from, i)) != std::string::npos; i += to.size()) text.replace(i, 1, to);
    return text;
  }

  const std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() /
      (std::string("passend_reader_") + testing::UnitTest::GetInstance()->current_test_info()->name());
};

auto facts(const Resident& one) {
  return std::tuple(one.household, one.role, one.birth, one.benefit, one.benefit_since, one.benefit_month, one.wajong,
                    one.centihours, one.hourly, one.disability, one.student);
}
auto facts(const HouseholdRow& row) {
  return std::tuple(row.first, row.assets, row.bare_rent, row.count, row.type, row.tenure);
}

void expect_same(const Population& one, const Population& other) {
  ASSERT_EQ(one.households.size(), other.households.size());
  ASSERT_EQ(one.residents.size(), other.residents.size());
  for (std::size_t h = 0; h < one.households.size(); ++h)
    EXPECT_EQ(facts(one.households[h]), facts(other.households[h]));
  for (std::size_t i = 0; i < one.residents.size(); ++i) EXPECT_EQ(facts(one.residents[i]), facts(other.residents[i]));
}

TEST_F(PopulationReader, ReadsEachCellOfTheFormThisProgramWrites) {
  const auto read_one = read(kHouseholds, kResidents);
  ASSERT_TRUE(read_one) << read_one.error().front().value;
  const Resident& first = read_one->residents[0];
  EXPECT_EQ(facts(first), std::tuple(0U, Role::kAdult1, make_date(1986, 5, 1), income::Benefit::kWajong,
                                     make_date(2015, 2, 3), 120000U, 2015, 0, 0, income::Disability::kGeen, false));
  const Resident& worker = read_one->residents[1];
  EXPECT_EQ(std::tuple(worker.centihours, worker.hourly, worker.benefit_since), std::tuple(3650, 1850, kNever));
  EXPECT_TRUE(read_one->residents[2].student);
  EXPECT_EQ(facts(read_one->households[1]),
            std::tuple(1U, 1200000U, 0U, 3, HouseholdType::kCoupleWithChildren, Tenure::kOwn));
}

TEST_F(PopulationReader, ReadsTheSameFromAnyFormOfCsv) {
  const auto plain = read(kHouseholds, kResidents);
  ASSERT_TRUE(plain);
  const std::vector<std::pair<std::string, std::string>> forms{
      {everywhere(kHouseholds, ',', ";"), everywhere(kResidents, '\n', "\r\n")},
      {with(kHouseholds, "single", "\"single\""), with(kResidents, "36.50", " 36.5 ")},
      {kHouseholds.substr(0, kHouseholds.size() - 1), with(kResidents, "1,adult1", "\n01,adult1")}};
  for (std::size_t f = 0; f < forms.size(); ++f) {
    const auto other = read(forms[f].first, forms[f].second);
    ASSERT_TRUE(other) << f << " " << name_of(other.error().front().code) << " " << other.error().front().value;
    expect_same(*plain, *other);
  }
}

TEST_F(PopulationReader, NamesFileLineAndColumnOfAWrongCell) {
  struct Case {
    std::string from, to, column;
    FaultCode code;
  };
  const std::vector<Case> cases{{"36.50", "36.5x", "hours_week", FaultCode::kNotANumber},
                                {"36.50", "700.00", "hours_week", FaultCode::kOutOfRange},
                                {"1980-01-31", "1980-01-32", "birth_date", FaultCode::kNotADate},
                                {"1980-01-31", "", "birth_date", FaultCode::kCellEmpty},
                                {"geen,,,,36.50", "iets,,,,36.50", "benefit", FaultCode::kNotInList},
                                {"1850", "-1850", "hourly_eurocent", FaultCode::kOutOfRange},
                                {"2,adult1", "1,adult1", "household", FaultCode::kReferenceMissing}};
  for (const Case& one : cases) {
    const auto read_one = read(kHouseholds, with(kResidents, one.from, one.to));
    ASSERT_FALSE(read_one) << one.to;
    ASSERT_EQ(read_one.error().size(), 1U) << one.to;
    const Fault& fault = read_one.error().front();
    EXPECT_EQ(fault.code, one.code) << one.to;
    EXPECT_EQ(std::tuple(fault.line, fault.column), std::tuple(3, one.column));
    EXPECT_TRUE(fault.file.ends_with("residents.csv"));
  }
  EXPECT_EQ(read(with(kHouseholds, "2,couple", "3,couple"), kResidents).error().front().code, FaultCode::kOutOfRange);
  EXPECT_EQ(read(with(kHouseholds, ",3\n", ",2\n"), kResidents).error().front().code, FaultCode::kReferenceMissing);
}

}  // namespace
}  // namespace passend::insight
