// SPDX-License-Identifier: EUPL-1.2
#include "work/symbol.hpp"

namespace passend {

Symbol SymbolTable::intern(std::string_view text) {
  if (const auto found = index_.find(text); found != index_.end()) return Symbol{found->second};
  const auto index = static_cast<std::uint32_t>(texts_.size());
  texts_.emplace_back(text);
  index_.emplace(texts_.back(), index);
  return Symbol{index};
}

Symbol SymbolTable::find(std::string_view text) const {
  const auto found = index_.find(text);
  return found == index_.end() ? Symbol{} : Symbol{found->second};
}

}  // namespace passend
