// SPDX-License-Identifier: EUPL-1.2
// The command line, by CLI11. Help texts come from the catalogue of the asked language.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <cstring>

#include "cli/ask_commands.hpp"
#include "cli/command_tree.hpp"
#include "cli/commands.hpp"
#include "cli/fair_tree.hpp"
#include "cli/help.hpp"
#include "cli/population_commands.hpp"
#include "cli/simulate_commands.hpp"
#include "cli/today.hpp"
#include "service/workspace.hpp"

namespace passend::cli {
namespace {

// Language and data folder decide the texts of the parser itself, so they are looked up before it runs.
std::string early_value(int argc, char** argv, const char* name, const std::string& otherwise) {
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], name) == 0 && i + 1 < argc) return argv[i + 1];
    const std::string prefix = std::string(name) + "=";
    if (std::strncmp(argv[i], prefix.c_str(), prefix.size()) == 0) return argv[i] + prefix.size();
  }
  return otherwise;
}

class Parser {
 public:
  Parser(Console& console, Common& common)
      : console_(console), common_(common), tree_(console, common), app_(about_text(console, "cli.about"), "passend") {
    lay_out_help(app_, console_);
    app_.set_version_flag("--version", kProgram, text("cli.help.version"));
    app_.set_help_flag("-h,--help", text("cli.help.help"));
    app_.require_subcommand(1);
    app_.fallthrough();
    app_.add_option("--lang", common_.language, text("cli.help.lang"))
        ->check(CLI::IsMember({"nl", "en", "pl", "ro", "bg"}).description(""));
    app_.add_option("--format", common_.format, text("cli.help.format"))
        ->check(CLI::IsMember({"text", "table", "json", "html"}).description(""));
    app_.add_option("--data", common_.data, text("cli.help.data"));
    add_demo();
    add_check();
    add_plan();
    add_verify();
    add_person();
    add_wage();
    add_income();
    add_law();
    add_scheme();
    add_fair(tree_, *command("fair"), fair_);
    add_ask(tree_, app_);
    add_assign();
    add_population(tree_, app_);
    add_simulate(tree_, app_);
  }

