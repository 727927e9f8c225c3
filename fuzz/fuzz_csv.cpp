// SPDX-License-Identifier: EUPL-1.2
// Any bytes as CSV: either faults with a place, or rows as wide as the header.
#include <cstdint>
#include <cstdlib>

#include "base/csv.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto table = passend::read_csv({reinterpret_cast<const char*>(data), size}, "input.csv");
  if (!table) {
    if (table.error().empty()) std::abort();
    return 0;
  }
  for (const auto& row : table->rows)
    if (row.cells.size() != table->header.size() || row.line < 1) std::abort();
  return 0;
}
