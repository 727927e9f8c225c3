// SPDX-License-Identifier: EUPL-1.2
// Shows: the row of a municipality is found in tables as CBS publishes them, by any of its region columns and whatever
// number ends a column's name; what is not published is not zero. The tables are invented.
#include "insight/statline.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include "base/text_file.hpp"

namespace passend::insight {
namespace {

namespace fs = std::filesystem;

class StatLine : public testing::Test {
 protected:
  void SetUp() override {
    char name[] = "/tmp/passend-test-XXXXXX";
    folder_ = ::mkdtemp(name);
  }
  void TearDown() override { fs::remove_all(folder_); }
  void put(const std::string& file, const std::string& text) { EXPECT_TRUE(replace_file(folder_ / file, text)); }
  auto find() const { return find_published(folder_, "GM0000", "PersonenPerSoortUitkeringBijstand"); }
  fs::path folder_;
};

TEST_F(StatLine, PaddedCodesQuotesAndSemicolons) {
  put("invented_2024.csv",
      "\"ID\";\"WijkenEnBuurten\";\"AantalInwoners_5\";\"PersonenPerSoortUitkeringBijstand_87\"\n"
      "0;\"GM0000    \";   180000;   6300\n1;\"WK000000  \";     900;     .\n");
  const auto row = find();
  ASSERT_TRUE(row.has_value() && row->has_value());
  EXPECT_EQ((*row)->value_of("PersonenPerSoortUitkeringBijstand"), 6300);
  EXPECT_EQ((*row)->value_of("AantalInwoners"), 180000);
  EXPECT_EQ((*row)->column_of("PersonenPerSoortUitkeringBijstand"), "PersonenPerSoortUitkeringBijstand_87");
}

TEST_F(StatLine, AnotherYearsNumberAndRegionColumn) {
  put("invented_2022.csv", "Codering_3;PersonenPerSoortUitkeringBijstand_83\nGM0000;6100\n");
  EXPECT_EQ((**find()).value_of("PersonenPerSoortUitkeringBijstand"), 6100);
}

TEST_F(StatLine, TheLastFileByNameCounts) {
  put("invented_2022.csv", "RegioS;PersonenPerSoortUitkeringBijstand_83\nGM0000;6100\n");
  put("invented_2024.csv", "RegioS;PersonenPerSoortUitkeringBijstand_87\nGM0000;6300\n");
  EXPECT_EQ((**find()).value_of("PersonenPerSoortUitkeringBijstand"), 6300);
}

TEST_F(StatLine, NotPublishedIsNotZero) {
  put("invented.csv", "RegioS;PersonenPerSoortUitkeringBijstand_87\nGM0000;.\n");
  EXPECT_FALSE((**find()).value_of("PersonenPerSoortUitkeringBijstand").has_value());
}

TEST_F(StatLine, AColumnThatOnlyBeginsAlikeIsAnother) {
  put("invented.csv", "RegioS;PersonenPerSoortUitkeringBijstandTotaal_87\nGM0000;1\n");
  ASSERT_TRUE(find().has_value());
  EXPECT_FALSE(find()->has_value());
}

TEST_F(StatLine, Faults) {
  put("invented.csv", "RegioS;PersonenPerSoortUitkeringBijstand_87\nGM0000;6300\nGM0000;6400\n");
  ASSERT_FALSE(find().has_value());
  EXPECT_EQ(find().error()[0].code, FaultCode::kKeyTwice);
  put("invented.csv", "RegioS;PersonenPerSoortUitkeringBijstand_87\nGM0000;many\n");
  ASSERT_FALSE(find().has_value());
  EXPECT_EQ(find().error()[0].code, FaultCode::kNotANumber);
  EXPECT_EQ(find().error()[0].line, 2);
  EXPECT_EQ(find_published(folder_ / "none", "GM0000", "x").error()[0].code, FaultCode::kFileMissing);
}

}  // namespace
}  // namespace passend::insight
