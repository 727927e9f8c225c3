// SPDX-License-Identifier: EUPL-1.2
#include "insight/demo_reference.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "base/csv.hpp"
#include "base/quantity.hpp"
#include "base/text_file.hpp"
#include "base/toml.hpp"

namespace passend {
namespace {

namespace fs = std::filesystem;

// A reference table with its cells by column name. Faults gather; a table that cannot be read is empty.
class ReferenceTable {
 public:
  ReferenceTable(const fs::path& path, std::initializer_list<const char*> columns, Faults& faults) {
    const auto bytes = read_file(path);
    auto table = bytes ? read_csv(*bytes, path.string()) : Result<CsvTable>(std::unexpected(bytes.error()));
    if (!table) {
      faults.insert(faults.end(), table.error().begin(), table.error().end());
      return;
    }
    for (const auto* column : columns) {
      const auto found = std::ranges::find(table->header, column);
      if (found == table->header.end())
        faults.push_back({.code = FaultCode::kColumnMissing, .file = path.string(), .line = 1, .column = column});
      else
        columns_.push_back(static_cast<std::size_t>(found - table->header.begin()));
    }
    if (columns_.size() == columns.size()) rows_ = std::move(table->rows);
  }

  // Calls with the asked columns of each row, in the order they were asked.
  template <class Visit>
  void each(Visit visit) const {
    std::vector<std::string> cells(columns_.size());
    for (const auto& row : rows_) {
      for (std::size_t i = 0; i < columns_.size(); ++i) cells[i] = row.cells[columns_[i]];
      visit(cells);
    }
  }

 private:
  std::vector<std::size_t> columns_;
  std::vector<CsvRow> rows_;
};

struct Point {
  std::string pc4;
  std::int64_t x = 0, y = 0;
};

std::int64_t squared_distance(const Point& a, const Point& b) {
  return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}

std::vector<Point> read_points(const fs::path& path, Faults& faults) {
  std::vector<Point> points;
  ReferenceTable(path, {"pc4", "quality", "x_m", "y_m"}, faults).each([&](const std::vector<std::string>& cells) {
    const auto x = parse_integer(cells[2]), y = parse_integer(cells[3]);
    if (cells[1] == "ok" && x && y) points.push_back({cells[0], *x, *y});
  });
  return points;
}

// The `count` postcodes nearest to the one at `middle`. The weight falls with the square of the distance, from 1000 at
// the centre to `edge` at the farthest, so that a larger area has the same shape.
DemoPlaces nearest(std::vector<Point> points, std::size_t middle, std::size_t count, std::int64_t edge) {
  const Point centre = std::as_const(points)[middle];  // a copy: the points are sorted
  const auto order = [&](const Point& p) { return std::tuple(squared_distance(p, centre), p.pc4); };
  std::ranges::sort(points, {}, order);
  points.resize(std::min(count, points.size()));
  const std::int64_t farthest = std::max<std::int64_t>(1, squared_distance(points.back(), centre));
  DemoPlaces places;
  std::int64_t total = 0;
  for (const auto& point : points) {
    total += 1000 - (1000 - edge) * squared_distance(point, centre) / farthest;
    places.pc4.push_back(point.pc4);
    places.totals.push_back(total);
  }
  return places;
}

DemoPlaces read_places(const fs::path& path, const std::string& centre, std::int64_t people, const Marginals& marginals,
                       Faults& faults) {
  auto points = read_points(path, faults);
  const auto found = std::ranges::find(points, centre, &Point::pc4);
  if (found == points.end()) {
    faults.push_back({.code = FaultCode::kCodeUnknown, .file = path.string(), .column = "pc4", .value = centre});
    return {};
  }
  constexpr std::int64_t kFewest = 5;
  const auto per_place = std::max<std::int64_t>(1, marginals.value("geo.people_per_pc4"));
  const auto count = static_cast<std::size_t>(std::max(kFewest, people / per_place));
  const auto middle = static_cast<std::size_t>(found - points.begin());
  return nearest(std::move(points), middle, count, marginals.value("geo.edge_weight"));
}

class FamilyReader {
 public:
  FamilyReader(const fs::path& data, Faults& faults)
      : file_((data / "demo" / "families.toml").string()), faults_(faults) {
    ReferenceTable(data / "occupations" / "esco.csv", {"isco08", "label_nl", "occupation_id"}, faults)
        .each([&](const std::vector<std::string>& cells) { esco_[cells[0] + " " + cells[1]] = {cells[2], cells[0]}; });
    ReferenceTable(data / "occupations" / "skill_groups.csv", {"code"}, faults)
        .each([&](const std::vector<std::string>& cells) { skills_.insert(cells[0]); });
  }

