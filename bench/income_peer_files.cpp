// SPDX-License-Identifier: EUPL-1.2
#include "income_peer_files.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "income/net_income.hpp"

namespace passend::bench {
namespace {

using income::Credit;
using income::HouseholdBatch;
using income::HouseholdColumns;
using income::kColumns;
using income::Part;
using nlohmann::json;

json brackets_of(const income::Box1Rules& rules) {
  json rows = json::array();
  for (const income::Bracket& bracket : rules.below_aow) rows.push_back({bracket.limit, bracket.rate});
  return rows;
}

json steps_of(const income::ArbeidskortingRules& rules) {
  json rows = json::array();
  for (const auto& step : rules.steps) rows.push_back({step.knot, step.rate, step.maximum});
  return rows;
}

json shares_of(const std::vector<income::KinderopvangtoeslagRules::Row>& rows) {
  json out = json::array();
  for (const auto& row : rows) out.push_back({row.limit, row.share});
  return out;
}

// As the rule book holds them: euro, cents, rates of a hundred thousand.
json numbers_of(const income::RuleBook& book) {
  const income::WithholdingRules& tax = book.withholding.rules;
  const income::FallingCredit& general = tax.general.below_aow;
  const income::CombinatiekortingRules& combination = book.combination.rules;
  const income::ZorgtoeslagRules& health = book.health.rules;
  const income::HuurtoeslagRules& rent = book.rent.rules;
  const income::KindgebondenBudgetRules& child = book.child_budget.rules;
  return {{"holiday_rate", book.wage.rules.holiday_rate},
          {"box1", brackets_of(tax.box1)},
          {"general", {general.maximum, general.from, general.rate}},
          {"labour", steps_of(tax.labour)},
          {"labour_final_rate", tax.labour.final_rate},
          {"combination", {combination.threshold, combination.rate, combination.maximum}},
          {"month_step", tax.month.step},
          {"ww_end_share", book.ww.rules.end_share},
          {"health",
           {{"premium", health.standard_premium},
            {"threshold", health.threshold},
            {"share_single", health.share_single},
            {"share_partner", health.share_partner},
            {"taper", health.taper},
            {"floor", health.payment_floor}}},
          {"rent",
           {{"quality", rent.quality},
            {"supplement", rent.supplement},
            {"to_quality", rent.share_to_quality},
            {"to_cap", rent.share_to_cap}}},
          {"child",
           {{"threshold", child.threshold},
            {"partner_addition", child.partner_addition},
            {"taper", child.taper},
            {"kink", child.kink},
            {"second_taper", child.second_taper}}},
          {"care_first", shares_of(book.childcare.rules.first_child)},
          {"care_next", shares_of(book.childcare.rules.next_child)}};
}

void write(const std::filesystem::path& path, const std::vector<double>& values) {
  std::ofstream file(path, std::ios::binary);
  file.write(reinterpret_cast<const char*>(values.data()),
             static_cast<std::streamsize>(values.size() * sizeof(double)));
  if (file.good()) return;
  fmt::print(stderr, "cannot write {}\n", path.string());
  std::exit(EXIT_FAILURE);
}

void write_columns(const std::filesystem::path& path, const Households& households) {
  std::vector<double> values;
  for (std::size_t f = 0; f < kColumns; ++f)
    for (const auto& household : households) values.push_back(reinterpret_cast<const double*>(&household)[f]);
  write(path, values);
}

// Nothing but pay, and an allowance for health care.
bool is_plain_single(const HouseholdColumns<double>& h) {
  const auto& adult = h.adult[0];
  return h.couple == 0 && adult.on_benefit == 0 && adult.other_year == 0 && h.child_benefit == 0 &&
         h.child_budget_full == 0 && h.has_young_child == 0 && h.insured == 1;
}

std::vector<double> singles_row(const HouseholdColumns<double>& h, const income::NetIncome<double>& found) {
  const auto& steps = found.adult[0];
  return {h.adult[0].gross,
          h.adult[0].pension,
          steps.tax_year,
          steps.used[static_cast<std::size_t>(Credit::kAlgemeen)],
          steps.used[static_cast<std::size_t>(Credit::kArbeid)],
          found.of(Part::kZorgtoeslag)};
}

std::vector<double> transposed(const std::vector<std::vector<double>>& rows) {
  std::vector<double> out;
  for (std::size_t f = 0; f < rows.front().size(); ++f)
    for (const auto& row : rows) out.push_back(row[f]);
  return out;
}

}  // namespace

HouseholdBatch write_peer_files(const std::filesystem::path& folder, const income::RuleBook& rules,
                                const Households& households) {
  HouseholdBatch singles;
  std::vector<double> net;
  std::vector<std::vector<double>> single_rows;
  for (const auto& household : households) {
    const auto found = income::net_income(rules, household);
    net.push_back(found.net);
    if (!is_plain_single(household)) continue;
    singles.add(household);
    single_rows.push_back(singles_row(household, found));
  }
  singles.pad();
  std::ofstream(folder / "rules.json") << numbers_of(rules).dump(1) << '\n';
  write_columns(folder / "columns.f64", households);
  write(folder / "net.f64", net);
  write(folder / "singles.f64", transposed(single_rows));
  return singles;
}

}  // namespace passend::bench
