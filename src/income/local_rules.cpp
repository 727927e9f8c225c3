// SPDX-License-Identifier: EUPL-1.2
#include "income/local_rules.hpp"

#include <set>

#include "base/toml_fields.hpp"

namespace passend::income {
namespace {

constexpr std::int64_t kYearMax = 1'000'000;  // eurocent; a guard against typing errors
constexpr std::int64_t kAssetsMax = 1'000'000'000;
constexpr int kFactorDigits = 3;
constexpr std::int64_t kFactorMax = 5'000;  // per mille

class LocalReader : TomlFields {
 public:
  LocalReader(const toml::table& root, const std::string& file) : TomlFields(file), root_(root) {}

  Result<LocalRules> run() {
    check_keys(root_, {"municipality", "scheme", "remission", "studietoeslag"});
    out_.municipality = text(root_, "municipality");
    if (out_.municipality.empty()) add(FaultCode::kTomlKeyMissing, nullptr, "municipality");
    if (const toml::array* schemes = root_["scheme"].as_array())
      for (const toml::node& node : *schemes)
        if (const toml::table* from = node.as_table()) read_scheme(*from);
    if (const toml::table* from = root_["remission"].as_table()) read_remission(*from);
    if (const toml::table* from = root_["studietoeslag"].as_table()) read_study_supplement(*from);
    if (!faults().empty()) return fail(std::move(faults()));
    return std::move(out_);
  }

 private:
  void read_scheme(const toml::table& from) {
    check_keys(from, {"id", "title", "article", "source", "factor", "single_eurocent_year",
                      "single_parent_eurocent_year", "couple_eurocent_year", "asset_limit_eurocent", "from", "until"});
    LocalScheme scheme;
    scheme.id = text(from, "id");
    if (scheme.id.empty()) add(FaultCode::kTomlKeyMissing, &from, "id");
    if (!ids_.insert(scheme.id).second) add(FaultCode::kKeyTwice, from.get("id"), "id");
    scheme.title = text(from, "title");
    scheme.article = ground(from, "article");
    scheme.source = ground(from, "source");
    scheme.factor = number(from, "factor", kFactorDigits, 0, kFactorMax);
    scheme.amounts = amounts(from, "");
    scheme.asset_limit = number_if(from, "asset_limit_eurocent", 0, 0, kAssetsMax);
    read_dates(from, scheme.from, scheme.until);
    out_.schemes.push_back(std::move(scheme));
  }

  void read_remission(const toml::table& from) {
    check_keys(from, {"article", "source", "taxes_single_eurocent_year", "taxes_single_parent_eurocent_year",
                      "taxes_couple_eurocent_year", "norm_premium_single_eurocent_month",
                      "norm_premium_couple_eurocent_month", "share_of_norm", "asset_limit_eurocent", "from", "until"});
    LocalRemission remission;
    remission.article = ground(from, "article");
    remission.source = ground(from, "source");
    remission.taxes = amounts(from, "taxes_");
    remission.norm_premium_single = number(from, "norm_premium_single_eurocent_month", 0, 0, kYearMax);
    remission.norm_premium_couple = number(from, "norm_premium_couple_eurocent_month", 0, 0, kYearMax);
    remission.share_of_norm = number(from, "share_of_norm", kFactorDigits, 0, kFactorMax);
    remission.asset_limit = number(from, "asset_limit_eurocent", 0, 0, kAssetsMax);
    read_dates(from, remission.from, remission.until);
    out_.remission = std::move(remission);
  }

  void read_study_supplement(const toml::table& from) {
    check_keys(from, {"article", "source", "extra_eurocent_month", "from", "until"});
    LocalStudySupplement supplement;
    supplement.article = ground(from, "article");
    supplement.source = ground(from, "source");
    supplement.extra_month = number_if(from, "extra_eurocent_month", 0, 0, kYearMax).value_or(0);
    read_dates(from, supplement.from, supplement.until);
    out_.study_supplement = std::move(supplement);
  }

  std::string ground(const toml::table& from, std::string_view key) {
    std::string found = text(from, key);
    if (found.empty()) add(FaultCode::kLawSource, &from, std::string(key));
    return found;
  }

  LocalAmounts amounts(const toml::table& from, const std::string& of) {
    return {.single = number(from, of + "single_eurocent_year", 0, 0, kYearMax),
            .single_parent = number(from, of + "single_parent_eurocent_year", 0, 0, kYearMax),
            .couple = number(from, of + "couple_eurocent_year", 0, 0, kYearMax)};
  }

  void read_dates(const toml::table& from, Date& first, std::optional<Date>& last) {
    first = date(from, "from", true).value_or(Date{});
    last = date(from, "until", false);
    if (last && *last < first) add(FaultCode::kIntervalReversed, from.get("until"), "until");
  }

  const toml::table& root_;
  std::set<std::string> ids_;
  LocalRules out_;
};

}  // namespace

Result<LocalRules> read_local_rules(std::string_view bytes, const std::string& file) {
  const auto table = read_toml(bytes, file);
  if (!table) return fail(table.error());
  return LocalReader(*table, file).run();
}

}  // namespace passend::income
