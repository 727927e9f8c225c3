// SPDX-License-Identifier: EUPL-1.2
#include "work/gates.hpp"

#include <algorithm>
#include <array>

#include "base/quantity.hpp"
#include "work/gate_parts.hpp"

namespace passend {
namespace {

using gates::Pair;

using GateFunction = Outcome (*)(const Pair&, PairNotes*);

constexpr std::size_t kPairGates = 15;  // the first of kByCost; the others go by rows of the work

struct GateEntry {
  Gate gate;
  GateFunction test;
};

// Cheapest and most selective first; the order changes no outcome.
constexpr std::array<GateEntry, kGates> kByCost{{
    {Gate::kWish, [](const Pair& pair, PairNotes* notes) { return gates::wish(pair, notes); }},
    {Gate::kClosed, [](const Pair& pair, PairNotes* notes) { return gates::closed(pair, notes); }},
    {Gate::kTravel, [](const Pair& pair, PairNotes* notes) { return gates::travel(pair, notes); }},
    {Gate::kHours, [](const Pair& pair, PairNotes* notes) { return gates::hours(pair, notes); }},
    {Gate::kDayParts, [](const Pair& pair, PairNotes* notes) { return gates::day_parts(pair, notes); }},
    {Gate::kStart, [](const Pair& pair, PairNotes* notes) { return gates::start(pair, notes); }},
    {Gate::kPermit, [](const Pair& pair, PairNotes* notes) { return gates::permit(pair, notes); }},
    {Gate::kPay, [](const Pair& pair, PairNotes* notes) { return gates::pay(pair, notes); }},
    {Gate::kScheme, [](const Pair& pair, PairNotes* notes) { return gates::scheme(pair, notes); }},
    {Gate::kDisplacement, [](const Pair& pair, PairNotes* notes) { return gates::displacement(pair, notes); }},
    {Gate::kIndication, [](const Pair& pair, PairNotes* notes) { return gates::indication(pair, notes); }},
    {Gate::kWage, [](const Pair& pair, PairNotes* notes) { return gates::wage(pair, notes); }},
    {Gate::kExclusion, [](const Pair& pair, PairNotes* notes) { return gates::exclusion(pair, notes); }},
    {Gate::kResting, [](const Pair& pair, PairNotes* notes) { return gates::resting(pair, notes); }},
    {Gate::kSupport, [](const Pair& pair, PairNotes* notes) { return gates::support(pair, notes); }},
    {Gate::kLicence, [](const Pair& pair, PairNotes* notes) { return gates::licence(pair, notes); }},
    {Gate::kDiploma, [](const Pair& pair, PairNotes* notes) { return gates::diploma(pair, notes); }},
    {Gate::kLanguage, [](const Pair& pair, PairNotes* notes) { return gates::language(pair, notes); }},
    {Gate::kConditions, [](const Pair& pair, PairNotes* notes) { return gates::conditions(pair, notes); }},
}};

}  // namespace

GateOutcomes evaluate_gates(const PlanContext& context, const Person& person, const Work& work, const PairWish& wish,
                            PairNotes* notes) {
  const Pair pair{context, person, work, wish};
  GateOutcomes outcomes;
  for (const auto& entry : kByCost) outcomes[entry.gate] = entry.test(pair, notes);
  if (notes != nullptr) {
    std::sort(notes->questions.begin(), notes->questions.end());
    notes->questions.erase(std::unique(notes->questions.begin(), notes->questions.end()), notes->questions.end());
  }
  return outcomes;
}

bool pass_pair_gates(const PlanContext& context, const Person& person, const Work& work, const PairWish& wish,
                     GateOutcomes& outcomes) {
  const Pair pair{context, person, work, wish};
  return std::all_of(kByCost.begin(), kByCost.begin() + kPairGates, [&](const GateEntry& entry) {
    outcomes[entry.gate] = entry.test(pair, nullptr);
    return outcomes[entry.gate] != Outcome::kNo;
  });
}

FirstFailures first_failures(const PlanContext& context, const Person& person, const Work& work, const PairWish& wish) {
  const Pair pair{context, person, work, wish};
  FirstFailures failures;
  for (const auto& entry : kByCost) {
    if (entry.test(pair, nullptr) != Outcome::kNo) continue;
    if (++failures.count == 1) failures.first = entry.gate;
    if (failures.count == 2) break;
  }
  return failures;
}

std::vector<ResourceUse> uses_of(const PlanContext& context, const Person& person, const Work& work) {
  std::vector<ResourceUse> uses = work.uses;
  for (const PersonSupport& support : person.supports) {
    const auto resource = gates::resource_for(context, work, support);
    if (!resource || *support.need == 0) continue;
    const auto same =
        std::find_if(uses.begin(), uses.end(), [&](const auto& use) { return use.resource == *resource; });
    if (same != uses.end())
      same->amount += *support.need;
    else
      uses.push_back({*resource, *support.need});
  }
  std::erase_if(uses, [](const ResourceUse& use) { return use.amount == 0; });
  std::sort(uses.begin(), uses.end(), [](const auto& a, const auto& b) { return a.resource < b.resource; });
  return uses;
}

}  // namespace passend
