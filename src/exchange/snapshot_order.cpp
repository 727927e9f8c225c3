// SPDX-License-Identifier: EUPL-1.2
// The order of a snapshot: by id, so that the order of rows in files never matters.
#include <algorithm>
#include <numeric>
#include <tuple>

#include "exchange/snapshot_builder.hpp"

namespace passend {
namespace {

// Sorts rows by `text_of(row)` and returns where each old position went.
template <class Row, class TextOf>
std::vector<std::uint32_t> sort_rows(std::vector<Row>& rows, TextOf text_of) {
  std::vector<std::uint32_t> order(rows.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return text_of(rows[a]) < text_of(rows[b]); });
  std::vector<Row> sorted;
  sorted.reserve(rows.size());
  std::vector<std::uint32_t> moved(rows.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    moved[order[i]] = static_cast<std::uint32_t>(i);
    sorted.push_back(std::move(rows[order[i]]));
  }
  rows = std::move(sorted);
  return moved;
}

template <class Rows, class Less>
void sort_by(Rows& rows, Less less) {
  std::sort(rows.begin(), rows.end(), less);
}

}  // namespace

void SnapshotBuilder::finish() {
  sort_people_and_works();
  sort_groups();
  sort_resources();
}

void SnapshotBuilder::sort_people_and_works() {
  const SymbolTable& symbols = out_.symbols;
  const auto by_id = [&](const auto& row) -> const std::string& { return symbols.text(row.id); };
  const auto people = sort_rows(out_.people, by_id);
  const auto works = sort_rows(out_.works, by_id);
  sort_rows(out_.employers, by_id);
  sort_rows(out_.trainings, by_id);
  sort_rows(out_.tasks, by_id);
  const auto text = [&](Symbol s) -> const std::string& { return symbols.text(s); };
  for (Person& person : out_.people) {
    sort_by(person.wishes, [](const Wish& a, const Wish& b) { return a.rank < b.rank; });
    sort_by(person.conditions, [](const auto& a, const auto& b) { return a.item < b.item; });
    sort_by(person.supports, [&](const auto& a, const auto& b) { return text(a.kind) < text(b.kind); });
    sort_by(person.skills, [&](const auto& a, const auto& b) { return text(a.code) < text(b.code); });
  }
  for (Work& work : out_.works) {
    sort_by(work.demands, [](const auto& a, const auto& b) { return a.item < b.item; });
    sort_by(work.requirements, [&](const Requirement& a, const Requirement& b) {
      return std::tie(a.kind, text(a.code), a.level) < std::tie(b.kind, text(b.code), b.level);
    });
  }
  for (PlacementRow& row : out_.placements) {
    row.person = people[row.person];
    row.work = works[row.work];
  }
  for (RestingRow& row : out_.resting) {
    row.person = people[row.person];
    row.work = works[row.work];
  }
}

void SnapshotBuilder::sort_groups() {
  const SymbolTable& symbols = out_.symbols;
  const auto moved = sort_rows(
      out_.groups, [&](const Group& group) { return symbols.text(group.name) + '\x1f' + symbols.text(group.kind); });
  for (Person& person : out_.people) {
    for (std::uint32_t& group : person.groups) group = moved[group];
    std::sort(person.groups.begin(), person.groups.end());
  }
}

void SnapshotBuilder::sort_resources() {
  const auto moved =
      sort_rows(out_.resources, [&](const Resource& row) -> const std::string& { return out_.symbols.text(row.id); });
  for (UseRow& use : out_.uses) use.resource = moved[use.resource];
}

}  // namespace passend
