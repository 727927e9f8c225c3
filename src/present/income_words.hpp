// SPDX-License-Identifier: EUPL-1.2
// The sentences and tables of "loont werk?", the same for the page and the terminal. Inside src/present only.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "present/catalogue.hpp"
#include "present/income_data.hpp"
#include "present/numbers.hpp"
#include "present/table.hpp"

namespace passend::present::income_view {

struct Context {
  const IncomeData& data;
  const Catalogue& texts;
  Numbers numbers;

  std::string text(std::string_view key, const Arguments& arguments = {}) const { return texts.text(key, arguments); }
};

// Parts that belong together in the chart: income.more.GROUP and income.less.GROUP.
enum class Group { kWork, kBenefit, kTax, kAllowances, kCosts };
inline constexpr std::array kGroups{Group::kWork, Group::kBenefit, Group::kTax, Group::kAllowances, Group::kCosts};

struct Part {
  std::string_view rule{};
  Group group{};
  bool has_law_name = false;  // income.law_name.RULE
};

// Every part of docs/income.md section 11, in its order.
inline constexpr std::array kParts{Part{"wage", Group::kWork},
                                   Part{"holiday_allowance", Group::kWork},
                                   Part{"own_benefit", Group::kBenefit},
                                   Part{"bijstand", Group::kBenefit},
                                   Part{"other_income", Group::kWork},
                                   Part{"income_tax", Group::kTax},
                                   Part{"algemene_heffingskorting", Group::kTax, true},
                                   Part{"arbeidskorting", Group::kTax, true},
                                   Part{"iack", Group::kTax, true},
                                   Part{"jonggehandicaptenkorting", Group::kTax, true},
                                   Part{"ouderenkorting", Group::kTax, true},
                                   Part{"alleenstaande_ouderenkorting", Group::kTax, true},
                                   Part{"ahk_uitbetaling", Group::kTax, true},
                                   Part{"zvw", Group::kTax, true},
                                   Part{"zorgtoeslag", Group::kAllowances},
                                   Part{"huurtoeslag", Group::kAllowances},
                                   Part{"kindgebonden_budget", Group::kAllowances},
                                   Part{"kinderbijslag", Group::kAllowances},
                                   Part{"kinderopvangtoeslag", Group::kAllowances},
                                   Part{"childcare_cost", Group::kCosts},
                                   Part{"travel_cost", Group::kCosts},
                                   Part{"rounding", Group::kTax}};

Group group_of(std::string_view rule);
std::string name_of(Group group);  // as in the keys
std::string part_name(const Context& context, std::string_view rule);
std::string paid_name(const Context& context, std::string_view rule);        // of what comes after tax
std::string legal_part_name(const Context& context, std::string_view rule);  // "… (arbeidskorting)"

int year_of(const Context& context);      // of the payments
bool names_gain(const IncomeData& data);  // an offer, and no debt that may take it
std::string headline(const Context& context);
std::vector<std::string> lead(const Context& context);
std::string estimate(const Context& context);
std::string steady_note(const Context& context);  // where figures are no part of the calendar year shown

Cell euro_cell(const Context& context, std::int64_t eurocent);
Cell change_cell(const Context& context, std::int64_t eurocent);  // "gelijk" for no change
std::string before_name(const Context& context);                  // "Nu", or in a calendar year "Zonder dit werk"
std::string after_name(const Context& context);
enum class Names { kPlain, kLegal };
Table parts_table(const Context& context, Names names);

struct Kept {
  std::string number{};
  std::string label{};
};

std::vector<Kept> kept(const Context& context);

std::string break_name(const Context& context, const IncomeBreak& at);     // "Vanaf 20 uur"
std::string break_meaning(const Context& context, const IncomeBreak& at);  // what happens there
std::string hours_finding(const Context& context);
Table sweep_table(const Context& context);
std::string sweep_id(const Context& context);  // "hours" or "hourly": of the section, and of its texts
std::string swept_text(const Context& context, const std::string& key, const Arguments& values = {});
std::string place_name(const Context& context, std::int64_t at);  // on the axis: 24 uur, € 16,50

// Months with the same payments, together.
struct Period {
  std::string name{};
  Table payments{};
};

std::vector<Period> periods(const Context& context);

struct StepWords {
  std::string title{};
  std::string why{};
  std::string by{};
};

std::vector<StepWords> steps(const Context& context);  // steps with the same key and day as one
std::vector<std::string> not_covered(const Context& context);

// What the work costs the employer, by line, and what must be said beside it. Precondition: data.employer.
Table employer_table(const Context& context);
std::vector<std::string> employer_notes(const Context& context);
std::vector<std::string> certainty(const Context& context);

std::string input_value(const Context& context, const TraceInput& input);
std::string origin(const Context& context, const TraceParameter& parameter);  // confidence, state, from when

}  // namespace passend::present::income_view
