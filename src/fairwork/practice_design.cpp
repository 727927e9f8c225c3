// SPDX-License-Identifier: EUPL-1.2
#include "fairwork/practice_design.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <set>

#include "base/quantity.hpp"
#include "base/sha256.hpp"
#include "base/toml_fields.hpp"

namespace passend::fairwork {
namespace {

constexpr int kDigits = 4;
constexpr Count kMostVacancies = 1'000'000;

class DesignReader {
 public:
  DesignReader(const std::string& file, const PracticeRules& rules) : fields_(file), rules_(rules) {}

  Result<PracticeDesign> read(const toml::table& root) {
    fields_.check_keys(root, {"alpha", "power", "pairs_per_employer", "within_employer", "vacancies", "test"});
    out_.alpha = share_if(root, "alpha", 1, kOne / 2 - 1).value_or(rules_.alpha);
    out_.power = share(root, "power", kOne / 2, kOne - 1);
    out_.pairs_per_employer =
        fields_.number_if(root, "pairs_per_employer", 0, 1, rules_.pairs_per_employer_most).value_or(1);
    out_.within_employer = out_.pairs_per_employer > 1 ? share(root, "within_employer", 0, kOne)
                                                       : share_if(root, "within_employer", 0, kOne).value_or(0);
    out_.vacancies = fields_.number(root, "vacancies", 0, 1, kMostVacancies);
    for (const toml::table* table : fields_.tables(root, "test")) read_aim(*table);
    if (out_.aims.empty() && fields_.faults().empty()) fields_.add(FaultCode::kTomlKeyMissing, nullptr, "test");
    if (!fields_.faults().empty()) return fail(std::move(fields_.faults()));
    return std::move(out_);
  }

 private:
  static constexpr std::int64_t kOne = 100 * 100;  // power_of_ten(kDigits)

  double share(const toml::table& table, std::string_view key, std::int64_t least, std::int64_t most) {
    return static_cast<double>(fields_.number(table, key, kDigits, least, most)) / static_cast<double>(kOne);
  }
  std::optional<double> share_if(const toml::table& table, std::string_view key, std::int64_t least,
                                 std::int64_t most) {
    const auto found = fields_.number_if(table, key, kDigits, least, most);
    return found ? std::optional(static_cast<double>(*found) / static_cast<double>(kOne)) : std::nullopt;
  }

  void contradiction(const toml::table& table, std::string_view key, const char* reason) {
    fields_.add(FaultCode::kContradiction, table.get(key), std::string(key), {{"reason", reason}});
  }

  void read_aim(const toml::table& table) {
    fields_.check_keys(table, {"kind", "reference_rate", "tested_rate", "both", "only_reference", "only_tested"});
    const std::string word = fields_.needed_text(table, "kind");
    const auto kind = rules_.find(word);
    if (!word.empty() && !kind)
      fields_.add(FaultCode::kNotInList, table.get("kind"), "kind", {{"expected", rules_.ids()}});
    if (kind && !grounds_.insert(rules_.kinds[*kind].ground).second)
      contradiction(table, "kind", "practice-ground-twice");
    const std::size_t before = fields_.faults().size();
    const DiscordantShares expected = shares_of(table);
    if (fields_.faults().size() > before) return;
    const char* key = table.contains("tested_rate") ? "tested_rate" : "only_tested";
    if (expected.gap() == 0)
      contradiction(table, key, "practice-no-difference");
    else if (expected.differ() > 1)
      contradiction(table, key, "practice-above-whole");
    else if (kind)
      out_.aims.push_back({*kind, expected});
  }

  DiscordantShares shares_of(const toml::table& table) {
    if (table.contains("only_reference") || table.contains("only_tested")) {
      for (const char* key : {"reference_rate", "tested_rate", "both"})
        if (table.contains(key)) contradiction(table, key, "practice-rates-and-shares");
      return {share(table, "only_reference", 0, kOne), share(table, "only_tested", 0, kOne)};
    }
    const double reference = share(table, "reference_rate", 0, kOne);
    const double tested = share(table, "tested_rate", 0, kOne);
    // Without a statement the two members are independent: most pairs differ then, and most pairs are needed.
    const double both = share_if(table, "both", 0, kOne).value_or(reference * tested);
    if (both > std::min(reference, tested)) contradiction(table, "both", "practice-both-above-rate");
    if (reference + tested - both > 1) contradiction(table, "both", "practice-above-whole");
    return {reference - both, tested - both};
  }

