// SPDX-License-Identifier: EUPL-1.2
// Every parameter of law, looked up by id and date. An answer is a value together with where it comes from.
// It holds no formula, guesses no value, and knows no "today".
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"
#include "law/parameter.hpp"

namespace passend {

// Where a value comes from. Texts are views into the store, which outlives every answer.
struct Origin {
  std::string_view id, title, unit, article, source, series, note;
  Confidence confidence{};
  LawState state{};
  Date from{};
  std::optional<Date> until{};
};

struct NumberAt {
  Rate number{};
  Origin origin{};
};

struct AmountAt {
  Eurocent amount{};
  Origin origin{};
};

struct TableAt {
  std::span<const CellRow> rows{};  // a "[a, b]" unit has one row
  Origin origin{};
};

class ParameterStore {
 public:
  // Precondition: parameters as parse_parameters returns them, each id once.
  explicit ParameterStore(std::vector<Parameter> parameters);

  // kUnknownParameter: no such id. kTomlType: the parameter is not of the asked shape.
  // kNoValue: before the first value, after `until`, or not known on that day; args name title, article and the last
  // known value with its first day.
  Result<NumberAt> number_at(std::string_view id, Date on) const;
  Result<AmountAt> amount_at(std::string_view id, Date on) const;  // a number in euro, exact to the cent
  Result<TableAt> table_at(std::string_view id, Date on, std::string_view series = {}) const;

  Result<const DatedValue*> value_at(std::string_view id, Date on, std::string_view series = {}) const;  // any shape

  const Parameter* find(std::string_view id) const;               // null when there is none
  std::span<const Parameter> all() const { return parameters_; }  // by id

  // A store in which these parameters replace those of the same id, or are added.
  ParameterStore with(std::vector<Parameter> parameters) const;

 private:
  std::vector<Parameter> parameters_;
};

// All *.toml files of a folder. Every fault of every file, or a store without any.
// kFileMissing when there is no such folder or no file in it.
Result<ParameterStore> load_parameters(const std::filesystem::path& folder);

// One cell of a row as a number; kNoValue, naming origin and day, when there is none or it is not known.
Result<Rate> number_in(const CellRow& row, std::size_t column, const Origin& origin, Date on);

Origin origin_of(const Parameter& parameter, const DatedValue& value);

}  // namespace passend
