// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/csv.hpp"
#include "base/quantity.hpp"
#include "base/text_file.hpp"
#include "insight/population_files.hpp"

namespace passend::insight {
namespace {

using namespace std::literals;

// Any CSV file: the cells of one table, by column name, with every fault placed.
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

// The same table as this program writes it (these columns in this order, no quotes, LF), without a string for each
// cell: a country takes seconds. It has no faults: what is not whole in it is for Table to read.
class PlainTable {
 public:
  PlainTable(std::string_view bytes, std::initializer_list<std::string_view> columns)
      : rest_(bytes), columns_(columns.size()), whole_(line() == fmt::format("{}", fmt::join(columns, ","))) {
    size_ = static_cast<std::size_t>(std::ranges::count(rest_, '\n'));
    whole_ = whole_ && rest_.ends_with('\n') && columns_ <= kMostColumns;
  }

  bool whole() const { return whole_; }
  std::size_t size() const { return whole_ ? size_ : 0; }
  std::string_view text(std::size_t column) const { return cells_[column]; }
  void fault(FaultCode, std::size_t, const std::string&) { whole_ = false; }

  void at(std::size_t) {  // the next one
    const std::string_view row = line();
    std::size_t column = 0, begin = 0;
    for (std::size_t i = 0; i <= row.size(); ++i)
      if (i == row.size() || row[i] == ',') {
        if (column < columns_) cells_[column] = row.substr(begin, i - begin);
        begin = i + 1;
        ++column;
      }
    whole_ = whole_ && column == columns_;
  }

  std::int64_t number(std::size_t column, std::int64_t most, int digits = 0) {
    std::string_view text = cells_[column];
    if (text.empty()) return 0;
    const auto fraction = static_cast<std::size_t>(digits);
    const bool has_point = text.size() > fraction + 1 && text[text.size() - fraction - 1] == '.';
    if (text.size() > kMostDigits || (digits > 0 && !has_point)) return wrong(0);
    std::int64_t value = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (digits > 0 && i == text.size() - fraction - 1) continue;
      if (text[i] < '0' || text[i] > '9') return wrong(0);
      value = kTen * value + (text[i] - '0');
    }
    return value <= most ? value : wrong(0);
  }

  Date date(std::size_t column, Date otherwise) {
    if (cells_[column].empty()) return otherwise;
    const auto value = parse_date(cells_[column]);
    return value ? *value : wrong(otherwise);
  }

  template <class Enum, std::size_t count>
  Enum word(std::size_t column, const std::array<std::string_view, count>& names) {
    const auto found = std::ranges::find(names, cells_[column]);
    return found != names.end() ? static_cast<Enum>(found - names.begin()) : wrong(Enum{});
  }

 private:
  static constexpr std::size_t kMostColumns = 11, kMostDigits = 18;
  static constexpr std::int64_t kTen = 10;

  template <class Value>
  Value wrong(Value value) {
    whole_ = false;
    return value;
  }

  std::string_view line() {
    const std::size_t end = std::min(rest_.find('\n'), rest_.size());
    const std::string_view out = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    return out;
  }

  std::string_view rest_;
  std::size_t columns_, size_ = 0;
  bool whole_;
  std::array<std::string_view, kMostColumns> cells_{};
};

constexpr std::int64_t kAmountMost = 4'000'000'000;
constexpr std::int64_t kSmallMost = 65'535;
constexpr std::int64_t kCountMost = 100;

template <class Source>
void read_households(Source& table, Population& out) {
  out.households.clear();
  out.households.reserve(table.size());
  for (std::size_t r = 0; r < table.size(); ++r) {
    table.at(r);
    if (table.number(0, kAmountMost) != static_cast<std::int64_t>(r + 1))
      table.fault(FaultCode::kOutOfRange, 0, fmt::format("{}", r + 1));
    HouseholdRow row{.type = table.template word<HouseholdType>(1, kHouseholdTypeNames),
                     .tenure = table.template word<Tenure>(2, kTenureNames)};
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

template <class Source>
void read_residents(Source& table, Population& out) {
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
  out.residents.clear();
  out.residents.reserve(table.size());
  for (std::size_t r = 0; r < table.size(); ++r) {
    table.at(r);
    Resident one;
    const auto household = static_cast<std::size_t>(table.number(kHousehold, kAmountMost));
    one.role = table.template word<Role>(kRole, kRoleNames);
    if (!is_in_its_place(out, household - 1, r, one.role))
      table.fault(FaultCode::kReferenceMissing, kHousehold, "households.csv");
    one.household = static_cast<std::uint32_t>(household - 1);
    if (table.text(kBirth).empty()) table.fault(FaultCode::kCellEmpty, kBirth, "");
    one.birth = table.date(kBirth, out.date);
    one.benefit = table.template word<income::Benefit>(kBenefit, income::kBenefitNames);
    one.benefit_since = table.date(kSince, kNever);
    one.benefit_month = static_cast<std::uint32_t>(table.number(kMonth, kAmountMost));
    one.wajong = static_cast<std::uint16_t>(table.number(kWajong, kSmallMost));
    one.centihours = static_cast<std::uint16_t>(table.number(kHours, kSmallMost, 2));
    one.hourly = static_cast<std::uint16_t>(table.number(kHourly, kSmallMost));
    one.disability = table.template word<income::Disability>(kDisability, income::kDisabilityNames);
    one.student = table.template word<int>(kStudent, kYesNo) == 1;
    out.residents.push_back(one);
  }
}

constexpr auto kHouseholdColumns = {"household"sv,       "type"sv,     "tenure"sv, "bare_rent_eurocent"sv,
                                    "assets_eurocent"sv, "residents"sv};
constexpr auto kResidentColumns = {"household"sv,  "role"sv,          "birth_date"sv,
                                   "benefit"sv,    "benefit_since"sv, "benefit_gross_month_eurocent"sv,
                                   "wajong"sv,     "hours_week"sv,    "hourly_eurocent"sv,
                                   "disability"sv, "student"sv};

// `read` fills the population from a table of either kind.
Result<void> read_table(const std::filesystem::path& path, std::initializer_list<std::string_view> columns,
                        const auto& read) {
  const auto bytes = read_file(path);
  if (!bytes) return std::unexpected(bytes.error());
  PlainTable plain(*bytes, columns);
  if (plain.whole()) read(plain);
  if (plain.whole()) return {};
  auto csv = read_csv(*bytes, path.string());
  if (!csv) return std::unexpected(csv.error());
  Table table(std::move(*csv), path.string(), columns);
  if (table.whole()) read(table);
  if (!table.whole()) return fail(std::move(table.faults()));
  return {};
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
  const auto households =
      read_table(folder / "households.csv", kHouseholdColumns, [&](auto& table) { read_households(table, *out); });
  if (!households) return std::unexpected(households.error());
  const auto residents =
      read_table(folder / "residents.csv", kResidentColumns, [&](auto& table) { read_residents(table, *out); });
  if (!residents) return std::unexpected(residents.error());
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
