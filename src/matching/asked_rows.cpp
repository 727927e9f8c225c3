// SPDX-License-Identifier: EUPL-1.2
#include "matching/asked_rows.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>

namespace passend {
namespace {

constexpr std::uint8_t kNotTested = 0xFF;
constexpr std::array kRowGates{Gate::kLanguage, Gate::kLicence, Gate::kDiploma, Gate::kConditions};

Gate gate_of(RequirementKind kind) {
  switch (kind) {
    case RequirementKind::kLanguage:
      return Gate::kLanguage;
    case RequirementKind::kLicence:
      return Gate::kLicence;
    default:
      return Gate::kDiploma;
  }
}

// Gives every different row one number.
template <class Row>
class Numbers {
 public:
  // The row's number; `next` when it is new.
  std::uint32_t of(const Row& row, std::size_t next) {
    return known_.try_emplace(key(row), static_cast<std::uint32_t>(next)).first->second;
  }

 private:
  static auto key(const Requirement& row) { return std::tuple(row.kind, row.code, row.level, row.trainable); }
  static auto key(const WorkDemand& row) { return std::tuple(row.item, row.level, row.adaptable, row.assumed); }
  std::map<decltype(key(Row{})), std::uint32_t> known_;
};

}  // namespace

AskedRows::AskedRows(const Snapshot& snapshot) {
  Numbers<Requirement> requirements;
  Numbers<WorkDemand> demands;
  const auto ask = [&](std::uint32_t number, Row row) {
    if (number == rows_.size()) rows_.push_back(std::move(row));
    of_work_.push_back(number);
  };
  begin_.push_back(0);
  for (const Work& work : snapshot.works) {
    for (const Requirement& row : work.requirements)
      ask(requirements.of(row, rows_.size()), {row, gate_of(row.kind), row.kind == RequirementKind::kSkill});
    for (const WorkDemand& row : work.demands) ask(demands.of(row, rows_.size()), {row, Gate::kConditions, false});
    begin_.push_back(static_cast<std::uint32_t>(of_work_.size()));
  }
}

AskedRows::Answers::Answers(const PlanContext& context, const AskedRows& asked)
    : context_(context), asked_(asked), known_(asked.rows_.size()) {}

void AskedRows::Answers::begin(const Person& person) {
  person_ = &person;
  std::fill(known_.begin(), known_.end(), kNotTested);
}

Outcome AskedRows::Answers::test(std::uint32_t number) const {
  const Row& row = asked_.rows_[number];
  const auto* requirement = std::get_if<Requirement>(&row.what);
  if (requirement == nullptr) return demand_outcome(context_, *person_, std::get<WorkDemand>(row.what));
  if (!row.is_skill) return requirement_outcome(*person_, *requirement);
  return covers_skill(context_, *person_, requirement->code) ? Outcome::kYes : Outcome::kNo;
}

bool AskedRows::Answers::pass(std::uint32_t work, GateOutcomes& outcomes, SkillCount& skills) {
  for (const Gate gate : kRowGates) outcomes[gate] = Outcome::kYes;
  skills = {};
  for (std::uint32_t k = asked_.begin_[work]; k < asked_.begin_[work + 1]; ++k) {
    const std::uint32_t number = asked_.of_work_[k];
    if (known_[number] == kNotTested) known_[number] = static_cast<std::uint8_t>(test(number));
    const auto outcome = static_cast<Outcome>(known_[number]);
    const Row& row = asked_.rows_[number];
    if (row.is_skill) {
      ++skills.asked;
      skills.covered += outcome == Outcome::kYes;
    } else {
      if (outcome == Outcome::kNo) return false;
      outcomes[row.gate] = both(outcomes[row.gate], outcome);
    }
  }
  return true;
}

}  // namespace passend
