// SPDX-License-Identifier: EUPL-1.2
#include "insight/population_archetypes.hpp"

#include <algorithm>

namespace passend::insight {
namespace {

using income::Benefit;

constexpr int kMonths = 12;
constexpr int kMajority = 18;
constexpr double kMille = 1000;

struct WeightedState {
  AdultState state{};
  double weight = 0;
};

// What an adult of this age band can do.
std::vector<WeightedState> states_of(const Structure& structure, std::size_t age) {
  std::vector<WeightedState> out;
  for (std::size_t a = 0; a < structure.activities.size(); ++a) {
    const Activity& one = structure.activities[a];
    for (std::size_t h = 0; h < one.hours.size(); ++h) {
      const double weight = static_cast<double>(one.ages[age] * one.hours[h]);
      if (weight == 0) continue;
      const AdultState state{static_cast<std::uint8_t>(age), static_cast<std::uint8_t>(a), static_cast<std::uint8_t>(h),
                             kNone};
      if (one.durations.empty()) out.push_back({state, weight * kMille});
      for (std::size_t d = 0; d < one.durations.size(); ++d) {
        WeightedState timed{state, weight * static_cast<double>(one.durations[d])};
        timed.state.duration = static_cast<std::uint8_t>(d);
        if (timed.weight > 0) out.push_back(timed);
      }
    }
  }
  return out;
}

// Of couples: bijstand is of both, and began for both in the same class.
bool can_be_partners(const Structure& structure, const AdultState& one, const AdultState& two) {
  const bool shared =
      structure.activities[one.activity].same_for_partner || structure.activities[two.activity].same_for_partner;
  return !shared || (one.activity == two.activity && one.duration == two.duration);
}

class Enumeration {
 public:
  explicit Enumeration(const Structure& structure) : s_(structure) {
    for (std::size_t age = 0; age < s_.ages.size(); ++age) states_.push_back(states_of(s_, age));
  }

  std::vector<Archetype> run() {
    for (std::size_t t = 0; t < kHouseholdTypeNames.size(); ++t)
      for (std::size_t age = 0; age < s_.ages.size(); ++age) {
        const auto type = static_cast<HouseholdType>(t);
        const double weight = static_cast<double>(s_.types[t][age]);
        if (weight == 0) continue;
        if (has_two_adults(type))
          pairs(type, age, weight);
        else
          for (const auto& state : states_[age]) with_children(type, {state.state, {}}, weight * state.weight);
      }
    return std::move(out_);
  }

 private:
  void pairs(HouseholdType type, std::size_t age, double weight) {
    for (const auto& [gap, share] : has_partners(type) ? s_.couple_gaps : s_.other_gaps) {
      if (gap > age) continue;
      for (const auto& one : states_[age])
        for (const auto& two : states_[age - gap])
          if (!has_partners(type) || can_be_partners(s_, one.state, two.state))
            with_children(type, {one.state, two.state}, weight * static_cast<double>(share) * one.weight * two.weight);
    }
  }

  void with_children(HouseholdType type, std::array<AdultState, 2> adults, double weight) {
    if (!has_children(type)) return with_tenure({type, {}, 0, kNone, adults, weight});
    for (std::size_t c = 0; c < s_.children.size(); ++c)
      with_tenure(
          {type, {}, 0, static_cast<std::uint8_t>(c), adults, weight * static_cast<double>(s_.children[c].weight)});
  }

  void with_tenure(Archetype kind) {
    bool income = false;
    std::size_t source = s_.sources.size();
    for (const AdultState& adult : kind.people()) {
      if (!age_window(s_, adult, kind.children)) return;
      income = income || s_.activities[adult.activity].income;
      source = std::min(source, s_.activities[adult.activity].source);
    }
    kind.source = static_cast<std::uint8_t>(source);
    if (!income) kind.weight *= static_cast<double>(s_.without_income) / kMille;
    const double weight = kind.weight;
    for (std::size_t t = 0; t < kTenureNames.size(); ++t) {
      kind.tenure = static_cast<Tenure>(t);
      kind.weight = weight * static_cast<double>(s_.tenures[t][source]);
      if (kind.weight > 0) out_.push_back(kind);
    }
  }

