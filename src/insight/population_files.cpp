// SPDX-License-Identifier: EUPL-1.2
#include "insight/population_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>

#include "base/csv.hpp"
#include "base/quantity.hpp"
#include "base/text_file.hpp"

namespace passend::insight {
namespace {

template <class Enum, class Names>
std::string_view word(const Names& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

std::string number_or_empty(std::int64_t number) { return number == 0 ? std::string() : fmt::format("{}", number); }

std::string households_csv(const Population& population) {
  std::string out = "household,type,tenure,bare_rent_eurocent,assets_eurocent,residents\n";
  const auto to = std::back_inserter(out);
  for (std::size_t h = 0; h < population.households.size(); ++h) {
    const HouseholdRow& row = population.households[h];
    fmt::format_to(to, "{},{},{},{},{},{}\n", h + 1, word(kHouseholdTypeNames, row.type), word(kTenureNames, row.tenure),
                   number_or_empty(row.bare_rent), row.assets, row.count);
  }
  return out;
}

std::string residents_csv(const Population& population) {
  std::string out =
      "household,role,birth_date,benefit,benefit_since,benefit_gross_month_eurocent,wajong,hours_week,hourly_eurocent,"
      "disability,student\n";
  const auto to = std::back_inserter(out);
  for (const Resident& one : population.residents)
    fmt::format_to(to, "{},{},{},{},{},{},{},{},{},{},{}\n", one.household + 1, word(kRoleNames, one.role),
                   to_string(one.birth), word(income::kBenefitNames, one.benefit),
                   one.benefit_since == kNever ? "" : to_string(one.benefit_since), number_or_empty(one.benefit_month),
                   number_or_empty(one.wajong), one.centihours == 0 ? "" : to_decimal(one.centihours, 2),
                   number_or_empty(one.hourly), word(income::kDisabilityNames, one.disability),
                   one.student ? "ja" : "nee");
  return out;
}

constexpr double kTenth = 10;

double in_tenths(double value) { return std::round(value * kTenth) / kTenth + 0.0; }

std::string_view origin(const FigureSource& from) { return from.assumed ? "assumed" : "published"; }

std::string year_of(const FigureSource& from) { return number_or_empty(from.year); }

std::string fit_csv(const FitReport& fit) {
  std::string out = "level,variable,value,wanted,got,difference,origin,source,year,definition,note,cause\n";
  for (const FitRow& row : fit.rows)
    out += csv_line({std::string(row.level), std::string(row.variable), row.value,
                     fmt::format("{:.1f}", in_tenths(row.wanted)), fmt::format("{}", row.got),
                     fmt::format("{:.1f}", in_tenths(row.difference())), std::string(origin(row.from)), row.from.source,
                     year_of(row.from), row.from.definition, row.from.note, std::string(word(kFitCauseNames, row.cause))});
  return out;
}

nlohmann::json json_of(const FigureSource& from) {
  nlohmann::json out{{"origin", origin(from)}};
  if (!from.source.empty()) out["source"] = from.source;
  if (from.year != 0) out["year"] = from.year;
  if (!from.definition.empty()) out["definition"] = from.definition;
  if (!from.note.empty()) out["note"] = from.note;
  return out;
}

nlohmann::json fit_tree(const MadePopulation& made, const PopulationSpec& spec) {
  nlohmann::json rows = nlohmann::json::array(), variants = nlohmann::json::array(), checks = nlohmann::json::array();
  for (const FitRow& row : made.fit.rows) {
    nlohmann::json one = json_of(row.from);
    one.update({{"level", row.level},
                {"variable", row.variable},
                {"value", row.value},
                {"wanted", in_tenths(row.wanted)},
                {"got", row.got},
                {"difference", in_tenths(row.difference())},
                {"cause", word(kFitCauseNames, row.cause)}});
    rows.push_back(std::move(one));
  }
  for (const FigureVariant& variant : spec.variants) {
    nlohmann::json one = json_of(variant.from);
    one.update({{"variable", kVariableRows[static_cast<std::size_t>(variant.variable)].name},
                {"value", variant.value},
                {"figure", variant.figure}});
    variants.push_back(std::move(one));
  }
  for (const CheckResult& check : made.checks)
    checks.push_back({{"check", check.name}, {"households", check.asked}, {"failed", check.failed}});
  return {{"fit", rows},
          {"variants", variants},
          {"checks", checks},
          {"kinds", made.fit.kinds},
          {"rounds", made.fit.rounds},
          {"converged", made.fit.converged},
          {"largest_gap_per_million", std::llround(made.fit.largest_gap * 1e6)}};
}

std::string population_json(const MadePopulation& made) {
  const Population& population = made.population;
  return nlohmann::json{{"schema", kPopulationSchema},
                        {"invented", true},
                        {"municipality", population.municipality},
                        {"code", population.code},
                        {"date", to_string(population.date)},
                        {"seed", population.seed},
                        {"households", population.households.size()},
                        {"residents", population.residents.size()},
                        {"source_hash", made.source_hash}}
             .dump(1) +
         "\n";
}

// The cells of one table, by column name, with every fault placed.
class Table {
 public:
  Table(CsvTable table, std::string file, std::initializer_list<std::string_view> columns)
      : table_(std::move(table)), file_(std::move(file)), faults_(table_.faults) {
    for (const auto column : columns) {
      const auto found = std::ranges::find(table_.header, column);
      if (found == table_.header.end())
        faults_.push_back(
            {.code = FaultCode::kColumnMissing, .file = file_, .line = table_.header_line, .column = std::string(column)});
      names_.push_back(column);
      places_.push_back(static_cast<std::size_t>(found - table_.header.begin()));
    }
  }

  bool whole() const { return faults_.empty(); }
  std::size_t size() const { return table_.rows.size(); }
  Faults& faults() { return faults_; }
  void at(std::size_t row) { row_ = row; }

  const std::string& text(std::size_t column) const { return table_.rows[row_].cells[places_[column]]; }

  void fault(FaultCode code, std::size_t column, std::string expected) {
    faults_.push_back({.code = code,
                       .file = file_,
                       .line = table_.rows[row_].line,
                       .column = std::string(names_[column]),
                       .value = text(column),
                       .args = {{"expected", std::move(expected)}}});
  }

  // An empty cell is 0.
  std::int64_t number(std::size_t column, std::int64_t most, int digits = 0) {
    if (text(column).empty()) return 0;
    const auto value = parse_scaled(text(column), digits);
    if (!value) fault(FaultCode::kNotANumber, column, "12");
    const bool fits = value && *value >= 0 && *value <= most;
    if (value && !fits) fault(FaultCode::kOutOfRange, column, fmt::format("0 – {}", to_decimal(most, digits)));
    return fits ? *value : 0;
  }

  Date date(std::size_t column, Date otherwise) {
    if (text(column).empty()) return otherwise;
    const auto value = parse_date(text(column));
    if (!value) fault(FaultCode::kNotADate, column, "");
    return value.value_or(otherwise);
  }

  template <class Enum, std::size_t count>
  Enum word(std::size_t column, const std::array<std::string_view, count>& names) {
    const auto found = std::ranges::find(names, text(column));
    if (found == names.end()) {
      fault(FaultCode::kNotInList, column, fmt::format("{}", fmt::join(names, ", ")));
      return Enum{};
    }
    return static_cast<Enum>(found - names.begin());
  }

 private:
  CsvTable table_;
  std::string file_;
  std::vector<std::string_view> names_;
  std::vector<std::size_t> places_;
  std::size_t row_ = 0;
  Faults faults_;
};

Result<Table> open_table(const std::filesystem::path& path, std::initializer_list<std::string_view> columns) {
  const auto bytes = read_file(path);
  if (!bytes) return std::unexpected(bytes.error());
  auto table = read_csv(*bytes, path.string());
  if (!table) return std::unexpected(table.error());
  Table out(std::move(*table), path.string(), columns);
  if (!out.whole()) return fail(std::move(out.faults()));
  return out;
}

constexpr std::int64_t kAmountMost = 4'000'000'000;
constexpr std::int64_t kSmallMost = 65'535;
constexpr std::int64_t kCountMost = 100;

void read_households(Table& table, Population& out) {
  out.households.reserve(table.size());
  for (std::size_t r = 0; r < table.size(); ++r) {
    table.at(r);
    if (table.number(0, kAmountMost) != static_cast<std::int64_t>(r + 1))
      table.fault(FaultCode::kOutOfRange, 0, fmt::format("{}", r + 1));
    HouseholdRow row{.type = table.word<HouseholdType>(1, kHouseholdTypeNames),
                     .tenure = table.word<Tenure>(2, kTenureNames)};
    row.bare_rent = static_cast<std::uint32_t>(table.number(3, kAmountMost));
    row.assets = static_cast<std::uint32_t>(table.number(4, kAmountMost));
    row.count = static_cast<std::uint8_t>(table.number(5, kCountMost));
    row.first = r == 0 ? 0 : out.households.back().first + out.households.back().count;
    out.households.push_back(row);
  }
}

// What `of` of a household needs, and household_of after it.
bool is_in_its_place(const Population& population, std::size_t household, std::size_t resident, Role role) {
  if (household >= population.households.size()) return false;
  const HouseholdRow& row = population.households[household];
  if (resident < row.first || resident >= row.first + row.count) return false;
  const std::size_t within = resident - row.first;
  const auto expected = within < adults_of(row.type) ? static_cast<Role>(within) : Role::kChild;
  return role == expected;
}

void read_residents(Table& table, Population& out) {
  enum : std::size_t { kHousehold, kRole, kBirth, kBenefit, kSince, kMonth, kWajong, kHours, kHourly, kDisability, kStudent };
  static constexpr std::array<std::string_view, 2> kYesNo{"nee", "ja"};
  out.residents.reserve(table.size());
  for (std::size_t r = 0; r < table.size(); ++r) {
    table.at(r);
    Resident one;
    const auto household = static_cast<std::size_t>(table.number(kHousehold, kAmountMost));
    one.role = table.word<Role>(kRole, kRoleNames);
    if (!is_in_its_place(out, household - 1, r, one.role))
      table.fault(FaultCode::kReferenceMissing, kHousehold, "households.csv");
    one.household = static_cast<std::uint32_t>(household - 1);
    if (table.text(kBirth).empty()) table.fault(FaultCode::kCellEmpty, kBirth, "");
    one.birth = table.date(kBirth, out.date);
    one.benefit = table.word<income::Benefit>(kBenefit, income::kBenefitNames);
    one.benefit_since = table.date(kSince, kNever);
    one.benefit_month = static_cast<std::uint32_t>(table.number(kMonth, kAmountMost));
    one.wajong = static_cast<std::uint16_t>(table.number(kWajong, kSmallMost));
    one.centihours = static_cast<std::uint16_t>(table.number(kHours, kSmallMost, 2));
    one.hourly = static_cast<std::uint16_t>(table.number(kHourly, kSmallMost));
    one.disability = table.word<income::Disability>(kDisability, income::kDisabilityNames);
    one.student = table.word<int>(kStudent, kYesNo) == 1;
    out.residents.push_back(one);
  }
}

Result<Population> read_head(const std::filesystem::path& folder) {
  const auto path = folder / kPopulationMarker;
  const auto bytes = read_file(path);
  if (!bytes) return std::unexpected(bytes.error());
  const auto head = nlohmann::json::parse(*bytes, nullptr, false);
  const auto wrong = [&](std::string reason) {
    return fail({.code = FaultCode::kJsonSyntax, .file = path.string(), .args = {{"reason", std::move(reason)}}});
  };
  const auto string_at = [&](const char* key) {
    const auto found = head.find(key);
    return found != head.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  if (!head.is_object() || string_at("schema") != kPopulationSchema) return wrong(std::string(kPopulationSchema));
  const auto date = parse_date(string_at("date"));
  const auto seed = head.find("seed");
  if (!date) return wrong("date");
  if (seed == head.end() || !seed->is_number_unsigned()) return wrong("seed");
  Population out;
  out.municipality = string_at("municipality");
  out.code = string_at("code");
  out.date = *date;
  out.seed = seed->get<std::uint64_t>();
  return out;
}

}  // namespace

std::string fit_json(const MadePopulation& made, const PopulationSpec& spec) {
  return fit_tree(made, spec).dump(1) + "\n";
}

std::map<std::string, std::string> population_files(const MadePopulation& made, const PopulationSpec& spec) {
  return {{"households.csv", households_csv(made.population)},
          {"residents.csv", residents_csv(made.population)},
          {"population.json", population_json(made)},
          {"fit.csv", fit_csv(made.fit)},
          {"fit.json", fit_json(made, spec)}};
}

Result<Population> read_population(const std::filesystem::path& folder) {
  auto out = read_head(folder);
  if (!out) return out;
  auto households = open_table(folder / "households.csv",
                               {"household", "type", "tenure", "bare_rent_eurocent", "assets_eurocent", "residents"});
  if (!households) return std::unexpected(households.error());
  read_households(*households, *out);
  if (!households->whole()) return fail(std::move(households->faults()));
  auto residents = open_table(folder / "residents.csv",
                              {"household", "role", "birth_date", "benefit", "benefit_since",
                               "benefit_gross_month_eurocent", "wajong", "hours_week", "hourly_eurocent", "disability",
                               "student"});
  if (!residents) return std::unexpected(residents.error());
  read_residents(*residents, *out);
  if (!residents->whole()) return fail(std::move(residents->faults()));
  std::size_t expected = 0;
  for (const HouseholdRow& row : out->households) expected += row.count;
  if (expected != out->residents.size())
    return fail({.code = FaultCode::kReferenceMissing,
                 .file = (folder / "residents.csv").string(),
                 .column = "household",
                 .value = fmt::format("{}", out->residents.size()),
                 .args = {{"expected", fmt::format("{}", expected)}}});
  return out;
}

}  // namespace passend::insight
