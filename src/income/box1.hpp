// SPDX-License-Identifier: EUPL-1.2
// Tax on income from work and home, with national insurance: Wet IB 2001 art. 2.10 and 2.10a. docs/income.md 5.
#pragma once

#include <vector>

#include "income/lane.hpp"
#include "income/law_values.hpp"

namespace passend::income {

struct Bracket {
  double limit = 0;  // euro, upper end
  double rate = 0;   // of a hundred thousand
};

struct Box1Rules {
  std::vector<Bracket> below_aow, aow;  // the same number of brackets
  double first_limit_old = 0;           // art. 2.10a, for the oldest
  double birth_year_old = 0;

  static std::vector<Bracket> table(LawValues& law, std::string_view id) {
    std::vector<Bracket> brackets;
    for (std::size_t row = 0; row < law.rows(id); ++row)
      brackets.push_back({law.cell(id, row, 0, 0), law.cell(id, row, 1, kRateDigits)});
    return brackets;
  }
  static Box1Rules read(LawValues& law) {
    return {.below_aow = table(law, "box1_brackets_below_aow_age"),
            .aow = table(law, "box1_brackets_aow_age_born_from_1946"),
            .first_limit_old = law.euros("box1_first_bracket_limit_born_before_1946"),
            .birth_year_old = law.number("box1_birth_year_old", 0)};
  }

  double first_rate(bool of_aow) const {
    const auto& brackets = of_aow ? aow : below_aow;
    return brackets.empty() ? 0 : brackets.front().rate;
  }
};

// One bracket's tax over the part of `income` between its limits, in euro times kRate.
template <class L>
L bracket_tax(L income, L lower, L limit, L rate) {
  return rate * positive(lesser(income, limit) - lower);
}

// Whole euro, rounded down. `old`: born before birth_year_old; read only together with `of_aow`.
template <class L, class M>
L tariff(const Box1Rules& rules, L income, M of_aow, M old) {
  L tax(0);
  L lower(0);
  for (std::size_t b = 0; b < rules.below_aow.size(); ++b) {
    L limit = select(of_aow, L(rules.aow[b].limit), L(rules.below_aow[b].limit));
    if (b == 0) limit = select(of_aow && old, L(rules.first_limit_old), limit);
    tax = tax + bracket_tax(income, lower, limit, select(of_aow, L(rules.aow[b].rate), L(rules.below_aow[b].rate)));
    lower = limit;
  }
  return down(tax, L(kRate));
}

// Column III of the table in art. 2.10: whole euro, rounded down.
template <class L>
L column_three(L base, L lower, L upper, L rate) {
  return base + down(bracket_tax(upper, lower, upper, rate), L(kRate));
}

// First-bracket rate in the year in which AOW age is reached, in that month (1 to 12): the rate at AOW age and the AOW
// premium of the months before, cut to whole hundredths of a percent.
template <class L>
L first_rate_in_aow_year(L rate_aow, L premium, L month) {
  const L step(kRate / 10000);
  return down(rate_aow * L(kMonths) + premium * (month - L(1)), L(kMonths) * step) * step;
}

}  // namespace passend::income
