// SPDX-License-Identifier: EUPL-1.2
#include "wage/wage_floor.hpp"

namespace passend {
namespace {

Result<FloorState> state_on(const ParameterStore& law, const Worker& worker, Date on, const OtherFloors& others) {
  const auto floor = wage_floor_on(law, worker, on, others);
  if (!floor && floor.error().front().code == FaultCode::kNoValue) return FloorState{};
  if (!floor) return fail(floor.error());
  if (const auto* found = std::get_if<WageFloor>(&*floor)) return FloorState{FloorState::Kind::kAmount, found->hourly};
  return FloorState{FloorState::Kind::kNoMinimum, {}};
}

}  // namespace

Result<WageFloorOn> wage_floor_on(const ParameterStore& law, const Worker& worker, Date on, const OtherFloors& others) {
  const auto answer = minimum_wage_on(law, worker, on);
  if (!answer) return fail(answer.error());
  if (const auto* none = std::get_if<NoMinimum>(&*answer)) return *none;
  const auto& minimum = std::get<MinimumWage>(*answer);
  WageFloor floor{minimum.hourly, FloorGround::kMinimumWage, minimum};
  if (others.agreement_hourly && *others.agreement_hourly > floor.hourly) {
    floor.hourly = *others.agreement_hourly;
    floor.ground = FloorGround::kAgreement;
  }
  if (others.municipal && minimum.age >= others.municipal->from_age && others.municipal->hourly > floor.hourly) {
    floor.hourly = others.municipal->hourly;
    floor.ground = FloorGround::kMunicipality;
  }
  return floor;
}

Result<std::vector<FloorChange>> floor_changes(const ParameterStore& law, const Worker& worker, Date from, Date until,
                                               const OtherFloors& others) {
  std::vector<FloorChange> changes;
  auto before = state_on(law, worker, from, others);
  if (!before) return fail(before.error());
  for (const Date on : minimum_wage_dates(law, worker, from, until)) {
    const auto after = state_on(law, worker, on, others);
    if (!after) return fail(after.error());
    const bool birthday_today = age_on(worker.birth_date, on) != age_on(worker.birth_date, on + -1);
    if (*after != *before) changes.push_back({on, *before, *after, birthday_today});
    before = after;
  }
  return changes;
}

}  // namespace passend
