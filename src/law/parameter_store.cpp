// SPDX-License-Identifier: EUPL-1.2
#include "law/parameter_store.hpp"

#include <algorithm>
#include <iterator>

#include "base/text_file.hpp"
#include "law/parameter_file.hpp"

namespace passend {
namespace {

const DatedValue* latest_from(const Parameter& parameter, std::string_view series, Date on, bool known_only) {
  const DatedValue* latest = nullptr;
  for (const DatedValue& value : parameter.values)
    if (value.series == series && value.from <= on && (!known_only || value.known())) latest = &value;
  return latest;
}

Fault no_value(const Parameter& parameter, std::string_view series, Date on) {
  Fault fault{.code = FaultCode::kNoValue,
              .file = parameter.file,
              .line = parameter.line,
              .column = parameter.id,
              .value = to_string(on),
              .args = {{"title", parameter.title}, {"article", parameter.article}}};
  if (!series.empty()) fault.args["series"] = std::string(series);
  if (const DatedValue* last = latest_from(parameter, series, on, true)) {
    fault.args["last_value"] = text_of(*last, parameter.unit);
    fault.args["last_from"] = to_string(last->from);
    if (last->until) fault.args["last_until"] = to_string(*last->until);
  }
  return fault;
}

// The value in force on that day, or null.
const DatedValue* value_of(const Parameter& parameter, std::string_view series, Date on) {
  const DatedValue* value = latest_from(parameter, series, on, false);
  return value == nullptr || !value->known() || (value->until && *value->until < on) ? nullptr : value;
}

Fault wrong_shape(const Parameter& parameter) {
  return {.code = FaultCode::kTomlType,
          .file = parameter.file,
          .line = parameter.line,
          .column = parameter.id,
          .value = parameter.unit};
}

struct Found {
  const Parameter* parameter = nullptr;
  const DatedValue* value = nullptr;
};

Result<Found> found_as(const Parameter* parameter, std::string_view id, bool table, std::string_view series, Date on) {
  if (parameter == nullptr) return fail({.code = FaultCode::kUnknownParameter, .value = std::string(id)});
  const DatedValue* value = value_of(*parameter, series, on);
  if (value == nullptr) return fail(no_value(*parameter, series, on));
  if (parameter->unit.starts_with('[') != table) return fail(wrong_shape(*parameter));
  return Found{parameter, value};
}

Result<std::vector<std::filesystem::path>> law_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  if (files.empty()) return fail({.code = FaultCode::kFileMissing, .file = folder.string()});
  std::sort(files.begin(), files.end());
  return files;
}

void append(Faults& all, const Faults& more) { all.insert(all.end(), more.begin(), more.end()); }

}  // namespace

Origin origin_of(const Parameter& parameter, const DatedValue& value) {
  return {.id = parameter.id,
          .title = parameter.title,
          .unit = parameter.unit,
          .article = parameter.article,
          .source = parameter.source,
          .series = value.series,
          .note = value.note.empty() ? parameter.note : value.note,
          .confidence = value.confidence,
          .state = value.state,
          .from = value.from,
          .until = value.until};
}

ParameterStore::ParameterStore(std::vector<Parameter> parameters) : parameters_(std::move(parameters)) {
  std::sort(parameters_.begin(), parameters_.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
}

const Parameter* ParameterStore::find(std::string_view id) const {
  const auto before = [](const Parameter& parameter, std::string_view key) { return parameter.id < key; };
  const auto found = std::lower_bound(parameters_.begin(), parameters_.end(), id, before);
  return found != parameters_.end() && found->id == id ? &*found : nullptr;
}

Result<const DatedValue*> ParameterStore::value_at(std::string_view id, Date on, std::string_view series) const {
  const Parameter* parameter = find(id);
  if (parameter == nullptr) return fail({.code = FaultCode::kUnknownParameter, .value = std::string(id)});
  const DatedValue* value = value_of(*parameter, series, on);
  if (value == nullptr) return fail(no_value(*parameter, series, on));
  return value;
}

Result<NumberAt> ParameterStore::number_at(std::string_view id, Date on) const {
  const auto found = found_as(find(id), id, false, {}, on);
  if (!found) return fail(found.error());
  return NumberAt{found->value->rows[0][0].number, origin_of(*found->parameter, *found->value)};
}

Result<AmountAt> ParameterStore::amount_at(std::string_view id, Date on) const {
  const auto number = number_at(id, on);
  if (!number) return fail(number.error());
  const auto amount = eurocent_of(number->number);
  if (!number->origin.unit.starts_with("EUR") || !amount) return fail(wrong_shape(*find(id)));
  return AmountAt{*amount, number->origin};
}

Result<TableAt> ParameterStore::table_at(std::string_view id, Date on, std::string_view series) const {
  const auto found = found_as(find(id), id, true, series, on);
  if (!found) return fail(found.error());
  return TableAt{found->value->rows, origin_of(*found->parameter, *found->value)};
}

ParameterStore ParameterStore::with(std::vector<Parameter> parameters) const {
  const ParameterStore replacing(std::move(parameters));
  std::vector<Parameter> merged(replacing.parameters_);
  std::copy_if(parameters_.begin(), parameters_.end(), std::back_inserter(merged),
               [&](const Parameter& parameter) { return replacing.find(parameter.id) == nullptr; });
  return ParameterStore(std::move(merged));
}

Result<ParameterStore> load_parameters(const std::filesystem::path& folder) {
  const auto files = law_files(folder);
  if (!files) return fail(files.error());
  std::vector<Parameter> all;
  Faults faults;
  for (const auto& path : *files) {
    const auto bytes = read_file(path);
    auto parameters = bytes ? parse_parameters(*bytes, path.string()) : fail(bytes.error());
    if (!parameters)
      append(faults, parameters.error());
    else
      std::move(parameters->begin(), parameters->end(), std::back_inserter(all));
  }
  append(faults, repeated_ids(all));
  if (!faults.empty()) return fail(std::move(faults));
  return ParameterStore(std::move(all));
}

Result<Rate> number_in(const CellRow& row, std::size_t column, const Origin& origin, Date on) {
  if (column < row.size() && row[column].kind == Cell::Kind::kNumber) return row[column].number;
  return fail({.code = FaultCode::kNoValue,
               .column = std::string(origin.id),
               .value = to_string(on),
               .args = {{"title", std::string(origin.title)}, {"article", std::string(origin.article)}}});
}

}  // namespace passend
