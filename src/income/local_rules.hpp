// SPDX-License-Identifier: EUPL-1.2
// Local schemes that end when income rises: a municipality's own file, none built in. docs/income.md 13.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/fault.hpp"
#include "base/quantity.hpp"

namespace passend::income {

struct LocalAmounts {
  std::int64_t single = 0, single_parent = 0, couple = 0;  // eurocent a year
};

// An amount for whoever has at most a share of the bijstandsnorm.
struct LocalScheme {
  std::string id, title, article, source;
  std::int64_t factor = 0;  // per mille of the norm
  LocalAmounts amounts;
  std::optional<std::int64_t> asset_limit;  // eurocent; nothing = that of bijstand
  Date from{};
  std::optional<Date> until;

  bool counts(Date on) const { return from <= on && (!until || on <= *until); }
};

// Kwijtschelding of local taxes, as far as it is the municipality's own to decide or to know.
struct LocalRemission {
  std::string article, source;
  LocalAmounts taxes;
  std::int64_t norm_premium_single = 0, norm_premium_couple = 0;  // eurocent a month
  std::int64_t share_of_norm = 0;                                 // per mille of the bijstandsnorm that is left
  std::int64_t asset_limit = 0;                                   // eurocent
  Date from{};
  std::optional<Date> until;

  bool counts(Date on) const { return from <= on && (!until || on <= *until); }
};

// Individuele studietoeslag: the national minimum by age, and what the municipality adds.
struct LocalStudySupplement {
  std::string article, source;
  std::int64_t extra_month = 0;  // eurocent
  Date from{};
  std::optional<Date> until;

  bool counts(Date on) const { return from <= on && (!until || on <= *until); }
};

struct LocalRules {
  std::string municipality;
  std::vector<LocalScheme> schemes;
  std::optional<LocalRemission> remission;
  std::optional<LocalStudySupplement> study_supplement;
};

// kTomlSyntax, kTomlKeyMissing, kTomlKeyUnknown, kTomlType, kOutOfRange, kNotADate, kIntervalReversed, kKeyTwice; a
// scheme without article or source is kLawSource.
Result<LocalRules> read_local_rules(std::string_view bytes, const std::string& file);

}  // namespace passend::income
