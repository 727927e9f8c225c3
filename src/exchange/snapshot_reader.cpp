// SPDX-License-Identifier: EUPL-1.2
#include "exchange/snapshot_reader.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "base/quantity.hpp"
#include "base/sha256.hpp"
#include "base/text_file.hpp"
#include "exchange/cells.hpp"
#include "exchange/checked_table.hpp"
#include "exchange/snapshot_builder.hpp"
#include "scheme/scheme_file.hpp"

namespace passend {
namespace {

namespace fs = std::filesystem;

std::span<const Column> columns_of(std::string_view file) {
  const auto all = snapshot_columns();
  const auto first = std::find_if(all.begin(), all.end(), [&](const Column& c) { return c.file == file; });
  const auto last = std::find_if(first, all.end(), [&](const Column& c) { return c.file != file; });
  return {first, last};
}

// 1 and 01 are one number, so they are one key.
std::string key_text(const Column& column, std::string_view cell) {
  const auto number = column.type == CellType::kInteger ? parse_integer(cell) : std::nullopt;
  return number ? std::to_string(*number) : std::string(cell);
}

bool by_line(const Fault& a, const Fault& b) { return std::tie(a.line, a.column) < std::tie(b.line, b.column); }

// Whose own row goes too in a lenient reading, by the column that names them.
using NotOffered = std::set<std::pair<std::string, std::string>>;

class Reader {
 public:
  Reader(const fs::path& folder, const Reference& reference, const RuleSet& rules, Reading reading, NotOffered& gone)
      : folder_(folder),
        reference_(reference),
        reading_(reading),
        gone_(gone),
        builder_(reference, rules, out_.snapshot) {}

  Result<ReadSnapshot> run() {
    std::error_code ignored;
    if (!fs::is_directory(folder_, ignored)) return fail({.code = FaultCode::kFileMissing, .file = folder_.string()});
    for (const std::string_view file : snapshot_files())
      if (!read_one(std::string(file))) builder_.note_file(file);
    read_schemes();
    if (!faults_.empty()) return fail(std::move(faults_));
    builder_.finish();
    return std::move(out_);
  }

 private:
  // The files of the schemes this municipality works with; without them `scheme` in work.csv is a name only.
  void read_schemes() {
    const fs::path folder = folder_ / "schemes";
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored)) return;
    auto schemes = scheme::load_schemes(folder);
    if (!schemes) return add_all(schemes.error());
    for (const scheme::Scheme& one : *schemes)
      if (const auto bytes = read_file(one.file))
        out_.sha256["schemes/" + fs::path(one.file).filename().string()] = sha256_hex(*bytes);
    out_.snapshot.schemes = std::move(*schemes);
  }

  // False: not every row could be read, for a fault that is told.
  bool read_one(const std::string& file) {
    const auto bytes = read_file(folder_ / file);
    if (!bytes) {
      if (bytes.error()[0].code == FaultCode::kFileMissing && !is_required_file(file)) return true;
      add_all(bytes.error());
      return false;
    }
    out_.sha256[file] = sha256_hex(*bytes);
    auto table = read_csv(*bytes, (folder_ / file).string());
    if (!table) {
      add_all(table.error());
      return false;
    }
    const auto columns = columns_of(file);
    const auto places = find_columns(*table, columns, path_of(columns), faults_, out_.remarks);
    if (places) read_rows(*table, columns, *places);
    return places.has_value() && (table->faults.empty() || reading_ == Reading::kLenient);
  }

