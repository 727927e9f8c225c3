// SPDX-License-Identifier: EUPL-1.2
// The target group of a scheme: predicates from a closed list, joined by "all" and "any", each with its article.
// Outcomes have three values (Kleene): what is not known is no refusal. docs/schemes.md section 3.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "law/parameter_store.hpp"
#include "scheme/fact.hpp"
#include "work/gate.hpp"

namespace passend::scheme {

enum class PredicateForm : std::uint8_t {
  kAge,        // from ≤ age < below; until_aow: below the AOW age
  kWords,      // any_of: at least one; none_of: none
  kRange,      // at_least, at_most, both included
  kMonths,     // at_least, below: whole months since a date
  kYesNo,      // is
  kNotStated,  // what: the source has a condition and does not say its value; the outcome is never known
};

struct PredicateRow {
  std::string_view name;
  PredicateForm form;
  Fact fact;
};

// Names of predicates; a household is asked outside a plan only.
inline constexpr std::array kPredicateTable{
    PredicateRow{"age", PredicateForm::kAge, Fact::kBirthDate},
    PredicateRow{"residence", PredicateForm::kWords, Fact::kMunicipality},
    PredicateRow{"status", PredicateForm::kWords, Fact::kStatus},
    PredicateRow{"benefit", PredicateForm::kWords, Fact::kBenefit},
    PredicateRow{"benefit_duration", PredicateForm::kMonths, Fact::kBenefitSince},
    PredicateRow{"waiting_duration", PredicateForm::kMonths, Fact::kWaitingSince},
    PredicateRow{"leerplichtig", PredicateForm::kYesNo, Fact::kLeerplichtig},
    PredicateRow{"education", PredicateForm::kRange, Fact::kEducationLevel},
    PredicateRow{"startkwalificatie", PredicateForm::kYesNo, Fact::kStartkwalificatie},
    PredicateRow{"school", PredicateForm::kWords, Fact::kSchool},
    PredicateRow{"diploma_level", PredicateForm::kRange, Fact::kDiplomaLevel},
    PredicateRow{"diploma_year", PredicateForm::kRange, Fact::kDiplomaYear},
    PredicateRow{"since_diploma", PredicateForm::kMonths, Fact::kDiplomaDate},
    PredicateRow{"diploma_without_vacancies", PredicateForm::kYesNo, Fact::kDiplomaWithoutVacancies},
    PredicateRow{"advice", PredicateForm::kWords, Fact::kAdvice},
    PredicateRow{"indication", PredicateForm::kWords, Fact::kIndication},
    PredicateRow{"provision", PredicateForm::kWords, Fact::kProvision},
    PredicateRow{"wage_value", PredicateForm::kRange, Fact::kWageValue},
    PredicateRow{"regular_route", PredicateForm::kYesNo, Fact::kRegularRoute},
    PredicateRow{"worked_here", PredicateForm::kYesNo, Fact::kWorkedHere},
    PredicateRow{"training_level", PredicateForm::kRange, Fact::kTrainingLevel},
    PredicateRow{"sector_prospects", PredicateForm::kYesNo, Fact::kSectorProspects},
    PredicateRow{"job_guarantee", PredicateForm::kYesNo, Fact::kJobGuarantee},
    PredicateRow{"training_started", PredicateForm::kYesNo, Fact::kTrainingStarted},
    PredicateRow{"work_kind", PredicateForm::kWords, Fact::kWorkKind},
    PredicateRow{"contract_months", PredicateForm::kRange, Fact::kContractMonths},
    PredicateRow{"hours_week", PredicateForm::kRange, Fact::kHoursWeek},
    PredicateRow{"pays_floor", PredicateForm::kYesNo, Fact::kPaysFloor},
    PredicateRow{"new_tasks", PredicateForm::kYesNo, Fact::kNewTasks},
    PredicateRow{"displacement_passed", PredicateForm::kYesNo, Fact::kDisplacementPassed},
    PredicateRow{"neighbourhood_value", PredicateForm::kYesNo, Fact::kNeighbourhoodValue},
    PredicateRow{"employer_sector", PredicateForm::kWords, Fact::kSector},
    PredicateRow{"social_enterprise", PredicateForm::kYesNo, Fact::kSocialEnterprise},
    PredicateRow{"liability_insured", PredicateForm::kYesNo, Fact::kLiabilityInsured},
    PredicateRow{"household_kind", PredicateForm::kWords, Fact::kHouseholdKind},
    PredicateRow{"better_off", PredicateForm::kYesNo, Fact::kBetterOff},
    PredicateRow{"not_stated", PredicateForm::kNotStated, Fact::kCount},
};

const PredicateRow* predicate_named(std::string_view name);

struct Predicate {
  const PredicateRow* row = nullptr;
  std::optional<std::int64_t> at_least{};  // years, months or units; for kAge: from
  std::optional<std::int64_t> at_most{};   // for kAge and kMonths: the first that is too much ("below")
  bool until_aow = false;
  bool is = true;
  std::vector<std::string> any_of{};
  std::vector<std::string> none_of{};
  std::string list{};    // of sector_prospects: which list
  std::string ground{};  // of age: the statutory ground
  std::string what{};    // of not_stated
};

// A predicate, or several joined.
struct Condition {
  enum class Join : std::uint8_t { kOne, kAll, kAny };
  Join join = Join::kOne;
  Predicate predicate{};           // of kOne
  std::vector<Condition> parts{};  // of kAll, kAny
  std::string article{};           // empty: that of the condition around it
  int line = 0;
};

// AOW age in whole years and months, for "until_aow". Nothing: not known on that day, the outcome is unknown.
struct AowAge {
  int years = 0;
  int months = 0;
};
std::optional<AowAge> aow_age_on(const ParameterStore& law, Date on);

Outcome outcome_of(const Predicate& predicate, const Facts& facts, const std::optional<AowAge>& aow);

struct PredicateOutcome {
  const Predicate* predicate = nullptr;
  std::string_view article{};
  Outcome outcome{};
};

// The outcome of a condition; `each`, where given, gets every predicate below it, in the order of the file.
Outcome outcome_of(const Condition& condition, const Facts& facts, const std::optional<AowAge>& aow,
                   std::vector<PredicateOutcome>* each = nullptr, std::string_view article = {});

// Whether a predicate below it asks this fact.
bool asks(const Condition& condition, Fact fact);

// Whole months from `since` to `on`; negative before it.
std::int64_t months_between(Date since, Date on);

}  // namespace passend::scheme
