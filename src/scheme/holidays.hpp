// SPDX-License-Identifier: EUPL-1.2
// Which days are no working days for a term: Saturday, Sunday, holidays (Algemene termijnenwet art. 3).
// docs/terms.md 3.
#pragma once

#include <set>

#include "base/fault.hpp"
#include "law/parameter_store.hpp"

namespace passend::scheme {

class Holidays {
 public:
  // Of the years first … last. kNoValue where the law files do not cover a year; designated days that are not known are
  // no fault.
  static Result<Holidays> read(const ParameterStore& law, int first, int last);

  bool is_free(Date day) const;  // Saturday, Sunday or holiday
  bool designated_known(int year) const { return !unknown_years_.contains(year); }

 private:
  std::set<Date> days_;
  std::set<int> unknown_years_;
};

}  // namespace passend::scheme
