// SPDX-License-Identifier: EUPL-1.2
// Households as JSON lines in, answers as JSON lines out, in the form of tests/oracle/income: so that both can be
// compared line by line. Usage: income_lines LAW_FOLDER [--years] < households > answers
#include <fmt/format.h>

#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "income/answer.hpp"
#include "income/calendar_year.hpp"
#include "income/employer_cost.hpp"

namespace {

using namespace passend;
using namespace passend::income;
using nlohmann::json;

toml::table table_of(const json& object);

void insert(toml::table& table, const std::string& key, const json& value) {
  if (value.is_object()) {
    table.insert(key, table_of(value));
  } else if (value.is_array()) {
    toml::array array;
    for (const json& entry : value) array.push_back(table_of(entry));
    table.insert(key, std::move(array));
  } else if (value.is_boolean()) {
    table.insert(key, value.get<bool>());
  } else if (value.is_number_integer()) {
    table.insert(key, value.get<std::int64_t>());
  } else if (value.is_number()) {
    table.insert(key, value.get<double>());
  } else if (value.is_string() && (key == "hours_week" || key == "care_hours_month")) {
    table.insert(key, std::stod(value.get<std::string>()));  // decimal text, exact to two decimals
  } else if (value.is_string()) {
    table.insert(key, value.get<std::string>());
  }
}

toml::table table_of(const json& object) {
  toml::table table;
  for (const auto& [key, value] : object.items()) insert(table, key, value);
  return table;
}

json state_json(const State& state) {
  json parts;
  for (std::size_t p = 0; p < kParts; ++p) parts[std::string(kPartNames[p])] = state.part(static_cast<Part>(p));
  return {{"net_month_eurocent", state.net()}, {"parts", parts}};
}

json optional_json(const std::optional<std::int64_t>& value) { return value ? json(*value) : json(nullptr); }

json employer_json(const EmployerCost& cost) {
  json out{{"total", optional_json(cost.total)}};
  for (std::size_t k = 0; k < kEmployerLines; ++k)
    out[std::string(kEmployerLineNames[k])] = optional_json(cost.line[k]);
  return out;
}

json fault_json(const Faults& faults) {
  const Fault& first = faults.front();
  if (first.code == FaultCode::kNotCovered) return {{"refused", first.column + " " + first.value}};
  if (first.code == FaultCode::kNoValue) return {{"no_value", first.column}};
  return {{"fault", fmt::format("{} {} {}", name_of(first.code), first.column, first.value)}};
}

json year_json(const Result<CalendarYear>& found) {
  if (!found) return fault_json(found.error());
  json payments = json::array();
  for (const Payment& one : found->payments)
    payments.push_back({one.month, kPartNames[static_cast<std::size_t>(one.part)], one.eurocent});
  return {{"year", found->year}, {"net", found->net}, {"payments", payments}};
}

class Evaluator {
 public:
  Evaluator(const ParameterStore& law, bool years) : law_(law), years_(years) {}

  json run(const json& line) {
    std::optional<Offer> offer;
    json household_json = line;
    if (line.contains("offer")) {
      if (!line["offer"].is_null()) {
        const auto read = offer_of(table_of(line["offer"]), "offer");
        if (!read) return fault_json(read.error());
        offer = *read;
      }
      household_json.erase("offer");
    }
    const auto household = household_of(table_of(household_json), "household");
    if (!household) return fault_json(household.error());
    auto [book, is_new] = books_.try_emplace(household->date);
    if (is_new) book->second = read_rule_book(law_, household->date);
    const auto found = answer(book->second, law_, *household, offer);
    if (!found) return fault_json(found.error());
    json employer;
    if (offer) employer = employer_json(employer_cost(law_, book->second, *found->after, *offer));
    json out{{"employer", employer},
             {"before", state_json(found->before)},
             {"after", found->after ? state_json(*found->after) : json(nullptr)},
             {"participation_tax_per_mille", optional_json(found->participation_tax)},
             {"marginal_hour_eurocent", optional_json(found->marginal_hour)},
             {"marginal_100_eurocent", optional_json(found->marginal_100)}};
    if (years_) add_years(*household, offer, out);
    return out;
  }

 private:
  // What --years adds: the year of an offer whose start is known, without it and with it.
  void add_years(Household household, const std::optional<Offer>& offer, json& out) const {
    json before, after;
    if (offer && offer->from) {
      after = year_json(calendar_year(law_, household, offer, "offer"));
      household.date = *offer->from;
      before = year_json(calendar_year(law_, household, std::nullopt, "household"));
    }
    out["year_before"] = before;
    out["year_after"] = after;
  }

  const ParameterStore& law_;
  bool years_;
  std::map<Date, RuleBook> books_;
};

}  // namespace

int main(int argc, char** argv) {
  const auto law = load_parameters(argv[1]);
  if (!law) return 1;
  Evaluator evaluator(*law, argc > 2 && std::string_view(argv[2]) == "--years");
  for (std::string line; std::getline(std::cin, line);) std::cout << evaluator.run(json::parse(line)).dump() << '\n';
}
