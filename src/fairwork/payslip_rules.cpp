// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/payslip_rules.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/toml_fields.hpp"

namespace passend::fairwork {
namespace {

constexpr std::array<std::string_view, 4> kFromMinimumNames{"none", "all", "share", "amount"};

template <class Row>
const Row* named(const std::vector<Row>& rows, std::string_view name) {
  const auto found = std::ranges::find(rows, name, &Row::name);
  return found == rows.end() ? nullptr : &*found;
}

class RulesReader {
 public:
  explicit RulesReader(const std::string& file) : fields_(file) {}

  Result<PayslipRules> read(const toml::table& root) {
    fields_.check_keys(root, {"articles", "pay", "deduction", "statement"});
    if (const auto* articles = root.get_as<toml::table>("articles"))
      for (const auto& [key, node] : *articles)
        out_.articles.emplace(key.str(), fields_.needed_text(*articles, key.str()));
    for (const auto* table : fields_.tables(root, "pay")) read_pay(*table);
    for (const auto* table : fields_.tables(root, "deduction")) read_deduction(*table);
    for (const auto* table : fields_.tables(root, "statement")) {
      fields_.check_keys(*table, {"key", "article"});
      out_.statements.push_back({once(*table, "key"), fields_.needed_text(*table, "article")});
    }
    if (!fields_.faults().empty()) return fail(std::move(fields_.faults()));
    return std::move(out_);
  }

 private:
  std::string once(const toml::table& table, std::string_view key) {
    std::string name = fields_.needed_text(table, key);
    if (!name.empty() && !seen_.insert(std::string(key) + name).second)
      fields_.add(FaultCode::kKeyTwice, table.get(key), std::string(key));
    return name;
  }

  void read_pay(const toml::table& table) {
    fields_.check_keys(table, {"kind", "counts", "article"});
    out_.pay.push_back({once(table, "kind"), fields_.flag(table, "counts"), fields_.needed_text(table, "article")});
  }

  void read_deduction(const toml::table& table) {
    fields_.check_keys(table, {"kind", "from_minimum", "parameter", "article"});
    DeductionKind kind{.name = once(table, "kind"),
                       .from_minimum = FromMinimum::kNone,
                       .parameter = fields_.text(table, "parameter"),
                       .article = fields_.needed_text(table, "article")};
    const std::string word = fields_.needed_text(table, "from_minimum");
    if (fields_.is_in_list(table, "from_minimum", word, {kFromMinimumNames.begin(), kFromMinimumNames.end()}))
      kind.from_minimum =
          static_cast<FromMinimum>(std::ranges::find(kFromMinimumNames, word) - kFromMinimumNames.begin());
    const bool rests = kind.from_minimum == FromMinimum::kShare || kind.from_minimum == FromMinimum::kAmount;
    if (rests && kind.parameter.empty()) fields_.add(FaultCode::kTomlKeyMissing, &table, "parameter");
    out_.deductions.push_back(std::move(kind));
  }

  TomlFields fields_;
  std::set<std::string> seen_;
  PayslipRules out_;
};

}  // namespace

const PayKind* PayslipRules::find_pay(std::string_view name) const { return named(pay, name); }
const DeductionKind* PayslipRules::find_deduction(std::string_view name) const { return named(deductions, name); }

Result<PayslipRules> read_payslip_rules(std::string_view bytes, const std::string& file) {
  const auto root = read_toml(bytes, file);
  if (!root) return fail(root.error());
  return RulesReader(file).read(*root);
}

}  // namespace passend::fairwork
