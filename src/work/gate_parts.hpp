// SPDX-License-Identifier: EUPL-1.2
// One function per gate; gates.cpp puts them in order. Not for use outside src/work.
#pragma once

#include "work/gates.hpp"

namespace passend::gates {

struct Pair {
  const PlanContext& context;
  const Person& person;
  const Work& work;
  const PairWish& chosen;
};

Outcome closed(const Pair& pair, PairNotes* notes);
Outcome wish(const Pair& pair, PairNotes* notes);
Outcome exclusion(const Pair& pair, PairNotes* notes);
Outcome resting(const Pair& pair, PairNotes* notes);
Outcome hours(const Pair& pair, PairNotes* notes);
Outcome day_parts(const Pair& pair, PairNotes* notes);
Outcome start(const Pair& pair, PairNotes* notes);
Outcome permit(const Pair& pair, PairNotes* notes);
Outcome travel(const Pair& pair, PairNotes* notes);
Outcome language(const Pair& pair, PairNotes* notes);
Outcome licence(const Pair& pair, PairNotes* notes);
Outcome diploma(const Pair& pair, PairNotes* notes);
Outcome conditions(const Pair& pair, PairNotes* notes);
Outcome support(const Pair& pair, PairNotes* notes);
Outcome indication(const Pair& pair, PairNotes* notes);
Outcome displacement(const Pair& pair, PairNotes* notes);
Outcome scheme(const Pair& pair, PairNotes* notes);
Outcome pay(const Pair& pair, PairNotes* notes);
Outcome wage(const Pair& pair, PairNotes* notes);

// The municipality's resource that meets this need at this work; nothing when the work meets it itself or none exists.
std::optional<std::uint32_t> resource_for(const PlanContext& context, const Work& work, const PersonSupport& support);

// An indication of this kind that is valid on the plan date.
bool has_valid_indication(const PlanContext& context, const Person& person, Symbol kind);

inline Outcome ask(PairNotes* notes, QuestionKind kind, QuestionCode code_kind = QuestionCode::kNothing,
                   std::int32_t code = 0) {
  if (notes != nullptr) notes->questions.push_back({kind, code_kind, code});
  return Outcome::kUnknown;
}

inline Outcome yes_if(bool condition) { return condition ? Outcome::kYes : Outcome::kNo; }

}  // namespace passend::gates
