// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/outcome_groups.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace passend::fairwork {
namespace {

constexpr std::string_view kAgeBand = "age_band", kBenefit = "benefit";

// "0–26", "27–44", "45+": the band of an age.
std::string band_of(int age, const std::vector<int>& bands) {
  const auto above = std::ranges::upper_bound(bands, age);
  const int from = above == bands.begin() ? 0 : *(above - 1);
  return above == bands.end() ? fmt::format("{}+", from) : fmt::format("{}–{}", from, *above - 1);
}

class Counter {
 public:
  Counter(const Snapshot& snapshot, Date on, const MonitorRules& rules, const OutcomeOf& of)
      : snapshot_(snapshot), on_(on), rules_(rules), of_(of) {
    for (std::uint32_t p = 0; p < snapshot.people.size(); ++p)
      if (of.counts(p)) counted_.push_back(p);
  }

  OutcomeFamily family(std::string_view kind) const {
    OutcomeFamily family{.kind = std::string(kind), .rest_is_unknown = kind == kAgeBand || kind == kBenefit};
    std::map<std::string, OutcomeGroup> groups;  // by name
    for (const std::uint32_t p : counted_) {
      const Count placed = of_.placed(p) ? 1 : 0;
      std::vector<std::string> names = names_of(snapshot_.people[p], kind);
      if (names.empty()) names.emplace_back();
      family.partition = family.partition && names.size() == 1;
      ++family.total.people;
      family.total.placed += placed;
      for (const std::string& name : names) {
        OutcomeGroup& group = groups[name];
        ++group.cell.people;
        group.cell.placed += placed;
        group.members.push_back(p);
      }
    }
    // Who is in no group comes last.
    const auto unnamed = groups.extract("");
    for (auto& [name, group] : groups) {
      group.name = name;
      family.groups.push_back(std::move(group));
    }
    if (unnamed && !family.groups.empty()) family.groups.push_back(unnamed.mapped());
    return family;
  }

 private:
  std::vector<std::string> names_of(const Person& person, std::string_view kind) const {
    if (kind == kAgeBand)
      return person.birth ? std::vector{band_of(age_on(*person.birth, on_), rules_.age_bands)}
                          : std::vector<std::string>{};
    if (kind == kBenefit)
      return person.benefit ? std::vector{snapshot_.symbols.text(person.benefit)} : std::vector<std::string>{};
    std::vector<std::string> names;
    for (const std::uint32_t g : person.groups)
      if (snapshot_.symbols.text(snapshot_.groups[g].kind) == kind)
        names.push_back(snapshot_.symbols.text(snapshot_.groups[g].name));
    return names;
  }

  const Snapshot& snapshot_;
  Date on_;
  const MonitorRules& rules_;
  const OutcomeOf& of_;
  std::vector<std::uint32_t> counted_;
};

}  // namespace

std::vector<OutcomeFamily> outcome_families(const Snapshot& snapshot, Date on, const MonitorRules& rules,
                                            const std::vector<std::string>& kinds, const OutcomeOf& of) {
  const Counter counter(snapshot, on, rules, of);
  std::vector<OutcomeFamily> families;
  for (const std::string_view kind : kOutcomeKinds) {
    if (!kinds.empty() && std::ranges::find(kinds, kind) == kinds.end()) continue;
    OutcomeFamily family = counter.family(kind);
    if (!family.groups.empty()) families.push_back(std::move(family));
  }
  return families;
}

}  // namespace passend::fairwork
