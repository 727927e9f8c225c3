// SPDX-License-Identifier: EUPL-1.2
#include "law/parameter_file.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <span>

#include "base/toml.hpp"

namespace passend {
namespace {

constexpr std::array<std::string_view, 8> kParameterKeys{"id",     "term_nl",    "unit", "legal_basis",
                                                         "source", "confidence", "note", "values"};
constexpr std::array<std::string_view, 6> kValueKeys{"from", "until", "value", "state", "confidence", "note"};

// Collects the faults of one file.
class Report {
 public:
  explicit Report(std::string file) : file_(std::move(file)) {}
  void add(FaultCode code, int line, std::string column, std::string value = {}) {
    faults_.push_back(
        {.code = code, .file = file_, .line = line, .column = std::move(column), .value = std::move(value)});
  }
  const std::string& file() const { return file_; }
  Faults& faults() { return faults_; }

 private:
  std::string file_;
  Faults faults_;
};

void check_keys(const toml::table& table, std::span<const std::string_view> keys, Report& report) {
  for (const auto& [key, node] : table)
    if (std::find(keys.begin(), keys.end(), key.str()) == keys.end())
      report.add(FaultCode::kTomlKeyUnknown, line_of(node), std::string(key.str()));
}

// The text of a key that must be there and not be empty; `missing` is the code when it is not.
std::string text_at(const toml::table& table, std::string_view key, FaultCode missing, Report& report) {
  const toml::node* node = table.get(key);
  if (node != nullptr && !node->is_string()) {
    report.add(FaultCode::kTomlType, line_of(*node), std::string(key));
    return {};
  }
  std::string text = node == nullptr ? std::string() : node->as_string()->get();
  if (text.empty()) report.add(missing, node == nullptr ? line_of(table) : line_of(*node), std::string(key));
  return text;
}

std::string optional_text_at(const toml::table& table, std::string_view key, Report& report) {
  return table.contains(key) ? text_at(table, key, FaultCode::kTomlKeyMissing, report) : std::string();
}

std::optional<Cell> cell_of(const toml::node& node) {
  if (const auto* text = node.as_string(); text != nullptr && text->get() == "unknown") return Cell{};
  if (const auto* truth = node.as_boolean()) return Cell{Cell::Kind::kNumber, Rate{truth->get() ? 1 : 0, 0}};
  const auto* number = node.as_floating_point();
  if (number != nullptr && std::isinf(number->get()) && number->get() > 0) return Cell{Cell::Kind::kNoLimit, {}};
  const auto text = decimal_text(node);
  auto rate = text ? parse_rate(*text) : std::nullopt;
  if (!rate) return std::nullopt;
  for (; rate->digits > 0 && rate->units % 10 == 0; --rate->digits) rate->units /= 10;
  return Cell{Cell::Kind::kNumber, *rate};
}

// Reads one value; the first thing that is not as the unit promises is reported.
class ValueReader {
 public:
  ValueReader(std::string_view unit, Report& report) : unit_(unit), shape_(shape_of(unit)), report_(report) {}

  void read(const toml::node& node, DatedValue& value) const {
    if (const auto* text = node.as_string(); text != nullptr && text->get() == "unknown") {
      value.rows = {CellRow(1)};
    } else if (shape_.kind == UnitShape::Kind::kTable) {
      read_table(node, value);
    } else if (shape_.kind == UnitShape::Kind::kRow) {
      read_row(node, shape_.columns, value);
    } else if (const auto cell = number(node)) {
      value.rows = {{*cell}};
    }
  }

 private:
  void wrong_shape(const toml::node& node) const { report_.add(FaultCode::kTomlType, line_of(node), "value", unit_); }

  std::optional<Cell> number(const toml::node& node) const {
    if (node.is_array() || node.is_table() || node.is_string() || node.is_boolean() != (unit_ == "boolean")) {
      wrong_shape(node);
      return std::nullopt;
    }
    const auto cell = cell_of(node);
    if (cell && cell->kind == Cell::Kind::kNumber) return cell;
    report_.add(FaultCode::kNotANumber, line_of(node), "value");
    return std::nullopt;
  }

  void read_table(const toml::node& node, DatedValue& value) const {
    const auto* rows = node.as_array();
    if (rows == nullptr) return wrong_shape(node);
    for (std::size_t i = 0; i < rows->size(); ++i)
      read_row((*rows)[i], i + 1 == rows->size() ? shape_.last_row_columns : shape_.columns, value);
  }

  void read_row(const toml::node& node, std::size_t columns, DatedValue& value) const {
    const auto* cells = node.as_array();
    const std::size_t words = shape_.in_series ? 1 : 0;
    if (cells == nullptr || cells->size() != columns + words) return wrong_shape(node);
    if (words == 1) {
      const auto* word = (*cells)[0].as_string();
      if (word == nullptr || word->get().empty()) return wrong_shape(node);
      value.series = word->get();
    }
    CellRow row;
    for (std::size_t i = words; i < cells->size(); ++i) {
      const auto cell = cell_of((*cells)[i]);
      if (!cell) return report_.add(FaultCode::kNotANumber, line_of((*cells)[i]), "value");
      row.push_back(*cell);
    }
    value.rows.push_back(std::move(row));
  }

