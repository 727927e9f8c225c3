// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/payslip_file.hpp"

#include <algorithm>

#include "base/toml_fields.hpp"

namespace passend::fairwork {
namespace {

constexpr std::int64_t kMostEurocent = 100'000'000;
constexpr std::int64_t kMostDayHours = 2400;  // a day, in hundredths
constexpr std::int64_t kMostHours = 300'000;
constexpr int kMostDays = 366;
constexpr std::int64_t kMostMetres = 100'000;
constexpr std::int64_t kMostMonths = 1200;

class SlipReader {
 public:
  SlipReader(const std::string& file, const PayslipRules& rules) : fields_(file), rules_(rules) {}

  Result<Payslip> read(const toml::table& root) {
    fields_.check_keys(root, {"birth_date", "from", "until", "period", "bbl", "hours_worked", "worked",
                              "hourly_eurocent", "month_eurocent", "pay", "deduction", "net_eurocent", "paid_eurocent",
                              "paid_by", "holiday", "shown", "lender", "housing", "stay"});
    read_period(root);
    read_hours(root);
    slip_.hourly = amount_if(root, "hourly_eurocent");
    slip_.monthly = amount_if(root, "month_eurocent");
    if (slip_.hourly && slip_.monthly)
      fields_.add(FaultCode::kContradiction, root.get("month_eurocent"), "month_eurocent");
    for (const auto* table : fields_.tables(root, "pay")) read_pay(*table);
    for (const auto* table : fields_.tables(root, "deduction")) read_deduction(*table);
    slip_.net = amount_if(root, "net_eurocent");
    slip_.paid = amount_if(root, "paid_eurocent");
    if (const auto word = word_if(root, "paid_by", {"bank", "cash"})) slip_.paid_by_bank = *word == "bank";
    if (const auto* table = table_if(root, "holiday")) read_holiday(*table);
    if (const auto* table = table_if(root, "shown")) read_shown(*table);
    if (const auto* table = table_if(root, "lender")) read_lender(*table);
    if (const auto* table = table_if(root, "housing")) read_lodging(*table);
    if (const auto* table = table_if(root, "stay")) read_stay(*table);
    if (!fields_.faults().empty()) return fail(std::move(fields_.faults()));
    return std::move(slip_);
  }

 private:
  void read_period(const toml::table& root) {
    slip_.worker = {fields_.date(root, "birth_date", true).value_or(Date{}), fields_.flag(root, "bbl")};
    const auto from = fields_.date(root, "from", true);
    const auto until = fields_.date(root, "until", true);
    slip_.days = {from.value_or(Date{}), until.value_or(Date{})};
    if (from && until && *until < *from) fields_.add(FaultCode::kIntervalReversed, root.get("until"), "until");
    if (from && until && until->days - from->days >= kMostDays)
      fields_.add(FaultCode::kOutOfRange, root.get("until"), "until", {{"expected", std::to_string(kMostDays)}});
    if (from && root.contains("birth_date") && *from < slip_.worker.birth_date)
      fields_.add(FaultCode::kIntervalReversed, root.get("from"), "from");
    const std::string word = fields_.needed_text(root, "period");
    if (word.empty()) return;
    if (fields_.is_in_list(root, "period", word, {"week", "4weeks", "month"}))
      slip_.period = period_named(word).value_or(PeriodKind::kMonth);
  }

  void read_hours(const toml::table& root) {
    const auto rows = fields_.tables(root, "worked");
    if (rows.empty()) {
      slip_.hours = {static_cast<std::int32_t>(fields_.number(root, "hours_worked", 2, 1, kMostHours))};
      return;
    }
    if (root.contains("hours_worked")) fields_.add(FaultCode::kContradiction, root.get("hours_worked"), "hours_worked");
    std::map<Date, std::int64_t> of_day;
    for (const auto* row : rows) {
      fields_.check_keys(*row, {"day", "hours"});
      const auto day = fields_.date(*row, "day", true);
      const auto hours = static_cast<std::int32_t>(fields_.number(*row, "hours", 2, 1, kMostDayHours));
      if (!day) continue;
      if (*day < slip_.days.from || slip_.days.until < *day)
        fields_.add(FaultCode::kOutOfRange, row->get("day"), "day",
                    {{"expected", to_string(slip_.days.from) + " – " + to_string(slip_.days.until)}});
      if ((of_day[*day] += hours) > kMostDayHours && hours <= kMostDayHours)
        fields_.add(FaultCode::kOutOfRange, row->get("hours"), "hours", {{"expected", to_decimal(kMostDayHours, 2)}});
      slip_.by_day.push_back({*day, {hours}});
      slip_.hours.centi += hours;
    }
  }

