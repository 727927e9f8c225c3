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
// Where a row's outcome counts: in one of four gates, or as a skill.
constexpr std::array kGateOfSlot{Gate::kLanguage, Gate::kLicence, Gate::kDiploma, Gate::kConditions};
constexpr std::uint8_t kConditionSlot = 3;
constexpr std::uint8_t kSkillSlot = 4;

constexpr std::uint8_t slot_of(RequirementKind kind) {
  return kind == RequirementKind::kSkill ? kSkillSlot : static_cast<std::uint8_t>(kind);
}
static_assert(slot_of(RequirementKind::kLanguage) == 0 && slot_of(RequirementKind::kDiploma) == 2);

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
  const auto ask = [&](std::uint32_t number, const Row& row, std::uint8_t slot) {
    if (number == rows_.size()) {
      rows_.push_back(row);
      slot_.push_back(slot);
    }
    of_work_.push_back(number);
  };
  begin_.push_back(0);
  for (const Work& work : snapshot.works) {
    for (const Requirement& row : work.requirements) ask(requirements.of(row, rows_.size()), row, slot_of(row.kind));
    for (const WorkDemand& row : work.demands) ask(demands.of(row, rows_.size()), row, kConditionSlot);
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
  const auto* requirement = std::get_if<Requirement>(&asked_.rows_[number]);
  if (requirement == nullptr) return demand_outcome(context_, *person_, std::get<WorkDemand>(asked_.rows_[number]));
  if (requirement->kind != RequirementKind::kSkill) return requirement_outcome(*person_, *requirement);
  return covers_skill(context_, *person_, requirement->code) ? Outcome::kYes : Outcome::kNo;
}

bool AskedRows::Answers::pass(std::uint32_t work, GateOutcomes& outcomes, SkillCount& skills) {
  std::array<Outcome, kSkillSlot> least;
  least.fill(Outcome::kYes);
  skills = {};
  for (std::uint32_t k = asked_.begin_[work]; k < asked_.begin_[work + 1]; ++k) {
    const std::uint32_t number = asked_.of_work_[k];
    if (known_[number] == kNotTested) known_[number] = static_cast<std::uint8_t>(test(number));
    const auto outcome = static_cast<Outcome>(known_[number]);
    const std::uint8_t slot = asked_.slot_[number];
    if (slot == kSkillSlot) {
      ++skills.asked;
      skills.covered += outcome == Outcome::kYes;
    } else {
      if (outcome == Outcome::kNo) return false;
      least[slot] = both(least[slot], outcome);
    }
  }
  for (std::size_t slot = 0; slot < kSkillSlot; ++slot) outcomes[kGateOfSlot[slot]] = least[slot];
  return true;
}

}  // namespace passend
