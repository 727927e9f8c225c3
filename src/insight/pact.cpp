// SPDX-License-Identifier: EUPL-1.2
#include "insight/pact.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/toml_fields.hpp"
#include "insight/question_methods.hpp"
#include "work/work_kind.hpp"

namespace passend::insight {
namespace {

constexpr std::int64_t kMostPeople = 1'000'000;
constexpr std::int64_t kMostMonths = 120;
constexpr std::int64_t kTailPerMille = 25;  // on each side: an interval of at least 95 %

std::vector<std::string> paid_kinds() {
  std::vector<std::string> out;
  for (const WorkKindRow& row : kWorkKindTable)
    if (row.paid) out.emplace_back(row.name);
  return out;
}

PactTarget target_of(TomlFields& fields, const toml::table& table) {
  fields.check_keys(table,
                    {"id", "partner", "employers", "group", "statutory_ground", "kinds", "stage", "months", "people"});
  PactTarget out{.id = fields.needed_text(table, "id"),
                 .partner = fields.text(table, "partner"),
                 .employers = fields.texts(table, "employers"),
                 .group = fields.text(table, "group"),
                 .ground = fields.text(table, "statutory_ground"),
                 .kinds = fields.texts(table, "kinds"),
                 .people = fields.number(table, "people", 0, 1, kMostPeople),
                 .line = line_of(table)};
  const std::string stage = fields.needed_text(table, "stage");
  if (fields.is_in_list(table, "stage", stage, {kPactStages.begin(), kPactStages.end()}))
    out.stage = static_cast<PactStage>(std::ranges::find(kPactStages, stage) - kPactStages.begin());
  if (out.stage == PactStage::kRhythm) out.months = fields.number(table, "months", 0, 1, kMostMonths);
  for (const std::string& kind : out.kinds)
    if (!work_kind_of(kind)) fields.add(FaultCode::kNotInList, table.get("kinds"), "kinds", {{"expected", kind}});
  if (out.kinds.empty()) out.kinds = paid_kinds();
  return out;
}

// The column with the day on which a placement counts for the target; empty where it does not count.
std::string day_column(const PactTarget& target) {
  const std::string stage(kPactStages[static_cast<std::size_t>(target.stage)]);
  return target.stage == PactStage::kRhythm ? fmt::format("{}_{}m_on", stage, target.months) : stage + "_on";
}

void add_counts_on(RowTable& table, const PactTarget& target) {
  table.add(day_column(target), [&](const RowTable& all, std::size_t row) -> std::string {
    const std::string from = all.cell(row, "from");
    if (target.stage == PactStage::kRhythm) {
      const std::string then = all.cell(row, fmt::format("from+{}m", target.months));
      return !then.empty() && all.cell(row, "last_day") >= then ? then : "";
    }
    if (target.stage == PactStage::kBegun) return from;
    for (std::size_t other = 0; other < all.rows.size(); ++other)
      if (all.cell(other, "person") == all.cell(row, "person") && !all.cell(other, "from").empty() &&
          all.cell(other, "from") < from)
        return from;
    return "";
  });
}

// Each person counts once for a target: on the first day that counts.
void keep_first(RowTable& table, const std::string& day, const Filter& filter) {
  std::map<std::string, std::pair<std::string, std::size_t>> first;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    if (!meets(table, row, filter)) continue;
    const std::pair found{table.cell(row, day), row};
    const auto [at, is_new] = first.emplace(table.cell(row, "person"), found);
    if (!is_new) at->second = std::min(at->second, found);
  }
  table.add("is_first", [&](const RowTable& all, std::size_t row) -> std::string {
    const auto found = first.find(all.cell(row, "person"));
    return found != first.end() && found->second.second == row ? "ja" : "nee";
  });
}

std::vector<std::string> months_of(Date from, Date until) {
  std::vector<std::string> out;
  for (int i = 0;; ++i) {
    const Date first = plus_months(from, i);
    const std::string month = to_string(first).substr(0, 7);
    if (month > to_string(until).substr(0, 7)) return out;
    out.push_back(month);
  }
}

class Follower {
 public:
  Follower(const Agreement& agreement, const RowTable& placements, Date on)
      : agreement_(agreement), placements_(placements), on_(on) {}

  void add(const PactTarget& target, const std::vector<std::string>& members, AgreementAnswer& out) {
    RowTable table = placements_;
    const std::string in_group = "group:" + target.group;
    table.add(in_group, [&](const RowTable& all, std::size_t row) -> std::string {
      return target.group.empty() || std::ranges::binary_search(members, all.cell(row, "person")) ? "ja" : "nee";
    });
    add_counts_on(table, target);
    const std::string day = day_column(target);
    const std::string last = to_string(std::min(agreement_.until, on_));
    Filter filter{{"work.kind", "=", target.kinds},
                  {in_group, "=", {"ja"}},
                  {day, ">=", {to_string(agreement_.from)}},
                  {day, "<=", {last}}};
    if (!target.employers.empty()) filter = with(filter, {{"work.employer", "=", target.employers}});
    keep_first(table, day, filter);
    filter = with(filter, {{"is_first", "=", {"ja"}}});
    Computed& computed = out.computed;
    PactProgress progress;
    const auto add_count = [&](const std::string& id, const std::string& label, const Filter& of) {
      people_.push_back(values_of(table, "person", of));
      return computed.add(counted(table, target.id + ":" + id, {.name = label}, Unit::kPeople, of));
    };
    progress.so_far = add_count("so_far", target.id, filter);
    std::vector<std::size_t> parts;
    for (const std::string& month : months_of(agreement_.from, std::min(agreement_.until, on_))) {
      parts.push_back(
          add_count(month, month, with(filter, {{day, ">=", {month + "-01"}}, {day, "<=", {month + "-31"}}})));
      progress.months.push_back({month, parts.back()});
    }
    computed.lead.push_back(progress.so_far);
    if (!parts.empty()) computed.sums.push_back({progress.so_far, std::move(parts)});
    out.progress.push_back(std::move(progress));
  }

