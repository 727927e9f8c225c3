// SPDX-License-Identifier: EUPL-1.2
// Shows: amounts, counts, hours and dates as each language writes them.
#include "present/numbers.hpp"

#include <gtest/gtest.h>

#include "present/report_sample.hpp"

namespace passend::present {
namespace {

const Catalogue kDutch = messages(Language::kDutch);
const Catalogue kEnglish = messages(Language::kEnglish);
const Numbers kNl(kDutch);
const Numbers kEn(kEnglish);

TEST(Numbers, Counts) {
  EXPECT_EQ(kNl.count(0), "0");
  EXPECT_EQ(kNl.count(999), "999");
  EXPECT_EQ(kNl.count(1000), "1.000");
  EXPECT_EQ(kEn.count(1234567), "1,234,567");
  EXPECT_EQ(kNl.count(-1234), "−1.234");
}

TEST(Numbers, AmountsHaveANoBreakSpaceInDutch) {
  EXPECT_EQ(kNl.euro({290100}), "€\u00A02.901,00");
  EXPECT_EQ(kEn.euro({290100}), "€2,901.00");
  EXPECT_EQ(kNl.euro({5}), "€\u00A00,05");
  EXPECT_EQ(kNl.euro({-4200}), "−\u00A0€\u00A042,00");
  EXPECT_EQ(kEn.euro({-4200}), "−€42.00");
  EXPECT_EQ(kNl.whole_euro({290149}), "€\u00A02.901");
  EXPECT_EQ(kNl.whole_euro({290150}), "€\u00A02.902");
  EXPECT_EQ(kNl.whole_euro({-49}), "€\u00A00");
}

TEST(Numbers, ChangesHaveASign) {
  EXPECT_EQ(kNl.change({27019}), "+\u00A0€\u00A0270,19");
  EXPECT_EQ(kEn.change({27019}), "+€270.19");
  EXPECT_EQ(kNl.change({-4200}), "−\u00A0€\u00A042,00");
  EXPECT_EQ(kNl.change({0}), "€\u00A00,00");
}

TEST(Numbers, SharesAndHours) {
  EXPECT_EQ(kNl.percent(620), "62%");
  EXPECT_EQ(kNl.percent(625), "62,5%");
  EXPECT_EQ(kEn.percent(625), "62.5%");
  EXPECT_EQ(kNl.percent(0), "0%");
  EXPECT_EQ(kNl.whole_percent(624), "62%");
  EXPECT_EQ(kNl.whole_percent(625), "63%");
  EXPECT_EQ(kNl.hours({2450}), "24,5 uur");
  EXPECT_EQ(kEn.hours({2400}), "24 hours");
  EXPECT_EQ(kEn.hours({100}), "1 hour");
  EXPECT_EQ(kNl.decimal(1005, 3), "1,005");
  EXPECT_EQ(kNl.decimal(-125, 2), "−1,25");
}

TEST(Numbers, Dates) {
  EXPECT_EQ(kNl.date(make_date(2026, 9, 8)), "8 september 2026");
  EXPECT_EQ(kEn.date(make_date(2024, 2, 29)), "29 February 2024");
}

TEST(Numbers, SmallNumbersOfPeopleAreNotShown) {
  EXPECT_EQ(kNl.people(0), "0");
  EXPECT_EQ(kNl.people(1), "minder dan 10");
  EXPECT_EQ(kEn.people(9), "fewer than 10");
  EXPECT_EQ(kNl.people(10), "10");
}

}  // namespace
}  // namespace passend::present
