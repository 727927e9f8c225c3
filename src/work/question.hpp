// SPDX-License-Identifier: EUPL-1.2
// A question is the one fact that would settle an unknown part of a gate. Its code stands in plans and messages.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "work/context.hpp"
#include "work/facts.hpp"

namespace passend {

enum class QuestionKind : std::uint8_t {
  kWorkClosed,
  kWorkPlaces,
  kWorkOccupation,
  kPersonHours,
  kWorkHours,
  kPersonDayParts,
  kWorkDayParts,
  kPersonPc4,
  kWorkPc4,
  kPersonMode,
  kPersonLanguage,
  kPersonLicence,
  kPersonDiploma,
  kTrainableLanguage,
  kTrainableLicence,
  kTrainableDiploma,
  kPersonCondition,
  kWorkDemand,
  kWorkAdaptable,
  kPersonSupport,
  kWorkSupport,
  kPersonIndication,
  kWorkNonDisplacement,
  kWorkHourly,
  kLawMinimumWage,
  kPersonBirthDate,
  kSupplement,
  kWorkBbl,
  kWorkAllowance,
  kSchemeTarget,
};
inline constexpr std::size_t kQuestionKinds = 30;

enum class Asked : std::uint8_t { kPerson, kEmployer, kElsewhere };
enum class QuestionCode : std::uint8_t { kNothing, kSymbol, kItem, kLevel, kDate };

struct QuestionRow {
  std::string_view prefix;
  Asked asked;
};

inline constexpr std::array<QuestionRow, kQuestionKinds> kQuestionTable{{
    {"work.closed", Asked::kEmployer},
    {"work.places", Asked::kEmployer},
    {"work.occupation", Asked::kEmployer},
    {"person.hours", Asked::kPerson},
    {"work.hours", Asked::kEmployer},
    {"person.day_parts", Asked::kPerson},
    {"work.day_parts", Asked::kEmployer},
    {"person.pc4", Asked::kPerson},
    {"work.pc4", Asked::kEmployer},
    {"person.mode", Asked::kPerson},
    {"person.language", Asked::kPerson},
    {"person.licence", Asked::kPerson},
    {"person.diploma", Asked::kPerson},
    {"work.trainable:language", Asked::kEmployer},
    {"work.trainable:licence", Asked::kEmployer},
    {"work.trainable:diploma", Asked::kEmployer},
    {"person.condition", Asked::kPerson},
    {"work.demand", Asked::kEmployer},
    {"work.adaptable", Asked::kEmployer},
    {"person.support", Asked::kPerson},
    {"work.support", Asked::kEmployer},
    {"person.indication", Asked::kPerson},
    {"work.non_displacement", Asked::kEmployer},
    {"work.hourly", Asked::kEmployer},
    {"law.wml", Asked::kElsewhere},
    {"person.birth_date", Asked::kPerson},
    {"uwv.supplement", Asked::kElsewhere},
    {"work.bbl", Asked::kEmployer},
    {"work.allowance", Asked::kEmployer},
    {"scheme.target", Asked::kElsewhere},
}};

struct Question {
  QuestionKind kind{};
  QuestionCode code_kind = QuestionCode::kNothing;
  std::int32_t code = 0;  // symbol index, item, level or day, as code_kind says
  friend auto operator<=>(const Question&, const Question&) = default;
};

inline const QuestionRow& row_of(QuestionKind kind) { return kQuestionTable[static_cast<std::size_t>(kind)]; }

// "person.condition:IV.13", as docs/plan.md writes it.
std::string code_of(const Question& question, const PlanContext& context);

}  // namespace passend
