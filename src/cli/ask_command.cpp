// SPDX-License-Identifier: EUPL-1.2
// passend ask list, QUESTION, motion and letter.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/sha256.hpp"
#include "base/text_file.hpp"
#include "cli/ask_commands.hpp"
#include "cli/household_file.hpp"
#include "cli/schemes.hpp"
#include "cli/simulation_files.hpp"
#include "cli/today.hpp"
#include "insight/ask_simulation.hpp"
#include "present/terminal.hpp"
#include "service/workspace.hpp"

namespace passend::cli {
namespace {

namespace fs = std::filesystem;

bool holds(const fs::path& folder, const char* file) {
  std::error_code ignored;
  return fs::exists(folder / file, ignored);
}

// The folder of a demo says so itself.
bool is_invented(const fs::path& snapshot) {
  const auto note = snapshot.empty() ? passend::fail(Fault{}) : read_file(snapshot / "README.txt");
  return note && note->starts_with("VERZONNEN");
}

// DIR is a plan, an administration, or else a snapshot.
AskArguments sorted_out(AskArguments arguments, fs::path& plan) {
  if (arguments.source.empty()) return arguments;
  if (holds(arguments.source, "plan.json"))
    plan = arguments.source;
  else if (holds(arguments.source, "applications.csv") || holds(arguments.source, "ledger.csv"))
    arguments.administration = arguments.source;
  else
    arguments.snapshot = arguments.source;
  return arguments;
}

// The words that give the answer again: everything but --variant and --out; the day is always said.
std::string command_of(const AskArguments& given, const insight::Question& question, Date date) {
  std::string text = "passend ask " + question.id;
  if (!given.source.empty()) text += " " + shell_word(given.source.string());
  const std::pair<const char*, std::string> options[] = {{"--snapshot", given.snapshot.string()},
                                                         {"--administration", given.administration.string()},
                                                         {"--tables", given.tables.string()},
                                                         {"--municipality", given.municipality},
                                                         {"--contracts", given.contracts.string()},
                                                         {"--clauses", given.clauses.string()},
                                                         {"--scheme", given.scheme},
                                                         {"--household", given.household.string()},
                                                         {"--simulation", given.simulation.string()},
                                                         {"--compared-with", given.compared_with.string()}};
  for (const auto& [name, value] : options)
    if (!value.empty()) text += fmt::format(" {} {}", name, shell_word(value));
  if (given.hours > 0) text += fmt::format(" --hours {}", given.hours);
  if (given.wage_value != AskArguments{}.wage_value) text += fmt::format(" --wage-value {}", given.wage_value);
  if (given.year > 0) text += fmt::format(" --year {}", given.year);
  return text + " --date " + to_string(date);
}

Result<insight::QuestionCatalogue> open_questions(const fs::path& data) {
  const auto file = data / "insight/questions.toml";
  const auto bytes = read_file(file);
  if (!bytes) return passend::fail(bytes.error());
  return insight::read_questions(*bytes, file.string());
}

// What the answer is computed from, opened and checked; `input` points into it.
struct Opened {
  std::unique_ptr<service::Workspace> workspace;
  std::unique_ptr<ParameterStore> law;
  SchemeLibrary library;
  income::Household household;
  std::optional<insight::SimulationSource> simulation, compared_with;
  insight::AskInput input;
};

Result<void> open_snapshot(Opened& out) {
  auto workspace = service::open_workspace(
      {.snapshot = out.input.snapshot, .data = out.input.data, .rules = std::nullopt, .date = out.input.date});
  if (!workspace) return passend::fail(workspace.error());
  out.workspace = std::move(*workspace);
  out.input.context = &out.workspace->context;
  out.input.read = &out.workspace->read.snapshot;
  return {};
}

Result<std::optional<insight::SimulationSource>> open_simulated(const fs::path& folder) {
  if (folder.empty()) return std::optional<insight::SimulationSource>{};
  auto written = read_simulation(folder);
  if (!written) return passend::fail(written.error());
  const auto bytes = read_file(folder / "results.csv");
  if (!bytes) return passend::fail(bytes.error());
  return insight::SimulationSource{.results = std::move(written->results),
                                   .title = written->title,
                                   .population = written->population,
                                   .file = (folder / "results.csv").string(),
                                   .sha256 = sha256_hex(*bytes)};
}

Result<void> open_simulations(const AskArguments& arguments, Opened& out) {
  auto simulation = open_simulated(arguments.simulation);
  if (!simulation) return passend::fail(simulation.error());
  auto compared_with = open_simulated(arguments.compared_with);
  if (!compared_with) return passend::fail(compared_with.error());
  out.simulation = std::move(*simulation);
  out.compared_with = std::move(*compared_with);
  if (out.simulation)
    out.input.simulate = [&out](const insight::Question& question, const insight::Variant&) {
      return insight::simulated(question, out.compared_with, *out.simulation);
    };
  return {};
}

Result<void> open_sources(const Common& common, const AskArguments& arguments, const fs::path& plan, Opened& out) {
  const auto data = service::find_data_folder(common.data);
  out.input = {.date = arguments.date.value_or(today()),
               .year = arguments.year,
               .snapshot = arguments.snapshot,
               .plan = plan,
               .administration = arguments.administration,
               .tables = arguments.tables,
               .contracts = arguments.contracts,
               .clauses = arguments.clauses,
               .data = data,
               .scheme = arguments.scheme,
               .municipality = arguments.municipality,
               .centihours = std::int64_t{arguments.hours} * 100,
               .wage_value = arguments.wage_value};
  if (!arguments.snapshot.empty())
    if (const auto done = open_snapshot(out); !done) return done;
  if (const auto done = open_simulations(arguments, out); !done) return done;
  auto law = load_parameters(data / "law");
  if (!law) return passend::fail(law.error());
  out.law = std::make_unique<ParameterStore>(std::move(*law));
  out.input.law = out.law.get();
  SchemeArguments schemes;
  schemes.folder = arguments.administration.empty() ? arguments.snapshot : arguments.administration;
  auto library = open_schemes(common, schemes);
  if (!library) return passend::fail(library.error());
  out.library = std::move(*library);
  out.input.schemes = out.library.schemes;
  auto household =
      open_household(arguments.household.empty() ? data / "examples/place_household.toml" : arguments.household, data);
  if (!household) return passend::fail(household.error());
  out.household = std::move(*household);
  out.input.household = &out.household;
  return {};
}

int list_questions(const Console& console, const insight::QuestionCatalogue& catalogue) {
  nlohmann::json json = nlohmann::json::array();
  std::string text = present::wrapped(console.text("questions.list")) + "\n";
  for (const insight::Question& one : catalogue.questions) {
    const std::string title = console.text(fmt::format("questions.{}.title", one.id));
    nlohmann::json variants = nlohmann::json::array();
    std::string needs;
    for (const insight::Variant& variant : one.variants) {
      variants.push_back({{"id", variant.id},
                          {"text", console.text(fmt::format("questions.{}.{}", one.id, variant.id))},
                          {"needs", name_of(variant.needs)}});
      needs += (needs.empty() ? "" : ", ") + variant.id;
    }
    nlohmann::json official = nlohmann::json::array();
    for (const insight::OfficialName& name : one.official)
      official.push_back({{"list", name.list}, {"name", name.name}});
    json.push_back(
        {{"number", one.number}, {"id", one.id}, {"title", title}, {"variants", variants}, {"official", official}});
    text += fmt::format("{:>2}  {}\n", one.number, one.id);
    for (const std::string& line :
         {title, console.text("questions.needs." + std::string(name_of(one.variants.front().needs))),
          console.text("questions.variants", {{"list", needs}})})
      text += "    " + line + "\n";
  }
  console.answer(console.json() ? json.dump(1) + "\n" : text);
  return static_cast<int>(Exit::kDone);
}

}  // namespace

std::string shell_word(const std::string& word) {
  constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+=:,@";
  if (!word.empty() && word.find_first_not_of(kPlain) == std::string::npos) return word;
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

int give_draft(const Console& console, const Common& common, const fs::path& out, const present::Draft& draft,
               const std::string& shown) {
  if (out.empty()) {
    console.answer(shown);
    return static_cast<int>(Exit::kDone);
  }
  const std::string ending = out.extension().string();
  std::string bytes;
  if (ending == ".md") bytes = present::draft_markdown(draft);
  if (ending == ".fodt") bytes = present::draft_document(draft, console.catalogue());
  if (ending == ".csv") bytes = present::draft_csv(draft);
  if (ending == ".html") {
    const auto css = read_file(service::find_data_folder(common.data) / "report/report.css");
    if (!css) return console.fail(css.error());
    bytes = present::draft_html(draft, console.catalogue(), *css, out.stem().string());
  }
  if (bytes.empty())
    return console.fail({{.code = FaultCode::kNotInList,
                          .file = "--out",
                          .value = out.filename().string(),
                          .args = {{"expected", ".md, .html, .fodt, .csv"}}}});
  if (const auto written = replace_file(out, bytes); !written) return console.fail(written.error());
  console.note(console.text("questions.written", {{"file", out.string()}}));
  return static_cast<int>(Exit::kDone);
}

int ask_command(const Console& console, const Common& common, const AskArguments& given) {
  if (given.what == AskFor::kAgreement) return ask_agreement_command(console, common, given);
  const auto catalogue = open_questions(service::find_data_folder(common.data));
  if (!catalogue) return console.fail(catalogue.error());
  if (given.what == AskFor::kList) return list_questions(console, *catalogue);
  const insight::Question* question = catalogue->find(given.question);
  if (question == nullptr) {
    std::string ids;
    for (const insight::Question& one : catalogue->questions) ids += (ids.empty() ? "" : ", ") + one.id;
    return console.fail(
        {{.code = FaultCode::kNotInList, .file = "QUESTION", .value = given.question, .args = {{"expected", ids}}}});
  }
  fs::path plan;
  const AskArguments arguments = sorted_out(given, plan);
  Opened opened;
  if (const auto done = open_sources(common, arguments, plan, opened); !done) return console.fail(done.error());
  auto answer = insight::answer(opened.input, *question, arguments.variant);
  if (!answer) return console.fail(answer.error());
  if (is_invented(arguments.snapshot) && answer->has_figures())
    answer->computed.doubts.insert(answer->computed.doubts.begin(), "invented");
  const service::Told told{*question, *answer, command_of(given, *question, answer->computed.date)};
  int code = 0;
  if (given.what == AskFor::kMotion || given.what == AskFor::kLetter) {
    const auto draft = given.what == AskFor::kMotion ? service::motion_draft(console.catalogue(), told)
                                                     : service::letter_draft(console.catalogue(), told);
    code =
        give_draft(console, common, given.out, draft,
                   console.json() ? service::answer_json(console.catalogue(), told) : present::draft_markdown(draft));
  } else {
    code = give_draft(console, common, given.out, service::answer_draft(console.catalogue(), told, true),
                      console.json() ? service::answer_json(console.catalogue(), told)
                                     : present::draft_text(service::answer_draft(console.catalogue(), told, false)));
  }
  if (code != 0 || answer->has_figures() || given.what == AskFor::kLetter) return code;
  return static_cast<int>(Exit::kNo);
}

}  // namespace passend::cli
