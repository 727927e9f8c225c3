// SPDX-License-Identifier: EUPL-1.2
// "Klopt mijn loonstrook?": one payslip against the law. docs/payslip.md is the definition; nothing is kept.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/fault.hpp"
#include "fairwork/payslip_rules.hpp"
#include "law/parameter_store.hpp"
#include "wage/pay_due.hpp"
#include "wage/wage_question.hpp"

namespace passend::fairwork {

struct PayLine {
  const PayKind* kind = nullptr;
  Eurocent amount{};
};

struct DeductionLine {
  const DeductionKind* kind = nullptr;
  Eurocent amount{};
  bool written = false;
  std::optional<bool> certified{};
  std::optional<Eurocent> actual{};
};

struct HolidayOnSlip {
  bool each_period = false;            // else reserved
  std::optional<Eurocent> reserved{};  // in this period
  bool written = false;
};

struct Lodging {
  std::int64_t square_metres_hundredths = 0;
  std::int64_t people = 1;
  std::string kind{};  // logies, residentie
};

struct Stay {
  std::int64_t months = 0;
  std::string registered{};  // brp, rni, none
};

struct Lender {
  std::optional<bool> admitted{};
};

struct Payslip {
  Worker worker{};
  PayPeriod days{};
  PeriodKind period{};
  Hours hours{};                      // worked, in all
  std::vector<DayHours> by_day{};     // empty: only the sum is known
  std::optional<Eurocent> hourly{};   // agreed
  std::optional<Eurocent> monthly{};  // agreed
  std::vector<PayLine> pay{};
  std::vector<DeductionLine> deductions{};
  std::optional<Eurocent> net{}, paid{};
  std::optional<bool> paid_by_bank{};
  std::optional<HolidayOnSlip> holiday{};
  std::map<std::string, bool, std::less<>> shown{};  // by the key of a statement
  std::optional<Lender> lender{};
  std::optional<Lodging> lodging{};
  std::optional<Stay> stay{};
};

struct PayslipFinding {
  std::string name{};  // below_minimum, …, the key of its words
  std::string kind{};  // of a deduction or statement, else empty
  std::string article{};
  Eurocent owed{};
  std::string note{};  // of lender: enforced, not_yet_enforced
};

struct PayslipAnswer {
  Eurocent due{};      // the minimum for the hours worked
  Eurocent counted{};  // the pay that counts for it
  std::optional<Eurocent> agreed{};
  std::vector<PayslipFinding> findings{};  // in the order of the definition
  std::vector<std::string> questions{};    // what the slip leaves open, the key of its words
  std::vector<Origin> steps{};             // every parameter the answer rests on, once
  Eurocent owed() const;
};

// kNoValue where a value that is needed is not known in the period; kOutOfRange without hours.
Result<PayslipAnswer> check_payslip(const ParameterStore& law, const PayslipRules& rules, const Payslip& slip);

}  // namespace passend::fairwork
