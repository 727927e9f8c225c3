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
// Where a row's outcome counts: in one of four gates, or as a skill. The rows of a work are kept in this order.
constexpr std::array kGateOfSlot{Gate::kLanguage, Gate::kLicence, Gate::kDiploma, Gate::kConditions};
constexpr std::size_t kConditionSlot = 3;
constexpr std::size_t kSkillSlot = 4;
constexpr std::size_t kSlots = 5;

constexpr std::size_t slot_of(RequirementKind kind) {
  return kind == RequirementKind::kSkill ? kSkillSlot : static_cast<std::size_t>(kind);
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
  const auto number_of = [&](auto& numbers, const auto& row) {
    const std::uint32_t number = numbers.of(row, rows_.size());
    if (number == rows_.size()) rows_.push_back(row);
    return number;
  };
  std::array<std::vector<std::uint32_t>, kSlots> by_slot;
  for (const Work& work : snapshot.works) {
    for (auto& slot : by_slot) slot.clear();
    for (const Requirement& row : work.requirements) by_slot[slot_of(row.kind)].push_back(number_of(requirements, row));
    for (const WorkDemand& row : work.demands) by_slot[kConditionSlot].push_back(number_of(demands, row));
    for (const auto& slot : by_slot) {
      begin_.push_back(static_cast<std::uint32_t>(of_work_.size()));
      of_work_.insert(of_work_.end(), slot.begin(), slot.end());
    }
  }
  begin_.push_back(static_cast<std::uint32_t>(of_work_.size()));
}

void AskedRows::fetch_ahead(std::uint32_t work) const { __builtin_prefetch(of_work_.data() + begin_[work * kSlots]); }

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

Outcome AskedRows::Answers::outcome_of(std::uint32_t number) {
  if (known_[number] == kNotTested) known_[number] = static_cast<std::uint8_t>(test(number));
  return static_cast<Outcome>(known_[number]);
}

bool AskedRows::Answers::pass(std::uint32_t work, GateOutcomes& outcomes, SkillCount& skills) {
  const std::uint32_t* const begin = &asked_.begin_[work * kSlots];
  for (std::size_t slot = 0; slot < kSkillSlot; ++slot) {
    Outcome least = Outcome::kYes;
    for (std::uint32_t k = begin[slot]; k < begin[slot + 1]; ++k) least = both(least, outcome_of(asked_.of_work_[k]));
    if (least == Outcome::kNo) return false;
    outcomes[kGateOfSlot[slot]] = least;
  }
  skills = {.asked = static_cast<int>(begin[kSlots] - begin[kSkillSlot]), .covered = 0};
  for (std::uint32_t k = begin[kSkillSlot]; k < begin[kSlots]; ++k)
    skills.covered += outcome_of(asked_.of_work_[k]) == Outcome::kYes;
  return true;
}

}  // namespace passend
