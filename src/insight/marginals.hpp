// SPDX-License-Identifier: EUPL-1.2
// Marginals: chances, amounts and weighted words by name, each with its source and year or marked as assumed.
// An invented population draws from them; no such number stands in code.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/fault.hpp"
#include "insight/random_stream.hpp"

namespace passend {

// A word with its weight; a number is a range of one.
struct MarginalRow {
  std::string word;  // "leeg" and "onbekend" read as the empty word
  std::int64_t weight = 0;
  std::int64_t low = 0, high = 0, step = 1;  // "16..32/4", "30"; 0..0 for a word
  bool is_number = false;
};

struct Marginal {
  std::optional<std::int64_t> per_mille, value;
  std::vector<MarginalRow> rows;
  bool assumed = false;
};

class Marginals {
 public:
  explicit Marginals(std::map<std::string, Marginal, std::less<>> entries) : entries_(std::move(entries)) {}

  bool has(std::string_view id) const { return entries_.contains(id); }
  // A name that the file lacks, or has in another form, reads as 0 or empty and is told by `faults`.
  const Marginal& at(std::string_view id) const;
  std::int64_t value(std::string_view id) const;
  std::int64_t per_mille(std::string_view id) const;
  // kTomlKeyMissing for each name that was asked in vain.
  Faults faults(const std::string& file) const;

 private:
  std::map<std::string, Marginal, std::less<>> entries_;
  mutable std::map<std::string, int, std::less<>> missing_;
};

// kTomlKeyMissing for an entry without id, number or rows, or without source and year while it is not assumed;
// kKeyTwice; kNotANumber and kOutOfRange for chances outside 0..1000, weights below 0 and rows that weigh nothing.
Result<Marginals> read_marginals(std::string_view bytes, const std::string& file);

// "16..32/4" or "30" as a row; a row with is_number = false for any other text.
MarginalRow parse_marginal_row(std::string_view word, std::int64_t weight);

// Draws from one stream. `variant` names come first where the file has them: "person.hours_max.lang".
class Draws {
 public:
  Draws(const Marginals& marginals, std::uint64_t seed, std::string_view purpose, std::uint64_t index)
      : marginals_(marginals), stream_(seed, purpose, index) {}

  bool chance(std::string_view id, std::string_view variant = {});
  std::string word(std::string_view id, std::string_view variant = {});
  std::optional<std::int64_t> number(std::string_view id, std::string_view variant = {});
  // A number of days counted from `origin`.
  std::optional<Date> day(std::string_view id, Date origin, std::string_view variant = {});

  std::int64_t in_row(const MarginalRow& row);
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(stream_.below(count)); }
  // An index, chosen by running totals of weights (the last is the sum, > 0).
  std::size_t weighted(const std::vector<std::int64_t>& totals);

 private:
  const MarginalRow& row(std::string_view id, std::string_view variant);
  std::string named(std::string_view id, std::string_view variant) const;

  const Marginals& marginals_;
  RandomStream stream_;
};

// The cell of a number or date that may be unknown.
std::string cell(const std::optional<std::int64_t>& number);
std::string cell(const std::optional<Date>& date);

}  // namespace passend