  const Structure& s_;
  std::vector<std::vector<WeightedState>> states_;  // by age band
  std::vector<Archetype> out_;
};

std::vector<std::string> ids_of(const std::vector<Band>& bands) {
  std::vector<std::string> out;
  for (const Band& band : bands) out.push_back(band.id);
  return out;
}

bool may_have_bijstand(const Structure& structure, std::size_t age) {
  return std::ranges::any_of(structure.activities, [&](const Activity& one) {
    return one.benefit == Benefit::kBijstand && one.ages[age] > 0;
  });
}

std::size_t bijstand_age_place(const Structure& structure, std::size_t age) {
  std::size_t place = 0;
  for (std::size_t a = 0; a < age; ++a) place += may_have_bijstand(structure, a) ? 1 : 0;
  return place;
}

std::size_t benefit_place(const Structure& structure, Benefit benefit) {
  std::size_t place = 0;
  for (std::size_t b = 0; b < static_cast<std::size_t>(benefit); ++b)
    if (std::ranges::any_of(structure.activities,
                            [&](const Activity& one) { return static_cast<std::size_t>(one.benefit) == b; }) &&
        static_cast<Benefit>(b) != Benefit::kAow)
      ++place;
  return place;
}

}  // namespace

std::optional<Band> age_window(const Structure& structure, const AdultState& adult, std::uint8_t children) {
  Band window = structure.ages[adult.age];
  if (adult.duration != kNone)
    window.from = std::max(window.from, kMonths * kMajority + structure.durations[adult.duration].from + 1);
  if (children != kNone)
    for (const auto child : structure.children[children].bands) {
      window.from = std::max(window.from, structure.child_ages[child].from + kMonths * structure.parent_least);
      window.until = std::min(window.until, structure.child_ages[child].until + kMonths * structure.parent_most);
    }
  return window.from < window.until ? std::optional(window) : std::nullopt;
}

std::vector<Archetype> archetypes_of(const Structure& structure) { return Enumeration(structure).run(); }

std::vector<std::string> values_of(const Structure& structure, Variable variable) {
  switch (variable) {
    case Variable::kType:
    case Variable::kBijstandType:
      return {kHouseholdTypeNames.begin(), kHouseholdTypeNames.end()};
    case Variable::kTenure:
      return {kTenureNames.begin(), kTenureNames.end()};
    case Variable::kSource:
      return structure.sources;
    case Variable::kChildren: {
      std::size_t most = 0;
      for (const ChildSet& set : structure.children) most = std::max(most, set.bands.size());
      std::vector<std::string> out;
      for (std::size_t n = 1; n <= most; ++n) out.push_back(std::to_string(n));
      return out;
    }
    case Variable::kBijstandDuration:
    case Variable::kDuration:
      return ids_of(structure.durations);
    case Variable::kAge:
      return ids_of(structure.ages);
    case Variable::kBijstandAge: {
      std::vector<std::string> out;
      for (std::size_t a = 0; a < structure.ages.size(); ++a)
        if (may_have_bijstand(structure, a)) out.push_back(structure.ages[a].id);
      return out;
    }
    case Variable::kChildAge:
      return ids_of(structure.child_ages);
    case Variable::kBenefit: {
      std::vector<std::string> out;
      for (std::size_t b = 0; b < income::kBenefitNames.size(); ++b)
        if (static_cast<Benefit>(b) != Benefit::kAow &&
            std::ranges::any_of(structure.activities,
                                [&](const Activity& one) { return static_cast<std::size_t>(one.benefit) == b; }))
          out.emplace_back(income::kBenefitNames[b]);
      return out;
    }
    case Variable::kHours: {
      std::vector<std::string> out;
      for (const HoursClass& one : structure.hours) out.push_back(one.id);
      return out;
    }
    case Variable::kBijstandChild:
      return {"ja"};
  }
  return {};
}

void count_values(const Structure& structure, const Archetype& archetype,
                  const std::function<void(Variable, std::size_t, int)>& visit) {
  const auto type = static_cast<std::size_t>(archetype.type);
  visit(Variable::kType, type, 1);
  visit(Variable::kTenure, static_cast<std::size_t>(archetype.tenure), 1);
  visit(Variable::kSource, archetype.source, 1);
  bool bijstand = false;
  std::uint8_t longest = 0;
  for (const AdultState& adult : archetype.people()) {
    const Benefit benefit = structure.activities[adult.activity].benefit;
    visit(Variable::kAge, adult.age, 1);
    if (benefit == Benefit::kAow) continue;  // benefits and hours are counted below the AOW age
    visit(Variable::kBenefit, benefit_place(structure, benefit), 1);
    visit(Variable::kHours, adult.hours, 1);
    if (benefit != Benefit::kBijstand) continue;
    bijstand = true;
    longest = std::max(longest, adult.duration);
    visit(Variable::kDuration, adult.duration, 1);
    visit(Variable::kBijstandAge, bijstand_age_place(structure, adult.age), 1);
  }
  if (bijstand) {
    visit(Variable::kBijstandType, type, 1);
    visit(Variable::kBijstandDuration, longest, 1);
  }
  if (archetype.children == kNone) return;
  const auto& children = structure.children[archetype.children].bands;
  visit(Variable::kChildren, children.size() - 1, 1);
  for (const auto band : children) visit(Variable::kChildAge, band, 1);
  if (bijstand) visit(Variable::kBijstandChild, 0, static_cast<int>(children.size()));
}

}  // namespace passend::insight
