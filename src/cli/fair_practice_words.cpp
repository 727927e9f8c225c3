// SPDX-License-Identifier: EUPL-1.2
#include "cli/fair_practice_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text_file.hpp"
#include "cli/commands.hpp"
#include "service/workspace.hpp"

namespace passend::cli {
namespace {

constexpr double kPerMille = 1000;
constexpr double kNearWhole = 1e-9;  // a share that is a whole per mille stays it
constexpr int kDigits = 3;

}  // namespace

Result<fairwork::PracticeRules> practice_rules_asked(const Common& common) {
  const auto file = service::find_data_folder(common.data) / "fairwork/practice_tests.toml";
  const auto bytes = read_file(file);
  if (!bytes) return fail(bytes.error());
  return fairwork::read_practice_rules(*bytes, file.string());
}

Result<fairwork::PracticeDesign> practice_design_asked(const std::filesystem::path& file,
                                                       const fairwork::PracticeRules& rules) {
  const auto bytes = read_file(file);
  if (!bytes) return fail(bytes.error());
  return fairwork::read_practice_design(*bytes, file.string(), rules);
}

std::int64_t nearest_per_mille(double share) { return std::llround(share * kPerMille); }
std::int64_t per_mille_down(double share) {
  return static_cast<std::int64_t>(std::floor(share * kPerMille + kNearWhole));
}
std::int64_t per_mille_up(double share) { return -per_mille_down(-share); }

std::string p_in_words(const Console& console, double p) {
  const present::Numbers numbers(console.catalogue());
  const std::int64_t rounded = per_mille_up(p);
  if (p * kPerMille < 1) return "< " + numbers.decimal(1, kDigits);
  return numbers.decimal(std::min<std::int64_t>(rounded, power_of_ten(kDigits)), kDigits);
}

std::string range_in_words(const Console& console, const fairwork::Range& range) {
  const present::Numbers numbers(console.catalogue());
  return console.text("practice.range", {{"low", numbers.percent(per_mille_down(range.low))},
                                         {"high", numbers.percent(per_mille_up(range.high))}});
}

std::string kind_in_words(const Console& console, const fairwork::PracticeKind& kind) {
  return console.catalogue().language() == present::Language::kDutch ? kind.nl : kind.en;
}

std::string ground_in_words(const Console& console, const std::string& ground) {
  const std::string key = "vacancy.ground." + ground;
  return console.catalogue().has(key) ? console.text(key) : ground;
}

std::vector<std::string> numbered_texts(const Console& console, const std::string& key,
                                        const present::Arguments& arguments) {
  std::vector<std::string> texts;
  for (int n = 1; console.catalogue().has(fmt::format("{}.{}", key, n)); ++n)
    texts.push_back(console.text(fmt::format("{}.{}", key, n), arguments));
  return texts;
}

}  // namespace passend::cli
