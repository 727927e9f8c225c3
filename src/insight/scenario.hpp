// SPDX-License-Identifier: EUPL-1.2
// A scenario: what changes, for how long, and every number that steers the simulation, with its source or marked as
// assumed. docs/simulation.md sections 1 to 4.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/fault.hpp"
#include "law/parameter_store.hpp"
#include "work/work_kind.hpp"

namespace passend::insight {

inline constexpr int kMostYears = 10;

struct ScenarioParameter {
  std::int64_t value = 0, low = 0, high = 0;
  std::string source{};  // empty: assumed
};

// Places of one kind, and what such a place is.
struct PlacesRule {
  WorkKind kind{};
  std::vector<std::int64_t> places{};        // per year; the last holds on
  std::string scheme{};                      // whose target group and ceilings hold; empty: none
  std::optional<std::int64_t> hours_week{};  // centihours; nothing: as the work says
  std::optional<std::int64_t>
      floor_per_mille{};            // hourly pay as a part of the adult minimum; nothing: as the work says
  std::int64_t wage_value = 1000;   // per mille; below 1000: with loonkostensubsidie
  std::int64_t paid_per_mille = 0;  // of the employer's cost after loonkostensubsidie, by the municipality
  std::int64_t coaching_centihours_week = 0;
  std::int64_t coaching_hour_eurocent = 0;
  bool permanent = false;

  std::int64_t in_year(int year) const;  // from 0
};

// Training paid by the municipality to who wants it, until a year's money is spent.
struct FundRule {
  std::int64_t year_eurocent = 0;
  std::int64_t training_eurocent = 0;  // one training, at the provider
};

// Internships at employers, of people outside this population: only money is counted.
struct InternshipRule {
  std::int64_t number = 0;               // a year
  std::int64_t months = 0;               // of each
  std::int64_t norm_month_eurocent = 0;  // what a norm asks; 0: none
};

enum class Assignment { kPlan, kCapacity };
enum class Incomes { kPlaced, kAll };  // whose net income is worked out each year

struct Scenario {
  std::string title{};
  int years = 0;
  int replications = 0;
  std::uint64_t seed = 0;
  Date law{};
  Assignment assignment{};
  Incomes incomes{};
  std::map<std::string, std::vector<std::string>> law_changes{};  // parameter → a number, or a row of them
  std::vector<PlacesRule> places{};                               // by kind
  std::optional<FundRule> fund{};
  std::optional<InternshipRule> internships{};
  std::map<std::string, ScenarioParameter, std::less<>> parameters{};

  std::string played() const;  // everything that steers a result, as text: the same for scenarios that say the same
  std::int64_t of(std::string_view parameter) const;  // its value; precondition: it is one of kScenarioParameters
  std::int64_t of(std::string_view stem, WorkKind kind) const;  // "ends" and kind
};

// Every parameter that a scenario must give; those of kinds ("ends.KIND") for the kinds of its places.
inline constexpr std::array<std::string_view, 13> kScenarioParameters{"wants.bijstand",
                                                                      "wants.ww",
                                                                      "accept",
                                                                      "accept_conditional",
                                                                      "out_work.bijstand",
                                                                      "out_work.ww",
                                                                      "out_other.bijstand",
                                                                      "out_other.ww",
                                                                      "in.bijstand",
                                                                      "in.ww",
                                                                      "pension.employer",
                                                                      "pension.employee",
                                                                      "travel_month_eurocent"};

// Those of a fund, and of internships, where a scenario has them.
inline constexpr std::array<std::string_view, 2> kFundParameters{"fund.wants", "fund.to_work"};
inline constexpr std::array<std::string_view, 2> kInternshipParameters{"internship.paid",
                                                                       "internship.mean_month_eurocent"};

// The file and its base. kFileMissing, kToml…, kOutOfRange, kNotInList, kKeyTwice; kTomlKeyMissing for a parameter that
// is not given, or has neither source and year nor assumed = true; kCannotBe where bases go round.
Result<Scenario> read_scenario(const std::filesystem::path& file);

// The law with the scenario's changes, each from the first day of its parameter's value on `law`. kUnknownParameter,
// kNoValue; kTomlType where the parameter is not of so many numbers.
Result<ParameterStore> changed_law(const ParameterStore& law, const Scenario& scenario);

}  // namespace passend::insight
