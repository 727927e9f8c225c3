// SPDX-License-Identifier: EUPL-1.2
#include "exchange/rules_reader.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/quantity.hpp"
#include "base/toml_fields.hpp"

namespace passend {
namespace {

constexpr std::int64_t kLarge = 1'000'000'000;
constexpr int kPerMille = 1000;

class RulesReader : TomlFields {
 public:
  RulesReader(const toml::table& root, const std::string& file) : TomlFields(file), root_(root) {}

  Result<RuleSet> run() {
    check_keys(root_, {"rules", "plan", "wage", "stage", "travel", "score", "floor"});
    read_texts();
    read_plan();
    read_money();
    read_travel();
    read_score();
    read_floors();
    if (!faults().empty()) return fail(std::move(faults()));
    return std::move(out_);
  }

 private:
  const toml::table& table(std::string_view name) {
    static const toml::table kEmpty;
    if (const auto* found = root_[name].as_table()) return *found;
    add(FaultCode::kTomlKeyMissing, root_.get(name), std::string(name));
    return kEmpty;
  }

  void read_texts() {
    const toml::table& from = table("rules");
    check_keys(from, {"title", "organ", "date", "publication", "policy_on_refusals"});
    out_.title = text(from, "title");
    out_.organ = text(from, "organ");
    out_.publication = text(from, "publication");
    out_.policy_on_refusals = text(from, "policy_on_refusals");
    out_.date = date(from, "date", false);
  }

  void read_plan() {
    const toml::table& from = table("plan");
    check_keys(from, {"rounds", "offers_per_place", "leximin_steps", "seed", "start_horizon_days"});
    out_.rounds = integer(from, "rounds", 1, 10);
    out_.offers_per_place = integer(from, "offers_per_place", 1, 100);
    out_.leximin_steps = integer(from, "leximin_steps", 0, 100);
    out_.seed = static_cast<std::uint64_t>(number(from, "seed", 0, 0, kLarge * kLarge));
    out_.start_horizon_days = integer(from, "start_horizon_days", 0, 3660);
  }

