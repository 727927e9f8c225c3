// SPDX-License-Identifier: EUPL-1.2
// Many payslips in one CSV file, a row each. docs/payslip.md section 8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fairwork/payslip_file.hpp"

namespace passend::fairwork {

struct PayslipRow {
  std::string id{};  // the row's own code
  Payslip slip{};
};

// Column `slip` is the code; every other column is a key of the TOML form, with a point where that has a table
// ("holiday.mode"), and pay.KIND, deduction.KIND and deduction.KIND.written, .certified, .actual_eurocent. Empty cells
// are not stated. Faults of the CSV form, and those of read_payslip with the row's line; kKeyTwice: a code twice.
Result<std::vector<PayslipRow>> read_payslips(std::string_view bytes, const std::string& file,
                                              const PayslipRules& rules);

}  // namespace passend::fairwork
