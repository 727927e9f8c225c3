// SPDX-License-Identifier: EUPL-1.2
// passend options: one person at the table. Real work now, what hangs on which question, what others could open.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "base/quantity.hpp"
#include "cli/commands.hpp"
#include "cli/question_subject.hpp"
#include "cli/today.hpp"
#include "cli/work_effect.hpp"
#include "matching/person_options.hpp"
#include "present/numbers.hpp"
#include "present/plan_words.hpp"
#include "present/table.hpp"
#include "present/terminal.hpp"
#include "service/workspace.hpp"

namespace passend::cli {
namespace {

constexpr std::size_t kShown = 15;

class OptionsText {
 public:
  OptionsText(const Console& console, const service::Workspace& w, const Person& person, const WorkEffect* effect)
      : console_(console), w_(w), person_(person), effect_(effect), numbers_(console.catalogue()) {}

  nlohmann::json json(const PersonOptions& before, const PersonOptions& after) const {
    nlohmann::json json;
    json["person"] = text(person_.id);
    json["options"] = nlohmann::json::array();
    for (const WorkOption& option : after.options) json["options"].push_back(json_of(option));
    json["appeared"] = ids(difference(after, before));
    json["disappeared"] = ids(difference(before, after));
    json["questions"] = nlohmann::json::array();
    for (const QuestionWorth& row : after.questions)
      json["questions"].push_back({{"question", code_of(row.question, w_.context)}, {"works", row.pairs}});
    json["openings"] = nlohmann::json::array();
    for (const Opening& opening : after.openings) {
      nlohmann::json trainings = nlohmann::json::array();
      for (const std::uint32_t t : opening.trainings) trainings.push_back(text(w_.read.snapshot.trainings[t].id));
      json["openings"].push_back(
          {{"gate", row_of(opening.gate).name}, {"works", opening.works.size()}, {"trainings", trainings}});
    }
    for (const WishChange& change : after.wish_changes)
      json["wish_changes"].push_back({{"gate", row_of(change.gate).name}, {"works", change.works}});
    return json;
  }

  void print(const PersonOptions& before, const PersonOptions& after, bool changed) const {
    if (effect_ != nullptr)
      line(console_.text(effect_->has_debt_warning() ? "cli.options.debt" : "cli.options.effect") + "\n");
    std::vector<WorkOption> now, later;
    for (const WorkOption& option : after.options) (option.questions.empty() ? now : later).push_back(option);
    line(console_.text(now.empty() ? "cli.options.none-now" : "cli.options.now",
                       {{"works", numbers_.count(static_cast<std::int64_t>(now.size()))}}));
    print_works(now);
    if (!later.empty()) {
      line("\n" +
           console_.text("cli.options.later", {{"works", numbers_.count(static_cast<std::int64_t>(later.size()))}}));
      print_works(later);
    }
    print_questions(after);
    if (changed) print_changes(before, after);
    print_openings(after);
    if (!after.wish_changes.empty()) line("\n" + console_.text("cli.options.wish-changes"));
    for (const WishChange& change : after.wish_changes)
      line("  " + console_.text(fmt::format("cli.opening.{}", row_of(change.gate).name),
                                {{"works", numbers_.count(change.works)}}));
  }

 private:
  const std::string& text(Symbol symbol) const { return w_.read.snapshot.symbols.text(symbol); }
  void line(const std::string& words) const { console_.answer(words + "\n"); }

  std::string occupation_of(const Work& work) const {
    return work.occupation == kOpen ? console_.text("cli.unknown")
                                    : w_.reference.reference.occupations.label(work.occupation);
  }

  std::optional<std::int64_t> gain_of(const WorkOption& option) const {
    return effect_ == nullptr ? std::nullopt : effect_->gain(person_, w_.read.snapshot.works[option.work]);
  }