  std::string unit_;
  UnitShape shape_;
  Report& report_;
};

std::optional<Date> date_at(const toml::table& table, std::string_view key, Report& report) {
  const toml::node* node = table.get(key);
  if (node == nullptr) return std::nullopt;
  const auto date = date_of(*node);
  if (!date) report.add(FaultCode::kNotADate, line_of(*node), std::string(key));
  return date;
}

template <class T>
T listed(const toml::table& table, std::string_view key, FaultCode missing, std::optional<T> (*named)(std::string_view),
         Report& report) {
  const std::string name = text_at(table, key, missing, report);
  const auto found = named(name);
  if (!found && !name.empty()) report.add(FaultCode::kNotInList, line_of(*table.get(key)), std::string(key), name);
  return found.value_or(T{});
}

void check_value(const DatedValue& value, const toml::table& table, Report& report) {
  if (value.until && *value.until < value.from) report.add(FaultCode::kIntervalReversed, value.line, "until");
  const bool said_unknown = value.state == LawState::kOnbekend;
  if (table.contains("state") && said_unknown == value.known())
    report.add(FaultCode::kNotInList, value.line, "state", std::string(name_of(value.state)));
}

DatedValue read_value(const toml::table& table, const Parameter& parameter, Confidence confidence, Report& report) {
  check_keys(table, kValueKeys, report);
  const std::size_t before = report.faults().size();
  DatedValue value{.confidence = confidence, .line = line_of(table)};
  for (const auto* key : {"from", "value"})
    if (!table.contains(key)) report.add(FaultCode::kTomlKeyMissing, value.line, key);
  value.from = date_at(table, "from", report).value_or(Date{});
  value.until = date_at(table, "until", report);
  value.state = listed(table, "state", FaultCode::kTomlKeyMissing, law_state_named, report);
  if (table.contains("confidence"))
    value.confidence = listed(table, "confidence", FaultCode::kLawSource, confidence_named, report);
  value.note = optional_text_at(table, "note", report);
  if (const toml::node* node = table.get("value")) ValueReader(parameter.unit, report).read(*node, value);
  if (report.faults().size() == before) check_value(value, table, report);
  return value;
}

// Within a series dates rise and no end lies past the next begin.
void check_order(const Parameter& parameter, Report& report) {
  std::map<std::string, const DatedValue*> last;
  for (const DatedValue& value : parameter.values) {
    const DatedValue*& previous = last[value.series];
    if (previous != nullptr && (previous->from >= value.from || (previous->until && *previous->until >= value.from)))
      report.add(FaultCode::kLawOrder, value.line, "from", to_string(value.from));
    previous = &value;
  }
}

void read_values(const toml::table& table, Confidence confidence, Parameter& parameter, Report& report) {
  const auto* values = table["values"].as_array();
  if (values == nullptr || values->empty()) return report.add(FaultCode::kTomlKeyMissing, line_of(table), "values");
  const std::size_t before = report.faults().size();
  for (const auto& node : *values) {
    if (const auto* value = node.as_table()) {
      parameter.values.push_back(read_value(*value, parameter, confidence, report));
    } else {
      report.add(FaultCode::kTomlType, line_of(node), "values");
    }
  }
  if (report.faults().size() == before) check_order(parameter, report);
}

Parameter read_parameter(const toml::table& table, Report& report) {
  check_keys(table, kParameterKeys, report);
  Parameter parameter{.id = text_at(table, "id", FaultCode::kTomlKeyMissing, report),
                      .title = text_at(table, "term_nl", FaultCode::kTomlKeyMissing, report),
                      .unit = text_at(table, "unit", FaultCode::kTomlKeyMissing, report),
                      .article = text_at(table, "legal_basis", FaultCode::kLawSource, report),
                      .source = text_at(table, "source", FaultCode::kLawSource, report),
                      .note = optional_text_at(table, "note", report),
                      .file = report.file(),
                      .line = line_of(table)};
  const auto confidence = listed(table, "confidence", FaultCode::kLawSource, confidence_named, report);
  if (!parameter.unit.empty()) read_values(table, confidence, parameter, report);
  return parameter;
}

}  // namespace

Faults repeated_ids(const std::vector<Parameter>& parameters) {
  Faults faults;
  std::set<std::string> seen;
  for (const Parameter& parameter : parameters)
    if (!seen.insert(parameter.id).second)
      faults.push_back({.code = FaultCode::kKeyTwice,
                        .file = parameter.file,
                        .line = parameter.line,
                        .column = "id",
                        .value = parameter.id});
  return faults;
}

Result<std::vector<Parameter>> parse_parameters(std::string_view bytes, const std::string& file) {
  const auto root = read_toml(bytes, file);
  if (!root) return fail(root.error());
  Report report(file);
  check_keys(*root, std::array<std::string_view, 1>{"parameter"}, report);
  std::vector<Parameter> parameters;
  const auto* tables = (*root)["parameter"].as_array();
  if (tables == nullptr) {
    report.add(FaultCode::kTomlKeyMissing, 0, "parameter");
  } else {
    for (const auto& node : *tables) {
      if (const auto* table = node.as_table())
        parameters.push_back(read_parameter(*table, report));
      else
        report.add(FaultCode::kTomlType, line_of(node), "parameter");
    }
  }
  if (!report.faults().empty()) return fail(std::move(report.faults()));
  if (auto repeated = repeated_ids(parameters); !repeated.empty()) return fail(std::move(repeated));
  return parameters;
}

}  // namespace passend
