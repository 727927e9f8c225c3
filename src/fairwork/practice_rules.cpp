// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/practice_rules.hpp"

#include <algorithm>

#include "base/quantity.hpp"
#include "base/toml_fields.hpp"
#include "matching/fairness.hpp"

namespace passend::fairwork {
namespace {

constexpr int kDigits = 3;
constexpr std::int64_t kMost = 1'000'000;

PracticeKind kind_of(TomlFields& fields, const toml::table& table) {
  fields.check_keys(table, {"id", "ground", "article", "nl", "en", "source", "confidence"});
  PracticeKind kind{.id = fields.needed_text(table, "id"),
                    .ground = fields.needed_text(table, "ground"),
                    .article = fields.needed_text(table, "article"),
                    .nl = fields.needed_text(table, "nl"),
                    .en = fields.needed_text(table, "en"),
                    .source = fields.needed_text(table, "source"),
                    .confidence = fields.needed_text(table, "confidence")};
  if (!kind.confidence.empty())
    fields.is_in_list(table, "confidence", kind.confidence, {"confirmed", "single", "memory"});
  return kind;
}

}  // namespace

std::optional<std::size_t> PracticeRules::find(std::string_view id) const {
  const auto found = std::ranges::find(kinds, id, &PracticeKind::id);
  if (found == kinds.end()) return std::nullopt;
  return static_cast<std::size_t>(found - kinds.begin());
}

std::string PracticeRules::ids() const {
  std::string all;
  for (const PracticeKind& kind : kinds) all += (all.empty() ? "" : ", ") + kind.id;
  return all;
}

Result<PracticeRules> read_practice_rules(std::string_view bytes, const std::string& file) {
  const auto root = read_toml(bytes, file);
  if (!root) return fail(root.error());
  TomlFields fields(file);
  fields.check_keys(*root, {"alpha", "confidence", "minimum_pairs", "small_cell", "pairs_per_employer_most",
                            "days_between_most", "pairs_most", "kind"});
  const std::int64_t one = power_of_ten(kDigits);
  const auto share = [&](std::string_view key, std::int64_t most) {
    return static_cast<double>(fields.number(*root, key, kDigits, 1, most)) / static_cast<double>(one);
  };
  PracticeRules rules{.alpha = share("alpha", one / 2 - 1),
                      .confidence = share("confidence", one - 1),
                      .minimum_pairs = fields.number(*root, "minimum_pairs", 0, 1, kMost),
                      .small_cell = fields.number(*root, "small_cell", 0, kSmallCount, kMost),
                      .pairs_per_employer_most = fields.number(*root, "pairs_per_employer_most", 0, 1, kMost),
                      .days_between_most = fields.number(*root, "days_between_most", 0, 1, kMost),
                      .pairs_most = fields.number(*root, "pairs_most", 0, 1, kMost)};
  for (const toml::table* table : fields.tables(*root, "kind")) {
    PracticeKind kind = kind_of(fields, *table);
    if (rules.find(kind.id)) fields.add(FaultCode::kKeyTwice, table->get("id"), "id");
    rules.kinds.push_back(std::move(kind));
  }
  if (!fields.faults().empty()) return fail(std::move(fields.faults()));
  return rules;
}

}  // namespace passend::fairwork
