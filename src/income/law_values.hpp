// SPDX-License-Identifier: EUPL-1.2
// Values of law on one date, as whole numbers for the lanes. What has no value then is remembered with its fault: it
// matters only to a household that needs it.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "law/parameter_store.hpp"

namespace passend::income {

// Rules of one statute and the faults of values it lacks on the date (kNoValue). Without faults, all is there.
template <class Rules>
struct Dated {
  Rules rules{};
  Faults missing{};
};

// Reads numbers of one date. Every number read is an origin; every fault is kept and 0 returned.
class LawValues {
 public:
  LawValues(const ParameterStore& law, Date on) : law_(law), on_(on) {}

  double euros(std::string_view id) { return number(id, 0); }
  double cents(std::string_view id) { return number(id, 2); }
  double rate(std::string_view id) { return number(id, kRateDigitsRead); }
  double number(std::string_view id, int digits);  // times 10^digits; kTomlType where it has more decimals

  // One cell of a row or table; `digits` as above. No limit reads as 2^53.
  double cell(std::string_view id, std::size_t row, std::size_t column, int digits);
  std::size_t rows(std::string_view id);
  bool known(std::string_view id) const { return law_.value_at(id, on_).has_value(); }

  Date date() const { return on_; }
  const ParameterStore& law() const { return law_; }
  void keep(Faults faults);
  Faults take_faults() { return std::exchange(faults_, {}); }

 private:
  static constexpr int kRateDigitsRead = 5;
  double scaled(const Cell& cell, int digits, std::string_view id);

  const ParameterStore& law_;
  Date on_;
  Faults faults_;
};

}  // namespace passend::income
