// SPDX-License-Identifier: EUPL-1.2
// Individuele studietoeslag: Participatiewet art. 36b, Besluit studietoeslag; at least these amounts.
// docs/income.md 13.
#pragma once

#include <vector>

#include "income/law_values.hpp"

namespace passend::income {

struct StudietoeslagRules {
  struct Row {
    int age = 0;
    double month = 0;  // cents
  };
  std::vector<Row> rows;

  static StudietoeslagRules read(LawValues& law) {
    StudietoeslagRules rules;
    for (std::size_t row = 0; row < law.rows("study_supplement"); ++row)
      rules.rows.push_back(
          {static_cast<int>(law.cell("study_supplement", row, 0, 0)), law.cell("study_supplement", row, 1, 2)});
    return rules;
  }

  // Cents a month: the row of the highest age reached; 0 below all.
  double at_age(int age) const {
    const Row* found = nullptr;
    for (const Row& row : rows)
      if (row.age <= age && (found == nullptr || row.age > found->age)) found = &row;
    return found == nullptr ? 0 : found->month;
  }
};

}  // namespace passend::income
