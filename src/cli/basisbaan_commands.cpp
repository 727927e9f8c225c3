// SPDX-License-Identifier: EUPL-1.2
// passend scheme build, carve, cost and credit: basisbanen made to measure, demands to split off, what a place costs,
// and points of social return.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ranges>

#include "base/text_file.hpp"
#include "cli/commands.hpp"
#include "cli/household_file.hpp"
#include "cli/question_subject.hpp"
#include "cli/scheme_words.hpp"
#include "cli/schemes.hpp"
#include "cli/today.hpp"
#include "exchange/built_work.hpp"
#include "exchange/plan_files.hpp"
#include "matching/basisbaan_builder.hpp"
#include "matching/job_carving.hpp"
#include "present/numbers.hpp"
#include "present/plan_words.hpp"
#include "present/table.hpp"
#include "present/terminal.hpp"
#include "scheme/place_cost.hpp"
#include "scheme/social_return.hpp"
#include "service/workspace.hpp"

namespace passend::cli {
namespace {

using nlohmann::json;
using scheme::Figure;

constexpr std::size_t kTableWidth = 130;
constexpr std::size_t kWaysOfAWork = 3;
constexpr std::size_t kWaysShown = 20;
constexpr std::size_t kQuestionsShown = 3;

Result<std::unique_ptr<service::Workspace>> open_snapshot(const Common& common, const SchemeArguments& arguments) {
  return service::open_workspace({.snapshot = arguments.folder,
                                  .data = service::find_data_folder(common.data),
                                  .rules = {},
                                  .date = arguments.date.value_or(today())});
}

// People with a voorstel in round 1 of the plan, where one is given.
Result<std::set<std::uint32_t>> placed_in(const std::string& plan, const Snapshot& snapshot) {
  std::set<std::uint32_t> placed;
  if (plan.empty()) return placed;
  const auto file = std::filesystem::path(plan) / "plan.json";
  const auto bytes = read_file(file);
  if (!bytes) return passend::fail(bytes.error());
  const auto proposals = read_proposals(*bytes, file.string());
  if (!proposals) return passend::fail(proposals.error());
  for (const PreviousProposal& row : *proposals)
    if (const auto person = snapshot.find_person(row.person); person && row.round == 1) placed.insert(*person);
  return placed;
}

Fault not_stated(const FoundVersion& found, std::string column) {
  return scheme::not_stated(*found.scheme, *found.version, std::move(column), found.version->line);
}

struct PlaceCosts {
  Eurocent year{};
  Centihours hours = 0;
};

// What a place costs a year and its hours a week, by the scheme's offer of work.
Result<PlaceCosts> place_costs_of(const FoundVersion& found) {
  const auto work = std::ranges::find(found.version->offers, scheme::OfferKind::kWork, &scheme::Offer::kind);
  for (const Figure figure : {Figure::kPlaceYear, Figure::kHoursWeek})
    if (work == found.version->offers.end() || !work->of(figure).has_value() || work->of(figure).value == 0)
      return passend::fail(not_stated(found, std::string(scheme::row_of(figure).name)));
  return PlaceCosts{{work->of(Figure::kPlaceYear).value}, static_cast<Centihours>(work->of(Figure::kHoursWeek).value)};
}

std::optional<Centihours> coaching_of(const FoundVersion& found) {
  const auto coaching = std::ranges::find(found.version->offers, scheme::OfferKind::kCoaching, &scheme::Offer::kind);
  if (coaching == found.version->offers.end() || !coaching->of(Figure::kHoursPerWeek).has_value()) return std::nullopt;
  return static_cast<Centihours>(coaching->of(Figure::kHoursPerWeek).value);
}

Result<Eurocent> money_of(const FoundVersion& found, const SchemeArguments& arguments, Date on) {
  if (arguments.money) return Eurocent{*arguments.money};
  const scheme::Ceiling* ceiling = found.version->ceiling_in(static_cast<int>(calendar_of(on).year()));
  if (ceiling != nullptr && ceiling->eurocent.has_value()) return Eurocent{ceiling->eurocent.value};
  return passend::fail(not_stated(found, "ceiling.eurocent"));
}

class BuildingWords {
 public:
  BuildingWords(const Console& console, const service::Workspace& w, const Building& building)
      : console_(console), w_(w), building_(building), numbers_(console.catalogue()) {}

