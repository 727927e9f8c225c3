// SPDX-License-Identifier: EUPL-1.2
#include "exchange/snapshot_columns.hpp"

#include <array>
#include <utility>

namespace passend {
namespace {

using enum CellType;

constexpr bool kKey = true;
constexpr bool kMust = true;
constexpr bool kMay = false;

constexpr std::string_view kYesNo = "ja|nee";
constexpr std::string_view kWorkKindWords =
    "regulier|met_ondersteuning|basisbaan|beschut|wsw|leerbaan|stage|werkervaringsplaats|proefplaatsing|"
    "participatieplaats|vrijwilligerswerk|startersbeurs|detachering";
constexpr std::string_view kWishKindWords =
    "regulier|met_ondersteuning|basisbaan|beschut|wsw|leerbaan|stage|werkervaringsplaats|proefplaatsing|"
    "participatieplaats|vrijwilligerswerk|startersbeurs|detachering|scholing";
constexpr std::string_view kBenefitWords = "geen|bijstand|ww|ioaw|ioaz|wajong|wia|wao|zw|anw|bbz|aow|anders";
constexpr std::string_view kLanguageLevels = "geen|A1|A2|B1|B2|C1|C2";
constexpr std::string_view kEducationLevels = "geen|0|1|2|3|4|5|6|7|8";
constexpr std::string_view kRequirementLevels = "A1|A2|B1|B2|C1|C2|0|1|2|3|4|5|6|7|8";
constexpr std::string_view kGroupKinds =
    "benefit_duration|waiting|support|education|area|statushouder|arbeidsbeperking|age";
constexpr std::string_view kIndicationKinds = "beschut|banenafspraak|lks|loondispensatie|praktijkroute";

constexpr auto kColumns = std::to_array<Column>({
    {"people.csv", "person", kText, kMust, kKey, "", ""},
    {"people.csv", "birth_date", kDate, kMay, false, "", ""},
    {"people.csv", "pc4", kPc4, kMay, false, "", ""},
    {"people.csv", "status", kWord, kMay, false, "zoekend|werkend|scholier", ""},
    {"people.csv", "benefit", kWord, kMay, false, kBenefitWords, ""},
    {"people.csv", "benefit_since", kDate, kMay, false, "", ""},
    {"people.csv", "waiting_since", kDate, kMay, false, "", ""},
    {"people.csv", "hours_min", kHours, kMay, false, "", ""},
    {"people.csv", "hours_max", kHours, kMay, false, "", ""},
    {"people.csv", "day_parts", kDayParts, kMay, false, "", ""},
    {"people.csv", "from", kDate, kMay, false, "", ""},
    {"people.csv", "until", kDate, kMay, false, "", ""},
    {"people.csv", "may_work_until", kDate, kMay, false, "", ""},
    {"employers.csv", "employer", kText, kMust, kKey, "", ""},
    {"employers.csv", "name", kText, kMay, false, "", ""},
    {"employers.csv", "sector_sbi", kText, kMay, false, "", ""},
    {"work.csv", "work", kText, kMust, kKey, "", ""},
    {"work.csv", "employer", kText, kMust, false, "", "employers"},
    {"work.csv", "kind", kWord, kMust, false, kWorkKindWords, ""},
    {"work.csv", "occupation", kOccupation, kMay, false, "", ""},
    {"work.csv", "pc4", kPc4, kMay, false, "", ""},
    {"work.csv", "places", kInteger, kMay, false, "", ""},
    {"work.csv", "closed", kWord, kMay, false, kYesNo, ""},
    {"work.csv", "bbl", kWord, kMay, false, kYesNo, ""},
    {"work.csv", "hours_min", kHours, kMay, false, "", ""},
    {"work.csv", "hours_max", kHours, kMay, false, "", ""},
    {"work.csv", "day_parts", kDayParts, kMay, false, "", ""},
    {"work.csv", "hourly_eurocent", kInteger, kMay, false, "", ""},
    {"work.csv", "cao_floor_eurocent", kInteger, kMay, false, "", ""},
    {"work.csv", "allowance_month_eurocent", kInteger, kMay, false, "", ""},
    {"work.csv", "contract", kText, kMay, false, "", ""},
    {"work.csv", "from", kDate, kMay, false, "", ""},
    {"work.csv", "until", kDate, kMay, false, "", ""},
    {"work.csv", "scheme", kText, kMay, false, "", ""},
    {"work.csv", "non_displacement", kDate, kMay, false, "", ""},
    {"resources.csv", "resource", kText, kMust, kKey, "", ""},
    {"resources.csv", "kind", kText, kMust, false, "", ""},
    {"resources.csv", "period", kText, kMay, false, "", ""},
    {"resources.csv", "amount", kResourceAmount, kMust, false, "", ""},
    {"wishes.csv", "person", kText, kMust, kKey, "", "people"},
    {"wishes.csv", "rank", kInteger, kMust, kKey, "", ""},
    {"wishes.csv", "kind", kWord, kMust, false, kWishKindWords, ""},
    {"wishes.csv", "occupation", kOccupation, kMay, false, "", ""},
    {"wishes.csv", "min_hourly_eurocent", kInteger, kMay, false, "", ""},
    {"wishes.csv", "max_km", kKilometres, kMay, false, "", ""},
    {"wishes.csv", "max_minutes", kInteger, kMay, false, "", ""},
    {"wishes.csv", "mode", kText, kMay, false, "", ""},
    {"wishes.csv", "confirmed", kDate, kMay, false, "", ""},
    {"wishes.csv", "expires", kDate, kMay, false, "", ""},
    {"exclusions.csv", "person", kText, kMust, kKey, "", "people"},
    {"exclusions.csv", "kind", kWord, kMust, kKey, "employer|work|occupation", ""},
    {"exclusions.csv", "code", kText, kMust, kKey, "", ""},
    {"languages.csv", "person", kText, kMust, kKey, "", "people"},
    {"languages.csv", "language", kText, kMust, kKey, "", ""},
    {"languages.csv", "level", kWord, kMay, false, kLanguageLevels, ""},
    {"skills.csv", "person", kText, kMust, kKey, "", "people"},
    {"skills.csv", "taxonomy", kText, kMay, kKey, "", ""},
    {"skills.csv", "code", kText, kMust, kKey, "", ""},
    {"skills.csv", "level", kText, kMay, false, "", ""},
    {"licences.csv", "person", kText, kMust, kKey, "", "people"},
    {"licences.csv", "licence", kText, kMust, kKey, "", ""},
    {"licences.csv", "has", kWord, kMay, false, kYesNo, ""},
    {"education.csv", "person", kText, kMust, false, "", "people"},
    {"education.csv", "level", kWord, kMay, false, kEducationLevels, ""},
    {"education.csv", "diploma_code", kText, kMay, false, "", ""},
    {"education.csv", "year", kInteger, kMay, false, "", ""},
    {"conditions.csv", "person", kText, kMust, kKey, "", "people"},
    {"conditions.csv", "item", kItem, kMust, kKey, "", ""},
    {"conditions.csv", "level", kPersonLevel, kMay, false, "", ""},
    {"conditions.csv", "source", kWord, kMay, false, "zelf|deskundige|verzekeringsarts", ""},
    {"conditions.csv", "expires", kDate, kMay, false, "", ""},
    {"support.csv", "person", kText, kMust, kKey, "", "people"},
    {"support.csv", "kind", kText, kMust, kKey, "", ""},
    {"support.csv", "hours_week", kHours, kMay, false, "", ""},
    {"indications.csv", "person", kText, kMust, kKey, "", "people"},
    {"indications.csv", "kind", kWord, kMust, kKey, kIndicationKinds, ""},
    {"indications.csv", "since", kDate, kMay, kKey, "", ""},
    {"indications.csv", "until", kDate, kMay, false, "", ""},
    {"indications.csv", "wage_value_per_mille", kInteger, kMay, false, "", ""},
    {"groups.csv", "person", kText, kMust, kKey, "", "people"},
    {"groups.csv", "group", kText, kMust, kKey, "", ""},
    {"groups.csv", "kind", kWord, kMust, false, kGroupKinds, ""},
    {"resting.csv", "person", kText, kMust, kKey, "", "people"},
    {"resting.csv", "work", kText, kMust, kKey, "", "work"},
    {"resting.csv", "until", kDate, kMay, false, "", ""},
    {"placements.csv", "person", kText, kMust, false, "", "people"},
    {"placements.csv", "work", kText, kMust, false, "", "work"},
    {"placements.csv", "from", kDate, kMay, false, "", ""},
    {"placements.csv", "until", kDate, kMay, false, "", ""},
    {"placements.csv", "hourly_eurocent", kInteger, kMay, false, "", ""},
    {"placements.csv", "hours_week", kHours, kMay, false, "", ""},
    {"placements.csv", "agreed", kDate, kMay, false, "", ""},
    {"placements.csv", "confirmed_by", kWord, kMay, false, "login|brief|handtekening", ""},
    {"demands.csv", "work", kText, kMust, kKey, "", "work"},
    {"demands.csv", "item", kItem, kMust, kKey, "", ""},
    {"demands.csv", "level", kWorkLevel, kMay, false, "", ""},
    {"demands.csv", "adaptable", kWord, kMay, false, kYesNo, ""},
    {"demands.csv", "assumed", kWord, kMay, false, kYesNo, ""},
    {"requirements.csv", "work", kText, kMust, kKey, "", "work"},
    {"requirements.csv", "kind", kWord, kMust, kKey, "language|licence|diploma|skill", ""},
    {"requirements.csv", "code", kText, kMay, kKey, "", ""},
    {"requirements.csv", "level", kWord, kMay, kKey, kRequirementLevels, ""},
    {"requirements.csv", "trainable", kWord, kMay, false, kYesNo, ""},
    {"support_offered.csv", "work", kText, kMust, kKey, "", "work"},
    {"support_offered.csv", "kind", kText, kMust, kKey, "", ""},
    {"support_offered.csv", "hours_week", kHours, kMay, false, "", ""},
    {"uses.csv", "kind", kWord, kMust, kKey, "scheme|work", ""},
    {"uses.csv", "id", kText, kMust, kKey, "", ""},
    {"uses.csv", "resource", kText, kMust, kKey, "", "resources"},
    {"uses.csv", "amount_per_person", kResourceAmount, kMust, false, "", ""},
    {"training.csv", "training", kText, kMust, kKey, "", ""},
    {"training.csv", "gives_kind", kWord, kMust, false, "licence|diploma|skill|language", ""},
    {"training.csv", "gives_code", kText, kMay, false, "", ""},
    {"training.csv", "weeks", kInteger, kMay, false, "", ""},
    {"training.csv", "eurocent", kInteger, kMay, false, "", ""},
    {"training.csv", "scheme", kText, kMay, false, "", ""},
    {"tasks.csv", "task", kText, kMust, kKey, "", ""},
    {"tasks.csv", "host", kText, kMay, false, "", ""},
    {"tasks.csv", "occupation", kOccupation, kMay, false, "", ""},
    {"tasks.csv", "pc4", kPc4, kMay, false, "", ""},
    {"tasks.csv", "hours_week", kHours, kMay, false, "", ""},
    {"tasks.csv", "value", kText, kMay, false, "", ""},
    {"tasks.csv", "non_displacement", kDate, kMay, false, "", ""},
    {"task_demands.csv", "task", kText, kMust, kKey, "", ""},
    {"task_demands.csv", "item", kItem, kMust, kKey, "", ""},
    {"task_demands.csv", "level", kWorkLevel, kMay, false, "", ""},
    {"host_history.csv", "host", kText, kMust, false, "", ""},
    {"host_history.csv", "kind", kWord, kMust, false, "vacature|ontslag|minder_vrijwilligers", ""},
    {"host_history.csv", "occupation", kOccupation, kMay, false, "", ""},
    {"host_history.csv", "date", kDate, kMust, false, "", ""},
    {"host_opinions.csv", "host", kText, kMust, kKey, "", ""},
    {"host_opinions.csv", "works_council", kWord, kMay, false, "positief|negatief|geen_raad", ""},
    {"host_opinions.csv", "works_council_date", kDate, kMay, false, "", ""},
    {"host_opinions.csv", "decided_by", kText, kMay, false, "", ""},
    {"host_opinions.csv", "decided", kDate, kMay, false, "", ""},
});

constexpr auto kFiles = std::to_array<std::string_view>({
    "people.csv",     "employers.csv", "work.csv",         "resources.csv",       "wishes.csv",
    "exclusions.csv", "languages.csv", "skills.csv",       "licences.csv",        "education.csv",
    "conditions.csv", "support.csv",   "indications.csv",  "groups.csv",          "resting.csv",
    "placements.csv", "demands.csv",   "requirements.csv", "support_offered.csv", "uses.csv",
    "training.csv",   "tasks.csv",     "task_demands.csv", "host_history.csv",    "host_opinions.csv",
});

}  // namespace

std::span<const Column> snapshot_columns() { return kColumns; }
std::span<const std::string_view> snapshot_files() { return kFiles; }

std::string listed(std::string_view words) {
  std::string text;
  for (const char c : words) text += c == '|' ? std::string(", ") : std::string(1, c);
  return text;
}

SetAsideWith set_aside_with(std::string_view file) {
  constexpr std::array<std::pair<std::string_view, SetAsideWith>, 8> kTable{{
      {"exclusions.csv", SetAsideWith::kPerson},
      {"resting.csv", SetAsideWith::kPerson},
      {"support.csv", SetAsideWith::kPerson},
      {"demands.csv", SetAsideWith::kWork},
      {"requirements.csv", SetAsideWith::kWork},
      {"placements.csv", SetAsideWith::kWork},
      {"resources.csv", SetAsideWith::kAll},
      {"uses.csv", SetAsideWith::kAll},
  }};
  for (const auto& [name, with] : kTable)
    if (name == file) return with;
  return SetAsideWith::kRow;
}

bool is_required_file(std::string_view file) {
  return file == "people.csv" || file == "employers.csv" || file == "work.csv";
}

}  // namespace passend
