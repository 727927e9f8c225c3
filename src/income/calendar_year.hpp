// SPDX-License-Identifier: EUPL-1.2
// What comes when: payments by month in the calendar year of an offer, and what is settled the year after.
// docs/income.md 12.
#pragma once

#include <vector>

#include "income/answer.hpp"

namespace passend::income {

inline constexpr int kYearAfter = 13;  // the month of what is settled

struct Payment {
  int month = 0;  // 1 to 12, kYearAfter
  Part part{};    // kIncomeTax: settled tax; allowances in kYearAfter: settled allowance
  std::int64_t eurocent = 0;
};

struct CalendarYear {
  int year = 0;
  std::vector<Payment> payments;  // by month, then by part; none is zero
  std::int64_t net = 0;           // of the whole year: the sum of the payments
};

// The year of the offer's start, or of household.date without an offer. Faults of settle() for each month;
// kTomlKeyMissing where the offer has no `from`.
Result<CalendarYear> calendar_year(const ParameterStore& law, const Household& household,
                                   const std::optional<Offer>& offer, const std::string& file);

}  // namespace passend::income