  TomlFields fields_;
  const PracticeRules& rules_;
  std::set<std::string> grounds_;
  PracticeDesign out_;
};

// The lot of docs/plan.md section 1, with a purpose.
std::uint64_t lot(std::uint64_t seed, std::string_view purpose, Count index) {
  return sha256_first_40_bits(fmt::format("{}|{}|{}", seed, purpose, index));
}

// 0 … size-1 in an order by lot.
std::vector<Count> shuffled(Count size, std::uint64_t seed, const std::string& purpose) {
  std::vector<std::pair<std::uint64_t, Count>> drawn;
  for (Count i = 0; i < size; ++i) drawn.emplace_back(lot(seed, purpose, i), i);
  std::ranges::sort(drawn);
  std::vector<Count> order;
  for (const auto& [key, index] : drawn) order.push_back(index);
  return order;
}

}  // namespace

Result<PracticeDesign> read_practice_design(std::string_view bytes, const std::string& file,
                                            const PracticeRules& rules) {
  const auto root = read_toml(bytes, file);
  if (!root) return fail(root.error());
  return DesignReader(file, rules).read(*root);
}

Result<std::vector<PracticeSize>> practice_sizes(const PracticeDesign& design, const PracticeRules& rules,
                                                 const std::string& file) {
  std::vector<PracticeSize> sizes;
  Faults faults;
  const double effect = 1 + static_cast<double>(design.pairs_per_employer - 1) * design.within_employer;
  for (const PracticeAim& aim : design.aims) {
    PairedPower paired(aim.expected, design.alpha_each());
    const Count by_formula = paired.pairs_by_formula(design.power);
    const auto independent = paired.pairs_needed(design.power, rules.pairs_most);
    if (!independent) {
      faults.push_back({.code = FaultCode::kTooLarge,
                        .file = file,
                        .column = rules.kinds[aim.kind].id,
                        .value = std::to_string(by_formula),
                        .args = {{"expected", std::to_string(rules.pairs_most)}}});
      continue;
    }
    const auto for_power = static_cast<Count>(std::ceil(static_cast<double>(*independent) * effect));
    sizes.push_back({.by_formula = by_formula,
                     .independent = *independent,
                     .needed = std::max(for_power, rules.minimum_pairs),
                     .power = paired.power(*independent)});
  }
  if (!faults.empty()) return fail(std::move(faults));
  return sizes;
}

std::vector<PracticeApplication> draw_applications(const PracticeDesign& design, const std::vector<PracticeSize>& sizes,
                                                   const PracticeRules& rules, std::uint64_t seed) {
  std::vector<std::size_t> aim_of;  // of each vacancy, before the lot
  for (std::size_t a = 0; a < sizes.size(); ++a)
    aim_of.insert(aim_of.end(), static_cast<std::size_t>(sizes[a].needed), a);
  const auto order = shuffled(static_cast<Count>(aim_of.size()), seed, "kind");
  std::vector<Count> drawn(sizes.size(), 0);  // pairs so far of each aim
  constexpr Count kCombinations = 2 * 2;      // order × profile
  std::vector<PracticeApplication> rows;
  for (std::size_t v = 0; v < order.size(); ++v) {
    const std::size_t aim = aim_of[static_cast<std::size_t>(order[v])];
    const Count of_aim = drawn[aim]++;
    const std::string block = fmt::format("block {} {}", aim, of_aim / kCombinations);
    const Count combination = shuffled(kCombinations, seed, block)[static_cast<std::size_t>(of_aim % kCombinations)];
    const auto number = static_cast<Count>(v);
    const bool tested_first = combination % 2 == 1, tested_b = combination / 2 == 1;
    const Count gap =
        1 + static_cast<Count>(lot(seed, "day", number) % static_cast<std::uint64_t>(rules.days_between_most));
    for (const bool tested : {tested_first, !tested_first})
      rows.push_back({.pair = number + 1,
                      .vacancy = number + 1,
                      .employer = number / design.pairs_per_employer + 1,
                      .kind = design.aims[aim].kind,
                      .tested = tested,
                      .profile_b = tested == tested_b,
                      .order = tested == tested_first ? 1 : 2,
                      .day = tested == tested_first ? 0 : gap});
  }
  return rows;
}

}  // namespace passend::fairwork
