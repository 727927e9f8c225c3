// SPDX-License-Identifier: EUPL-1.2
// Any bytes as TOML: a table, or faults; and every value at the top can be asked for its text and date.
#include <cstdint>
#include <cstdlib>

#include "base/toml.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto table = passend::read_toml({reinterpret_cast<const char*>(data), size}, "input.toml");
  if (!table) {
    if (table.error().empty()) std::abort();
    return 0;
  }
  for (const auto& [key, node] : *table) {
    const auto text = passend::decimal_text(node);
    const auto date = passend::date_of(node);
    if ((text && date) || passend::line_of(node) < 1) std::abort();
  }
  return 0;
}
