// SPDX-License-Identifier: EUPL-1.2
// Turns checked rows into a Snapshot. Not for use outside src/exchange.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/fault.hpp"
#include "exchange/cells.hpp"
#include "matching/snapshot.hpp"
#include "work/context.hpp"

namespace passend {

class SnapshotBuilder {
 public:
  SnapshotBuilder(const Reference& reference, const RuleSet& rules, Snapshot& out);

  // A fault that needs more than one cell is added to `faults`; the row is then left out.
  void add(std::string_view file, const CheckedRow& row, const std::string& path, Faults& faults);

  bool exists(std::string_view table, std::string_view id) const;

  // A row that is at fault is still there: rows that name it are not at fault for that.
  void note_id(std::string_view file, const CheckedRow& row);
  // A file that could not be read whole: nothing that names its rows is at fault for that.
  void note_file(std::string_view file);
  // Names no row that is at fault.
  bool is_whole(std::span<const Column> columns, const CheckedRow& row) const;

  // Sorts everything by id and turns references into positions. To be called once, at the end.
  void finish();

 private:
  using Index = std::unordered_map<std::string, std::uint32_t>;
  using Adder = void (SnapshotBuilder::*)(const CheckedRow&);

  void add_person(const CheckedRow& row);
  void add_employer(const CheckedRow& row);
  void add_work(const CheckedRow& row);
  void add_resource(const CheckedRow& row);
  void add_wish(const CheckedRow& row);
  void add_exclusion(const CheckedRow& row);
  void add_language(const CheckedRow& row);
  void add_skill(const CheckedRow& row);
  void add_licence(const CheckedRow& row);
  void add_education(const CheckedRow& row);
  void add_condition(const CheckedRow& row);
  void add_support(const CheckedRow& row);
  void add_indication(const CheckedRow& row);
  void add_group(const CheckedRow& row);
  void add_resting(const CheckedRow& row);
  void add_placement(const CheckedRow& row);
  void add_demand(const CheckedRow& row);
  void add_requirement(const CheckedRow& row);
  void add_support_offer(const CheckedRow& row);
  void add_use(const CheckedRow& row);
  void add_training(const CheckedRow& row);
  void add_task(const CheckedRow& row);
  void add_task_demand(const CheckedRow& row);
  void add_host_event(const CheckedRow& row);
  void add_host_opinion(const CheckedRow& row);

  void sort_people_and_works();
  void sort_groups();
  void sort_resources();

  // Faults of rows whose cells are each of their type.
  void check_intervals(const CheckedRow& row, const std::string& path, Faults& faults) const;
  void check_amount(std::string_view file, const CheckedRow& row, const std::string& path, Faults& faults) const;
  void check_wish(const CheckedRow& row, const std::string& path, Faults& faults) const;
  void check_exclusion(const CheckedRow& row, const std::string& path, Faults& faults) const;
  void check_requirement(const CheckedRow& row, const std::string& path, Faults& faults) const;

  Symbol symbol(std::string_view text) { return out_.symbols.intern(text); }
  Person& person_of(const CheckedRow& row) { return out_.people[people_.at(std::string(row.text("person")))]; }
  Work& work_of(const CheckedRow& row) { return out_.works[works_.at(std::string(row.text("work")))]; }
  std::int32_t point_of(std::string_view pc4) const;

  const Reference& reference_;
  const RuleSet& rules_;
  Snapshot& out_;
  Index people_, works_, employers_, resources_, groups_, modes_, tasks_;
  bool is_noted(std::string_view table, std::string_view id) const;

  std::set<std::pair<std::string, std::string>> noted_;  // table and id of rows at fault; no id: the whole table
};

}  // namespace passend
