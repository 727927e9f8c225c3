// SPDX-License-Identifier: EUPL-1.2
// passend explain: the voorstellen of one person with their reasons, and for other work why not. Of other people only
// counts and rules are told.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text_file.hpp"
#include "cli/commands.hpp"
#include "cli/question_subject.hpp"
#include "cli/work_effect.hpp"
#include "matching/learning.hpp"
#include "present/numbers.hpp"
#include "present/plan_words.hpp"
#include "present/terminal.hpp"
#include "service/workspace.hpp"
#include "work/gates.hpp"

namespace passend::cli {
namespace {

using Json = nlohmann::json;

class Explainer {
 public:
  Explainer(const Console& console, const service::Workspace& w, const Json& plan)
      : console_(console), w_(w), plan_(plan), numbers_(console.catalogue()) {}

  int person(const std::string& id, std::uint32_t position) const {
    std::vector<Json> own;
    for (const Json& proposal : plan_["proposals"])
      if (proposal["person"] == id) own.push_back(proposal);
    if (console_.json()) {
      console_.answer(Json(own).dump(1) + "\n");
      return static_cast<int>(Exit::kDone);
    }
    if (own.empty()) return none(position);
    for (const Json& proposal : own) print_proposal(proposal);
    return static_cast<int>(Exit::kDone);
  }

  int pair(std::uint32_t person, std::uint32_t work) const {
    const Person& who = w_.read.snapshot.people[person];
    const Work& what = w_.read.snapshot.works[work];
    PairNotes notes;
    const PairWish wish = choose_wish(w_.context, who, what);
    const GateOutcomes outcomes = evaluate_gates(w_.context, who, what, wish, &notes);
    if (console_.json()) {
      Json json{
          {"person", text(who.id)}, {"work", text(what.id)}, {"gates", Json::object()}, {"questions", Json::array()}};
      for (std::size_t g = 0; g < kGates; ++g)
        json["gates"][std::string(kGateTable[g].name)] = outcome_name(outcomes.of[g]);
      for (const Question& question : notes.questions) json["questions"].push_back(code_of(question, w_.context));
      console_.answer(json.dump(1) + "\n");
      return static_cast<int>(Exit::kDone);
    }
    for (std::size_t g = 0; g < kGates; ++g) {
      const bool hidden = static_cast<Gate>(g) == Gate::kResting;  // a rest is nobody else's business
      if (outcomes.of[g] == Outcome::kYes || hidden) continue;
      line(fmt::format("  {:<9} {}", outcome_words(outcomes.of[g]),
                       console_.text(fmt::format("cli.gate.{}", kGateTable[g].name))));
    }
    for (const Question& question : notes.questions)
      line("  ? " + present::question_text(console_.catalogue(), code_of(question, w_.context),
                                           subject_of(question, w_.context, console_.catalogue().language())));
    const Outcome all = outcomes.all();
    line(console_.text(all == Outcome::kYes       ? "cli.explain.fits"
                       : all == Outcome::kUnknown ? "cli.explain.conditional"
                                                  : "cli.explain.no-fit"));
    if (all != Outcome::kNo) print_competition(person, what);
    return static_cast<int>(Exit::kDone);
  }

  // What this work would change in the household of the person who asks.
  void gain(const WorkEffect& effect, std::uint32_t person, std::uint32_t work) const {
    if (effect.has_debt_warning()) return paragraph(console_.text("cli.options.debt"));
    const auto gain = effect.gain(w_.read.snapshot.people[person], w_.read.snapshot.works[work]);
    if (!gain) return paragraph(console_.text("cli.explain.no-gain-known"));
    paragraph(console_.text(*gain >= 0 ? "cli.explain.gain" : "cli.explain.loss",
                            {{"amount", numbers_.euro({std::abs(*gain)})}}));
  }

 private:
  const std::string& text(Symbol symbol) const { return w_.read.snapshot.symbols.text(symbol); }
  void line(const std::string& words) const { console_.answer(words + "\n"); }
  void paragraph(const std::string& words) const { console_.answer(present::wrapped(words)); }
  static std::string outcome_name(Outcome outcome) {
    return outcome == Outcome::kYes ? "voldoet" : outcome == Outcome::kNo ? "voldoet niet" : "onbekend";
  }
  std::string outcome_words(Outcome outcome) const {
    return console_.text(outcome == Outcome::kNo ? "cli.outcome.no" : "cli.outcome.unknown");
  }

