// SPDX-License-Identifier: EUPL-1.2
// Questions about a plan: who has no voorstel, and whether groups get a fair share. docs/questions.md, 1 and 10.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/sha256.hpp"
#include "base/text_file.hpp"
#include "exchange/plan_files.hpp"
#include "insight/question_methods.hpp"

namespace passend::insight {
namespace {

using nlohmann::json;

constexpr const char* kOwnChoice = "eigen keuze";  // never counted: a choice of the person is no figure

std::unexpected<Faults> other_shape(const std::filesystem::path& file, const char* reason) {
  return fail({.code = FaultCode::kJsonSyntax, .file = file.string(), .args = {{"reason", reason}}});
}

Result<json> read_json(const std::filesystem::path& file) {
  const auto bytes = read_file(file);
  if (!bytes) return fail(bytes.error());
  json found = json::parse(*bytes, nullptr, false);
  if (found.is_discarded() || !found.is_object()) return other_shape(file, "object");
  return found;
}

// Whether the plan names the bytes of this people.csv as its input; true where there is nothing to compare.
Result<bool> made_from(const AskInput& input) {
  const auto file = input.plan / "manifest.json";
  const auto people = read_file(input.snapshot / "people.csv");
  if (!std::filesystem::exists(file) || !people) return true;
  const auto manifest = read_json(file);
  if (!manifest) return fail(manifest.error());
  if (!manifest->contains("inputs")) return true;
  const json& inputs = (*manifest)["inputs"];
  if (!inputs.is_object()) return other_shape(file, "inputs");
  const json hash = inputs.value("snapshot/people.csv", json(""));
  if (!hash.is_string()) return other_shape(file, "snapshot/people.csv");
  return hash.get<std::string>() == sha256_hex(*people);
}

// fairness.json as rows; a number that the plan hides is an empty cell.
Result<RowTable> read_fairness(const std::filesystem::path& plan) {
  const auto file = plan / "fairness.json";
  const auto bytes = read_file(file);
  if (!bytes) return fail(bytes.error());
  const auto found = read_json(file);
  if (!found) return fail(found.error());
  RowTable out{.file = "fairness.json",
               .sha256 = sha256_hex(*bytes),
               .columns = {"group", "kind", "people", "candidate", "voorstel", "reach", "share", "low", "high"}};
  const auto add = [&](const json& row) {
    std::vector<std::string> cells;
    for (const std::string& column : out.columns) {
      const json cell = row.value(column, json());
      cells.push_back(cell.is_string() ? cell.get<std::string>() : cell.is_number_integer() ? cell.dump() : "");
    }
    out.rows.push_back(std::move(cells));
  };
  const json groups = found->value("groups", json());
  const json total = found->value("total", json());
  const auto is_row = [](const json& row) { return row.is_object(); };
  if (!groups.is_array() || !std::ranges::all_of(groups, is_row)) return other_shape(file, "groups");
  if (!total.is_object()) return other_shape(file, "total");
  for (const json& row : groups) add(row);
  add(total);
  return out;
}

// A cell of the row of a group; the empty group is everybody. Such numbers are hidden by the plan already.
Figure cell_of(const RowTable& table, std::size_t row, const std::string& column, Unit unit, Label label) {
  const std::string group = table.cell(row, "group");
  return {
      .id = (group.empty() ? "all" : group) + ":" + column,
      .label = std::move(label),
      .unit = unit,
      .value = parse_integer(table.cell(row, column)),
      .trace = {
          .how = "cell", .file = table.file, .sha256 = table.sha256, .filter = "group = " + group, .column = column}};
}

Result<Computed> share_in_plan(const Asked& asked) {
  const auto plan = read_plan_rows(asked.input);
  if (!plan) return fail(plan.error());
  const auto table = read_fairness(asked.input.plan);
  if (!table) return fail(table.error());
  const std::string of = asked.variant.words.front();  // the column that the voorstellen are a share of
  const bool has_interval = of == "candidate";         // the plan gives one for this share only
  Computed out{.columns = {of, "voorstel"}, .date = plan->date};
  if (has_interval) out.columns.insert(out.columns.end(), {"low", "high"});
  out.columns.push_back("share");
  for (std::size_t row = 0; row < table->rows.size(); ++row) {
    const std::string group = table->cell(row, "group");
    Label label{.name = group};
    if (group.empty()) label = {.key = "everybody"};
    const std::size_t whole = out.add(cell_of(*table, row, of, Unit::kPeople, label));
    const std::size_t part = out.add(cell_of(*table, row, "voorstel", Unit::kPeople, label));
    AnswerRow line{label, {whole, part}};
    for (const char* column : {"low", "high"})
      if (has_interval) line.figures.push_back(out.add(cell_of(*table, row, column, Unit::kPerMille, label)));
    Label named{.key = group.empty() ? "share_of_all" : "share_of_group", .args = {{"group", group}}};
    line.figures.push_back(out.add(share(out, (group.empty() ? "all" : group) + ":share", named, part, whole)));
    (group.empty() ? out.lead : out.least_of).push_back(line.figures.back());
    out.rows.push_back(std::move(line));
  }
  return out;
}

Result<Computed> share_placed(const Asked& asked) {
  const auto& snapshot = asked.input.snapshot;
  auto people = read_rows(snapshot, "people.csv", true, {"person"});
  if (!people) return fail(people.error());
  auto groups = read_rows(snapshot, "groups.csv", false, {"person", "group", "kind"});
  if (!groups) return fail(groups.error());
  const auto placements = read_placements(snapshot);
  if (!placements) return fail(placements.error());
  const std::string day = to_string(asked.input.date);
  const auto placed =
      values_of(*placements, "person",
                {{"work.kind", "=", asked.variant.words}, {"first_day", "<=", {day}}, {"last_day", ">=", {day}}});
  const auto is_placed = [&](const RowTable& table, std::size_t row) -> std::string {
    return placed.contains(table.cell(row, "person")) ? "ja" : "nee";
  };
  people->add("placed", is_placed);
  groups->add("placed", is_placed);
  for (RowTable* table : {&*people, &*groups}) {
    table->joined = placements->joined;
    table->joined[placements->file] = placements->sha256;
  }
  Computed out{.columns = {"all_people", "placed", "share"}};
  const auto add = [&](const RowTable& table, const std::string& id, Label label, Label named, const Filter& filter) {
    const std::size_t whole = out.add(counted(table, id + ":people", label, Unit::kPeople, filter));
    const std::size_t part =
        out.add(counted(table, id + ":placed", label, Unit::kPeople, with(filter, {{"placed", "=", {"ja"}}})));
    const std::size_t share_at = out.add(share(out, id + ":share", std::move(named), part, whole));
    out.nest({whole, part});
    out.rows.push_back({std::move(label), {whole, part, share_at}});
  };
  std::map<std::string, std::vector<AnswerRow>> of_kind;
  for (const std::string& group : values_of(*groups, "group", {})) {
    const Filter filter{{"group", "=", {group}}};
    add(*groups, group, {.name = group}, {.key = "share_of_group", .args = {{"group", group}}}, filter);
    of_kind[*values_of(*groups, "kind", filter).begin()].push_back(out.rows.back());
    out.least_of.push_back(out.rows.back().figures.back());
  }
  add(*people, "all", {.key = "everybody"}, {.key = "share_of_all"}, {});
  const std::vector<std::size_t> all = out.rows.back().figures;
  out.lead = {all.back()};
  for (const auto& [kind, rows] : of_kind) {
    const Filter filter{{"kind", "=", {kind}}};
    const bool apart = count_distinct(*groups, "person", filter) == count(*groups, filter);  // nobody is in two
    for (const std::size_t column : {0U, 1U}) {
      std::vector<std::size_t> parts;
      for (const AnswerRow& row : rows) {
        parts.push_back(row.figures[column]);
        out.nest({all[column], parts.back()});
      }
      if (apart) out.sums.push_back({all[column], std::move(parts)});
    }
  }
  return out;
}

void add_ages(Computed& out, std::size_t without, const RowTable& waiting, const std::vector<std::int64_t>& ages,
              const Filter& all) {
  constexpr std::int64_t kMonths = 12;
  const std::string day = to_string(out.date);
  std::vector<std::size_t> bands;
  const auto add = [&](std::string id, Label label, const Filter& filter) {
    bands.push_back(out.add(counted(waiting, std::move(id), label, Unit::kPeople, filter, "person")));
    out.rows.push_back({std::move(label), {bands.back()}});
  };
  const auto reached = [&](std::int64_t age) { return fmt::format("people.birth_date+{}m", kMonths * age); };
  for (std::size_t i = 0; i <= ages.size(); ++i) {
    Filter filter = all;
    Label label{.key = i == 0 ? "age_below" : i == ages.size() ? "age_from" : "age_between"};
    if (i > 0) filter = with(filter, {{reached(ages[i - 1]), "<=", {day}}});
    if (i > 0) label.args["from"] = std::to_string(ages[i - 1]);
    if (i < ages.size()) filter = with(filter, {{reached(ages[i]), ">", {day}}});
    if (i < ages.size()) label.args["until"] = std::to_string(ages[i]);
    add(fmt::format("age_{}", i), std::move(label), filter);
  }
  add("age_unknown", {.key = "age_unknown"}, with(all, {{"people.birth_date", "=", {""}}}));
  out.sums.push_back({without, std::move(bands)});
}

}  // namespace

Result<PlanRows> read_plan_rows(const AskInput& input) {
  const auto file = input.plan / "plan.json";
  const auto bytes = read_file(file);
  if (!bytes) return fail(bytes.error());
  const auto found = read_json(file);
  if (!found) return fail(found.error());
  const auto rows = read_proposals(*bytes, file.string());
  if (!rows) return fail(rows.error());
  const json date = found->value("date", json());
  const auto day = date.is_string() ? parse_date(date.get<std::string>()) : std::nullopt;
  if (!day) return other_shape(file, "date");
  const auto of_snapshot = input.snapshot.empty() ? Result<bool>(true) : made_from(input);
  if (!of_snapshot) return fail(of_snapshot.error());
  PlanRows out{.date = *day,
               .proposals = {.file = "plan.json", .sha256 = sha256_hex(*bytes), .columns = {"person", "work", "round"}},
               .of_snapshot = *of_snapshot};
  for (const PreviousProposal& row : *rows)
    out.proposals.rows.push_back({row.person, row.work, std::to_string(row.round)});
  return out;
}

Result<Computed> no_offer(const Asked& asked) {
  const auto plan = read_plan_rows(asked.input);
  if (!plan) return fail(plan.error());
  auto waiting = read_rows(asked.input.plan, "waiting.csv", true, {"person", "cause"});
  if (!waiting) return fail(waiting.error());
  const auto offered = values_of(plan->proposals, "person", {});
  waiting->add("in_plan", [&](const RowTable& table, std::size_t row) -> std::string {
    return offered.contains(table.cell(row, "person")) ? "ja" : "nee";
  });
  waiting->joined[plan->proposals.file] = plan->proposals.sha256;
  const bool first = asked.variant.words.front() == "1";
  const Filter all = first ? Filter{} : Filter{{"in_plan", "=", {"nee"}}};
  const Filter got = first ? Filter{{"round", "=", {"1"}}} : Filter{};
  Computed out{.columns = {"people"}, .date = plan->date};
  const std::size_t without =
      out.add_lead(counted(*waiting, "without", {.key = "without_voorstel"}, Unit::kPeople, all, "person"));
  const std::size_t with_one =
      out.add(counted(plan->proposals, "with", {.key = "with_voorstel"}, Unit::kPeople, got, "person"));
  Figure live{.id = "live",
              .label = {.key = "live_wish"},
              .unit = Unit::kPeople,
              .value = *out.figures[without].value + *out.figures[with_one].value,
              .trace = {.how = "total", .part = "without", .whole = "with"}};
  const std::size_t whole = out.add(std::move(live));
  out.sums.push_back({whole, {without, with_one}});
  out.lead.push_back(whole);
  out.add_lead(share(out, "share_without", {.key = "share_without"}, without, whole));
  for (const std::string& cause : values_of(*waiting, "cause", {{"cause", "!=", {kOwnChoice}}})) {
    const std::size_t at = out.add(counted(*waiting, "cause:" + cause, {.name = cause}, Unit::kPeople,
                                           with(all, {{"cause", "=", {cause}}}), "person"));
    out.nest({without, at});
    out.rows.push_back({{.name = cause}, {at}});
  }
  if (!plan->of_snapshot) out.doubts = {"other_snapshot"};
  if (asked.input.snapshot.empty()) return out;
  auto people = read_rows(asked.input.snapshot, "people.csv", true, {"person", "birth_date"});
  if (!people) return fail(people.error());
  join(*waiting, *people, "person", "people");
  add_ages(out, without, *waiting, asked.question.steps, all);
  return out;
}

Result<Computed> fair_share(const Asked& asked) {
  return asked.variant.needs == Source::kPlan ? share_in_plan(asked) : share_placed(asked);
}

}  // namespace passend::insight
