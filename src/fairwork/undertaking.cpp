// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/undertaking.hpp"

#include <set>

#include "base/toml_fields.hpp"

namespace passend::fairwork {
namespace {

constexpr std::int64_t kMostMonthEurocent = 1'000'000;
constexpr std::int64_t kMostWeekCentihours = 6000;
constexpr int kHourDigits = 2;
constexpr int kMostMonths = 60;

std::vector<std::string_view> views_of(const std::vector<std::string>& words) { return {words.begin(), words.end()}; }

Internship internship_of(TomlFields& fields, const toml::table& table, const TenderWords& words) {
  fields.check_keys(table, {"level", "kind", "hours_week", "month_eurocent", "months", "evidence"});
  Internship one{.level = fields.needed_text(table, "level"),
                 .kind = fields.needed_text(table, "kind"),
                 .evidence = fields.texts(table, "evidence"),
                 .line = line_of(table)};
  if (!one.level.empty()) fields.is_in_list(table, "level", one.level, views_of(words.levels));
  if (!one.kind.empty()) fields.is_in_list(table, "kind", one.kind, views_of(words.kinds));
  for (const std::string& word : one.evidence) fields.is_in_list(table, "evidence", word, views_of(words.evidence));
  if (const auto hours = fields.number_if(table, "hours_week", kHourDigits, 1, kMostWeekCentihours))
    one.week = Hours{static_cast<std::int32_t>(*hours)};
  if (const auto month = fields.number_if(table, "month_eurocent", 0, 0, kMostMonthEurocent)) one.month = {*month};
  if (const auto months = fields.number_if(table, "months", 0, 1, kMostMonths)) one.months = static_cast<int>(*months);
  return one;
}

Undertaking undertaking_of(TomlFields& fields, const toml::table& table, UndertakingKind kind,
                           const TenderWords& words) {
  if (kind == UndertakingKind::kBid)
    fields.check_keys(table, {"id", "lot", "announced", "agrees", "internship"});
  else
    fields.check_keys(table, {"id", "lot", "announced", "agrees", "internship", "from", "until", "checked"});
  Undertaking one{.kind = kind,
                  .id = fields.needed_text(table, "id"),
                  .lot = fields.needed_text(table, "lot"),
                  .announced = fields.date(table, "announced", true).value_or(Date{}),
                  .line = line_of(table)};
  if (table.contains("agrees")) one.agrees = fields.flag(table, "agrees");
  if (kind == UndertakingKind::kContract) {
    one.from = fields.date(table, "from", true);
    one.until = fields.date(table, "until", false);
    one.checked = fields.date(table, "checked", false);
    if (one.from && one.until && *one.until < *one.from)
      fields.add(FaultCode::kIntervalReversed, table.get("until"), "until");
    if (one.from && *one.from < one.announced) fields.add(FaultCode::kIntervalReversed, table.get("from"), "from");
  }
  for (const toml::table* internship : fields.tables(table, "internship"))
    one.internships.push_back(internship_of(fields, *internship, words));
  return one;
}

}  // namespace

Result<std::vector<Undertaking>> read_undertakings(std::string_view bytes, const std::string& file,
                                                   const TenderWords& words) {
  const auto root = read_toml(bytes, file);
  if (!root) return fail(root.error());
  TomlFields fields(file);
  fields.check_keys(*root, {"bid", "contract"});
  std::vector<Undertaking> all;
  std::set<std::string> ids;
  for (const auto& [key, kind] :
       {std::pair("bid", UndertakingKind::kBid), std::pair("contract", UndertakingKind::kContract)})
    for (const toml::table* table : fields.tables(*root, key)) {
      all.push_back(undertaking_of(fields, *table, kind, words));
      if (!all.back().id.empty() && !ids.insert(all.back().id).second)
        fields.add(FaultCode::kKeyTwice, table->get("id"), "id");
    }
  if (all.empty() && fields.faults().empty()) fields.add(FaultCode::kTomlKeyMissing, &*root, "bid");
  if (!fields.faults().empty()) return fail(std::move(fields.faults()));
  return all;
}

}  // namespace passend::fairwork
