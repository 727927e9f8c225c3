// SPDX-License-Identifier: EUPL-1.2
// What a rule of the worked examples gets and gives, and the rules by the room they lie in. Inside src/income only.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/toml.hpp"
#include "income/lane.hpp"
#include "income/law_values.hpp"

namespace passend::income {

// A number that came out, as whole units over a power of ten.
struct Figure {
  double units = 0;
  int digits = 0;
};

inline Figure euros(double amount) { return {amount, 0}; }
inline Figure cents(double amount) { return {amount, 2}; }

struct Outcome {
  std::map<std::string, std::vector<Figure>> figures{};
  void set(const std::string& key, Figure figure) { figures[key] = {figure}; }
};

// What a case gives; every input read is remembered, so that one that no rule reads is told.
class Inputs {
 public:
  explicit Inputs(const toml::table& table) : table_(table) {}

  bool has(std::string_view key) {
    seen_.insert(std::string(key));
    return table_.contains(key);
  }
  // Times 10^digits; a number that is missing or has more decimals ends up in problem().
  double number(std::string_view key, int digits) {
    if (!has(key)) return missing(key);
    const auto text = decimal_text(*table_.get(key));
    const auto value = text ? parse_scaled(*text, digits) : std::nullopt;
    return value ? static_cast<double>(*value) : missing(key);
  }
  double cents(std::string_view key) { return number(key, 2); }
  double rate(std::string_view key) { return number(key, kRateDigits); }
  bool flag(std::string_view key) { return has(key) && table_[key].value<bool>().value_or(false); }
  std::string text(std::string_view key) { return has(key) ? table_[key].value<std::string>().value_or("") : ""; }
  std::vector<int> ages(std::string_view key) {
    std::vector<int> ages;
    if (!has(key) || !table_[key].is_array()) return ages;
    for (const toml::node& node : *table_[key].as_array())
      ages.push_back(static_cast<int>(node.value<std::int64_t>().value_or(0)));
    return ages;
  }
  const toml::table* overrides() {
    return has("parameter_override") ? table_["parameter_override"].as_table() : nullptr;
  }
  std::string problem() const {
    if (!missing_.empty()) return "input " + missing_;
    for (const auto& [key, node] : table_)
      if (!seen_.contains(std::string(key.str()))) return "unknown input " + std::string(key.str());
    return {};
  }

 private:
  double missing(std::string_view key) {
    missing_ = std::string(key) + " is missing, or no number of the form asked";
    return 0;
  }
  const toml::table& table_;
  std::set<std::string> seen_;
  std::string missing_;
};

using CaseRule = Outcome (*)(LawValues&, Inputs&);
using CaseRules = std::map<std::string_view, CaseRule>;

const CaseRules& cases_of_pay();         // wages, tax, withholding, WW, what employers get
const CaseRules& cases_of_assistance();  // bijstand and municipal schemes
const CaseRules& cases_of_allowances();  // for children, care and rent

}  // namespace passend::income
