// SPDX-License-Identifier: EUPL-1.2
#include "insight/population_structure.hpp"

#include <algorithm>

#include "base/sha256.hpp"
#include "base/toml_fields.hpp"
#include "scheme/condition.hpp"
#include "wage/minimum_wage.hpp"

namespace passend::insight {
namespace {

constexpr int kMonths = 12;
constexpr int kYearsMost = 120;
constexpr std::int64_t kWeightMost = 1'000'000;
constexpr std::int64_t kAmountMost = 100'000'000;
constexpr std::int64_t kMille = 1000;
constexpr std::int64_t kPremiumMost = 4000;  // keeps hourly pay inside its 16 bits
constexpr std::int64_t kMonthMost = 5'000'000;
constexpr std::int64_t kHoursMost = 80;
constexpr std::int64_t kDaysMost = 20'000;
constexpr std::size_t kClassesMost = 32;

class StructureReader : TomlFields {
 public:
  StructureReader(const toml::table& root, const std::string& file, const PopulationLaw& law)
      : TomlFields(file), root_(root), law_(law) {}

  Result<Structure> run() {
    check_keys(root_,
               {"assumed", "income_sources", "parent_years", "without_income_per_mille", "couple_gaps", "other_gaps",
                "age_band", "child_band", "hours", "duration", "activity", "type", "children", "tenure", "assets"});
    out_.sources = texts(root_, "income_sources");
    const auto years = numbers(root_, "parent_years", 0, kYearsMost, 2);
    out_.parent_least = static_cast<int>(years[0]);
    out_.parent_most = static_cast<int>(years[1]);
    out_.without_income = number(root_, "without_income_per_mille", 0, 0, kMille);
    out_.couple_gaps = gaps("couple_gaps");
    out_.other_gaps = gaps("other_gaps");
    out_.ages = bands("age_band");
    out_.child_ages = bands("child_band");
    out_.durations = bands("duration");
    for (const auto* table : tables(root_, "hours")) {
      check_keys(*table, {"id", "rows"});
      const auto row = numbers(*table, "rows", 0, kHoursMost, 3);
      out_.hours.push_back(
          {needed_text(*table, "id"), row[0], std::max(row[0], row[1]), std::max<std::int64_t>(row[2], 1)});
    }
    for (const auto* table : tables(root_, "activity")) activity(*table);
    for (const auto* table : tables(root_, "children")) child_set(*table);
    read_tables();
    if (out_.ages.empty() || out_.hours.empty() || out_.activities.empty() || out_.children.empty())
      add(FaultCode::kTomlKeyMissing, nullptr, "age_band, hours, activity, children");
    if (!faults().empty()) return fail(std::move(faults()));
    return std::move(out_);
  }

 private:
  std::vector<std::int64_t> row_of(const toml::node& node, std::string_view key, std::int64_t least, std::int64_t most,
                                   std::size_t length) {
    std::vector<std::int64_t> found;
    if (const auto* list = node.as_array())
      for (const auto& one : *list)
        if (const auto value = one.value<std::int64_t>(); value && one.is_integer()) found.push_back(*value);
    const bool fits = found.size() == length && node.is_array() && node.as_array()->size() == length;
    if (!fits) add(FaultCode::kTomlType, &node, std::string(key), {{"expected", "[" + std::to_string(length) + "]"}});
    for (const auto value : found)
      if (value < least || value > most)
        add(FaultCode::kOutOfRange, &node, std::string(key),
            {{"expected", std::to_string(least) + " – " + std::to_string(most)}});
    found.resize(length, least);
    return found;
  }

  std::vector<std::int64_t> numbers(const toml::table& from, std::string_view key, std::int64_t least,
                                    std::int64_t most, std::size_t length) {
    if (const auto* node = from.get(key)) return row_of(*node, key, least, most, length);
    add(FaultCode::kTomlKeyMissing, &from, std::string(key));
    return std::vector<std::int64_t>(length, least);
  }

  std::vector<std::vector<std::int64_t>> rows(const toml::table& from, std::string_view key, std::int64_t most,
                                              std::size_t length) {
    std::vector<std::vector<std::int64_t>> found;
    const auto* node = from.get(key);
    const auto* list = node == nullptr ? nullptr : node->as_array();
    if (node != nullptr && list == nullptr) add(FaultCode::kTomlType, node, std::string(key), {{"expected", "[[…]]"}});
    if (list != nullptr)
      for (const auto& row : *list) found.push_back(row_of(row, key, 0, most, length));
    return found;
  }

