// SPDX-License-Identifier: EUPL-1.2
// Where somebody can go with unfair or unsafe work besides a sealed report: data with source and confidence. What is
// not known for sure, such as a telephone number, is left out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"
#include "fairwork/sealed_report.hpp"

namespace passend::fairwork {

struct ReportRoute {
  std::string id, name, site;
  std::vector<ReportKind> kinds{};
  std::string nl, en;  // what one can expect there
  std::string source, confidence;
};

Result<std::vector<ReportRoute>> read_routes(std::string_view bytes, const std::string& file);

}  // namespace passend::fairwork
