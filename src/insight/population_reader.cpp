// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/csv.hpp"
#include "base/quantity.hpp"
#include "base/text_file.hpp"
#include "insight/population_files.hpp"

namespace passend::insight {
namespace {

// The cells of one table, by column name, with every fault placed.
class Table {
 public:
  Table(CsvTable table, std::string file, std::initializer_list<std::string_view> columns)
      : table_(std::move(table)), file_(std::move(file)), faults_(table_.faults) {
    for (const auto column : columns) {
      const auto found = std::ranges::find(table_.header, column);
      if (found == table_.header.end())
        faults_.push_back({.code = FaultCode::kColumnMissing,
                           .file = file_,
                           .line = table_.header_line,
                           .column = std::string(column)});
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
  enum : std::size_t {
    kHousehold,
    kRole,
    kBirth,
    kBenefit,
    kSince,
    kMonth,
    kWajong,
    kHours,
    kHourly,
    kDisability,
    kStudent
  };
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

Result<Population> read_population(const std::filesystem::path& folder) {
  auto out = read_head(folder);
  if (!out) return out;
  auto households = open_table(folder / "households.csv",
                               {"household", "type", "tenure", "bare_rent_eurocent", "assets_eurocent", "residents"});
  if (!households) return std::unexpected(households.error());
  read_households(*households, *out);
  if (!households->whole()) return fail(std::move(households->faults()));
  auto residents = open_table(folder / "residents.csv", {"household", "role", "birth_date", "benefit", "benefit_since",
                                                         "benefit_gross_month_eurocent", "wajong", "hours_week",
                                                         "hourly_eurocent", "disability", "student"});
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
