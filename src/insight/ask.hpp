// SPDX-License-Identifier: EUPL-1.2
// Answers questions of the catalogue from the files a municipality has. Pure: same files, same answer. What cannot be
// answered from them says which source it needs, what is missing and who has it.
#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>

#include "base/date.hpp"
#include "base/fault.hpp"
#include "income/household.hpp"
#include "insight/council_answer.hpp"
#include "insight/question_catalogue.hpp"
#include "law/parameter_store.hpp"
#include "matching/snapshot.hpp"
#include "scheme/scheme.hpp"
#include "work/context.hpp"

namespace passend::insight {

struct AskInput {
  Date date{};   // the day asked about; a plan has its own
  int year = 0;  // of what is counted by calendar year; 0: the last full year before the date
  // Folders and files; empty: not given.
  std::filesystem::path snapshot{}, plan{}, administration{}, tables{}, contracts{}, clauses{}, data{};
  std::string scheme{};        // a scheme or fund
  std::string municipality{};  // its code in published tables, such as GM0000
  std::int64_t centihours = 0;
  std::int64_t wage_value = 1000;                // per mille
  const income::Household* household = nullptr;  // of who would have the place
  const ParameterStore* law = nullptr;
  std::span<const scheme::Scheme> schemes{};
  const PlanContext* context = nullptr;  // of the snapshot, read and checked
  const Snapshot* read = nullptr;
  // Answers variants that need a simulation; without it they say what they need.
  std::function<Result<Computed>(const Question&, const Variant&)> simulate{};

  bool has(Source source) const;
  int counted_year() const;
};

// The variant, with the others as choices. Without a name: the first whose source is there, else the first.
// kNotInList: no such variant. Faults of the files.
Result<Answer> answer(const AskInput& input, const Question& question, const std::string& variant);

}  // namespace passend::insight
