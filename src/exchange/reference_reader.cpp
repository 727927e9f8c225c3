// SPDX-License-Identifier: EUPL-1.2
#include "exchange/reference_reader.hpp"

#include <algorithm>
#include <initializer_list>

#include "base/csv.hpp"
#include "base/quantity.hpp"
#include "base/sha256.hpp"
#include "base/text_file.hpp"

namespace passend {
namespace {

namespace fs = std::filesystem;

// A file with the asked columns, in the asked order.
struct Columns {
  std::string file;
  std::vector<CsvRow> rows;
  std::vector<std::size_t> places;
  std::string_view cell(const CsvRow& row, std::size_t column) const { return row.cells[places[column]]; }
};

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return parts;
}

std::string without_scheme(std::string_view code) {
  if (code.starts_with("isco:C")) return std::string(code.substr(6));
  if (code.starts_with("occ:")) return std::string(code.substr(4));
  return std::string(code);
}

ItemKind item_kind(std::string_view kind, std::string_view code) {
  if (kind == "ordinal") return ItemKind::kOrdinal;
  if (kind == "flags") return ItemKind::kFlags;
  if (kind == "condition") return ItemKind::kCondition;
  // Cold is the one threshold that is a minimum (docs/plan.md section 7).
  if (kind == "threshold") return code == "III.1b" ? ItemKind::kThresholdMin : ItemKind::kThresholdMax;
  return ItemKind::kInfo;
}

class ReferenceReader {
 public:
  explicit ReferenceReader(const fs::path& folder) : folder_(folder) {}

  Result<ReadReference> run() {
    read_points();
    read_occupations();
    read_items();
    read_templates();
    if (!faults_.empty()) return fail(std::move(faults_));
    return std::move(out_);
  }

 private:
  Columns read(const std::string& name, std::initializer_list<std::string_view> columns) {
    Columns out{.file = (folder_ / name).string(), .rows = {}, .places = {}};
    const auto bytes = read_file(folder_ / name);
    if (!bytes) return add(bytes.error()), out;
    out_.sha256[name] = sha256_hex(*bytes);
    auto table = read_csv(*bytes, out.file);
    if (!table) return add(table.error()), out;
    add(table->faults);
    for (const std::string_view column : columns) {
      const auto found = std::find(table->header.begin(), table->header.end(), column);
      if (found == table->header.end())
        faults_.push_back(
            {.code = FaultCode::kColumnMissing, .file = out.file, .line = 1, .column = std::string(column)});
      out.places.push_back(static_cast<std::size_t>(found - table->header.begin()));
    }
    if (faults_.empty()) out.rows = std::move(table->rows);
    return out;
  }

  void add(const Faults& faults) { faults_.insert(faults_.end(), faults.begin(), faults.end()); }

  void add(FaultCode code, const Columns& file, const CsvRow& row, std::string_view column, std::string_view value) {
    faults_.push_back({.code = code,
                       .file = file.file,
                       .line = row.line,
                       .column = std::string(column),
                       .value = std::string(value)});
  }

  void read_points() {
    const Columns file = read("geo/pc4.csv", {"pc4", "place", "quality", "x_m", "y_m"});
    for (const CsvRow& row : file.rows) {
      const std::string_view quality = file.cell(row, 2);
      if (quality != "ok" && quality != "shared_point") continue;
      const auto x = parse_integer(file.cell(row, 3));
      const auto y = parse_integer(file.cell(row, 4));
      if (!x || !y) {
        add(FaultCode::kNotANumber, file, row, "x_m", file.cell(row, 3));
        continue;
      }
      out_.reference.point_of_pc4.emplace(file.cell(row, 0), static_cast<std::int32_t>(out_.reference.points.size()));
      out_.reference.point_pc4.emplace_back(file.cell(row, 0));
      out_.reference.point_place.emplace_back(file.cell(row, 1));
      out_.reference.points.push_back({static_cast<std::int32_t>(*x), static_cast<std::int32_t>(*y)});
    }
  }

  void read_occupations() {
    OccupationTree& tree = out_.reference.occupations;
    const Columns groups = read("occupations/isco08.csv", {"isco08", "label_nl"});
    for (const CsvRow& row : groups.rows)
      tree.add_group(std::string(groups.cell(row, 0)), std::string(groups.cell(row, 1)));
    const Columns occupations = read("occupations/esco.csv", {"occupation_id", "isco08", "label_nl"});
    for (const CsvRow& row : occupations.rows)
      tree.add_occupation(std::string(occupations.cell(row, 0)), std::string(occupations.cell(row, 1)),
                          std::string(occupations.cell(row, 2)));
    for (const CsvRow& row : groups.rows)
      if (const std::string code(groups.cell(row, 0)); code.size() > 1)
        tree.add_parent(code, code.substr(0, code.size() - 1));
    const Columns broader = read("occupations/broader.csv", {"child", "parent"});
    for (const CsvRow& row : broader.rows)
      if (broader.cell(row, 0).starts_with("occ:"))
        tree.add_parent(without_scheme(broader.cell(row, 0)), without_scheme(broader.cell(row, 1)));
    tree.close();
  }

  void read_items() {
    const Columns file = read("work/items.csv", {"code", "item_nl", "item_en", "kind", "unit", "levels"});
    for (const CsvRow& row : file.rows) {
      Item item;
      item.code = file.cell(row, 0);
      item.label_nl = file.cell(row, 1);
      item.label_en = file.cell(row, 2);
      item.unit = file.cell(row, 4);
      item.kind = item_kind(file.cell(row, 3), item.code);
      item.levels = split(file.cell(row, 5), '|');
      const auto index = static_cast<std::uint16_t>(out_.reference.items.size());
      if (!out_.reference.item_index.emplace(item.code, index).second)
        add(FaultCode::kKeyTwice, file, row, "code", item.code);
      out_.reference.items.push_back(std::move(item));
    }
  }

  void read_templates() {
    constexpr std::size_t kItemsMax = 10;
    const Columns file = read("work/demand_templates.csv", {"isco08", "item", "level"});
    for (const CsvRow& row : file.rows) {
      const auto item = out_.reference.item_index.find(std::string(file.cell(row, 1)));
      if (item == out_.reference.item_index.end()) {
        add(FaultCode::kCodeUnknown, file, row, "item", file.cell(row, 1));
        continue;
      }
      const auto level = work_level(out_.reference.items[item->second], file.cell(row, 2));
      if (!level) {
        add(FaultCode::kNotInList, file, row, "level", file.cell(row, 2));
        continue;
      }
      auto& rows = out_.reference.templates[std::string(file.cell(row, 0))];
      if (rows.size() == kItemsMax) add(FaultCode::kTooLarge, file, row, "isco08", file.cell(row, 0));
      rows.push_back({item->second, *level});
    }
  }

  fs::path folder_;
  ReadReference out_;
  Faults faults_;
};

}  // namespace

Result<ReadReference> read_reference(const fs::path& data_folder) { return ReferenceReader(data_folder).run(); }

}  // namespace passend