  DemoFamilies read() {
    const auto bytes = read_file(file_);
    const auto root = bytes ? read_toml(*bytes, file_) : Result<toml::table>(std::unexpected(bytes.error()));
    if (!root) {
      faults_.insert(faults_.end(), root.error().begin(), root.error().end());
      return {};
    }
    DemoFamilies families;
    if (const auto* list = (*root)["family"].as_array())
      for (const auto& node : *list)
        if (const auto* table = node.as_table()) add(*table, families);
    for (const auto* totals : {&families.people, &families.works, &families.social})
      if (totals->empty() || totals->back() <= 0) fault(FaultCode::kOutOfRange, *root, "people, works, social", {});
    return families;
  }

 private:
  void add(const toml::table& table, DemoFamilies& families) {
    DemoFamily family{.id = text(table, "id"),
                      .sbi = text(table, "sbi"),
                      .days = text(table, "days"),
                      .shift = text(table, "shift"),
                      .nl = text(table, "nl"),
                      .occupations = occupations(table),
                      .licences = list(table, "licences"),
                      .diplomas = list(table, "diplomas"),
                      .skills = list(table, "skills"),
                      .education = table["education"].value_or<std::int64_t>(0),
                      .premium = parse_marginal_row(table["premium"].value_or(std::string{}), 1)};
    for (const auto& skill : family.skills)
      if (!skills_.contains(skill)) fault(FaultCode::kCodeUnknown, table, "skills", skill);
    if (family.occupations.empty()) fault(FaultCode::kTomlKeyMissing, table, "occupations", family.id);
    families.list.push_back(std::move(family));
    append(table, "people", families.people);
    append(table, "works", families.works);
    append(table, "social", families.social);
  }

  std::string text(const toml::table& table, const char* key) {
    auto value = table[key].value_or(std::string{});
    if (value.empty()) fault(FaultCode::kTomlKeyMissing, table, key, {});
    return value;
  }

  static std::vector<std::string> list(const toml::table& table, const char* key) {
    std::vector<std::string> words;
    if (const auto* array = table[key].as_array())
      for (const auto& node : *array) words.push_back(node.value_or(std::string{}));
    return words;
  }

  std::vector<DemoOccupation> occupations(const toml::table& table) {
    std::vector<DemoOccupation> found;
    for (const auto& name : list(table, "occupations")) {
      const auto occupation = esco_.find(name);
      if (occupation != esco_.end())
        found.push_back(occupation->second);
      else
        fault(FaultCode::kCodeUnknown, table, "occupations", name);
    }
    return found;
  }

  void append(const toml::table& table, const char* key, std::vector<std::int64_t>& totals) {
    const auto weight = table[key].value_or<std::int64_t>(0);
    if (weight < 0) fault(FaultCode::kOutOfRange, table, key, {});
    totals.push_back(weight + (totals.empty() ? 0 : totals.back()));
  }

  void fault(FaultCode code, const toml::table& table, std::string key, std::string value) {
    faults_.push_back(
        {.code = code, .file = file_, .line = line_of(table), .column = std::move(key), .value = std::move(value)});
  }

  std::string file_;
  Faults& faults_;
  std::map<std::string, DemoOccupation> esco_;
  std::set<std::string> skills_;
};

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

void read_items(const fs::path& work, DemoReference& reference, Faults& faults) {
  ReferenceTable(work / "items.csv", {"code", "kind", "levels"}, faults)
      .each(
          [&](const std::vector<std::string>& cells) { reference.items[cells[0]] = {cells[1], split(cells[2], '|')}; });
  ReferenceTable(work / "demand_templates.csv", {"isco08", "item", "level"}, faults)
      .each([&](const std::vector<std::string>& cells) {
        reference.templates[cells[0]].push_back({cells[1], cells[2]});
      });
}

}  // namespace

const std::vector<DemoDemand>& DemoReference::template_of(const std::string& isco) const {
  static const std::vector<DemoDemand> kNone;
  for (auto length = isco.size(); length > 0; --length)
    if (const auto found = templates.find(isco.substr(0, length)); found != templates.end()) return found->second;
  return kNone;
}

Result<DemoReference> read_demo_reference(const fs::path& data_folder, const std::string& centre, std::int64_t people) {
  const fs::path file = data_folder / "demo" / "marginals.toml";
  const auto bytes = read_file(file);
  if (!bytes) return std::unexpected(bytes.error());
  auto marginals = read_marginals(*bytes, file.string());
  if (!marginals) return std::unexpected(marginals.error());
  Faults faults;
  DemoReference reference{
      .marginals = std::move(*marginals), .places = {}, .families = {}, .items = {}, .templates = {}};
  reference.places = read_places(data_folder / "geo" / "pc4.csv", centre, people, reference.marginals, faults);
  reference.families = FamilyReader(data_folder, faults).read();
  read_items(data_folder / "work", reference, faults);
  if (!faults.empty()) return fail(std::move(faults));
  return reference;
}

}  // namespace passend
