// SPDX-License-Identifier: EUPL-1.2
// One person and one work that fit on every gate, on 3 November 2026, under the law as shipped. A test changes one fact
// and asks one gate.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "law_folder.hpp"
#include "matching/prepare.hpp"
#include "work/gates.hpp"

namespace passend::testing {

inline Reference small_reference() {
  Reference out;
  for (const char* group : {"5", "51", "513", "5131", "9", "91", "911", "9112"})
    out.occupations.add_group(group, group);
  for (const auto& [child, parent] :
       {std::pair{"51", "5"}, {"513", "51"}, {"5131", "513"}, {"91", "9"}, {"911", "91"}, {"9112", "911"}})
    out.occupations.add_parent(child, parent);
  out.occupations.add_occupation("kelner", "5131", "kelner");
  out.occupations.add_occupation("hoofdkelner", "5131", "hoofdkelner");
  out.occupations.add_occupation("keukenhulp", "9112", "keukenhulp in de bediening");
  out.occupations.add_parent("kelner", "5131");
  out.occupations.add_parent("hoofdkelner", "kelner");
  out.occupations.add_parent("keukenhulp", "9112");
  out.occupations.add_parent("keukenhulp", "5131");
  out.occupations.close();
  const auto item = [&](const std::string& code, ItemKind kind, const std::vector<std::string>& levels) {
    out.item_index[code] = static_cast<std::uint16_t>(out.items.size());
    out.items.push_back({.code = code, .label_nl = {}, .label_en = {}, .unit = {}, .kind = kind, .levels = levels});
  };
  item("IV.13", ItemKind::kOrdinal, {"15", "10", "5", "2"});
  item("II.1", ItemKind::kFlags, {"norm", "beperkt"});
  item("III.8", ItemKind::kFlags, {"norm", "allergie", "infectie"});
  item("I.8a", ItemKind::kCondition, {});
  item("III.1a", ItemKind::kThresholdMax, {});
  item("III.1b", ItemKind::kThresholdMin, {});
  item("IV.1", ItemKind::kInfo, {"links", "rechts"});
  out.templates["51"] = {{out.item_index["II.1"], 0}};
  out.templates["9112"] = {{out.item_index["IV.13"], 1}};
  out.points = {{0, 0}, {3000, 4000}};
  return out;
}

inline RuleSet plain_rules() {
  RuleSet rules;
  rules.rounds = 3;
  rules.offers_per_place = 2;
  rules.start_horizon_days = 120;
  rules.wage_floor_from_age = 21;
  rules.stage_full_week_centihours = 3600;
  rules.default_max_metres = 25'000;
  rules.default_max_minutes = 60;
  rules.min_straight_metres = 500;
  rules.modes = {{"auto", 1400, 45'000, 6}, {"fiets", 1300, 15'000, 2}};
  rules.score = {300, 200, 250, 100, 150, 200};
  return rules;
}

// By bicycle, confirmed long ago, asking nothing.
inline Wish wish_for(int rank, WorkKind kind) {
  Wish wish;
  wish.rank = rank;
  wish.kind = kind;
  wish.mode = 1;
  wish.confirmed = day("2024-01-01");
  return wish;
}

class Scene {
 public:
  explicit Scene(std::string_view on = "2026-11-03")
      : reference(small_reference()), rules(plain_rules()), on_(day(on)) {
    Person fits;
    fits.id = symbol("p1");
    fits.birth = day("1990-05-05");
    fits.point = 0;
    fits.hours_min = 1600;
    fits.hours_max = 3200;
    fits.day_parts = *day_part("ma-o") | *day_part("ma-m") | *day_part("di-o");
    fits.wishes.push_back(wish_for(1, WorkKind::kRegulier));
    snapshot.people.push_back(fits);
    Work open;
    open.id = symbol("w1");
    open.employer = symbol("e1");
    open.kind = WorkKind::kRegulier;
    open.occupation = reference.occupations.find("kelner");
    open.point = 1;
    open.places = 2;
    open.closed = false;
    open.bbl = false;
    open.hours_min = 1600;
    open.hours_max = 2400;
    open.day_parts = day_part("ma-o");
    open.hourly_eurocent = 2000;
    snapshot.works.push_back(open);
    person().conditions.push_back(condition("II.1", 0));
  }
  Scene(const Scene&) = delete;
  Scene& operator=(const Scene&) = delete;

  Person& person() { return snapshot.people.front(); }
  Work& work() { return snapshot.works.front(); }
  Wish& wish() { return person().wishes.front(); }
  Symbol symbol(std::string_view text) { return snapshot.symbols.intern(text); }
  Occupation occupation(std::string_view code) const { return reference.occupations.find(code); }
  std::uint16_t item(const std::string& code) const { return reference.item_index.at(code); }
  PersonCondition condition(const std::string& code, ItemLevel level, std::optional<Date> expires = {}) const {
    return {item(code), level, expires};
  }
  void work_of(WorkKind kind) { work().kind = wish().kind = kind; }

  // Prepares anew each time: a test may have changed anything.
  const PlanContext& context() {
    context_ = prepare(snapshot, reference, rules, shipped_law(), on_).value();
    return context_;
  }
  GateOutcomes all(PairNotes* notes = nullptr) {
    const PlanContext& now = context();
    return evaluate_gates(now, person(), work(), choose_wish(now, person(), work()), notes);
  }
  Outcome operator[](Gate gate) { return all()[gate]; }
  std::vector<std::string> questions() {
    PairNotes notes;
    all(&notes);
    std::vector<std::string> codes;
    for (const Question& question : notes.questions) codes.push_back(code_of(question, context_));
    std::sort(codes.begin(), codes.end());
    return codes;
  }
  // "yes", "no", or the questions that stand open on this gate alone, joined by a space.
  std::string asks(Gate gate) {
    const Outcome outcome = (*this)[gate];
    if (outcome != Outcome::kUnknown) return outcome == Outcome::kYes ? "yes" : "no";
    std::string text;
    for (const std::string& code : questions()) text += (text.empty() ? "" : " ") + code;
    return text;
  }

  Reference reference;
  RuleSet rules;
  Snapshot snapshot;

 private:
  Date on_;
  PlanContext context_;
};

}  // namespace passend::testing
