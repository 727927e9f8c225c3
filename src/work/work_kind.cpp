// SPDX-License-Identifier: EUPL-1.2
#include "work/work_kind.hpp"

namespace passend {

std::optional<WorkKind> work_kind_of(std::string_view name) {
  for (std::size_t i = 0; i < kWorkKinds; ++i)
    if (kWorkKindTable[i].name == name) return static_cast<WorkKind>(i);
  return std::nullopt;
}

}  // namespace passend