  void read_rows(const CsvTable& table, std::span<const Column> columns, std::span<const int> places) {
    Faults found = table.faults;
    std::unordered_map<std::string, int> keys;
    for (const CsvRow& row : table.rows) {
      const CheckedRow cells(columns, places, row);
      Faults of_row = check_row(columns, cells, keys);
      const bool whole = of_row.empty() && builder_.is_whole(columns, cells);
      if (whole) builder_.add(columns.front().file, cells, path_of(columns), of_row);
      const bool added = whole && of_row.empty();
      if (!of_row.empty() && reading_ == Reading::kLenient) note_gone(columns.front().file, cells);
      if (!added) builder_.note_id(columns.front().file, cells);
      if (!whole && of_row.empty() && reading_ == Reading::kLenient)  // names a row set aside: goes with it
        of_row.push_back(fault_of(columns.front(), FaultCode::kReferenceMissing, cells));
      found.insert(found.end(), of_row.begin(), of_row.end());
    }
    std::stable_sort(found.begin(), found.end(), by_line);
    const SetAsideWith with = set_aside_with(columns.front().file);
    const bool nobody_named = with != SetAsideWith::kRow && !table.faults.empty();
    if (reading_ == Reading::kStrict || with == SetAsideWith::kAll || nobody_named) return add_all(found);
    for (const Fault& fault : found)
      if (out_.set_aside.empty() || out_.set_aside.back().line != fault.line ||
          out_.set_aside.back().file != columns.front().file)
        out_.set_aside.push_back({std::string(columns.front().file), fault.line, fault.code});
  }

  void note_gone(std::string_view file, const CheckedRow& cells) {
    const SetAsideWith with = set_aside_with(file);
    if (with == SetAsideWith::kPerson) gone_.emplace("person", cells.text("person"));
    if (with == SetAsideWith::kWork) gone_.emplace("work", cells.text("work"));
  }

  // The person's or work's own row, when it must go with a faulty row elsewhere.
  bool is_gone(const Column& key, const CheckedRow& cells) const {
    const bool own_row = key.file == "people.csv" || key.file == "work.csv";
    return own_row && gone_.contains({std::string(key.name), std::string(cells.text(key.name))});
  }

  Faults check_row(std::span<const Column> columns, const CheckedRow& cells,
                   std::unordered_map<std::string, int>& line_of_key) const {
    Faults found;
    std::string key;
    bool has_key = false;
    for (const Column& column : columns) {
      const std::string_view cell = cells.text(column.name);
      if (column.key) {
        has_key = true;
        key += key_text(column, cell) + '\x1f';
      }
      auto code = cell_fault(column, cell, cells, reference_);
      if (!code && !cell.empty() && !column.refers.empty() && !builder_.exists(column.refers, cell))
        code = FaultCode::kReferenceMissing;
      if (code) found.push_back(fault_of(column, *code, cells));
    }
    if (is_gone(columns.front(), cells))
      found.push_back(fault_of(columns.front(), FaultCode::kReferenceMissing, cells));
    if (!found.empty() || !has_key) return found;
    const auto [first, is_new] = line_of_key.emplace(key, cells.line());
    if (!is_new) found.push_back(key_twice(columns, cells, first->second));
    return found;
  }

  Fault key_twice(std::span<const Column> columns, const CheckedRow& cells, int first_line) const {
    Fault fault = fault_of(columns.front(), FaultCode::kKeyTwice, cells);
    fault.value.clear();
    for (const Column& column : columns)
      if (column.key) fault.value += (fault.value.empty() ? "" : " ") + std::string(cells.text(column.name));
    fault.args["first_line"] = std::to_string(first_line);
    return fault;
  }

  Fault fault_of(const Column& column, FaultCode code, const CheckedRow& cells) const {
    Fault fault{.code = code,
                .file = (folder_ / column.file).string(),
                .line = cells.line(),
                .column = std::string(column.name),
                .value = std::string(cells.text(column.name))};
    if (const std::string expected = expected_in(column, cells, reference_); !expected.empty())
      fault.args["expected"] = expected;
    return fault;
  }

  std::string path_of(std::span<const Column> columns) const { return (folder_ / columns.front().file).string(); }

  void add_all(const Faults& faults) { faults_.insert(faults_.end(), faults.begin(), faults.end()); }

  fs::path folder_;
  const Reference& reference_;
  Reading reading_;
  NotOffered& gone_;
  ReadSnapshot out_;
  SnapshotBuilder builder_;
  Faults faults_;
};

}  // namespace

// A lenient reading is repeated until nobody else has to go: rows that name a person or work set aside go as well.
Result<ReadSnapshot> read_snapshot(const fs::path& folder, const Reference& reference, const RuleSet& rules,
                                   Reading reading) {
  NotOffered gone;
  while (true) {
    const std::size_t before = gone.size();
    auto read = Reader(folder, reference, rules, reading, gone).run();
    if (!read || gone.size() == before) return read;
  }
}

}  // namespace passend
