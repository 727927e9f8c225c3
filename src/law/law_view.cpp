// SPDX-License-Identifier: EUPL-1.2
#include "law/law_view.hpp"

#include <algorithm>

namespace passend {
namespace {

LawEntry entry_of(const Parameter& parameter, const DatedValue& value) {
  return {text_of(value, parameter.unit), origin_of(parameter, value)};
}

bool partly_known(const DatedValue& value) {
  return std::any_of(value.rows.begin(), value.rows.end(), [](const CellRow& row) {
    return std::any_of(row.begin(), row.end(), [](const Cell& cell) { return cell.kind == Cell::Kind::kUnknown; });
  });
}

bool in_doubt(const DatedValue& value) {
  return value.confidence != Confidence::kConfirmed || value.state != LawState::kVastgesteld || partly_known(value);
}

Result<const Parameter*> parameter_named(const ParameterStore& law, std::string_view id) {
  if (const Parameter* parameter = law.find(id)) return parameter;
  return fail({.code = FaultCode::kUnknownParameter, .value = std::string(id)});
}

std::vector<std::string> series_of(const Parameter& parameter) {
  std::vector<std::string> series;
  for (const DatedValue& value : parameter.values)
    if (std::find(series.begin(), series.end(), value.series) == series.end()) series.push_back(value.series);
  return series;
}

}  // namespace

Result<std::vector<LawEntry>> law_entries_at(const ParameterStore& law, std::string_view id, Date on) {
  const auto parameter = parameter_named(law, id);
  if (!parameter) return fail(parameter.error());
  std::vector<LawEntry> entries;
  Faults faults;
  for (const std::string& series : series_of(**parameter)) {
    if (const auto value = law.value_at(id, on, series))
      entries.push_back(entry_of(**parameter, **value));
    else
      faults.push_back(value.error().front());
  }
  if (entries.empty()) return fail(std::move(faults));
  return entries;
}

Result<std::vector<LawEntry>> law_history(const ParameterStore& law, std::string_view id) {
  const auto parameter = parameter_named(law, id);
  if (!parameter) return fail(parameter.error());
  std::vector<LawEntry> entries;
  for (const DatedValue& value : (*parameter)->values) entries.push_back(entry_of(**parameter, value));
  return entries;
}

std::vector<LawEntry> doubts(const ParameterStore& law) {
  std::vector<LawEntry> entries;
  for (const Parameter& parameter : law.all())
    for (const DatedValue& value : parameter.values)
      if (in_doubt(value)) entries.push_back(entry_of(parameter, value));
  return entries;
}

}  // namespace passend