  int none(std::uint32_t position) const {
    const Person& person = w_.read.snapshot.people[position];
    const bool live = std::any_of(person.wishes.begin(), person.wishes.end(),
                                  [&](const Wish& wish) { return wish.live(w_.context.date); });
    paragraph(console_.text(live ? "cli.explain.waiting" : "cli.explain.no-wish"));
    if (live) print_learning(position);
    return static_cast<int>(Exit::kDone);
  }

  // The shortest training that opens work, what it costs and who pays.
  void print_learning(std::uint32_t position) const {
    const std::vector<Waiting> asked{{position, {{Cause::kLicence, {}, {}}}}};
    for (const LearningRoute& route : learning_routes(w_.context, w_.read.snapshot, asked, 1)) {
      std::string trainings, schemes;
      for (const std::uint32_t t : route.trainings)
        trainings += (trainings.empty() ? "" : " + ") + text(w_.read.snapshot.trainings[t].id);
      for (const Symbol scheme : route.who_pays) schemes += (schemes.empty() ? "" : ", ") + text(scheme);
      const std::string unknown = console_.text("cli.unknown");
      paragraph(
          console_.text("cli.explain.learning", {{"trainings", trainings},
                                                 {"weeks", route.weeks ? numbers_.count(*route.weeks) : unknown},
                                                 {"cost", route.eurocent ? numbers_.euro({*route.eurocent}) : unknown},
                                                 {"who", schemes.empty() ? unknown : schemes}}));
    }
  }

  // Which scheme or resource pays for what.
  void print_payers(const Person& person, const Work& work) const {
    for (const ResourceUse& use : uses_of(w_.context, person, work)) {
      const Resource& resource = w_.read.snapshot.resources[use.resource];
      const bool is_of_scheme = std::ranges::any_of(w_.read.snapshot.uses, [&](const UseRow& row) {
        return row.of_scheme && row.id == work.scheme && row.resource == use.resource;
      });
      const std::string amount = resource.counts_hours()     ? numbers_.hours({static_cast<std::int32_t>(use.amount)})
                                 : resource.kind == "budget" ? numbers_.euro({use.amount})
                                                             : numbers_.count(use.amount);
      line("  + " +
           console_.text(is_of_scheme ? "cli.explain.scheme-pays" : "cli.explain.pays",
                         {{"scheme", text(work.scheme)}, {"resource", text(resource.id)}, {"amount", amount}}));
    }
  }

  void print_proposal(const Json& proposal) const {
    const auto work = w_.read.snapshot.find_work(proposal["work"].get<std::string>());
    if (!work) return;
    const Work& what = w_.read.snapshot.works[*work];
    const std::string occupation = what.occupation == kOpen ? console_.text("cli.unknown")
                                                            : w_.reference.reference.occupations.label(what.occupation);
    line(console_.text("cli.explain.proposal",
                       {{"round", std::to_string(proposal["round"].get<int>())},
                        {"work", text(what.id)},
                        {"occupation", occupation},
                        {"kind", console_.text(fmt::format("cli.kind.{}", row_of(what.kind).name))},
                        {"score", std::to_string(proposal["score"].get<int>())}}));
    for (const Json& reason : proposal["reasons"]) line("  + " + reason_words(reason.get<std::string>()));
    if (const auto person = w_.read.snapshot.find_person(proposal["person"].get<std::string>()))
      print_payers(w_.read.snapshot.people[*person], what);
    for (const Json& question : proposal["conditional"])
      line("  ? " + present::question_text(console_.catalogue(), question.get<std::string>(),
                                           subject_of_code(question.get<std::string>())));
    const Json& displaces = proposal["displaces"];
    line("  " + console_.text("cli.explain.competition",
                              {{"people", numbers_.people(displaces["also"].get<std::int64_t>())},
                               {"places", numbers_.count(displaces["places"].get<std::int64_t>())}}));
  }

