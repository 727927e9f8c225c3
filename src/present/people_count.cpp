// SPDX-License-Identifier: EUPL-1.2
#include "present/people_count.hpp"

#include <algorithm>

namespace passend::present {

void hide_what_tells(std::vector<PeopleCount*> parts) {
  const auto hidden = std::count_if(parts.begin(), parts.end(), [](const PeopleCount* p) { return p->is_hidden(); });
  if (hidden != 1) return;
  std::erase_if(parts, [](const PeopleCount* p) { return p->value() == 0; });
  const auto next = std::min_element(
      parts.begin(), parts.end(), [](const PeopleCount* a, const PeopleCount* b) { return a->value() < b->value(); });
  if (next != parts.end()) **next = PeopleCount::hidden();
}

}  // namespace passend::present