  int parse_and_run(int argc, char** argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::RuntimeError& done) {  // the answer was given while parsing
      return done.get_exit_code();
    } catch (const CLI::ParseError& error) {
      if (error.get_exit_code() == 0) return app_.exit(error);
      return console_.fail({wrong_use(error, argc, argv)});
    }
    return tree_.run();
  }

 private:
  std::string text(std::string_view key) const { return tree_.text(key); }
  CLI::App* command(CLI::App& parent, const std::string& name, std::string_view key) {
    return tree_.command(parent, name, key);
  }
  CLI::App* command(const std::string& name) { return command(app_, name, name); }
  void add_template(CLI::App* app, const char* file) { tree_.add_template(app, file); }
  void add_date(CLI::App* app) { tree_.add_date(app); }
  template <class Arguments, class Function>
  void on(CLI::App* app, Arguments& arguments, Function function) {
    tree_.on(app, arguments, function);
  }

  void add_rules(CLI::App* app, std::string& rules) {
    app->add_option("--rules", rules, text("cli.help.rules"));
    add_template(app, "rules/voorbeeld.toml");
  }

  void add_demo() {
    CLI::App* app = command("demo");
    app->add_option("--out", demo_.out, text("cli.help.out"))->capture_default_str();
    app->add_option("--people", demo_.people, text("cli.help.people"))->capture_default_str();
    app->add_option("--places", demo_.places, text("cli.help.places"))->capture_default_str();
    app->add_option("--pc4", demo_.pc4, text("cli.help.pc4"));
    app->add_option("--seed", demo_.seed, text("cli.help.seed"))
        ->capture_default_str()
        ->check(CLI::NonNegativeNumber.description(""));
    app->add_option("--port", demo_.port, text("cli.help.port"))
        ->capture_default_str()
        ->check(CLI::Range(1, 65535).description(""));
    app->add_option("--threads", demo_.threads, text("cli.help.threads"))->check(CLI::Range(0, 256).description(""));
    app->add_flag_callback("--no-serve", [this] { demo_.serve = false; }, text("cli.help.no-serve"));
    on(app, demo_, demo_command);
  }

  void add_check() {
    CLI::App* app = command("check-data");
    app->add_option("DIR", check_.snapshot, text("cli.help.snapshot"));
    add_rules(app, check_.rules);
    app->add_flag("--lenient", check_.lenient, text("cli.help.lenient"));
    app->add_flag("--columns", check_.columns, text("cli.help.columns"));
    add_date(app);
    on(app, check_, check_data_command);
  }

  void add_plan() {
    CLI::App* app = command("plan");
    app->add_option("DIR", plan_.snapshot, text("cli.help.snapshot"))->required();
    app->add_option("--out", plan_.out, text("cli.help.out"))->required();
    add_rules(app, plan_.rules);
    app->add_option("--seed", plan_.seed, text("cli.help.seed"))->check(CLI::NonNegativeNumber.description(""));
    app->add_option("--threads", plan_.threads, text("cli.help.threads"))->check(CLI::Range(0, 256).description(""));
    app->add_option("--previous", plan_.previous, text("cli.help.previous"));
    app->add_flag("--lenient", plan_.lenient, text("cli.help.lenient"));
    add_date(app);
    on(app, plan_, plan_command);
  }

  void add_verify() {
    CLI::App* app = command("verify");
    app->add_option("PLAN", verify_.plan, text("cli.help.plan"))->required();
    app->add_option("DIR", verify_.snapshot, text("cli.help.snapshot"))->required();
    app->add_option("--sample", verify_.sample, text("cli.help.sample"))
        ->check(CLI::Range(1, 1'000'000).description(""));
    on(app, verify_, verify_command);
  }

  void add_own_household(CLI::App* app, PersonArguments& arguments) {
    auto* household = app->add_option("--household", arguments.household, text("cli.help.own-household"));
    app->add_option("--adult", arguments.adult, text("cli.help.own-adult"))->needs(household);
  }

  void add_person() {
    CLI::App* explain = command("explain");
    explain->add_option("PLAN", explain_.plan, text("cli.help.plan"))->required();
    explain->add_option("DIR", explain_.snapshot, text("cli.help.snapshot"))->required();
    explain->add_option("--person", explain_.person, text("cli.help.person"))->required();
    explain->add_option("--work", explain_.work, text("cli.help.work"));
    add_own_household(explain, explain_);
    on(explain, explain_, explain_command);
    CLI::App* options = command("options");
    options->add_option("DIR", options_.snapshot, text("cli.help.snapshot"))->required();
    options->add_option("--person", options_.person, text("cli.help.person"))->required();
    options->add_option("--set", options_.set, text("cli.help.set"));
    add_rules(options, options_.rules);
    options->add_flag("--wish-changes", options_.wish_changes, text("cli.help.wish-changes"));
    add_own_household(options, options_);
    options->add_flag("--only-gain", options_.only_gain, text("cli.help.only-gain"));
    add_date(options);
    on(options, options_, options_command);
  }

  void add_wage() {
    CLI::App* app = command("wage");
    app->add_option("--birth-date", wage_.birth_date, text("cli.help.birth-date"))->required();
    app->add_option("--date", wage_.date, text("cli.help.wage-date"))->required();
    app->add_flag("--bbl", wage_.bbl, text("cli.help.bbl"));
    app->add_option("--hours", wage_.hours, text("cli.help.hours"));
    app->add_option("--gross", wage_.gross, text("cli.help.gross"));
    app->add_option("--period", wage_.period, text("cli.help.period"))
        ->check(CLI::IsMember({"week", "4weeks", "month"}).description(""));
    on(app, wage_, wage_command);
  }

  void add_income() {
    CLI::App* app = command("income");
    app->add_option("HOUSEHOLD", income_.household, text("cli.help.household"))->required();
    app->add_option("--offer", income_.offer, text("cli.help.offer"));
    app->add_option("--hours", income_.hours, text("cli.help.hours-range"));
    app->add_option("--hourly", income_.hourly, text("cli.help.hourly"));
    app->add_flag("--known-rules", income_.known_rules, text("cli.help.known-rules"));
    app->add_flag("--calendar-year", income_.calendar_year, text("cli.help.calendar-year"));
    app->add_flag("--trace", income_.trace, text("cli.help.trace"));
    app->add_option("--out", income_.out, text("cli.help.out-page"));
    add_template(app, "examples/household.toml");
    add_date(app);
    on(app, income_, income_command);
  }

  void add_law() {
    CLI::App* app = command("law");
    app->require_subcommand(1);
    CLI::App* show = command(*app, "show", "law-show");
    show->add_option("ID", law_.id, text("cli.help.law-id"))->required();
    show->add_option("--date", law_.date, text("cli.help.date"));
    on(show, law_, law_show_command);
    CLI::App* cases = command(*app, "cases", "law-cases");
    cases->add_option("FILE", law_.cases, text("cli.help.cases"))->required();
    add_template(cases, "examples/cases.toml");
    on(cases, law_, law_cases_command);
    CLI::App* doubts = command(*app, "doubts", "law-doubts");
    on(doubts, law_, [](const Console& console, const Common& common, const LawArguments&) {
      return law_doubts_command(console, common);
    });
  }

  void add_scheme() {
    CLI::App* app = command("scheme");
    app->require_subcommand(1);
    const auto add = [&](const char* name, const char* key) {
      CLI::App* found = command(*app, name, key);
      found->add_option("--schemes", scheme_.schemes, text("cli.help.schemes"));
      return found;
    };
    CLI::App* list = add("list", "scheme-list");
    on(list, scheme_, scheme_list_command);
    CLI::App* show = add("show", "scheme-show");
    show->add_option("ID", scheme_.first, text("cli.help.scheme-id"))->required();
    add_date(show);
    on(show, scheme_, scheme_show_command);
    CLI::App* check = command(*app, "check", "scheme-check");
    check->add_option("FILE", scheme_.files, text("cli.help.scheme-file"))->required();
    add_template(check, "schemes/rotterdams_scholingsfonds.toml");
    on(check, scheme_, scheme_check_command);
    CLI::App* diff = add("diff", "scheme-diff");
    diff->add_option("A", scheme_.first, text("cli.help.scheme-id"))->required();
    diff->add_option("B", scheme_.second, text("cli.help.scheme-id"))->required();
    on(diff, scheme_, scheme_diff_command);
    CLI::App* budget = add("budget", "scheme-budget");
    budget->add_option("DIR", scheme_.folder, text("cli.help.administration"))->required();
    on(budget, scheme_, scheme_budget_command);
    CLI::App* divide = add("divide", "scheme-divide");
    divide->add_option("ID", scheme_.first, text("cli.help.scheme-id"))->required();
    divide->add_option("DIR", scheme_.folder, text("cli.help.administration"))->required();
    divide->add_option("--seed", scheme_.seed, text("cli.help.lot"))
        ->required()
        ->check(CLI::Range(0.0, kMostSeed).description(""));
    add_date(divide);
    on(divide, scheme_, scheme_divide_command);
    CLI::App* due = add("due", "scheme-due");
    due->add_option("DIR", scheme_.folder, text("cli.help.administration"))->required();
    add_date(due);
    on(due, scheme_, scheme_due_command);
    CLI::App* build = add("build", "scheme-build");
    build->add_option("DIR", scheme_.folder, text("cli.help.snapshot"))->required();
    build->add_option("--scheme", scheme_.first, text("cli.help.scheme-id"))->required();
    build->add_option("--plan", scheme_.plan, text("cli.help.plan-placed"));
    build->add_option("--money", scheme_.money, text("cli.help.money"))
        ->check(CLI::Range(0.0, kMostSeed).description(""));
    build->add_option("--least-hours", scheme_.least_hours, text("cli.help.least-hours"))
        ->capture_default_str()
        ->check(CLI::Range(1, 80).description(""));
    build->add_option("--most-hours", scheme_.most_hours, text("cli.help.most-hours"))
        ->capture_default_str()
        ->check(CLI::Range(1, 80).description(""));
    build->add_option("--out", scheme_.out, text("cli.help.build-out"));
    build->add_option("--nodes", scheme_.nodes, text("cli.help.nodes"))
        ->capture_default_str()
        ->check(CLI::Range(1, 10'000'000).description(""));
    add_date(build);
    on(build, scheme_, scheme_build_command);
    CLI::App* carve = add("carve", "scheme-carve");
    carve->add_option("DIR", scheme_.folder, text("cli.help.snapshot"))->required();
    carve->add_option("--plan", scheme_.plan, text("cli.help.plan-placed"));
    add_date(carve);
    on(carve, scheme_, scheme_carve_command);
    CLI::App* credit = add("credit", "scheme-credit");
    credit->add_option("ID", scheme_.first, text("cli.help.scheme-id"))->required();
    credit->add_option("FILE", scheme_.facts, text("cli.help.efforts"))->required();
    add_template(credit, "examples/social_return.toml");
    add_date(credit);
    on(credit, scheme_, scheme_credit_command);
    CLI::App* cost = add("cost", "scheme-cost");
    cost->add_option("ID", scheme_.first, text("cli.help.scheme-id"))->required();
    cost->add_option("--hours", scheme_.place_hours, text("cli.help.place-hours"))
        ->check(CLI::Range(1, 80).description(""));
    cost->add_option("--wage-value", scheme_.wage_value, text("cli.help.wage-value"))
        ->check(CLI::Range(0, 1000).description(""));
    cost->add_option("--household", scheme_.household, text("cli.help.household"));
    cost->add_flag("--permanent", scheme_.permanent, text("cli.help.permanent"));
    add_template(cost, "examples/place_household.toml");
    add_date(cost);
    on(cost, scheme_, scheme_cost_command);
    CLI::App* eligible = add("eligible", "scheme-eligible");
    eligible->add_option("ID", scheme_.first, text("cli.help.scheme-id"));
    eligible->add_option("--facts", scheme_.facts, text("cli.help.scheme-facts"))->required();
    add_template(eligible, "examples/facts.toml");
    add_date(eligible);
    on(eligible, scheme_, scheme_eligible_command);
  }

  void add_assign() {
    CLI::App* app = command("assign");
    app->add_option("FILE", assign_.problem, text("cli.help.problem"))->required();
    app->add_option("SOLUTION", assign_.solution, text("cli.help.solution"));
    app->add_flag("--check", assign_.check, text("cli.help.check"));
    app->add_option("--objective", assign_.objective, text("cli.help.objective"))
        ->check(CLI::IsMember({"placed,score", "score"}));
    app->add_option("--threads", assign_.threads, text("cli.help.threads"))->check(CLI::Range(0, 256));
    app->add_option("--out", assign_.out, text("cli.help.out"));
    add_template(app, "examples/assignment.txt");
    on(app, assign_, assign_command);
  }

  Console& console_;
  Common& common_;
  CommandTree tree_;
  CLI::App app_;
  DemoArguments demo_;
  CheckArguments check_;
  PlanArguments plan_;
  VerifyArguments verify_;
  PersonArguments explain_, options_;
  WageArguments wage_;
  IncomeArguments income_;
  LawArguments law_;
  AssignArguments assign_;
  SchemeArguments scheme_;
  FairArguments fair_;
};

}  // namespace

int run(int argc, char** argv) {
  Common common;
  common.language = early_value(argc, argv, "--lang", "nl");
  const auto language = present::language_of(common.language).value_or(present::Language::kDutch);
  const auto data = service::find_data_folder(early_value(argc, argv, "--data", ""));
  auto catalogue = present::load_catalogue(data / "messages", language);
  if (!catalogue) {
    for (const Fault& fault : catalogue.error())
      fmt::print(stderr, "{}: {} {}. Give --data DIR or set PASSEND_DATA.\n", fault.file, name_of(fault.code),
                 fault.column);
    return static_cast<int>(Exit::kFaults);
  }
  Console console(std::move(*catalogue), early_value(argc, argv, "--format", "text") == "json");
  try {
    return Parser(console, common).parse_and_run(argc, argv);
  } catch (const std::exception& error) {
    fmt::print(stderr, "passend: internal: {}\n", error.what());
    return static_cast<int>(Exit::kInternal);
  }
}

}  // namespace passend::cli
