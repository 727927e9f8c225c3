// SPDX-License-Identifier: EUPL-1.2
// What work would change in the income of the household of the person who asks. It stays with that person: nothing of
// it is written, and no plan, gate or score reads it.
#pragma once

#include <filesystem>
#include <optional>

#include "income/known_rules.hpp"
#include "work/facts.hpp"

namespace passend::cli {

class WorkEffect {
 public:
  // The household on that date, for the adult of that id; empty where there is only one. Faults of the file;
  // kReferenceMissing for another id, kTomlKeyMissing where an id is needed; kNotCovered and kNoValue as for income.
  static Result<WorkEffect> open(const std::filesystem::path& household, const std::string& adult,
                                 const std::filesystem::path& data, const ParameterStore& law, Date date);

  bool has_debt_warning() const { return before_.debt_warning; }

  // Net more (or less) a month, eurocent, with this work at the most hours that fit the person. Nothing where pay or
  // hours are not known, where the work is not paid, and where debts may take what is earned.
  std::optional<std::int64_t> gain(const Person& person, const Work& work) const;

 private:
  WorkEffect(const ParameterStore& law, income::Household household, std::string adult, income::RuledAnswer now)
      : law_(law),
        household_(std::move(household)),
        adult_(std::move(adult)),
        rules_(std::move(now.rules)),
        before_(std::move(now.answer)) {}

  const ParameterStore& law_;
  income::Household household_;
  std::string adult_;
  income::RuleBook rules_;
  income::Answer before_;
};

}  // namespace passend::cli
