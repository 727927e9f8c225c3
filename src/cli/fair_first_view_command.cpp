// SPDX-License-Identifier: EUPL-1.2
// passend fair first-view: the voorstellen of a plan for one work, as its employer sees them first.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/sha256.hpp"
#include "cli/fair_first_view_commands.hpp"
#include "cli/published_plan.hpp"
#include "cli/scheme_words.hpp"
#include "fairwork/first_view.hpp"
#include "present/numbers.hpp"
#include "present/terminal.hpp"
#include "service/workspace.hpp"

namespace passend::cli {
namespace {

using fairwork::FirstView;
using fairwork::SeenRequirement;

constexpr std::array<const char*, 4> kRequirementNames{"language", "licence", "diploma", "skill"};
constexpr std::array<const char*, 3> kHavingNames{"not_told", "not_yet", "met"};

const char* name_of(const SeenRequirement& one) { return kRequirementNames[static_cast<std::size_t>(one.kind)]; }
const char* having_of(const SeenRequirement& one) { return kHavingNames[static_cast<std::size_t>(one.having)]; }

nlohmann::json json_of(const SymbolTable& symbols, const FirstView& view) {
  const auto hours = [](const std::optional<Centihours>& centi) {
    return centi ? nlohmann::json(*centi) : nlohmann::json();
  };
  nlohmann::json requirements = nlohmann::json::array();
  for (const SeenRequirement& one : view.requirements)
    requirements.push_back(
        {{"kind", name_of(one)}, {"code", symbols.text(one.code)}, {"level", one.level}, {"having", having_of(one)}});
  return {{"least_centihours", hours(view.least_hours)},
          {"most_centihours", hours(view.most_hours)},
          {"start", to_string(view.start)},
          {"all_day_parts", view.all_day_parts ? nlohmann::json(*view.all_day_parts) : nlohmann::json()},
          {"requirements", requirements}};
}

void print(const Console& console, const SymbolTable& symbols, const std::string& work,
           const std::vector<FirstView>& views) {
  const present::Numbers numbers(console.catalogue());
  const auto hours = [&](const std::optional<Centihours>& centi) {
    return centi ? numbers.hours({*centi}) : console.text("cli.unknown");
  };
  console.answer(present::wrapped(
      console.text(views.empty() ? "first_view.none" : "first_view.headline",
                   {{"work", work}, {"count", numbers.count(static_cast<std::int64_t>(views.size()))}})));
  for (std::size_t i = 0; i < views.size(); ++i) {
    const FirstView& view = views[i];
    console.answer("\n" + console.text("first_view.one", {{"number", std::to_string(i + 1)}}) + "\n");
    console.answer(bullet(
        console.text("first_view.hours", {{"least", hours(view.least_hours)}, {"most", hours(view.most_hours)}})));
    console.answer(bullet(console.text("first_view.start", {{"date", numbers.date(view.start)}})));
    console.answer(bullet(console.text(!view.all_day_parts   ? "first_view.times_unknown"
                                       : *view.all_day_parts ? "first_view.times"
                                                             : "first_view.times_not")));
    for (const SeenRequirement& one : view.requirements)
      console.answer(bullet(console.text(
          "first_view.requirement", {{"kind", console.text(fmt::format("first_view.kind.{}", name_of(one)))},
                                     {"code", symbols.text(one.code)},
                                     {"having", console.text(fmt::format("first_view.having.{}", having_of(one)))}})));
  }
  if (!views.empty()) console.answer("\n" + present::wrapped(console.text("first_view.rest")));
}

}  // namespace

int fair_first_view_command(const Console& console, const Common& common, const FairFirstViewArguments& arguments) {
  const auto plan = read_published_plan(arguments.plan);
  if (!plan) return console.fail(plan.error());
  const auto workspace = service::open_workspace({.snapshot = arguments.folder,
                                                  .data = service::find_data_folder(common.data),
                                                  .rules = arguments.plan / "rules.toml",
                                                  .date = plan->date});
  if (!workspace) return console.fail(workspace.error());
  const service::Workspace& w = **workspace;
  const auto work = w.read.snapshot.find_work(arguments.work);
  if (!work) return console.fail({{.code = FaultCode::kUnknownWork, .file = "--work", .value = arguments.work}});
  std::vector<std::pair<std::string, std::uint32_t>> people;  // in an order that tells nothing of them
  for (const PreviousProposal& proposal : plan->proposals)
    if (proposal.work == arguments.work)
      if (const auto person = w.read.snapshot.find_person(proposal.person))
        people.emplace_back(sha256_hex(fmt::format("{} {}", plan->seed, proposal.person)), *person);
  std::ranges::sort(people);
  std::vector<FirstView> views;
  for (const auto& [order, person] : people)
    views.push_back(fairwork::first_view(w.context, w.read.snapshot.people[person], w.read.snapshot.works[*work]));
  const SymbolTable& symbols = w.read.snapshot.symbols;
  if (!console.json()) {
    print(console, symbols, arguments.work, views);
    return static_cast<int>(Exit::kDone);
  }
  nlohmann::json rows = nlohmann::json::array();
  for (const FirstView& view : views) rows.push_back(json_of(symbols, view));
  console.answer(nlohmann::json{{"work", arguments.work}, {"voorstellen", rows}}.dump(1) + "\n");
  return static_cast<int>(Exit::kDone);
}

void add_fair_first_view(CommandTree& tree, CLI::App& fair) {
  auto& arguments = tree.keep<FairFirstViewArguments>();
  CLI::App* view = tree.command(fair, "first-view", "fair-first-view");
  view->add_option("PLAN", arguments.plan, tree.text("cli.help.plan"))->required();
  view->add_option("DIR", arguments.folder, tree.text("cli.help.snapshot"))->required();
  view->add_option("--work", arguments.work, tree.text("cli.help.work"))->required();
  tree.on(view, arguments, fair_first_view_command);
}

}  // namespace passend::cli
