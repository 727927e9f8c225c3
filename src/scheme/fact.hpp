// SPDX-License-Identifier: EUPL-1.2
// What a scheme may ask of a person, a training, a work, an employer or a household: a closed list. What is not on it
// cannot be asked: no origin, health, diagnosis, refusal or sanction. docs/schemes.md section 3.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "scheme/guards.hpp"

namespace passend::scheme {

enum class Subject : std::uint8_t { kPerson, kTraining, kWork, kEmployer, kHousehold };
inline constexpr std::array<std::string_view, 5> kSubjectNames{"person", "training", "work", "employer", "household"};

enum class FactForm : std::uint8_t { kDate, kWords, kNumber, kYesNo };

enum class Fact : std::uint8_t {
  kBirthDate,
  kMunicipality,
  kStatus,
  kBenefit,
  kBenefitSince,
  kWaitingSince,
  kLeerplichtig,
  kEducationLevel,
  kStartkwalificatie,
  kSchool,
  kDiplomaLevel,
  kDiplomaYear,
  kDiplomaDate,
  kDiplomaWithoutVacancies,
  kAdvice,
  kIndication,
  kProvision,
  kWageValue,
  kRegularRoute,
  kWorkedHere,
  kTrainingLevel,
  kSectorProspects,
  kJobGuarantee,
  kTrainingStarted,
  kTrainingCost,
  kWorkKind,
  kContractMonths,
  kHoursWeek,
  kPaysFloor,
  kNewTasks,
  kDisplacementPassed,
  kNeighbourhoodValue,
  kSector,
  kSocialEnterprise,
  kLiabilityInsured,
  kDeMinimisReceived,
  kHouseholdKind,
  kBetterOff,
  kCount
};
inline constexpr std::size_t kFacts = static_cast<std::size_t>(Fact::kCount);

struct FactRow {
  std::string_view name;
  Subject subject;
  FactForm form;
  std::string_view words;  // of kWords: the closed list, separated by |; empty = any text
  std::int64_t most = 0;   // of kNumber
};

inline constexpr std::array<FactRow, kFacts> kFactTable{{
    {"birth_date", Subject::kPerson, FactForm::kDate, ""},
    {"municipality", Subject::kPerson, FactForm::kWords, ""},
    {"status", Subject::kPerson, FactForm::kWords, "zoekend|werkend|scholier"},
    {"benefit", Subject::kPerson, FactForm::kWords, "geen|bijstand|ww|ioaw|ioaz|wajong|wia|wao|zw|anw|bbz|aow|anders"},
    {"benefit_since", Subject::kPerson, FactForm::kDate, ""},
    {"waiting_since", Subject::kPerson, FactForm::kDate, ""},
    {"leerplichtig", Subject::kPerson, FactForm::kYesNo, ""},
    {"education_level", Subject::kPerson, FactForm::kNumber, "", kHighestLevel},
    {"startkwalificatie", Subject::kPerson, FactForm::kYesNo, ""},
    {"school", Subject::kPerson, FactForm::kWords, "geen|pro|vso|entree|mbo|hbo|wo|anders"},
    {"diploma_level", Subject::kPerson, FactForm::kNumber, "", kHighestLevel},
    {"diploma_year", Subject::kPerson, FactForm::kNumber, "", kMostNumber},
    {"diploma_date", Subject::kPerson, FactForm::kDate, ""},
    {"diploma_without_vacancies", Subject::kPerson, FactForm::kYesNo, ""},
    {"advice", Subject::kPerson, FactForm::kWords,
     "geen|scholingsadvies|loopbaanadvies|beschut|loonwaarde|proefplaatsing"},
    {"indication", Subject::kPerson, FactForm::kWords,
     "geen|beschut|banenafspraak|lks|loondispensatie|praktijkroute|wsw"},
    {"provision", Subject::kPerson, FactForm::kWords,
     "geen|basisbaan|beschut|wsw|werkervaringsplaats|proefplaatsing|participatieplaats|startersbeurs|dagbesteding"},
    {"wage_value_per_mille", Subject::kPerson, FactForm::kNumber, "", 1000},
    {"regular_route", Subject::kPerson, FactForm::kYesNo, ""},
    {"worked_here", Subject::kPerson, FactForm::kYesNo, ""},
    {"level", Subject::kTraining, FactForm::kNumber, "", kHighestLevel},
    {"sector_prospects", Subject::kTraining, FactForm::kYesNo, ""},
    {"job_guarantee", Subject::kTraining, FactForm::kYesNo, ""},
    {"started", Subject::kTraining, FactForm::kYesNo, ""},
    {"cost_eurocent", Subject::kTraining, FactForm::kNumber, "", kMostEurocentOfOne},
    {"kind", Subject::kWork, FactForm::kWords, "*"},
    {"contract_months", Subject::kWork, FactForm::kNumber, "", kLongestMonths},
    {"hours_week", Subject::kWork, FactForm::kNumber, "", kMostCentihours / 100},
    {"pays_floor", Subject::kWork, FactForm::kYesNo, ""},
    {"new_tasks", Subject::kWork, FactForm::kYesNo, ""},
    {"displacement_passed", Subject::kWork, FactForm::kYesNo, ""},
    {"neighbourhood_value", Subject::kWork, FactForm::kYesNo, ""},
    {"sector", Subject::kEmployer, FactForm::kWords, "publiek|semipubliek|privaat"},
    {"social_enterprise", Subject::kEmployer, FactForm::kYesNo, ""},
    {"liability_insured", Subject::kEmployer, FactForm::kYesNo, ""},
    {"de_minimis_received_eurocent", Subject::kEmployer, FactForm::kNumber, "", kMostEurocentOfAll},
    {"kind", Subject::kHousehold, FactForm::kWords, "alleenstaand|alleenstaande_ouder|paar"},
    {"better_off", Subject::kHousehold, FactForm::kYesNo, ""},
}};

constexpr const FactRow& row_of(Fact fact) { return kFactTable[static_cast<std::size_t>(fact)]; }
inline std::string path_of(Fact fact) {  // "person.birth_date"
  return std::string(kSubjectNames[static_cast<std::size_t>(row_of(fact).subject)]) + "." +
         std::string(row_of(fact).name);
}

using FactValue = std::variant<bool, std::int64_t, Date, std::vector<std::string>>;  // as the form of the fact says

// What is known on the day of the application. A fact that is not there is unknown, which is a value.
struct Facts {
  Date date{};
  std::array<std::optional<FactValue>, kFacts> values{};

  const std::optional<FactValue>& at(Fact fact) const { return values[static_cast<std::size_t>(fact)]; }
  void set(Fact fact, FactValue value) { values[static_cast<std::size_t>(fact)] = std::move(value); }
};

// The words of a fact that has a closed list; all kinds of work for work.kind; empty for any text.
std::vector<std::string_view> words_of(Fact fact);

}  // namespace passend::scheme