  void print() const {
    paragraph(building_.jobs.size() == 1 ? "scheme.build.title-one" : "scheme.build.title",
              {{"jobs", numbers_.count(static_cast<std::int64_t>(building_.jobs.size()))},
               {"cost", numbers_.euro(building_.cost)},
               {"value", numbers_.count(value() / 100)}});
    paragraph(
        building_.is_proven ? "scheme.build.proven" : "scheme.build.bounds",
        {{"people", numbers_.count(building_.people_bound)}, {"value", numbers_.count(building_.value_bound / 100)}});
    for (const BuiltJob& job : building_.jobs) print_job(job);
    print_tests();
    print_without();
  }

  json to_json() const {
    json jobs = json::array();
    for (const BuiltJob& job : building_.jobs) {
      json one{{"person", id(snapshot().people[job.person].id)},
               {"host", id(job.host)},
               {"centihours", job.hours},
               {"value", job.value},
               {"cost_eurocent", job.cost.value},
               {"wish_rank", job.wish_rank},
               {"recheck", to_string(job.recheck)},
               {"tasks", json::array()},
               {"questions", json::array()}};
      for (const std::uint32_t task : job.tasks) one["tasks"].push_back(id(snapshot().tasks[task].id));
      for (const Question& question : job.questions) one["questions"].push_back(code_of(question, w_.context));
      jobs.push_back(std::move(one));
    }
    json tests = json::object();
    for (std::size_t t = 0; t < building_.tests.size(); ++t)
      tests[id(snapshot().tasks[t].id)] = kTaskTestNames[static_cast<std::size_t>(building_.tests[t])];
    json without = json::object();
    for (const PersonWithout& row : building_.without)
      without[id(snapshot().people[row.person].id)] = kWithoutNames[static_cast<std::size_t>(row.why)];
    return {{"jobs", jobs},
            {"tests", tests},
            {"without", without},
            {"cost_eurocent", building_.cost.value},
            {"people_bound", building_.people_bound},
            {"value_bound", building_.value_bound},
            {"proven", building_.is_proven}};
  }

 private:
  const Snapshot& snapshot() const { return w_.read.snapshot; }
  const std::string& id(Symbol symbol) const { return snapshot().symbols.text(symbol); }

  void paragraph(std::string_view key, const present::Arguments& arguments) const {
    console_.answer(present::wrapped(console_.text(key, arguments)));
  }

  std::int64_t value() const {
    std::int64_t sum = 0;
    for (const BuiltJob& job : building_.jobs) sum += job.value;
    return sum;
  }

  void print_job(const BuiltJob& job) const {
    console_.answer("\n" +
                    console_.text("scheme.build.job", {{"person", id(snapshot().people[job.person].id)},
                                                       {"host", id(job.host)},
                                                       {"hours", numbers_.hours({job.hours})},
                                                       {"cost", numbers_.euro(job.cost)}}) +
                    "\n");
    for (const std::uint32_t t : job.tasks) {
      const CivicTask& task = snapshot().tasks[t];
      const std::string occupation = task.occupation == kOpen
                                         ? console_.text("cli.unknown")
                                         : w_.reference.reference.occupations.label(task.occupation);
      console_.answer("  - " +
                      console_.text("scheme.build.task", {{"task", id(task.id)},
                                                          {"occupation", occupation},
                                                          {"hours", numbers_.hours({*task.hours})},
                                                          {"value", std::to_string(task.value)}}) +
                      "\n");
    }
    console_.answer("  + " + console_.text("scheme.build.wish", {{"rank", std::to_string(job.wish_rank)}}) + "\n");
    if (job.minutes)
      console_.answer("  + " + console_.text("scheme.build.travel", {{"minutes", std::to_string(*job.minutes)}}) +
                      "\n");
    console_.answer("  + " + console_.text("scheme.build.tested", {{"date", numbers_.date(job.recheck)}}) + "\n");
    for (const Question& question : job.questions | std::views::take(kQuestionsShown))
      console_.answer("  ? " +
                      present::question_text(console_.catalogue(), code_of(question, w_.context),
                                             subject_of(question, w_.context, console_.catalogue().language())) +
                      "\n");
    if (job.questions.size() > kQuestionsShown)
      console_.answer(
          "  ? " +
          console_.text("scheme.build.more", {{"questions", std::to_string(job.questions.size() - kQuestionsShown)}}) +
          "\n");
  }