  WeightedRanges ranges(const toml::table& from, std::string_view key, std::int64_t least, std::int64_t most) {
    WeightedRanges found;
    for (const auto& row : rows(from, key, std::max(most, kWeightMost), 3)) {
      if (row[1] < least || row[2] < row[1] || row[2] > most || row[0] == 0)
        add(FaultCode::kOutOfRange, from.get(key), std::string(key),
            {{"expected", std::to_string(least) + " – " + std::to_string(most)}});
      found.push_back({row[0], row[1], std::max(row[1], row[2])});
    }
    return found;
  }

  std::vector<GapWeight> gaps(std::string_view key) {
    std::vector<GapWeight> found;
    for (const auto& row : rows(root_, key, kWeightMost, 2))
      found.push_back({static_cast<std::size_t>(row[0]), row[1]});
    if (found.empty()) add(FaultCode::kTomlKeyMissing, nullptr, std::string(key));
    return found;
  }

  int months(const toml::table& from, std::string_view key) {
    const auto* node = from.get(key);
    if (node != nullptr && node->value_or(std::string_view{}) == "aow") return law_.aow_months;
    return kMonths * integer(from, key, 0, kYearsMost);
  }

  std::vector<Band> bands(std::string_view key) {
    std::vector<Band> found;
    for (const auto* table : tables(root_, key)) {
      check_keys(*table, {"id", "from", "until"});
      Band band{needed_text(*table, "id"), months(*table, "from"), months(*table, "until")};
      if (band.until <= band.from) add(FaultCode::kIntervalReversed, table->get("until"), "until");
      if (!unique(found, band.id)) add(FaultCode::kKeyTwice, table->get("id"), "id", {{"first_line", ""}});
      found.push_back(std::move(band));
    }
    if (found.size() > kClassesMost)
      add(FaultCode::kTooLarge, nullptr, std::string(key), {{"expected", std::to_string(kClassesMost)}});
    return found;
  }

  static bool unique(const std::vector<Band>& list, const std::string& id) {
    return std::ranges::none_of(list, [&](const Band& band) { return band.id == id; });
  }

  std::size_t place_in(const toml::table& from, std::string_view key, const std::vector<std::string_view>& list) {
    const std::string word = needed_text(from, key);
    is_in_list(from, key, word, list);
    const auto found = std::ranges::find(list, word);
    return found == list.end() ? 0 : static_cast<std::size_t>(found - list.begin());
  }

  void activity(const toml::table& from) {
    check_keys(from, {"id", "benefit", "source", "income", "student", "same_for_partner", "ages", "hours", "durations",
                      "days", "month_eurocent", "premium", "medisch_per_mille", "lks_per_mille"});
    Activity out;
    out.id = needed_text(from, "id");
    out.benefit = static_cast<income::Benefit>(
        place_in(from, "benefit", {income::kBenefitNames.begin(), income::kBenefitNames.end()}));
    out.source = place_in(from, "source", {out_.sources.begin(), out_.sources.end()});
    out.income = flag(from, "income");
    out.student = flag(from, "student");
    out.same_for_partner = flag(from, "same_for_partner");
    out.ages = numbers(from, "ages", 0, kWeightMost, out_.ages.size());
    out.hours = numbers(from, "hours", 0, kWeightMost, out_.hours.size());
    if (from.contains("durations")) out.durations = numbers(from, "durations", 0, kWeightMost, out_.durations.size());
    if (from.contains("days")) {
      const auto days = numbers(from, "days", 0, kDaysMost, 2);
      out.days_least = days[0];
      out.days_most = std::max(days[0], days[1]);
    }
    out.month = ranges(from, "month_eurocent", 0, kMonthMost);
    out.premium = ranges(from, "premium", kMille, kPremiumMost);
    if (out.premium.empty() && works(out)) add(FaultCode::kTomlKeyMissing, &from, "premium");
    out.medisch = number_if(from, "medisch_per_mille", 0, 0, kMille).value_or(0);
    out.lks = number_if(from, "lks_per_mille", 0, 0, kMille - std::min(out.medisch, kMille)).value_or(0);
    out_.activities.push_back(std::move(out));
  }

