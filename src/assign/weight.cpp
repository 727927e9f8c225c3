// SPDX-License-Identifier: EUPL-1.2
#include "assign/weight.hpp"

#include <span>

namespace passend::assign {
namespace {

struct Field {
  LevelName name;
  int shift;
};
constexpr std::array<Field, 3> kHigh{
    {{LevelName::kKept, kKeptShift}, {LevelName::kScore, kScoreShift}, {LevelName::kPlaced, kPlacedShift}}};
constexpr std::array<Field, 2> kLow{{{LevelName::kLottery2, kLottery2Shift}, {LevelName::kLottery, kLotteryShift}}};

Int128 joined(const Lanes& lanes, std::span<const Field> fields) {
  Int128 number = 0;
  for (const Field& field : fields) number += Int128{lanes[lane_of(field.name)]} * (Int128{1} << field.shift);
  return number;
}

// Fields are signed: each is the remainder nearest to zero, the rest belongs to the fields above.
void split(Int128 number, std::span<const Field> fields, Lanes& lanes) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    Int128 part = number;
    if (i + 1 < fields.size()) {
      const Int128 size = Int128{1} << (fields[i + 1].shift - fields[i].shift);
      part = ((number % size) + size) % size;
      if (part >= size / 2) part -= size;
      number = (number - part) / size;
    }
    lanes[lane_of(fields[i].name)] = static_cast<std::int64_t>(part);
  }
}

}  // namespace

Lanes lanes_of(const Problem& problem, Objective objective, std::size_t person, const Edge& edge) {
  Lanes lanes{};
  lanes[lane_of(LevelName::kPlaced)] = objective == Objective::kPlacedScore ? 1 : 0;
  lanes[lane_of(LevelName::kScore)] = edge.score;
  if (problem.with_kept) lanes[lane_of(LevelName::kKept)] = edge.kept ? 1 : 0;
  if (problem.with_lottery) {
    lanes[lane_of(LevelName::kLottery)] = static_cast<std::int64_t>(problem.lottery[person]);
    lanes[lane_of(LevelName::kLottery2)] = static_cast<std::int64_t>(edge.lottery);
  }
  return lanes;
}

Wide pack(const Lanes& lanes) { return {joined(lanes, kHigh), joined(lanes, kLow)}; }

Lanes unpack(const Wide& weight) {
  Lanes lanes{};
  split(weight.high, kHigh, lanes);
  split(weight.low, kLow, lanes);
  return lanes;
}

}  // namespace passend::assign
