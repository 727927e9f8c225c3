// SPDX-License-Identifier: EUPL-1.2
// A clause of a tender that interns are paid: the least allowance per level of education, pro rata of the hours, and
// the evidence asked (bijzondere voorwaarde voor de uitvoering, Aanbestedingswet 2012 art. 2.80). docs/tender.md.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/fault.hpp"
#include "base/quantity.hpp"

namespace passend::fairwork {

// What a person weighs before a bid is set aside.
struct TenderLimit {
  std::string name{};
  std::string article{};
};

// The words that clauses and bids may use: data/fairwork/tender.toml.
struct TenderWords {
  std::vector<std::string> levels{}, kinds{}, evidence{};
  std::vector<TenderLimit> limits{};
};

struct InternshipClause {
  std::string id{};
  Date from{};                      // tenders announced on this day or later
  std::optional<Date> until{};      // and not after this day
  std::vector<std::string> lots{};  // empty: every lot
  std::vector<std::string> kinds{};
  Hours full_week{};
  bool equal_levels = false;
  std::map<std::string, Eurocent, std::less<>> month{};      // per level, for a full week
  std::vector<std::string> evidence{};                       // of each internship
  std::optional<int> check_every_months{};                   // of a running contract
  std::string scheme{};                                      // of social return; empty: internships earn nothing
  std::map<std::string, std::string, std::less<>> blocks{};  // kind of internship → block of that scheme
  int line = 0;

  bool covers(Date announced, std::string_view lot) const;
};

// kToml…, kKeyTwice.
Result<TenderWords> read_tender_words(std::string_view bytes, const std::string& file);

// [[clause]] … By date. kToml…, kNotInList, kIntervalReversed; kRuleRefused: levels that must be equal have different
// amounts; kOverlap: two clauses cover the same lot and day.
Result<std::vector<InternshipClause>> read_clauses(std::string_view bytes, const std::string& file,
                                                   const TenderWords& words);

}  // namespace passend::fairwork