  // Targets can be subtracted where the people of one lie in those of another: as a whole, and month by month.
  void compare(AgreementAnswer& out) const {
    for (const PactProgress& outer : out.progress) {
      Sum apart{.total = outer.so_far};  // targets in this one that share nobody
      std::set<std::string> taken;
      for (const PactProgress& inner : out.progress) {
        if (&inner == &outer || people_[inner.so_far].empty()) continue;
        for (std::size_t month = 0; month < outer.months.size(); ++month)
          nest(outer.months[month].figure, inner.months[month].figure, out.computed);
        if (!nest(outer.so_far, inner.so_far, out.computed)) continue;
        const auto& people = people_[inner.so_far];
        if (std::ranges::any_of(people, [&](const std::string& one) { return taken.contains(one); })) continue;
        taken.insert(people.begin(), people.end());
        apart.parts.push_back(inner.so_far);
      }
      if (apart.parts.size() > 1) out.computed.sums.push_back(std::move(apart));
    }
  }

  void forecast(AgreementAnswer& out) const {
    const std::int64_t past = std::min(on_, agreement_.until).days - agreement_.from.days + 1;
    const std::int64_t ahead = std::max(agreement_.until.days - on_.days, 0);
    for (PactProgress& progress : out.progress) {
      const Figure& so_far = out.computed.figures[progress.so_far];
      if (past <= 0 || !so_far.is_shown()) continue;
      const Prediction more = predict_count(*so_far.value, past, ahead, kTailPerMille);
      progress.at_end = Prediction{*so_far.value + more.low, *so_far.value + more.high};
    }
  }

 private:
  bool nest(std::size_t outer, std::size_t inner, Computed& computed) const {
    const bool within = !people_[inner].empty() && std::ranges::includes(people_[outer], people_[inner]);
    if (within) computed.nest({outer, inner});
    return within;
  }

  const Agreement& agreement_;
  const RowTable& placements_;
  Date on_;
  std::vector<std::set<std::string>> people_;  // of each figure
};

}  // namespace

Result<Agreement> read_agreement(std::string_view bytes, const std::string& file) {
  const auto table = read_toml(bytes, file);
  if (!table) return fail(table.error());
  TomlFields fields(file);
  fields.check_keys(*table, {"title", "source", "from", "until", "target"});
  Agreement out{.title = fields.needed_text(*table, "title"),
                .source = fields.needed_text(*table, "source"),
                .from = fields.date(*table, "from", true).value_or(Date{}),
                .until = fields.date(*table, "until", true).value_or(Date{})};
  if (out.until < out.from) fields.add(FaultCode::kIntervalReversed, table->get("until"), "until");
  for (const toml::table* one : fields.tables(*table, "target")) {
    PactTarget target = target_of(fields, *one);
    if (std::ranges::find(out.targets, target.id, &PactTarget::id) != out.targets.end())
      fields.add(FaultCode::kKeyTwice, one->get("id"), "id");
    out.targets.push_back(std::move(target));
  }
  if (out.targets.empty()) fields.add(FaultCode::kTomlKeyMissing, nullptr, "target");
  if (!fields.faults().empty()) return fail(std::move(fields.faults()));
  return out;
}

Result<AgreementAnswer> follow(const Agreement& agreement, const std::filesystem::path& snapshot, Date on,
                               const std::string& file) {
  auto placements = read_placements(snapshot);
  if (!placements) return fail(placements.error());
  const auto groups = read_rows(snapshot, "groups.csv", false, {"person", "group", "kind"});
  if (!groups) return fail(groups.error());
  if (!groups->sha256.empty()) placements->joined[groups->file] = groups->sha256;
  Faults faults;
  AgreementAnswer out{.computed = {.date = on}};
  Follower follower(agreement, *placements, on);
  for (const PactTarget& target : agreement.targets) {
    const Filter of_group{{"group", "=", {target.group}}};
    const auto members = values_of(*groups, "person", of_group);
    const bool by_age = values_of(*groups, "kind", of_group).contains("age");
    if (!target.group.empty() && members.empty())
      faults.push_back({.code = FaultCode::kReferenceMissing,
                        .file = file,
                        .line = target.line,
                        .column = "group",
                        .value = target.group,
                        .args = {{"expected", "groups.csv"}}});
    else if (by_age && target.ground.empty())
      faults.push_back({.code = FaultCode::kRuleRefused,
                        .file = file,
                        .line = target.line,
                        .column = "group",
                        .value = target.group,
                        .args = {{"reason", "floor-age-ground"}}});
    else
      follower.add(target, {members.begin(), members.end()}, out);
  }
  if (!faults.empty()) return fail(std::move(faults));
  follower.compare(out);
  hide_small(out.computed);
  follower.forecast(out);
  return out;
}

}  // namespace passend::insight
