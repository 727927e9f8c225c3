// SPDX-License-Identifier: EUPL-1.2
#include "scheme/social_return.hpp"

#include <algorithm>

#include "base/toml_fields.hpp"

namespace passend::scheme {
namespace {

constexpr std::int64_t kMonthsInYear = 12;
constexpr std::int64_t kCentihours = 100;
constexpr int kHourDigits = 2;

std::vector<std::string_view> groups_of(const Offer& offer, bool extra) {
  std::vector<std::string_view> groups;
  for (const CreditBlock& block : offer.blocks)
    if (block.extra == extra) groups.push_back(block.group);
  return groups;
}

Effort work_of(TomlFields& fields, const toml::table& table, const Offer& offer) {
  fields.check_keys(table, {"group", "extra", "months", "hours_week"});
  Effort effort{.group = fields.needed_text(table, "group"),
                .extras = fields.texts(table, "extra"),
                .months = fields.number(table, "months", 0, 1, kLongestMonths),
                .centihours_week = fields.number(table, "hours_week", kHourDigits, 1, kMostCentihours),
                .line = line_of(table)};
  if (!effort.group.empty()) fields.is_in_list(table, "group", effort.group, groups_of(offer, false));
  for (std::size_t i = 0; i < effort.extras.size(); ++i)
    if (std::find(effort.extras.begin(), effort.extras.begin() + static_cast<std::ptrdiff_t>(i), effort.extras[i]) !=
        effort.extras.begin() + static_cast<std::ptrdiff_t>(i))
      fields.add(FaultCode::kKeyTwice, table.get("extra"), "extra", {{"first_line", std::to_string(effort.line)}});
  for (const std::string& extra : effort.extras) fields.is_in_list(table, "extra", extra, groups_of(offer, true));
  return effort;
}

Effort other_of(TomlFields& fields, const toml::table& table) {
  fields.check_keys(table, {"hours", "invoice_eurocent"});
  Effort effort{.line = line_of(table)};
  if (table.contains("hours") == table.contains("invoice_eurocent"))
    fields.add(FaultCode::kTomlKeyMissing, &table, "hours");
  effort.centihours = fields.number_if(table, "hours", kHourDigits, 0, kMostEurocentOfOne).value_or(0);
  effort.invoice = {fields.number_if(table, "invoice_eurocent", 0, 0, kMostEurocentOfAll).value_or(0)};
  return effort;
}

std::int64_t worth_of(const Offer& offer, const std::string& group, const Effort& effort) {
  const auto block = std::ranges::find(offer.blocks, group, &CreditBlock::group);
  const std::int64_t hours = std::min(effort.centihours_week, offer.full_week.value);
  return divide_half_up(block->year_eurocent * effort.months * hours, kMonthsInYear * offer.full_week.value);
}

}  // namespace

const Offer* social_return_offer(const SchemeVersion& version) {
  const auto found = std::ranges::find(version.offers, OfferKind::kSocialReturn, &Offer::kind);
  return found == version.offers.end() ? nullptr : &*found;
}

Result<std::vector<Effort>> read_efforts(std::string_view bytes, const std::string& file, const Offer& offer) {
  const auto root = read_toml(bytes, file);
  if (!root) return fail(root.error());
  TomlFields fields(file);
  fields.check_keys(*root, {"work", "activity", "purchase"});
  std::vector<Effort> efforts;
  for (const toml::table* table : fields.tables(*root, "work")) efforts.push_back(work_of(fields, *table, offer));
  for (const char* key : {"activity", "purchase"})
    for (const toml::table* table : fields.tables(*root, key)) efforts.push_back(other_of(fields, *table));
  if (!fields.faults().empty()) return fail(std::move(fields.faults()));
  return efforts;
}

Result<Credit> social_return(const Scheme& scheme, const SchemeVersion& version, const std::vector<Effort>& efforts) {
  const Offer* offer = social_return_offer(version);
  if (offer == nullptr || offer->blocks.empty()) return fail(not_stated(scheme, version, "block", version.line));
  if (!offer->full_week.has_value() || offer->full_week.value == 0)
    return fail(not_stated(scheme, version, "full_week_hours", version.line));
  Credit credit;
  for (const Effort& effort : efforts) {
    Eurocent worth = effort.invoice;
    if (!effort.group.empty()) {
      worth = {worth_of(*offer, effort.group, effort)};
      for (const std::string& extra : effort.extras) worth = worth + Eurocent{worth_of(*offer, extra, effort)};
    }
    if (effort.centihours > 0) {
      const Stated& hour = offer->of(Figure::kCreditHour);
      if (!hour.has_value()) return fail(not_stated(scheme, version, "credit_hour_eurocent", version.line));
      worth = worth + Eurocent{divide_half_up(effort.centihours * hour.value, kCentihours)};
    }
    credit.each.push_back(worth);
    credit.total = credit.total + worth;
  }
  return credit;
}

}  // namespace passend::scheme