  void read_money() {
    const toml::table& wage = table("wage");
    check_keys(wage, {"floor_hourly_eurocent", "floor_from_age"});
    out_.wage_floor_hourly_eurocent = number(wage, "floor_hourly_eurocent", 0, 0, kLarge);
    out_.wage_floor_from_age = integer(wage, "floor_from_age", 0, 200);
    const toml::table& stage = table("stage");
    check_keys(stage, {"allowance_month_eurocent", "full_week_hours"});
    out_.stage_allowance_month_eurocent = number(stage, "allowance_month_eurocent", 0, 0, kLarge);
    out_.stage_full_week_centihours = static_cast<std::int32_t>(number(stage, "full_week_hours", 2, 1, 16'800));
  }

  void read_travel() {
    const toml::table& from = table("travel");
    check_keys(from, {"default_max_km", "default_max_minutes", "min_straight_m", "mode"});
    out_.default_max_metres = number(from, "default_max_km", 3, 0, kLarge);
    out_.default_max_minutes = number(from, "default_max_minutes", 0, 0, 10'000);
    out_.min_straight_metres = number(from, "min_straight_m", 0, 0, kLarge);
    const toml::table* modes = from["mode"].as_table();
    if (modes == nullptr || modes->empty()) return add(FaultCode::kTomlKeyMissing, &from, "mode");
    for (const auto& [name, node] : *modes) {
      const toml::table* mode = node.as_table();
      if (mode == nullptr) {
        add(FaultCode::kTomlType, &node, std::string(name.str()));
        continue;
      }
      check_keys(*mode, {"detour_per_mille", "metres_per_hour", "fixed_minutes"});
      out_.modes.push_back({.name = std::string(name.str()),
                            .detour_per_mille = number(*mode, "detour_per_mille", 0, kPerMille, 100'000),
                            .metres_per_hour = number(*mode, "metres_per_hour", 0, 1, 1'000'000),
                            .fixed_minutes = number(*mode, "fixed_minutes", 0, 0, 10'000)});
    }
    std::sort(out_.modes.begin(), out_.modes.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  }

  void read_score() {
    const toml::table& from = table("score");
    check_keys(from, {"wish", "skills", "travel", "hours", "known", "wish_step"});
    ScoreWeights& w = out_.score;
    w = {integer(from, "wish", 0, kPerMille),   integer(from, "skills", 0, kPerMille),
         integer(from, "travel", 0, kPerMille), integer(from, "hours", 0, kPerMille),
         integer(from, "known", 0, kPerMille),  integer(from, "wish_step", 0, kPerMille)};
    const int sum = w.wish + w.skills + w.travel + w.hours + w.known;
    if (!from.empty() && sum != kPerMille)
      add(FaultCode::kRuleRefused, &from, "score", {{"reason", "weights-sum"}, {"found", std::to_string(sum)}});
  }

  void read_floors() {
    const toml::node* node = root_.get("floor");
    if (node == nullptr) return;
    const toml::array* floors = node->as_array();
    if (floors == nullptr) return add(FaultCode::kTomlType, node, "floor");
    for (const toml::node& entry : *floors) {
      if (const toml::table* from = entry.as_table())
        read_floor(*from);
      else
        add(FaultCode::kTomlType, &entry, "floor");
    }
  }

  void read_floor(const toml::table& from) {
    check_keys(from, {"group", "people", "ground", "organ", "from", "until", "justification", "statutory_ground"});
    FloorRule floor;
    for (auto [key, field] :
         std::array<std::pair<std::string_view, std::string*>, 4>{{{"group", &floor.group},
                                                                   {"ground", &floor.ground},
                                                                   {"organ", &floor.organ},
                                                                   {"justification", &floor.justification}}}) {
      *field = text(from, key);
      if (field->empty()) add(FaultCode::kRuleRefused, &from, std::string(key), {{"reason", "floor-incomplete"}});
    }
    floor.statutory_ground = text(from, "statutory_ground");
    floor.people = integer(from, "people", 0, 1'000'000);
    for (auto [key, field] :
         std::array<std::pair<std::string_view, Date*>, 2>{{{"from", &floor.from}, {"until", &floor.until}}}) {
      const toml::node* node = from.get(key);
      const auto date = node == nullptr ? std::nullopt : date_of(*node);
      if (date)
        *field = *date;
      else
        add(FaultCode::kRuleRefused, &from, std::string(key), {{"reason", "floor-incomplete"}});
    }
    if (from.contains("from") && from.contains("until") && floor.until < floor.from)
      add(FaultCode::kIntervalReversed, from.get("until"), "until");
    out_.floors.push_back(std::move(floor));
  }

  const toml::table& root_;
  RuleSet out_;
};

}  // namespace

Result<RuleSet> read_rules(std::string_view bytes, const std::string& file) {
  const auto table = read_toml(bytes, file);
  if (!table) return fail(table.error());
  return RulesReader(*table, file).run();
}

Faults check_floors(const RuleSet& rules, const Snapshot& snapshot, const std::string& file) {
  Faults faults;
  std::set<std::string_view> seen;
  const auto refuse = [&](const FloorRule& floor, std::string reason) {
    faults.push_back({.code = FaultCode::kRuleRefused,
                      .file = file,
                      .column = "group",
                      .value = floor.group,
                      .args = {{"reason", std::move(reason)}}});
  };
  for (const FloorRule& floor : rules.floors) {
    const auto group = std::find_if(snapshot.groups.begin(), snapshot.groups.end(),
                                    [&](const Group& g) { return snapshot.symbols.text(g.name) == floor.group; });
    if (group == snapshot.groups.end())
      refuse(floor, "floor-group-missing");
    else if (snapshot.symbols.text(group->kind) == "age" && floor.statutory_ground.empty())
      refuse(floor, "floor-age-ground");
    if (!seen.insert(floor.group).second) refuse(floor, "floor-twice");
  }
  return faults;
}

}  // namespace passend
