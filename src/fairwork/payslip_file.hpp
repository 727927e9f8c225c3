// SPDX-License-Identifier: EUPL-1.2
// A payslip as a TOML file (docs/payslip.md sections 1 and 8).
#pragma once

#include <string>
#include <string_view>

#include "fairwork/payslip.hpp"

namespace passend::fairwork {

// Every fault with its line and key: kToml…, kNotInList, kNotADate, kOutOfRange, kIntervalReversed, kContradiction.
// The slip points into `rules`, which must outlive it.
Result<Payslip> read_payslip(std::string_view bytes, const std::string& file, const PayslipRules& rules);

}  // namespace passend::fairwork
