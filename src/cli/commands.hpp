// SPDX-License-Identifier: EUPL-1.2
// The commands of CONTRACTS, "Every command". Each takes its options and returns an exit code.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "cli/console.hpp"

namespace passend::cli {

struct Common {
  std::string language = "nl";
  std::string format = "text";  // text, json
  std::string data;
};

struct PlanArguments {
  std::filesystem::path snapshot, out;
  std::string rules, previous;
  std::optional<Date> date;
  std::optional<std::uint64_t> seed;
  int threads = 0;
  bool lenient = false;
};

struct DemoArguments {
  std::filesystem::path out = "demo";
  int people = 7000;
  int places = 4000;
  std::string pc4;
  std::uint64_t seed = 1;
  int port = 8080;
  int threads = 0;
  bool serve = true;
};

struct PersonArguments {
  std::filesystem::path plan, snapshot, household;
  std::string person, work, adult;
  std::vector<std::string> set;
  std::optional<Date> date;
  std::string rules;
  bool wish_changes = false;
  bool only_gain = false;  // a choice of the person
};

struct CheckArguments {
  std::filesystem::path snapshot;
  std::string rules;
  std::optional<Date> date;
  bool lenient = false;
  bool columns = false;
};

struct VerifyArguments {
  std::filesystem::path plan, snapshot;
  int sample = 0;
};

struct WageArguments {
  std::string birth_date, date, hours, gross, period;
  bool bbl = false;
};

struct LawArguments {
  std::string id, date;
  std::vector<std::filesystem::path> cases;
};

struct IncomeArguments {
  std::filesystem::path household, offer, out;
  std::optional<Date> date;
  std::string hours, hourly, format;  // hours and hourly: a number, or a range A..B
  bool known_rules = false, trace = false, calendar_year = false;
};

struct SchemeArguments {
  std::filesystem::path schemes, facts;
  std::string first, second;  // ID, ID@VERSION or a file
  std::filesystem::path folder, household, out;
  std::uint64_t seed = 0;
  std::string plan;
  std::optional<std::int64_t> money;      // eurocent
  int least_hours = 12, most_hours = 36;  // a week, of a job that is built
  int nodes = 1000;                       // limit of the search
  int place_hours = 0;                    // a week, of a place; 0 = the scheme's
  std::int64_t wage_value = 1000;         // per mille
  bool permanent = false;
  std::vector<std::filesystem::path> files;
  std::optional<Date> date;
};

struct AssignArguments {
  std::filesystem::path problem, solution, out;
  std::string objective = "placed,score";
  int threads = 0;
  bool check = false;
};

int demo_command(const Console& console, const Common& common, const DemoArguments& arguments);
int check_data_command(const Console& console, const Common& common, const CheckArguments& arguments);
int plan_command(const Console& console, const Common& common, const PlanArguments& arguments);
int verify_command(const Console& console, const Common& common, const VerifyArguments& arguments);
int explain_command(const Console& console, const Common& common, const PersonArguments& arguments);
int options_command(const Console& console, const Common& common, const PersonArguments& arguments);
int wage_command(const Console& console, const Common& common, const WageArguments& arguments);
int law_show_command(const Console& console, const Common& common, const LawArguments& arguments);
int law_cases_command(const Console& console, const Common& common, const LawArguments& arguments);
int income_command(const Console& console, const Common& common, const IncomeArguments& arguments);
int law_doubts_command(const Console& console, const Common& common);
int scheme_list_command(const Console& console, const Common& common, const SchemeArguments& arguments);
int scheme_show_command(const Console& console, const Common& common, const SchemeArguments& arguments);
int scheme_check_command(const Console& console, const Common& common, const SchemeArguments& arguments);
int scheme_diff_command(const Console& console, const Common& common, const SchemeArguments& arguments);
int scheme_budget_command(const Console& console, const Common& common, const SchemeArguments& arguments);
int scheme_divide_command(const Console& console, const Common& common, const SchemeArguments& arguments);
int scheme_due_command(const Console& console, const Common& common, const SchemeArguments& arguments);
int scheme_build_command(const Console& console, const Common& common, const SchemeArguments& arguments);
int scheme_carve_command(const Console& console, const Common& common, const SchemeArguments& arguments);
int scheme_credit_command(const Console& console, const Common& common, const SchemeArguments& arguments);
int scheme_cost_command(const Console& console, const Common& common, const SchemeArguments& arguments);
int scheme_eligible_command(const Console& console, const Common& common, const SchemeArguments& arguments);
int assign_command(const Console& console, const Common& common, const AssignArguments& arguments);

// Parses the command line and runs one command.
int run(int argc, char** argv);

}  // namespace passend::cli
