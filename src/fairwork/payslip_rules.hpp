// SPDX-License-Identifier: EUPL-1.2
// What may stand on a payslip and the rule for each, as data: which pay counts for the minimum (WML art. 6), what may
// come off it (WML art. 13), what must be shown (BW 7:626). docs/payslip.md sections 1 and 6.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"

namespace passend::fairwork {

struct PayKind {
  std::string name{};
  bool counts = false;  // for the minimum
  std::string article{};
};

// How much of the minimum itself a deduction may take.
enum class FromMinimum { kNone, kAll, kShare, kAmount };

struct DeductionKind {
  std::string name{};
  FromMinimum from_minimum{};
  std::string parameter{};  // of kShare a fraction, of kAmount euros a year
  std::string article{};
};

struct SlipStatement {
  std::string key{};
  std::string article{};
};

struct PayslipRules {
  std::vector<PayKind> pay{};
  std::vector<DeductionKind> deductions{};
  std::vector<SlipStatement> statements{};
  std::map<std::string, std::string, std::less<>> articles{};  // of the other findings

  const PayKind* find_pay(std::string_view name) const;  // null when there is none
  const DeductionKind* find_deduction(std::string_view name) const;
};

// data/fairwork/payslip.toml. kToml…, kNotInList, kKeyTwice.
Result<PayslipRules> read_payslip_rules(std::string_view bytes, const std::string& file);

}  // namespace passend::fairwork
