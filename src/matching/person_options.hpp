// SPDX-License-Identifier: EUPL-1.2
// Aan tafel: the real work for one person now, what hangs on which question, and what employer, municipality or training
// could open. A change of the person's own wish is looked at only on request.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "matching/questions.hpp"
#include "matching/snapshot.hpp"
#include "matching/waiting.hpp"
#include "work/gates.hpp"

namespace passend {

struct WorkOption {
  std::uint32_t work = 0;
  int score = 0;
  PairWish wish;
  std::vector<Question> questions;  // empty: fits now
};

// One thing someone else could change, and the work that fails nothing else.
struct Opening {
  Gate gate{};
  std::vector<std::uint32_t> works;
  std::vector<std::uint32_t> trainings;
};

// One own limit let go, and the work that would then fit or depend on a question.
struct WishChange {
  Gate gate{};
  std::int64_t works = 0;
};

struct PersonOptions {
  std::vector<WorkOption> options;  // by score, most first, then by work
  std::vector<QuestionWorth> questions;
  std::vector<Opening> openings;    // by gate
  std::vector<WishChange> wish_changes;  // only when asked for
};

// The competition of others takes no part: this is about what fits, not about who gets it.
PersonOptions options_of(const PlanContext& context, const Snapshot& snapshot, const Person& person, bool wish_changes);

// Sets one of the person's own wishes or limits for a "what if": hours_min, hours_max, day_parts, from, until, max_km,
// max_minutes, min_hourly_eurocent, mode, pc4. Limits of a wish are set on all live wishes. False: unknown key or value.
bool set_wish(const PlanContext& context, Person& person, std::string_view key, std::string_view value);

}  // namespace passend
