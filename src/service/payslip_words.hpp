// SPDX-License-Identifier: EUPL-1.2
// What was found on a payslip, in words: the line of a finding, and what the worker can do next.
#pragma once

#include <string>
#include <vector>

#include "fairwork/payslip.hpp"
#include "present/catalogue.hpp"

namespace passend::service {

std::string finding_line(const present::Catalogue& words, const fairwork::PayslipFinding& finding);
std::vector<std::string> next_steps(const fairwork::PayslipAnswer& answer);  // keys of payslip.step
bool rests_on_doubt(const fairwork::PayslipAnswer& answer);

}  // namespace passend::service
