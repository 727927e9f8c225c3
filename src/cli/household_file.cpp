// SPDX-License-Identifier: EUPL-1.2
#include "cli/household_file.hpp"

#include "base/text_file.hpp"

namespace passend::cli {

Result<income::Household> open_household(const std::filesystem::path& file, const std::filesystem::path& data) {
  const auto bytes = read_file(file);
  if (!bytes) return passend::fail(bytes.error());
  auto household = income::read_household(*bytes, file.string());
  if (!household || household->municipality.empty()) return household;
  const auto beside = file.parent_path() / household->municipality;
  const auto local = std::filesystem::exists(beside) ? beside : data / "local" / household->municipality;
  const auto local_bytes = read_file(local);
  if (!local_bytes) return passend::fail(local_bytes.error());
  auto rules = income::read_local_rules(*local_bytes, local.string());
  if (!rules) return passend::fail(rules.error());
  household->local = *std::move(rules);
  return household;
}

}  // namespace passend::cli