  void read_pay(const toml::table& table) {
    fields_.check_keys(table, {"kind", "eurocent"});
    const std::string word = fields_.needed_text(table, "kind");
    std::vector<std::string_view> known;
    for (const PayKind& kind : rules_.pay) known.push_back(kind.name);
    if (!word.empty()) fields_.is_in_list(table, "kind", word, known);
    slip_.pay.push_back({rules_.find_pay(word), {fields_.number(table, "eurocent", 0, 0, kMostEurocent)}});
  }

  void read_deduction(const toml::table& table) {
    fields_.check_keys(table, {"kind", "eurocent", "written", "certified", "actual_eurocent"});
    const std::string word = fields_.needed_text(table, "kind");
    std::vector<std::string_view> known;
    for (const DeductionKind& kind : rules_.deductions) known.push_back(kind.name);
    if (!word.empty()) fields_.is_in_list(table, "kind", word, known);
    slip_.deductions.push_back({.kind = rules_.find_deduction(word),
                                .amount = {fields_.number(table, "eurocent", 0, 0, kMostEurocent)},
                                .written = fields_.flag(table, "written"),
                                .certified = flag_if(table, "certified"),
                                .actual = amount_if(table, "actual_eurocent")});
  }

  void read_holiday(const toml::table& table) {
    fields_.check_keys(table, {"mode", "reserved_eurocent", "written"});
    const std::string word = fields_.needed_text(table, "mode");
    if (!word.empty()) fields_.is_in_list(table, "mode", word, {"reserved", "each_period"});
    slip_.holiday = {word == "each_period", amount_if(table, "reserved_eurocent"), fields_.flag(table, "written")};
  }

  void read_shown(const toml::table& table) {
    for (const auto& [key, node] : table) {
      const auto is_key = [&](const SlipStatement& statement) { return statement.key == key.str(); };
      if (std::ranges::none_of(rules_.statements, is_key))
        fields_.add(FaultCode::kTomlKeyUnknown, &node, std::string(key.str()));
      else
        slip_.shown.emplace(key.str(), fields_.flag(table, key.str()));
    }
  }

  void read_lender(const toml::table& table) {
    fields_.check_keys(table, {"admitted"});
    slip_.lender = Lender{flag_if(table, "admitted")};
  }

  void read_lodging(const toml::table& table) {
    fields_.check_keys(table, {"square_metres", "people", "kind"});
    Lodging lodging{.square_metres_hundredths = fields_.number(table, "square_metres", 2, 1, kMostMetres),
                    .people = fields_.number(table, "people", 0, 1, kMostMetres),
                    .kind = fields_.needed_text(table, "kind")};
    if (!lodging.kind.empty()) fields_.is_in_list(table, "kind", lodging.kind, {"logies", "residentie"});
    slip_.lodging = std::move(lodging);
  }

  void read_stay(const toml::table& table) {
    fields_.check_keys(table, {"months", "registered"});
    Stay stay{fields_.number(table, "months", 0, 0, kMostMonths), fields_.needed_text(table, "registered")};
    if (!stay.registered.empty()) fields_.is_in_list(table, "registered", stay.registered, {"brp", "rni", "none"});
    slip_.stay = std::move(stay);
  }

  std::optional<Eurocent> amount_if(const toml::table& table, std::string_view key) {
    const auto amount = fields_.number_if(table, key, 0, 0, kMostEurocent);
    return amount ? std::optional(Eurocent{*amount}) : std::nullopt;
  }

  std::optional<bool> flag_if(const toml::table& table, std::string_view key) {
    return table.contains(key) ? std::optional(fields_.flag(table, key)) : std::nullopt;
  }

  std::optional<std::string> word_if(const toml::table& table, std::string_view key,
                                     const std::vector<std::string_view>& list) {
    if (!table.contains(key)) return std::nullopt;
    std::string word = fields_.needed_text(table, key);
    if (!word.empty()) fields_.is_in_list(table, key, word, list);
    return word;
  }

  const toml::table* table_if(const toml::table& root, std::string_view key) {
    const toml::node* node = root.get(key);
    if (node == nullptr) return nullptr;
    if (node->as_table() == nullptr) fields_.add(FaultCode::kTomlType, node, std::string(key), {{"expected", "[…]"}});
    return node->as_table();
  }

  TomlFields fields_;
  const PayslipRules& rules_;
  Payslip slip_;
};

}  // namespace

Result<Payslip> read_payslip(std::string_view bytes, const std::string& file, const PayslipRules& rules) {
  const auto root = read_toml(bytes, file);
  if (!root) return fail(root.error());
  return SlipReader(file, rules).read(*root);
}

}  // namespace passend::fairwork
