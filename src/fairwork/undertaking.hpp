// SPDX-License-Identifier: EUPL-1.2
// What a bidder promises or a contractor does about interns: one file of bids and contracts. docs/tender.md section 2.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fairwork/internship_clause.hpp"

namespace passend::fairwork {

// Of someone without a name. What is not stated is not known.
struct Internship {
  std::string level{};
  std::string kind{};
  std::optional<Hours> week{};
  std::optional<Eurocent> month{};
  std::optional<int> months{};  // how long; social return counts it
  std::vector<std::string> evidence{};
  int line = 0;
};

enum class UndertakingKind { kBid, kContract };

struct Undertaking {
  UndertakingKind kind{};
  std::string id{};
  std::string lot{};
  Date announced{};  // of the tender: that day decides which clause holds
  std::optional<bool> agrees{};
  std::optional<Date> from{}, until{}, checked{};  // of a contract; checked: when evidence came last
  std::vector<Internship> internships{};
  int line = 0;
};

// [[bid]] and [[contract]]. kToml…, kNotInList, kKeyTwice (two of one id), kIntervalReversed. Names of people have no
// key.
Result<std::vector<Undertaking>> read_undertakings(std::string_view bytes, const std::string& file,
                                                   const TenderWords& words);

}  // namespace passend::fairwork