  nlohmann::json json_of(const WorkOption& option) const {
    const Work& work = w_.read.snapshot.works[option.work];
    nlohmann::json questions = nlohmann::json::array();
    for (const Question& question : option.questions) questions.push_back(code_of(question, w_.context));
    nlohmann::json json{{"work", text(work.id)},
                        {"kind", row_of(work.kind).name},
                        {"occupation", occupation_of(work)},
                        {"score", option.score},
                        {"questions", questions}};
    json["minutes"] = option.wish.minutes ? nlohmann::json(*option.wish.minutes) : nlohmann::json(nullptr);
    if (const auto gain = gain_of(option)) json["gain_month_eurocent"] = *gain;
    json["hourly_eurocent"] = work.hourly_eurocent ? nlohmann::json(*work.hourly_eurocent) : nlohmann::json(nullptr);
    return json;
  }

  static std::vector<std::uint32_t> difference(const PersonOptions& a, const PersonOptions& b) {
    std::set<std::uint32_t> in_b;
    for (const WorkOption& option : b.options) in_b.insert(option.work);
    std::vector<std::uint32_t> out;
    for (const WorkOption& option : a.options)
      if (!in_b.contains(option.work)) out.push_back(option.work);
    std::sort(out.begin(), out.end());
    return out;
  }

  std::vector<std::string> ids(const std::vector<std::uint32_t>& works) const {
    std::vector<std::string> out;
    for (const std::uint32_t j : works) out.push_back(text(w_.read.snapshot.works[j].id));
    return out;
  }

  void print_works(const std::vector<WorkOption>& options) const {
    if (options.empty()) return;
    present::Table table;
    const auto add_column = [&](const char* column, bool number) {
      table.columns.push_back({.name = console_.text(fmt::format("cli.options.column.{}", column)), .number = number});
    };
    for (const char* column : {"work", "occupation", "kind", "travel", "hours"}) add_column(column, false);
    add_column("wage", true);
    const bool shows_gain = effect_ != nullptr && !effect_->has_debt_warning();
    if (shows_gain) add_column("gain", true);
    for (const WorkOption& option : options) {
      if (table.rows.size() == kShown) break;
      const Work& work = w_.read.snapshot.works[option.work];
      const std::string unknown = console_.text("cli.unknown");
      table.rows.push_back(
          {{.text = text(work.id)},
           {.text = occupation_of(work)},
           {.text = console_.text(fmt::format("cli.kind.{}", row_of(work.kind).name))},
           {.text = option.wish.minutes
                        ? console_.text("cli.minutes", {{"minutes", std::to_string(*option.wish.minutes)}})
                        : unknown},
           {.text = work.hours_max ? numbers_.hours({*work.hours_max}) : unknown},
           {.text = work.hourly_eurocent     ? numbers_.euro({*work.hourly_eurocent})
                    : row_of(work.kind).paid ? unknown
                                             : "–"}});
      if (!shows_gain) continue;
      const auto gain = gain_of(option);
      table.rows.back().push_back({.text = gain ? numbers_.euro({*gain}) : unknown});
    }
    console_.answer("\n" + present::text_table(table, 100));
    if (options.size() > kShown)
      line(console_.text("cli.options.more",
                         {{"works", numbers_.count(static_cast<std::int64_t>(options.size() - kShown))}}));
  }

  void print_questions(const PersonOptions& options) const {
    if (options.questions.empty()) return;
    line("\n" + console_.text("cli.options.question"));
    for (std::size_t i = 0; i < std::min<std::size_t>(options.questions.size(), 5); ++i) {
      const QuestionWorth& row = options.questions[i];
      line(fmt::format("  {}  ({})",
                       present::question_text(console_.catalogue(), code_of(row.question, w_.context),
                                              subject_of(row.question, w_.context, console_.catalogue().language())),
                       console_.text("cli.options.settles", {{"works", numbers_.count(row.pairs)}})));
    }
  }

