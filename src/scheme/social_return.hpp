// SPDX-License-Identifier: EUPL-1.2
// Social return: what a contractor did, counted by the building blocks of a scheme. These are points of effort, no
// wage. docs/schemes.md section 8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"
#include "base/quantity.hpp"
#include "scheme/scheme.hpp"

namespace passend::scheme {

// Work of someone of a group for some months, or an activity in hours, or a purchase by its invoice.
struct Effort {
  std::string group{};
  std::vector<std::string> extras{};
  std::int64_t months = 0;
  std::int64_t centihours_week = 0;
  std::int64_t centihours = 0;  // of an activity, help or purchase counted in hours
  Eurocent invoice{};
  int line = 0;
};

struct Credit {
  std::vector<Eurocent> each{};  // of the efforts, in their order
  Eurocent total{};
};

// [[work]] group, extra, months, hours_week; [[activity]] hours; [[purchase]] invoice_eurocent or hours.
// Faults of the file; kNotInList: a group that is no block of the offer.
Result<std::vector<Effort>> read_efforts(std::string_view bytes, const std::string& file, const Offer& offer);

// A block counts pro rata: months of twelve, and hours of the full week up to 1; half up to the cent, extras alike.
// kNotStated: the scheme has no blocks, or does not say its full week or the worth of an hour where they are needed.
Result<Credit> social_return(const Scheme& scheme, const SchemeVersion& version, const std::vector<Effort>& efforts);

// The offer of social return of a version; null when there is none.
const Offer* social_return_offer(const SchemeVersion& version);

}  // namespace passend::scheme
