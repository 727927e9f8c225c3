// SPDX-License-Identifier: EUPL-1.2
// A ledger of public money: ceilings by fund and year, what is reserved, promised and paid, to the cent. Pure: a
// command is decided on, and what follows is applied; nothing is stored here. It knows no scheme, person or work.
//
// In every fund and year, always: reserved + committed + realised <= ceiling, none below 0, and each is the sum over
// the obligations. Closing a year moves what is still open, with its money, to the next: nothing is lost.
#pragma once

#include <compare>
#include <cstdint>
#include <expected>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "base/quantity.hpp"

namespace passend::record {

struct FundYear {
  std::string fund{};
  int year = 0;
  friend auto operator<=>(const FundYear&, const FundYear&) = default;
};

struct Part {
  int year = 0;
  Eurocent amount{};
  friend bool operator==(const Part&, const Part&) = default;
};

// Commands.
struct SetCeiling {  // opens the year where it is not open; never below what is in use
  FundYear at{};
  Eurocent ceiling{};
};
struct Reserve {  // a new obligation, before the decision
  std::string obligation{}, fund{};
  std::vector<Part> parts{};  // by year
};
struct Commit {  // the decision: what was reserved is promised; parts replace those reserved
  std::string obligation{};
  std::vector<Part> parts{};
};
struct Realise {  // paid in a year, out of what is promised in it
  std::string obligation{};
  Part paid{};
};
struct Release {  // the end of an obligation: all that is not paid comes free
  std::string obligation{};
};
struct CloseYear {
  FundYear at{};
};
using Command = std::variant<SetCeiling, Reserve, Commit, Realise, Release, CloseYear>;

enum class Refusal : std::uint8_t {
  kNoSuchYear,
  kYearClosed,
  kEarlierYearOpen,  // a year closes after those before it
  kAboveCeiling,
  kBelowUse,  // a ceiling lower than what is in use
  kNoSuchObligation,
  kObligationExists,
  kNotReserved,
  kNotCommitted,
  kAboveCommitted,
  kNotPositive,
  kYearTwice,
  kTooLarge,  // an amount or sum that whole cents cannot hold safely
};
std::string_view name_of(Refusal refusal);

// Why, where, and how much there was.
struct Refused {
  Refusal reason{};
  FundYear at{};
  Eurocent available{};
  friend bool operator==(const Refused&, const Refused&) = default;
};

struct Position {
  Eurocent ceiling{}, reserved{}, committed{}, realised{};
  Eurocent lapsed{};  // of a closed year: what was left and is not carried over
  bool closed = false;

  Eurocent used() const { return reserved + committed + realised; }
  Eurocent left() const { return ceiling - used() - lapsed; }
  Eurocent promised() const { return committed; }
  friend bool operator==(const Position&, const Position&) = default;
};

enum class ObligationState : std::uint8_t { kReserved, kCommitted, kEnded };

struct Open {
  Eurocent open{}, realised{};  // open: reserved or committed, as the state says
  friend bool operator==(const Open&, const Open&) = default;
};

struct Obligation {
  std::string fund{};
  ObligationState state{};
  std::map<int, Open> years{};
  friend bool operator==(const Obligation&, const Obligation&) = default;
};

class Ledger {
 public:
  // Changes all of it or nothing.
  std::expected<void, Refused> apply(const Command& command);

  const std::map<FundYear, Position>& positions() const { return positions_; }
  const std::map<std::string, Obligation, std::less<>>& obligations() const { return obligations_; }
  const Position* position(const FundYear& at) const;

 private:
  std::expected<void, Refused> on(const SetCeiling& command);
  std::expected<void, Refused> on(const Reserve& command);
  std::expected<void, Refused> on(const Commit& command);
  std::expected<void, Refused> on(const Realise& command);
  std::expected<void, Refused> on(const Release& command);
  std::expected<void, Refused> on(const CloseYear& command);

  std::expected<void, Refused> check_parts(const std::string& fund, const std::vector<Part>& parts,
                                           const Obligation* replaced) const;
  Eurocent& bucket(Position& position, ObligationState state) const;

  std::map<FundYear, Position> positions_;
  std::map<std::string, Obligation, std::less<>> obligations_;
};

}  // namespace passend::record