  void print_changes(const PersonOptions& before, const PersonOptions& after) const {
    line("\n" +
         console_.text("cli.options.changed",
                       {{"appeared", numbers_.count(static_cast<std::int64_t>(difference(after, before).size()))},
                        {"disappeared", numbers_.count(static_cast<std::int64_t>(difference(before, after).size()))}}));
  }

  void print_openings(const PersonOptions& options) const {
    if (options.openings.empty()) return;
    line("\n" + console_.text("cli.options.openings"));
    for (const Opening& opening : options.openings) {
      std::string trainings;
      for (const std::uint32_t t : opening.trainings)
        trainings += (trainings.empty() ? ": " : ", ") + text(w_.read.snapshot.trainings[t].id);
      line(fmt::format("  {}{}",
                       console_.text(fmt::format("cli.opening.{}", row_of(opening.gate).name),
                                     {{"works", numbers_.count(static_cast<std::int64_t>(opening.works.size()))}}),
                       trainings));
    }
  }

  const Console& console_;
  const service::Workspace& w_;
  const Person& person_;
  const WorkEffect* effect_;  // null: not asked for
  present::Numbers numbers_;
};

// Work that the person gains nothing by, or of which that is not known, left out: only where the person chose so.
void keep_gains(const service::Workspace& w, const Person& person, const WorkEffect& effect, PersonOptions& options) {
  std::erase_if(options.options, [&](const WorkOption& option) {
    return effect.gain(person, w.read.snapshot.works[option.work]).value_or(0) <= 0;
  });
}

Faults apply(const PlanContext& context, const std::vector<std::string>& settings, Person& person) {
  Faults faults;
  for (const std::string& setting : settings) {
    const auto equals = setting.find('=');
    const std::string key = setting.substr(0, equals);
    const std::string value = equals == std::string::npos ? "" : setting.substr(equals + 1);
    if (!set_wish(context, person, key, value))
      faults.push_back(
          {.code = FaultCode::kWrongUse, .file = "--set", .value = setting, .args = {{"reason", "set-key"}}});
  }
  return faults;
}

}  // namespace

int options_command(const Console& console, const Common& common, const PersonArguments& arguments) {
  service::Source source{.snapshot = arguments.snapshot,
                         .data = service::find_data_folder(common.data),
                         .rules = {},
                         .date = arguments.date.value_or(today())};
  if (!arguments.rules.empty()) source.rules = arguments.rules;
  const auto workspace = service::open_workspace(source);
  if (!workspace) return console.fail(workspace.error());
  const service::Workspace& w = **workspace;
  const auto position = w.read.snapshot.find_person(arguments.person);
  if (!position)
    return console.fail({{.code = FaultCode::kUnknownPerson,
                          .file = (arguments.snapshot / "people.csv").string(),
                          .value = arguments.person}});
  const Person& person = w.read.snapshot.people[*position];
  const PersonOptions before = options_of(w.context, w.read.snapshot, person, arguments.wish_changes);
  Person changed = person;
  if (const Faults faults = apply(w.context, arguments.set, changed); !faults.empty()) return console.fail(faults);
  PersonOptions after =
      arguments.set.empty() ? before : options_of(w.context, w.read.snapshot, changed, arguments.wish_changes);
  std::optional<WorkEffect> effect;
  if (!arguments.household.empty()) {
    auto opened = WorkEffect::open(arguments.household, arguments.adult, service::find_data_folder(common.data), *w.law,
                                   w.context.date);
    if (!opened) return console.fail(opened.error());
    effect.emplace(*std::move(opened));
    if (arguments.only_gain) keep_gains(w, changed, *effect, after);
  }
  const OptionsText words(console, w, changed, effect ? &*effect : nullptr);
  if (console.json())
    console.answer(words.json(before, after).dump(1) + "\n");
  else
    words.print(before, after, !arguments.set.empty());
  return static_cast<int>(Exit::kDone);
}

}  // namespace passend::cli
