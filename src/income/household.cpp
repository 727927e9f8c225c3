// SPDX-License-Identifier: EUPL-1.2
#include "income/household.hpp"

#include <algorithm>
#include <set>

#include "base/toml_fields.hpp"

namespace passend::income {
namespace {

// Guards against typing errors, docs/income.md 1; none of them is law.
constexpr std::int64_t kCentihoursMax = 8'000, kHourlyMax = 50'000, kMonthMax = 5'000'000, kYearMax = 60'000'000,
                       kAssetsMax = 1'000'000'000, kCareCentihoursMax = 74'400;
constexpr std::size_t kAdultsMax = 2, kChildrenMax = 12, kCoResidentsMax = 12;
constexpr int kLeastParentAge = 12, kMonthsMax = 1000;
constexpr std::int64_t kPerMilleMax = 1000;

constexpr std::array<std::string_view, 2> kPayPeriods{"month", "4weeks"};
bool is_4weeks(int period) { return period == 1; }

// The place of a word in a list of words.
template <class Enum, std::size_t N>
std::optional<Enum> named(const std::array<std::string_view, N>& names, std::string_view word) {
  const auto found = std::find(names.begin(), names.end(), word);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

template <std::size_t N>
std::string list_of(const std::array<std::string_view, N>& names) {
  std::string list;
  for (const std::string_view name : names) list += (list.empty() ? "" : ", ") + std::string(name);
  return list;
}

// A TOML table in which some values are words of a list.
class WordFields : protected TomlFields {
 protected:
  using TomlFields::TomlFields;

  template <class Enum, std::size_t N>
  Enum word(const toml::table& from, std::string_view key, const std::array<std::string_view, N>& names) {
    const std::string found = text(from, key);
    if (found.empty()) return Enum{};
    if (const auto value = named<Enum>(names, found)) return *value;
    add(FaultCode::kNotInList, from.get(key), std::string(key), {{"expected", list_of(names)}});
    return Enum{};
  }
};

class HouseholdReader : WordFields {
 public:
  HouseholdReader(const toml::table& root, const std::string& file) : WordFields(file), root_(root) {}

  Result<Household> run() {
    check_keys(root_,
               {"date", "municipality", "adult", "child", "co_resident", "rent", "assets", "debt", "costs", "history"});
    if (const auto found = date(root_, "date", true)) out_.date = *found;
    out_.municipality = text(root_, "municipality");
    each("adult", kAdultsMax, [&](const toml::table& from) { read_adult(from); });
    each("child", kChildrenMax, [&](const toml::table& from) { read_child(from); });
    each("co_resident", kCoResidentsMax, [&](const toml::table& from) { read_co_resident(from); });
    if (!root_.contains("adult")) add(FaultCode::kTomlKeyMissing, nullptr, "adult");
    read_means();
    check_adults();
    if (!faults().empty()) return fail(std::move(faults()));
    return std::move(out_);
  }

 private:
  template <class Read>
  void each(std::string_view key, std::size_t most, Read read) {
    const toml::node* node = root_.get(key);
    if (node == nullptr) return;
    const toml::array* list = node->as_array();
    if (list == nullptr) return add(FaultCode::kTomlType, node, std::string(key), {{"expected", "[[…]]"}});
    if (list->size() > most)
      return add(FaultCode::kTooLarge, node, std::string(key), {{"expected", std::to_string(most)}});
    for (const toml::node& entry : *list) {
      if (const toml::table* from = entry.as_table())
        read(*from);
      else
        add(FaultCode::kTomlType, &entry, std::string(key), {{"expected", "[[…]]"}});
    }
  }

  std::int64_t amount(const toml::table& from, std::string_view key, std::int64_t most) {
    return number_if(from, key, 0, 0, most).value_or(0);
  }

  Date born(const toml::table& from) {
    const auto birth = date(from, "birth_date", true);
    return birth.value_or(out_.date);
  }

  void read_adult(const toml::table& from) {
    check_keys(from, {"id", "birth_date", "partner_of", "hours_week", "hourly_eurocent", "gross_month_eurocent",
                      "benefit", "benefit_gross_month_eurocent", "ww_month", "wajong", "aow_share_per_mille",
                      "other_taxable_year_eurocent", "pension_employee_month_eurocent", "credit_at", "disability",
                      "student", "pay_period", "partner_until"});
    Adult adult;
    adult.id = text(from, "id");
    if (adult.id.empty()) add(FaultCode::kTomlKeyMissing, &from, "id");
    adult.birth = born(from);
    adult.partner_of = text(from, "partner_of");
    adult.partner_until = date(from, "partner_until", false);
    if (adult.partner_until && out_.adults.empty())
      add(FaultCode::kCannotBe, from.get("partner_until"), "partner_until", {{"reason", "who-leaves-comes-second"}});
    adult.centihours = number_if(from, "hours_week", 2, 0, kCentihoursMax).value_or(0);
    adult.hourly = number_if(from, "hourly_eurocent", 0, 1, kHourlyMax).value_or(0);
    adult.gross_month = number_if(from, "gross_month_eurocent", 0, 0, kMonthMax);
    const auto half_given = [&](std::string_view given, std::string_view lacking) {
      if (!adult.gross_month && from.contains(given) && !from.contains(lacking))
        add(FaultCode::kTomlKeyMissing, &from, std::string(lacking));
    };
    half_given("hours_week", "hourly_eurocent");
    half_given("hourly_eurocent", "hours_week");
    adult.benefit = word<Benefit>(from, "benefit", kBenefitNames);
    if ((adult.benefit == Benefit::kWw || adult.benefit == Benefit::kAnders) &&
        !from.contains("benefit_gross_month_eurocent"))
      add(FaultCode::kTomlKeyMissing, &from, "benefit_gross_month_eurocent");
    adult.benefit_month = amount(from, "benefit_gross_month_eurocent", kMonthMax);
    adult.ww_month = static_cast<int>(number_if(from, "ww_month", 0, 1, kMonthsMax).value_or(0));
    adult.wajong = read_wajong(from);
    adult.aow_share = number_if(from, "aow_share_per_mille", 0, 0, kPerMilleMax).value_or(kPerMilleMax);
    adult.other_year = amount(from, "other_taxable_year_eurocent", kYearMax);
    adult.pension = amount(from, "pension_employee_month_eurocent", kMonthMax);
    static constexpr std::array<std::string_view, 2> kPlaces{"job", "benefit"};
    adult.credit_at_job = word<int>(from, "credit_at", kPlaces) == 0;
    adult.disability = word<Disability>(from, "disability", kDisabilityNames);
    adult.student = flag(from, "student");
    adult.is_paid_by_4weeks = is_4weeks(word<int>(from, "pay_period", kPayPeriods));
    places_.push_back(&from);
    out_.adults.push_back(std::move(adult));
  }

  int read_wajong(const toml::table& from) {
    const auto year = number_if(from, "wajong", 0, 0, 9999);
    if (!year || *year == 2010 || *year == 2015) return static_cast<int>(year.value_or(0));
    add(FaultCode::kNotInList, from.get("wajong"), "wajong", {{"expected", "2010, 2015"}});
    return 0;
  }

  void read_child(const toml::table& from) {
    check_keys(from, {"birth_date", "care", "care_hours_month", "care_rate_eurocent"});
    Child child;
    child.birth = born(from);
    child.care = word<Care>(from, "care", kCareNames);
    child.care_centihours = number_if(from, "care_hours_month", 2, 0, kCareCentihoursMax).value_or(0);
    child.care_rate = amount(from, "care_rate_eurocent", kHourlyMax);
    const bool too_old = !out_.adults.empty() &&
                         std::none_of(out_.adults.begin(), out_.adults.end(),
                                      [&](const Adult& a) { return age_on(a.birth, child.birth) >= kLeastParentAge; });
    if (too_old)
      add(FaultCode::kCannotBe, from.get("birth_date"), "birth_date", {{"reason", "child-older-than-parent"}});
    out_.children.push_back(child);
  }

  void read_co_resident(const toml::table& from) {
    check_keys(from, {"birth_date", "relation", "student", "tenant"});
    out_.co_residents.push_back({.birth = born(from),
                                 .relation = text(from, "relation"),
                                 .student = flag(from, "student"),
                                 .tenant = flag(from, "tenant")});
  }

  const toml::table* table_if(std::string_view key, std::initializer_list<std::string_view> known) {
    const toml::node* node = root_.get(key);
    if (node == nullptr) return nullptr;
    if (const toml::table* table = node->as_table()) {
      check_keys(*table, known);
      return table;
    }
    add(FaultCode::kTomlType, node, std::string(key), {{"expected", "[…]"}});
    return nullptr;
  }

  Known known_of(const toml::table& from, std::string_view key) {
    const toml::node* node = from.get(key);
    if (node == nullptr) return Known::kFalse;
    if (const auto* yes = node->as_boolean()) return yes->get() ? Known::kTrue : Known::kFalse;
    return word<Known>(from, key, kKnownNames);
  }

  void read_means() {
    if (const auto* rent = table_if("rent", {"bare_eurocent", "service_eurocent"})) {
      out_.rents = true;
      out_.bare_rent = number(*rent, "bare_eurocent", 0, 0, kMonthMax);
      out_.service_costs = amount(*rent, "service_eurocent", kMonthMax);
    }
    if (const auto* assets = table_if("assets", {"total_eurocent", "partner_eurocent"})) {
      out_.assets = amount(*assets, "total_eurocent", kAssetsMax);
      out_.partner_assets = amount(*assets, "partner_eurocent", kAssetsMax);
    }
    if (const auto* debt = table_if("debt", {"garnishment", "debt_scheme"})) {
      out_.garnishment = known_of(*debt, "garnishment");
      out_.debt_scheme = known_of(*debt, "debt_scheme");
    }
    if (const auto* costs = table_if("costs", {"travel_month_eurocent", "health_premium_month_eurocent"})) {
      out_.travel = amount(*costs, "travel_month_eurocent", kMonthMax);
      out_.health_premium = number_if(*costs, "health_premium_month_eurocent", 0, 0, kMonthMax);
    }
    if (const auto* history = table_if("history", {"disregard_months_used"}))
      out_.disregard_months_used =
          static_cast<int>(number_if(*history, "disregard_months_used", 0, 0, kMonthsMax).value_or(0));
  }

  void check_adults() {
    std::set<std::string_view> ids;
    for (std::size_t a = 0; a < out_.adults.size(); ++a) {
      const Adult& adult = out_.adults[a];
      if (!adult.id.empty() && !ids.insert(adult.id).second) add(FaultCode::kKeyTwice, places_[a]->get("id"), "id");
    }
    for (std::size_t a = 0; a < out_.adults.size(); ++a) {
      const std::string& partner = out_.adults[a].partner_of;
      if (!partner.empty() && (!ids.contains(partner) || partner == out_.adults[a].id))
        add(FaultCode::kReferenceMissing, places_[a]->get("partner_of"), "partner_of");
    }
    if (faults().empty() && out_.adults.size() == kAdultsMax && !is_couple(out_))
      add(FaultCode::kCannotBe, places_[1], "partner_of", {{"reason", "two-adults-no-couple"}});
  }

  const toml::table& root_;
  std::vector<const toml::table*> places_;  // of the adults
  Household out_;
};

class OfferReader : WordFields {
 public:
  OfferReader(const toml::table& root, const std::string& file) : WordFields(file), root_(root) {}

  Result<Offer> run() {
    check_keys(root_, {"adult", "hours_week", "hourly_eurocent", "from", "bbl", "wage_value_per_mille",
                       "pension_employee_month_eurocent", "care_hours_month", "travel_month_eurocent", "pay_period",
                       "contract", "lks", "small_employer", "pension_employer_month_eurocent"});
    Offer out;
    out.adult = text(root_, "adult");
    if (out.adult.empty()) add(FaultCode::kTomlKeyMissing, nullptr, "adult");
    out.centihours = number(root_, "hours_week", 2, 0, kCentihoursMax);
    out.hourly = number(root_, "hourly_eurocent", 0, 1, kHourlyMax);
    out.from = date(root_, "from", false);
    out.bbl = flag(root_, "bbl");
    out.is_paid_by_4weeks = is_4weeks(word<int>(root_, "pay_period", kPayPeriods));
    out.wage_value = number_if(root_, "wage_value_per_mille", 0, 1, kPerMilleMax).value_or(kPerMilleMax);
    out.pension = number_if(root_, "pension_employee_month_eurocent", 0, 0, kMonthMax).value_or(0);
    out.care_centihours = number_if(root_, "care_hours_month", 2, 0, kCareCentihoursMax);
    out.travel = number_if(root_, "travel_month_eurocent", 0, 0, kMonthMax);
    out.contract = word<Contract>(root_, "contract", kContractNames);
    out.lks = word<Lks>(root_, "lks", kLksNames);
    out.small_employer = flag(root_, "small_employer");
    out.pension_employer = number_if(root_, "pension_employer_month_eurocent", 0, 0, kMonthMax).value_or(0);
    if (!faults().empty()) return fail(std::move(faults()));
    return out;
  }

 private:
  const toml::table& root_;
};

}  // namespace

Result<Household> household_of(const toml::table& root, const std::string& file) {
  return HouseholdReader(root, file).run();
}

Result<Offer> offer_of(const toml::table& root, const std::string& file) { return OfferReader(root, file).run(); }

Result<Household> read_household(std::string_view bytes, const std::string& file) {
  const auto table = read_toml(bytes, file);
  if (!table) return fail(table.error());
  return household_of(*table, file);
}

Result<Offer> read_offer(std::string_view bytes, const std::string& file) {
  const auto table = read_toml(bytes, file);
  if (!table) return fail(table.error());
  return offer_of(*table, file);
}

std::optional<std::size_t> adult_named(const Household& household, std::string_view id) {
  for (std::size_t a = 0; a < household.adults.size(); ++a)
    if (household.adults[a].id == id) return a;
  return std::nullopt;
}

Household on_its_date(Household household) {
  const bool has_left = household.adults.size() == kAdultsMax && household.adults.back().partner_until &&
                        *household.adults.back().partner_until <= household.date;
  if (!has_left) return household;
  household.adults.pop_back();
  household.adults.front().partner_of.clear();
  household.partner_assets = 0;
  return household;
}

bool is_couple(const Household& household) {
  if (household.adults.size() != kAdultsMax) return false;
  const auto& [first, second] = std::tie(household.adults[0], household.adults[1]);
  return first.partner_of == second.id || second.partner_of == first.id;
}

Result<Household> with_offer(const Household& household, const Offer& offer, const std::string& file) {
  const auto index = adult_named(household, offer.adult);
  if (!index)
    return fail({.code = FaultCode::kReferenceMissing, .file = file, .column = "adult", .value = offer.adult});
  Household after = household;
  Adult& adult = after.adults[*index];
  adult.centihours = offer.centihours;
  adult.hourly = offer.hourly;
  adult.gross_month.reset();
  adult.pension = offer.pension;
  adult.wage_value = offer.wage_value;
  adult.is_paid_by_4weeks = offer.is_paid_by_4weeks;
  if (offer.travel) after.travel = *offer.travel;
  if (offer.care_centihours)
    for (Child& child : after.children)
      if (child.care != Care::kNone) child.care_centihours = *offer.care_centihours;
  return after;
}

}  // namespace passend::income
