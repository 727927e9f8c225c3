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
    check_keys(root_, {"municipality", "scheme"});
    out_.municipality = text(root_, "municipality");
    if (out_.municipality.empty()) add(FaultCode::kTomlKeyMissing, nullptr, "municipality");
    if (const toml::array* schemes = root_["scheme"].as_array())
      for (const toml::node& node : *schemes)
        if (const toml::table* from = node.as_table()) read_scheme(*from);
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
    scheme.article = text(from, "article");
    scheme.source = text(from, "source");
    for (const auto* needed : {&scheme.article, &scheme.source})
      if (needed->empty()) add(FaultCode::kLawSource, &from, needed == &scheme.article ? "article" : "source");
    scheme.factor = number(from, "factor", kFactorDigits, 0, kFactorMax);
    scheme.single = number(from, "single_eurocent_year", 0, 0, kYearMax);
    scheme.single_parent = number(from, "single_parent_eurocent_year", 0, 0, kYearMax);
    scheme.couple = number(from, "couple_eurocent_year", 0, 0, kYearMax);
    scheme.asset_limit = number_if(from, "asset_limit_eurocent", 0, 0, kAssetsMax);
    scheme.from = date(from, "from", true).value_or(Date{});
    scheme.until = date(from, "until", false);
    if (scheme.until && *scheme.until < scheme.from) add(FaultCode::kIntervalReversed, from.get("until"), "until");
    out_.schemes.push_back(std::move(scheme));
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
