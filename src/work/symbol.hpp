// SPDX-License-Identifier: EUPL-1.2
// Codes and ids as small numbers. Two texts are equal exactly when their symbols are.
#pragma once

#include <compare>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace passend {

struct Symbol {
  std::uint32_t index = 0;  // 0 is the empty text
  explicit operator bool() const { return index != 0; }
  friend auto operator<=>(const Symbol&, const Symbol&) = default;
};

class SymbolTable {
 public:
  SymbolTable() { intern(""); }
  SymbolTable(const SymbolTable&) = delete;
  SymbolTable& operator=(const SymbolTable&) = delete;
  SymbolTable(SymbolTable&&) = default;
  SymbolTable& operator=(SymbolTable&&) = default;

  Symbol intern(std::string_view text);
  Symbol find(std::string_view text) const;  // the empty symbol when never interned
  const std::string& text(Symbol symbol) const { return texts_[symbol.index]; }

 private:
  std::deque<std::string> texts_;  // stable addresses for the views below
  std::unordered_map<std::string_view, std::uint32_t> index_;
};

}  // namespace passend