  bool works(const Activity& one) const {
    for (std::size_t h = 0; h < one.hours.size(); ++h)
      if (one.hours[h] > 0 && out_.hours[h].most > 0) return true;
    return false;
  }

  void child_set(const toml::table& from) {
    check_keys(from, {"bands", "weight"});
    ChildSet out;
    out.weight = number(from, "weight", 0, 1, kWeightMost);
    for (const auto& id : texts(from, "bands")) {
      const auto found = std::ranges::find(out_.child_ages, id, &Band::id);
      if (found == out_.child_ages.end())
        add(FaultCode::kReferenceMissing, from.get("bands"), "bands", {{"expected", "child_band"}});
      else
        out.bands.push_back(static_cast<std::size_t>(found - out_.child_ages.begin()));
    }
    if (out.bands.empty()) add(FaultCode::kTomlKeyMissing, &from, "bands");
    std::ranges::sort(out.bands);
    out_.children.push_back(std::move(out));
  }

  const toml::table& table_of(std::string_view key) {
    static const toml::table kEmpty;
    const auto* node = root_.get(key);
    if (node != nullptr && node->is_table()) return *node->as_table();
    add(FaultCode::kTomlKeyMissing, nullptr, std::string(key));
    return kEmpty;
  }

  void read_tables() {
    const toml::table& types = table_of("type");
    for (std::size_t t = 0; t < kHouseholdTypeNames.size(); ++t)
      out_.types[t] = numbers(types, kHouseholdTypeNames[t], 0, kWeightMost, out_.ages.size());
    const toml::table& tenures = table_of("tenure");
    for (std::size_t t = 0; t < kTenureNames.size(); ++t) {
      static const toml::table kEmpty;
      const auto* one = tenures.get_as<toml::table>(kTenureNames[t]);
      const toml::table& from = one == nullptr ? kEmpty : *one;
      if (one == nullptr) add(FaultCode::kTomlKeyMissing, &tenures, std::string(kTenureNames[t]));
      out_.tenures[t] = numbers(from, "sources", 0, kWeightMost, out_.sources.size());
      out_.rents[t] = ranges(from, "rent", 1, kMonthMost);
    }
    const toml::table& assets = table_of("assets");
    for (const auto& source : out_.sources) {
      out_.assets.push_back(ranges(assets, source, 0, kAmountMost));
      if (out_.assets.back().empty()) add(FaultCode::kTomlKeyMissing, &assets, source);
    }
  }

  const toml::table& root_;
  const PopulationLaw& law_;
  Structure out_;
};

}  // namespace

Result<PopulationLaw> population_law_on(const ParameterStore& law, Date on) {
  PopulationLaw out{.on = on};
  const auto single = law.amount_at("asset_limit_single", on);
  if (!single) return std::unexpected(single.error());
  const auto other = law.amount_at("asset_limit_single_parent_or_couple", on);
  if (!other) return std::unexpected(other.error());
  out.assets_single = single->amount.value;
  out.assets_other = other->amount.value;
  if (const auto age = law.value_at("aow_age", on); !age) return std::unexpected(age.error());
  const auto aow = scheme::aow_age_on(law, on);
  if (!aow) return fail({.code = FaultCode::kNoValue, .column = "aow_age", .value = to_string(on)});
  out.aow_months = kMonths * aow->years + aow->months;
  for (std::size_t age = 0; age < out.minimum.size(); ++age) {
    const Date birth = plus_months(on, -kMonths * static_cast<int>(age));
    if (birth < make_date(1900, 1, 1)) {
      out.minimum[age] = out.minimum[age - 1];
      continue;
    }
    const auto wage = minimum_wage_on(law, {.birth_date = birth}, on);
    if (!wage) return std::unexpected(wage.error());
    if (const auto* found = std::get_if<MinimumWage>(&*wage)) out.minimum[age] = found->hourly.value;
  }
  return out;
}

Result<Structure> read_structure(std::string_view bytes, const std::string& file, const PopulationLaw& law) {
  const auto root = read_toml(bytes, file);
  if (!root) return std::unexpected(root.error());
  auto out = StructureReader(*root, file, law).run();
  if (out) out->hash = sha256_hex(bytes);
  return out;
}

}  // namespace passend::insight