  // "travel:fiets:12" → the sentence of the reason with its values.
  std::string reason_words(const std::string& reason) const {
    const auto first = reason.find(':');
    const auto second = reason.find(':', first + 1);
    const std::string name = reason.substr(0, first);
    std::string one = reason.substr(first + 1, second == std::string::npos ? second : second - first - 1);
    const std::string two = second == std::string::npos ? "" : reason.substr(second + 1);
    if (name == "wage") one = numbers_.euro({std::stoll(one)});
    if (name == "hours") one = numbers_.hours({static_cast<std::int32_t>(std::stol(one))});
    if (name == "adapt") one = subject_of_code(reason);
    if (name == "learn") one = console_.text("cli.learn." + one);
    if (name == "travel" && one == "onbekend") one = console_.text("cli.unknown");
    return console_.text("cli.reason." + name, {{"one", one}, {"two", two}});
  }

  std::string subject_of_code(const std::string& code) const {
    const auto colon = code.rfind(':');
    if (colon == std::string::npos) return {};
    const auto item = w_.reference.reference.item_index.find(code.substr(colon + 1));
    if (item == w_.reference.reference.item_index.end()) return code.substr(colon + 1);
    return label_of(w_.reference.reference.items[item->second], console_.catalogue().language());
  }

  // Only counts and the rule: how many have this work as a voorstel, and how many places there are.
  void print_competition(std::uint32_t person, const Work& work) const {
    std::int64_t placed = 0;
    bool own = false;
    for (const Json& proposal : plan_["proposals"]) {
      if (proposal["work"] != text(work.id) || proposal["round"] != 1) continue;
      ++placed;
      own = own || proposal["person"] == text(w_.read.snapshot.people[person].id);
    }
    if (own) return paragraph(console_.text("cli.explain.own"));
    paragraph(console_.text("cli.explain.order",
                            {{"people", numbers_.people(placed)}, {"places", numbers_.count(std::max(work.free, 0))}}));
  }

  const Console& console_;
  const service::Workspace& w_;
  const Json& plan_;
  present::Numbers numbers_;
};

}  // namespace

int explain_command(const Console& console, const Common& common, const PersonArguments& arguments) {
  const std::filesystem::path file = arguments.plan / "plan.json";
  const auto bytes = read_file(file);
  if (!bytes) return console.fail(bytes.error());
  const Json plan = Json::parse(*bytes, nullptr, false);
  const auto date = plan.is_object() && plan.contains("date") && plan["date"].is_string()
                        ? parse_date(plan["date"].get<std::string>())
                        : std::nullopt;
  if (!date || !plan.contains("proposals"))
    return console.fail(
        {{.code = FaultCode::kJsonSyntax, .file = file.string(), .args = {{"reason", "date, proposals"}}}});
  const auto workspace = service::open_workspace({.snapshot = arguments.snapshot,
                                                  .data = service::find_data_folder(common.data),
                                                  .rules = arguments.plan / "rules.toml",
                                                  .date = *date});
  if (!workspace) return console.fail(workspace.error());
  const Snapshot& snapshot = (*workspace)->read.snapshot;
  const auto person = snapshot.find_person(arguments.person);
  if (!person)
    return console.fail({{.code = FaultCode::kUnknownPerson,
                          .file = (arguments.snapshot / "people.csv").string(),
                          .value = arguments.person}});
  const Explainer explainer(console, **workspace, plan);
  if (arguments.work.empty()) return explainer.person(arguments.person, *person);
  const auto work = snapshot.find_work(arguments.work);
  if (!work)
    return console.fail({{.code = FaultCode::kUnknownWork,
                          .file = (arguments.snapshot / "work.csv").string(),
                          .value = arguments.work}});
  const int code = explainer.pair(*person, *work);
  if (arguments.household.empty()) return code;
  const auto effect = WorkEffect::open(arguments.household, arguments.adult, service::find_data_folder(common.data),
                                       *(*workspace)->law, *date);
  if (!effect) return console.fail(effect.error());
  explainer.gain(*effect, *person, *work);
  return code;
}

}  // namespace passend::cli
