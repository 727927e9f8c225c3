// SPDX-License-Identifier: EUPL-1.2
#include "matching/waiting.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "matching/parallel_blocks.hpp"
#include "work/gates.hpp"

namespace passend {
namespace {

constexpr std::array<CauseRow, kCauses> kCauseTable{{
    {"eigen keuze", "eigen keuze", ""},
    {"plekken", "werkgever", "extra plek"},
    {"wettelijke volgorde", "gemeente", ""},
    {"geen werk", "gemeente", ""},
    {"plek vol of dicht", "werkgever", "extra plek"},
    {"werkvergunning", "gemeente", "hulp bij de vergunning"},
    {"taal", "opleiding", ""},
    {"rijbewijs of certificaat", "opleiding", ""},
    {"diploma", "opleiding", ""},
    {"werk vraagt te veel", "werkgever", "aanpassing"},
    {"steun ontbreekt", "gemeente", "begeleiding"},
    {"indicatie niet geldig", "gemeente", "nieuw advies"},
    {"verdringing niet getoetst", "werkgever", "verklaring"},
    {"loon onder de vloer", "werkgever", "hoger loon"},
    {"regeling past niet", "gemeente", "andere regeling"},
}};

struct CauseOfGate {
  Gate gate;
  Cause cause;
};

constexpr std::array<CauseOfGate, 11> kCauseOfGate{{
    {Gate::kClosed, Cause::kClosed},
    {Gate::kPermit, Cause::kPermit},
    {Gate::kLanguage, Cause::kLanguage},
    {Gate::kLicence, Cause::kLicence},
    {Gate::kDiploma, Cause::kDiploma},
    {Gate::kConditions, Cause::kConditions},
    {Gate::kSupport, Cause::kSupport},
    {Gate::kIndication, Cause::kIndication},
    {Gate::kDisplacement, Cause::kDisplacement},
    {Gate::kWage, Cause::kWage},
    {Gate::kScheme, Cause::kScheme},
}};

std::vector<WaitingCause> causes_of_near_misses(const Snapshot& snapshot, const Person& person,
                                                const NearMisses& near) {
  std::vector<WaitingCause> causes;
  if (near.own_limits) causes.push_back({Cause::kOwnLimits, std::nullopt, {}});
  for (const auto& [gate, cause] : kCauseOfGate) {
    const auto& works = near.works_of_gate[static_cast<std::size_t>(gate)];
    if (works.empty()) continue;
    WaitingCause row{cause, static_cast<std::int64_t>(works.size()), {}};
    if (const auto kind = requirement_kind_of(gate)) {
      std::set<std::uint32_t> trainings;
      for (const std::uint32_t work : works)
        for (const std::uint32_t training : trainings_for(snapshot, person, snapshot.works[work], *kind))
          trainings.insert(training);
      row.trainings.assign(trainings.begin(), trainings.end());
    }
    causes.push_back(std::move(row));
  }
  return causes;
}

// Candidates of round 1 that remained, and pairs lost to the statutory order.
void add_competition(const Plan& plan, std::size_t person, std::vector<WaitingCause>& causes) {
  const PlanRound& round = plan.rounds.front();
  std::int64_t remaining = 0;
  std::int64_t lost = 0;
  for (std::size_t e = plan.candidates.row_begin[person]; e < plan.candidates.row_begin[person + 1]; ++e) {
    remaining += round.available[e];
    lost += round.lost_to_order[e];
  }
  if (remaining > 0) causes.push_back({Cause::kPlacesTaken, remaining, {}});
  if (lost > 0) causes.push_back({Cause::kStatutoryOrder, lost, {}});
}

}  // namespace

const CauseRow& row_of(Cause cause) { return kCauseTable[static_cast<std::size_t>(cause)]; }

std::vector<std::uint32_t> trainings_for(const Snapshot& snapshot, const Person& person, const Work& work,
                                         RequirementKind kind) {
  std::vector<std::uint32_t> found;
  for (const Requirement& requirement : work.requirements) {
    const bool fails =
        requirement.kind == kind && requirement.trainable == false && having(person, requirement) == Having::kLacking;
    if (!fails) continue;
    const std::string code =
        requirement.code ? snapshot.symbols.text(requirement.code) : std::to_string(requirement.level);
    for (std::size_t t = 0; t < snapshot.trainings.size(); ++t)
      if (snapshot.trainings[t].gives == kind && snapshot.symbols.text(snapshot.trainings[t].code) == code)
        found.push_back(static_cast<std::uint32_t>(t));
  }
  return found;
}

std::optional<RequirementKind> requirement_kind_of(Gate gate) {
  switch (gate) {
    case Gate::kLanguage:
      return RequirementKind::kLanguage;
    case Gate::kLicence:
      return RequirementKind::kLicence;
    case Gate::kDiploma:
      return RequirementKind::kDiploma;
    default:
      return std::nullopt;
  }
}

NearMissFinder::NearMissFinder(const PlanContext& context, const Snapshot& snapshot)
    : context_(context), snapshot_(snapshot), works_of_kind_(kWorkKinds) {
  for (std::size_t j = 0; j < snapshot.works.size(); ++j)
    works_of_kind_[static_cast<std::size_t>(snapshot.works[j].kind)].push_back(static_cast<std::uint32_t>(j));
}

void NearMissFinder::look_at(const Person& person, std::uint32_t j, NearMisses& out) const {
  const Work& work = snapshot_.works[j];
  const PairWish wish = choose_wish(context_, person, work);
  if (wish.wish == Outcome::kNo) return;
  const FirstFailures failures = first_failures(context_, person, work, wish);
  if (failures.count == 0) return;
  if (failures.count == 1 && !row_of(failures.first).own_limit) {
    out.works_of_gate[static_cast<std::size_t>(failures.first)].push_back(j);
    return;
  }
  if (out.own_limits) return;
  const GateOutcomes outcomes = evaluate_gates(context_, person, work, wish);
  for (std::size_t g = 0; g < kGates; ++g)
    if (outcomes.of[g] == Outcome::kNo && !kGateTable[g].own_limit) return;
  out.own_limits = true;
}

NearMisses NearMissFinder::find(const Person& person) const {
  NearMisses out;
  std::array<bool, kWorkKinds> done{};
  for (const Wish& wish : person.wishes) {
    if (!wish.live(context_.date) || done[static_cast<std::size_t>(wish.kind)]) continue;
    done[static_cast<std::size_t>(wish.kind)] = true;
    for (const std::uint32_t work : works_of_kind_[static_cast<std::size_t>(wish.kind)]) look_at(person, work, out);
  }
  return out;
}

std::vector<Waiting> find_waiting(const PlanContext& context, const Snapshot& snapshot, const Plan& plan, int threads) {
  std::vector<std::uint32_t> people;
  for (std::size_t i = 0; i < snapshot.people.size(); ++i)
    if (has_live_wish(snapshot.people[i], context.date) && plan.rounds.front().candidate_of_person[i] < 0)
      people.push_back(static_cast<std::uint32_t>(i));
  std::vector<Waiting> out(people.size());
  const NearMissFinder finder(context, snapshot);
  for_each_parallel(people.size(), threads, [&](std::size_t k) {
    const Person& person = snapshot.people[people[k]];
    auto causes = causes_of_near_misses(snapshot, person, finder.find(person));
    add_competition(plan, people[k], causes);
    if (causes.empty()) causes.push_back({Cause::kNoWork, 0, {}});
    std::sort(causes.begin(), causes.end(),
              [](const auto& a, const auto& b) { return row_of(a.cause).name < row_of(b.cause).name; });
    out[k] = {people[k], std::move(causes)};
  });
  return out;
}

}  // namespace passend
