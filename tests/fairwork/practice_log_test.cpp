// SPDX-License-Identifier: EUPL-1.2
// Shows: a filled log is read pair by pair, what is missing is counted, and each mistake is one fault with its line.
#include "fairwork/practice_log.hpp"

#include <gtest/gtest.h>

#include "base/text_file.hpp"

namespace passend::fairwork {
namespace {

const std::string kRoot = PASSEND_SOURCE_DIR;
const std::string kHead = "pair,kind,vacancy,employer,member,profile,order,day,sent,called_back,retracted\n";
const std::string kFirst = "P1,age,V1,W1,reference,a,1,0,2026-10-01,ja,2026-10-05\n";
const std::string kSecond = "P1,age,V1,W1,tested,b,2,1,2026-10-02,nee,\n";

const PracticeRules& shipped() {
  static const PracticeRules rules =
      *read_practice_rules(*read_file(kRoot + "/data/fairwork/practice_tests.toml"), "rules");
  return rules;
}

Fault fault_of(const std::string& rows) {
  const auto log = read_practice_log(kHead + rows, "log.csv", shipped(), {});
  EXPECT_FALSE(log.has_value()) << rows;
  if (log) return {.code = FaultCode::kCount};
  EXPECT_EQ(log.error().size(), 1U) << rows;
  return log.error().front();
}

void expect_fault(const std::string& rows, FaultCode code, const std::string& column, int line) {
  const Fault fault = fault_of(rows);
  EXPECT_EQ(name_of(fault.code), name_of(code)) << rows;
  EXPECT_EQ(fault.column, column) << rows;
  EXPECT_EQ(fault.line, line) << rows;
}

TEST(PracticeLog, PairsAreReadAndWhatIsMissingIsCounted) {
  const auto log = read_practice_log(kHead + kFirst + kSecond +
                                         "P2,age,V2,W1,tested,a,1,0,2026-10-01,ja,\n"
                                         "P2,age,V2,W1,reference,b,2,1,2026-10-02,ja,2026-10-03\n"
                                         "P3,sex,V3,W2,tested,a,1,0,,,\nP3,sex,V3,W2,reference,b,2,1,,,\n",
                                     "log.csv", shipped(), {});
  ASSERT_TRUE(log.has_value());
  ASSERT_EQ(log->pairs.size(), 2U);
  EXPECT_TRUE(log->pairs[0].reference && !log->pairs[0].tested);
  EXPECT_TRUE(log->pairs[1].reference && log->pairs[1].tested);
  EXPECT_EQ(log->pairs[0].employer, log->pairs[1].employer);
  EXPECT_EQ(log->incomplete, 1);
  EXPECT_EQ(log->not_retracted, 1);
}

TEST(PracticeLog, EachMistakeIsOneFault) {
  expect_fault(kFirst + "P1,age,V1,W1,tested,b,2,1,2026-10-02,nee\n", FaultCode::kCellCount, "", 3);
  expect_fault(",age,V1,W1,tested,b,2,1,2026-10-02,nee,\n", FaultCode::kCellEmpty, "pair", 2);
  expect_fault("P1,age,V1,,tested,b,2,1,2026-10-02,nee,\n", FaultCode::kCellEmpty, "employer", 2);
  expect_fault("P1,shoes,V1,W1,tested,b,2,1,2026-10-02,nee,\n", FaultCode::kNotInList, "kind", 2);
  expect_fault("P1,age,V1,W1,control,b,2,1,2026-10-02,nee,\n", FaultCode::kNotInList, "member", 2);
  expect_fault("P1,age,V1,W1,tested,b,3,1,2026-10-02,nee,\n", FaultCode::kNotInList, "order", 2);
  expect_fault("P1,age,V1,W1,tested,b,2,1,2026-13-02,nee,\n", FaultCode::kNotADate, "sent", 2);
  expect_fault("P1,age,V1,W1,tested,b,2,1,2026-10-02,maybe,\n", FaultCode::kNotInList, "called_back", 2);
  expect_fault("P1,age,V1,W1,tested,b,2,1,,nee,\n", FaultCode::kCellEmpty, "sent", 2);
  expect_fault("P1,age,V1,W1,tested,b,2,1,2026-10-02,ja,2026-10-01\n", FaultCode::kIntervalReversed, "retracted", 2);
  expect_fault(kFirst, FaultCode::kContradiction, "pair", 2);
  expect_fault(kFirst + kSecond + kSecond, FaultCode::kKeyTwice, "pair", 4);
  expect_fault(kFirst + "P1,age,V1,W2,tested,b,2,1,2026-10-02,nee,\n", FaultCode::kContradiction, "employer", 3);
  expect_fault(kFirst + "P1,sex,V1,W1,tested,b,2,1,2026-10-02,nee,\n", FaultCode::kContradiction, "kind", 3);
  expect_fault(kFirst + "P1,age,V1,W1,tested,b,1,1,2026-10-02,nee,\n", FaultCode::kContradiction, "order", 3);
  const auto other = read_practice_log(kHead + kFirst + kSecond, "log.csv", shipped(), {*shipped().find("sex")});
  EXPECT_FALSE(other.has_value());
}

}  // namespace
}  // namespace passend::fairwork