  void print_tests() const {
    std::array<std::int64_t, kTaskTests> count{};
    for (const TaskTest test : building_.tests) ++count[static_cast<std::size_t>(test)];
    present::Table table;
    table.columns = {{.name = console_.text("scheme.build.test")},
                     {.name = console_.text("scheme.build.tasks"), .number = true}};
    for (std::size_t t = 0; t < kTaskTests; ++t)
      if (count[t] > 0)
        table.rows.push_back({{.text = console_.text(fmt::format("scheme.test.{}", kTaskTestNames[t]))},
                              {.text = numbers_.count(count[t])}});
    if (!table.rows.empty()) console_.answer("\n" + present::text_table(table, kTableWidth));
  }

  void print_without() const {
    std::array<std::int64_t, kWithoutNames.size()> count{};
    for (const PersonWithout& row : building_.without) ++count[static_cast<std::size_t>(row.why)];
    for (std::size_t r = 0; r < count.size(); ++r)
      if (count[r] > 0)
        paragraph(fmt::format("scheme.without.{}", kWithoutNames[r]), {{"people", numbers_.people(count[r])}});
  }

  const Console& console_;
  const service::Workspace& w_;
  const Building& building_;
  present::Numbers numbers_;
};

std::string items_in_words(const service::Workspace& w, const Console& console,
                           const std::vector<std::uint16_t>& items) {
  std::string words;
  for (const std::uint16_t item : items)
    words += (words.empty() ? "" : " + ") + label_of(w.reference.reference.items[item], console.catalogue().language());
  return words;
}

json json_of(const service::Workspace& w, const std::vector<Carving>& ways) {
  const Snapshot& snapshot = w.read.snapshot;
  json out = json::array();
  for (const Carving& way : ways) {
    json one{{"work", snapshot.symbols.text(snapshot.works[way.work].id)},
             {"people", way.people},
             {"items", json::array()},
             {"tasks", json::array()}};
    for (const std::uint16_t item : way.items) one["items"].push_back(w.reference.reference.items[item].code);
    for (const std::uint32_t task : way.tasks) one["tasks"].push_back(snapshot.symbols.text(snapshot.tasks[task].id));
    out.push_back(std::move(one));
  }
  return out;
}

json json_of(const scheme::PlaceCost& cost) {
  json lines = json::object();
  for (std::size_t l = 0; l < scheme::kCostLines; ++l)
    lines[std::string(scheme::kCostLineNames[l])] = cost.line[l] ? json(*cost.line[l]) : json(nullptr);
  return {{"year_eurocent", lines},
          {"gap_eurocent", cost.gap ? json(*cost.gap) : json(nullptr)},
          {"known_gap_eurocent", cost.known_gap},
          {"hourly_eurocent", cost.hourly},
          {"unknown_law", cost.unknown_law}};
}

void print_cost(const Console& console, const FoundVersion& found, const scheme::PlaceCost& cost, Date on) {
  const present::Numbers numbers(console.catalogue());
  console.answer(present::wrapped(console.text("scheme.cost.title", {{"scheme", found.scheme->title},
                                                                     {"version", found.version->name},
                                                                     {"date", numbers.date(on)},
                                                                     {"hourly", numbers.euro({cost.hourly})}})));
  present::Table table;
  table.columns = {{.name = console.text("scheme.cost.what")},
                   {.name = console.text("scheme.cost.year"), .number = true}};
  for (std::size_t l = 0; l < scheme::kCostLines; ++l) {
    const bool off = scheme::comes_off(static_cast<scheme::CostLine>(l));
    table.rows.push_back({{.text = console.text(fmt::format("scheme.cost_line.{}", scheme::kCostLineNames[l]))},
                          {.text = cost.line[l] ? (off && *cost.line[l] > 0 ? "− " : "") + numbers.euro({*cost.line[l]})
                                                : console.text("scheme.cost.unstated")}});
  }
  table.rows.push_back({{.text = console.text(cost.gap ? "scheme.cost.gap" : "scheme.cost.known-gap")},
                        {.text = numbers.euro({cost.known_gap})}});
  console.answer(present::text_table(table, kTableWidth));
  for (const std::string_view id : cost.unknown_law)
    console.answer(present::wrapped(console.text("scheme.cost.no-law", {{"id", std::string(id)}})));
  if (found.version->reported.empty()) return;
  console.answer("\n" + console.text("scheme.section.reported") + "\n");
  for (const scheme::Reported& row : found.version->reported)
    console.answer(bullet(fmt::format("{}: {} ({})", row.what, row.value, row.source)));
}

}  // namespace

int scheme_build_command(const Console& console, const Common& common, const SchemeArguments& arguments) {
  const auto library = open_schemes(common, arguments);
  if (!library) return console.fail(library.error());
  const auto workspace = open_snapshot(common, arguments);
  if (!workspace) return console.fail(workspace.error());
  const service::Workspace& w = **workspace;
  const auto found = version_on(*library, arguments.first, w.context.date);
  if (!found) return console.fail(found.error());
  const auto place = place_costs_of(*found);
  if (!place) return console.fail(place.error());
  const auto money = money_of(*found, arguments, w.context.date);
  if (!money) return console.fail(money.error());
  auto placed = placed_in(arguments.plan, w.read.snapshot);
  if (!placed) return console.fail(placed.error());
  const Building building = build_basisbanen(w.context, w.read.snapshot,
                                             {.money = *money,
                                              .place_year = place->year,
                                              .place_hours = place->hours,
                                              .least_hours = arguments.least_hours * 100,
                                              .most_hours = arguments.most_hours * 100,
                                              .placed = std::move(*placed),
                                              .scheme = found->version,
                                              .aow = scheme::aow_age_on(*w.law, w.context.date),
                                              .nodes = arguments.nodes});
  if (!arguments.out.empty()) {
    if (const auto own = check_own_folder(arguments.out, "jobs.csv"); !own) return console.fail(own.error());
    const auto files = built_work_files(w.context, w.read.snapshot, building, found->scheme->id, coaching_of(*found));
    if (const auto done = replace_folder(arguments.out, files); !done) return console.fail(done.error());
  }
  const BuildingWords words(console, w, building);
  if (console.json())
    console.answer(words.to_json().dump(1) + "\n");
  else
    words.print();
  return static_cast<int>(Exit::kDone);
}

int scheme_carve_command(const Console& console, const Common& common, const SchemeArguments& arguments) {
  const auto workspace = open_snapshot(common, arguments);
  if (!workspace) return console.fail(workspace.error());
  const service::Workspace& w = **workspace;
  const auto placed = placed_in(arguments.plan, w.read.snapshot);
  if (!placed) return console.fail(placed.error());
  const auto ways = carvings(w.context, w.read.snapshot, *placed, kWaysOfAWork, threads_of(0));
  if (console.json()) {
    console.answer(json_of(w, ways).dump(1) + "\n");
    return static_cast<int>(Exit::kDone);
  }
  const present::Numbers numbers(console.catalogue());
  present::Table table;
  for (const char* column : {"work", "occupation", "people", "items", "tasks"})
    table.columns.push_back(
        {.name = console.text(fmt::format("scheme.carve.{}", column)), .number = std::string_view(column) == "people"});
  for (const Carving& way : ways) {
    if (table.rows.size() == kWaysShown) break;
    const Work& work = w.read.snapshot.works[way.work];
    std::string tasks;
    for (const std::uint32_t task : way.tasks)
      tasks += (tasks.empty() ? "" : " ") + w.read.snapshot.symbols.text(w.read.snapshot.tasks[task].id);
    table.rows.push_back({{.text = w.read.snapshot.symbols.text(work.id)},
                          {.text = work.occupation == kOpen ? console.text("cli.unknown")
                                                            : w.reference.reference.occupations.label(work.occupation)},
                          {.text = numbers.people(way.people)},
                          {.text = items_in_words(w, console, way.items)},
                          {.text = tasks}});
  }
  console.answer(table.rows.empty() ? console.text("scheme.carve.none") + "\n"
                                    : present::text_table(table, kTableWidth));
  return static_cast<int>(Exit::kDone);
}

int scheme_credit_command(const Console& console, const Common& common, const SchemeArguments& arguments) {
  const auto library = open_schemes(common, arguments);
  if (!library) return console.fail(library.error());
  const auto found = version_on(*library, arguments.first, arguments.date.value_or(today()));
  if (!found) return console.fail(found.error());
  const scheme::Offer* offer = scheme::social_return_offer(*found->version);
  if (offer == nullptr) return console.fail({not_stated(*found, "offer")});
  if (const auto table = scheme::social_return(*found->scheme, *found->version, {}); !table)
    return console.fail(table.error());
  const auto bytes = read_file(arguments.facts);
  if (!bytes) return console.fail(bytes.error());
  const auto efforts = scheme::read_efforts(*bytes, arguments.facts.string(), *offer);
  if (!efforts) return console.fail(efforts.error());
  const auto credit = scheme::social_return(*found->scheme, *found->version, *efforts);
  if (!credit) return console.fail(credit.error());
  if (console.json()) {
    json each = json::array();
    for (const Eurocent worth : credit->each) each.push_back(worth.value);
    console.answer(json{{"each_eurocent", each}, {"total_eurocent", credit->total.value}}.dump(1) + "\n");
    return static_cast<int>(Exit::kDone);
  }
  const present::Numbers numbers(console.catalogue());
  present::Table table;
  table.columns = {{.name = console.text("scheme.credit.what")},
                   {.name = console.text("scheme.credit.worth"), .number = true}};
  for (std::size_t i = 0; i < efforts->size(); ++i) {
    const scheme::Effort& effort = (*efforts)[i];
    std::string what = effort.group.empty()
                           ? console.text(effort.centihours > 0 ? "scheme.credit.hours" : "scheme.credit.purchase")
                           : effort.group;
    for (const std::string& extra : effort.extras) what += " + " + extra;
    table.rows.push_back({{.text = what}, {.text = numbers.euro(credit->each[i])}});
  }
  table.rows.push_back({{.text = console.text("scheme.credit.total")}, {.text = numbers.euro(credit->total)}});
  console.answer(present::text_table(table, kTableWidth));
  return static_cast<int>(Exit::kDone);
}

int scheme_cost_command(const Console& console, const Common& common, const SchemeArguments& arguments) {
  const auto library = open_schemes(common, arguments);
  if (!library) return console.fail(library.error());
  const auto data = service::find_data_folder(common.data);
  const auto law = load_parameters(data / "law");
  if (!law) return console.fail(law.error());
  auto household =
      open_household(arguments.household.empty() ? data / "examples/place_household.toml" : arguments.household, data);
  if (!household) return console.fail(household.error());
  if (arguments.date) household->date = *arguments.date;
  const auto found = version_on(*library, arguments.first, household->date);
  if (!found) return console.fail(found.error());
  const auto cost = scheme::place_cost(*law, *found->scheme, *found->version,
                                       {.household = *household,
                                        .centihours = std::int64_t{arguments.place_hours} * 100,
                                        .wage_value = arguments.wage_value,
                                        .permanent = arguments.permanent});
  if (!cost) return console.fail(cost.error());
  if (console.json())
    console.answer(json_of(*cost).dump(1) + "\n");
  else
    print_cost(console, *found, *cost, household->date);
  return static_cast<int>(Exit::kDone);
}

}  // namespace passend::cli
