// SPDX-License-Identifier: EUPL-1.2
#include "cli/published_plan.hpp"

#include <nlohmann/json.hpp>

#include "base/text_file.hpp"
#include "exchange/plan_files.hpp"

namespace passend::cli {

Result<PublishedPlan> read_published_plan(const std::filesystem::path& folder) {
  const auto file = folder / "plan.json";
  const auto bytes = read_file(file);
  if (!bytes) return passend::fail(bytes.error());
  const auto plan = nlohmann::json::parse(*bytes, nullptr, false);
  const bool whole = plan.is_object() && plan.contains("date") && plan["date"].is_string() && plan.contains("seed") &&
                     plan["seed"].is_number_unsigned();
  const auto date = whole ? parse_date(plan["date"].get<std::string>()) : std::nullopt;
  const auto proposals = read_proposals(*bytes, file.string());
  if (!date || !proposals)
    return passend::fail({.code = FaultCode::kJsonSyntax, .file = file.string(), .args = {{"reason", "date, seed"}}});
  return PublishedPlan{*date, plan["seed"].get<std::uint64_t>(), *proposals};
}

}  // namespace passend::cli
