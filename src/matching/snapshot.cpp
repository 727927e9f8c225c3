// SPDX-License-Identifier: EUPL-1.2
#include "matching/snapshot.hpp"

#include <algorithm>

namespace passend {
namespace {

template <class Row>
std::optional<std::uint32_t> find_by_id(const std::vector<Row>& rows, const SymbolTable& symbols, std::string_view id) {
  const auto found = std::lower_bound(rows.begin(), rows.end(), id, [&](const Row& row, std::string_view value) {
    return symbols.text(row.id) < value;
  });
  if (found == rows.end() || symbols.text(found->id) != id) return std::nullopt;
  return static_cast<std::uint32_t>(found - rows.begin());
}

}  // namespace

std::optional<std::uint32_t> Snapshot::find_person(std::string_view id) const {
  return find_by_id(people, symbols, id);
}

std::optional<std::uint32_t> Snapshot::find_work(std::string_view id) const { return find_by_id(works, symbols, id); }

}  // namespace passend
