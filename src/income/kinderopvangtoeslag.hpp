// SPDX-License-Identifier: EUPL-1.2
// Kinderopvangtoeslag: Wko art. 1.7, Besluit kinderopvangtoeslag art. 4 and annex I. docs/income.md 10.
#pragma once

#include <vector>

#include "income/lane.hpp"
#include "income/law_values.hpp"

namespace passend::income {

struct KinderopvangtoeslagRules {
  struct Row {
    double limit = 0, share = 0;  // euro a year, rate
  };
  std::vector<Row> first_child, next_child;  // by limit
  double max_centihours = 0;
  double max_daycare = 0, max_after_school = 0, max_childminder = 0;  // cents an hour

  static std::vector<Row> table(LawValues& law, std::string_view id) {
    std::vector<Row> rows;
    for (std::size_t row = 0; row < law.rows(id); ++row)
      rows.push_back({law.cell(id, row, 0, 0), law.cell(id, row, 1, kRateDigits)});
    return rows;
  }
  static KinderopvangtoeslagRules read(LawValues& law) {
    return {.first_child = table(law, "childcare_pct_table_first_child"),
            .next_child = table(law, "childcare_pct_table_second_child"),
            .max_centihours = law.number("childcare_max_hours_month", 2),
            .max_daycare = law.cents("childcare_max_rate_daycare"),
            .max_after_school = law.cents("childcare_max_rate_after_school"),
            .max_childminder = law.cents("childcare_max_rate_childminder")};
  }
};

// The share of the first row whose limit is not passed; unknown beyond the last.
template <class L>
L share_at(const std::vector<KinderopvangtoeslagRules::Row>& rows, L income) {
  L share(rows.front().share);
  for (std::size_t row = 1; row < rows.size(); ++row)
    share = select(income > L(rows[row - 1].limit), L(rows[row].share), share);
  return select(income > L(rows.back().limit), L(kNotSaid), share);
}

// Cents a month. Costs that count: hundredths of hours times cents an hour, within both maxima; of the child with most
// hours, and of all others together.
template <class L>
L kinderopvangtoeslag(const KinderopvangtoeslagRules& rules, L first_cost, L other_cost, L income) {
  const L unit(kRate * kCents);
  const L first = half_up(first_cost * share_at(rules.first_child, income), unit);
  if (!any(other_cost > L(0))) return first;
  const L others = half_up(other_cost * share_at(rules.next_child, income), unit);
  return first + select(other_cost > L(0), others, L(0));
}

}  // namespace passend::income
