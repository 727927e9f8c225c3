// SPDX-License-Identifier: EUPL-1.2
// Questions about work and places: pay, cost, displacement. docs/questions.md, 4, 7 and 9.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/sha256.hpp"
#include "base/text_file.hpp"
#include "fairwork/running_placements.hpp"
#include "insight/question_methods.hpp"
#include "scheme/place_cost.hpp"
#include "scheme/scheme_file.hpp"

namespace passend::insight {
namespace {

using fairwork::PlacementAlarm;

// Each placement counts once: under the first of these that holds for it.
constexpr PlacementAlarm kOfPay[] = {PlacementAlarm::kBelowFloor, PlacementAlarm::kFallsBelow,
                                     PlacementAlarm::kPayNotKnown, PlacementAlarm::kAgeNotKnown,
                                     PlacementAlarm::kSupplement};

std::string bytes_sha(const std::filesystem::path& file) {
  const auto bytes = read_file(file);
  return bytes ? sha256_hex(*bytes) : std::string();
}

std::vector<std::string> paid_kinds() {
  std::vector<std::string> out;
  for (const WorkKindRow& row : kWorkKindTable)
    if (row.paid) out.emplace_back(row.name);
  return out;
}

std::string place_command(const AskInput& input) {
  std::string text = fmt::format("passend scheme cost {} --date {} --wage-value {}", input.scheme,
                                 to_string(input.date), input.wage_value);
  if (input.centihours > 0) text += fmt::format(" --hours {}", input.centihours / 100);
  return text;
}

}  // namespace

Result<Computed> minimum_wage(const Asked& asked) {
  const AskInput& input = asked.input;
  const auto placements = read_placements(input.snapshot);
  if (!placements) return fail(placements.error());
  const bool ahead = asked.variant.words.front() == "ahead";
  const int days = ahead ? static_cast<int>(asked.question.steps.front()) : 0;
  const auto looked = fairwork::look_at_placements(*input.context, *input.read, *input.law, input.schemes, days);
  if (!looked) return fail(looked.error());
  const std::string day = to_string(input.date);
  Computed out{.columns = {"people"}};
  const std::size_t paid =
      out.add(counted(*placements, "paid", {.key = "paid_running"}, Unit::kPeople,
                      {{"work.kind", "=", paid_kinds()}, {"first_day", "<=", {day}}, {"last_day", ">=", {day}}}));
  std::int64_t rest = out.figures[paid].value.value_or(0);
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
  std::vector<std::size_t> parts;
  for (const PlacementAlarm alarm : kOfPay) {
    std::int64_t found = 0;
    for (const auto& one : looked->findings)
      if (one.alarm == alarm && seen.emplace(one.person, one.work).second) ++found;
    rest -= found;
    if (alarm == PlacementAlarm::kFallsBelow && !ahead) continue;
    parts.push_back(out.add(
        {.id = std::string(name_of(alarm)),
         .label = {.key = "pay_" + std::string(name_of(alarm))},
         .unit = Unit::kPeople,
         .value = found,
         .trace = {.how = "command",
                   .file = placements->file,
                   .sha256 = placements->sha256,
                   .filter = fmt::format("passend fair placements DIR --date {} --days {}", day, std::max(days, 1)),
                   .column = std::string(name_of(alarm))}}));
  }
  parts.push_back(out.add(
      {.id = "at_least",
       .label = {.key = "pay_at_least"},
       .unit = Unit::kPeople,
       .value = rest,
       .trace = {.how = "rule", .file = placements->file, .sha256 = placements->sha256, .filter = "paid - alarms"}}));
  out.lead = {parts.front()};
  if (ahead) out.lead.push_back(parts[1]);
  out.lead.push_back(paid);
  out.add_lead(share(out, "share_at_least", {.key = "share_at_least"}, parts.back(), paid));
  for (const std::size_t i : parts) out.rows.push_back({out.figures[i].label, {i}});
  out.sums = {{paid, std::move(parts)}};
  if (!looked->floor_not_known.empty()) out.doubts.push_back("floor_not_known");
  return out;
}

Result<Computed> cost_of_place(const Asked& asked) {
  const AskInput& input = asked.input;
  const auto one = std::ranges::find(input.schemes, input.scheme, &scheme::Scheme::id);
  const scheme::SchemeVersion* version = one == input.schemes.end() ? nullptr : one->version_on(input.date);
  if (version == nullptr)
    return fail({.code = FaultCode::kUnknownScheme,
                 .file = input.scheme,
                 .value = input.scheme,
                 .args = {{"date", to_string(input.date)}}});
  income::Household household = *input.household;
  household.date = input.date;
  const auto cost =
      scheme::place_cost(*input.law, *one, *version,
                         {.household = household, .centihours = input.centihours, .wage_value = input.wage_value});
  if (!cost) return fail(cost.error());
  Computed out{.columns = {"eurocent"}};
  const auto figure = [&](std::string id, std::optional<std::int64_t> value) {
    return Figure{.id = id,
                  .label = {.key = "cost_" + id},
                  .unit = Unit::kEurocent,
                  .value = value,
                  .trace = {.how = "command",
                            .file = std::filesystem::path(one->file).filename().string(),
                            .sha256 = bytes_sha(one->file),
                            .filter = place_command(input),
                            .column = id}};
  };
  std::int64_t gross = 0, off = 0;
  bool unknown = false;
  for (std::size_t i = 0; i < scheme::kCostLines; ++i) {
    const auto& value = cost->line[i];
    const std::size_t at = out.add(figure(std::string(scheme::kCostLineNames[i]), value));
    out.rows.push_back({out.figures[at].label, {at}});
    (scheme::comes_off(static_cast<scheme::CostLine>(i)) ? off : gross) += value.value_or(0);
    unknown = unknown || !value;
  }
  const std::size_t all = out.add(figure("gross", gross));
  const std::size_t less = out.add(figure("off", off));
  const std::size_t gap = out.add(figure("net", cost->known_gap));
  for (const std::size_t i : {all, less, gap}) out.rows.push_back({out.figures[i].label, {i}});
  out.lead = asked.variant.words.front() == "net" ? std::vector{gap, all, less} : std::vector{all, gap};
  if (unknown) out.doubts.push_back("lines_not_known");
  return out;
}

Result<Computed> displacement(const Asked& asked) {
  const auto& snapshot = asked.input.snapshot;
  const auto works = read_rows(snapshot, "work.csv", true, {"work", "employer", "kind"});
  if (!works) return fail(works.error());
  auto history = read_rows(snapshot, "host_history.csv", false, {"host", "kind", "date"});
  if (!history) return fail(history.error());
  const std::string day = to_string(asked.input.date);
  const std::map<std::string, std::string> args{{"months", std::to_string(asked.question.steps.front())}};
  const std::string later = fmt::format("+{}m", asked.question.steps.front());
  const Filter places{{"kind", "=", asked.variant.words}};
  const bool recent = asked.variant.id == "checked_within_year";
  Filter checked = with(places, {{"non_displacement", "!=", {""}}});
  if (recent) checked = with(places, {{"non_displacement" + later, ">=", {day}}, {"non_displacement", "<=", {day}}});
  Computed out{.columns = {"all_hosts", "hosts_with_places"}};
  const std::size_t all = out.add(counted(*works, "places", {.key = "works_that_need_check"}, Unit::kNumber, places));
  const std::size_t good =
      out.add(counted(*works, "checked", {.key = recent ? "works_checked_recently" : "works_checked", .args = args},
                      Unit::kNumber, checked));
  out.lead = {good, all};
  out.add_lead(share(out, "share_checked", {.key = "share_checked"}, good, all));
  const auto hosts = values_of(*works, "employer", places);
  history->add("has_place", [&](const RowTable& table, std::size_t row) -> std::string {
    return hosts.contains(table.cell(row, "host")) ? "ja" : "nee";
  });
  history->joined[works->file] = works->sha256;
  const Filter lately{{"date", "<=", {day}}, {"date" + later, ">=", {day}}};
  for (const char* kind : {"vacature", "ontslag", "minder_vrijwilligers"}) {
    const Label label{.key = fmt::format("event_{}", kind), .args = args};
    const Filter of_kind = with(lately, {{"kind", "=", {kind}}});
    const std::size_t anywhere = out.add(counted(*history, kind, label, Unit::kNumber, of_kind));
    const std::size_t there = out.add(counted(*history, fmt::format("{}_there", kind), label, Unit::kNumber,
                                              with(of_kind, {{"has_place", "=", {"ja"}}})));
    out.rows.push_back({label, {anywhere, there}});
  }
  return out;
}

}  // namespace passend::insight
