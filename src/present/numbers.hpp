// SPDX-License-Identifier: EUPL-1.2
// Numbers, amounts and dates as a language writes them. No rounding happens unless the name says so.
#pragma once

#include <cstdint>
#include <string>

#include "base/date.hpp"
#include "base/quantity.hpp"
#include "present/catalogue.hpp"
#include "present/people_count.hpp"

namespace passend::present {

class Numbers {
 public:
  explicit Numbers(const Catalogue& catalogue) : catalogue_(catalogue) {}  // which must outlive this
  explicit Numbers(Catalogue&&) = delete;

  std::string count(std::int64_t number) const;                // 7.000 · 7,000
  std::string people(PeopleCount people) const;                // the number, or "minder dan 10" · "fewer than 10"
  std::string euro(Eurocent amount) const;                     // € 2.901,00 · €2,901.00 (Dutch: no-break space)
  std::string whole_euro(Eurocent amount) const;               // € 2.901 · €2,901, half up from zero
  std::string change(Eurocent amount) const;                   // + € 270,19 · +€270.19; − € 42,00; 0 without a sign
  std::string hours(Hours hours) const;                        // 24,5 uur · 24.5 hours
  std::string percent(std::int64_t per_mille) const;           // 62,5% · 62.5%; 62% when whole
  std::string whole_percent(std::int64_t per_mille) const;     // 63%, half up
  std::string decimal(std::int64_t scaled, int digits) const;  // 1,25; ends without zeros
  std::string date(Date date) const;                           // 8 september 2026 · 8 September 2026

 private:
  std::string separator(std::string_view thousands_or_decimal) const;
  std::string euro_sign(bool negative) const;

  const Catalogue& catalogue_;
};

}  // namespace passend::present
