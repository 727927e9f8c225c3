// SPDX-License-Identifier: EUPL-1.2
// Who wants work and which work there is, for a simulated year: people of the population with the wishes and abilities
// of the example municipality, and its works with the places of the scenario. docs/simulation.md section 2.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "exchange/reference_reader.hpp"
#include "insight/population.hpp"
#include "insight/scenario.hpp"
#include "matching/snapshot.hpp"
#include "work/context.hpp"
#include "work/rules.hpp"

namespace passend::insight {

// The files of an example municipality on the scenario's day, large enough for its places, and one round of its rules.
struct SeekerFiles {
  std::map<std::string, std::string> files;
  std::string rules;
};
Result<SeekerFiles> make_seeker_files(const Scenario& scenario, const std::filesystem::path& data);

// One who takes part in the plan of a year.
struct Seeker {
  std::uint32_t resident = 0;
  Date birth{};
  income::Benefit benefit{};
  Date benefit_since{};
};

// A snapshot in which people and places change every year. One for each thread: its symbols grow.
class SeekerMarket {
 public:
  // Reads the files once. Faults of the snapshot; kCannotBe: no work of a kind that the scenario has places of.
  static Result<std::unique_ptr<SeekerMarket>> open(const SeekerFiles& files, const Scenario& scenario,
                                                    const Reference& reference, const ParameterStore& law,
                                                    const std::vector<scheme::Scheme>& library);

  struct Voorstel {
    std::uint32_t seeker = 0;  // into the seekers given
    std::uint32_t work = 0;    // into works()
    bool conditional = false;
    std::int64_t centihours = 0;  // a week
    std::int64_t hourly = 0;      // eurocent
  };

  // One round of a plan for these seekers and so many free places of each rule of the scenario. By seeker. Faults of
  // prepare().
  Result<std::vector<Voorstel>> plan(std::span<const Seeker> seekers, std::span<const std::int64_t> places,
                                     std::uint64_t seed);

  struct Pay {
    std::int64_t centihours = 0, hourly = 0;  // a week; eurocent
  };
  Pay pay_of(std::size_t rule) const;                // of its first work
  std::int64_t minimum() const { return minimum_; }  // an hour, for adults

  const std::vector<Work>& works() const { return snapshot_.works; }
  std::size_t rule_of(std::uint32_t work) const { return rule_of_work_[work]; }  // into the scenario's places
  // Places of schemes in an occupation in which regular work is open too, of the places given.
  std::int64_t places_beside_vacancies(std::span<const std::int64_t> places) const;

 private:
  SeekerMarket() = default;
  void spread(std::span<const std::int64_t> places);

  const Scenario* scenario_ = nullptr;
  const Reference* reference_ = nullptr;
  const ParameterStore* law_ = nullptr;
  std::int64_t minimum_ = 0;
  RuleSet rules_;
  Snapshot snapshot_;
  std::vector<Person> templates_;                                   // with a live wish, by id
  std::map<income::Benefit, std::vector<std::size_t>> of_benefit_;  // into templates_
  std::vector<std::size_t> rule_of_work_;
  std::vector<std::vector<std::uint32_t>> works_of_rule_;
};

}  // namespace passend::insight
