// SPDX-License-Identifier: EUPL-1.2
#include "work/context.hpp"

namespace passend {

const std::vector<DemandTemplateRow>& Reference::template_of(const std::string& isco08) const {
  static const std::vector<DemandTemplateRow> kNoRows;
  for (std::size_t length = isco08.size(); length > 0; --length)
    if (const auto found = templates.find(isco08.substr(0, length)); found != templates.end()) return found->second;
  return kNoRows;
}

const StatutoryMinimum& PlanContext::minimum_on(Date day) const {
  std::size_t i = minimums.size() - 1;
  while (i > 0 && minimums[i].from > day) --i;
  return minimums[i];
}

std::int64_t StatutoryMinimum::at(int age, bool bbl) const {
  const auto index = static_cast<std::size_t>(age - lowest_age);
  if (index >= by_age.size()) return *adult;
  if (bbl && by_age_bbl[index]) return *by_age_bbl[index];
  return by_age[index];
}

}  // namespace passend
