// SPDX-License-Identifier: EUPL-1.2
// Worked examples from official publications, run through the statutes: CONTRACTS.md, "Law cases".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "law/parameter_store.hpp"

namespace passend::income {

struct CaseReport {
  std::vector<std::string> failures;   // "FAIL id: key expected x got y"
  std::vector<std::string> no_values;  // "NO VALUE id: parameter, date"
  int passed = 0;

  int failed() const { return static_cast<int>(failures.size()); }
};

// Every case of one file. A key in `expected` that does not come out within its tolerance is a failure; so are an
// unknown rule, an unknown input and a case without source, date or expectation. kTomlSyntax when it is not TOML.
Result<CaseReport> run_cases(const ParameterStore& law, std::string_view bytes, const std::string& file);

}  // namespace passend::income
