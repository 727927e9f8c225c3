// SPDX-License-Identifier: EUPL-1.2
// One fixed, invented household that fills every part of "loont werk?". The amounts are no law and no real case.
#pragma once

#include <algorithm>

#include "present/income_data.hpp"
#include "present/report_sample.hpp"

namespace passend::present {

inline std::vector<IncomePart> sample_parts() {
  return {{"wage", 0, 159720},
          {"holiday_allowance", 0, 13395},
          {"own_benefit", 0, 0},
          {"bijstand", 162450, 0},
          {"other_income", 0, 0},
          {"income_tax", -58077, -61885},
          {"algemene_heffingskorting", 25958, 25958},
          {"arbeidskorting", 0, 31079},
          {"iack", 0, 4870},
          {"jonggehandicaptenkorting", 0, 0},
          {"ouderenkorting", 0, 0},
          {"alleenstaande_ouderenkorting", 0, 0},
          {"ahk_uitbetaling", 0, 0},
          {"zvw", 0, 0},
          {"zorgtoeslag", 12900, 12900},
          {"huurtoeslag", 38966, 32410},
          {"kindgebonden_budget", 49967, 49967},
          {"kinderbijslag", 12078, 12078},
          {"kinderopvangtoeslag", 0, 41212},
          {"childcare_cost", 0, -44880},
          {"travel_cost", 0, -4800},
          {"rounding", 1, -1}};
}

inline std::vector<IncomePoint> sample_sweep() {
  std::vector<IncomePoint> sweep;
  for (std::int64_t hours = 0; hours <= 36; ++hours) {
    const auto net = 244243 + 1900 * std::min<std::int64_t>(hours, 8) + 2800 * std::max<std::int64_t>(0, hours - 18) -
                     (hours > 20 ? 4220 : 0) - 1400 * std::max<std::int64_t>(0, hours - 30);
    sweep.push_back({100 * hours, net});
  }
  return sweep;
}

inline std::vector<IncomeBreak> sample_breaks() {
  return {{IncomeBreak::Kind::kKink, 800, "bijstand", -1900},
          {IncomeBreak::Kind::kKink, 1800, "bijstand", 2800},
          {IncomeBreak::Kind::kCliff, 2001, "kinderopvangtoeslag", -4220},
          {IncomeBreak::Kind::kKink, 3000, "huurtoeslag", -1400}};
}

inline std::vector<IncomePayment> sample_payments() {
  std::vector<IncomePayment> payments;
  for (int month = 1; month <= 12; ++month) {
    payments.push_back({month, month < 10 ? "bijstand" : "wage", month < 10 ? 130331 : 149002});
    payments.push_back({month, "zorgtoeslag", 12900});
    payments.push_back({month, "huurtoeslag", month < 10 ? 38966 : 32410});
  }
  payments.push_back({13, "iack", 58440});
  payments.push_back({13, "income_tax", -12044});
  return payments;
}

inline std::vector<TraceNode> sample_trace() {
  const TraceParameter amount{"minimum_wage_hourly", "wettelijk minimumloon per uur",
                              "14.99 EUR/hour",      "WML art. 8(1)",
                              "Staatscourant 2026",  "single",
                              "vastgesteld",         make_date(2026, 7, 1)};
  const TraceParameter credit{"general_tax_credit",    "algemene heffingskorting",  "[3115, 29736, 0.06398]",
                              "Wet IB 2001 art. 8.10", "wettekst; Belastingdienst", "confirmed",
                              "vastgesteld",           make_date(2026, 1, 1)};
  using Unit = TraceInput::Unit;
  return {{"wage",
           159720,
           {"WML art. 8", "BW 7:628"},
           {{"gross", 167440, Unit::kEurocent}, {"pension", 7720, Unit::kEurocent}},
           {amount}},
          {"algemene_heffingskorting",
           25958,
           {"Wet IB 2001 art. 8.10"},
           {{"income_year", 20773, Unit::kEuroYear}, {"insured", 1, Unit::kYes}, {"children", 1, Unit::kCount}},
           {credit, amount}},
          {"rounding", -1, {}, {}, {}}};
}

inline IncomeData with_sums(IncomeData data) {
  data.net_before = data.net_after = 0;
  for (const auto& part : data.parts) data.net_before += part.before, data.net_after += part.after;
  return data;
}

inline IncomeData sample_offer() {
  IncomeData data{.date = make_date(2026, 10, 1),
                  .rules_as_of = make_date(2026, 7, 1),
                  .has_offer = true,
                  .gross_before = 0,
                  .gross_after = 180835,
                  .parts = sample_parts(),
                  .participation_tax = 844,
                  .marginal_hour = 2800,
                  .marginal_100 = 4050,
                  .sweep = sample_sweep(),
                  .own_place = 2400,
                  .breaks = sample_breaks()};
  data.steps = {{"report-work", "", make_date(2026, 10, 7)},
                {"change-advance", "huurtoeslag", {}},
                {"change-advance", "zorgtoeslag", {}},
                {"change-advance", "kinderopvangtoeslag", {}},
                {"choose-credit", "", {}},
                {"ask-local", "", {}}};
  data.payments = sample_payments();
  data.not_covered = {"municipal-top-ups", "special-rate", "iack-refund"};
  data.weakest = "single";
  data.trace = sample_trace();
  return with_sums(data);
}

// What a calendar year has: a twelfth of what is paid, after tax.
inline IncomeData sample_year() {
  auto data = sample_offer();
  data.calendar_year = true;
  data.payments_year = 2027;
  data.participation_tax.reset();
  data.parts = {{"wage", 0, 37250},
                {"bijstand", 130331, 97748},
                {"income_tax", 0, -1004},
                {"huurtoeslag", 38966, 37327},
                {"zorgtoeslag", 12900, 12900},
                {"rounding", 0, 1}};
  return with_sums(data);
}

inline IncomeData sample_debt() {
  auto data = sample_offer();
  data.debt_warning = true;
  return data;
}

inline IncomeData sample_now() {
  auto data = sample_offer();
  data.has_offer = false;
  data.rules_as_of = data.date;
  for (auto& part : data.parts) part.after = part.before;
  data.participation_tax.reset();
  data.gross_after = data.gross_before;
  data.own_place = 0;
  data.payments.clear();
  data.steps.clear();
  data.not_covered = {"possible-bijstand"};
  data.weakest = "confirmed";
  data.trace.clear();
  return with_sums(data);
}

}  // namespace passend::present
